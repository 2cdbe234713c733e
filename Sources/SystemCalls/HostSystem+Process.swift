import Glibc

extension HostSystem {
  package var processID: Int32 { getpid() }

  package var userID: UInt32 { geteuid() }

  package func hostName() -> String {
    var name = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { unit in unit != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  package func machineID() -> String {
    guard let bytes = try? readFile("/etc/machine-id", limit: 4096) else { return hostName() }
    let name = String(decoding: bytes.prefix { byte in byte > 0x20 }, as: UTF8.self)
    return name.isEmpty ? hostName() : name
  }

  package func loginName() -> String {
    unsafe passwordEntry { entry in unsafe String(cString: entry.pw_name) } ?? String(geteuid())
  }

  package func homeDirectory() -> String? {
    unsafe passwordEntry { entry in unsafe String(cString: entry.pw_dir) }
  }

  private func passwordEntry(_ read: (passwd) -> String) -> String? {
    var entry = unsafe passwd()
    var found: UnsafeMutablePointer<passwd>?
    // The entry points into the buffer, which therefore has to outlive the reading.
    return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
      guard let start = buffer.baseAddress else { return nil }
      let status = unsafe getpwuid_r(geteuid(), &entry, start, buffer.count, &found)
      guard status == 0, unsafe found != nil else { return nil }
      return unsafe read(entry)
    }
  }

  package func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(validatingCString: value)
  }

  package func currentDirectory() -> String {
    guard let path = unsafe getcwd(nil, 0) else { return "/" }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  package func isTerminal(_ file: FileDescriptor) -> Bool { isatty(file.rawValue) == 1 }

  package func terminalSize(_ file: FileDescriptor) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard unsafe ioctl(file.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  package func poll(_ files: [FileDescriptor], milliseconds: Int?) throws(SystemError) -> [FileDescriptor] {
    var waiting = files.map { file in pollfd(fd: file.rawValue, events: Int16(POLLIN), revents: 0) }
    let limit = milliseconds.map { time in Int32(clamping: time) } ?? -1
    guard unsafe Glibc.poll(&waiting, nfds_t(waiting.count), limit) >= 0 else {
      let reason = Errno.last
      if reason == .interrupted { return [] }
      throw SystemError(.poll, reason)
    }
    return waiting.filter { $0.revents != 0 }.map { FileDescriptor(rawValue: $0.fd) }
  }

  package func holdSignals() -> HeldSignals {
    var held = sigset_t()
    unsafe sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP, SIGTSTP] { unsafe sigaddset(&held, signal) }
    var earlier = sigset_t()
    unsafe pthread_sigmask(SIG_BLOCK, &held, &earlier)
    return HeldSignals(mask: earlier)
  }

  package func releaseSignals(_ held: HeldSignals) {
    guard var mask = held.mask else { return }
    unsafe pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}
