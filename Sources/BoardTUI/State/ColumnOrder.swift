internal import BoardModel

/// The cards of the three columns in their order, kept so that no key has to sort or filter the board.
struct ColumnOrder: Sendable {
  /// All cards, by column.
  let all: [[Item]]
  /// The cards that the filter lets through, by column.
  private(set) var shown: [[Item]]
  /// What stands before a card's short reference where reports must be told apart: `sta/`.
  let prefixes: [String: String]

  /// Sorts the board; O(*n* log *n*) in its items.
  init(_ board: Board, today: CalendarDay, filter: Query) {
    all = board.columns(today: today)
    shown = all
    prefixes = ColumnOrder.prefixes(for: board.reports.filter { !$0.isClosed }.map(\.key))
    apply(filter, on: board, today: today)
  }

  /// Filters again.
  mutating func apply(_ filter: Query, on board: Board, today: CalendarDay) {
    filtered(from: all, by: filter, on: board, today: today)
  }

  /// Filters what is shown already, for a filter that narrows the one before.
  mutating func narrow(to filter: Query, on board: Board, today: CalendarDay) {
    filtered(from: shown, by: filter, on: board, today: today)
  }

  private mutating func filtered(from cards: [[Item]], by filter: Query, on board: Board, today: CalendarDay) {
    if filter.isEmpty {
      shown = cards
    } else {
      let test = filter.test(on: board, today: today)
      shown = cards.map { $0.filter(test) }
    }
  }

  var total: Int { all.reduce(0) { $0 + $1.count } }
  var matched: Int { shown.reduce(0) { $0 + $1.count } }
  var largestColumn: Int { all.map(\.count).max() ?? 0 }

  /// Where a card is shown; `nil` when it is not.
  ///
  /// - Complexity: Linear in the cards.
  func place(of reference: ItemReference) -> (column: Int, row: Int)? {
    for column in shown.indices {
      if let row = shown[column].firstIndex(where: { $0.reference == reference }) { return (column, row) }
    }
    return nil
  }

  /// The name of a card in its column: its short reference, told apart where there are several reports.
  func label(of reference: ItemReference) -> String {
    (prefixes[reference.report] ?? "") + reference.short
  }

  /// For several reports, the shortest beginnings of their keys, from 3 to 8 letters, that tell them apart.
  static func prefixes(for keys: [String]) -> [String: String] {
    guard keys.count > 1 else { return [:] }
    var prefixes: [String: String] = [:]
    for length in 3...8 {
      let groups = Dictionary(grouping: keys.filter { prefixes[$0] == nil }) { $0.prefix(length) }
      for (beginning, members) in groups where members.count == 1 || length == 8 {
        for member in members { prefixes[member] = ColumnOrder.prefix(member, beginning, isShared: members.count > 1) }
      }
    }
    return prefixes
  }

  /// Keys that begin alike, as those of two years, are told apart by their ends.
  private static func prefix(_ key: String, _ beginning: Substring, isShared: Bool) -> String {
    isShared ? "\(key.prefix(3))\(key.suffix(3))/" : "\(beginning)/"
  }
}
