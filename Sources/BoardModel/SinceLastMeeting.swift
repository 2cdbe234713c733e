/// What became of every open item since the last meeting: what changed, and for how many meetings nothing did.
package struct SinceLastMeeting: Sendable {
  /// What changed, items before reports.
  package let entries: [ChangesSince.Entry]
  /// The items that did not change, in their default order, with the number of meetings that passed over them, at
  /// least 1.
  package let unchanged: [(item: ItemReference, meetings: Int)]
  private let marks: [EntityReference: ChangesSince.Entry]
  private let counts: [ItemReference: Int]

  /// Looks a board through.
  ///
  /// - Complexity: Linear in the board's records and history.
  package init(_ board: Board) {
    let closed = board.closedReports
    entries = board.changesSinceLastMeeting.entries.filter { entry in
      if case .item(let reference) = entry.entity { return !closed.contains(reference.report) }
      return true
    }
    marks = Dictionary(entries.map { ($0.entity, $0) }) { first, _ in first }
    let ends = board.meetings.compactMap { board.placeOfEnd(of: $0) }.sorted()
    var unchanged: [(item: ItemReference, meetings: Int)] = []
    for item in board.items where !closed.contains(item.reference.report) {
      guard marks[.item(item.reference)] == nil, let last = item.record.changes.last else { continue }
      let meetings = ends.reversed().prefix { $0 > Int(last) }.count
      if meetings > 0 { unchanged.append((item.reference, meetings)) }
    }
    self.unchanged = unchanged
    counts = Dictionary(unchanged.map { ($0.item, $0.meetings) }) { first, _ in first }
  }

  /// What changed about one item or report; `nil` for nothing.
  package func entry(_ entity: EntityReference) -> ChangesSince.Entry? { marks[entity] }

  /// One item or report in words: `MOVED ←Force action`, `EDITED owner, due date`, `UNCHANGED 2 meetings`; `nil` where
  /// there is nothing to say.
  package func words(_ entity: EntityReference) -> String? {
    if let entry = marks[entity] { return SinceLastMeeting.words(entry) }
    guard case .item(let reference) = entity, let count = counts[reference] else { return nil }
    return SinceLastMeeting.words(unchangedFor: count)
  }

  /// A change in words, with the fields that were edited.
  package static func words(_ entry: ChangesSince.Entry) -> String {
    switch entry.mark {
    case .edited(let fields) where !fields.isEmpty:
      "\(entry.mark.words) \(fields.map(\.words).joined(separator: ", "))"
    case .withdrawn(let reason): "\(entry.mark.words): \(reason)"
    default: entry.mark.words
    }
  }

  /// `UNCHANGED 2 meetings`.
  package static func words(unchangedFor meetings: Int) -> String {
    "UNCHANGED \(meetings) \(meetings == 1 ? "meeting" : "meetings")"
  }
}
