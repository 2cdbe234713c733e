internal import BoardModel
internal import InertText
internal import ScreenGrid

/// The three columns of cards with their headings, as the chair's screen and the wall draw them.
struct ColumnsPicture {
  let layout: BoardLayout
  let display: CardDisplay
  /// The cards of each column, and the first one that is visible.
  let columns: [[Item]]
  let tops: [Int]
  /// How many cards each column has without a filter.
  let totals: [Int]
  /// The selected column and row; `nil` on a screen where nothing is selected.
  let selection: (column: Int, row: Int)?
  /// The column that is shown where there are tabs.
  let tab: Int
  /// Which page of how many each column shows; `nil` where columns scroll.
  var pages: [(page: Int, count: Int)]?
}

extension Grid {
  /// Draws headings, lines and cards.
  mutating func draw(_ picture: ColumnsPicture) {
    let layout = picture.layout
    drawLines(of: layout)
    if layout.hasTabs {
      drawTabs(of: picture)
      drawCards(of: picture, column: picture.tab)
    } else {
      for column in 0..<3 {
        drawHeading(of: picture, column: column)
        drawCards(of: picture, column: column)
      }
    }
  }

  private mutating func drawLines(of layout: BoardLayout) {
    if let row = layout.topLine { hline(column: 0, row: row, length: columns) }
    if let row = layout.bottomLine { hline(column: 0, row: row, length: columns) }
    guard !layout.hasTabs else { return }
    for area in layout.columns.prefix(2) {
      let column = area.endColumn
      vline(column: column, row: layout.headingRow, length: 1)
      vline(column: column, row: area.row, length: area.rows)
      if let row = layout.topLine { put(glyphs.border.cross, column: column, row: row, style: .border) }
      if let row = layout.bottomLine { put(glyphs.border.teeBottom, column: column, row: row, style: .border) }
    }
  }

  private mutating func drawHeading(of picture: ColumnsPicture, column: Int) {
    let area = picture.layout.columns[column]
    let row = picture.layout.headingRow
    let status = Status.allCases[column]
    let style = picture.selection?.column == column ? status.style.bold.underlined : status.style.bold
    var used = 1
    used += put(status.title, column: area.column + used, row: row, style: style, limit: area.columns - used)
    let count = "  \(picture.count(of: column))"
    used += put(count, column: area.column + used, row: row, limit: area.columns - used)
    for words in picture.endWords(of: column, glyphs: glyphs) {
      let start = area.columns - InertText.columns(of: words) - 1
      guard start > used else { continue }
      put(words, column: area.column + start, row: row, style: .dim)
      return
    }
  }

  private mutating func drawTabs(of picture: ColumnsPicture) {
    let row = picture.layout.headingRow
    var column = 0
    for status in Status.allCases {
      let words = " \(status.shortTitle) \(picture.count(of: status.column)) "
      let isShown = status.column == picture.tab
      column += put(words, column: column, row: row, style: isShown ? status.style.bold.reversed : status.style)
    }
    for words in picture.endWords(of: picture.tab, glyphs: glyphs) {
      let start = columns - InertText.columns(of: words)
      guard start > column else { continue }
      put(words, column: start, row: row, style: .dim)
      return
    }
  }

  private mutating func drawCards(of picture: ColumnsPicture, column: Int) {
    let cards = picture.columns[column]
    let area = picture.layout.columns[column]
    let isSelected = picture.selection?.column == column
    if cards.isEmpty {
      let words = picture.totals[column] == 0 ? "no cards" : "nothing matches"
      let style: Style = isSelected ? .selection : .dim
      if isSelected { put(glyphs.selection, column: area.column, row: area.row, style: style) }
      put(words, column: area.column + 1, row: area.row, style: style, limit: area.columns - 1)
      return
    }
    let top = max(0, min(picture.tops[column], cards.count - 1))
    let visible = cards[top..<min(cards.count, top + picture.layout.capacity)]
    let shape = picture.layout.shape
    if shape.density == .compact {
      let compact = CompactCards(visible, display: picture.display, area: area)
      for index in visible.indices {
        let isHere = isSelected && index == picture.selection?.row
        compact.draw(index - top, isSelected: isHere, on: &self)
      }
    } else {
      let tall = TallCards(display: picture.display, area: area, shape: shape)
      for (index, item) in zip(visible.indices, visible) {
        let isHere = isSelected && index == picture.selection?.row
        tall.draw(item, row: area.row + (index - top) * shape.rows, isSelected: isHere, on: &self)
      }
    }
  }
}

extension ColumnsPicture {
  /// The count in a heading: `12`, with a filter `3/12`.
  fileprivate func count(of column: Int) -> String {
    let shown = columns[column].count
    return shown == totals[column] ? "\(shown)" : "\(shown)/\(totals[column])"
  }

  /// What is off the screen, `▲3 ▼12`, or the page, from long to short.
  fileprivate func endWords(of column: Int, glyphs: GlyphSet) -> [String] {
    if let pages {
      let (page, count) = pages[column]
      return count > 1 ? ["page \(page) of \(count)", "\(page) of \(count)"] : []
    }
    let above = tops[column]
    let below = columns[column].count - tops[column] - layout.capacity
    let words = [above > 0 ? "\(glyphs.up)\(above)" : "", below > 0 ? "\(glyphs.down)\(below)" : ""]
    return [words.filter { !$0.isEmpty }.joined(separator: " ")]
  }
}
