import BoardModel
import BoardStore
import TestSupport
import Testing

/// The store folds lines without making a change of each; these tests hold it to the simple way.
@Suite struct FoldTests {
  /// Some changes of one copy: a paper, then whatever the numbers say, undone and redone now and then.
  static func history(_ replica: UInt64, count: Int, _ random: inout SeededRandom) throws -> [Change] {
    var recorder = BoardRecorder(replica: replica)
    let items = (1...3).map { BoardRecorder.item(StoreFixture.report, .recommendation, $0) }
    try recorder.run(.importPaper(report: StoreFixture.report, fields: [.title: "T"], items: items))
    // A rule says no to some commands, to many while all items are withdrawn: until an undo brings one back.
    for _ in 1..<(40 * count) where recorder.changes.count < count {
      let actor = ["K. Ali", "Zoë “Z” Sørensen", "a\"b\\c"].randomElement(using: &random) ?? "K. Ali"
      do throws(BoardError) {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: try recorder.undo(as: actor)
        case 1: try recorder.redo(as: actor)
        default: try recorder.run(command(&random), as: actor)
        }
      } catch {
        continue
      }
    }
    return recorder.changes
  }

  static func command(_ random: inout SeededRandom) -> Command {
    let number = Int.random(in: 0..<1000, using: &random)
    let item = StoreFixture.item(number % 3 + 1)
    let text =
      ["plain \(number)", "two\nlines \(number)", "“Grüße” \(number) 日本", "\"q\" \\ \u{7} \(number)", "é"]
      .randomElement(using: &random) ?? ""
    switch number % 7 {
    case 0: return .note(item, text: text, isPrivate: number % 2 == 0)
    case 1: return .assign([item], owner: number % 5 == 0 ? nil : text)
    case 2: return .due([item], CalendarDay(daysSinceEpoch: Int32(18_000 + number)), reason: text)
    case 3: return .move([item], to: number % 2 == 0 ? .forceAction : .awaitingNPCC, closing: nil, reason: text)
    case 4: return .comment(.bodyComments, on: .item(item), text: text)
    case 5: return .withdraw(item, reason: text)
    default: return .evidence(item, text: text)
    }
  }

  /// A line as another program might write it: the same members, and one blank.
  static func respelled(_ line: [UInt8]) -> [UInt8] {
    let body = line.dropFirst().dropLast(#","crc":"00000000"}"#.utf8.count + 1)
    return JournalDamageTests.line("{ " + String(decoding: body, as: UTF8.self) + "}")
  }

  @Test(
    "The fold of lines, of one or two streams and of either form, is that of the changes one by one",
    arguments: 0..<24 as Range<UInt64>)
  func equal(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let fixture = try StoreFixture()
    var all: [Change] = []
    for replica in 1...(1 + seed % 2) {
      let history = try Self.history(replica, count: 120, &random)
      var bytes: [UInt8] = []
      for change in history {
        let line = LineWriter.line(for: change)
        bytes += Int.random(in: 0..<6, using: &random) == 0 ? Self.respelled(line) : line
      }
      let name = "\(ChangeID.hex(replica, digits: 16)).jsonl"
      fixture.disk.put("\(StoreFixture.path)/journal/\(name)", bytes)
      all += history
    }
    all.sort { $0.order < $1.order }
    var simple = Board(settings: BoardSettings(name: "Test"))
    for change in all { simple.apply(change) }

    let store = try fixture.open(.readOnly)
    #expect(store.health.findings.isEmpty && store.health.newerChanges == 0)
    #expect(BoardContents(store.board) == BoardContents(simple))
    #expect(store.board.actors == simple.actors && store.board.lastOrder == simple.lastOrder)
    #expect(store.board.items.map(\.record) == simple.items.map(\.record))
    #expect(try store.allChanges() == all)
  }

  @Test("Items come by report, kind and number, whatever order they were made in", arguments: 0..<8 as Range<UInt64>)
  func order(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var recorder = BoardRecorder()
    var references: [ItemReference] = []
    for report in ["b-2", "a-10", "a-2"] {
      try recorder.run(.addReport(key: report, fields: [.title: report]))
      for kind in ItemKind.allCases {
        for number in 1...4 { references.append(ItemReference(report: report, kind: kind, number: ItemNumber(number))) }
      }
    }
    for reference in references.shuffled(using: &random) {
      try recorder.run(.addItem(BoardRecorder.item(reference.report, reference.kind, reference.number.major)))
    }
    let board = recorder.board
    #expect(board.items.map(\.reference) == references.sorted())
    #expect(board.items(of: "a-2").map(\.reference) == references.filter { $0.report == "a-2" }.sorted())
    #expect(board.reports.map(\.key) == ["a-10", "a-2", "b-2"])
    #expect(board.nextNumber(report: "a-2", kind: .causeOfConcern) == ItemNumber(5))
  }

  @Test("A field that is first written after twenty notes is found, and changed in place")
  func lateField() throws {
    var recorder = try BoardRecorder.stalking()
    let item = StoreFixture.item(1)
    for number in 1...20 { try recorder.run(.note(item, text: "Note \(number)", isPrivate: false)) }
    try recorder.run(.assign([item], owner: "A"))
    try recorder.run(.assign([item], owner: "B"))
    let record = try #require(recorder.board.record(.item(item)))
    #expect(record[.owner] == "B" && record[.text] != nil && record[.withdrawn] == nil)
    #expect(record.registers.filter { $0.key == FieldKey(.owner) }.count == 1)
    #expect(record.entries(.note).count == 20)
  }
}
