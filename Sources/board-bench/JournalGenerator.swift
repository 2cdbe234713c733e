import BoardModel
import BoardStore

/// Makes the journal of a board that was used for years: papers, then moves, owners, dates, notes and comments.
enum JournalGenerator {
  static let itemsInReport = 50

  /// The `number`th item of the board, from 0.
  static func item(_ number: Int) -> ItemReference {
    ItemReference(
      report: "inspection-\(number / itemsInReport + 1)", kind: .recommendation,
      number: ItemNumber(number % itemsInReport + 1))
  }

  /// The journal's bytes.
  static func journal(_ size: BenchSize) throws(BenchError) -> [UInt8] {
    var board = Board(settings: BoardSettings(name: "Bench"))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size.changes * 400)
    var made = 0
    func record(_ command: Command) throws(BenchError) {
      let id = ChangeID(
        replica: 0xAA, sequence: UInt32(made + 1),
        nonce: UInt32(truncatingIfNeeded: made &* 2_654_435_761))
      let draft: ChangeDraft
      do throws(BoardError) { draft = try board.plan(command, as: id) } catch {
        throw .model(error)
      }
      if draft.operations.isEmpty { return }
      let change = Change(
        id: id, lamport: UInt64(made + 1), at: 1_558_000_000_000 + Int64(made) * 60_000,
        on: CalendarDay(daysSinceEpoch: Int32(18_032 + made / 200)), actor: "Officer \(made % 7)",
        login: "officer\(made % 7)", meeting: nil, kind: draft.kind, reason: draft.reason,
        reverses: draft.reverses,
        operations: draft.operations)
      board.apply(change)
      bytes += LineWriter.line(for: change)
      made += 1
    }
    var next = 0
    while next < size.items {
      let last = min(next + itemsInReport, size.items)
      let report = "inspection-\(next / itemsInReport + 1)"
      let fields: [Field: String] = [
        .title: "Inspection \(report)", .publicationDate: "2019-04-10",
      ]
      try record(.importPaper(report: report, fields: fields, items: (next..<last).map(newItem)))
      next = last
    }
    var step = 0
    while made < size.changes {
      try record(command(step, size))
      step += 1
    }
    return bytes
  }

  private static func newItem(_ number: Int) -> Command.NewItem {
    Command.NewItem(
      reference: item(number),
      fields: [
        .text:
          "Within six months, chief constables should make sure that case \(number) is reviewed and recorded.",
        .addressees: "chief constables", .period: "within six months", .due: "2019-10-10",
        .dueSource: "inspectorate",
        .chiefOfficerComments: "The force will review its practice by autumn.",
      ])
  }

  private static func command(_ step: Int, _ size: BenchSize) -> Command {
    // A stride that shares no factor with the sizes visits all items.
    let item = item(step &* 7919 % size.items)
    switch step % 8 {
    case 0, 3: return .assign([item], owner: "Owner \(step % 23)")
    case 1, 5:
      return .due(
        [item], CalendarDay(daysSinceEpoch: Int32(18_100 + step % 900)), reason: "Awaiting guidance"
      )
    case 2:
      return .note(item, text: "Discussed; the lead reports progress (\(step)).", isPrivate: false)
    case 4, 7:
      return .move(
        [item], to: step % 3 == 0 ? .awaitingNPCC : .forceAction, closing: nil, reason: "Reviewed")
    default:
      return .comment(
        .bodyComments, on: .item(item), text: "The body notes the progress made by step \(step).")
    }
  }
}
