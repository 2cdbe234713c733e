internal import BoardModel

extension Form {
  /// What the answers of a form about a meeting are for.
  enum MeetingPurpose: Hashable, Sendable {
    /// A meeting is to begin.
    case begin
    /// The meeting of that id is to end.
    case end(String)
    /// The minutes of the meeting of that id are to be written.
    case minutes(String)
    /// What the meeting of that id decided; the decision that is corrected.
    case decide(MeetingOutcome, at: String, correcting: ChangeID?)
    /// A new action, set at the meeting of that id or between meetings.
    case action(at: String?)
    case finish(ChangeID)
    case revise(ChangeID)
    case handOver(ChangeID)
    /// Items that come onto the agenda being put together.
    case addToAgenda
  }
}

extension AppState {
  /// What a new meeting is called, when it is held, and what it goes through.
  func beginningForm() -> Form {
    let next = board.nextMeetingDay(after: today)
    return Form(
      .meeting(.begin), on: [], title: "A meeting begins",
      questions: [
        .text("Title", "\(board.settings.name), \(today.inWords)"),
        .text("Held on", hint: DayInput.forms, today.inWords),
        .text("Next meeting on", hint: DayInput.forms, next.inWords),
        .text("Agenda", hint: "empty: what is due before the next one; or a query: overdue, report:…"),
      ])
  }

  /// What is to be said at the end of a meeting, and where the minutes go.
  func endForm(_ meeting: Meeting) -> Form {
    let next = meeting.nextOn ?? board.nextMeetingDay(after: max(today, meeting.heldOn ?? today))
    return Form(
      .meeting(.end(meeting.id)), on: [.meeting(meeting.id)], title: "The meeting ends",
      questions: [
        .text("Next meeting on", hint: "empty: not agreed", next.inWords),
        .text("Assurance statement", hint: "what the Board was assured of; may stay empty", isMultiline: true),
        .text("Minutes to", hint: "empty: no files", defaultMinutesPath(meeting.id)),
      ])
  }

  func minutesForm(_ id: String) -> Form {
    Form(
      .meeting(.minutes(id)), on: [.meeting(id)], title: "Minutes of meeting \(id)",
      questions: [
        .text("File, without .txt and .md", defaultMinutesPath(id)),
        .choice("A file of that name", ["left alone", "replaced"]),
      ])
  }

  private func defaultMinutesPath(_ id: String) -> String {
    minutesFolder.isEmpty ? "minutes-\(id)" : "\(minutesFolder)/minutes-\(id)"
  }

  /// What is asked for an outcome: all that the decision changes first, then the words of the minute.
  func decisionForm(
    _ outcome: MeetingOutcome, on entity: EntityReference, at meeting: String, correcting: MeetingDecision? = nil
  ) -> Form {
    let item = item(entity)
    let own = correcting?.outcome == outcome
    return Form(
      .meeting(.decide(outcome, at: meeting, correcting: correcting?.id)), on: [entity],
      title: "\(entity.name): \(outcome.title)",
      questions: (own ? [] : deedQuestions(outcome, on: entity, item: item, at: meeting)) + [
        .text(
          "Words of the minute", hint: "“that …” is the resolution itself; empty: the usual words",
          correcting?.text ?? "", isMultiline: true),
        .text("Assurance statement", hint: "may stay empty", correcting?.assurance ?? "", isMultiline: true),
      ])
  }

  /// Whether an outcome changes an item that is not yet as decided.
  static func changes(_ outcome: MeetingOutcome, _ item: Item?) -> Bool {
    guard let item else { return outcome == .actionSet }
    return switch outcome {
    case .closed: item.status != .complete
    case .reopened: item.status == .complete
    case .dateRevised, .actionSet: true
    case .noted, .agreed, .referred, .deferred: false
    }
  }

  private func deedQuestions(
    _ outcome: MeetingOutcome, on entity: EntityReference, item: Item?, at meeting: String
  ) -> [Form.Question] {
    guard AppState.changes(outcome, item) else { return [] }
    switch outcome {
    case .closed: return item.map { closingQuestions(for: [$0]) } ?? []
    case .reopened:
      return [
        .text("Why is it open again?", isMultiline: true),
        .choice("It goes back to", [Status.forceAction.title, Status.awaitingNPCC.title]),
      ]
    case .dateRevised:
      let now = item?.due.map { "now \($0.inWords); " } ?? ""
      let hint = item.map { board.wasRevised($0, at: meeting) } == true ? "empty: as revised at this meeting" : now
      return [
        .text("New date", hint: hint.isEmpty ? DayInput.forms : hint + (hint == now ? DayInput.forms : "")),
        .text("Reason", isMultiline: true),
      ]
    case .actionSet: return actionQuestions(about: entity)
    case .noted, .agreed, .referred, .deferred: return []
    }
  }

  /// What is to be done, by whom and when: the owner and the next meeting's day are proposed.
  func actionQuestions(about entity: EntityReference?) -> [Form.Question] {
    let next = board.openMeeting?.nextOn ?? board.nextMeetingDay(after: today)
    return [
      .text("What is to be done", hint: "as it goes on after “Action – NAME to …”", isMultiline: true),
      .text("By whom", entity.flatMap { item($0)?.owner } ?? ""),
      .text("By which day", hint: DayInput.forms, next.inWords),
    ]
  }

  func actionForm(about entity: EntityReference?) -> Form {
    Form(
      .meeting(.action(at: board.openMeeting?.id)), on: entity.map { [$0] } ?? [],
      title: entity.map { "An action on \($0.name)" } ?? "An action", questions: actionQuestions(about: entity))
  }

  /// What is asked when an action is done, gets a new day, or goes to somebody else.
  func form(_ purpose: Form.MeetingPurpose, for action: MeetingAction) -> Form {
    let questions: [Form.Question]
    switch purpose {
    case .revise:
      questions = [.text("New date", hint: DayInput.forms), .text("Reason", isMultiline: true)]
    case .handOver: questions = [.text("To whom", action.owner ?? "")]
    default:
      questions = [
        .text("What came of it", hint: "may stay empty", isMultiline: true),
        .text("Done on", hint: DayInput.forms, today.inWords),
      ]
    }
    let name = "\(action.owner ?? ""): \(action.text)"
    return Form(.meeting(purpose), on: [.action(action.id)], title: name, questions: questions)
  }

  func addingToAgendaForm() -> Form {
    Form(
      .meeting(.addToAgenda), on: [], title: "Onto the agenda",
      questions: [.text("Reference or query", hint: "R3, stalking-2019, overdue, due:30d, owner:…")])
  }

  /// The item of an entity; `nil` for a report and what is not there.
  func item(_ entity: EntityReference) -> Item? {
    if case .item(let reference) = entity { return board.item(reference) }
    return nil
  }
}
