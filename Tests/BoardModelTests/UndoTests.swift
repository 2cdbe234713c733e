import BoardModel
import TestSupport
import Testing

@Suite struct UndoTests {
  let first = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(1))
  let second = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(2))

  @Test("Five own moves unwind five times and wind up again five times")
  func unwinds() throws {
    var recorder = try BoardRecorder.stalking()
    let start = recorder.board.records
    for index in 0..<5 { try recorder.run(.assign([first], owner: "Officer \(index)")) }
    let end = recorder.board.records
    for index in (0..<5).reversed() {
      try recorder.undo()
      #expect(recorder.board.item(first)?.owner == (index == 0 ? nil : "Officer \(index - 1)"))
    }
    #expect(values(recorder.board.records) == values(start))
    #expect(throws: BoardError.nothingToUndo(actor: "K. Ali")) { try recorder.undo() }
    for _ in 0..<5 { try recorder.redo() }
    #expect(values(recorder.board.records) == values(end))
    #expect(throws: BoardError.nothingToRedo(actor: "K. Ali")) { try recorder.redo() }
  }

  @Test("Plain undo takes back the actor's own latest change, not a colleague's later one")
  func ownLatest() throws {
    var recorder = try BoardRecorder.stalking()
    try recorder.run(.assign([first], owner: "Mine"), as: "K. Ali")
    try recorder.run(.assign([second], owner: "Theirs"), as: "B. Shah")
    try recorder.undo(as: "K. Ali")
    #expect(recorder.board.item(first)?.owner == nil)
    #expect(recorder.board.item(second)?.owner == "Theirs")
  }

  @Test("A field that somebody changed later refuses, naming who; --only-free takes back the rest")
  func refuses() throws {
    var recorder = try BoardRecorder.stalking()
    let mine = try #require(try recorder.run(.assign([first, second], owner: "Mine"), as: "K. Ali"))
    let theirs = try #require(try recorder.run(.assign([second], owner: "Theirs"), as: "B. Shah"))
    let error = #expect(throws: BoardError.self) { try recorder.undo(as: "K. Ali") }
    guard case .notFree(let blocked) = error else {
      Issue.record("expected a refusal, got \(String(describing: error))")
      return
    }
    #expect(blocked.map(\.actor) == ["B. Shah"])
    #expect(blocked.map(\.writer) == [theirs.id])
    try recorder.undo(mine.id, as: "K. Ali", onlyFree: true)
    #expect(recorder.board.item(first)?.owner == nil)
    #expect(recorder.board.item(second)?.owner == "Theirs")
  }

  @Test("An undo uncovers the colleague's change below, which they can then undo too")
  func uncovers() throws {
    var recorder = try BoardRecorder.stalking()
    try recorder.run(.assign([first], owner: "Theirs"), as: "B. Shah")
    try recorder.run(.assign([first], owner: "Mine"), as: "K. Ali")
    #expect(throws: BoardError.self) { try recorder.undo(as: "B. Shah") }
    try recorder.undo(as: "K. Ali")
    #expect(recorder.board.item(first)?.owner == "Theirs")
    try recorder.undo(as: "B. Shah")
    #expect(recorder.board.item(first)?.owner == nil)
  }

  @Test("A new command clears one's own redo, and nobody else's")
  func newCommandClearsRedo() throws {
    var recorder = try BoardRecorder.stalking()
    try recorder.run(.assign([first], owner: "A"), as: "K. Ali")
    try recorder.undo(as: "K. Ali")
    try recorder.run(.assign([second], owner: "B"), as: "B. Shah")
    try recorder.redo(as: "K. Ali")
    #expect(recorder.board.item(first)?.owner == "A")
    try recorder.undo(as: "K. Ali")
    try recorder.run(.note(second, text: "a note", isPrivate: false), as: "K. Ali")
    #expect(throws: BoardError.nothingToRedo(actor: "K. Ali")) { try recorder.redo(as: "K. Ali") }
  }

  @Test("A redo is refused when the field has changed since")
  func redoRefused() throws {
    var recorder = try BoardRecorder.stalking()
    try recorder.run(.assign([first], owner: "A"), as: "K. Ali")
    try recorder.undo(as: "K. Ali")
    try recorder.run(.assign([first], owner: "B"), as: "B. Shah")
    #expect(throws: BoardError.self) { try recorder.redo(as: "K. Ali") }
    #expect(recorder.board.item(first)?.owner == "B")
  }

  @Test("An import on which others have worked is not unmade; --only-free takes back the items nobody touched")
  func importInUse() throws {
    var recorder = try BoardRecorder.stalking()
    try recorder.run(.note(first, text: "Asked the lead", isPrivate: false), as: "B. Shah")
    #expect(throws: BoardError.self) { try recorder.undo(as: "Importer") }
    try recorder.undo(as: "Importer", onlyFree: true)
    #expect(recorder.board.items.map(\.reference) == [first])
    #expect(recorder.board.item(first)?.text.isEmpty == false)
  }

  @Test("Undo n times then redo n times is the identity, for random commands of three people", arguments: 0..<40)
  func identity(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var recorder = try BoardRecorder.stalking()
    for _ in 0..<30 {
      _ = try? recorder.run(command(&random), as: ["A", "B", "C"].randomElement(using: &random) ?? "A")
    }
    let before = recorder.board.records
    var undone = 0
    while undone < 12, (try? recorder.undo(as: "A")) != nil { undone += 1 }
    for _ in 0..<undone { try recorder.redo(as: "A") }
    #expect(values(recorder.board.records) == values(before))
  }

  @Test("No undo changes a register whose effective writer is another change", arguments: 0..<40)
  func foreignFieldsStay(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var recorder = try BoardRecorder.stalking()
    for _ in 0..<60 {
      let actor = ["A", "B", "C"].randomElement(using: &random) ?? "A"
      if Bool.random(using: &random), let target = recorder.changes.randomElement(using: &random) {
        let before = recorder.board.records
        guard (try? recorder.undo(target.id, as: actor, onlyFree: true)) != nil else { continue }
        for (old, new) in zip(before, recorder.board.records) {
          for (was, now) in zip(old.registers, new.registers) where was.writer != target.id { #expect(was == now) }
        }
      } else {
        _ = try? recorder.run(command(&random), as: actor)
      }
    }
  }

  @Test("An undo that arrives after a concurrent write to the same field changes nothing and loses nothing")
  func concurrentUndo() throws {
    var recorder = try BoardRecorder.stalking()
    let mine = try #require(try recorder.run(.assign([first], owner: "Mine"), as: "K. Ali"))
    let undo = try recorder.board.undo(of: mine)
    try recorder.run(.assign([first], owner: "Theirs"), as: "B. Shah")
    var board = recorder.board
    board.apply(
      Change(
        id: ChangeID(replica: 2, sequence: 1, nonce: 9), lamport: 99, at: 0, on: recorder.today, actor: "K. Ali",
        login: "kali", meeting: nil, kind: undo.kind, reason: nil, reverses: undo.reverses,
        operations: undo.operations))
    #expect(board.item(first)?.owner == "Theirs")
  }

  @Test(
    "Two copies that set one field without seeing each other leave it contested until somebody writes having seen it")
  func contested() throws {
    var recorder = try BoardRecorder.stalking()
    let stale = try recorder.board.plan(
      .assign([first], owner: "Elsewhere"), as: ChangeID(replica: 2, sequence: 1, nonce: 9))
    try recorder.run(.assign([first], owner: "Here"))
    var board = recorder.board
    board.apply(
      Change(
        id: ChangeID(replica: 2, sequence: 1, nonce: 9), lamport: 50, at: 0, on: recorder.today, actor: "X",
        login: "x", meeting: nil, kind: stale.kind, reason: nil, reverses: nil, operations: stale.operations))
    #expect(board.item(first)?.record.contestedFields == [FieldKey(.owner)])
    #expect(board.item(first)?.owner == "Elsewhere")
    let settled = try board.plan(.assign([first], owner: "Agreed"), as: recorder.nextID)
    board.apply(
      Change(
        id: ChangeID(replica: 3, sequence: 1, nonce: 1), lamport: 60, at: 0, on: recorder.today, actor: "X", login: "x",
        meeting: nil, kind: .assign, reason: nil, reverses: nil, operations: settled.operations))
    #expect(board.item(first)?.record.contestedFields == [])
  }

  /// What a board holds: every register's value and writer, and every step that counts.
  private func values(_ records: [Record]) -> [String] {
    records.flatMap { record in
      record.registers.filter { $0.writer != .none || $0.value != nil }
        .map { "\(record.entity) \($0.key) \($0.value ?? "-") \($0.writer)" }
        + record.steps.filter { !$0.undone }.map { "\(record.entity) step \($0.field) \($0.value ?? "-")" }
    }.sorted()
  }

  private func command(_ random: inout SeededRandom) -> Command {
    let references = (1...3).map {
      ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber($0))
    }
    let item = references.randomElement(using: &random) ?? references[0]
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .assign([item], owner: ["X", "Y", "Z", nil].randomElement(using: &random) ?? nil)
    case 1: return .note(item, text: "note \(Int.random(in: 0..<100, using: &random))", isPrivate: false)
    case 2: return .move([item], to: .awaitingNPCC, closing: nil, reason: "r")
    case 3: return .move(references, to: .forceAction, closing: nil, reason: "r")
    case 4:
      return .move(
        [item], to: .complete, closing: Command.ClosingWords(ground: .done, reason: "ok", noEvidence: "later"),
        reason: nil)
    default:
      return .due([item], CalendarDay(daysSinceEpoch: Int32.random(in: 18_000..<18_200, using: &random)), reason: "r")
    }
  }
}
