package import BoardModel

/// What an export shows: a board's items that a query found, and the reports that they stand in.
package struct ItemRegister: Sendable {
  /// The board as it may be shown.
  package let board: Board
  /// The items, in the default order.
  package let items: [Item]
  /// The reports of the items; all reports when there was no query.
  package let reports: [InspectionReport]
  /// The day that due dates and clocks count from.
  package let today: CalendarDay
  /// Where it comes from.
  package let provenance: Provenance

  /// The register of a board.
  ///
  /// - Parameters:
  ///   - board: The board as its disclosure shows it.
  ///   - query: What to show.
  ///   - words: The query as it was typed.
  ///   - asOf: The moment the board is shown as of.
  package init(
    _ board: Board, disclosure: Disclosure, query: Query, words: String, today: CalendarDay, asOf: String
  ) {
    let items = query.items(on: board, today: today)
    let keys = Set(items.map(\.reference.report))
    let reports = board.reports.filter { query.isEmpty || keys.contains($0.key) }
    self.board = board
    self.items = items
    self.reports = reports
    self.today = today
    provenance = Provenance(
      board: board.settings.name, asOf: asOf, today: today, query: words, items: items.count,
      itemsOnBoard: board.items.count, statuses: Status.allCases.map { status in items.count { $0.status == status } },
      reports: reports.count, changes: board.history.count, disclosure: disclosure, digest: board.stateDigest)
  }

  /// Whether names of officers and evidence are shown.
  var isWhole: Bool { provenance.disclosure == .whole }

  /// The notes of an item that are not private.
  func notes(of item: Item) -> [String] { item.record.entries(.note).map(\.text) }

  /// The evidence of an item, where it is shown.
  func evidence(of item: Item) -> [String] { isWhole ? item.record.entries(.evidence).map(\.text) : [] }

  /// An item's closing words, in words; `nil` while it is open.
  func closing(of item: Item) -> String? {
    guard let closure = item.closure else { return nil }
    var words = "\(closure.ground.title): \(closure.reason)"
    if let why = closure.noEvidence { words += "\nNo evidence: \(why)" }
    if closure.nationalOpen { words += "\nThe national part is still open." }
    return words
  }
}

extension Item {
  /// What a card is marked with, in words: `reopened`, `2 slips`, `national part open`.
  package var markWords: [String] {
    var marks: [String] = []
    if withdrawn != nil { marks.append("withdrawn") }
    if reopened > 0 { marks.append(reopened == 1 ? "reopened" : "reopened \(reopened)×") }
    if slips > 0 { marks.append(slips == 1 ? "1 slip" : "\(slips) slips") }
    if closure?.nationalOpen == true { marks.append("national part open") }
    if isUnevidenced { marks.append("unevidenced") }
    if verified != nil { marks.append("verified") }
    if !record.contestedFields.isEmpty { marks.append("contested") }
    return marks
  }
}
