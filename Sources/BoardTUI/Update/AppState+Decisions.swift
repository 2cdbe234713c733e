internal import BoardModel
internal import Commands
internal import ScreenGrid

extension AppState {
  /// What a decision or an action is about: what the meeting shows, else the selected card.
  var subject: EntityReference? {
    if let walk, overlays.last(where: { $0.isPage })?.view == .meeting {
      if case .entity(let entity)? = walk.choice { return entity }
      return walk.entity
    }
    return selectedItem.map { .item($0.reference) }
  }

  /// An entity's name in few columns.
  static func short(_ entity: EntityReference) -> String {
    if case .item(let reference) = entity { return reference.short }
    return entity.name
  }

  /// Offers the outcomes; where the meeting has decided already, its decisions to correct as well.
  mutating func openDecision() {
    guard canChange() else { return }
    guard let meeting = board.openMeeting else { return refuse("no meeting is on; M begins one") }
    guard let subject else { return refuse("no card is selected") }
    let own = board.decisions(of: meeting).filter { $0.entity == subject }
    let corrections = own.map { decision -> (String, Picker.Choice) in
      let words = decision.text.map { ": \($0.prefix(40))" } ?? ""
      return ("correct “\(decision.outcome.title)”\(words)", .correct(decision.id, subject))
    }
    openOutcomes("\(subject.name): decided", on: subject, correcting: nil, before: corrections)
  }

  /// Offers the outcomes that a decision should have had.
  mutating func openCorrection(_ id: ChangeID, on subject: EntityReference) {
    openOutcomes("\(subject.name): what was decided", on: subject, correcting: id, before: [])
  }

  private mutating func openOutcomes(
    _ title: String, on subject: EntityReference, correcting: ChangeID?, before: [(String, Picker.Choice)]
  ) {
    let item = item(subject)
    let outcomes = MeetingOutcome.allCases.map { outcome -> (String, Picker.Choice) in
      let leads = AppState.changes(outcome, item) ? "  \(glyphs.ellipsis)" : ""
      return (outcome.title + leads, .outcome(outcome, subject, correcting: correcting))
    }
    let earlier = correcting.flatMap { id in board.decisions(about: subject).first { $0.id == id }?.outcome }
    let selected = earlier.flatMap { MeetingOutcome.allCases.firstIndex(of: $0) } ?? before.count
    overlays.append(.picker(Picker(title: title, options: before + outcomes, selected: selected)))
  }

  /// Asks for the words of an outcome and for what it changes.
  mutating func openOutcome(_ outcome: MeetingOutcome, on subject: EntityReference, correcting: ChangeID?) {
    guard canChange() else { return }
    guard let meeting = board.openMeeting else { return refuse("no meeting is on; M begins one") }
    let earlier = correcting.flatMap { id in board.decisions(about: subject).first { $0.id == id } }
    open(decisionForm(outcome, on: subject, at: meeting.id, correcting: earlier))
  }

  /// Asks for an action, about the card that is selected or shown, or about nothing in particular.
  mutating func openNewAction() {
    guard canChange() else { return }
    open(actionForm(about: subject))
  }

  /// Offers what can become of an action.
  mutating func openActionPicker(_ id: ChangeID) {
    guard let action = board.action(id) else { return refuse("that action is no longer there") }
    overlays.append(
      .picker(
        Picker(
          title: "\(action.owner ?? ""): \(action.text)",
          options: [
            ("done", .action(.finish(id), id)), ("new date", .action(.revise(id), id)),
            ("hand over", .action(.handOver(id), id)),
          ], selected: 0)))
  }

  /// Asks for what becomes of an action.
  mutating func openActionForm(_ purpose: Form.MeetingPurpose, _ id: ChangeID) {
    guard canChange() else { return }
    guard let action = board.action(id) else { return refuse("that action is no longer there") }
    open(form(purpose, for: action))
  }
}
