import Commands
import TestSupport
import Testing

/// Every key of every row of the key table, pressed in the real program.
@Suite("Each row of the key table") struct KeyRowTests {
  /// One row of the table.
  struct Row: Sendable, CustomTestStringConvertible {
    let view: KeyView
    let binding: KeyBinding
    var testDescription: String { "\(view): \(binding.keys.joined(separator: " ")), \(binding.words)" }
  }

  static let rows: [Row] = KeyView.allCases.flatMap { view in
    KeyTable.bindings(of: view).map { Row(view: view, binding: $0) }
  }

  @Test("does in the real program what a person expects of it, by each of its keys", arguments: rows)
  func row(_ row: Row) throws {
    let expected = try #require(row.view.cases[row.binding.action], "this row of the key table has no case")
    let binary = try row.view == .wall ? BoardBinary.withSamplePaper() : BoardBinary()
    defer { binary.clean() }
    for name in row.binding.keys {
      let bytes = try #require(KeyBytes.of(name), "\(name) is no key")
      let terminal = try open(row.view, on: binary)
      for step in row.view.opening + expected.way {
        terminal.send(step.keys)
        try terminal.expect(step.shows)
      }
      // Escape and a key that comes with it would be that key with Alt, so what was typed is let be drawn first.
      terminal.settle(milliseconds: 30)
      try press(bytes, named: name, on: terminal, expecting: expected.effect)
    }
  }

  private func open(_ view: KeyView, on binary: BoardBinary) throws -> PseudoTerminal {
    if view == .wall { return try binary.screen(["wall", "--page-seconds", "600"], columns: 40, rows: 12) }
    let terminal = try binary.screen(["demo"])
    try terminal.expect("▶cri/R5")
    try terminal.expect("q quit")
    return terminal
  }

  private func press(
    _ bytes: String, named name: String, on terminal: PseudoTerminal, expecting effect: KeyCase.Effect
  ) throws {
    let cursor = terminal.screen.cursor
    let received = terminal.received.count
    switch effect {
    case .shows(let text): #expect(!terminal.screen.contains(text), "“\(text)” is there before \(name)")
    case .hides(let text): #expect(terminal.screen.contains(text), "“\(text)” is not there before \(name)")
    case .moves, .sends, .ends: break
    }
    terminal.send(bytes)
    let isDone =
      switch effect {
      case .shows(let text): terminal.wait(for: text)
      case .hides(let text): terminal.wait { !$0.contains(text) }
      case .moves(let columns, let rows):
        terminal.wait { $0.cursor.column == cursor.column + columns && $0.cursor.row == cursor.row + rows }
      case .sends(let text):
        terminal.wait { _ in
          String(decoding: terminal.received[received...], as: UTF8.self).contains(text)
        }
      case .ends: terminal.waitForExit() == .status(0)
      }
    let way = "the cursor went from \(cursor) to \(terminal.screen.cursor)"
    #expect(isDone, "\(name): \(effect) was expected; \(way) in\n\(terminal.screen.picture)")
  }
}
