internal import BoardModel
internal import InertText
internal import ScreenGrid

extension AppState {
  /// Draws the command being typed, and above it what can complete it or why it was not carried out.
  func drawPalette(_ line: PaletteLine, row: Int, on grid: inout Grid) -> Position {
    let room = max(1, min(8, row - 2))
    let count = min(room, line.completions.count)
    let first = max(0, min(line.selected - room + 1, line.completions.count - room))
    let top = row - count - (line.complaint == nil ? 0 : 1)
    if let complaint = line.complaint {
      grid.fill(Area(column: 0, row: top, columns: size.columns, rows: 1))
      grid.put(
        truncated(complaint, to: size.columns - 2, in: glyphs.repertoire), column: 1, row: top, style: .refusal)
    }
    let shown = line.completions.dropFirst(first).prefix(count)
    let width = shown.map { columns(of: $0.word, in: glyphs.repertoire) }.max() ?? 0
    for (index, completion) in zip(shown.indices, shown) {
      let isSelected = index == line.selected
      let style: Style = isSelected ? .selection : .plain
      let lineRow = row - count + index - first
      grid.fill(Area(column: 0, row: lineRow, columns: size.columns, rows: 1), style: style)
      if isSelected { grid.put(glyphs.selection, column: 0, row: lineRow, style: style) }
      grid.put(completion.word, column: 2, row: lineRow, style: isSelected ? .selection : .key)
      grid.put(completion.meaning, column: 4 + width, row: lineRow, style: isSelected ? .selection : .dim)
    }
    grid.fill(Area(column: 0, row: row, columns: size.columns, rows: 1), style: .input)
    grid.put(":", column: 1, row: row, style: .key)
    let marks = walk == nil ? markedItems.count : 0
    let subject = marks > 0 ? "\(marks) marked" : self.subject.map(AppState.short) ?? ""
    let subjectColumn = size.columns - 1 - subject.utf8.count
    grid.put(subject, column: subjectColumn, row: row, style: .input)
    let input = line.input.lines(columns: max(4, subjectColumn - 3), in: glyphs.repertoire)
    grid.put(input.lines[input.row], column: 2, row: row, style: .input)
    return Position(column: 2 + input.column, row: row)
  }
}
