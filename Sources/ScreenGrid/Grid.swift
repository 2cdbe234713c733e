internal import InertText

/// A screen as a value: rows of cells to draw on and to compare.
///
/// Drawing outside is clipped, and no drawing leaves half of a wide character: where one is cut, or drawn over in part,
/// blanks take its place.
package struct Grid: Equatable, Sendable {
  package let columns: Int
  package let rows: Int
  /// The marks to draw with; its repertoire is what data is reduced to.
  package let glyphs: GlyphSet
  /// All cells, row after row.
  package private(set) var cells: [Cell]

  /// Makes a blank screen; sizes below 0 count as 0.
  package init(columns: Int, rows: Int, glyphs: GlyphSet = .unicode) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    self.glyphs = glyphs
    cells = Array(repeating: .blank(), count: self.columns * self.rows)
  }

  package var size: Size { Size(columns: columns, rows: rows) }
  /// The whole screen as an area.
  package var area: Area { Area(column: 0, row: 0, columns: columns, rows: rows) }

  /// The cell at a place inside the screen.
  package subscript(column: Int, row: Int) -> Cell {
    precondition((0..<columns).contains(column) && (0..<rows).contains(row), "place outside the screen")
    return cells[row * columns + column]
  }

  /// The cells of one row of the screen.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * columns..<(row + 1) * columns]
  }

  /// Draws a text on one row, made visible and inert first.
  ///
  /// - Parameters:
  ///   - column: Where the text begins; what lies left of the screen is cut off.
  ///   - limit: The most columns to use; `nil` for as far as the screen goes. Nothing marks the cut; for an ellipsis
  ///     pass the text through `truncated` first.
  /// - Returns: The columns used, those cut off at the left included, so that `column` plus it is where the next text
  ///   goes.
  /// - Complexity: O(*n*) in the text that fits.
  @discardableResult
  package mutating func put(
    _ text: String, column: Int, row: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    guard row >= 0, row < rows else { return 0 }
    let end = min(columns, limit.map { column + max(0, $0) } ?? columns)
    if isPrintableASCII(text) { return putASCII(text, column: column, row: row, style: style, end: end) }
    var next = column
    var last: Int?
    for scalar in visible(text, in: glyphs.repertoire).unicodeScalars {
      let width = scalar.value &- 0x20 <= 0x5E ? 1 : CharacterWidth.columns(of: scalar) ?? 0
      if width == 0 {
        if let last { cells[last].append(mark: scalar) }
        continue
      }
      guard next + width <= end else { break }
      last = place(scalar, width: width, column: next, row: row, style: style)
      next += width
    }
    return next - column
  }

  private mutating func putASCII(_ text: String, column: Int, row: Int, style: Style, end: Int) -> Int {
    var next = column
    for byte in text.utf8 {
      guard next < end else { break }
      if next >= 0 { setCell(Cell(Unicode.Scalar(byte), style: style), column: next, row: row) }
      next += 1
    }
    return next - column
  }

  /// Sets the cell or cells of one character; of a wide one that lies half outside, a blank is left.
  ///
  /// - Returns: Where marks that follow belong, `nil` if the character is not shown.
  private mutating func place(
    _ scalar: Unicode.Scalar, width: Int, column: Int, row: Int, style: Style
  ) -> Int? {
    if column < 0 {
      if width == 2, column == -1 { setCell(.blank(style), column: 0, row: row) }
      return nil
    }
    if width == 2 {
      setCell(.blank(style), column: column + 1, row: row)
      setCell(Cell(scalar, style: style, shape: .wideStart), column: column, row: row)
      cells[row * columns + column + 1] = Cell(" ", style: style, shape: .wideEnd)
    } else {
      setCell(Cell(scalar, style: style), column: column, row: row)
    }
    return row * columns + column
  }

  /// Sets one cell inside the screen; the other half of a wide character that was there becomes blank.
  mutating func setCell(_ cell: Cell, column: Int, row: Int) {
    let index = row * columns + column
    switch cells[index].shape {
    case .narrow: break
    case .wideStart: cells[index + 1] = .blank(cells[index + 1].style)
    case .wideEnd: cells[index - 1] = .blank(cells[index - 1].style)
    }
    cells[index] = cell
  }

  /// Changes the style of what is there, and only that.
  mutating func setStyle(_ style: Style, column: Int, row: Int) {
    cells[row * columns + column].style = style
  }
}
