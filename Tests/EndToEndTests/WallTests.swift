import Foundation
import TestSupport
import Testing

/// The read-only display, as it runs.
@Suite struct WallTests {
  @Test("The wall shows all columns and as of when, follows changes in words, and leaves with q")
  func follows() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen(["wall"], columns: 160, rows: 50)
    for text in ["Awaiting NPCC", "Force action", "Complete", "day 37 of 56", "as of ", "last change "] {
      try terminal.expect(text)
    }
    try terminal.expect("Force action  2")
    #expect(try binary.run("move", "R1", "awaiting-npcc", "--as", "L. Moss").status == 0)
    try terminal.expect("MOVED ←Force action by L. Moss", seconds: 3)
    try terminal.expect("Force action  1")
    #expect(try binary.run("note", "R3", "Read by the Board", "--as", "P. Quaye").status == 0)
    try terminal.expect("EDITED note by P. Quaye", seconds: 3)
    try terminal.quit()
  }

  @Test("Keys that change the board on the chair's screen do nothing here, and C-c leaves")
  func keys() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen(["wall"], columns: 160, rows: 50)
    try terminal.expect("as of ")
    let before = try Files(below: binary.board)
    terminal.send("HLmaeErcpDVwdoAtuU\u{12}JK/?:x\r\(PseudoTerminal.suspend)")
    terminal.settle(milliseconds: 300)
    for text in ["Awaiting NPCC", "Force action", "Complete"] { #expect(terminal.screen.contains(text)) }
    #expect(try Files(below: binary.board) == before)
    terminal.send(PseudoTerminal.interrupt)
    #expect(terminal.waitForExit() == .status(0))
    terminal.expectSane()
  }

  @Test("A copy that was moved into the board's place is followed from then on")
  func replaced() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen(["wall"], columns: 160, rows: 50)
    try terminal.expect("as of ")
    let copy = binary.board + ".copy"
    try binary.shell("cp -a '\(binary.board)' '\(copy)'")
    #expect(try binary.run("note", "R5", "In the copy only", "--board", copy, "--as", "L. Moss").status == 0)
    try binary.shell("mv '\(binary.board)' '\(binary.board).old' && mv '\(copy)' '\(binary.board)'")
    try terminal.expect("by L. Moss")
    #expect(try binary.run("move", "R1", "awaiting-npcc", "--as", "P. Quaye").status == 0)
    try terminal.expect("MOVED ←Force action by P. Quaye")
    #expect(!terminal.screen.contains("NOT UPDATED SINCE"))
    try terminal.quit()
  }

  @Test("A line that is damaged while the wall is up is told in a banner, and the rest of the board stays")
  func damaged() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    for words in ["flipped", "sound"] { #expect(try binary.run("note", "R1", words, "--as", "L. Moss").status == 0) }
    let terminal = try binary.screen(["wall"], columns: 160, rows: 50)
    try terminal.expect("as of ")
    try binary.shell("sed -i s/flipped/FLIPPED/ '\(binary.board)'/journal/*.jsonl")
    try terminal.expect("1 damaged line left out: run board check")
    try terminal.expect("R1 Rec")
    try terminal.quit()
  }

  @Test("A kiosk is left neither with q nor with C-c or C-z, only by a signal, and then the terminal is sane")
  func kiosk() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen(["wall", "--kiosk"], columns: 160, rows: 50)
    try terminal.expect("as of ")
    try terminal.expect("Force action  2")
    terminal.send("q\(PseudoTerminal.interrupt)\(PseudoTerminal.suspend)q")
    #expect(try binary.run("move", "R1", "awaiting-npcc", "--as", "L. Moss").status == 0)
    try terminal.expect("MOVED ←Force action by L. Moss")
    #expect(!terminal.screen.contains("q quit"))
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() != nil)
    terminal.expectSane()
  }

  @Test("Without a terminal the wall is refused as bad usage with the way out, and the chair's screen is the list")
  func noTerminal() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let wall = try binary.run("wall")
    #expect(wall.status == 64)
    #expect(wall.output.isEmpty)
    #expect(wall.errors.contains("board list"))
    let screen = try binary.run()
    #expect(screen.status == 0)
    #expect(screen.output == (try binary.run("list").output))
    #expect(screen.output.contains("R1"))
  }

  static let otherUser = "/usr/bin/setpriv"
  static let canDropRights = getuid() == 0 && FileManager.default.isExecutableFile(atPath: otherUser)

  @Test(
    "A user who may only read sees the wall and its changes",
    .enabled(if: canDropRights, "only root with setpriv can become another user"))
  func reader() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    try binary.shell("chmod -R a+rX,go-w '\(binary.directory.path)'")
    let terminal = try PseudoTerminal(columns: 160, rows: 50)
    try terminal.start(
      Self.otherUser,
      arguments: ["--reuid=65534", "--regid=65534", "--clear-groups", BoardBinary.path, "wall"],
      environment: binary.environment)
    try terminal.expect("as of ")
    #expect(try binary.run("move", "R1", "awaiting-npcc", "--as", "L. Moss").status == 0)
    try terminal.expect("MOVED ←Force action by L. Moss", seconds: 3)
    try terminal.quit()
  }
}

extension BoardBinary {
  /// Runs a line of shell that must succeed.
  func shell(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line]
    process.environment = environment
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(line)", sourceLocation: sourceLocation)
  }
}

/// The names, sizes and times of change of all files below a directory.
struct Files: Equatable {
  private var facts: [String: [Int]] = [:]

  init(below directory: String) throws {
    for name in [""] + (try FileManager.default.subpathsOfDirectory(atPath: directory)) {
      var status = stat()
      try #require(lstat("\(directory)/\(name)", &status) == 0)
      facts[name] = [
        Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
        status.st_ctim.tv_nsec,
      ]
    }
  }
}
