internal import BoardModel
internal import InertText
internal import ScreenGrid

/// Cards of one line each, whose parts stand below each other; in a narrow column only the first two do.
struct CompactCards {
  let display: CardDisplay
  let area: Area
  private let isNarrow: Bool
  private let ownerLimit: Int
  /// The columns that the reference, the due date, the marks and the owner take; 0 leaves one out.
  private var widths = (reference: 0, due: 0, marks: 0, owner: 0)

  /// Measures the cards that are visible.
  init(_ cards: ArraySlice<Item>, display: CardDisplay, area: Area) {
    self.display = display
    self.area = area
    isNarrow = area.columns < 45
    ownerLimit = area.columns < 34 ? 6 : area.columns < 60 ? 10 : 18
    for item in cards {
      widths.reference = max(widths.reference, columns(of: display.label(of: item)))
      widths.due = max(widths.due, due(item).utf8.count)
      widths.marks = max(widths.marks, marks(item).utf8.count)
      widths.owner = max(widths.owner, columns(of: owner(item)))
    }
  }

  private func due(_ item: Item) -> String { display.shortDue(of: item) }

  private func marks(_ item: Item) -> String { display.marks(of: item).map(\.sign).joined() }

  /// The owner's name; where there is little room, its last word, which people are known by.
  private func owner(_ item: Item) -> String {
    guard let owner = display.owner(of: item) else { return "" }
    let repertoire = display.glyphs.repertoire
    if columns(of: owner, in: repertoire) <= ownerLimit { return visible(owner, in: repertoire) }
    return truncated(owner.split(separator: " ").last.map(String.init) ?? owner, to: ownerLimit, in: repertoire)
  }

  /// Draws one card.
  func draw(_ item: Item, row: Int, isSelected: Bool, on grid: inout Grid) {
    let end = area.endColumn - 1
    var column = area.column
    func style(_ style: Style) -> Style { isSelected ? .selection : style }
    if isSelected { grid.fill(Area(column: column, row: row, columns: area.columns, rows: 1), style: .selection) }
    if isSelected { grid.put(display.glyphs.selection, column: column, row: row, style: .selection) }
    column += 1
    func part(_ text: String, width: Int, style wanted: Style) {
      guard width > 0 else { return }
      grid.put(text, column: column, row: row, style: style(wanted), limit: min(width, end - column))
      column += width + 1
    }
    part(display.label(of: item), width: widths.reference, style: .key)
    part(due(item), width: widths.due, style: ShortDue.style(item.dueState(on: display.today)))
    if let change = display.recent[item.reference] {
      part(change.word, width: change.word.utf8.count, style: .mark)
    }
    let (marks, owner) = (marks(item), owner(item))
    part(marks, width: isNarrow ? columns(of: marks) : widths.marks, style: .mark)
    part(owner, width: isNarrow ? columns(of: owner) : widths.owner, style: .field)
    let text = truncated(item.text, to: end - column, in: display.glyphs.repertoire)
    grid.put(text, column: column, row: row, style: style(.plain))
  }
}
