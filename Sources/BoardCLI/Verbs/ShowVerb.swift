internal import BoardModel
internal import Interchange
internal import JSONText

/// `board show REF`: one item whole, with its timeline.
enum ShowVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let name = try shell.invocation.operand(0, "REF")
    try shell.invocation.expectAtMost(1)
    let form = try shell.tableForm()
    let session = try shell.openForReading()
    switch try shell.readable(name, on: session.board) {
    case .report(let key): return try ReportVerb.show([try shell.report(key, on: session.board)], session, shell)
    case .item(let reference):
      guard let item = session.board.item(reference) else {
        throw .board(.unknownReference(name, candidates: []))
      }
      let changes = try session.changes(touching: .item(reference))
      if shell.json {
        shell.answer("item", session) { writer in
          writer.key("item")
          JSONOutput.item(item, on: session.board, today: shell.today, to: &writer)
          writer.array("changes", of: changes) { JSONOutput.change($1, on: session.board, to: &$0) }
        }
      } else {
        shell.console.page()
        if form == .linear {
          sentences(item, changes, session, shell)
        } else {
          page(item, changes, session, shell)
        }
      }
      return .done
    }
  }

  private static func page(_ item: Item, _ changes: [Change], _ session: Session, _ shell: Shell) {
    let console = shell.console
    let paragraph = item.paragraph.map { " (paragraph \($0))" } ?? ""
    console.hanging(
      [.strong(item.reference.description), Span("  ")], "\(item.kind.title) \(item.reference.number)\(paragraph)",
      indent: 2)
    if let title = session.board.report(item.reference.report)?.title { console.paragraph(title, role: .faint) }
    if let reason = item.withdrawn { console.paragraph("WITHDRAWN: \(reason)", role: .warning) }
    console.line()
    console.paragraph(item.text)
    console.line()
    facts(of: item, shell)
    text("Chief officer's comments, section 55 (5)(b)", item.chiefOfficerComments, console)
    text("Body's comments, (5)(a)", item.bodyComments, console)
    text("Body's reply, (5)(c)", item.bodyReply, console)
    for entry in item.record.entries(.evidence) { text("Evidence", entry.text, console) }
    for entry in item.record.entries(.note) { text("Note", entry.text, console) }
    for entry in item.record.entries(.privateNote) { text("Private note", entry.text, console) }
    timeline(of: item, changes, session, shell)
  }

  /// The item as sentences: what the page shows, in the same order.
  private static func sentences(_ item: Item, _ changes: [Change], _ session: Session, _ shell: Shell) {
    let console = shell.console
    console.line(Linear.item(item, shell.today))
    func say(_ name: String, _ value: String?) {
      if let value { console.line(Linear.sentence("\(name): \(value)")) }
    }
    say("Report", session.board.report(item.reference.report)?.title)
    say("Withdrawn", item.withdrawn)
    say("Paragraph", item.paragraph)
    say("Addressees", item.addressees.isEmpty ? "not stated" : item.addressees.joined(separator: ", "))
    say("Period", item.period)
    if let original = item.dueOriginal, original != item.due { say("Originally due", original.inWords) }
    say("Position", item.position?.title ?? "not stated")
    say("Acceptance", item.acceptance?.rawValue ?? "not stated")
    say("Closed", item.closure.map { "\($0.ground.title): \($0.reason)" })
    say("No evidence", item.closure?.noEvidence)
    say("Verified", item.verified?.inWords)
    if !item.tags.isEmpty { say("Tags", item.tags.joined(separator: ", ")) }
    say("Chief officer's comments", item.chiefOfficerComments)
    say("Body's comments", item.bodyComments)
    say("Body's reply", item.bodyReply)
    for entry in item.record.entries(.evidence) { say("Evidence", entry.text) }
    for entry in item.record.entries(.note) { say("Note", entry.text) }
    for entry in item.record.entries(.privateNote) { say("Private note", entry.text) }
    console.line("Its history has \(Linear.count(changes.count, "change")), the oldest first.")
    for change in changes { console.line(Linear.change(change, session, shell)) }
  }

  private static func facts(of item: Item, _ shell: Shell) {
    let due = ListVerb.due(item, shell.today)
    fact("Status", Span(item.status.title, .strong), shell)
    let marks = item.markWords
    if !marks.isEmpty { fact("Marks", Span(marks.joined(separator: ", ")), shell) }
    fact("Owner", Span(item.owner ?? "awaiting allocation"), shell)
    fact("Addressees", Span(item.addressees.isEmpty ? "not stated" : item.addressees.joined(separator: ", ")), shell)
    fact("Due", due, shell)
    if let day = item.due {
      let source = item.record[.dueSource].map { " (\($0))" } ?? ""
      let original = item.dueOriginal.flatMap { $0 == day ? nil : "; originally \($0.inWords)" } ?? ""
      fact("", Span("\(day.inWordsWithWeekday)\(source)\(original)"), shell)
    }
    if let period = item.period { fact("Period", Span("“\(period)”"), shell) }
    fact("Position", Span(item.position?.title ?? "not stated (section 55 (5B))"), shell)
    fact("Acceptance", Span(item.acceptance?.rawValue ?? "not stated"), shell)
    if let closure = item.closure {
      fact("Closed", Span("\(closure.ground.title): \(closure.reason)"), shell)
      if let why = closure.noEvidence { fact("", Span("no evidence: \(why)"), shell) }
    }
    if let day = item.verified { fact("Verified", Span(day.inWords), shell) }
    if !item.tags.isEmpty { fact("Tags", Span(item.tags.joined(separator: ", ")), shell) }
  }

  private static func fact(_ name: String, _ value: Span, _ shell: Shell) {
    shell.console.hanging([.faint(shell.console.fitted(name, to: 12))], value.text, indent: 12, role: value.role)
  }

  private static func text(_ heading: String, _ text: String?, _ console: Console) {
    guard let text else { return }
    console.line()
    console.line(.strong(heading))
    console.paragraph(text, indent: 2)
  }

  private static func timeline(of item: Item, _ changes: [Change], _ session: Session, _ shell: Shell) {
    let console = shell.console
    console.line()
    console.line(.strong("Timeline"))
    for change in changes {
      let when = Timestamp.local(milliseconds: change.at, shell.world.system)
      let undone = session.isUndone(change) ? " (undone)" : ""
      console.hanging(
        [.faint("  \(console.fitted(change.id.short, to: 10))  \(when)  ")],
        "\(change.actor)  \(change.description(on: session.board))\(undone)", indent: 14)
      if let reason = change.reason { console.paragraph("“\(reason)”", indent: 14, role: .faint) }
    }
  }
}
