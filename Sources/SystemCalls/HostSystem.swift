import Glibc

/// The real operating system.
package struct HostSystem: SystemSeam {
  /// Reaches the system this process runs on.
  package init() {}

  /// Repeats a call that a signal interrupted, and turns -1 into the error.
  func retrying<Result: FixedWidthInteger & SignedInteger>(
    _ call: SystemCall, path: String = "", _ body: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = body()
      if result != -1 { return result }
      let reason = Errno.last
      if reason != .interrupted { throw SystemError(call, path: path, reason) }
    }
  }
}
