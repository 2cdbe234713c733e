internal import BoardModel

/// `board changes --since DATE|CHANGE|last-meeting`: what became of the items since.
enum ChangesVerb {
  /// From when changes count.
  private enum Since {
    case day(CalendarDay)
    case change(ChangeSummary, place: Int)
    case lastMeeting
  }

  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(0)
    let form = try shell.tableForm()
    let session = try shell.openForReading()
    let board = session.board
    let since = try since(shell, board)
    let entries: [ChangesSince.Entry] =
      switch since {
      case .day(let day): board.changes(since: day).entries
      case .change(_, let place): board.changes(after: place).entries
      case .lastMeeting: board.changesSinceLastMeeting.entries
      }
    switch form {
    case .json: try json(entries, since, session, shell)
    case .csv, .porcelain:
      shell.rows(
        form, header: ["ref", "what", "from", "status", "fields"], entries.lazy.map { row($0, board) })
    case .linear: linear(entries, since, session, shell)
    case .text, .calendar: text(entries, since, session, shell)
    }
    return .done
  }

  private static func since(_ shell: Shell, _ board: Board) throws(Failure) -> Since {
    let word = shell.invocation["since"] ?? "last-meeting"
    if word.lowercased() == "last-meeting" { return .lastMeeting }
    if let day = CalendarDay(word) { return .day(day) }
    guard word.contains(where: \.isNumber) else {
      throw .usage(
        .badChoice(
          what: "--since", value: word, allowed: ["last-meeting", "a date as 2019-07-01", "a change as 17-8c1d"],
          nearest: Spelling.nearest(to: word, among: ["last-meeting"])))
    }
    // Three numbers were meant as a date, and are none.
    if word.split(separator: "-").count(where: { Int($0) != nil }) == 3, ChangeID(word) == nil {
      throw .usage(.badDate(what: "--since", value: word))
    }
    let summary: ChangeSummary
    do throws(BoardError) { summary = try board.resolveChange(word) } catch { throw .board(error) }
    return .change(summary, place: board.place(of: summary.id) ?? -1)
  }

  private static func json(
    _ entries: [ChangesSince.Entry], _ since: Since, _ session: Session, _ shell: Shell
  ) throws(Failure) {
    let board = session.board
    let (word, first): (String, (Int, Change) -> Bool)
    switch since {
    case .day(let day): (word, first) = (day.description, { $1.on >= day })
    case .change(let summary, let place): (word, first) = (summary.id.description, { index, _ in index > place })
    case .lastMeeting:
      let end = board.lastMeeting.flatMap { board.placeOfEnd(of: $0) } ?? -1
      (word, first) = ("last-meeting", { index, _ in index > end })
    }
    let changes = try session.changes(touching: nil).enumerated().filter(first).map(\.element)
    var meeting: String?
    if case .lastMeeting = since { meeting = board.lastMeeting?.id }
    shell.answer("changes", session) { writer in
      writer.member("since", word)
      writer.member("meeting", meeting)
      writer.array("items", of: entries.filter { isItem($0.entity) }) { JSONOutput.entry($1, on: board, to: &$0) }
      writer.array("reports", of: entries.filter { !isItem($0.entity) }) { JSONOutput.entry($1, on: board, to: &$0) }
      writer.array("changes", of: changes) { JSONOutput.change($1, on: board, to: &$0) }
    }
  }

  private static func isItem(_ entity: EntityReference) -> Bool {
    if case .item = entity { true } else { false }
  }

  private static func status(_ entry: ChangesSince.Entry, _ board: Board) -> Status? {
    if case .item(let reference) = entry.entity { board.item(reference)?.status } else { nil }
  }

  private static func row(_ entry: ChangesSince.Entry, _ board: Board) -> [String] {
    let (what, from) = entry.mark.named
    return [
      entry.entity.name, what, from?.rawValue ?? "", status(entry, board)?.rawValue ?? "",
      entry.fields.map(\.rawValue).joined(separator: " "),
    ]
  }

  /// `since 1 May 2019`, as the end of a sentence.
  private static func words(_ since: Since, _ board: Board) -> String {
    switch since {
    case .day(let day): "since \(day.inWords)"
    case .change(let summary, _): "after change \(summary.id.short) of \(summary.on.inWords)"
    case .lastMeeting:
      board.lastMeeting.map { "since the meeting of \($0.id)" } ?? "since the beginning; no meeting was held yet"
    }
  }

  private static func sum(_ entries: [ChangesSince.Entry], _ since: Since, _ board: Board) -> String {
    let items = entries.count { isItem($0.entity) }
    let unchanged = board.items.count - entries.count { isItem($0.entity) && !isGone($0.mark) }
    return "\(Linear.count(items, "item")) changed, \(unchanged) unchanged (\(words(since, board)))"
  }

  private static func isGone(_ mark: ChangesSince.Mark) -> Bool {
    if case .withdrawn = mark { true } else { false }
  }

  private static func text(
    _ entries: [ChangesSince.Entry], _ since: Since, _ session: Session, _ shell: Shell
  ) {
    let board = session.board
    guard !entries.isEmpty else { return shell.console.line("No item changed (\(words(since, board))).") }
    shell.console.page()
    var table = Table([
      Table.Column("REF", limit: 32), Table.Column("WHAT"), Table.Column("NOW"), Table.Column("FIELDS"),
    ])
    for entry in entries {
      let fields = entry.mark == .new ? "" : entry.fields.map(\.words).joined(separator: ", ")
      table.add([
        .strong(entry.entity.name), Span(entry.mark.words), Span(status(entry, board)?.title ?? ""), Span(fields),
      ])
    }
    table.write(to: shell.console)
    shell.console.paragraph(sum(entries, since, board), role: .faint)
  }

  private static func linear(
    _ entries: [ChangesSince.Entry], _ since: Since, _ session: Session, _ shell: Shell
  ) {
    let board = session.board
    guard !entries.isEmpty else { return shell.console.line("No item changed (\(words(since, board))).") }
    shell.console.page()
    for entry in entries {
      let fields = entry.fields.map(\.words).joined(separator: ", ")
      let now = status(entry, board).map { " Its status is \($0.title)." } ?? ""
      let what =
        switch entry.mark {
        case .new: "is new.\(now)"
        case .moved(let from): "moved from \(from.title) to \(status(entry, board)?.title ?? "nowhere")."
        case .edited: "was edited: \(fields.isEmpty ? "an earlier change was undone" : fields).\(now)"
        case .withdrawn(let reason): Linear.sentence("was withdrawn: \(reason)")
        }
      shell.console.line("\(entry.entity.name) \(what)")
    }
    shell.console.line("\(sum(entries, since, board)).")
  }
}

extension ChangesSince.Mark {
  /// The mark as programs read it, and the status before a move.
  var named: (what: String, from: Status?) {
    switch self {
    case .new: ("new", nil)
    case .moved(let status): ("moved", status)
    case .edited: ("edited", nil)
    case .withdrawn: ("withdrawn", nil)
    }
  }
}
