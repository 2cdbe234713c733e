internal import BoardModel

/// `board changes --since DATE|last-meeting`: what became of the items since.
enum ChangesVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(0)
    let word = shell.invocation["since"] ?? "last-meeting"
    var since: CalendarDay?
    if word.lowercased() != "last-meeting" {
      since = CalendarDay(word)
      if since == nil {
        throw .usage(.badNumber(what: "--since", value: word, expected: "last-meeting or a date as 2019-07-01"))
      }
    }
    let session = try shell.openForReading()
    let board = session.board
    let entries = (since.map { board.changes(since: $0) } ?? board.changesSinceLastMeeting).entries
    if shell.json {
      let end = board.lastMeeting.flatMap { board.placeOfEnd(of: $0) } ?? -1
      let changes = try session.changes(touching: nil).enumerated().filter { place, change in
        since.map { change.on >= $0 } ?? (place > end)
      }.map(\.element)
      shell.answer("changes", session) { writer in
        writer.member("since", since?.description ?? "last-meeting")
        writer.member("meeting", since == nil ? board.lastMeeting?.id : nil)
        writer.array("items", of: entries.filter { isItem($0.entity) }) { JSONOutput.entry($1, on: board, to: &$0) }
        writer.array("reports", of: entries.filter { !isItem($0.entity) }) { JSONOutput.entry($1, on: board, to: &$0) }
        writer.array("changes", of: changes) { JSONOutput.change($1, on: board, to: &$0) }
      }
    } else {
      text(entries, since, session, shell)
    }
    return .done
  }

  private static func isItem(_ entity: EntityReference) -> Bool {
    if case .item = entity { true } else { false }
  }

  private static func text(
    _ entries: [ChangesSince.Entry], _ since: CalendarDay?, _ session: Session, _ shell: Shell
  ) {
    let board = session.board
    let moment =
      since.map { "since \($0.inWords)" } ?? board.lastMeeting.map { "since the meeting of \($0.id)" }
      ?? "since the beginning; no meeting was held yet"
    guard !entries.isEmpty else { return shell.console.line("No item changed (\(moment)).") }
    shell.console.page()
    var table = Table([
      Table.Column("REF", limit: 32), Table.Column("WHAT"), Table.Column("NOW"), Table.Column("FIELDS"),
    ])
    for entry in entries {
      var status = ""
      if case .item(let reference) = entry.entity { status = board.item(reference)?.status.title ?? "" }
      let fields = entry.mark == .new ? "" : entry.fields.map(\.words).joined(separator: ", ")
      table.add([.strong(entry.entity.name), Span(entry.mark.words), Span(status), Span(fields)])
    }
    table.write(to: shell.console)
    let items = entries.count { isItem($0.entity) }
    let unchanged = board.items.count - entries.count { isItem($0.entity) && !isGone($0.mark) }
    shell.console.paragraph("\(items) of the items changed, \(unchanged) unchanged (\(moment))", role: .faint)
  }

  private static func isGone(_ mark: ChangesSince.Mark) -> Bool {
    if case .withdrawn = mark { true } else { false }
  }
}
