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

  @Test(
    "However the sample board's screen is ended, it leaves in order: no board is left behind and the terminal is sane",
    arguments: [SIGTERM, SIGHUP, SIGINT])
  func demo(number: Int32) throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let terminal = try binary.screen(["demo"])
    try terminal.expect("q quit")
    try terminal.type("H", until: "u to undo")
    terminal.signal(number)
    // A shell that hangs up tells its jobs twice.
    if number == SIGHUP { terminal.signal(number) }
    #expect(terminal.waitForExit(seconds: 1.5) == .status(128 + number))
    terminal.expectSane()
    #expect(try binary.demoBoards() == [])
  }

  @Test("The sample board goes with its terminal's window, that of a killed process when the next one is opened")
  func leftOverDemo() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let closed = try binary.screen(["demo"])
    try closed.expect("q quit")
    closed.hangUp()
    #expect(closed.waitForExit(seconds: 1.5) == .status(128 + SIGHUP))
    #expect(try binary.demoBoards() == [])

    let killed = try binary.screen(["demo"])
    try killed.expect("q quit")
    let running = try binary.screen(["demo"])
    try running.expect("q quit")
    #expect(try binary.demoBoards().count == 2)
    killed.signal(SIGKILL)
    #expect(killed.waitForExit() == .signal(SIGKILL))
    #expect(try binary.demoBoards().count == 2)
    let next = try binary.screen(["demo"])
    try next.expect("q quit")
    #expect(try binary.demoBoards().count == 2)
    try next.quit()
    try running.quit()
    #expect(try binary.demoBoards() == [])
  }

  @Test("A crash leaves the terminal sane", arguments: [SIGSEGV, SIGABRT])
  func crash(number: Int32) throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let terminal = try binary.screen(["demo"])
    try terminal.expect("q quit")
    terminal.signal(number)
    #expect(terminal.waitForExit(seconds: 3) == .signal(number))
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
