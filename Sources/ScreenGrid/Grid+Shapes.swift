/// Areas, lines and boxes.
extension Grid {
  /// Makes an area blank.
  package mutating func fill(_ area: Area, style: Style = .plain) {
    forEachPlace(of: area) { grid, column, row in grid.setCell(.blank(style), column: column, row: row) }
  }

  /// Gives what is drawn in an area another style.
  package mutating func restyle(_ area: Area, style: Style) {
    forEachPlace(of: area) { grid, column, row in grid.setStyle(style, column: column, row: row) }
  }

  /// Dims all that is drawn, for a screen behind a dialogue or a board that is out of date.
  package mutating func dimAll() {
    for row in 0..<rows {
      for column in 0..<columns { setStyle(self[column, row].style.dimmed, column: column, row: row) }
    }
  }

  /// Draws another screen's cells onto this one, its top left corner at a place inside; what goes beyond is left out.
  package mutating func draw(_ other: Grid, column: Int, row: Int) {
    for line in 0..<max(0, min(other.rows, rows - row)) {
      for (index, cell) in other.row(line).enumerated() where column + index < columns {
        setCell(cell, column: column + index, row: row + line)
      }
    }
  }

  /// Draws a horizontal line.
  package mutating func hline(column: Int, row: Int, length: Int, style: Style = .border) {
    for next in column..<max(column, column + length) {
      put(glyphs.border.horizontal, column: next, row: row, style: style)
    }
  }

  /// Draws a vertical line.
  package mutating func vline(column: Int, row: Int, length: Int, style: Style = .border) {
    for next in row..<max(row, row + length) {
      put(glyphs.border.vertical, column: column, row: next, style: style)
    }
  }

  /// Draws the border of an area of at least 2 columns and rows, and leaves its inside as it is.
  package mutating func box(_ area: Area, style: Style = .border) {
    guard area.columns >= 2, area.rows >= 2 else { return }
    let (right, bottom) = (area.endColumn - 1, area.endRow - 1)
    hline(column: area.column + 1, row: area.row, length: area.columns - 2, style: style)
    hline(column: area.column + 1, row: bottom, length: area.columns - 2, style: style)
    vline(column: area.column, row: area.row + 1, length: area.rows - 2, style: style)
    vline(column: right, row: area.row + 1, length: area.rows - 2, style: style)
    put(glyphs.border.topLeft, column: area.column, row: area.row, style: style)
    put(glyphs.border.topRight, column: right, row: area.row, style: style)
    put(glyphs.border.bottomLeft, column: area.column, row: bottom, style: style)
    put(glyphs.border.bottomRight, column: right, row: bottom, style: style)
  }

  /// Calls `body` for each place of an area that lies inside the screen.
  private mutating func forEachPlace(of area: Area, _ body: (inout Grid, Int, Int) -> Void) {
    for row in max(0, area.row)..<max(0, area.row, min(rows, area.endRow)) {
      for column in max(0, area.column)..<max(0, area.column, min(columns, area.endColumn)) {
        body(&self, column, row)
      }
    }
  }
}
