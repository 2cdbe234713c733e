/// How much of a card the board shows.
package enum Density: String, CaseIterable, Sendable {
  /// One line a card, and the selected card in full below.
  case compact
  /// The first lines of the text, addressees, owner and marks.
  case comfortable
  /// Few cards, bold and with space around them, to be read across a room.
  case projector

  /// The rows of a card, with the empty one below it.
  var cardRows: Int {
    switch self {
    case .compact: 1
    case .comfortable: 5
    case .projector: 9
    }
  }

  /// The empty rows below a card, which the last card of a column can do without.
  var gapRows: Int { self == .compact ? 0 : 1 }

  /// How many whole cards fit into so many rows.
  func capacity(rows: Int) -> Int { max(0, (rows + gapRows) / cardRows) }
}
