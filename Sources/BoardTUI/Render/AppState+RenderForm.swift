internal import BoardModel
internal import InertText
internal import ScreenGrid

extension AppState {
  /// Draws a form as large as the screen allows: a label above each answer, and what is wrong at its end.
  func drawForm(_ form: Form, on grid: inout Grid) -> Position {
    grid.dimAll()
    let columns = min(size.columns, 84)
    let drawing = FormDrawing(form, width: columns - 4, glyphs: glyphs)
    let rows = min(size.rows - 2, drawing.rows.count + 2)
    let area = Area(column: (size.columns - columns) / 2, row: (size.rows - 2 - rows) / 2, columns: columns, rows: rows)
    grid.fill(area)
    grid.box(area)
    let title = truncated(form.title, to: columns - 6, in: glyphs.repertoire)
    grid.put(" \(title) ", column: area.column + 2, row: area.row, style: .title.bold)
    let inside = area.inset(columns: 2, rows: 1)
    // The answer being given, and what is wrong with it, stay visible.
    let last = drawing.rows.count
    let top = max(0, min(drawing.cursor.row - inside.rows / 2, last - inside.rows))
    for (index, line) in drawing.rows.dropFirst(top).prefix(inside.rows).enumerated() {
      let row = inside.row + index
      let isInput = line.style.role == .input
      let indent = isInput ? 2 : 0
      if isInput {
        grid.fill(
          Area(column: inside.column + 2, row: row, columns: inside.columns - 2, rows: 1), style: line.style)
      }
      grid.put(
        line.text, column: inside.column + indent, row: row, style: line.style, limit: inside.columns - indent)
    }
    drawMore(above: top, below: last - top - inside.rows, row: area.row, end: area.endColumn - 1, on: &grid)
    if let complaint = form.complaint, !isLong(complaint) {
      grid.put(" \(complaint) ", column: area.column + 2, row: area.endRow - 1, style: .refusal)
    }
    return Position(column: inside.column + drawing.cursor.column, row: inside.row + drawing.cursor.row - top)
  }
}

extension AppState {
  /// Whether a form's complaint has no room on its frame, and is a notice below it instead.
  func isLong(_ complaint: String) -> Bool {
    columns(of: complaint, in: glyphs.repertoire) > min(size.columns, 84) - 6
  }

  /// What is wrong with the open form, where that is too long for its frame.
  var longComplaint: String? {
    guard case .form(let form)? = overlays.last, let complaint = form.complaint, isLong(complaint) else { return nil }
    return complaint
  }
}

/// The rows of a form before they are placed on the screen.
private struct FormDrawing {
  private(set) var rows: [(text: String, style: Style)] = []
  private(set) var cursor = Position(column: 0, row: 0)

  init(_ form: Form, width: Int, glyphs: GlyphSet) {
    for (index, question) in form.questions.enumerated() {
      let hasFocus = index == form.focus
      if index > 0 { rows.append(("", .plain)) }
      let mark = hasFocus ? glyphs.selection : " "
      rows.append(("\(mark) \(question.label)", hasFocus ? Style.field.bold : .field))
      switch question.answer {
      case .text(let input): addText(input, hint: question.hint, hasFocus: hasFocus, width: width, glyphs: glyphs)
      case .choice(let options, let selected):
        addChoice(options, selected, hasFocus: hasFocus, width: width, glyphs: glyphs)
      }
    }
  }

  private mutating func addText(_ input: TextInput, hint: String, hasFocus: Bool, width: Int, glyphs: GlyphSet) {
    let drawn = input.lines(columns: width - 2, in: glyphs.repertoire)
    if hasFocus { cursor = Position(column: 2 + drawn.column, row: rows.count + drawn.row) }
    if input.characters.isEmpty {
      rows.append((hint, Style.input.dimmed.underlined))
    } else {
      for line in drawn.lines { rows.append((line, Style.input.underlined)) }
    }
  }

  /// The options side by side where they fit; else one below the other, without the focus only the one chosen and how
  /// many there are.
  private mutating func addChoice(
    _ options: [String], _ selected: Int, hasFocus: Bool, width: Int, glyphs: GlyphSet
  ) {
    let parts = options.enumerated().map { "\($0.offset == selected ? "(*)" : "( )") \($0.element)" }
    let line = "  " + parts.joined(separator: "   ")
    if columns(of: line, in: glyphs.repertoire) <= width {
      if hasFocus {
        let before = "  " + parts.prefix(selected).map { $0 + "   " }.joined()
        cursor = Position(column: columns(of: before, in: glyphs.repertoire), row: rows.count)
      }
      return rows.append((line, hasFocus ? .selection : .plain))
    }
    if !hasFocus {
      let count = "  (\(selected + 1) of \(options.count))"
      let room = width - count.utf8.count
      return rows.append((truncated("  \(parts[selected])", to: room, in: glyphs.repertoire) + count, .plain))
    }
    for (index, part) in parts.enumerated() {
      if index == selected { cursor = Position(column: 2, row: rows.count) }
      let words = truncated("  \(part)", to: width, in: glyphs.repertoire)
      rows.append((words, index == selected ? .selection : .plain))
    }
  }
}
