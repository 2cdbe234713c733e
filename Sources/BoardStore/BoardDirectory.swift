import BoardModel
import SystemCalls

/// Where the files of a board are, and which permissions they get.
struct BoardDirectory {
  let path: String

  var boardFile: String { "\(path)/board.json" }
  var lock: String { "\(path)/lock" }
  var journal: String { "\(path)/journal" }
  var local: String { "\(path)/.local" }
  var snapshot: String { "\(local)/snapshot" }
  var seenFiles: String { "\(local)/snapshot-seen" }

  /// Where a file is written before it takes the place of another.
  static func unfinished(_ path: String) -> String { "\(path).new" }

  /// The file of a stream.
  func stream(_ name: Segment.Name) -> String { "\(journal)/\(name.text)" }

  /// The file that holds this machine's replica id: a board on a file server has one for each machine.
  func replicaFile(machine: String) -> String {
    "\(local)/replica-\(ChangeID.hex(UInt64(Checksum.crc32c(machine.utf8.span)), digits: 8))"
  }
}

/// The permission bits of a board's files, from those of its directory; they are set whatever the umask.
struct BoardModes {
  let directory: UInt32
  let file: UInt32

  /// A directory that its group may write to is shared: its files are the group's (setgid), for reading and writing.
  init(of status: FileStatus) {
    let base = status.mode & 0o777
    let isShared = base & 0o020 != 0
    directory = isShared ? base | 0o2770 : base | 0o700
    file = isShared ? base & 0o666 | 0o660 : base & 0o666 | 0o600
  }
}
