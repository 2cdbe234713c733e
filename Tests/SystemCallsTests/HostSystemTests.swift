import Foundation
import SystemCalls
import Testing

@Suite struct HostSystemTests {
  let system = HostSystem()

  /// A status that a test expects to be there.
  func kind(link path: String) throws -> FileStatus.Kind { try system.linkStatus(at: path).kind }
  func kind(_ path: String) throws -> FileStatus.Kind { try system.status(at: path).kind }

  /// Runs a test in a directory of its own, which is gone afterwards.
  func inTemporaryDirectory(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("board-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test("A file is written whole, read back whole, and replaced only when asked")
  func wholeFiles() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/a"
      try system.writeFile(Array("one".utf8), to: path, replacing: false, mode: 0o640)
      #expect(try system.readFile(path, limit: 3) == Array("one".utf8))
      let mode = try system.status(at: path).mode
      #expect(mode == 0o640)
      #expect(throws: SystemError(.open, path: path, .exists)) {
        try system.writeFile([], to: path, replacing: false)
      }
      try system.writeFile(Array("three".utf8), to: path, replacing: true)
      #expect(try system.readFile(path, limit: 100) == Array("three".utf8))
      #expect(throws: SystemError(.read, path: path, .tooLarge)) { try system.readFile(path, limit: 4) }
      #expect(try system.entries(of: directory) == ["a"])
    }
  }

  @Test("A FIFO is refused without waiting, a link when links are not followed")
  func plantedFiles() throws {
    try inTemporaryDirectory { directory in
      #expect(mkfifo("\(directory)/fifo", 0o600) == 0)
      #expect(throws: SystemError(.open, path: "\(directory)/fifo", .invalidArgument)) {
        try system.readFile("\(directory)/fifo", limit: 10)
      }
      #expect(symlink("/etc/passwd", "\(directory)/link") == 0)
      #expect(throws: SystemError(.open, path: "\(directory)/link", .symbolicLink)) {
        try system.readFile("\(directory)/link", limit: 1 << 20, follows: false)
      }
      let named = try kind(link: "\(directory)/link")
      #expect(named == .symbolicLink)
      let led = try kind("\(directory)/link")
      #expect(led == .regular)
    }
  }

  @Test("One lock, two descriptors: the second gets it when the first has closed")
  func locks() throws {
    try inTemporaryDirectory { directory in
      let path = "\(directory)/lock"
      let first = try system.open(path, [.writeOnly, .create], mode: 0o600)
      let second = try OpenFile(path, [.writeOnly], seam: system)
      #expect(try system.tryLock(first))
      #expect(try !second.tryLock())
      system.close(first)
      #expect(try second.tryLock())
    }
  }

  @Test("A full device is an error, not a success")
  func fullDevice() throws {
    let full = try OpenFile("/dev/full", [.writeOnly], seam: system)
    #expect(throws: SystemError(.write, path: "/dev/full", .noSpace)) { try full.writeAll([1, 2, 3]) }
  }

  @Test("A watched directory wakes a poll; a quiet one does not")
  func watching() throws {
    try inTemporaryDirectory { directory in
      let watch = try system.makeWatch()
      defer { system.close(watch) }
      try system.watch(directory, with: watch)
      #expect(try system.poll([watch], milliseconds: 0).isEmpty)
      try system.writeFile([1], to: "\(directory)/a", replacing: false)
      #expect(try system.poll([watch], milliseconds: 1000) == [watch])
      #expect(try !system.read(watch, count: 4096).isEmpty)
    }
  }

  @Test("A program is fed and caught, with its variables, at any length")
  func programs() throws {
    let long = [UInt8](repeating: 0x61, count: 300_000)
    let echo = try system.run(ProgramCall("cat", input: .bytes(long), capturesOutput: true))
    #expect(echo.succeeded)
    #expect(echo.output == long)
    let script = "echo out; echo $BOARD_TEST >&2; exit 3"
    let shell = try system.run(
      ProgramCall(
        "sh", ["-c", script], environment: ["BOARD_TEST": "x y"], input: .nothing,
        capturesOutput: true, capturesErrors: true))
    #expect(shell.end == .exited(3))
    #expect(shell.output == Array("out\n".utf8))
    #expect(shell.errors == Array("x y\n".utf8))
    let limited = try system.run(
      ProgramCall("cat", input: .bytes(long), capturesOutput: true, captureLimit: 1000))
    #expect(limited.output.count == 1000 && limited.dropped == 299_000)
    let deaf = try system.run(ProgramCall("true", input: .bytes(long)))
    #expect(deaf.succeeded)
    let killed = try system.run(ProgramCall("sh", ["-c", "kill -9 $$"]))
    #expect(killed.end == .signalled(9))
  }

  @Test("A program that is not there is named")
  func missingProgram() {
    #expect(throws: SystemError(.spawn, path: "no-such-program-here", .noEntry)) {
      try system.run(ProgramCall("no-such-program-here"))
    }
  }

  @Test("The machine tells time, names and chance")
  func facts() {
    #expect(system.now().seconds > 1_700_000_000)
    #expect(system.monotonic() <= system.monotonic())
    let local = system.localNow()
    #expect((1...12).contains(local.month) && (1...31).contains(local.day) && local.year >= 2024)
    #expect(system.randomBytes(count: 300).count == 300)
    #expect(system.randomBytes(count: 16) != system.randomBytes(count: 16))
    #expect(!system.loginName().isEmpty && !system.machineID().isEmpty)
    #expect(system.environment("BOARD_NOT_SET") == nil && system.environment("PATH") != nil)
  }
}
