/// How much of a card the board shows.
package enum Density: String, CaseIterable, Sendable {
  /// One line a card, and the selected card in full below.
  case compact
  /// The first lines of the text, addressees, owner and marks.
  case comfortable
  /// Few cards, bold and with space around them, to be read across a room.
  case projector

  /// The rows of a card, with the empty one below it.
  var cardRows: Int { shape.rows }

  /// What a card takes where a person chooses the density.
  var shape: CardShape {
    switch self {
    case .compact: .line
    case .comfortable: CardShape(density: .comfortable, textRows: 2, gapRows: 1)
    case .projector: CardShape(density: .projector, textRows: 6, gapRows: 1)
    }
  }
}
