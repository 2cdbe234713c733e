import BoardModel
import JSONText
import SystemCalls

/// Which stream this copy of the store writes, and what that is bound to.
///
/// A directory that was copied or restored is another device and inode: its first write begins a stream of its own,
/// because two copies of one stream would give the same numbers twice.
struct ReplicaIdentity: Equatable {
  let replica: UInt64
  let machine: String
  let device: UInt64
  let inode: UInt64

  /// Whether it belongs to this directory on this machine.
  func isBound(to directory: FileStatus, machine: String) -> Bool {
    device == directory.device && inode == directory.inode && self.machine == machine
  }

  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("replica")
    writer.string(ChangeID.hex(replica, digits: 16))
    writer.key("machine")
    writer.string(machine)
    // As texts: JSON readers elsewhere keep only 53 bits of a number.
    writer.key("device")
    writer.string(String(device))
    writer.key("inode")
    writer.string(String(inode))
    writer.endObject()
    writer.appendOutside([0x0A])
    return writer.bytes
  }

  init(replica: UInt64, machine: String, directory: FileStatus) {
    self.replica = replica
    self.machine = machine
    device = directory.device
    inode = directory.inode
  }

  /// Reads the file's text; nil if it is anything else, which counts as having no id yet.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes), let text = value["replica"]?.string,
      let replica = LineFormat.hexadecimal(Array(text.utf8).span), replica != 0,
      let machine = value["machine"]?.string,
      let device = value["device"]?.string.flatMap({ UInt64($0) }),
      let inode = value["inode"]?.string.flatMap({ UInt64($0) })
    else { return nil }
    self.replica = replica
    self.machine = machine
    self.device = device
    self.inode = inode
  }
}

extension ReplicaIdentity {
  /// The id of this copy, if it has one that is bound to this directory.
  static func find(in directory: BoardDirectory, seam: any SystemSeam) throws(SystemError)
    -> ReplicaIdentity?
  {
    let machine = seam.machineID()
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try seam.readFile(
        directory.replicaFile(machine: machine), limit: 65_536, follows: false)
    } catch {
      if error.errno == .noEntry { return nil }
      throw error
    }
    let status = try seam.status(at: directory.path)
    guard let found = ReplicaIdentity(bytes), found.isBound(to: status, machine: machine) else {
      return nil
    }
    return found
  }

  /// Gives this copy an id of its own.
  static func make(
    in directory: BoardDirectory, modes: BoardModes, seam: any SystemSeam
  ) throws(SystemError) -> ReplicaIdentity {
    let machine = seam.machineID()
    try seam.ensureDirectory(directory.local, mode: modes.directory)
    let status = try seam.status(at: directory.path)
    let made = ReplicaIdentity(
      replica: max(1, seam.randomNumber()), machine: machine, directory: status)
    try seam.writeFile(
      made.bytes, to: directory.replicaFile(machine: machine), replacing: true, mode: modes.file)
    return made
  }
}

extension SystemSeam {
  /// 64 random bits.
  func randomNumber() -> UInt64 {
    randomBytes(count: 8).reduce(0) { sum, byte in sum << 8 | UInt64(byte) }
  }

  /// Makes a directory, if it is not there, with these permission bits whatever the umask.
  func ensureDirectory(_ path: String, mode: UInt32) throws(SystemError) {
    do throws(SystemError) {
      try makeDirectory(path, mode: mode & 0o777)
    } catch {
      guard error.errno == .exists else { throw error }
      guard try linkStatus(at: path).kind == .directory else { throw SystemError(.mkdir, path: path, .symbolicLink) }
      return
    }
    let directory = try OpenFile(path, [.directory, .noFollow], seam: self)
    try directory.setMode(mode)
  }
}
