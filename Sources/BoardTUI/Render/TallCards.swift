internal import BoardModel
internal import InertText
internal import ScreenGrid

/// Cards of several lines: reference and due date, the first lines of the text, owner, marks and addressees.
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
    // Where the text has one row, what others did stands beside the reference instead of in its place.
    let hasOwnRow = change != nil && shape.textRows > 1
    let lines = text(of: item, columns: width, rows: hasOwnRow ? shape.textRows - 1 : shape.textRows)
    if isSelected {
      let rows = lines.count + (hasOwnRow ? 3 : 2)
      grid.fill(Area(column: area.column, row: row, columns: area.columns, rows: rows), style: style(.selection))
      grid.put(display.glyphs.selection, column: area.column, row: row, style: style(.selection))
    }
    var used = grid.put(display.label(of: item), column: start, row: row, style: style(.key), limit: width)
    used += grid.put(" \(item.kind.short)", column: start + used, row: row, style: style(.dim), limit: width - used)
    func beside(_ words: String, _ wanted: Style) {
      let room = width - used - 2 - columns(of: display.shortDue(of: item))
      guard room > 3, !words.isEmpty else { return }
      let fitting = truncated(words, to: room, in: display.glyphs.repertoire)
      used += grid.put(" \(fitting)", column: start + used, row: row, style: style(wanted))
    }
    if let change, !hasOwnRow { beside(change.words, .mark) }
    if !shape.hasPeopleRow {
      beside(display.marks(of: item).map(\.sign).joined(separator: " "), .mark)
      beside(display.owner(of: item) ?? "", .field)
    }
    drawDue(item, from: start + used + 1, row: row, end: start + width, style: style, on: &grid)
    var next = row + 1
    if let change, hasOwnRow {
      let words = truncated(change.words, to: width, in: display.glyphs.repertoire)
      grid.put(words, column: start, row: next, style: style(.mark))
      next += 1
    }
    for line in lines {
      grid.put(line, column: start, row: next, style: style(.plain))
      next += 1
    }
    if shape.hasPeopleRow { drawPeople(item, column: start, row: next, width: width, style: style, on: &grid) }
  }

  /// The due date at the right, in as many words as fit.
  private func drawDue(
    _ item: Item, from start: Int, row: Int, end: Int, style: (Style) -> Style, on grid: inout Grid
  ) {
    let state = item.dueState(on: display.today)
    for words in [display.dueWords(of: item), display.shortDue(of: item)] {
      let width = columns(of: words)
      guard start + width <= end else { continue }
      grid.put(words, column: end - width, row: row, style: style(ShortDue.style(state)))
      return
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
    for mark in display.marks(of: item) { part(mark.words, .mark) }
    if display.showsOwners { part(item.owner ?? "no owner", item.owner == nil ? .dim : .field) }
    if !item.addressees.isEmpty {
      part("\(display.glyphs.arrow) \(item.addressees.joined(separator: ", "))", .dim)
    }
  }
}
