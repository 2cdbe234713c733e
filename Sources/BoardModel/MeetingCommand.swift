/// What a person wants done at a meeting, or with the action log.
package enum MeetingCommand: Hashable, Sendable {
  /// A meeting begins; the agenda in order, the day of the next one when it is known.
  case start(id: String, title: String, on: CalendarDay, agenda: [EntityReference] = [], next: CalendarDay? = nil)
  /// A meeting is over.
  case end(id: String, on: CalendarDay, assurance: String? = nil, next: CalendarDay? = nil)
  /// Another agenda for a meeting.
  case setAgenda([EntityReference], of: String)
  /// Something on the agenda was discussed or skipped.
  case mark(EntityReference, MeetingProgress, at: String)
  /// An outcome, about an item or a report as a whole.
  case decide(EntityReference, MeetingOutcome, text: String? = nil, assurance: String? = nil, at: String)
  /// An outcome that was recorded wrongly: what it should say; `nil` words are taken away.
  case amend(ChangeID, on: EntityReference, MeetingOutcome, text: String?, assurance: String?)
  /// Something that somebody is to do.
  case addAction(NewAction)
  /// An action is done; what came of it.
  case finishAction(ChangeID, on: CalendarDay, result: String? = nil)
  /// Another day for an action, with the reason.
  case reviseAction(ChangeID, due: CalendarDay, reason: String)
  /// An action goes to somebody else.
  case assignAction(ChangeID, owner: String)

  /// An action to be set.
  package struct NewAction: Hashable, Sendable {
    /// What is to be done.
    package var text: String
    /// Who does it.
    package var owner: String
    /// By which day.
    package var due: CalendarDay
    /// The item or report that it is about; `nil` for none.
    package var about: EntityReference?
    /// The id of the meeting that sets it; `nil` between meetings.
    package var meeting: String?

    /// A new action from its parts.
    package init(
      text: String, owner: String, due: CalendarDay, about: EntityReference? = nil, meeting: String? = nil
    ) {
      self.text = text
      self.owner = owner
      self.due = due
      self.about = about
      self.meeting = meeting
    }
  }
}

extension Plan {
  /// The kind and reason of a change at a meeting, after putting its operations together.
  mutating func meet(_ command: MeetingCommand) throws(BoardError) -> (kind: ChangeKind, reason: String?) {
    switch command {
    case .start(let id, let title, let day, let agenda, let next):
      try start(id, title: title, on: day, agenda: agenda, next: next)
      return (.meeting, nil)
    case .end(let id, let day, let assurance, let next):
      let meeting = try known(id)
      try put(meeting, .ended, day.description)
      if let assurance { try put(meeting, FieldKey(.assurance, entry: self.id), words(assurance, in: .assurance)) }
      if let next { try put(meeting, .nextOn, next.description) }
      return (.meeting, nil)
    case .setAgenda(let entities, let id):
      let lines = entities.map(\.description).joined(separator: "\n")
      try put(try known(id), .agenda, lines.isEmpty ? nil : lines)
      return (.meeting, nil)
    case .mark(let entity, let progress, let id):
      let meeting = try known(id)
      try require(entity)
      guard board.meeting(id)?.progress(of: entity) != progress else { return (.meeting, nil) }
      try put(meeting, FieldKey(progress == .discussed ? .discussed : .skipped, entry: self.id), entity.description)
      return (.meeting, nil)
    case .decide(let entity, let outcome, let text, let assurance, let id):
      let meeting = try known(id)
      try require(entity)
      try put(entity, FieldKey(.outcome, entry: self.id), outcome.rawValue)
      if let text { try put(entity, FieldKey(.minute, entry: self.id), words(text, in: .minute)) }
      if let assurance { try put(entity, FieldKey(.assurance, entry: self.id), words(assurance, in: .assurance)) }
      try put(meeting, FieldKey(.decided, entry: self.id), entity.description)
      return (.decide, nil)
    case .amend(let decision, let entity, let outcome, let text, let assurance):
      guard board.record(entity)?.register(FieldKey(.outcome, entry: decision))?.value != nil else {
        throw .unknownChange(decision.short)
      }
      try put(entity, FieldKey(.outcome, entry: decision), outcome.rawValue)
      try put(entity, FieldKey(.minute, entry: decision), text.flatMap(Plan.trimmed))
      try put(entity, FieldKey(.assurance, entry: decision), assurance.flatMap(Plan.trimmed))
      return (.decide, nil)
    case .addAction, .finishAction, .reviseAction, .assignAction:
      return (.action, try act(command))
    }
  }

  /// An action set or changed; the reason of the change.
  private mutating func act(_ command: MeetingCommand) throws(BoardError) -> String? {
    switch command {
    case .addAction(let new):
      let entity = EntityReference.action(id)
      try put(entity, .text, words(new.text, in: .text))
      try put(entity, .owner, words(new.owner, in: .owner))
      try put(entity, .due, new.due.description)
      if let about = new.about {
        try require(about)
        try put(entity, .about, about.description)
      }
      if let meeting = new.meeting {
        _ = try known(meeting)
        try put(entity, .setAt, meeting)
      }
    case .finishAction(let action, let day, let result):
      try require(.action(action))
      try put(.action(action), .doneOn, day.description)
      if let result { try put(.action(action), .result, words(result, in: .result)) }
    case .reviseAction(let action, let day, let reason):
      try require(.action(action))
      let why = try words(reason, .reason, of: .action(action))
      try put(.action(action), .due, day.description)
      return why
    case .assignAction(let action, let owner):
      try require(.action(action))
      try put(.action(action), .owner, words(owner, in: .owner))
    case .start, .end, .setAgenda, .mark, .decide, .amend: break
    }
    return nil
  }

  private mutating func start(
    _ id: String, title: String, on day: CalendarDay, agenda: [EntityReference], next: CalendarDay?
  ) throws(BoardError) {
    if let open = board.openMeeting { throw .meetingIsOn(id: open.id, title: open.title) }
    let meeting = EntityReference.meeting(id)
    if board.record(meeting) != nil { throw .nameTaken(meeting) }
    try put(meeting, .title, words(title, in: .title))
    try put(meeting, .heldOn, day.description)
    for entity in agenda { try require(entity) }
    if !agenda.isEmpty { try put(meeting, .agenda, agenda.map(\.description).joined(separator: "\n")) }
    if let next { try put(meeting, .nextOn, next.description) }
  }

  /// A meeting that exists.
  private func known(_ id: String) throws(BoardError) -> EntityReference {
    guard board.meeting(id) != nil else {
      throw .unknownMeeting(id, known: board.meetings.reversed().prefix(5).map(\.id))
    }
    return .meeting(id)
  }

  /// Refuses what is not on the board.
  private func require(_ entity: EntityReference) throws(BoardError) {
    if board.isOnBoard(entity) { return }
    if case .action(let id) = entity {
      throw .unknownAction(id.short, open: board.actions.filter(\.isOpen).prefix(5).map(\.id.short))
    }
    throw .unknownReference(entity.name, candidates: [])
  }
}
