internal import ScreenGrid

/// Where the pieces of the board stand on a screen of one size.
struct BoardLayout: Equatable, Sendable {
  /// The smallest screen that the board is drawn on.
  static let minimum = Size(columns: 24, rows: 6)
  /// The narrowest screen with three columns side by side.
  static let columnsSideBySide = 72
  /// The fewest rows with lines above and below the cards, and a strip for the selected one.
  static let rowsWithStrip = 16

  let density: Density
  /// The rows that a card takes.
  let shape: CardShape
  let headingRow: Int
  /// The lines above and below the cards; `nil` where they are left out.
  let topLine: Int?
  let bottomLine: Int?
  /// The cards of each column; one after the other in the same place where there are tabs.
  let columns: [Area]
  /// Whether one column is shown at a time.
  let hasTabs: Bool
  /// The selected card in full, below the cards.
  let strip: Area?
  let noticeRow: Int
  let footerRow: Int
  /// Lays out the board; `nil` when the screen is too small.
  ///
  /// - Parameters:
  ///   - rowsAbove: The rows above the headings, 1 to 4: header, clocks, banners.
  ///   - hasStrip: Whether the selected card is shown in full below low cards.
  ///   - cards: The cards of the longest column, which cards get lower for.
  init?(size: Size, density: Density, rowsAbove: Int, hasStrip: Bool, cards: Int = .max) {
    let isTall = size.rows >= BoardLayout.rowsWithStrip
    // What is above the headings is taken from the strip, so that the cards keep their rows.
    let stripRows = min(9, size.rows / 4) - (rowsAbove - 1)
    let rows = size.rows - 2 - BoardLayout.firstCard(rowsAbove: rowsAbove, isTall: isTall)
    let (shape, showsStrip) = (isTall ? density : .compact).shape(
      cards: cards, columns: size.columns < BoardLayout.columnsSideBySide ? size.columns : (size.columns - 2) / 3,
      rows: rows, rowsAboveStrip: isTall && hasStrip ? rows - stripRows - 1 : nil)
    self.init(size: size, shape: shape, rowsAbove: rowsAbove, stripRows: showsStrip ? stripRows : nil)
  }

  /// Lays out the board with cards of a known shape, and a strip of so many rows.
  init?(size: Size, shape: CardShape, rowsAbove: Int, stripRows: Int? = nil) {
    guard size.columns >= BoardLayout.minimum.columns, size.rows >= BoardLayout.minimum.rows + rowsAbove - 1 else {
      return nil
    }
    let isTall = size.rows >= BoardLayout.rowsWithStrip
    self.shape = isTall ? shape : .line
    density = self.shape.density
    footerRow = size.rows - 1
    noticeRow = size.rows - 2
    headingRow = rowsAbove
    topLine = isTall ? headingRow + 1 : nil
    let firstCard = BoardLayout.firstCard(rowsAbove: rowsAbove, isTall: isTall)
    var end = noticeRow
    if let stripRows {
      strip = Area(column: 0, row: noticeRow - stripRows, columns: size.columns, rows: stripRows)
      end -= stripRows + 1
      bottomLine = end
    } else {
      strip = nil
      bottomLine = nil
    }
    hasTabs = size.columns < BoardLayout.columnsSideBySide
    let height = end - firstCard
    if hasTabs {
      columns = Array(
        repeating: Area(column: 0, row: firstCard, columns: size.columns, rows: height), count: 3)
    } else {
      columns = BoardLayout.thirds(of: size.columns).map {
        Area(column: $0.start, row: firstCard, columns: $0.length, rows: height)
      }
    }
  }

  /// The row below the headings, and the line under them on tall screens.
  private static func firstCard(rowsAbove: Int, isTall: Bool) -> Int { rowsAbove + (isTall ? 2 : 1) }

  /// Three columns with a line between them; what is left over goes to the first ones.
  private static func thirds(of columns: Int) -> [(start: Int, length: Int)] {
    let free = columns - 2
    var start = 0
    return (0..<3).map { index in
      let length = free / 3 + (index < free % 3 ? 1 : 0)
      defer { start += length + 1 }
      return (start, length)
    }
  }

  /// How many cards of a column are visible at once; at least 1.
  var capacity: Int { max(1, shape.capacity(rows: columns[0].rows)) }
}
