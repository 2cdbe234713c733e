internal import BoardModel

extension AppState {
  /// The questions for one purpose, with what the board already holds.
  func form(_ purpose: Form.Purpose, for item: Item) -> Form {
    let name = item.reference.description
    func form(_ title: String, _ questions: [Form.Question]) -> Form {
      Form(purpose, item: item.reference, title: title, questions: questions)
    }
    switch purpose {
    case .complete: return form("\(name) is complete", closingQuestions(for: item))
    case .reopen(let status):
      return form(
        "\(name) goes back to \(status.title)", [.text("Why is it open again?", isMultiline: true)])
    case .owner:
      return form(
        "Owner of \(name)", [.text("Owner", hint: "empty: awaiting allocation", item.owner ?? "")])
    case .due:
      let now = item.due.map { "now \($0.inWords)" } ?? "none yet"
      return form(
        "Due date of \(name) (\(now))",
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
        "\(field.words.prefix(1).uppercased())\(field.words.dropFirst()) on \(name)",
        [.text("Text", item.record[field] ?? "", isMultiline: true)])
    }
  }

  private func closingQuestions(for item: Item) -> [Form.Question] {
    let count = item.record.entries(.evidence).count
    let recorded = count == 0 ? "what shows that it is done" : "\(count) recorded already; more is not needed"
    return [
      .choice("Ground", ClosureGround.allCases.map(\.title)),
      .text("What was done, or why nothing is", isMultiline: true),
      .text("Evidence", hint: recorded, isMultiline: true),
      .text("No evidence because", hint: "only where there is none", isMultiline: true),
      .choice("National part", ["nothing open", "still open"]),
    ]
  }
}
