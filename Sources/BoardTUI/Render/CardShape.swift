/// The rows that a card takes: one for its reference and date, some for its text, one for people and marks.
struct CardShape: Equatable, Sendable {
  let density: Density
  /// The rows for the text; a compact card has it on its only row.
  let textRows: Int
  /// The empty rows below a card, which the last card of a column can do without.
  let gapRows: Int
  /// Whether people and marks have a row of their own; else they stand, shorter, beside the reference.
  var hasPeopleRow = true

  /// All of a card on one line.
  static let line = CardShape(density: .compact, textRows: 0, gapRows: 0)

  /// The rows of a card, with the empty ones below it.
  var rows: Int { density == .compact ? 1 : 1 + textRows + (hasPeopleRow ? 1 : 0) + gapRows }

  /// How many whole cards fit into so many rows.
  func capacity(rows available: Int) -> Int { max(0, (available + gapRows) / rows) }
}
