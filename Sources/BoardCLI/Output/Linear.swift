internal import BoardModel
internal import Interchange

/// Answers as whole sentences, for those who hear them: no columns, no signs that are read out as noise.
enum Linear {
  /// A text with the signs of our own wording put into words.
  static func spoken(_ text: String) -> String {
    var words = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "→": words += "to"
      case "←": words += "from "
      case "·": words += "–"
      case "×": words += "times "
      case "“", "”": words += "\""
      default: words.unicodeScalars.append(scalar)
      }
    }
    return words
  }

  /// A text as a sentence of its own, on one line.
  static func sentence(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.joined(separator: " ")
    guard let last = line.last else { return "" }
    return ".!?:;".contains(last) ? line : line + "."
  }

  /// `1 item`, `3 items`.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// How a due date stands, as a sentence.
  static func due(_ item: Item, _ today: CalendarDay) -> String {
    switch item.dueState(on: today) {
    case .none: "No due date."
    case .ahead(_, 0): "Due today."
    case .ahead(let day, let days): "Due on \(day.inWords), in \(count(days, "day"))."
    case .overdue(let day, let days): "Overdue by \(count(days, "day")): it was due on \(day.inWords)."
    case .met(let day): "It was due on \(day.inWords)."
    }
  }

  /// An item in one line of sentences, from its name to its text.
  static func item(_ item: Item, _ today: CalendarDay) -> String {
    var parts = [
      "\(item.reference), \(item.kind.title.lowercased()) \(item.reference.number).", "Status: \(item.status.title).",
      due(item, today), sentence("Owner: \(item.owner ?? "awaiting allocation")"),
    ]
    if !item.markWords.isEmpty { parts.append("Marked: \(item.markWords.joined(separator: ", ")).") }
    parts.append(sentence("Text: \(item.text)"))
    return parts.joined(separator: " ")
  }

  /// Items by status, as `30 items: 10 Awaiting NPCC, 14 Force action, 6 Complete`.
  static func counts(_ counts: [Status: Int]) -> String {
    let parts = Status.allCases.map { "\(counts[$0] ?? 0) \($0.title)" }
    return "\(count(counts.values.reduce(0, +), "item")): \(parts.joined(separator: ", "))"
  }

  /// A recorded change in one line of sentences.
  static func change(_ change: Change, _ session: Session, _ shell: Shell) -> String {
    let when = Timestamp.local(milliseconds: change.at, shell.world.system)
    var parts = [sentence("\(when), \(change.actor): \(spoken(change.description(on: session.board)))")]
    if let reason = change.reason, change.kind != .withdraw { parts.append(sentence("Reason: \(reason)")) }
    if session.isUndone(change) { parts.append("This was undone.") }
    return "Change \(change.id.short), \(parts.joined(separator: " "))"
  }
}
