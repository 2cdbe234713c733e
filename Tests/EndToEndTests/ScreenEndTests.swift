import Foundation
import TestSupport
import Testing

/// However the screen ends, the terminal is left sane and the board whole.
@Suite struct ScreenEndTests {
  @Test("A signal ends the screen within a second, by name, and the terminal is sane", arguments: [SIGTERM, SIGHUP])
  func signals(number: Int32) throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try terminal.expect("▶R1")
    terminal.signal(number)
    let end = terminal.waitForExit(seconds: 3)
    #expect(end == .signal(number) || end == .status(128 + number), "\(String(describing: end))")
    terminal.expectSane()
  }

  @Test("When its window is closed the program is gone within a second", arguments: [[], ["wall"]])
  func hangUp(arguments: [String]) throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen(arguments)
    try terminal.expect("day 37 of 56")
    terminal.hangUp()
    #expect(terminal.waitForExit(seconds: 3) != nil)
    #expect(try binary.run("check", "--strict").status == 0)
  }

  @Test("After kill -9 what was acknowledged is there, and the next command works")
  func kill() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try terminal.expect("▶R1")
    try terminal.type("H", until: "u to undo")
    terminal.signal(SIGKILL)
    #expect(terminal.waitForExit() == .signal(SIGKILL))
    #expect(try binary.run("note", "R1", "and on").status == 0)
    #expect(try binary.run("list", "status:force-action", "--json").jsonItems == ["stalking-2019/R3"])
    #expect(try binary.run("check", "--strict").status == 0)
  }

  @Test("C-c at the top quits as q does")
  func interrupt() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try terminal.expect("▶R1")
    terminal.send(PseudoTerminal.interrupt)
    #expect(terminal.waitForExit() == .status(0))
    terminal.expectSane()
  }

  @Test("C-z gives the terminal to the shell, and fg shows the board again as it is by then")
  func suspend() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    try terminal.start(
      "/bin/bash", arguments: ["--norc", "--noprofile", "-i"],
      environment: binary.environment.merging(["PS1": "shell> ", "HISTFILE": ""]) { $1 },
      directory: binary.directory.path)
    try terminal.expect("shell>")
    terminal.send("\(BoardBinary.path)\r")
    try terminal.expect("▶R1")
    terminal.send(PseudoTerminal.suspend)
    try terminal.expect("Stopped")
    try terminal.expect("shell>")
    #expect(!terminal.screen.modes.contains(1049))
    #expect(terminal.screen.modes.contains(25))
    #expect(try binary.run("move", "R3", "awaiting-npcc").status == 0)
    terminal.send("fg\r")
    try terminal.expect("Force action  1")
    try terminal.type("?", until: "search:")
    try terminal.escape(from: "Esc back")
    terminal.send("q")
    try terminal.expect("shell>")
    terminal.send("echo left with $?\r")
    try terminal.expect("left with 0")
    terminal.send("exit\r")
    #expect(terminal.waitForExit() == .status(0))
    #expect(terminal.isInLineMode)
  }
}
