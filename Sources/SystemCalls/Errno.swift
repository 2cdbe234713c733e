import Glibc

/// The reason a system call gave for its failure.
///
/// The C counterpart is `errno`.
package struct Errno: Error, RawRepresentable, Hashable {
  /// The number, as in `errno.h`.
  package let rawValue: Int32

  /// Wraps a number of `errno.h`.
  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// The reason of the call that failed last on this thread.
  package static var last: Errno { Errno(rawValue: errno) }
}

extension Errno {
  /// Not permitted (`EPERM`).
  package static let notPermitted = Errno(rawValue: EPERM)
  /// No such file or directory (`ENOENT`).
  package static let noEntry = Errno(rawValue: ENOENT)
  /// Interrupted by a signal (`EINTR`).
  package static let interrupted = Errno(rawValue: EINTR)
  /// Input or output error (`EIO`).
  package static let inputOutput = Errno(rawValue: EIO)
  /// Bad descriptor (`EBADF`).
  package static let badDescriptor = Errno(rawValue: EBADF)
  /// Try again (`EAGAIN`, the same as `EWOULDBLOCK`).
  package static let tryAgain = Errno(rawValue: EAGAIN)
  /// Permission denied (`EACCES`).
  package static let accessDenied = Errno(rawValue: EACCES)
  /// File exists (`EEXIST`).
  package static let exists = Errno(rawValue: EEXIST)
  /// Not a directory (`ENOTDIR`).
  package static let notDirectory = Errno(rawValue: ENOTDIR)
  /// Is a directory (`EISDIR`).
  package static let isDirectory = Errno(rawValue: EISDIR)
  /// Directory not empty (`ENOTEMPTY`).
  package static let notEmpty = Errno(rawValue: ENOTEMPTY)
  /// Invalid argument (`EINVAL`).
  package static let invalidArgument = Errno(rawValue: EINVAL)
  /// No room for more descriptors in this process (`EMFILE`).
  package static let tooManyOpenFiles = Errno(rawValue: EMFILE)
  /// File too large (`EFBIG`).
  package static let tooLarge = Errno(rawValue: EFBIG)
  /// No space left on the device (`ENOSPC`).
  package static let noSpace = Errno(rawValue: ENOSPC)
  /// Over quota (`EDQUOT`).
  package static let overQuota = Errno(rawValue: EDQUOT)
  /// Read-only file system (`EROFS`).
  package static let readOnlyFileSystem = Errno(rawValue: EROFS)
  /// Nobody reads the pipe (`EPIPE`).
  package static let brokenPipe = Errno(rawValue: EPIPE)
  /// A symbolic link where none may be (`ELOOP`).
  package static let symbolicLink = Errno(rawValue: ELOOP)
  /// No such device or address: a FIFO without a reader (`ENXIO`).
  package static let noDevice = Errno(rawValue: ENXIO)
  /// The call does not exist here (`ENOSYS`).
  package static let notImplemented = Errno(rawValue: ENOSYS)
  /// The text of the file is not UTF-8 (`EILSEQ`).
  package static let illegalBytes = Errno(rawValue: EILSEQ)
}

extension Errno: CustomStringConvertible {
  /// The system's own words, such as "No space left on device" (`strerror`).
  package var description: String {
    guard let words = unsafe strerror(rawValue) else { return "error \(rawValue)" }
    return unsafe String(cString: words)
  }
}
