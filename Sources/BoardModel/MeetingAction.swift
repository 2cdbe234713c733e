/// Something that somebody is to do by a day, set at a meeting or between meetings: a typed view of its record.
///
/// Its name is the id of the change that set it, so two copies of a board never give out one name twice.
package struct MeetingAction: Sendable {
  /// Everything recorded of it.
  package let record: Record
  /// Its lasting name; people type its short form.
  package let id: ChangeID

  /// The view of an action's record; `nil` when the record is of something else.
  package init?(_ record: Record) {
    guard case .action(let id) = record.entity else { return nil }
    self.record = record
    self.id = id
  }

  /// What is to be done.
  package var text: String { record[.text] ?? "" }
  /// Who does it.
  package var owner: String? { record[.owner] }
  /// The day by which it is to be done.
  package var due: CalendarDay? { record.day(.due) }
  /// The item or report that it is about; `nil` for none.
  package var about: EntityReference? { record[.about].flatMap { EntityReference($0) } }
  /// The id of the meeting that set it; `nil` for one set between meetings.
  package var meeting: String? { record[.setAt] }
  /// The day it was done; `nil` while it is open.
  package var doneOn: CalendarDay? { record.day(.doneOn) }
  /// What came of it, in words; `nil` for none.
  package var result: String? { record[.result] }
  /// Whether it is still to be done.
  package var isOpen: Bool { doneOn == nil }

  /// The days by which it is overdue; `nil` when it is not, or done.
  package func overdueDays(on today: CalendarDay) -> Int? {
    guard isOpen, let due, due < today else { return nil }
    return due.days(to: today)
  }

  /// How it stands on a day, in words: `done 14 May 2019`, `OVERDUE 3 days`, `due 30 May 2019`, `no date`.
  ///
  /// What was done after that day still counts as open on it.
  package func state(on day: CalendarDay) -> String {
    if let doneOn, doneOn <= day { return "done \(doneOn.inWords)" }
    guard let due else { return "no date" }
    let late = due.days(to: day)
    if late > 0 { return "OVERDUE \(late) \(late == 1 ? "day" : "days")" }
    return "due \(due.inWords)"
  }
}

extension Board {
  /// The actions that stand, in the order in which they were set.
  package var actions: [MeetingAction] {
    recorded(index.actions).compactMap(MeetingAction.init)
  }

  /// The action log: open ones first, the earliest due date first; then what is done, the latest first.
  package var actionLog: [MeetingAction] {
    let all = actions
    let open = all.enumerated().filter { $0.element.isOpen }
    let done = all.enumerated().filter { !$0.element.isOpen }
    let distant = CalendarDay(daysSinceEpoch: Int32.max)
    let first = open.sorted { ($0.element.due ?? distant, $0.offset) < ($1.element.due ?? distant, $1.offset) }
    let last = done.sorted { ($1.element.doneOn ?? distant, $1.offset) < ($0.element.doneOn ?? distant, $0.offset) }
    return (first + last).map(\.element)
  }

  /// The action of an id; `nil` when there is none.
  package func action(_ id: ChangeID) -> MeetingAction? {
    record(.action(id)).flatMap { $0.exists ? MeetingAction($0) : nil }
  }

  /// The actions that a meeting set, in order.
  package func actions(of meeting: Meeting) -> [MeetingAction] {
    actions.filter { $0.meeting == meeting.id }
  }

  /// Matters arising: actions that were set before a meeting and open when the meeting before it was held, or set
  /// there or since.
  ///
  /// - Parameter meeting: The meeting they are brought to; `nil` for the next one.
  package func mattersArising(for meeting: Meeting?) -> [MeetingAction] {
    let previous = meeting.map { self.meeting(before: $0) } ?? lastMeeting
    let start = meeting.flatMap { $0.record.register(FieldKey(.title))?.writer }.flatMap { place(of: $0) }
    return actions.filter { action in
      if let meeting {
        if let own = action.meeting {
          if own >= meeting.id { return false }
        } else if let start, (place(of: action.id) ?? 0) > start {
          return false
        }
      }
      guard let doneOn = action.doneOn else { return true }
      // What was finished on the very day of the last meeting was reported there, unless it was set there.
      guard let heldOn = previous?.heldOn else { return true }
      return doneOn > heldOn || action.meeting == previous?.id
    }
  }

  /// Resolves an action by its whole id, the short form that `board actions` prints, or its number alone.
  ///
  /// - Throws: ``BoardError/unknownAction(_:open:)`` with the open ones, or ``BoardError/ambiguousReference(_:candidates:)``.
  package func resolveAction(_ name: String) throws(BoardError) -> MeetingAction {
    let all = actions
    let matches = all.filter { $0.id.description == name || $0.id.short == name || String($0.id.sequence) == name }
    guard let only = matches.first else {
      throw .unknownAction(name, open: all.filter(\.isOpen).prefix(5).map(\.id.short))
    }
    if matches.count > 1 { throw .ambiguousReference(name, candidates: matches.prefix(5).map(\.id.description)) }
    return only
  }
}
