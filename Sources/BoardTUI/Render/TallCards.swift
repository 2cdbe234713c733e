internal import BoardModel
internal import InertText
internal import ScreenGrid

/// Cards of several lines: reference and due date, the first lines of the text, owner, marks and addressees.
///
/// A card of two lines has owner and marks beside its reference.
struct TallCards {
  let display: CardDisplay
  let area: Area
  let shape: CardShape

  /// Draws one card from `row` on.
  func draw(_ item: Item, row: Int, isSelected: Bool, on grid: inout Grid) {
    let isBold = display.density == .projector
    func style(_ style: Style) -> Style {
      let wanted = isSelected ? Style.selection : style
      return isBold ? wanted.bold : wanted
    }
    let (start, width) = (area.column + 2, area.columns - 3)
    let change = display.recent[item.reference]
    let hasChangeLine = change != nil && shape.textRows > 1
    let lines = text(of: item, columns: width, rows: shape.textRows - (hasChangeLine ? 1 : 0))
    if isSelected {
      let rows = 1 + lines.count + (hasChangeLine ? 1 : 0) + (shape.hasPeopleRow ? 1 : 0)
      grid.fill(Area(column: area.column, row: row, columns: area.columns, rows: rows), style: style(.selection))
      grid.put(display.glyphs.selection, column: area.column, row: row, style: style(.selection))
    }
    drawHead(item, column: start, row: row, width: width, style: style, on: &grid)
    var next = row + 1
    if let change, hasChangeLine {
      let words = truncated(change.words(display.glyphs), to: width, in: display.glyphs.repertoire)
      grid.put(words, column: start, row: next, style: style(.mark))
      next += 1
    }
    for line in lines {
      grid.put(line, column: start, row: next, style: style(.plain))
      next += 1
    }
    if shape.hasPeopleRow { drawPeople(item, column: start, row: next, width: width, style: style, on: &grid) }
  }

  /// Reference and kind at the left, the due date at the right, and between them what has no line of its own.
  private func drawHead(
    _ item: Item, column: Int, row: Int, width: Int, style: (Style) -> Style, on grid: inout Grid
  ) {
    var used = grid.put(display.label(of: item), column: column, row: row, style: style(.key), limit: width)
    used += grid.put(" \(item.kind.short)", column: column + used, row: row, style: style(.dim), limit: width - used)
    let due =
      [display.dueWords(of: item), display.shortDue(of: item)]
      .first { used + 1 + columns(of: $0, in: display.glyphs.repertoire) <= width } ?? ""
    let dueWidth = columns(of: due, in: display.glyphs.repertoire)
    let dueStyle = ShortDue.style(item.dueState(on: display.today))
    grid.put(due, column: column + width - dueWidth, row: row, style: style(dueStyle))
    let room = width - dueWidth - used - 3
    if room > 3, !shape.hasPeopleRow {
      drawPeople(item, column: column + used + 2, row: row, width: room, style: style, on: &grid)
    }
  }

  /// The first lines of the text, with an ellipsis where more follows.
  private func text(of item: Item, columns: Int, rows: Int) -> [String] {
    // Only what can be visible is wrapped; a character takes a column or more.
    let beginning = String(item.text.prefix(columns * (rows + 1)))
    let lines = wrapped(beginning, to: columns, in: display.glyphs.repertoire)
    guard lines.count > rows, rows > 0 else { return Array(lines.prefix(max(0, rows))) }
    let last = truncated(lines[rows - 1] + " " + lines[rows], to: columns, in: display.glyphs.repertoire)
    return Array(lines.prefix(rows - 1)) + [last]
  }

  private func drawPeople(
    _ item: Item, column: Int, row: Int, width: Int, style: (Style) -> Style, on grid: inout Grid
  ) {
    var used = 0
    func part(_ text: String, _ partStyle: Style) {
      guard used < width else { return }
      if used > 0 { used += grid.put("  ", column: column + used, row: row, style: style(.dim), limit: width - used) }
      let fitting = truncated(text, to: width - used, in: display.glyphs.repertoire)
      used += grid.put(fitting, column: column + used, row: row, style: style(partStyle))
    }
    if shape.textRows == 1, let change = display.recent[item.reference] {
      part(change.shortWords(display.glyphs), .mark)
    }
    for mark in display.marks(of: item) { part(mark.words, .mark) }
    if let owner = display.ownerWords(of: item) { part(owner, item.owner == nil ? .dim : .field) }
    if !item.addressees.isEmpty {
      part("\(display.glyphs.arrow) \(item.addressees.joined(separator: ", "))", .dim)
    }
  }
}
