import Foundation
import TestSupport
import Testing

/// What the wall and the screen do not do: write where they only read, or work when nothing happens.
@Suite struct WallQuietTests {
  static let tracer = "/usr/bin/strace"
  /// Whether this machine lets a process be traced.
  static let canTrace: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tracer)
    process.arguments = ["-o", "/dev/null", "/bin/true"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(
    "Not one system call of the wall could change the board: no open for writing, no lock, no write, no new name",
    .enabled(if: canTrace, "strace is not installed or ptrace is not allowed here"))
  func systemCalls() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let trace = binary.directory.appendingPathComponent("trace").path
    let terminal = try PseudoTerminal(columns: 160, rows: 50)
    try terminal.start(
      Self.tracer,
      arguments: ["-f", "-y", "-s", "32", "-e", "trace=%file,%desc,write", "-o", trace, BoardBinary.path, "wall"],
      environment: binary.environment)
    try terminal.expect("as of ", seconds: 30)
    #expect(try binary.run("move", "R1", "awaiting-npcc", "--as", "L. Moss").status == 0)
    try terminal.expect("MOVED ←Force action by L. Moss", seconds: 20)
    terminal.send("HLuxw")
    terminal.settle(milliseconds: 200)
    // A store that is exchanged, and a screen that is resized, make it write no more than that.
    try binary.shell("cd '\(binary.directory.path)'; cp -a test.board copy; mv test.board old; mv copy test.board")
    try terminal.expect("the board was replaced", seconds: 20)
    terminal.resize(columns: 100, rows: 30)
    terminal.settle(milliseconds: 300)
    terminal.send("q")
    #expect(terminal.waitForExit(seconds: 30) == .status(0))

    let calls = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n").map(Trace.init)
    let onBoard = calls.filter { $0.line.contains(binary.board) }
    #expect(onBoard.contains { $0.name == "openat" && $0.line.contains("/journal/") && $0.line.contains("O_RDONLY") })
    for call in onBoard { #expect(!call.couldChange, "\(call.line)") }
    #expect(calls.filter { $0.name == "flock" }.map(\.line) == [])
  }

  /// A line of a trace: the process, the call, its arguments.
  private struct Trace {
    let line: Substring
    let name: Substring

    init(_ line: Substring) {
      self.line = line
      let call = line.drop { $0.isNumber || $0 == " " }
      name = call.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    }

    private static let changing: Set<Substring> = [
      "write", "pwrite64", "writev", "pwritev", "pwritev2", "sendfile", "splice", "copy_file_range", "ftruncate",
      "truncate", "fallocate", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir",
      "link", "linkat", "symlink", "symlinkat", "mknod", "mknodat", "chmod", "fchmod", "fchmodat", "fchmodat2", "chown",
      "fchown", "fchownat", "lchown", "utime", "utimes", "utimensat", "futimesat", "setxattr", "fsetxattr", "creat",
      "flock", "fsync", "fdatasync", "sync_file_range",
    ]

    /// Whether it opens for writing, locks, writes, or changes a name or what is known of a file.
    var couldChange: Bool {
      if Self.changing.contains(name) { return true }
      if name == "mmap" { return line.contains("PROT_WRITE") && line.contains("MAP_SHARED") }
      if name == "fcntl" { return line.contains("SETLK") || line.contains("SETLEASE") }
      return ["O_RDWR", "O_WRONLY", "O_CREAT", "O_TRUNC", "O_APPEND"].contains { line.contains($0) }
    }
  }

  @Test(
    "At rest a process wakes at most about once a second and writes nothing to the board", arguments: [[], ["wall"]])
  func idle(arguments: [String]) throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen(arguments, columns: 160, rows: 50)
    try terminal.expect("day 37 of 56")
    terminal.settle(milliseconds: 1000)
    let process = try #require(terminal.process)
    let files = try Files(below: binary.board)
    let before = try Self.wakeUps(of: process)
    let worked = try Self.processorTime(of: process)
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .seconds(5) { terminal.receive(milliseconds: 500) }
    let count = try Self.wakeUps(of: process) - before
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    // One more of each thread, whose two seconds may begin and end within these.
    #expect(Double(count) <= seconds + 2, "\(count) wake-ups in \(seconds) s")
    #expect(try Self.processorTime(of: process) - worked <= 2, "hundredths of a second in \(seconds) s")
    #expect(try Files(below: binary.board) == files)
    try terminal.quit()
  }

  /// The processor time of a process, its own and the system's for it, in hundredths of a second.
  private static func processorTime(of process: pid_t) throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    return (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
  }

  /// How often the threads of a process have gone to sleep by themselves.
  private static func wakeUps(of process: pid_t) throws -> Int {
    let tasks = "/proc/\(process)/task"
    return try FileManager.default.contentsOfDirectory(atPath: tasks).reduce(0) { sum, task in
      let status = try String(contentsOfFile: "\(tasks)/\(task)/status", encoding: .utf8)
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") })
      return sum + (try #require(Int(line.split(separator: "\t").last ?? "")))
    }
  }
}
