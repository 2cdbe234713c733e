import Foundation
import TestSupport
import Testing

@Suite("The chair's screen as a program") struct ChairScreenTests {
  /// The sample board on a terminal, with an editor of the test's own.
  private func start(_ binary: BoardBinary, editor: String = "true", terminal name: String = "xterm-256color") throws
    -> PseudoTerminal
  {
    let script = binary.directory.appendingPathComponent("editor").path
    try Data("#!/bin/sh\n\(editor)\n".utf8).write(to: URL(fileURLWithPath: script))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    let terminal = try PseudoTerminal(columns: 100, rows: 30)
    let environment = binary.environment.merging([
      "EDITOR": script, "TMPDIR": binary.directory.path, "TERM": name,
    ]) { $1 }
    try terminal.start(BoardBinary.path, arguments: ["demo"], environment: environment)
    #expect(terminal.wait(for: "Force action"))
    terminal.settle()
    return terminal
  }

  private func leave(_ terminal: PseudoTerminal) {
    terminal.send("q")
    #expect(terminal.waitForExit() == .status(0))
    #expect(terminal.isInLineMode)
  }

  @Test("E gives the terminal to the editor, with a draft that only the person can read, and takes both back")
  func editor() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let home = binary.directory.path
    let terminal = try start(
      binary,
      editor: "stat -c %a \"$1\" >\(home)/mode; [ -t 1 ] && echo tty >>\(home)/mode; echo 'And report.' >>\"$1\"")
    terminal.send("E\r")
    #expect(terminal.wait(for: "u to undo"))
    terminal.settle()
    #expect(try String(contentsOfFile: "\(home)/mode", encoding: .utf8) == "600\ntty\n")
    #expect(terminal.screen.contains("Force action"))
    #expect(try !FileManager.default.contentsOfDirectory(atPath: home).contains { $0.hasSuffix(".txt") })
    terminal.send("u")
    #expect(terminal.wait(for: "C-r to redo"))
    leave(terminal)
  }

  @Test(
    "An editor that is missing or fails changes nothing, and the screen says so", arguments: ["exit 3", "exit 127"])
  func failingEditor(script: String) throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let terminal = try start(binary, editor: script)
    terminal.send("E\r")
    #expect(terminal.wait(for: script == "exit 3" ? "nothing was changed: the editor failed" : "no editor"))
    leave(terminal)
  }

  @Test("y sends the reference by OSC 52, but not to a terminal that would print it")
  func clipboard() throws {
    for (name, isSent) in [("xterm-256color", true), ("linux", false)] {
      let binary = try BoardBinary()
      defer { binary.clean() }
      let terminal = try start(binary, terminal: name)
      terminal.send("y")
      #expect(terminal.wait(for: "sent to the clipboard"))
      let sent = String(decoding: terminal.received, as: UTF8.self)
      #expect(sent.contains("\u{1B}]52;c;") == isSent, "\(name)")
      leave(terminal)
    }
  }

  @Test("O turns the mouse on, a click selects, and the theme changes")
  func display() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let terminal = try start(binary)
    terminal.send("Okk\r")
    #expect(terminal.wait(for: "a click selects"))
    #expect(String(decoding: terminal.received, as: UTF8.self).contains("\u{1B}[?1000h"))
    terminal.send("Okkkk\r")
    terminal.settle()
    terminal.send("\u{1B}[<0;3;4M\u{1B}[<0;3;4m")
    terminal.settle()
    #expect(terminal.screen.contains("▶"))
    leave(terminal)
  }

  @Test("5 shows section 55, and a gap filled from it is recorded")
  func section55() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let terminal = try start(binary)
    terminal.send("5")
    #expect(terminal.wait(for: "§ 55 stalking-2019"), "\(terminal.screen.picture)")
    terminal.send("\r")
    #expect(terminal.wait(for: "as a whole"))
    terminal.send("The body agrees.\r")
    #expect(terminal.wait(for: "u to undo"))
    #expect(terminal.screen.contains("The body agrees."))
    terminal.send("q")
    terminal.settle()
    leave(terminal)
  }
}
