import Glibc
import TestSupport
import Testing

@Suite struct PseudoTerminalTests {
  @Test("A program has the terminal as its own, with its size, and is typed to")
  func interactive() throws {
    let terminal = try PseudoTerminal(columns: 40, rows: 5)
    try terminal.start(
      "/bin/sh", arguments: ["-c", "stty size; pwd; read line < /dev/tty; echo got $line; exit 7"], directory: "/usr")
    #expect(terminal.wait(for: "5 40"))
    #expect(terminal.wait(for: "/usr"))
    terminal.send("hello\r")
    #expect(terminal.wait(for: "got hello"))
    #expect(terminal.waitForExit() == .status(7))
  }

  @Test("A change of size reaches the program")
  func resized() throws {
    let terminal = try PseudoTerminal(columns: 40, rows: 5)
    try terminal.start(
      "/bin/sh", arguments: ["-c", "trap 'stty size; exit' WINCH; echo ready; while :; do sleep 0.05; done"])
    #expect(terminal.wait(for: "ready"))
    terminal.resize(columns: 33, rows: 7)
    #expect(terminal.wait(for: "7 33"))
    #expect(terminal.waitForExit() == .status(0))
  }

  @Test("A closed window hangs up on the program, and a signal ends it by name")
  func hangUp() throws {
    let terminal = try PseudoTerminal(columns: 40, rows: 5)
    try terminal.start("/bin/sleep", arguments: ["60"])
    terminal.hangUp()
    #expect(terminal.waitForExit() == .signal(SIGHUP))
  }

  @Test("Waiting for what never comes ends when the program does")
  func noSuchText() throws {
    let terminal = try PseudoTerminal(columns: 40, rows: 5)
    try terminal.start("/bin/echo", arguments: ["done"])
    #expect(!terminal.wait(for: "never", seconds: 20))
    #expect(terminal.screen.contains("done"))
  }
}
