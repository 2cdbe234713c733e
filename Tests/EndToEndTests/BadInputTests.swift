import Foundation
import TestSupport
import Testing

/// What goes wrong says what, where and the way out, with the exit status of its kind.
@Suite struct BadInputTests {
  /// One thing a person does wrong.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    let status: Int32
    let says: [String]
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(name: "unknown verb", arguments: ["mvoe", "R1"], status: 64, says: ["mvoe", "move"]),
    Row(name: "unknown flag", arguments: ["list", "--jsn"], status: 64, says: ["--jsn", "--json"]),
    Row(name: "unknown status", arguments: ["move", "R1", "don"], status: 64, says: ["don", "awaiting-npcc"]),
    Row(name: "unknown reference", arguments: ["show", "R99"], status: 66, says: ["R99"]),
    Row(name: "unknown report", arguments: ["s55", "stlking-2019"], status: 66, says: ["stalking-2019"]),
    Row(name: "bad date", arguments: ["due", "R1", "2019-02-30", "--reason", "x"], status: 64, says: ["2019-02-30"]),
    Row(name: "bad query term", arguments: ["list", "status:nowhere"], status: 64, says: ["status:nowhere"]),
    Row(
      name: "no such paper", arguments: ["import", "/nowhere/paper.txt", "--yes"], status: 66,
      says: ["/nowhere/paper.txt"]),
    Row(name: "complete without ground", arguments: ["move", "R1", "complete"], status: 1, says: ["--ground"]),
    Row(name: "nothing to undo", arguments: ["undo", "--as", "Nobody"], status: 1, says: ["Nobody"]),
    Row(name: "no match", arguments: ["list", "zebra"], status: 1, says: []),
  ]

  @Test("What is wrong is named, with the way out and the status of its kind", arguments: rows)
  func wrong(row: Row) throws {
    let binary = try board()
    defer { binary.clean() }
    let result = try binary.start(row.arguments).finish()
    #expect(result.status == row.status, "\(result.errors)")
    for word in row.says { #expect(result.errors.contains(word), "“\(word)” not in: \(result.errors)") }
  }

  @Test("With --json an error is one object on standard error and nothing on standard output")
  func jsonErrors() throws {
    let binary = try board()
    defer { binary.clean() }
    let result = try binary.run("show", "R99", "--json")
    #expect(result.output.isEmpty)
    let error = try #require(
      try JSONSerialization.jsonObject(with: Data(result.errors.utf8)) as? [String: [String: Any]])
    #expect(error["error"]?["code"] as? Int == 66)
    #expect((error["error"]?["message"] as? String)?.contains("R99") == true)
  }

  @Test("Where no board is, the message names board init and board demo")
  func noBoard() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let result = try binary.run("list")
    #expect(result.status == 66)
    #expect(result.errors.contains("board init"))
    #expect(result.errors.contains("board demo"))
  }

  @Test(
    "A paper that holds no item adds nothing and says so",
    arguments: [
      ("empty", ""), ("without items", "Minutes\n\nThe board met and noted the weather.\n"),
      ("binary", "a\u{0}\u{1}\u{2}b\u{0}\u{0}"),
    ])
  func noItems(name: String, text: String) throws {
    let binary = try board()
    defer { binary.clean() }
    let paper = binary.directory.appendingPathComponent("paper.txt")
    try Data(text.utf8).write(to: paper)
    let before = try binary.run("log", "--porcelain").output
    let result = try binary.run("import", paper.path, "--yes")
    #expect(result.status == 65, "\(result.errors)")
    #expect(result.errors.contains("paper.txt"))
    #expect(try binary.run("log", "--porcelain").output == before)
  }

  @Test(
    "A journal cut in the middle of its last line loses that line only, is sealed by the next writer, and is no damage")
  func tornTail() throws {
    let binary = try board()
    defer { binary.clean() }
    #expect(try binary.run("note", "R1", "kept").status == 0)
    #expect(try binary.run("note", "R1", "torn").status == 0)
    let journal = try journal(of: binary)
    let bytes = try Data(contentsOf: journal)
    try bytes.dropLast(40).write(to: journal)
    let shown = try binary.run("show", "R1", "--json")
    #expect(shown.status == 0)
    #expect(shown.output.contains("kept"))
    #expect(!shown.output.contains("torn"))
    #expect(try binary.run("note", "R1", "after").status == 0)
    let check = try binary.run("check")
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    #expect(try binary.run("check", "--strict").status == 1)
    let after = try binary.run("show", "R1", "--json").output
    #expect(after.contains("kept") && after.contains("after") && !after.contains("torn"))
  }

  @Test("A flipped byte is found by check with file, line and offset; the rest of the board works on")
  func flippedByte() throws {
    let binary = try board()
    defer { binary.clean() }
    #expect(try binary.run("note", "R1", "flipped").status == 0)
    #expect(try binary.run("note", "R2", "sound").status == 0)
    let journal = try journal(of: binary)
    var bytes = try Data(contentsOf: journal)
    let place = try #require(bytes.range(of: Data("flipped".utf8)))
    bytes[place.lowerBound] ^= 0x01
    try bytes.write(to: journal)
    let check = try binary.run("check")
    #expect(check.status == 1)
    #expect(check.output.contains(journal.lastPathComponent))
    #expect(check.output.contains("line 2"))
    let shown = try binary.run("show", "R2", "--json")
    #expect(shown.status == 0)
    #expect(shown.output.contains("sound"))
    #expect(shown.errors.contains("board check"))
    #expect(try binary.run("note", "R2", "and on").status == 0)
    #expect(try binary.run("show", "R2", "--json").output.contains("and on"))
  }

  /// What a person may not write to: the whole board, or only its journal.
  static let walls: [(name: String, mode: [String: Int])] = [
    ("a read-only directory", ["": 0o555, "/journal": 0o555, "/lock": 0o444]),
    ("an unwritable journal", ["/journal": 0o555, "/lock": 0o666]),
  ]

  @Test(
    "Where a person may not write, a change is refused with 77, names the path and leaves nothing behind",
    arguments: walls)
  func notPermitted(name: String, mode: [String: Int]) throws {
    let binary = try board()
    defer { binary.clean() }
    let journal = try journal(of: binary)
    let before = try binary.run("log", "--porcelain").output
    for path in [binary.directory.path, binary.board + "/.local"] {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: journal.path)
    for (path, mode) in mode {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: binary.board + path)
    }
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: binary.board) }
    let result = try binary.asAnother("note", "R1", "not to be saved")
    #expect(result.status == 77, "\(result.errors)")
    #expect(result.errors.contains(binary.board))
    #expect(try binary.run("log", "--porcelain").output == before)
  }

  @Test("Standard output that cannot be written to ends with 74, not 0")
  func fullOutput() throws {
    let binary = try board()
    defer { binary.clean() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "'\(BoardBinary.path)' list --json > /dev/full 2>/dev/null"]
    process.environment = binary.environment
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 74)
  }

  private func board() throws -> BoardBinary {
    let binary = try BoardBinary()
    try #require(try binary.run("init", binary.board).status == 0)
    try #require(try binary.run("import", PaperTests.sample.path, "--yes").status == 0)
    return binary
  }

  private func journal(of binary: BoardBinary) throws -> URL {
    let folder = URL(fileURLWithPath: binary.board).appendingPathComponent("journal")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".jsonl") }
    return folder.appendingPathComponent(try #require(names.first))
  }
}
