/// An open file as the system numbers it.
package struct FileDescriptor: RawRepresentable, Hashable, Sendable {
  /// The number.
  package let rawValue: Int32

  /// Wraps a number that the system gave.
  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// Standard input, 0.
  package static let standardInput = FileDescriptor(rawValue: 0)
  /// Standard output, 1.
  package static let standardOutput = FileDescriptor(rawValue: 1)
  /// Standard error, 2.
  package static let standardError = FileDescriptor(rawValue: 2)
}

/// What a file is and how large, as `fstat` tells it.
package struct FileStatus: Hashable, Sendable {
  /// The kinds of file that matter here.
  package enum Kind: Sendable, Hashable {
    /// A regular file.
    case regular
    /// A directory.
    case directory
    /// A symbolic link, only from `lstat`.
    case symbolicLink
    /// A FIFO, a device or a socket.
    case special
  }

  /// What it is.
  package var kind: Kind
  /// Its size in bytes.
  package var size: Int
  /// The permission bits, with set-user, set-group and sticky: 12 bits.
  package var mode: UInt32
  /// The device it is on.
  package var device: UInt64
  /// Its number on that device.
  package var inode: UInt64
  /// Its owner.
  package var owner: UInt32
  /// Its group.
  package var group: UInt32
  /// When it was last written, in nanoseconds since 1970.
  package var modified: Int64

  /// States a status; for the real system and for simulated ones.
  package init(
    kind: Kind, size: Int, mode: UInt32, device: UInt64, inode: UInt64, owner: UInt32, group: UInt32, modified: Int64
  ) {
    self.kind = kind
    self.size = size
    self.mode = mode
    self.device = device
    self.inode = inode
    self.owner = owner
    self.group = group
    self.modified = modified
  }

  /// Whether both describe the same file, whatever its name.
  package func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}
