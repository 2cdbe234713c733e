internal import BoardModel
internal import Interchange

/// `board actions`: the action log, open ones first.
enum ActionsVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(0)
    let format = try shell.paperFormat()
    let form = try format == nil ? shell.tableForm() : .text
    let session = try shell.openForReading()
    let actions = session.board.actionLog
    if let format {
      let paper = ActionLogPaper(of: session.board, today: shell.today).document
      try shell.put(paper, format, kind: "actions", items: actions.count, session)
      return .done
    }
    switch form {
    case .json:
      shell.answer("actions", session) { writer in
        writer.array("actions", of: actions) { JSONOutput.action($1, today: shell.today, to: &$0) }
      }
    case .porcelain: shell.rows(form, header: [], actions.lazy.map(porcelain))
    case .csv:
      let header = ["action", "text", "owner", "due", "ref", "meeting", "state", "doneOn", "result", "overdueDays"]
      shell.rows(form, header: header, actions.lazy.map { csv($0, shell.today) })
    case .linear, .text, .calendar:
      if actions.isEmpty {
        shell.console.line("No actions were set yet. Set one with `board action add`.")
      } else if form == .linear {
        for action in actions { shell.console.line(sentence(action, shell.today)) }
        shell.console.line("\(sum(actions, shell.today)).")
      } else {
        table(actions, shell)
      }
    }
    return .done
  }

  private static func porcelain(_ action: MeetingAction) -> [String] {
    [
      action.id.short, action.isOpen ? "open" : "done", action.due?.description ?? "", action.owner ?? "",
      action.about?.name ?? "", action.text,
    ]
  }

  private static func csv(_ action: MeetingAction, _ today: CalendarDay) -> [String] {
    [
      action.id.description, action.text, action.owner ?? "", action.due?.description ?? "",
      action.about?.name ?? "", action.meeting ?? "", action.isOpen ? "open" : "done",
      action.doneOn?.description ?? "", action.result ?? "", action.overdueDays(on: today).map(String.init) ?? "",
    ]
  }

  private static func sentence(_ action: MeetingAction, _ today: CalendarDay) -> String {
    var parts = [Linear.sentence("Action \(action.id.short), \(action.owner ?? "nobody"): \(action.text)")]
    if let about = action.about { parts.append("About \(about.name).") }
    if let days = action.overdueDays(on: today) {
      parts.append("Overdue by \(Linear.count(days, "day")).")
    } else {
      parts.append(Linear.sentence(action.state(on: today).capitalizedFirst))
    }
    if let result = action.result { parts.append(Linear.sentence("Result: \(result)")) }
    return parts.joined(separator: " ")
  }

  private static func sum(_ actions: [MeetingAction], _ today: CalendarDay) -> String {
    let open = actions.count(where: \.isOpen)
    let overdue = actions.count { $0.overdueDays(on: today) != nil }
    return "\(open) open of \(actions.count), \(overdue) overdue"
  }

  private static func table(_ actions: [MeetingAction], _ shell: Shell) {
    shell.console.page()
    var table = Table([
      Table.Column("ID"), Table.Column("STATE", limit: 24), Table.Column("OWNER", limit: 24),
      Table.Column("REF", limit: 24), Table.Column("ACTION"),
    ])
    for action in actions {
      let state = action.state(on: shell.today)
      let role: Span.Role = action.overdueDays(on: shell.today) != nil ? .warning : action.isOpen ? .plain : .good
      let short = action.isOpen ? action.due?.short(inYear: shell.today.components.year) : "done"
      let late = action.overdueDays(on: shell.today).map { "LATE \($0)d" }
      table.add([
        .strong(action.id.short), Span(state, role, short: late ?? short), Span(action.owner ?? ""),
        Span(action.about?.name ?? ""), Span(action.text),
      ])
    }
    table.write(to: shell.console)
    shell.console.paragraph(sum(actions, shell.today), role: .faint)
  }
}

extension String {
  /// The text with its first letter large.
  fileprivate var capitalizedFirst: String {
    first.map { $0.uppercased() + dropFirst() } ?? self
  }
}
