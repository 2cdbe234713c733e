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

  /// What a card takes where so many shall have so many rows, and whether the selected one is shown in full below them.
  ///
  /// Comfortable cards are as high as lets all be seen, from 8 rows to 4; those of 3 and 2 rows show so little that the
  /// strip for the selected card stays. In narrow columns fewer than 5 rows say less than a line and the strip do. Where
  /// nothing lets all be seen there are two lines of text.
  ///
  /// - Parameters:
  ///   - columns: The width of a card.
  ///   - rows: The rows for cards.
  ///   - rowsAboveStrip: Those that the strip leaves of them; `nil` where there is to be none.
  func shape(cards: Int, columns: Int, rows: Int, rowsAboveStrip: Int?) -> (shape: CardShape, hasStrip: Bool) {
    switch self {
    case .compact: return (.line, rowsAboveStrip != nil)
    case .projector: return (CardShape(density: .projector, textRows: 6, gapRows: 2), false)
    case .comfortable:
      let isWide = columns >= Density.wideColumn
      for textRows in ((isWide ? 1 : 2)...5).reversed() {
        let shape = CardShape(density: .comfortable, textRows: textRows, gapRows: 1)
        if shape.capacity(rows: rows) >= cards { return (shape, false) }
      }
      for hasPeopleRow in [true, false] where isWide {
        let shape = CardShape(density: .comfortable, textRows: 1, gapRows: 0, hasPeopleRow: hasPeopleRow)
        if let rowsAboveStrip, shape.capacity(rows: rowsAboveStrip) >= cards { return (shape, true) }
      }
      return (CardShape(density: .comfortable, textRows: 2, gapRows: 1), false)
    }
  }
}
