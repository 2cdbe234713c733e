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
    let wanted = ["csv", "porcelain"].filter(invocation.has)
    if wanted.count == 2 { throw .usage(.conflict("csv", "porcelain")) }
    if json, let first = wanted.first { throw .usage(.conflict("json", first)) }
    return wanted.first == "csv" ? .csv : wanted.first == "porcelain" ? .porcelain : json ? .json : .text
  }
}

/// The form of a table.
enum TableForm {
  case text, json, csv, porcelain
}
