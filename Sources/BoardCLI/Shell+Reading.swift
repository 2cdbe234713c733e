internal import BoardModel
internal import JSONText

extension Shell {
  /// Puts out a JSON answer about what a session shows.
  func answer(_ kind: String, _ session: Session, _ body: (inout JSONWriter) -> Void) {
    console.raw(JSONOutput.object(kind: kind, asOf: session.asOf ?? now, today: today, body))
  }

  /// Opens the board for reading, as it is, or with `--as-at` as it was.
  func openForReading() throws(Failure) -> Session {
    guard let moment = invocation["as-at"] else { return try Session.reading(self) }
    return try Session.reading(self, asAt: moment)
  }

  /// The form of a table that the flags ask for.
  func tableForm() throws(Failure) -> TableForm {
    let wanted = TableForm.flags.filter { invocation.has($0.name) }
    if wanted.count > 1 { throw .usage(.conflict(wanted[0].name, wanted[1].name)) }
    if json, let first = wanted.first { throw .usage(.conflict("json", first.name)) }
    return wanted.first?.form ?? (json ? .json : .text)
  }

  /// The query that the operands are.
  func query() throws(Failure) -> Query {
    do throws(BoardError) {
      return try Query(parsing: invocation.operands.joined(separator: " "))
    } catch {
      throw .board(error)
    }
  }

  /// Says that a query found nothing, and as far as can be told why.
  func tellNothingMatches(_ query: Query, on board: Board) {
    let hints = query.hints(on: board, today: today)
    let why = hints.isEmpty ? "" : ": \(hints.joined(separator: "; "))"
    console.note("board: nothing matches “\(invocation.operands.joined(separator: " "))”\(why)")
  }

  /// Puts rows out as CSV, with a header, or TAB-separated, without.
  func rows(_ form: TableForm, header: [String], _ rows: some Sequence<[String]>) {
    if form == .csv { console.raw(Separated.csv(header)) }
    for row in rows { console.raw(form == .csv ? Separated.csv(row) : Separated.porcelain(row)) }
  }
}

/// The form of a table.
enum TableForm {
  case text, json, csv, porcelain, linear, calendar

  /// The flags that ask for a form.
  static let flags: [(name: String, form: TableForm)] = [
    ("csv", .csv), ("porcelain", .porcelain), ("linear", .linear), ("ics", .calendar),
  ]
}
