import Foundation
import TestSupport
import Testing

/// `docs/screens.md` shows what the program shows.
@Suite struct ScreenPageTests {
  static let page = BoardBinary.root.appendingPathComponent("docs/screens.md")

  @Test("The page of screens is what the sample board really shows; RECORD_GOLDEN=1 writes it anew and still fails")
  func fresh() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    var text = """
      # The screens

      What `board demo` and, on the same board, `board wall` show. A test compares this page with the program;
      `RECORD_GOLDEN=1 swift test -c release --filter ScreenPageTests` writes it anew. Times are shown as noon.

      """
    for (columns, rows) in [(80, 24), (200, 60), (40, 12)] {
      let terminal = try demo(binary, columns: columns, rows: rows)
      text += section("The chair's screen, \(columns)×\(rows)", terminal)
      if columns == 80 {
        let wall = try wall(binary)
        try terminal.type("\r", until: "Chief officer's comments (5)(b)")
        try terminal.expect("▼")
        text += section("An open card", terminal)
        try terminal.escape(from: "Esc back")
        try terminal.type("L", until: "National part")
        text += section("What completing a card asks for", terminal)
        try terminal.escape(from: "Esc cancel")
        try terminal.type("?", until: "search:")
        text += section("Help", terminal)
        try terminal.escape(from: "Esc back")
        text += wall
      }
      try terminal.quit()
    }
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: Self.page)
      Issue.record("docs/screens.md was written anew; run again without RECORD_GOLDEN")
    }
    let kept = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(text == kept, "docs/screens.md is not what the program shows; RECORD_GOLDEN=1 writes it anew")
  }

  /// The sample board without the first notice, which names a path of its own each time.
  private func demo(_ binary: BoardBinary, columns: Int, rows: Int) throws -> PseudoTerminal {
    let terminal = try binary.screen(["demo"], columns: columns, rows: rows)
    try terminal.expect("Elsewhere:")
    try terminal.expect("q quit")
    terminal.send("g")
    try terminal.expectGone("Elsewhere:")
    return terminal
  }

  /// The wall on the board of the demo that is running.
  private func wall(_ binary: BoardBinary) throws -> String {
    let board = try #require(try binary.demoBoards().first)
    let terminal = try binary.screen(["wall", "--board", board, "--page-seconds", "600"])
    try terminal.expect("as of ")
    try terminal.expect("q quit")
    let text = section("The wall", terminal)
    try terminal.quit()
    return text
  }

  /// A heading and the screen under it, with the clock at noon and no blanks at the ends of lines.
  private func section(_ title: String, _ terminal: PseudoTerminal) -> String {
    terminal.settle(milliseconds: 200)
    let lines = terminal.screen.lines.map { line in
      let quiet = line.replacing(/\d\d:\d\d:\d\d/) { _ in "12:00:00" }.replacing(/in \d+ s/) { _ in "in 600 s" }
      return String(quiet.reversed().drop { $0 == " " }.reversed())
    }
    return "\n## \(title)\n\n```text\n\(lines.joined(separator: "\n"))\n```\n"
  }
}
