import Foundation
import Glibc
import TestSupport
import Testing

/// Every exit status comes out of the real binary, but for two.
///
/// 70 and 76 are reached through the seam, in `ErrorPrinterTests` and `UnsureDiskTests`: a program in order has no fault to
/// show, and no disk can be made to fail its sync from here. 78 stands with the settings.
@Suite struct ExitStatusTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let status: Int32
    let name: String
    let arguments: [String]
    var input = ""
    var environment: [String: String] = [:]
    let says: [String]
    var testDescription: String { "\(status) \(name)" }
  }

  static let rows: [Row] = [
    Row(status: 0, name: "done", arguments: ["note", "R1", "asked"], says: []),
    Row(status: 0, name: "the same paper twice", arguments: ["import", PaperTests.sample.path, "--yes"], says: []),
    Row(status: 1, name: "a rule says no", arguments: ["move", "R1", "complete"], says: ["R1", "--ground"]),
    Row(status: 1, name: "a gap is open", arguments: ["s55"], says: []),
    Row(
      status: 1, name: "a report that is not finished", arguments: ["report", "close", "stalking-2019"],
      says: ["stalking-2019", "12 statutory gaps", "--reason"]),
    Row(
      status: 64, name: "a bad report key", arguments: ["report", "add", "My Key", "--title", "T"], says: ["My Key"]),
    Row(
      status: 64, name: "nobody to ask", arguments: ["verify", "status:complete", "--all-matching"],
      says: ["--yes", "--dry-run"]),
    Row(
      status: 65, name: "a text over 64 KiB", arguments: ["note", "R1", "-"],
      input: String(repeating: "x", count: 70_000), says: ["70000", "65536"]),
    Row(
      status: 65, name: "standard input without end", arguments: ["note", "R1"],
      input: String(repeating: "x", count: 2_000_000), says: ["standard input", "1048576"]),
    Row(status: 65, name: "an empty text", arguments: ["comment", "R1"], says: ["empty"]),
    Row(
      status: 66, name: "an unknown item among several", arguments: ["assign", "R1", "R99", "X"], says: ["R99"]),
    Row(
      status: 66, name: "an unknown change", arguments: ["verify", "R1", "--if-unchanged-since", "9-abcd"],
      says: ["9-abcd", "board log"]),
    Row(
      status: 69, name: "a needed program is missing", arguments: ["import", "paper.pdf", "--yes"],
      environment: ["PATH": "/nowhere"], says: ["pdftotext", "poppler-utils"]),
    Row(status: 73, name: "a board where one is", arguments: ["init", "test.board"], says: ["test.board"]),
    Row(
      status: 73, name: "an export over a file", arguments: ["export", "-o", "paper.pdf"],
      says: ["paper.pdf", "--force"]),
    Row(
      status: 75, name: "another status than expected",
      arguments: ["assign", "R1", "X", "--if-status", "complete"], says: ["stalking-2019/R1", "complete"]),
  ]

  @Test("Each status comes with the thing, the value and the way out in words, and nothing changes", arguments: rows)
  func status(row: Row) throws {
    let binary = try board()
    defer { binary.clean() }
    try Data("%PDF-1.4\n".utf8).write(to: binary.directory.appendingPathComponent("paper.pdf"))
    let before = try binary.run("log", "--porcelain").output
    let result = try binary.start(row.arguments, input: row.input, environment: row.environment).finish()
    #expect(result.status == row.status, "\(result.errors)")
    for word in row.says { #expect(result.errors.contains(word), "“\(word)” not in: \(result.errors)") }
    if row.status > 0 { #expect(try binary.run("log", "--porcelain").output == before) }
  }

  @Test("75: a board that another process holds is not waited for beyond 5 seconds, and the holder is named")
  func locked() throws {
    let binary = try board()
    defer { binary.clean() }
    let lock = open(binary.board + "/lock", O_RDWR)
    try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
    defer { close(lock) }
    let result = try binary.run("note", "R1", "asked")
    #expect(result.status == 75)
    #expect(result.errors.contains("locked") && result.errors.contains("try again"))
  }

  @Test(
    "65: a paper larger than it may be is refused before it is read, with its limit",
    arguments: [
      ("8 MiB", String(repeating: "Recommendation 1: x\n", count: 450_000), "8388608"),
      ("1 MiB a line", "Recommendation 1: " + String(repeating: "x", count: 1_100_000), "1048576"),
    ])
  func hugePaper(name: String, text: String, says: String) throws {
    let binary = try board()
    defer { binary.clean() }
    try Data(text.utf8).write(to: binary.directory.appendingPathComponent("huge.txt"))
    let result = try binary.run("import", "huge.txt", "--yes")
    #expect(result.status == 65)
    #expect(result.errors.contains("huge.txt") && result.errors.contains(says), "\(result.errors)")
  }

  @Test("130: an import that is interrupted at its question changes nothing")
  func interrupted() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    try #require(try binary.run("init", binary.board).status == 0)
    let terminal = try PseudoTerminal(columns: 80, rows: 200)
    try terminal.start(
      BoardBinary.path, arguments: ["import", PaperTests.sample.path], environment: binary.environment,
      directory: binary.directory.path)
    #expect(terminal.wait(for: "Add 8 items"))
    terminal.send("\u{3}")
    let end = terminal.waitForExit()
    #expect(end == .signal(SIGINT) || end == .status(130))
    #expect(try binary.run("list", "--json").json?["items"] as? [String] == [])
    #expect(try binary.run("check").status == 0)
  }

  @Test("10,000 references in one command are one change, quickly, by name, by query and through a pipe")
  func tenThousand() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let count = 9_999
    let paper =
      "HMICFRS: A very long report\nPublished 10 April 2019\n\n"
      + (1...count).map { "Recommendation \($0): Forces should do thing \($0).\n\n" }.joined()
    try Data(paper.utf8).write(to: binary.directory.appendingPathComponent("long.txt"))
    try #require(try binary.run("init", binary.board).status == 0)
    try #require(try binary.run("import", "long.txt", "--report", "long-2019", "--yes", "--quiet").status == 0)
    let start = ContinuousClock.now
    let names = (1...count).map { "R\($0)" }
    let byName = try binary.start(["assign"] + names + ["DCI Hale"]).finish()
    #expect(byName.status == 0, "\(byName.errors.prefix(300))")
    #expect(byName.output.split(separator: "\n").count == count)
    let byQuery = try binary.run(
      "due", "owner:hale", "2020-01-31", "--all-matching", "--yes", "--reason", "agreed", "--quiet")
    #expect(byQuery.status == 0, "\(byQuery.errors)")
    let list = try binary.run("list", "--porcelain").output
    let piped = try binary.run("move", "-", "awaiting-npcc", "--quiet", input: list)
    #expect(piped.status == 0, "\(piped.errors)")
    #expect(try binary.run("log", "--porcelain").output.split(separator: "\n").count == 4)
    #expect(try binary.run("undo").status == 0)
    // Far above what it takes here (half a second), far below what anything quadratic in the names would.
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  private func board() throws -> BoardBinary {
    let binary = try BoardBinary()
    try #require(try binary.run("init", binary.board).status == 0)
    try #require(try binary.run("import", PaperTests.sample.path, "--yes").status == 0)
    return binary
  }
}
