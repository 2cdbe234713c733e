/// A call of the seam, named as in C.
package enum SystemCall: String, Sendable, CaseIterable {
  case access, addWatch, close, entries, fchmod, fdatasync, flock, fstat, fsync, ftruncate, getpwuid, hostname
  case inotify, lstat, mkdir, open, pipe, poll, pread, random, read, rename, rmdir, sleep, spawn, startThread, stat,
    unlink, write
}

/// A system call that failed: which, on what, and why.
package struct SystemError: Error, Hashable, Sendable {
  /// The call that failed.
  package let call: SystemCall
  /// The path or program the call was about; empty when it had only a descriptor.
  package let path: String
  /// The reason.
  package let errno: Errno

  /// States a failure.
  package init(_ call: SystemCall, path: String = "", _ errno: Errno) {
    self.call = call
    self.path = path
    self.errno = errno
  }
}
