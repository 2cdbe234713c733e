internal import Glibc

/// Reads what has arrived on a descriptor, and notices when its other end is gone.
struct KeyInput {
  let descriptor: Int32

  /// What a look at the descriptor found.
  enum Arrival {
    case bytes([UInt8])
    case nothing
    /// The terminal was closed: reading would return an error for ever.
    case hangup
  }

  /// Waits up to so many milliseconds for bytes, and takes what is there.
  ///
  /// The corresponding C functions are `poll` and `read`; signals do not end the wait early.
  func read(waiting milliseconds: Int32) -> Arrival {
    while true {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = unsafe poll(&entry, 1, milliseconds)
      if count < 0 {
        if errno == EINTR { continue }
        return .hangup
      }
      if count == 0 { return .nothing }
      if entry.revents & Int16(POLLIN) == 0 { return .hangup }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let length = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if length > 0 { return .bytes(Array(buffer[..<length])) }
      if length < 0, errno == EINTR || errno == EAGAIN { continue }
      return .hangup
    }
  }
}
