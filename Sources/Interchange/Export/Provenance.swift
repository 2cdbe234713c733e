package import BoardModel

/// Where an export comes from: which board, as of when, asked for how, with which counts, from which state.
package struct Provenance: Hashable, Sendable {
  /// The board's name.
  package let board: String
  /// The moment the board is shown as of, as the command line or the clock gave it.
  package let asOf: String
  /// The day that due dates and clocks count from.
  package let today: CalendarDay
  /// The query; empty for everything.
  package let query: String
  /// How many items are exported.
  package let items: Int
  /// How many items the board has.
  package let itemsOnBoard: Int
  /// The exported items by status, in the order of ``Status``.
  package let statuses: [Int]
  /// How many reports are exported.
  package let reports: Int
  /// The changes that the board consists of.
  package let changes: Int
  /// What is shown.
  package let disclosure: Disclosure
  /// ``BoardModel/Board/stateDigest`` of the board as it is shown.
  package let digest: String

  /// The counts in words: `30 items: 4 Awaiting NPCC, 20 Force action, 6 Complete`.
  package var counts: String {
    let parts = zip(Status.allCases, statuses).map { "\($1) \($0.title)" }
    let all = items == itemsOnBoard ? "" : " of \(itemsOnBoard)"
    return "\(items)\(all) \(itemsOnBoard == 1 ? "item" : "items"): \(parts.joined(separator: ", "))"
  }

  /// What no reader will find here.
  package var leftOut: [String] {
    ["history", "private notes"] + (disclosure == .whole ? [] : ["evidence", "officers' names"])
  }

  /// Names and values, as every format shows them.
  package var lines: [(name: String, value: String)] {
    [
      ("Board", board), ("As of", asOf), ("Day that dates count from", today.inWords),
      ("Query", query.isEmpty ? "none: everything" : query), ("Counts", "\(counts); \(reports) reports"),
      ("Changes recorded", String(changes)), ("State digest (SHA-256)", digest),
      ("Left out", leftOut.joined(separator: ", ")),
    ]
  }
}
