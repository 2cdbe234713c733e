package import BoardModel

extension Minutes {
  /// The minutes in the wording of boards: matters arising first, then what was resolved item by item.
  package var document: MeetingDocument {
    var document = MeetingDocument()
    document.blocks.append(.heading(1, meeting.title))
    let day = meeting.heldOn.map { "Minutes of the meeting held on \($0.inWordsWithWeekday)" } ?? "Minutes"
    document.blocks.append(.paragraph("\(day) · \(board.settings.name)"))
    if !meeting.hasEnded { document.blocks.append(.paragraph("DRAFT: the meeting is still on.")) }
    addMattersArising(to: &document)
    for part in parts { add(part, to: &document) }
    if !otherActions.isEmpty {
      document.blocks.append(.heading(2, "Other actions"))
      for action in otherActions { document.blocks.append(.statement("Action", MinutesWording.task(action))) }
    }
    for assurance in meeting.assurances { document.blocks.append(.statement("Assurance statement:", assurance)) }
    if let next = meeting.nextOn {
      document.blocks.append(.statement("Next meeting:", next.inWordsWithWeekday))
    }
    return document
  }

  private func addMattersArising(to document: inout MeetingDocument) {
    document.blocks.append(.heading(2, "Matters arising from the last action log"))
    if mattersArising.isEmpty { document.blocks.append(.paragraph("None.")) }
    for action in mattersArising {
      document.blocks.append(.entry(MinutesWording.matter(action, on: meeting.heldOn)))
    }
  }

  private func add(_ part: Part, to document: inout MeetingDocument) {
    document.blocks.append(.heading(2, "\(part.number). \(MinutesWording.title(of: part.entity, on: board))"))
    if case .item(let reference) = part.entity, let text = board.item(reference)?.text {
      document.blocks.append(.paragraph(MinutesWording.cut(text)))
    }
    let isSilent = part.decisions.isEmpty && part.changes.isEmpty && part.actions.isEmpty
    switch part.progress {
    case .skipped: document.blocks.append(.paragraph("Not taken at this meeting."))
    case .discussed: if isSilent { document.blocks.append(.paragraph("Discussed.")) }
    case nil: if isSilent { document.blocks.append(.paragraph("Not reached.")) }
    }
    for decision in part.decisions {
      if let text = decision.text, !MinutesWording.isResolution(text) {
        document.blocks.append(.paragraph(text))
      }
      document.blocks.append(.statement("RESOLVED", MinutesWording.resolution(decision, part)))
      if let assurance = decision.assurance {
        document.blocks.append(.statement("Assurance statement:", assurance))
      }
    }
    for action in part.actions { document.blocks.append(.statement("Action", MinutesWording.task(action))) }
    for change in part.changes { document.blocks.append(.entry("Recorded: \(change)")) }
  }
}

/// The set phrases of minutes.
package enum MinutesWording {
  /// What was resolved: the words of the minute where they begin with “that”, else the phrase of the outcome.
  package static func resolution(_ decision: MeetingDecision, _ part: Minutes.Part) -> String {
    if let text = decision.text, isResolution(text) { return sentence(text) }
    let what = noun(decision.entity)
    return switch decision.outcome {
    case .noted: "that the \(what) be noted."
    case .agreed: "that the response to the \(what) be agreed."
    case .actionSet: "that action be taken on the \(what)."
    case .dateRevised:
      part.revisedDue.map { "that the due date of the \(what) be revised to \($0.inWords)." }
        ?? "that the due date of the \(what) be revised."
    case .closed: "that the \(what) be closed."
    case .reopened: "that the \(what) be reopened."
    case .referred: "that the \(what) be referred."
    case .deferred: "that the \(what) be deferred to the next meeting."
    }
  }

  /// Whether the words of a minute are a resolution of their own.
  static func isResolution(_ text: String) -> Bool {
    text.prefix(5).lowercased() == "that "
  }

  /// What somebody is to do, as it stands behind “Action –”.
  ///
  /// `DCI Hale to write to the lead by 30 May 2019 (17-8c1d).`
  package static func task(_ action: MeetingAction) -> String {
    let due = action.due.map { " by \($0.inWords)" } ?? ""
    return "\(action.owner ?? "nobody yet") to \(bare(action.text))\(due) (\(action.id.short))."
  }

  /// An action of the last log and how it stands.
  package static func matter(_ action: MeetingAction, on day: CalendarDay?) -> String {
    let state = day.map { action.state(on: $0) } ?? action.state(on: CalendarDay(daysSinceEpoch: 0))
    var text = "\(action.id.short): \(action.owner ?? "nobody yet") to \(bare(action.text))"
    if let about = action.about { text += " (\(about.name))" }
    text += " – \(state)"
    if let day, let doneOn = action.doneOn, doneOn <= day, let result = action.result { text += ": \(result)" }
    return text
  }

  /// What an item or report is called in a heading.
  package static func title(of entity: EntityReference, on board: Board) -> String {
    switch entity {
    case .item(let reference):
      let report = board.report(reference.report)?.title
      let name = "\(reference.kind.title) \(reference.number)"
      return (report.map { "\(name), \($0)" } ?? name) + " (\(reference))"
    case .report(let key): return "\(board.report(key)?.title ?? "Report") (\(key))"
    case .meeting, .action: return entity.name
    }
  }

  static func noun(_ entity: EntityReference) -> String {
    if case .item(let reference) = entity { reference.kind.title.lowercased() } else { "report" }
  }

  /// A text that ends in a full stop.
  static func sentence(_ text: String) -> String {
    text.last.map { ".!?…".contains($0) } == true ? text : text + "."
  }

  /// An action without the “to” it may begin with and without a full stop.
  static func bare(_ text: String) -> String {
    let start = text.lowercased().hasPrefix("to ") ? text.dropFirst(3) : text[...]
    return String(start.hasSuffix(".") ? start.dropLast() : start)
  }

  /// The beginning of a text, with a sign that more follows.
  static func cut(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count <= 200 ? line : line.prefix(199) + "…"
  }
}
