import Glibc

/// How a file is opened.
///
/// The C counterparts are the `O_` flags of `open`. `O_CLOEXEC` is always added: no descriptor of ours
/// is meant for a child.
package struct OpenFlags: OptionSet, Sendable, Hashable {
  /// The bits, as in `fcntl.h`.
  package let rawValue: Int32

  /// Wraps bits of `fcntl.h`.
  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// For reading only (`O_RDONLY`, which has no bit of its own).
  package static let readOnly: OpenFlags = []
  /// For writing only (`O_WRONLY`).
  package static let writeOnly = OpenFlags(rawValue: O_WRONLY)
  /// For both (`O_RDWR`).
  package static let readWrite = OpenFlags(rawValue: O_RDWR)
  /// Every write goes to the end, atomically (`O_APPEND`).
  package static let append = OpenFlags(rawValue: O_APPEND)
  /// Created if missing (`O_CREAT`).
  package static let create = OpenFlags(rawValue: O_CREAT)
  /// Fails if it exists (`O_EXCL`, with ``create``).
  package static let exclusive = OpenFlags(rawValue: O_EXCL)
  /// Emptied (`O_TRUNC`).
  package static let truncate = OpenFlags(rawValue: O_TRUNC)
  /// Fails on a symbolic link in the last place of the path (`O_NOFOLLOW`).
  package static let noFollow = OpenFlags(rawValue: O_NOFOLLOW)
  /// Fails on anything but a directory (`O_DIRECTORY`).
  package static let directory = OpenFlags(rawValue: O_DIRECTORY)
  /// Does not wait for the other end of a FIFO (`O_NONBLOCK`).
  package static let nonBlocking = OpenFlags(rawValue: O_NONBLOCK)
}
