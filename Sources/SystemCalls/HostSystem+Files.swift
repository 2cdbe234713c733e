import Glibc

extension HostSystem {
  package func open(_ path: String, _ flags: OpenFlags, mode: UInt32) throws(SystemError) -> FileDescriptor {
    let number = try retrying(.open, path: path) { unsafe Glibc.open(path, flags.rawValue | O_CLOEXEC, mode) }
    return FileDescriptor(rawValue: number)
  }

  package func close(_ file: FileDescriptor) {
    // After EINTR Linux has closed it all the same; a second try could close another's file.
    _ = Glibc.close(file.rawValue)
  }

  package func read(_ file: FileDescriptor, count: Int) throws(SystemError) -> [UInt8] {
    unsafe try filled(.read, count: count) { buffer in
      unsafe Glibc.read(file.rawValue, buffer.baseAddress, buffer.count)
    }
  }

  package func read(_ file: FileDescriptor, count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    unsafe try filled(.pread, count: count) { buffer in
      unsafe Glibc.pread(file.rawValue, buffer.baseAddress, buffer.count, off_t(offset))
    }
  }

  /// One buffer, filled by the call without being zeroed first.
  private func filled(
    _ call: SystemCall, count: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int
  ) throws(SystemError) -> [UInt8] {
    var reason: SystemError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(SystemError) {
        filled = try retrying(call) { unsafe body(buffer) }
      } catch {
        reason = error
      }
    }
    if let reason { throw reason }
    return bytes
  }

  package func write(_ file: FileDescriptor, _ bytes: Span<UInt8>) throws(SystemError) -> Int {
    try retrying(.write) {
      unsafe bytes.withUnsafeBytes { buffer in unsafe Glibc.write(file.rawValue, buffer.baseAddress, buffer.count) }
    }
  }

  package func syncData(_ file: FileDescriptor) throws(SystemError) {
    _ = try retrying(.fdatasync) { fdatasync(file.rawValue) }
  }

  package func sync(_ file: FileDescriptor) throws(SystemError) {
    _ = try retrying(.fsync) { fsync(file.rawValue) }
  }

  package func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError) {
    _ = try retrying(.ftruncate) { ftruncate(file.rawValue, off_t(size)) }
  }

  package func setMode(_ file: FileDescriptor, _ mode: UInt32) throws(SystemError) {
    _ = try retrying(.fchmod) { fchmod(file.rawValue, mode) }
  }

  package func mayWrite(at path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  package func tryLock(_ file: FileDescriptor) throws(SystemError) -> Bool {
    do throws(SystemError) {
      _ = try retrying(.flock) { flock(file.rawValue, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error.errno == .tryAgain { return false }
      throw error
    }
  }

  package func unlock(_ file: FileDescriptor) throws(SystemError) {
    _ = try retrying(.flock) { flock(file.rawValue, LOCK_UN) }
  }
}
