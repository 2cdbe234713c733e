import BoardModel
import Interchange
import TestSupport

/// Texts that a program could take for more than text.
enum Hostile {
  static let script = "<script>alert(1)</script><img src=x onerror=\"alert(2)\">"
  static let link = "[click](javascript:alert(3)) <javascript:alert(4)> https://example.org www.example.org"
  static let bidi = "abc\u{202E}fed\u{2066}\u{200B}\u{FEFF}\u{1B}[31m"
  static let marks = "a" + String(repeating: "\u{301}", count: 500)
  static let breaks = "# heading\n```\n| a | b |\n---\n1. one\n* star\n> quote\n+ plus\n== \n&lt;b&gt; ~~x~~ $y$"
  static let all = [script, link, bidi, marks, breaks].joined(separator: "\n")
}

/// A board of one report with three items, made through commands; 16 May 2019.
struct ExportFixture {
  var recorder = BoardRecorder()
  let key = "stalking-2019"

  init(text: String = "Forces should record crimes.", title: String = "Stalking and harassment") throws {
    try recorder.run(.addReport(key: key, fields: [.title: title, .publicationDate: "2019-04-10"]))
    try recorder.run(
      .addItem(new(.recommendation, 1, text, [.addressees: "chief constables", .due: "2019-10-10"])))
    try recorder.run(.addItem(new(.recommendation, 2, "The NPCC lead should write.", [.status: "awaiting-npcc"])))
    try recorder.run(.addItem(new(.areaForImprovement, 1, "The force should improve.", [:])))
  }

  func new(_ kind: ItemKind, _ number: Int, _ text: String, _ fields: [Field: String]) -> Command.NewItem {
    let defaults: [Field: String] = [.text: text, .status: "force-action"]
    return Command.NewItem(
      reference: reference(kind, number), fields: defaults.merging(fields) { $1 })
  }

  func reference(_ kind: ItemKind, _ number: Int) -> ItemReference {
    ItemReference(report: key, kind: kind, number: ItemNumber(number))
  }

  /// What fills every gap of the report.
  mutating func fillGaps() throws {
    let report = EntityReference.report(key)
    try recorder.run(.comment(.bodyComments, on: report, text: "We welcome the report."))
    try recorder.run(.comment(.chiefOfficerComments, on: .item(reference(.recommendation, 1)), text: "In hand."))
    try recorder.run(.comment(.bodyReply, on: report, text: "We agree with the chief officer."))
    for number in 1...2 {
      try recorder.run(.position(reference(.recommendation, number), .taken, text: "Seen to."))
    }
    try recorder.run(.comment(.bodyComments, on: .item(reference(.areaForImprovement, 1)), text: "Noted."))
    for step in [Field.publishedOn, .sentToInspectorsOn, .sentToSecretaryOfStateOn] {
      try recorder.run(.record(report: key, step: step, on: recorder.today))
    }
  }

  func register(_ disclosure: Disclosure = .whole, query: String = "") throws -> ItemRegister {
    ItemRegister(
      disclosure.board(of: recorder.changes, settings: recorder.board.settings), disclosure: disclosure,
      query: try Query(parsing: query), words: query, today: recorder.today, asOf: "2019-05-16T10:00:00Z")
  }

  func paper() throws -> Section55Paper {
    Section55Paper(
      try recorder.board.resolveReport(key), on: recorder.board, today: recorder.today, asOf: "2019-05-16T10:00:00Z")
  }
}
