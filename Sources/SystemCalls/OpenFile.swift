/// An open file that closes itself once, when it goes.
package struct OpenFile: ~Copyable, Sendable {
  /// The descriptor, valid as long as this value lives.
  package let descriptor: FileDescriptor
  /// The path it was opened by, for messages and for comparing path and descriptor.
  package let path: String
  private let seam: any SystemSeam

  /// Opens a file (`open`); `mode` counts only when it is created, and the umask takes from it.
  package init(_ path: String, _ flags: OpenFlags, mode: UInt32 = 0o666, seam: any SystemSeam) throws(SystemError) {
    self.descriptor = try seam.open(path, flags, mode: mode)
    self.path = path
    self.seam = seam
  }

  deinit { seam.close(descriptor) }

  /// The file's status (`fstat`).
  package func status() throws(SystemError) -> FileStatus {
    try naming { () throws(SystemError) in try seam.status(descriptor) }
  }

  /// Reads `count` bytes from `offset`, fewer only at the end of the file, in one buffer (`pread`).
  package func read(count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    try naming { () throws(SystemError) in try seam.readFully(descriptor, count: count, at: offset) }
  }

  /// Writes once, perhaps only the first bytes, and returns how many (`write`).
  package func write(_ bytes: [UInt8]) throws(SystemError) -> Int {
    try naming { () throws(SystemError) in try seam.write(descriptor, bytes.span) }
  }

  /// Writes all (`write`, repeated).
  package func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    try naming { () throws(SystemError) in try seam.writeAll(bytes, to: descriptor) }
  }

  /// Makes the contents durable (`fdatasync`).
  package func syncData() throws(SystemError) { try naming { () throws(SystemError) in try seam.syncData(descriptor) } }

  /// Makes the file, or the names in the directory, durable (`fsync`).
  package func sync() throws(SystemError) { try naming { () throws(SystemError) in try seam.sync(descriptor) } }

  /// Cuts or extends the file (`ftruncate`).
  package func truncate(to size: Int) throws(SystemError) {
    try naming { () throws(SystemError) in try seam.truncate(descriptor, to: size) }
  }

  /// Sets the permission bits whatever the umask (`fchmod`).
  package func setMode(_ mode: UInt32) throws(SystemError) {
    try naming { () throws(SystemError) in try seam.setMode(descriptor, mode) }
  }

  /// Takes the exclusive lock if nobody holds it (`flock`).
  package func tryLock() throws(SystemError) -> Bool {
    try naming { () throws(SystemError) in try seam.tryLock(descriptor) }
  }

  /// Lets go of the lock (`flock`).
  package func unlock() throws(SystemError) { try naming { () throws(SystemError) in try seam.unlock(descriptor) } }

  /// Puts the path into an error of a call that knew only the descriptor.
  private func naming<Value>(_ call: () throws(SystemError) -> Value) throws(SystemError) -> Value {
    do { return try call() } catch { throw SystemError(error.call, path: path, error.errno) }
  }
}
