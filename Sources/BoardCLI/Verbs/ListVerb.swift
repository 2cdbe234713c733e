internal import BoardModel
internal import Interchange

/// `board list [QUERY…]`: the cards as a table.
enum ListVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let form = try shell.tableForm()
    let query = try shell.query()
    let session = try shell.openForReading()
    let items = query.items(on: session.board, today: shell.today)
    write(items, form, kind: "item-list", session, shell)
    if form == .text, !query.namesReports { tellOfClosed(session.board, shell) }
    if !items.isEmpty || query.isEmpty || session.board.items.isEmpty { return .done }
    if form == .text || form == .linear { shell.tellNothingMatches(query, on: session.board) }
    return .no
  }

  /// Says which reports a list leaves out because they are closed.
  private static func tellOfClosed(_ board: Board, _ shell: Shell) {
    let closed = board.closedReports.sorted()
    guard let first = closed.first else { return }
    let names = closed.prefix(3).joined(separator: ", ") + (closed.count > 3 ? " and \(closed.count - 3) more" : "")
    shell.console.paragraph(
      "Closed and left out: \(names) (`board list report:\(first)` shows it)", role: .faint)
  }

  /// Puts items out in a form.
  static func write(_ items: [Item], _ form: TableForm, kind: String, _ session: Session, _ shell: Shell) {
    switch form {
    case .json:
      shell.answer(kind, session) { writer in
        writer.array("items", of: items) {
          JSONOutput.item($1, on: session.board, today: shell.today, to: &$0)
        }
      }
    case .porcelain: shell.rows(form, header: [], items.lazy.map(porcelain))
    case .csv: shell.rows(form, header: csvHeader, items.lazy.map { csv($0, shell.today) })
    case .linear: linear(items, session, shell)
    case .text, .calendar: table(items, session, shell)
    }
  }

  private static func porcelain(_ item: Item) -> [String] {
    [
      item.reference.description, item.status.rawValue, item.due?.description ?? "", item.owner ?? "",
      item.addressees.joined(separator: "; "), item.text,
    ]
  }

  private static let csvHeader = [
    "ref", "kind", "paragraph", "status", "due", "dueOriginal", "overdueDays", "slips", "owner", "addressees",
    "period", "text", "chiefOfficerComments", "bodyComments", "bodyReply",
  ]

  private static func csv(_ item: Item, _ today: CalendarDay) -> [String] {
    var overdue = ""
    if case .overdue(_, let days) = item.dueState(on: today) { overdue = String(days) }
    return [
      item.reference.description, item.kind.rawValue, item.paragraph ?? "", item.status.rawValue,
      item.due?.description ?? "", item.dueOriginal?.description ?? "", overdue, String(item.slips),
      item.owner ?? "", item.addressees.joined(separator: "; "), item.period ?? "", item.text,
      item.chiefOfficerComments ?? "", item.bodyComments ?? "", item.bodyReply ?? "",
    ]
  }

  private static func linear(_ items: [Item], _ session: Session, _ shell: Shell) {
    if items.isEmpty { return sayEmpty(session, shell) }
    shell.console.page()
    for item in items { shell.console.line(Linear.item(item, shell.today)) }
    shell.console.line("\(Linear.counts(counts(items))).")
  }

  private static func counts(_ items: [Item]) -> [Status: Int] {
    items.reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
  }

  private static func sayEmpty(_ session: Session, _ shell: Shell) {
    guard session.board.items.isEmpty else { return }
    shell.console.line(
      "No items on this board yet. Read a paper with `board import FILE`, or add one with `board add`.")
  }

  private static func table(_ items: [Item], _ session: Session, _ shell: Shell) {
    let console = shell.console
    if items.isEmpty { return sayEmpty(session, shell) }
    console.page()
    var table = Table([
      Table.Column("REF", limit: 32), Table.Column("STATUS"), Table.Column("DUE"), Table.Column("OWNER", limit: 24),
      Table.Column("TEXT"),
    ])
    for item in items {
      let marks = item.markWords.isEmpty ? "" : "(\(item.markWords.joined(separator: ", "))) "
      table.add([
        .strong(item.reference.description),
        Span(item.status.title, item.status == .complete ? .good : .plain, short: item.status.short),
        due(item, shell.today), Span(item.owner ?? ""), Span(marks + item.text),
      ])
    }
    table.write(to: console)
    console.paragraph(Linear.counts(counts(items)), role: .faint)
  }

  /// The due date in words, overdue ones marked.
  static func due(_ item: Item, _ today: CalendarDay) -> Span {
    let state = item.dueState(on: today)
    let words = state.words(today: today)
    let year = today.components.year
    switch state {
    case .none: return Span(words, .faint)
    case .overdue(_, let days): return Span(words, .warning, short: "LATE \(days)d")
    case .ahead(let day, let days): return Span(words, short: "\(day.short(inYear: year)) \(days)d")
    case .met(let day): return Span(words, short: day.short(inYear: year))
    }
  }
}

extension Status {
  /// The status where there is little room.
  fileprivate var short: String {
    switch self {
    case .awaitingNPCC: "NPCC"
    case .forceAction: "Force"
    case .complete: "Complete"
    }
  }
}
