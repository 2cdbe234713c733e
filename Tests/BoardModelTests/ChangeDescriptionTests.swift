import BoardModel
import Testing

/// A board that records what it is asked, one change after the other.
private struct Scribe {
  private(set) var board = Board(settings: BoardSettings(name: "Test"))
  private(set) var changes: [Change] = []

  mutating func plan(_ command: Command) throws -> Change {
    record(try board.plan(command, as: nextID))
  }

  mutating func undoLast() throws -> Change {
    record(try board.undo(of: changes[changes.count - 1]))
  }

  mutating func redoLast() throws -> Change {
    record(try board.redo(of: changes[changes.count - 1]))
  }

  private var nextID: ChangeID { ChangeID(replica: 1, sequence: UInt32(changes.count + 1), nonce: 7) }

  private mutating func record(_ draft: ChangeDraft) -> Change {
    let change = Change(
      id: nextID, lamport: UInt64(changes.count + 1), at: 0, on: CalendarDay(daysSinceEpoch: 18_000), actor: "K. Ali",
      login: "kali", meeting: nil, kind: draft.kind, reason: draft.reason, reverses: draft.reverses,
      operations: draft.operations)
    board.apply(change)
    changes.append(change)
    return change
  }
}

private func item(_ number: Int) -> ItemReference {
  ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(number))
}

private func scribeWithPaper() throws -> Scribe {
  var scribe = Scribe()
  let items = (1...8).map { number in
    Command.NewItem(
      reference: item(number), fields: [.text: "Forces should do \(number).", .status: "awaiting-npcc"])
  }
  _ = try scribe.plan(
    .importPaper(report: "stalking-2019", fields: [.title: "Stalking", .publicationDate: "2019-04-10"], items: items))
  return scribe
}

@Suite("A change in one line")
struct ChangeDescriptionTests {
  @Test(
    "each kind of change says what it did, old before new",
    arguments: [
      (
        "a move", .move([item(1)], to: .forceAction, closing: nil, reason: nil),
        "moved stalking-2019/R1: Awaiting NPCC → Force action"
      ),
      (
        "several together", .move([item(1), item(2)], to: .forceAction, closing: nil, reason: nil),
        "moved stalking-2019/R1, R2: Awaiting NPCC → Force action"
      ),
      (
        "more than six are counted", .assign((1...8).map(item), owner: "Sgt Ali"),
        "assigned stalking-2019/R1, R2, R3, R4, R5 and 3 more: awaiting allocation → Sgt Ali"
      ),
      (
        "a due date", .due([item(3)], CalendarDay(daysSinceEpoch: 18_000), reason: "agreed"),
        "set the due date of stalking-2019/R3: no date → 14 April 2019"
      ),
      ("a withdrawal", .withdraw(item(4), reason: "read twice"), "withdrew stalking-2019/R4: read twice"),
      (
        "a text of section 55", .comment(.bodyReply, on: .report("stalking-2019"), text: "Agreed."),
        "wrote the body's reply of stalking-2019"
      ),
      (
        "a position", .position(item(1), .taken, text: nil),
        "set the (5B) position of stalking-2019/R1: none → action taken"
      ),
      ("a private note", .note(item(1), text: "hush", isPrivate: true), "added a private note to stalking-2019/R1"),
      (
        "a recorded step",
        .record(report: "stalking-2019", step: .publishedOn, on: CalendarDay(daysSinceEpoch: 18_000)),
        "recorded stalking-2019 (published on: none → 14 April 2019)"
      ),
      (
        "one field edited", .editItem(item(1), fields: [.paragraph: "3.1"]),
        "edited stalking-2019/R1 (paragraph: none → 3.1)"
      ),
      (
        "two fields edited", .editItem(item(1), fields: [.paragraph: "3.1", .tags: "a"]),
        "edited stalking-2019/R1 (paragraph, tags)"
      ),
    ] as [(String, Command, String)])
  func line(name: String, command: Command, expected: String) throws {
    var scribe = try scribeWithPaper()
    let change = try scribe.plan(command)
    #expect(change.description(on: scribe.board) == expected)
  }

  @Test("an import counts its items")
  func imported() throws {
    let scribe = try scribeWithPaper()
    #expect(scribe.changes[0].description(on: scribe.board) == "imported stalking-2019 (8 items)")
  }

  @Test("an undo and its redo quote what they reverse, and whose it was")
  func reversals() throws {
    var scribe = try scribeWithPaper()
    _ = try scribe.plan(.move([item(1)], to: .forceAction, closing: nil, reason: nil))
    let undo = try scribe.undoLast()
    let quoted = "“moved stalking-2019/R1: Awaiting NPCC → Force action” of K. Ali"
    #expect(undo.description(on: scribe.board) == "undid \(quoted)")
    let redo = try scribe.redoLast()
    #expect(redo.description(on: scribe.board) == "redid \(quoted)")
  }
}
