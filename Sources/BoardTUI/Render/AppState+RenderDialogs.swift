internal import BoardModel
internal import Commands
internal import InertText
internal import ScreenGrid

extension AppState {
  /// Draws an empty box in the middle of the screen with a title, and returns its inside.
  private func drawBox(columns wanted: Int, rows wantedRows: Int, title: String, on grid: inout Grid) -> Area {
    grid.dimAll()
    let columns = min(wanted + 4, size.columns)
    let rows = min(wantedRows + 2, size.rows - 2)
    let area = Area(
      column: (size.columns - columns) / 2, row: max(0, (size.rows - 2 - rows) / 2), columns: columns, rows: rows)
    grid.fill(area)
    grid.box(area)
    grid.put(
      " \(truncated(title, to: columns - 6, in: glyphs.repertoire)) ", column: area.column + 2, row: area.row,
      style: .title.bold)
    return area.inset(columns: 2, rows: 1)
  }

  func drawPicker(_ picker: Picker, on grid: inout Grid) -> Position {
    let width = picker.options.map { columns(of: $0.label, in: glyphs.repertoire) }.max() ?? 0
    let titleWidth = columns(of: picker.title, in: glyphs.repertoire)
    let inside = drawBox(
      columns: max(width + 2, titleWidth + 4), rows: picker.options.count, title: picker.title, on: &grid)
    let top = max(0, picker.selected - inside.rows + 1)
    for (index, option) in picker.options.enumerated().dropFirst(top).prefix(inside.rows) {
      let row = inside.row + index - top
      let isSelected = index == picker.selected
      if isSelected {
        grid.fill(Area(column: inside.column, row: row, columns: inside.columns, rows: 1), style: .selection)
        grid.put(glyphs.selection, column: inside.column, row: row, style: .selection)
      }
      let style: Style = isSelected ? .selection : .plain
      let label = truncated(option.label, to: inside.columns - 2, in: glyphs.repertoire)
      grid.put(label, column: inside.column + 2, row: row, style: style)
    }
    drawMore(
      above: top, below: picker.options.count - top - inside.rows, row: inside.endRow, end: inside.endColumn,
      on: &grid)
    return Position(column: inside.column, row: inside.row + picker.selected - top)
  }

  /// Says how much of a list is off the screen, `▲3 ▼12`, to the left of a column; nothing where all is there.
  func drawMore(above: Int, below: Int, row: Int, end: Int, on grid: inout Grid) {
    let words = (above > 0 ? " \(glyphs.up)\(above)" : "") + (below > 0 ? " \(glyphs.down)\(below)" : "")
    guard !words.isEmpty else { return }
    let width = columns(of: words, in: glyphs.repertoire) + 1
    grid.put("\(words) ", column: max(0, end - width), row: row, style: .dim)
  }

  func drawQuestion(_ question: Confirmation, on grid: inout Grid) {
    let width = min(60, size.columns - 4)
    let lines = wrapped(question.words, to: width, in: glyphs.repertoire)
    let inside = drawBox(columns: width, rows: lines.count + 2, title: "Sure?", on: &grid)
    // Where the screen is low, the words give way to the keys that answer.
    for (index, line) in lines.prefix(max(0, inside.rows - 1)).enumerated() {
      grid.put(line, column: inside.column, row: inside.row + index)
    }
    var column = inside.column
    for (key, word) in [("Enter", "yes"), ("Esc", "no")] {
      column += grid.put(key, column: column, row: inside.endRow - 1, style: .key)
      column += grid.put(" \(word)", column: column, row: inside.endRow - 1) + 3
    }
  }

  /// The keys of a view, with the search above them and the meaning of marks below.
  func drawHelp(_ help: HelpView, on grid: inout Grid) -> Position {
    grid.fill(Area(column: 0, row: 0, columns: size.columns, rows: size.rows))
    grid.draw(HeaderWords(name: "Keys \(glyphs.separator) \(help.view.title)", middle: [], right: [], keepsName: true))
    grid.put("search: ", column: 1, row: 1, style: .dim)
    let used = grid.put(help.search.text, column: 9, row: 1, style: .input)
    let rows = help.bindings
    // Where the screen is low, the meaning of the marks gives way to the keys.
    let legend = size.rows < 10 ? [] : wrapped(CardMark.legend, to: size.columns - 2, in: glyphs.repertoire)
    let room = max(1, size.rows - 4 - legend.count)
    let top = max(0, min(help.selected - room / 2, rows.count - room))
    let width = rows.map { $0.keys.joined(separator: " ").utf8.count }.max() ?? 0
    for (index, binding) in rows.enumerated().dropFirst(top).prefix(room) {
      let row = 2 + index - top
      let isSelected = index == help.selected
      if isSelected {
        grid.fill(Area(column: 0, row: row, columns: size.columns, rows: 1), style: .selection)
        grid.put(glyphs.selection, column: 0, row: row, style: .selection)
      }
      grid.put(binding.keys.joined(separator: " "), column: 2, row: row, style: isSelected ? .selection : .key)
      let words = truncated(binding.words, to: max(0, size.columns - 5 - width), in: glyphs.repertoire)
      grid.put(words, column: 4 + width, row: row, style: isSelected ? .selection : .plain)
    }
    if rows.isEmpty { grid.put("no key does that", column: 2, row: 2, style: .dim) }
    drawMore(above: top, below: rows.count - top - room, row: 1, end: size.columns, on: &grid)
    for (index, line) in legend.enumerated() {
      grid.put(line, column: 1, row: size.rows - 2 - legend.count + index, style: .dim)
    }
    return Position(column: min(size.columns - 1, 9 + used), row: 1)
  }
}
