import BoardModel
import Testing

@Suite("A query")
struct QueryTests {
  static let today = CalendarDay(daysSinceEpoch: 18_032)  // 16 May 2019

  /// Four items in two reports: R1 overdue, R2 far ahead and with an owner, A1 complete then reopened, R1 of fire.
  static func board() throws -> Board {
    var board = Board(settings: BoardSettings(name: "Test"))
    var sequence: UInt32 = 0
    func commit(_ command: Command) throws {
      sequence += 1
      let id = ChangeID(replica: 1, sequence: sequence, nonce: sequence)
      let draft = try board.plan(command, as: id)
      board.apply(
        Change(
          id: id, lamport: UInt64(sequence), at: 0, on: today, actor: "Chair", login: "chair", meeting: nil,
          kind: draft.kind, reason: draft.reason, reverses: nil, operations: draft.operations))
    }
    func add(_ name: String, _ fields: [Field: String]) throws {
      guard let reference = ItemReference(name) else {
        Issue.record("\(name) is no reference")
        return
      }
      try commit(.addItem(Command.NewItem(reference: reference, fields: fields)))
    }
    try commit(.addReport(key: "stalking-2019", fields: [.title: "Living in fear"]))
    try commit(.addReport(key: "fire-2018", fields: [.title: "Fire and rescue"]))
    try add(
      "stalking-2019/R1",
      [
        .text: "Review the Risk assessments", .due: "2019-05-01", .status: "awaiting-npcc",
        .addressees: "NPCC lead\nCollege of Policing", .bodyComments: "Noted",
      ])
    try add(
      "stalking-2019/R2",
      [.text: "Train \"call takers\"", .due: "2019-10-10", .owner: "Ch Supt Élan", .tags: "Training\nurgent"])
    try add("stalking-2019/A1", [.text: "Use data", .due: "2019-06-01"])
    try add("fire-2018/R1", [.text: "Buy hoses"])
    let reopened = try #require(ItemReference("stalking-2019/A1"))
    let words = Command.ClosingWords(ground: .done, reason: "done", noEvidence: "none kept")
    try commit(.move([reopened], to: .complete, closing: words, reason: nil))
    try commit(.move([reopened], to: .forceAction, closing: nil, reason: "not so"))
    return board
  }

  @Test(
    "finds exactly the items that all its terms hold for",
    arguments: [
      ("everything", "", "fire-2018/R1 stalking-2019/R1 stalking-2019/R2 stalking-2019/A1"),
      ("a word in any case", "rIsK", "stalking-2019/R1"),
      ("a word beyond ASCII in any case", "éLAN", "stalking-2019/R2"),
      ("a word of the reference", "2018/r1", "fire-2018/R1"),
      ("a word of the report's title", "rescue", "fire-2018/R1"),
      ("two words, both", "review risk", "stalking-2019/R1"),
      ("two words, one missing", "review hoses", ""),
      ("words in quotes", "\"the risk\"", "stalking-2019/R1"),
      ("a keyword in quotes is a word", "\"overdue\"", ""),
      ("an excluded word", "-risk -hoses", "stalking-2019/R2 stalking-2019/A1"),
      ("status by its beginning", "status:awaiting", "stalking-2019/R1"),
      ("excluded status", "-status:force-action", "stalking-2019/R1"),
      ("report by its whole key", "report:fire-2018", "fire-2018/R1"),
      ("report by its beginning", "report:stalk kind:rec", "stalking-2019/R1 stalking-2019/R2"),
      ("owner in quotes", "owner:\"supt él\"", "stalking-2019/R2"),
      ("a second addressee", "addressee:college", "stalking-2019/R1"),
      ("kind", "kind:AFI", "stalking-2019/A1"),
      ("whole reference", "ref:stalking-2019/R1", "stalking-2019/R1"),
      ("short reference", "ref:r1", "fire-2018/R1 stalking-2019/R1"),
      ("a whole tag", "tag:urgent", "stalking-2019/R2"),
      ("half a tag", "tag:urg", ""),
      ("overdue", "overdue", "stalking-2019/R1"),
      ("due within days, overdue too", "due:16d", "stalking-2019/R1 stalking-2019/A1"),
      ("due within too few days", "due:15d -overdue", ""),
      ("due within months", "due:6m kind:r", "stalking-2019/R1 stalking-2019/R2"),
      ("due on a day", "due:2019-06-01", "stalking-2019/A1"),
      ("due before", "due<2019-06-01", "stalking-2019/R1"),
      ("due on or before", "due<=2019-06-01", "stalking-2019/R1 stalking-2019/A1"),
      ("due after", "due>2019-06-01", "stalking-2019/R2"),
      ("due on or after", "due>=2019-06-01", "stalking-2019/R2 stalking-2019/A1"),
      ("no date", "no-date", "fire-2018/R1"),
      ("no owner", "no-owner kind:rec", "fire-2018/R1 stalking-2019/R1"),
      ("no comment of the body", "no-comment report:stalking", "stalking-2019/R2 stalking-2019/A1"),
      ("reopened", "reopened", "stalking-2019/A1"),
      ("changed since a day", "changed:2019-05-17", ""),
      ("changed since no meeting", "changed:last-meeting fire", "fire-2018/R1"),
    ])
  func finds(name: String, text: String, expected: String) throws {
    let board = try Self.board()
    let query = try Query(parsing: text)
    let found = query.items(on: board, today: Self.today).map(\.reference.description)
    #expect(found.joined(separator: " ") == expected, "\(name)")
    let oneByOne = board.items.filter { query.matches($0, board: board, today: Self.today) }
    #expect(oneByOne.map(\.reference.description) == found, "\(name), one by one")
  }

  @Test(
    "refuses a term that means nothing, with its place",
    arguments: [
      ("unknown field", "risk colour:red", "colour:red", 5),
      ("unknown status", "status:done", "status:done", 0),
      ("unknown kind", "kind:x", "kind:x", 0),
      ("bad reference", "a ref:17", "ref:17", 2),
      ("bad date", "due<30d", "due<30d", 0),
      ("bad span", "due:30y", "due:30y", 0),
      ("comparison of another field", "owner>2", "owner>2", 0),
      ("missing value", "owner:", "owner:", 0),
      ("missing value, excluded", "x -owner:", "-owner:", 2),
      ("quote left open", "say \"hello", "\"hello", 4),
      ("nothing between quotes", "\"\"", "", 0),
    ])
  func refuses(name: String, text: String, term: String, place: Int) {
    let error = #expect(throws: BoardError.self) { try Query(parsing: text) }
    guard case .badQueryTerm(let found, position: let position, expected: let expected) = error else {
      Issue.record("\(name): \(String(describing: error))")
      return
    }
    #expect(found == term, "\(name)")
    #expect(position == place, "\(name)")
    #expect(!expected.isEmpty)
  }

  @Test("never traps on any text", arguments: [UInt64(1), 2, 3])
  func neverTraps(seed: UInt64) {
    var state = seed
    let alphabet = Array("ab:<>=-\"0 9due\u{301}é\u{200B}R/")
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      do { _ = try Query(parsing: text) } catch { #expect(!error.sentence.isEmpty) }
    }
  }
}
