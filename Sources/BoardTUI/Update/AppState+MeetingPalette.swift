internal import BoardModel

extension AppState {
  /// Carries out a verb of the palette that is about a meeting, for the card that is selected or shown.
  mutating func performAtMeeting(_ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    switch command.verb {
    case .meeting: return try changeMeeting(command)
    case .decide: return try decide(command)
    case .action: return try setAction(command)
    case .agenda: return try changeAgenda(command)
    case .minutes: return try writeMinutes(command)
    default: openSince()
    }
    return []
  }

  private mutating func changeMeeting(_ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    let steps = ["start", "end", "discuss", "skip"]
    let title = command.operands.dropFirst().joined(separator: " ")
    switch command.operands.first?.lowercased() {
    case nil: openMeeting()
    case "start":
      guard board.openMeeting == nil else { throw PaletteComplaint(sentence: "a meeting is on; meeting end ends it") }
      guard canChange() else { return [] }
      var form = beginningForm()
      if !title.isEmpty { form.questions[0] = .text("Title", title) }
      open(form)
    case "end":
      guard let meeting = board.openMeeting else { throw AppState.noMeeting }
      guard canChange() else { return [] }
      open(endForm(meeting))
    case let step? where steps.contains(step):
      guard let meeting = board.openMeeting else { throw AppState.noMeeting }
      guard let subject else { throw PaletteComplaint(sentence: "no card is selected") }
      guard canChange() else { return [] }
      return commit(.meeting(.mark(subject, step == "skip" ? .skipped : .discussed, at: meeting.id)))
    case let step?: throw PaletteComplaint.unknown(step, what: "step of a meeting", among: steps)
    }
    return []
  }

  private static let noMeeting = PaletteComplaint(sentence: "no meeting is on; meeting start begins one")

  /// An outcome with its words is recorded at once; where it changes the card, the form asks for what the rules want.
  private mutating func decide(_ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    guard let meeting = board.openMeeting else { throw AppState.noMeeting }
    guard let subject else { throw PaletteComplaint(sentence: "no card is selected") }
    guard canChange() else { return [] }
    guard let name = command.operands.first else {
      openDecision()
      return []
    }
    guard let outcome = MeetingOutcome(rawValue: name.lowercased()) else {
      throw PaletteComplaint.unknown(name, what: "outcome", among: MeetingOutcome.allCases.map(\.rawValue))
    }
    let words = command.operands.dropFirst().joined(separator: " ")
    var form = decisionForm(outcome, on: subject, at: meeting.id)
    guard AppState.changes(outcome, item(subject)) else {
      return commit(.meeting(.decide(subject, outcome, text: words.isEmpty ? nil : words, at: meeting.id)))
    }
    form.questions[form.questions.count - 2].answer = .text(TextInput(words, isMultiline: true))
    open(form)
    return []
  }

  private mutating func setAction(_ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    guard canChange() else { return [] }
    guard let text = command.text, let owner = command.flags["owner"], let typed = command.flags["due"] else {
      var form = actionForm(about: subject)
      if let text = command.text { form.questions[0].answer = .text(TextInput(text, isMultiline: true)) }
      if let owner = command.flags["owner"] { form.questions[1].answer = .text(TextInput(owner)) }
      open(form)
      return []
    }
    guard let day = DayInput.day(typed, today: today) else {
      throw PaletteComplaint(sentence: "“\(typed)” is no day; say \(DayInput.forms)")
    }
    return commit(
      .meeting(
        .addAction(
          MeetingCommand.NewAction(
            text: text, owner: owner, due: day, about: subject, meeting: board.openMeeting?.id))))
  }

  /// Without a query the agenda is shown; with one it is what the query finds.
  private mutating func changeAgenda(_ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    guard let meeting = board.openMeeting else { throw AppState.noMeeting }
    guard let query = command.text else {
      show(meeting)
      if let walk { openAgenda(of: walk) }
      return []
    }
    guard canChange() else { return [] }
    do throws(FormComplaint) {
      return commit(.meeting(.setAgenda(try Form.entities(query, on: board, today: today), of: meeting.id)))
    } catch {
      throw PaletteComplaint(sentence: error.sentence)
    }
  }

  private mutating func writeMinutes(_ command: PaletteCommand) throws(PaletteComplaint) -> [Effect] {
    guard let meeting = board.meetings.last else { throw PaletteComplaint(sentence: "no meeting was held yet") }
    guard let path = command.text else {
      openMinutesForm(meeting.id)
      return []
    }
    return write(MinutesWish(meeting: meeting.id, path: Form.bare(path), replacing: false))
  }
}
