import JSONText
import SystemCalls

/// What is remembered between syncs, in `.local/remote`: the remote and what it last held.
struct SyncMemory: Equatable {
  var remote: String
  /// The commit of the remote's branch whose lines this copy has; nil before the first sync.
  var seen: String?

  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("remote")
    writer.string(remote)
    writer.key("seen")
    writer.string(seen)
    writer.endObject()
    writer.appendOutside([0x0A])
    return writer.bytes
  }

  init(remote: String, seen: String?) {
    self.remote = remote
    self.seen = seen
  }

  /// Reads the file's text; nil if it is anything else, which counts as never having synced.
  init?(_ bytes: [UInt8]) {
    guard let value = try? JSONValue(parsing: bytes), let remote = value["remote"]?.string else { return nil }
    self.remote = remote
    seen = value["seen"]?.string.flatMap { SyncMemory.isObjectName($0) ? $0 : nil }
  }

  /// Whether a text is a name as git gives objects, and therefore no option or path.
  static func isObjectName(_ text: String) -> Bool {
    (40...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  static func path(in directory: BoardDirectory) -> String { "\(directory.local)/remote" }

  static func read(in directory: BoardDirectory, seam: any SystemSeam) throws(SyncError) -> SyncMemory? {
    do throws(SystemError) {
      return SyncMemory(try seam.readFile(path(in: directory), limit: 65_536, follows: false))
    } catch {
      if error.errno == .noEntry { return nil }
      throw .local(error)
    }
  }

  func write(in directory: BoardDirectory, seam: any SystemSeam) throws(SyncError) {
    do throws(SystemError) {
      let modes = BoardModes(of: try seam.status(at: directory.path))
      try seam.writeFile(bytes, to: SyncMemory.path(in: directory), replacing: true, mode: modes.file)
    } catch {
      throw .local(error)
    }
  }

  /// A remote as it can be used from any directory: a path becomes whole, anything else stays.
  static func absolute(_ remote: String, from directory: String) throws(SyncError) -> String {
    let hasControl = remote.unicodeScalars.contains { scalar in scalar.value < 0x20 || scalar.value == 0x7F }
    guard !remote.isEmpty, !remote.hasPrefix("-"), !hasControl, remote.utf8.count <= 4096, !remote.contains("::") else {
      throw .badRemote(remote)
    }
    // As git tells them apart: a colon before the first slash is a host.
    let head = remote.prefix { character in character != "/" }
    if remote.hasPrefix("/") || head.contains(":") { return remote }
    return directory.hasSuffix("/") ? directory + remote : "\(directory)/\(remote)"
  }
}
