/// What a meeting decided about an item or a report, with all that the decision changes on the board.
///
/// The outcome and what it brings about are one change, so that one undo takes both back.
package struct MeetingResolution: Hashable, Sendable {
  /// What it is about.
  package var entity: EntityReference
  /// What was decided.
  package var outcome: MeetingOutcome
  /// The words of the minute; `nil` for none.
  package var text: String?
  /// The assurance statement; `nil` for none.
  package var assurance: String?
  /// The id of the meeting.
  package var meeting: String
  /// The decision that this one corrects; `nil` for a new one.
  package var correcting: ChangeID?
  /// Closed: the words that the rules ask for.
  package var closing: Command.ClosingWords?
  /// Reopened: the status that it goes back to.
  package var status: Status?
  /// Reopened, date revised: why.
  package var reason: String?
  /// Date revised: the new date.
  package var due: CalendarDay?
  /// Action set: the action.
  package var action: MeetingCommand.NewAction?

  /// A resolution that brings nothing about yet.
  package init(_ entity: EntityReference, _ outcome: MeetingOutcome, at meeting: String) {
    self.entity = entity
    self.outcome = outcome
    self.meeting = meeting
  }

  /// The command that records the outcome and does what was decided, on this board.
  ///
  /// An item that is already as decided (closed while complete, reopened while open, a date revised earlier at this
  /// meeting) is left as it is.
  ///
  /// - Throws: ``BoardError/missing(_:of:)`` for a revised date that is not given; the rules of the change itself are
  ///   judged when it is planned.
  package func command(on board: Board) throws(BoardError) -> Command {
    guard let deed = try deed(on: board) else { return .meeting(record) }
    return .together([deed, .meeting(record)])
  }

  /// The command that records the outcome and nothing else.
  package var record: MeetingCommand {
    if let correcting { return .amend(correcting, on: entity, outcome, text: text, assurance: assurance) }
    return .decide(entity, outcome, text: text, assurance: assurance, at: meeting)
  }

  /// What the outcome changes; `nil` for nothing.
  private func deed(on board: Board) throws(BoardError) -> Command? {
    if outcome == .actionSet { return action.map { .meeting(.addAction($0)) } }
    guard case .item(let reference) = entity, let item = board.item(reference) else { return nil }
    switch outcome {
    case .closed where item.status != .complete:
      return .move([reference], to: .complete, closing: closing ?? Command.ClosingWords(), reason: nil)
    case .reopened where item.status == .complete:
      return .move([reference], to: status ?? .forceAction, closing: nil, reason: reason)
    case .dateRevised:
      if let due { return .due([reference], due, reason: reason ?? "") }
      if board.wasRevised(item, at: meeting) { return nil }
      throw .missing(.date, of: entity)
    default: return nil
    }
  }
}

extension Board {
  /// Whether an item's due date was set since a meeting began.
  package func wasRevised(_ item: Item, at meeting: String) -> Bool {
    guard let begun = self.meeting(meeting)?.record.register(FieldKey(.title))?.writer,
      let set = item.record.register(FieldKey(.due))?.writer, let start = place(of: begun), let end = place(of: set)
    else { return false }
    return end > start
  }
}
