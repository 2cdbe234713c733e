internal import BoardModel

extension AppState {
  /// The questions for one purpose about one or several items, with what the board already holds.
  func form(_ purpose: Form.Purpose, for items: [Item]) -> Form {
    let name = items.count == 1 ? items[0].reference.description : "\(items.count) cards"
    func form(_ title: String, _ questions: [Form.Question]) -> Form {
      Form(purpose, on: items.map { .item($0.reference) }, title: title, questions: questions)
    }
    switch purpose {
    case .complete: return form("Complete \(name)", closingQuestions(for: items))
    case .reopen(let status):
      return form(
        "Move \(name) back to \(status.title)",
        [.text("Why is it open again?", isMultiline: true)])
    case .owner:
      return form(
        "Owner of \(name)", [.text("Owner", hint: "empty: awaiting allocation", AppState.common(items, .owner))])
    case .due:
      let now = items.count > 1 ? "" : items[0].due.map { " (now \($0.inWords))" } ?? " (none yet)"
      return form(
        "Due date of \(name)\(now)",
        [.text("New date", hint: DayInput.forms), .text("Reason", isMultiline: true)])
    case .note:
      return form(
        "Note on \(name)",
        [
          .text("Note", isMultiline: true),
          .choice("Who may see it", ["everyone", "private: never on a public screen or in an export"]),
        ])
    case .evidence: return form("Evidence for \(name)", [.text("Evidence", isMultiline: true)])
    case .text(let field):
      return form(
        "\(field.capitalized) on \(name)", [.text("Text", AppState.common(items, field), isMultiline: true)])
    case .position: return form("(5B) position on \(name)", positionQuestions(for: items))
    case .field(let field): return form("\(field.capitalized) of \(name)", [question(for: field, of: items)])
    case .add, .step, .meeting: return form(name, [])
    }
  }

  /// The questions about a report as a whole: one of its texts, or the day of a step.
  func form(_ purpose: Form.Purpose, for report: InspectionReport) -> Form {
    let subjects = [EntityReference.report(report.key)]
    switch purpose {
    case .step(let field):
      let value = report.record[field] ?? today.description
      return Form(
        purpose, on: subjects, title: "\(report.key): \(field.words)",
        questions: [.text("Day", hint: DayInput.forms, value)])
    case .text(let field):
      return Form(
        purpose, on: subjects, title: "\(field.capitalized) on \(report.key) as a whole",
        questions: [.text("Text", report.record[field] ?? "", isMultiline: true)])
    default: return Form(purpose, on: subjects, title: report.key, questions: [])
    }
  }

  /// The questions that make a new item.
  func addingForm(reports: [InspectionReport]) -> Form {
    let wanted = selection.reference?.report ?? filter.words.first
    let chosen = reports.firstIndex { $0.key == wanted } ?? 0
    return Form(
      .add, on: [], title: "A new item",
      questions: [
        .choice("Report", reports.map(\.key), selected: chosen), .choice("Kind", ItemKind.allCases.map(\.title)),
        .text("Number", hint: "empty: the next free one"), .text("Text", isMultiline: true),
        .text("Addressees", hint: "who should act; several: one a line", isMultiline: true),
        .text("Completion period", hint: "the report's words, such as within six months"),
        .text("Due date", hint: DayInput.forms),
        .choice("Status", Form.openStatuses.map(\.title), selected: selectedColumn == 1 ? 1 : 0),
      ])
  }

  /// The value that all items have in a field; empty where they differ.
  private static func common(_ items: [Item], _ field: Field) -> String {
    let values = Set(items.map { $0.record[field] ?? "" })
    return values.count == 1 ? values.first ?? "" : ""
  }

  func closingQuestions(for items: [Item]) -> [Form.Question] {
    let count = items.map { $0.record.entries(.evidence).count }.min() ?? 0
    let recorded = count == 0 ? "what shows that it is done" : "\(count) recorded already; more is not needed"
    return [
      .choice("Ground", ClosureGround.allCases.map(\.title)),
      .text("What was done, or why nothing is", isMultiline: true),
      .text("Evidence", hint: recorded, isMultiline: true),
      .text("No evidence because", hint: "only where there is none", isMultiline: true),
      .choice("National part", ["nothing open", "still open"]),
    ]
  }

  private func positionQuestions(for items: [Item]) -> [Form.Question] {
    let position = ResponsePosition(rawValue: AppState.common(items, .position))
    return [
      .choice(
        "Position", ResponsePosition.allCases.map(\.title),
        selected: position.flatMap { ResponsePosition.allCases.firstIndex(of: $0) } ?? 0),
      .text(
        "The body's comments, (5)(a)", hint: "for no action the reason", AppState.common(items, .bodyComments),
        isMultiline: true),
    ]
  }

  /// One field as a question: a list where only some values are allowed.
  private func question(for field: Field, of items: [Item]) -> Form.Question {
    let value = AppState.common(items, field)
    if let values = field.choices {
      return .choice(
        field.capitalized, ["not stated"] + values.map { field.words(for: $0) },
        selected: (values.firstIndex(of: value) ?? -1) + 1)
    }
    let hint = field == .addressees || field == .tags ? "several: one a line" : "empty: none"
    return .text(field.capitalized, hint: field.isDay ? DayInput.forms : hint, value, isMultiline: !field.isDay)
  }
}

extension Form {
  /// The statuses that a new item can have; to be complete takes words of its own.
  static let openStatuses: [Status] = [.awaitingNPCC, .forceAction]
}

extension Field {
  /// The field in words, as a heading.
  var capitalized: String { words.prefix(1).uppercased() + words.dropFirst() }

  /// The values that are allowed, as recorded; `nil` where any text is.
  var choices: [String]? {
    switch self {
    case .acceptance: Acceptance.allCases.map(\.rawValue)
    case .registerStatus: RegisterStatus.allCases.map(\.rawValue)
    case .dueSource: DueSource.allCases.map(\.rawValue)
    case .position: ResponsePosition.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// Whether its values are days.
  var isDay: Bool {
    switch self {
    case .publicationDate, .publishedOn, .sentToInspectorsOn, .sentToSecretaryOfStateOn, .due: true
    default: false
    }
  }
}
