internal import BoardModel

/// Why a form's answers cannot be saved, and the question it is about.
struct FormComplaint: Error {
  let sentence: String
  let question: Int
}

/// What a form asks for.
struct FormResult {
  /// What is to be recorded; `nil` for nothing.
  let command: Command?
  /// The status that it gives; `nil` when it gives none.
  var status: Status?
  /// What is wanted besides.
  var request: FormRequest?
}

extension Form {
  /// What the answers ask for.
  ///
  /// - Throws: What is missing or not understood.
  func result(on board: Board, today: CalendarDay) throws(FormComplaint) -> FormResult {
    switch purpose {
    case .complete:
      let words = try closingWords(on: board)
      return FormResult(command: .move(items, to: .complete, closing: words, reason: nil), status: .complete)
    case .reopen(let status):
      let reason = try required(0, "say why it is open again")
      return FormResult(command: .move(items, to: status, closing: nil, reason: reason), status: status)
    case .owner: return FormResult(command: .assign(items, owner: text(0)))
    case .due:
      let day = try day(0, today: today)
      return FormResult(command: .due(items, day, reason: try required(1, "a new date needs its reason")))
    case .note:
      let (words, isPrivate) = (try required(0, "the note is empty"), choice(1) == 1)
      return each(items) { .note($0, text: words, isPrivate: isPrivate) }
    case .evidence:
      let words = try required(0, "the evidence is empty")
      return each(items) { .evidence($0, text: words) }
    case .text(let field):
      let words = try required(0, "the \(field.words) would be empty")
      return each(subjects) { .comment(field, on: $0, text: words) }
    case .position: return try position(on: board)
    case .step(let field): return try step(field, today: today)
    case .field(let field):
      let value = try value(of: field, today: today)
      return each(items) { .editItem($0, fields: [field: value]) }
    case .add: return try newItem(on: board, today: today)
    case .meeting(let purpose): return try result(purpose, on: board, today: today)
    }
  }

  /// The same for each subject, as one change.
  private func each<Subject>(_ subjects: [Subject], _ command: (Subject) -> Command) -> FormResult {
    let commands = subjects.map(command)
    return FormResult(command: commands.count == 1 ? commands[0] : .together(commands))
  }

  func required(_ index: Int, _ sentence: String) throws(FormComplaint) -> String {
    guard let text = text(index) else { throw FormComplaint(sentence: sentence, question: index) }
    return text
  }

  func day(_ index: Int, today: CalendarDay) throws(FormComplaint) -> CalendarDay {
    let typed = try required(index, "say which day: \(DayInput.forms)")
    guard let day = DayInput.day(typed, today: today) else {
      throw FormComplaint(sentence: "“\(typed)” is no day; say \(DayInput.forms)", question: index)
    }
    return day
  }

  func closingWords(on board: Board) throws(FormComplaint) -> Command.ClosingWords {
    let reason = try required(1, "say what was done, or why nothing is")
    let evidence = text(2)
    let noEvidence = text(3)
    let haveEvidence = items.allSatisfy { reference in
      board.item(reference).map { !$0.record.entries(.evidence).isEmpty } ?? false
    }
    if evidence == nil, noEvidence == nil, !haveEvidence {
      throw FormComplaint(sentence: "name the evidence, or say why there is none", question: 2)
    }
    if evidence != nil, noEvidence != nil {
      throw FormComplaint(sentence: "there is evidence, so the reason for none must stay empty", question: 3)
    }
    return Command.ClosingWords(
      ground: ClosureGround.allCases[choice(0)], reason: reason, evidence: evidence, noEvidence: noEvidence,
      nationalOpen: choice(4) == 1)
  }

  private func position(on board: Board) throws(FormComplaint) -> FormResult {
    let position = ResponsePosition.allCases[choice(0)]
    let words = text(1)
    if position == .noAction, words == nil {
      throw FormComplaint(sentence: "no action needs its reason in words, section 55 (5B)(b)", question: 1)
    }
    return each(items) { .position($0, position, text: words) }
  }

  private func step(_ field: Field, today: CalendarDay) throws(FormComplaint) -> FormResult {
    let day = try day(0, today: today)
    return each(subjects) { subject in
      field == .publicationDate
        ? .editReport(subject.name, fields: [field: day.description])
        : .record(report: subject.name, step: field, on: day)
    }
  }

  /// The value typed or chosen for a field; `nil` to clear it.
  private func value(of field: Field, today: CalendarDay) throws(FormComplaint) -> String? {
    if let values = field.choices { return choice(0) == 0 ? nil : values[choice(0) - 1] }
    guard text(0) != nil else {
      if FieldRule.required.contains(field) {
        throw FormComplaint(sentence: "the \(field.words) would be empty", question: 0)
      }
      return nil
    }
    return field.isDay ? try day(0, today: today).description : text(0)
  }

  private func newItem(on board: Board, today: CalendarDay) throws(FormComplaint) -> FormResult {
    let report = questions[0].typed
    let kind = ItemKind.allCases[choice(1)]
    var number = board.nextNumber(report: report, kind: kind)
    if let typed = text(2) {
      guard let wanted = ItemNumber(typed) else {
        throw FormComplaint(sentence: "“\(typed)” is no number; say 7 or 7.1", question: 2)
      }
      number = wanted
    }
    let status = Form.openStatuses[choice(7)]
    var fields: [Field: String] = [.status: status.rawValue, .text: try required(3, "say what it asks for")]
    if let addressees = text(4) { fields[.addressees] = addressees }
    if let period = text(5) { fields[.period] = period }
    if text(6) != nil {
      fields[.due] = try day(6, today: today).description
      fields[.dueSource] = (text(5) == nil ? DueSource.internal : .inspectorate).rawValue
    }
    let reference = ItemReference(report: report, kind: kind, number: number)
    return FormResult(command: .addItem(Command.NewItem(reference: reference, fields: fields)), status: status)
  }
}
