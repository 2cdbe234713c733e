import Foundation
import TestSupport
import Testing

/// A board with something of everything, made once by the real binary and copied for each test that wants one.
///
/// Two papers read, items moved, closed, reopened, withdrawn, slipped; comments, notes, evidence; a meeting that has
/// ended, with outcomes and actions. Today is 16 May 2019.
enum RichBoard {
  static let stalking = BoardBinary.root
    .appendingPathComponent("sample-data/stalking-2019-cut-sentence-restarting-numbers.txt").path
  static let custody = BoardBinary.root
    .appendingPathComponent("sample-data/custody-2019-causes-updates-comments.txt").path
  /// A paper that says what the force accepts.
  static let accepted = BoardBinary.root
    .appendingPathComponent("sample-data/layouts/23-acceptance-and-national.txt").path

  /// What was done, one command line after the other.
  static let history: [[String]] = [
    ["import", stalking, "--yes"],
    ["import", custody, "--yes"],
    ["assign", "stalking-2019/R1", "stalking-2019/R2", "DCI Hale"],
    ["due", "stalking-2019/R1", "2019-11-30", "--reason", "agreed with the Board"],
    ["due", "stalking-2019/R2", "2019-05-10", "--reason", "brought forward"],
    ["edit", "stalking-2019/R2", "tags=training", "acceptance=partly", "registerStatus=being-progressed"],
    [
      "move", "stalking-2019/R3", "complete", "--ground", "done", "--reason", "Adopted", "--evidence", "Policy 14",
      "--national-open",
    ],
    ["verify", "stalking-2019/R3"],
    [
      "move", "stalking-2019/R5", "complete", "--ground", "superseded", "--reason", "See R3", "--no-evidence",
      "none is needed",
    ],
    ["move", "stalking-2019/R5", "force-action", "--reason", "closed too early"],
    ["note", "stalking-2019/R1", "Asked again"],
    ["note", "stalking-2019/R1", "A quiet word", "--private"],
    ["evidence", "stalking-2019/R1", "Audit of 12 May"],
    ["comment", "stalking-2019", "The Commissioner welcomes the report."],
    ["comment", "stalking-2019/R2", "--position", "proposed", "For the lead to act on."],
    ["reply", "stalking-2019/R1", "Noted with thanks."],
    ["record", "stalking-2019", "sent-to-inspectors", "2019-05-15"],
    ["withdraw", "custody-2019/A1", "--reason", "read twice"],
    ["meeting", "start", "March", "--on", "2019-03-21", "--agenda", "ref:stalking-2019/R1", "--next", "2019-07-11"],
    ["decide", "stalking-2019/R1", "agreed", "that the pilot be extended", "--assurance", "Partial."],
    ["decide", "stalking-2019", "noted"],
    ["note", "stalking-2019/R1", "Said at the meeting"],
    [
      "action", "add", "write to the lead", "--owner", "DCI Hale", "--due", "2019-05-01", "--ref", "stalking-2019/R1",
    ],
    ["action", "add", "book the room", "--owner", "L. Moss", "--due", "2019-06-01"],
    ["meeting", "skip", "stalking-2019/R4"],
    ["meeting", "end", "--assurance", "The Board was assured on what it saw."],
    ["action", "add", "send the figures", "--owner", "Insp. Fell", "--due", "2019-05-30"],
    ["move", "stalking-2019/R6", "force-action"],
    ["undo"],
  ]

  private static let place = FileManager.default.temporaryDirectory
    .appendingPathComponent("board-rich-\(ProcessInfo.processInfo.processIdentifier)")

  /// The one that copies are made of; removed when the tests end.
  private static let template: String? = try? make()

  private static func make() throws -> String {
    let binary = try BoardBinary()
    try binary.run("init", binary.board, "--name", "Test", "--body", "The Commissioner", "--force", "Fenshire")
    for line in history { try require(line, binary) }
    let actions = try binary.run("actions", "--porcelain").output.split(separator: "\n")
    let last = try #require(actions.first { $0.contains("send the figures") }?.split(separator: "\t").first)
    try require(["action", "done", String(last), "Sent on Tuesday"], binary)
    try FileManager.default.moveItem(atPath: binary.board, toPath: place.path)
    binary.clean()
    atexit { try? FileManager.default.removeItem(at: RichBoard.place) }
    return place.path
  }

  private static func require(_ line: [String], _ binary: BoardBinary) throws {
    let result = try binary.start(line).finish()
    try #require(result.status == 0, "\(line): \(result.errors)")
  }

  /// A runner with a copy of its own.
  static func copy() throws -> BoardBinary {
    let binary = try BoardBinary()
    try FileManager.default.copyItem(atPath: try #require(template), toPath: binary.board)
    return binary
  }
}

extension BoardBinary {
  /// What a verb may change: the journals and the board's own settings, by name.
  func stored() throws -> [String: Data] {
    var files: [String: Data] = [:]
    let folder = URL(fileURLWithPath: board)
    for name in try FileManager.default.subpathsOfDirectory(atPath: board)
    where name.hasPrefix("journal/") || name == "board.json" {
      files[name] = try Data(contentsOf: folder.appendingPathComponent(name))
    }
    return files
  }
}
