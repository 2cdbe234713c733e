internal import BoardModel
internal import Commands

extension AppState {
  mutating func openForm(_ purpose: Form.Purpose) {
    guard let item = itemToChange() else { return }
    overlays.append(.form(form(purpose, for: item)))
  }

  mutating func performOnForm(_ action: KeyAction) -> [Effect] {
    guard case .form(var form)? = overlays.last else { return [] }
    form.complaint = nil
    switch action {
    case .save:
      if form.isAtLastQuestion { return save(form) }
      form.focus += 1
    case .nextField: form.focus = (form.focus + 1) % form.questions.count
    case .previousField: form.focus = (form.focus + form.questions.count - 1) % form.questions.count
    case .cancel:
      if form.isTouched {
        ask("Leave and lose what you typed?", .leaveForm)
      } else {
        overlays.removeLast()
      }
      return []
    default: form.questions[form.focus].answer.edit(action)
    }
    overlays[overlays.count - 1] = .form(form)
    return []
  }

  mutating func typeIntoForm(_ text: String) {
    guard case .form(var form)? = overlays.last else { return }
    form.complaint = nil
    form.questions[form.focus].answer.type(text)
    overlays[overlays.count - 1] = .form(form)
  }

  /// Sends what the form asks for; what is missing is said in the form, which stays.
  private mutating func save(_ form: Form) -> [Effect] {
    do {
      let (command, status) = try command(from: form)
      overlays.removeLast()
      return commit(command, status: status, form: form)
    } catch {
      var kept = form
      kept.complaint = error.sentence
      kept.focus = error.question
      overlays[overlays.count - 1] = .form(kept)
      return []
    }
  }

  /// What the answers ask for, and the status it gives.
  private func command(from form: Form) throws(FormComplaint) -> (Command, Status?) {
    let item = form.item
    switch form.purpose {
    case .complete:
      return (.move([item], to: .complete, closing: try closingWords(from: form), reason: nil), .complete)
    case .reopen(let status):
      let reason = try form.required(0, "say why it is open again")
      return (.move([item], to: status, closing: nil, reason: reason), status)
    case .owner: return (.assign([item], owner: form.text(0)), nil)
    case .due:
      let typed = try form.required(0, "say which day: \(DayInput.forms)")
      guard let day = DayInput.day(typed, today: today) else {
        throw FormComplaint(sentence: "“\(typed)” is no day; say \(DayInput.forms)", question: 0)
      }
      return (.due([item], day, reason: try form.required(1, "a new date needs its reason")), nil)
    case .note:
      return (.note(item, text: try form.required(0, "the note is empty"), isPrivate: form.choice(1) == 1), nil)
    case .evidence: return (.evidence(item, text: try form.required(0, "the evidence is empty")), nil)
    case .text(let field):
      return (.comment(field, on: .item(item), text: try form.required(0, "the \(field.words) would be empty")), nil)
    }
  }

  private func closingWords(from form: Form) throws(FormComplaint) -> Command.ClosingWords {
    let reason = try form.required(1, "say what was done, or why nothing is")
    let evidence = form.text(2)
    let noEvidence = form.text(3)
    let hasEvidence = board.item(form.item).map { !$0.record.entries(.evidence).isEmpty } ?? false
    if evidence == nil, noEvidence == nil, !hasEvidence {
      throw FormComplaint(sentence: "name the evidence, or say why there is none", question: 2)
    }
    if evidence != nil, noEvidence != nil {
      throw FormComplaint(sentence: "there is evidence, so the reason for none must stay empty", question: 3)
    }
    return Command.ClosingWords(
      ground: ClosureGround.allCases[form.choice(0)], reason: reason, evidence: evidence, noEvidence: noEvidence,
      nationalOpen: form.choice(4) == 1)
  }
}

/// Why a form's answers cannot be saved, and the question it is about.
private struct FormComplaint: Error {
  let sentence: String
  let question: Int
}

extension Form {
  fileprivate func required(_ index: Int, _ sentence: String) throws(FormComplaint) -> String {
    guard let text = text(index) else { throw FormComplaint(sentence: sentence, question: index) }
    return text
  }
}

extension Form.Answer {
  /// Edits a text, or goes from option to option.
  mutating func edit(_ action: KeyAction) {
    switch self {
    case .text(var input):
      input.edit(action)
      self = .text(input)
    case .choice(let options, let selected):
      switch action {
      case .cursorLeft: self = .choice(options, selected: max(0, selected - 1))
      case .cursorRight: self = .choice(options, selected: min(options.count - 1, selected + 1))
      case .lineStart: self = .choice(options, selected: 0)
      case .lineEnd: self = .choice(options, selected: options.count - 1)
      default: break
      }
    }
  }

  /// Types into a text; among options Space goes on and a letter goes to the option that begins with it.
  mutating func type(_ text: String) {
    switch self {
    case .text(var input):
      input.insert(text)
      self = .text(input)
    case .choice(let options, let selected):
      if text == " " {
        self = .choice(options, selected: (selected + 1) % options.count)
      } else if let index = options.firstIndex(where: { $0.lowercased().hasPrefix(text.lowercased()) }) {
        self = .choice(options, selected: index)
      }
    }
  }
}
