import Foundation
import TestSupport
import Testing

/// The wall before a store that goes away, breaks, or is exchanged, and the sentences that docs/wall.md explains.
@Suite struct WallTroubleTests {
  static func page() throws -> String {
    try String(contentsOf: BoardBinary.root.appendingPathComponent("docs/wall.md"), encoding: .utf8)
  }

  /// A way to break the board `$B`, how to mend it, and the sentence for it.
  struct Trouble: CustomTestStringConvertible {
    let testDescription: String
    let breaking: String
    let mending: String
    let sentence: String
  }

  static let troubles = [
    Trouble(
      testDescription: "moved away", breaking: "mv $B $B.away", mending: "mv $B.away $B",
      sentence: "the board is missing"),
    Trouble(
      testDescription: "unmounted", breaking: "mv $B $B.away; mkdir $B", mending: "rmdir $B; mv $B.away $B",
      sentence: "the board is missing"),
    Trouble(
      testDescription: "unreadable", breaking: "f=$(echo $B/journal/*); mv $f $B/away; mkfifo $f",
      mending: "mv -f $B/away $(echo $B/journal/*)",
      sentence: "the board cannot be read"),
    Trouble(
      testDescription: "damaged", breaking: "cp $B/board.json $B.saved; echo '{' > $B/board.json",
      mending: "cp $B.saved $B/board.json", sentence: "the board is damaged"),
  ]

  @Test(
    "Each trouble is told after 10 s in its own words, with since when, over the last good board; then it recovers",
    arguments: troubles)
  func trouble(trouble: Trouble) throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen(["wall"], columns: 120, rows: 40)
    try terminal.expect("as of ")
    try binary.shell("B='\(binary.board)'; \(trouble.breaking)")
    try terminal.expect("NOT UPDATED SINCE", seconds: 30)
    try terminal.expect(trouble.sentence)
    for other in ["missing", "cannot be read", "damaged"] where !trouble.sentence.contains(other) {
      #expect(!terminal.screen.contains("the board is \(other)") && !terminal.screen.contains("the board \(other)"))
    }
    #expect(terminal.screen.contains("R1 Rec"))
    #expect(try Self.page().contains("| \(trouble.sentence) |"))
    try binary.shell("B='\(binary.board)'; \(trouble.mending)")
    try terminal.expectGone("NOT UPDATED SINCE")
    try terminal.expect("up to date again, after")
    #expect(try binary.run("note", "R3", "and it follows", "--as", "P. Quaye").status == 0)
    try terminal.expect("EDITED note by P. Quaye")
    try terminal.quit()
  }

  @Test("A restored copy in the board's place, and another board, are followed at once and told apart")
  func replaced() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    try binary.shell("cp -a '\(binary.board)' '\(binary.board).backup'")
    for words in ["one", "two"] { #expect(try binary.run("note", "R1", words).status == 0) }
    let terminal = try binary.screen(["wall"], columns: 120, rows: 40)
    try terminal.expect("as of ")
    try binary.shell("cd '\(binary.directory.path)'; mv test.board x; mv test.board.backup test.board")
    try terminal.expect("the board was replaced: a copy of it")
    try terminal.expect("2 changes fewer")
    #expect(try binary.run("init", "\(binary.directory.path)/y", "--name", "Quite another").status == 0)
    try binary.shell("cd '\(binary.directory.path)'; mv test.board z; mv y test.board")
    try terminal.expect("the board was replaced: another board")
    try terminal.expect("Quite another")
    #expect(!terminal.screen.contains("NOT UPDATED"))
    #expect(try Self.page().contains("| the board was replaced |"))
    try terminal.quit()
  }

  @Test("A kiosk waits for a board that is not there yet; a wall without --kiosk is refused, with the way out")
  func waits() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let terminal = try binary.screen(["wall", "--kiosk", "--public"], columns: 120, rows: 30)
    try terminal.expect("NOT READ YET · the board is missing")
    #expect(!terminal.screen.contains(binary.board))
    let person = try binary.screen(["wall"], columns: 80, rows: 24)
    #expect(person.waitForExit() == .status(66))
    try #require(try binary.run("init", binary.board).status == 0)
    try #require(try binary.run("import", PaperTests.sample.path, "--yes").status == 0)
    try terminal.expect("R1 Rec", seconds: 30)
    #expect(!terminal.screen.contains("NOT READ YET"))
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() != nil)
  }

  @Test("Resizes to anything and back leave the whole picture")
  func resizes() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen(["wall"], columns: 120, rows: 40)
    try terminal.expect("Complete  1")
    terminal.settle(milliseconds: 200)
    let before = terminal.screen.lines.dropFirst(3)
    for (columns, rows) in [(1, 1), (300, 5), (20, 100), (80, 24), (500, 200), (40, 12), (120, 40)] {
      terminal.resize(columns: columns, rows: rows)
      terminal.settle(milliseconds: 100)
    }
    // The times on the first rows go on.
    #expect(terminal.wait { $0.lines.dropFirst(3) == before })
    try terminal.quit()
  }
}
