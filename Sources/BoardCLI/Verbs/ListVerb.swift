internal import BoardModel
internal import Interchange

/// `board list [QUERY…]`: the cards as a table.
enum ListVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let form = try shell.tableForm()
    let query = try self.query(shell)
    let session = try shell.openForReading()
    let items = query.items(on: session.board, today: shell.today)
    write(items, form, kind: "item-list", session, shell)
    if form == .text, !query.namesReports { tellOfClosed(session.board, shell) }
    if !items.isEmpty || session.board.items.isEmpty { return .done }
    if form == .text {
      shell.console.note("board: nothing matches “\(shell.invocation.operands.joined(separator: " "))”")
    }
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

  private static func query(_ shell: Shell) throws(Failure) -> Query {
    do throws(BoardError) {
      return try Query(parsing: shell.invocation.operands.joined(separator: " "))
    } catch {
      throw .board(error)
    }
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
    case .porcelain:
      for item in items {
        shell.console.raw(
          Separated.porcelain([
            item.reference.description, item.status.rawValue, item.due?.description ?? "", item.owner ?? "",
            item.addressees.joined(separator: "; "), item.text,
          ]))
      }
    case .csv: csv(items, shell)
    case .text: table(items, session, shell)
    }
  }

  private static func csv(_ items: [Item], _ shell: Shell) {
    shell.console.raw(
      Separated.csv([
        "ref", "kind", "paragraph", "status", "due", "dueOriginal", "overdueDays", "slips", "owner", "addressees",
        "period", "text", "chiefOfficerComments", "bodyComments", "bodyReply",
      ]))
    for item in items {
      var overdue = ""
      if case .overdue(_, let days) = item.dueState(on: shell.today) { overdue = String(days) }
      shell.console.raw(
        Separated.csv([
          item.reference.description, item.kind.rawValue, item.paragraph ?? "", item.status.rawValue,
          item.due?.description ?? "", item.dueOriginal?.description ?? "", overdue, String(item.slips),
          item.owner ?? "", item.addressees.joined(separator: "; "), item.period ?? "", item.text,
          item.chiefOfficerComments ?? "", item.bodyComments ?? "", item.bodyReply ?? "",
        ]))
    }
  }

  private static func table(_ items: [Item], _ session: Session, _ shell: Shell) {
    let console = shell.console
    guard !items.isEmpty else {
      if session.board.items.isEmpty {
        console.line("No items on this board yet. Read a paper with `board import FILE`, or add one with `board add`.")
      }
      return
    }
    console.page()
    var table = Table([
      Table.Column("REF", limit: 32), Table.Column("STATUS"), Table.Column("DUE"), Table.Column("OWNER", limit: 18),
      Table.Column("MARKS", limit: 24), Table.Column("TEXT"),
    ])
    var counts: [Status: Int] = [:]
    for item in items {
      let status = item.status
      counts[status, default: 0] += 1
      table.add([
        .strong(item.reference.description), Span(status.title, status == .complete ? .good : .plain),
        due(item, shell.today), Span(item.owner ?? ""), Span(marks(of: item).joined(separator: ", ")),
        Span(item.text),
      ])
    }
    table.write(to: console)
    let sums = Status.allCases.map { "\(counts[$0] ?? 0) \($0.title)" }
    console.paragraph(
      "\(items.count) \(items.count == 1 ? "item" : "items"): \(sums.joined(separator: ", "))", role: .faint)
  }

  /// The due date in words, overdue ones marked.
  static func due(_ item: Item, _ today: CalendarDay) -> Span {
    let state = item.dueState(on: today)
    let words = state.words(today: today)
    if case .overdue = state { return .warning(words) }
    if case .none = state { return .faint(words) }
    return Span(words)
  }

  /// What a card is marked with, in words.
  static func marks(of item: Item) -> [String] { item.markWords }
}
