package import BoardModel

/// What a meeting did, put together from the board and from the changes that were made while it was on.
///
/// Private notes are left out.
package struct Minutes: Sendable {
  /// One item or report that the meeting dealt with.
  package struct Part: Sendable {
    /// Its place in the minutes, from 1.
    package let number: Int
    /// Which item or report.
    package let entity: EntityReference
    /// Whether it was discussed or skipped; `nil` when it was not reached.
    package let progress: MeetingProgress?
    /// What was decided, oldest first.
    package let decisions: [MeetingDecision]
    /// The actions that were set about it.
    package let actions: [MeetingAction]
    /// What was changed on the board, a sentence each.
    package let changes: [String]
    /// Its due date as the meeting left it, when the meeting revised it.
    package let revisedDue: CalendarDay?
  }

  /// The meeting.
  package let meeting: Meeting
  /// The board as it stands.
  package let board: Board
  /// Actions that were brought to the meeting.
  package let mattersArising: [MeetingAction]
  /// What it dealt with, in the order of its agenda.
  package let parts: [Part]
  /// Actions that were set about nothing in particular.
  package let otherActions: [MeetingAction]

  /// The minutes of a meeting.
  ///
  /// - Parameter changes: The changes of the board, all of them; those made at other times are passed over.
  package init(of meeting: Meeting, on board: Board, changes: [Change]) {
    self.meeting = meeting
    self.board = board
    mattersArising = board.mattersArising(for: meeting)
    let own = changes.filter { change in
      guard change.meeting == meeting.id, !change.kind.isReversal else { return false }
      return board.place(of: change.id).map { !board.history[$0].undone } ?? false
    }
    let actions = board.actions(of: meeting)
    let decisions = board.decisions(of: meeting)
    var work: [EntityReference: (lines: [String], due: CalendarDay?)] = [:]
    var order: [EntityReference] = []
    for change in own {
      for (entity, operations) in Minutes.grouped(change) {
        let lines = ChangeSentence(change, entity, operations).lines
        guard !lines.isEmpty else { continue }
        if work[entity] == nil { order.append(entity) }
        work[entity, default: ([], nil)].lines += lines
        if let due = operations.last(where: { $0.key.field == .due })?.new { work[entity]?.due = CalendarDay(due) }
      }
    }
    var seen: Set<EntityReference> = []
    let entities = (meeting.course + actions.compactMap(\.about) + order).filter { seen.insert($0).inserted }
    parts = entities.enumerated().map { index, entity in
      Part(
        number: index + 1, entity: entity, progress: meeting.progress(of: entity),
        decisions: decisions.filter { $0.entity == entity }, actions: actions.filter { $0.about == entity },
        changes: work[entity]?.lines ?? [], revisedDue: work[entity]?.due)
    }
    otherActions = actions.filter { $0.about == nil }
  }

  /// What a change did to each item and report, in order.
  private static func grouped(_ change: Change) -> [(EntityReference, [Operation])] {
    change.entities.compactMap { entity in
      switch entity {
      case .item, .report: (entity, change.operations.filter { $0.entity == entity })
      case .meeting, .action: nil
      }
    }
  }
}

/// What one change did to one item or report, for minutes: whole texts, no private notes.
private struct ChangeSentence {
  let change: Change
  let entity: EntityReference
  let operations: [Operation]

  init(_ change: Change, _ entity: EntityReference, _ operations: [Operation]) {
    self.change = change
    self.entity = entity
    self.operations = operations
  }

  var lines: [String] {
    switch change.kind {
    case .move: [status]
    case .due: operations.filter { $0.key.field == .due }.map { "due date: \($0.arrow())\(reason)" }
    case .assign: operations.map { "owner: \($0.arrow())" }
    case .note, .evidence: entries
    case .withdraw: ["withdrawn: \(new(.withdrawn) ?? "")"]
    case .verify: ["verified on \(Field.verified.words(for: new(.verified)))"]
    case .import, .add, .reportAdd: ["added to the board"]
    case .respond, .comment, .reply, .record, .edit, .reportEdit: operations.compactMap(sentence)
    case .settle: operations.map { "\($0.key.field.words) settled: \($0.key.field.words(for: $0.new))" }
    case .reportClose: ["closed\(reason)"]
    case .reportReopen: ["reopened\(reason)"]
    case .rank, .meeting, .decide, .action, .redact, .undo, .redo: []
    }
  }

  private var status: String {
    var text = "status: " + (operations.first { $0.key.field == .status }?.arrow() ?? "")
    if let ground = new(.closureGround) { text += "; \(Field.closureGround.words(for: ground))" }
    text += reason
    if let evidence = new(.evidence) { text += "; evidence: \(evidence)" }
    if let why = new(.noEvidence) { text += "; no evidence: \(why)" }
    if new(.nationalOpen) != nil { text += "; national part open" }
    return text
  }

  private var entries: [String] {
    operations.filter { $0.key.field != .privateNote }.compactMap { operation in
      operation.new.map { "\(operation.key.field.words): \($0)" }
    }
  }

  private func sentence(_ operation: Operation) -> String? {
    switch operation.key.field {
    case .privateNote: nil
    case .chiefOfficerComments, .bodyComments, .bodyReply, .text:
      "\(operation.key.field.words) \(operation.old == nil ? "recorded" : "changed")"
    default: operation.words()
    }
  }

  private var reason: String { change.reason.map { " – \($0)" } ?? "" }

  private func new(_ field: Field) -> String? { operations.first { $0.key.field == field }?.new }
}
