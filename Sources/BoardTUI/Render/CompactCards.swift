internal import BoardModel
internal import InertText
internal import ScreenGrid

/// Cards of one line each, whose parts stand below each other; in a narrow column only the first two do, and in one of a
/// third of 80 columns the owner is left to the strip, so that there is room for words.
struct CompactCards {
  /// What one line says, worked out once for a picture.
  private struct Line {
    let label: String
    let due: String
    let dueStyle: Style
    let marks: String
    let owner: String
    /// What others did to the card lately; empty for nothing.
    let change: String
    let text: String
  }

  private let area: Area
  private let glyphs: GlyphSet
  private let isNarrow: Bool
  private let lines: [Line]
  /// The columns that the reference, the due date, the marks and the owner take; 0 leaves one out.
  private var widths = (label: 0, due: 0, marks: 0, owner: 0)

  /// Works out and measures the cards that are visible.
  init(_ cards: ArraySlice<Item>, display: CardDisplay, area: Area) {
    self.area = area
    glyphs = display.glyphs
    isNarrow = area.columns < 45
    let ownerLimit = area.columns < 34 ? 0 : area.columns < 60 ? 10 : 18
    lines = cards.map { item in
      Line(
        label: display.label(of: item), due: display.shortDue(of: item),
        dueStyle: ShortDue.style(item.dueState(on: display.today)),
        marks: display.marks(of: item).map(\.sign).joined(),
        owner: display.owner(of: item).map { CompactCards.owner($0, limit: ownerLimit, display.glyphs.repertoire) }
          ?? "",
        change: display.recent[item.reference].map { area.columns < 45 ? $0.word : $0.shortWords(display.glyphs) }
          ?? "", text: item.text)
    }
    for line in lines {
      widths.label = max(widths.label, columns(of: line.label))
      widths.due = max(widths.due, line.due.utf8.count)
      widths.marks = max(widths.marks, line.marks.utf8.count)
      widths.owner = max(widths.owner, columns(of: line.owner))
    }
  }

  /// The owner's name; where there is little room, its last word, which people are known by.
  private static func owner(_ owner: String, limit: Int, _ repertoire: Repertoire) -> String {
    if limit == 0 { return "" }
    if columns(of: owner, in: repertoire) <= limit { return visible(owner, in: repertoire) }
    return truncated(owner.split(separator: " ").last.map(String.init) ?? owner, to: limit, in: repertoire)
  }

  /// Draws the card of that number among the visible ones.
  func draw(_ index: Int, isSelected: Bool, on grid: inout Grid) {
    let line = lines[index]
    let row = area.row + index
    let end = area.endColumn - 1
    var column = area.column
    func style(_ style: Style) -> Style { isSelected ? .selection : style }
    if isSelected {
      grid.fill(Area(column: column, row: row, columns: area.columns, rows: 1), style: .selection)
      grid.put(glyphs.selection, column: column, row: row, style: .selection)
    }
    column += 1
    func part(_ text: String, width: Int, style wanted: Style) {
      guard width > 0 else { return }
      grid.put(text, column: column, row: row, style: style(wanted), limit: min(width, end - column))
      column += width + 1
    }
    part(line.label, width: widths.label, style: .key)
    part(line.due, width: widths.due, style: line.dueStyle)
    part(line.change, width: columns(of: line.change), style: .mark)
    part(line.marks, width: isNarrow ? line.marks.utf8.count : widths.marks, style: .mark)
    part(line.owner, width: isNarrow ? columns(of: line.owner) : widths.owner, style: .field)
    grid.putCut(line.text, column: column, row: row, style: style(.plain), limit: end - column)
  }
}

extension Grid {
  /// Draws as much of a text as fits into `limit` columns, with an ellipsis where it is cut.
  ///
  /// - Complexity: For ASCII linear in what fits.
  mutating func putCut(_ text: String, column: Int, row: Int, style: Style, limit: Int) {
    let mark = glyphs.ellipsis
    let room = limit - InertText.columns(of: mark)
    let beginning = text.utf8.prefix(max(0, limit))
    guard room > 0, beginning.count < text.utf8.count, beginning.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      put(truncated(text, to: limit, in: glyphs.repertoire), column: column, row: row, style: style)
      return
    }
    put(text, column: column, row: row, style: style, limit: room)
    put(mark, column: column + room, row: row, style: style)
  }
}
