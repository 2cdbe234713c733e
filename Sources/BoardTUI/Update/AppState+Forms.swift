internal import BoardModel
internal import Commands

extension AppState {
  /// Opens a form about the marked cards, or else the selected one.
  mutating func openForm(_ purpose: Form.Purpose) {
    let items = itemsToChange()
    if !items.isEmpty { open(form(purpose, for: items)) }
  }

  /// Opens a form about one item or report, whatever is marked.
  mutating func openForm(_ purpose: Form.Purpose, on entity: EntityReference) {
    guard canChange() else { return }
    switch entity {
    case .item(let reference):
      if let item = board.item(reference) { open(form(purpose, for: [item])) }
    case .report(let key):
      if let report = board.report(key) { open(form(purpose, for: report)) }
    case .meeting, .action: break
    }
  }

  /// Asks for all that a new item needs.
  mutating func openAddingForm() {
    guard canChange() else { return }
    let reports = board.reports.filter { !$0.isClosed }
    guard !reports.isEmpty else {
      return refuse("there is no report to add to; board import or board report add makes one")
    }
    open(addingForm(reports: reports))
  }

  /// Opens a form, with what was typed into it when it was left before.
  mutating func open(_ form: Form) {
    var form = form
    form.expected = expectations(of: form)
    if let draft = drafts[form.draftKey], draft.count == form.questions.count {
      form.questions = draft
      say("this is your draft; C-u and C-k delete what stands in a field")
    }
    overlays.append(.form(form))
  }

  /// What a form takes for granted: that the fields it shows the values of are still as they are on the board.
  func expectations(of form: Form) -> [Precondition] {
    let fields: [Field] =
      switch form.purpose {
      case .owner: [.owner]
      case .due: [.due]
      case .text(let field), .field(let field), .step(let field): [field]
      case .position: [.position, .bodyComments]
      case .complete, .reopen, .note, .evidence, .add, .meeting: []
      }
    let now = frozen?.board ?? board
    return form.subjects.flatMap { subject in
      fields.map { .value(subject, FieldKey($0), is: now.record(subject)?[$0]) }
    }
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
      leave(form)
      return []
    default: form.questions[form.focus].answer.edit(action)
    }
    overlays[overlays.count - 1] = .form(form)
    return []
  }

  /// Leaves a form; what was typed is there again when the form is opened again.
  private mutating func leave(_ form: Form) {
    overlays.removeLast()
    drafts[form.draftKey] = form.isTouched ? form.questions : nil
    if form.isTouched { say("not saved; kept as a draft until you quit") }
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
      let result = try form.result(on: board, today: today)
      overlays.removeLast()
      drafts[form.draftKey] = nil
      let effects = result.request.map { carryOut($0, isFollowed: result.command != nil) } ?? []
      guard let command = result.command else { return effects }
      return effects
        + commit(command, items: form.items, status: result.status, form: form, expecting: form.expected)
    } catch {
      var kept = form
      kept.complaint = error.sentence
      kept.focus = error.question
      overlays[overlays.count - 1] = .form(kept)
      return []
    }
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
