package import BoardModel

/// A store in memory for tests of the model: numbers, orders and applies changes as the real one does.
package struct BoardRecorder {
  /// The folded board.
  package private(set) var board: Board
  /// Every change recorded, in order.
  package private(set) var changes: [Change] = []
  /// The day that the next changes are made on.
  package var today: CalendarDay
  private let replica: UInt64

  /// A recorder on an empty board.
  package init(replica: UInt64 = 1, today: String = "2019-05-16") {
    self.board = Board(settings: BoardSettings(name: "Test"))
    self.replica = replica
    self.today = CalendarDay(today) ?? CalendarDay(daysSinceEpoch: 0)
  }

  /// The id that the next change will have.
  package var nextID: ChangeID {
    ChangeID(replica: replica, sequence: UInt32(changes.count + 1), nonce: UInt32(changes.count * 7919 + 1))
  }

  /// Carries out a command as one change; `nil` when nothing was to be done.
  @discardableResult
  package mutating func run(_ command: Command, as actor: String = "K. Ali") throws(BoardError) -> Change? {
    record(try board.plan(command, as: nextID), as: actor)
  }

  /// Takes back a change, or this actor's latest.
  @discardableResult
  package mutating func undo(_ id: ChangeID? = nil, as actor: String = "K. Ali", onlyFree: Bool = false)
    throws(BoardError) -> Change?
  {
    guard let wanted = id ?? board.latestUndoable(by: actor)?.id,
      let change = changes.first(where: { $0.id == wanted })
    else { throw .nothingToUndo(actor: actor) }
    return record(try board.undo(of: change, onlyFree: onlyFree), as: actor)
  }

  /// Puts back what this actor undid last.
  @discardableResult
  package mutating func redo(as actor: String = "K. Ali") throws(BoardError) -> Change? {
    guard let wanted = board.latestRedoable(by: actor)?.id, let change = changes.first(where: { $0.id == wanted })
    else { throw .nothingToRedo(actor: actor) }
    return record(try board.redo(of: change), as: actor)
  }

  private mutating func record(_ draft: ChangeDraft, as actor: String) -> Change? {
    guard !draft.operations.isEmpty else { return nil }
    let change = Change(
      id: nextID, lamport: UInt64(changes.count + 1), at: 1_558_000_000_000 + Int64(changes.count) * 60_000, on: today,
      actor: actor, login: actor.lowercased(), meeting: nil, kind: draft.kind, reason: draft.reason,
      reverses: draft.reverses, operations: draft.operations)
    board.apply(change)
    changes.append(change)
    return change
  }
}

extension BoardRecorder {
  /// A board with one report of 10 April 2019, seven recommendations and one area for improvement, all force action.
  package static func stalking(today: String = "2019-05-16") throws(BoardError) -> BoardRecorder {
    var recorder = BoardRecorder(today: today)
    let items = (1...7).map { BoardRecorder.item("stalking-2019", .recommendation, $0) }
    try recorder.run(
      .importPaper(
        report: "stalking-2019", fields: [.title: "Stalking and harassment", .publicationDate: "2019-04-10"],
        items: items + [BoardRecorder.item("stalking-2019", .areaForImprovement, 1)]),
      as: "Importer")
    return recorder
  }

  /// An item to add, with a text, an addressee, a due date of 10 October 2019 and a comment of the chief officer.
  package static func item(_ report: String, _ kind: ItemKind, _ number: Int) -> Command.NewItem {
    Command.NewItem(
      reference: ItemReference(report: report, kind: kind, number: ItemNumber(number)),
      fields: [
        .text: "Within six months forces should do thing \(number).", .addressees: "chief constables",
        .period: "within six months", .due: "2019-10-10", .dueSource: "inspectorate",
        .chiefOfficerComments: "The force will do thing \(number).", .status: "force-action",
      ])
  }
}

/// Random numbers that a seed repeats (SplitMix64), so that a failing run can be named and run again.
package struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Numbers for one seed.
  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
