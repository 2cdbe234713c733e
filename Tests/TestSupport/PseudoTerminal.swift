import Glibc

/// A terminal without glass: starts a program on it, types, and reads the screen that the program draws.
package final class PseudoTerminal {
  /// What the program has drawn so far.
  package private(set) var screen: VirtualScreen
  /// Every byte that it has sent.
  package private(set) var received: [UInt8] = []
  /// The side of the person at the terminal.
  package private(set) var master: Int32
  /// The path of the side that programs open.
  package let path: String
  /// The program started by ``start(_:arguments:environment:directory:)``.
  package private(set) var process: pid_t?
  private var exit: Exit?

  /// How a program ended.
  package enum Exit: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  /// What the system refused.
  package struct Failure: Error {
    package let call: String
    package let code: Int32
  }

  package init(columns: Int, rows: Int) throws {
    screen = VirtualScreen(columns: columns, rows: rows)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw Failure(call: "open /dev/ptmx", code: errno) }
    var number: Int32 = 0
    var isLocked: Int32 = 0
    guard ioctl(master, Self.unlock, &isLocked) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
      throw Failure(call: "ioctl /dev/ptmx", code: errno)
    }
    path = "/dev/pts/\(number)"
    setSize(columns: columns, rows: rows)
  }

  // TIOCSPTLCK and TIOCGPTN of <asm/ioctls.h>, and a flag of <spawn.h>, which the Glibc module does not have.
  private static let unlock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430
  private static let newSession: Int32 = 0x80

  deinit {
    if let process, exit == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    hangUp()
  }

  /// Starts a program with this as its controlling terminal.
  ///
  /// - Parameter environment: All that the program gets, `TERM` and a UTF-8 locale included unless they are given.
  package func start(
    _ program: String, arguments: [String] = [], environment: [String: String] = [:], directory: String? = nil
  ) throws {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The first terminal that the leader of a new session opens becomes its controlling one.
    posix_spawnattr_setflags(&attributes, Int16(Self.newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let variables = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    // env changes the directory and becomes the program, so the process is still the one that we start.
    let words = (directory.map { ["/usr/bin/env", "-C", $0] } ?? []) + [program] + arguments
    let argv = words.map { strdup($0) }
    let envp = variables.map { strdup("\($0.key)=\($0.value)") }
    defer { (argv + envp).forEach { free($0) } }
    var child: pid_t = 0
    let result = posix_spawn(&child, words[0], &actions, &attributes, argv + [nil], envp + [nil])
    guard result == 0 else { throw Failure(call: "posix_spawn \(program)", code: result) }
    process = child
    exit = nil
  }

  /// Types text, or sends the bytes of a key.
  package func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Takes what has arrived, waiting up to so many milliseconds for the first byte; says whether anything came.
  @discardableResult
  package func receive(milliseconds: Int32 = 0) -> Bool {
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0, entry.revents & Int16(POLLIN) != 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    received += buffer[..<count]
    screen.feed(buffer[..<count])
    return true
  }

  /// Reads until the screen is as wanted; says whether it became so in time.
  package func wait(seconds: Double = 10, until isReached: (VirtualScreen) -> Bool) -> Bool {
    let end = Self.now() + Int(seconds * 1000)
    while !isReached(screen) {
      let left = end - Self.now()
      guard left > 0 else { return false }
      if !receive(milliseconds: Int32(min(left, 50))), exit == nil, let ended = reap() {
        exit = ended
        while receive(milliseconds: 20) {}
        return isReached(screen)
      }
    }
    return true
  }

  /// Reads until some row shows the text.
  package func wait(for text: String, seconds: Double = 10) -> Bool {
    wait(seconds: seconds) { $0.contains(text) }
  }

  /// Forgets the bytes that were received; the screen stays.
  package func forget() { received.removeAll(keepingCapacity: true) }

  /// Reads until nothing has come for so many milliseconds, when a program has drawn all it had to.
  package func settle(milliseconds: Int32 = 60) {
    while receive(milliseconds: milliseconds) {}
  }

  /// Reads until the program ends; `nil` if it does not in time.
  package func waitForExit(seconds: Double = 10) -> Exit? {
    let end = Self.now() + Int(seconds * 1000)
    while exit == nil, Self.now() < end {
      exit = reap()
      if exit == nil, !receive(milliseconds: 5), master < 0 { usleep(5000) }
    }
    if exit != nil { while receive(milliseconds: 20) {} }
    return exit
  }

  private func reap() -> Exit? {
    guard let process else { return nil }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
  }

  /// Gives the terminal another size; the program is told by SIGWINCH.
  package func resize(columns: Int, rows: Int) {
    setSize(columns: columns, rows: rows)
    screen.resize(columns: columns, rows: rows)
  }

  private func setSize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) {
    if let process, exit == nil { kill(process, number) }
  }

  /// Closes the terminal's window under the program.
  package func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Whether the terminal is in the line mode of a shell: echo, signals and whole lines.
  package var isInLineMode: Bool {
    var modes = termios()
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return tcgetattr(master, &modes) == 0 && modes.c_lflag & wanted == wanted
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
