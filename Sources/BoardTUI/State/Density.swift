/// How much of a card the board shows.
package enum Density: String, CaseIterable, Sendable {
  /// One line a card, and the selected card in full below.
  case compact
  /// Head, the first lines of the text, owner, marks and addressees; as many lines as let all cards fit.
  case comfortable
  /// Few cards, bold and with space around them, to be read across a room.
  case projector

  /// The columns from which a single line of text on a card says enough.
  private static let wideColumn = 34

  /// How high a card is where so many shall have so many rows, and whether the selected one is shown in full below them.
  ///
  /// Comfortable cards are as high as lets all be seen, from 8 rows to 4; those of 3 and 2 rows show so little that the
  /// strip for the selected card stays. In narrow columns fewer than 5 rows say less than a line and the strip do. Where
  /// nothing lets all be seen there are two lines of text.
  ///
  /// - Parameters:
  ///   - columns: The width of a card.
  ///   - rows: The rows for cards.
  ///   - rowsAboveStrip: Those that the strip leaves of them; `nil` where there is to be none.
  func height(cards: Int, columns: Int, rows: Int, rowsAboveStrip: Int?) -> (card: CardHeight, hasStrip: Bool) {
    switch self {
    case .compact: return (CardHeight(rows: 1, gap: 0), rowsAboveStrip != nil)
    case .projector: return (CardHeight(rows: 10, gap: 2), false)
    case .comfortable:
      let isWide = columns >= Density.wideColumn
      for height in ((isWide ? 4 : 5)...8).reversed().map({ CardHeight(rows: $0, gap: 1) })
      where height.capacity(rows: rows) >= cards {
        return (height, false)
      }
      for height in [3, 2].map({ CardHeight(rows: $0, gap: 0) }) where isWide {
        if let rowsAboveStrip, height.capacity(rows: rowsAboveStrip) >= cards { return (height, true) }
      }
      return (CardHeight(rows: 5, gap: 1), false)
    }
  }
}

/// The rows that a card takes.
struct CardHeight: Equatable, Sendable {
  /// All of them, the empty ones below the card included; at least 1.
  let rows: Int
  /// The empty ones, which the last card of a column can do without.
  let gap: Int

  /// The rows of the item's text, between the head and the line about people; two rows have no such line.
  var textRows: Int { max(1, rows - gap - 2) }

  /// How many whole cards fit into so many rows.
  func capacity(rows: Int) -> Int { max(0, (rows + gap) / self.rows) }
}
