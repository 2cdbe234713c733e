/// What became of a board's items and reports since some moment, for “since last meeting”.
package struct ChangesSince: Sendable {
  /// What happened to one item or report.
  package enum Mark: Hashable, Sendable {
    /// It came onto the board.
    case new
    /// Its status is another one; the one before.
    case moved(from: Status)
    /// Fields of it were set, or put back by an undo.
    case edited([Field])
    /// It was taken off the board; why.
    case withdrawn(String)

    /// The mark as screens and lists show it: `NEW`, `MOVED ←Force action`, `EDITED`, `WITHDRAWN`.
    package var words: String {
      switch self {
      case .new: "NEW"
      case .moved(let status): "MOVED ←\(status.title)"
      case .edited: "EDITED"
      case .withdrawn: "WITHDRAWN"
      }
    }
  }

  /// One item or report that changed.
  package struct Entry: Hashable, Sendable {
    /// Which.
    package let entity: EntityReference
    /// What happened to it, the weightiest only.
    package let mark: Mark
    /// The fields that were set since, in the order of their first writing.
    package let fields: [Field]
  }

  /// What changed: items in their default order, reports behind them.
  package let entries: [Entry]

  /// What changed by some of the changes.
  ///
  /// - Parameter isRecent: For each place in the board's history, whether the change there counts.
  /// - Complexity: Linear in the board's records and history.
  package init(on board: Board, where isRecent: (Int) -> Bool) {
    let recent = board.history.indices.map(isRecent)
    var ids: Set<ChangeID> = []
    for place in recent.indices where recent[place] { ids.insert(board.history[place].id) }
    guard !ids.isEmpty else {
      entries = []
      return
    }
    var found: [Entry] = []
    var reports: [Entry] = []
    for record in board.records where record.changes.contains(where: { recent[Int($0)] }) {
      guard let entry = ChangesSince.entry(record, on: board, recent, ids) else { continue }
      if case .item = record.entity { found.append(entry) } else { reports.append(entry) }
    }
    entries = (found + reports).sorted { ChangesSince.order($0.entity) < ChangesSince.order($1.entity) }
  }

  private static func order(_ entity: EntityReference) -> (Int, ItemReference) {
    switch entity {
    case .item(let reference): (0, reference)
    default: (1, ItemReference(report: entity.name, kind: .recommendation, number: ItemNumber(0)))
    }
  }

  private static func entry(
    _ record: Record, on board: Board, _ recent: [Bool], _ ids: Set<ChangeID>
  ) -> Entry? {
    switch record.entity {
    case .meeting, .action: return nil
    case .item, .report: break
    }
    guard record.exists else { return nil }
    var fields: [Field] = []
    for register in record.registers where ids.contains(register.writer) && !fields.contains(register.key.field) {
      fields.append(register.key.field)
    }
    func made(_ mark: Mark) -> Entry { Entry(entity: record.entity, mark: mark, fields: fields) }
    if let reason = record[.withdrawn] { return fields.contains(.withdrawn) ? made(.withdrawn(reason)) : nil }
    if let existence = fields.first, existence.isExistence(of: record.entity) { return made(.new) }
    let before = record.steps.last { $0.field == .status && !$0.undone && !ids.contains($0.writer) }
    if let before = before?.value.flatMap(Status.init(rawValue:)), let now = record[.status], now != before.rawValue {
      return made(.moved(from: before))
    }
    return fields.isEmpty && !isPutBack(record, on: board, recent) ? nil : made(.edited(fields))
  }

  /// Whether an older change was taken back since: nothing is set anew, but the record is another one than then.
  private static func isPutBack(_ record: Record, on board: Board, _ recent: [Bool]) -> Bool {
    record.changes.contains { place in
      let summary = board.history[Int(place)]
      guard recent[Int(place)], summary.kind == .undo, !summary.undone, summary.reverses >= 0 else { return false }
      return !recent[Int(summary.reverses)]
    }
  }
}

extension Board {
  /// What changed since the last meeting ended; since the board began when none was held.
  package var changesSinceLastMeeting: ChangesSince {
    changes(after: lastMeeting.flatMap { placeOfEnd(of: $0) } ?? -1)
  }

  /// What changed on a day or later, by the days of those who changed it.
  package func changes(since day: CalendarDay) -> ChangesSince {
    ChangesSince(on: self) { history[$0].on >= day }
  }

  /// What changed after the change at a place of the history.
  package func changes(after place: Int) -> ChangesSince {
    ChangesSince(on: self) { $0 > place }
  }

  /// For how many meetings, ended ones, nothing about an item or report has changed.
  package func meetingsUnchanged(_ entity: EntityReference) -> Int {
    guard let last = record(entity)?.changes.last else { return 0 }
    return meetings.count { meeting in placeOfEnd(of: meeting).map { $0 > Int(last) } ?? false }
  }
}
