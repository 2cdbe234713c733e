/// A meeting of the board: a typed view of its record.
///
/// Outcomes, marks and assurance statements are entries, one register for each change that made one, so that two
/// people at two machines never overwrite each other.
package struct Meeting: Sendable {
  /// Everything recorded of it.
  package let record: Record
  /// Its id: the day it is held on, a second one on that day with `-2` behind it.
  package let id: String

  /// The view of a meeting's record; `nil` when the record is of something else.
  package init?(_ record: Record) {
    guard case .meeting(let id) = record.entity else { return nil }
    self.record = record
    self.id = id
  }

  /// Its title.
  package var title: String { record[.title] ?? "" }
  /// The day it is held on.
  package var heldOn: CalendarDay? { record.day(.heldOn) }
  /// The day it ended; `nil` while it is on.
  package var endedOn: CalendarDay? { record.day(.ended) }
  /// Whether it is over.
  package var hasEnded: Bool { record[.ended] != nil }
  /// The day of the next meeting as agreed here; `nil` when nobody said.
  package var nextOn: CalendarDay? { record.day(.nextOn) }
  /// What is to be gone through, in order: items, and reports as a whole.
  package var agenda: [EntityReference] { record.list(.agenda).compactMap { EntityReference($0) } }
  /// The statements on the meeting as a whole that begin with “Assurance statement:” in its minutes.
  package var assurances: [String] { record.entries(.assurance).map(\.text) }

  /// How far the meeting is with one entity: as last marked; one with an outcome was discussed; `nil` for not yet.
  package func progress(of entity: EntityReference) -> MeetingProgress? {
    let name = entity.description
    var latest: MeetingProgress?
    // By place: entries stand in the order in which they were made.
    for register in record.registers where register.value == name {
      switch register.key.field {
      case .discussed, .decided: latest = .discussed
      case .skipped: latest = .skipped
      default: break
      }
    }
    return latest
  }

  /// Everything that the meeting goes through: its agenda, then what else it dealt with, each once, in order.
  package var course: [EntityReference] {
    var seen: Set<EntityReference> = []
    let others = record.registers.compactMap { register -> EntityReference? in
      switch register.key.field {
      case .decided, .discussed, .skipped: register.value.flatMap { EntityReference($0) }
      default: nil
      }
    }
    return (agenda + others).filter { seen.insert($0).inserted }
  }
}

/// Whether a meeting has dealt with something on its agenda.
package enum MeetingProgress: String, CaseIterable, Hashable, Sendable {
  /// It was talked about.
  case discussed
  /// It was passed over.
  case skipped
}

/// What a meeting decided about an item, or about a report as a whole.
package enum MeetingOutcome: String, CaseIterable, Hashable, Sendable {
  case noted
  case agreed
  case actionSet = "action-set"
  case dateRevised = "date-revised"
  case closed
  case reopened
  case referred
  case deferred

  /// The outcome in words: `action set`.
  package var title: String {
    switch self {
    case .actionSet: "action set"
    case .dateRevised: "date revised"
    default: rawValue
    }
  }
}

/// One outcome as recorded: what was decided, about what, at which meeting.
package struct MeetingDecision: Hashable, Sendable {
  /// The change that recorded it.
  package let id: ChangeID
  /// What it is about: an item or a report.
  package let entity: EntityReference
  /// What was decided.
  package let outcome: MeetingOutcome
  /// The words of the minute; `nil` for none.
  package let text: String?
  /// The assurance statement; `nil` for none.
  package let assurance: String?
}

extension Board {
  /// The meeting of an id; `nil` when there is none.
  package func meeting(_ id: String) -> Meeting? {
    record(.meeting(id)).flatMap { $0.exists ? Meeting($0) : nil }
  }

  /// The last meeting that is over; `nil` when none was held yet.
  package var lastMeeting: Meeting? { meetings.last { $0.hasEnded } }

  /// The meeting before another one; `nil` when that is the first.
  package func meeting(before meeting: Meeting) -> Meeting? {
    meetings.last { $0.id < meeting.id }
  }

  /// The place in ``history`` of the change that ended a meeting; `nil` while it is on.
  package func placeOfEnd(of meeting: Meeting) -> Int? {
    guard meeting.hasEnded, let writer = meeting.record.register(FieldKey(.ended))?.writer else { return nil }
    return place(of: writer)
  }

  /// The id of the next meeting that is held on a day: the day, or with `-2` and so on behind it.
  package func meetingID(on day: CalendarDay) -> String {
    var id = day.description
    var number = 1
    // Ids that were ever used stay taken, also those of meetings that were undone.
    while record(.meeting(id)) != nil {
      number += 1
      id = "\(day)-\(number)"
    }
    return id
  }

  /// Resolves a meeting by its id (its day), or `last` for the latest one.
  ///
  /// - Throws: ``BoardError/unknownMeeting(_:known:)`` with the ids that there are, the latest first.
  package func resolveMeeting(_ name: String) throws(BoardError) -> Meeting {
    if name.lowercased() == "last", let latest = meetings.last { return latest }
    if let meeting = meeting(name) { return meeting }
    throw .unknownMeeting(name, known: meetings.reversed().prefix(5).map(\.id))
  }

  /// The outcomes that a meeting recorded, oldest first.
  package func decisions(of meeting: Meeting) -> [MeetingDecision] {
    meeting.record.entries(.decided).compactMap { id, name in
      guard let entity = EntityReference(name), let record = record(entity) else { return nil }
      return MeetingDecision(id, on: record)
    }
  }

  /// The outcomes that all meetings recorded about an item or a report, oldest first.
  package func decisions(about entity: EntityReference) -> [MeetingDecision] {
    guard let record = record(entity) else { return [] }
    return record.entries(.outcome).compactMap { MeetingDecision($0.id, on: record) }
  }
}

extension MeetingDecision {
  /// The outcome that a change recorded; `nil` when that was taken back or is none.
  fileprivate init?(_ id: ChangeID, on record: Record) {
    func entry(_ field: Field) -> String? { record.register(FieldKey(field, entry: id))?.value }
    guard let outcome = entry(.outcome).flatMap(MeetingOutcome.init(rawValue:)) else { return nil }
    self.id = id
    self.entity = record.entity
    self.outcome = outcome
    self.text = entry(.minute)
    self.assurance = entry(.assurance)
  }
}
