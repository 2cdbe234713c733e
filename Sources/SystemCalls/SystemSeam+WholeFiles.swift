extension FileCalls {
  /// Reads `count` bytes from `offset`, fewer only at the end of the file.
  ///
  /// One `pread` into one buffer, as a rule; more only if the system gives less than asked.
  package func readFully(_ file: FileDescriptor, count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
    var bytes = try read(file, count: count, at: offset)
    while bytes.count < count {
      let more = try read(file, count: count - bytes.count, at: offset + bytes.count)
      if more.isEmpty { break }
      bytes += more
    }
    return bytes
  }

  /// Reads a descriptor from where it stands to its end: standard input, a pipe.
  ///
  /// - Throws: `EFBIG` if there are more than `limit` bytes.
  package func readToEnd(_ file: FileDescriptor, limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let more = try read(file, count: 65_536)
      if more.isEmpty { return bytes }
      bytes += more
      guard bytes.count <= limit else { throw SystemError(.read, .tooLarge) }
    }
  }

  /// Writes all bytes; a short write goes on where it ended.
  ///
  /// This is how standard output is written, because `print` hides a full device. What was written before an
  /// error stays written.
  package func writeAll(_ bytes: [UInt8], to file: FileDescriptor) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let written = try write(file, bytes.span.extracting(droppingFirst: done))
      guard written > 0 else { throw SystemError(.write, .inputOutput) }
      done += written
    }
  }
}

extension SystemSeam {
  /// Reads a whole regular file.
  ///
  /// A FIFO, a device or a directory is refused (`EINVAL`) without waiting for it; symbolic links are followed
  /// unless `follows` is false.
  ///
  /// - Throws: `EFBIG` if the file is larger than `limit` bytes.
  package func readFile(_ path: String, limit: Int, follows: Bool = true) throws(SystemError) -> [UInt8] {
    let flags: OpenFlags = follows ? [.nonBlocking] : [.nonBlocking, .noFollow]
    let file = try OpenFile(path, flags, seam: self)
    let status = try file.status()
    guard status.kind == .regular else { throw SystemError(.open, path: path, .invalidArgument) }
    guard status.size <= limit else { throw SystemError(.read, path: path, .tooLarge) }
    // Some files, as those of /proc, say 0 and hold more; one byte extra shows growth.
    let bytes = try file.read(count: max(status.size + 1, 4096), at: 0)
    guard bytes.count <= limit else { throw SystemError(.read, path: path, .tooLarge) }
    return bytes
  }

  /// Writes a file that is there as a whole or not at all: a new file beside it, `fsync`, `rename`, directory synced.
  ///
  /// - Parameters:
  ///   - replacing: Whether an existing file is replaced; else the call fails with `EEXIST`.
  ///   - mode: The permission bits, set whatever the umask; nil leaves them to the umask.
  package func writeFile(
    _ bytes: [UInt8], to path: String, replacing: Bool, mode: UInt32? = nil
  ) throws(SystemError) {
    if !replacing {
      let found = try? linkStatus(at: path)
      guard found == nil else { throw SystemError(.open, path: path, .exists) }
    }
    let suffix = randomBytes(count: 6).map { digit in String(digit % 36, radix: 36) }.joined()
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let directory = directoryPart(of: path)
    let temporary = "\(directory)/.\(name).\(suffix)"
    do throws(SystemError) {
      let file = try OpenFile(temporary, [.writeOnly, .create, .exclusive, .noFollow], mode: mode ?? 0o666, seam: self)
      if let mode { try file.setMode(mode) }
      try file.writeAll(bytes)
      try file.sync()
      try rename(temporary, to: path)
    } catch {
      // The first error is the one to report; a file that was never created cannot be removed either.
      try? unlink(temporary)
      throw error
    }
    try syncDirectory(directory)
  }

  /// Makes the names in a directory durable (`fsync` on the directory).
  package func syncDirectory(_ path: String) throws(SystemError) {
    let directory = try OpenFile(path, [.directory], seam: self)
    try directory.sync()
  }

  /// The directory a path's last name stands in; `.` for a bare name.
  package func directoryPart(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The local calendar and clock of now.
  package func localNow() -> LocalTime { localTime(at: now()) }
}
