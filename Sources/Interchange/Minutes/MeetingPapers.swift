package import BoardModel

/// The agenda of a meeting: matters arising, then what is to be gone through.
package struct AgendaPaper: Sendable {
  /// The meeting; `nil` for the next one, which has not begun.
  package let meeting: Meeting?
  /// The day it is held on, or is expected on.
  package let day: CalendarDay
  /// The day of the meeting after it, as far as that is known or expected.
  package let next: CalendarDay
  /// Actions that are brought to it.
  package let mattersArising: [MeetingAction]
  /// Items, and reports as a whole, in order.
  package let entities: [EntityReference]
  /// The board as it stands.
  package let board: Board

  /// The agenda of a meeting as given at its start; without a meeting what the next one should go through.
  ///
  /// - Parameter day: The day that the next meeting is held on.
  package init(of meeting: Meeting?, on board: Board, day: CalendarDay) {
    self.meeting = meeting
    self.board = board
    self.day = meeting?.heldOn ?? day
    next = meeting?.nextOn ?? board.nextMeetingDay(after: self.day)
    mattersArising = board.mattersArising(for: meeting)
    entities = meeting?.agenda ?? board.proposedAgenda(on: day, before: next)
  }

  /// The agenda as a paper.
  package var document: MeetingDocument {
    var document = MeetingDocument()
    document.blocks.append(.heading(1, meeting?.title ?? "Agenda"))
    let when = day.inWordsWithWeekday
    document.blocks.append(
      .paragraph(
        meeting == nil
          ? "Proposed for \(when) · \(board.settings.name): what is overdue or falls due before \(next.inWords)"
          : "Agenda of the meeting of \(when) · \(board.settings.name)"))
    document.blocks.append(.heading(2, "Matters arising from the last action log"))
    if mattersArising.isEmpty { document.blocks.append(.paragraph("None.")) }
    for action in mattersArising { document.blocks.append(.entry(MinutesWording.matter(action, on: day))) }
    document.blocks.append(.heading(2, "Items"))
    if entities.isEmpty { document.blocks.append(.paragraph("None.")) }
    for (index, entity) in entities.enumerated() {
      document.blocks.append(.heading(3, "\(index + 1). \(MinutesWording.title(of: entity, on: board))"))
      document.blocks.append(.paragraph(facts(of: entity)))
    }
    return document
  }

  private func facts(of entity: EntityReference) -> String {
    switch entity {
    case .item(let reference):
      guard let item = board.item(reference) else { return "No longer on the board." }
      let owner = item.owner ?? "awaiting allocation"
      return
        "\(item.status.title) · \(item.dueState(on: day).words(today: day)) · \(owner)\n\(MinutesWording.cut(item.text))"
    case .report(let key):
      guard let report = board.report(key) else { return "No longer on the board." }
      let section = board.section55(report, today: day)
      let count = section.statutoryGaps.count
      let end = section.clock.map { "; section 55 ends on \($0.lastDay.inWords)" } ?? ""
      return "\(count) statutory \(count == 1 ? "gap" : "gaps") open\(end)"
    case .meeting, .action: return ""
    }
  }
}

/// The action log as a paper: open ones first, overdue ones marked.
package struct ActionLogPaper: Sendable {
  /// The actions in the order of the log.
  package let actions: [MeetingAction]
  private let name: String
  private let today: CalendarDay

  /// The log of a board on a day.
  package init(of board: Board, today: CalendarDay) {
    actions = board.actionLog
    name = board.settings.name
    self.today = today
  }

  /// The log as a paper.
  package var document: MeetingDocument {
    var document = MeetingDocument()
    document.blocks.append(.heading(1, "Action log"))
    let open = actions.filter(\.isOpen)
    document.blocks.append(.paragraph("\(name) · \(today.inWords) · \(open.count) open of \(actions.count)"))
    for (title, group) in [("Open", open), ("Done", actions.filter { !$0.isOpen })] where !group.isEmpty {
      document.blocks.append(.heading(2, title))
      for action in group { document.blocks.append(.entry(MinutesWording.matter(action, on: today))) }
    }
    return document
  }
}
