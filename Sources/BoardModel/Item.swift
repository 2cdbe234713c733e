/// One recommendation, area for improvement or cause of concern: a typed view of its record.
package struct Item: Sendable {
  /// Everything recorded of it.
  package let record: Record
  /// Its lasting name.
  package let reference: ItemReference

  /// The view of an item's record; `nil` when the record is of something else.
  package init?(_ record: Record) {
    guard case .item(let reference) = record.entity else { return nil }
    self.record = record
    self.reference = reference
  }

  /// What the report calls it.
  package var kind: ItemKind { reference.kind }
  /// The paper's paragraph, `3.1`; `nil` when it has none.
  package var paragraph: String? { record[.paragraph] }
  /// The whole text of the recommendation.
  package var text: String { record[.text] ?? "" }
  /// Who should act, in the report's words and order.
  package var addressees: [String] { record.list(.addressees) }
  /// The words of the completion period: `within six months`.
  package var period: String? { record[.period] }
  /// The day it falls due, as last revised; `nil` when it has none.
  package var due: CalendarDay? { record.day(.due) }
  /// Who in the force holds it; `nil` while it awaits allocation.
  package var owner: String? { record[.owner] }
  /// Who has the next move.
  package var status: Status { record[.status].flatMap(Status.init(rawValue:)) ?? .forceAction }
  /// The chief officer's comments, section 55 (5)(b).
  package var chiefOfficerComments: String? { record[.chiefOfficerComments] }
  /// The body's comments, section 55 (5)(a).
  package var bodyComments: String? { record[.bodyComments] }
  /// The body's response to the chief officer's comments, section 55 (5)(c).
  package var bodyReply: String? { record[.bodyReply] }
  /// The position that (5B) asks for; `nil` while not stated.
  package var position: ResponsePosition? { record[.position].flatMap(ResponsePosition.init(rawValue:)) }
  /// Whether the force accepts it; `nil` while not stated.
  package var acceptance: Acceptance? { record[.acceptance].flatMap(Acceptance.init(rawValue:)) }
  /// How it was closed; `nil` while it is open.
  package var closure: Closure? { Closure(record) }
  /// The day somebody verified that it is done; `nil` while nobody has.
  package var verified: CalendarDay? { record.day(.verified) }
  /// Why it was taken off the board; `nil` while it is on it.
  package var withdrawn: String? { record[.withdrawn] }
  /// The rank given by hand within its column; `nil` for none.
  package var rank: Int? { record[.rank].flatMap { Int($0) } }
  /// Free tags.
  package var tags: [String] { record.list(.tags) }

  /// The first due date it had, whatever came later.
  package var dueOriginal: CalendarDay? {
    for step in record.steps where step.field == .due && !step.undone {
      if let day = step.value.flatMap({ CalendarDay($0) }) { return day }
    }
    return nil
  }

  /// How often its due date was moved later.
  package var slips: Int {
    let path = record.path(of: .due)
    // Most items keep their first date: then no day is read.
    guard path.count > 1 else { return 0 }
    let days = path.compactMap { $0.value.flatMap { CalendarDay($0) } }
    return zip(days, days.dropFirst()).count { $1 > $0 }
  }

  /// How often it went back from complete.
  package var reopened: Int {
    let path = statusPath
    return zip(path, path.dropFirst()).count { $0 == .complete && $1 != .complete }
  }

  /// The statuses it had, oldest first, without what was undone.
  package var statusPath: [Status] {
    record.steps.compactMap { step in
      step.field == .status && !step.undone ? step.value.flatMap(Status.init(rawValue:)) : nil
    }
  }

  /// Whether it is on the board: made, not taken back, not withdrawn.
  package var isOnBoard: Bool { record.isOnBoard }

  /// Whether it is complete without evidence, by somebody's explicit word.
  package var isUnevidenced: Bool {
    status == .complete && record[.noEvidence] != nil && record.entries(.evidence).isEmpty
  }

  /// How its due date stands on a day; what is complete is never overdue.
  package func dueState(on today: CalendarDay) -> DueState {
    guard let due else { return .none }
    if status == .complete { return .met(due) }
    let left = today.days(to: due)
    return left < 0 ? .overdue(due, days: -left) : .ahead(due, days: left)
  }
}

/// How an item was closed.
package struct Closure: Hashable, Sendable {
  /// Why it could be closed.
  package let ground: ClosureGround
  /// What was done, or why no action, in words.
  package let reason: String
  /// The reason why there is no evidence; `nil` when evidence was given.
  package let noEvidence: String?
  /// Whether the national part is still open.
  package let nationalOpen: Bool

  /// The closure in an item's record; `nil` when no ground is recorded.
  init?(_ record: Record) {
    guard let ground = record[.closureGround].flatMap(ClosureGround.init(rawValue:)) else { return nil }
    self.init(
      ground: ground, reason: record[.closureReason] ?? "", noEvidence: record[.noEvidence],
      nationalOpen: record[.nationalOpen] != nil)
  }

  /// A closure from its parts.
  package init(ground: ClosureGround, reason: String, noEvidence: String? = nil, nationalOpen: Bool = false) {
    self.ground = ground
    self.reason = reason
    self.noEvidence = noEvidence
    self.nationalOpen = nationalOpen
  }
}

/// How a due date stands on a day.
package enum DueState: Hashable, Sendable {
  /// No due date.
  case none
  /// Due that many days ahead; 0 is today.
  case ahead(CalendarDay, days: Int)
  /// Past by that many days, at least 1.
  case overdue(CalendarDay, days: Int)
  /// It had that date and is complete.
  case met(CalendarDay)

  /// The state in words, as on a card: `due 10 Jul · 55 days`, `OVERDUE 3 days`, `due today`, `no date`.
  package func words(today: CalendarDay, separator: String = "·") -> String {
    let year = today.components.year
    switch self {
    case .none: return "no date"
    case .ahead(_, 0): return "due today"
    case .ahead(let day, let days):
      return "due \(day.short(inYear: year)) \(separator) \(days) \(days == 1 ? "day" : "days")"
    case .overdue(_, let days): return "OVERDUE \(days) \(days == 1 ? "day" : "days")"
    case .met(let day): return "was due \(day.short(inYear: year))"
    }
  }
}
