internal import BoardModel
internal import InertText
internal import ScreenGrid

extension AppState {
  /// Draws an open card over the whole screen.
  func drawCard(_ card: CardView, on grid: inout Grid) {
    guard let item = board.item(card.item) else { return }
    grid.draw(
      HeaderWords(
        name: "\(item.reference)",
        middle: ["\(item.kind.title) \(glyphs.separator) \(item.status.title)", item.status.title],
        right: HeaderWords.day(today, isPinned: isTodayPinned), keepsName: true))
    var row = 1
    if let text = bannerText {
      grid.drawBanner(text, row: 1)
      row = 2
    }
    for line in card.lines.dropFirst(card.top).prefix(cardRows) {
      if line.label.isEmpty {
        grid.put(line.text, column: 1, row: row, style: line.style)
      } else {
        grid.put(line.label, column: 1, row: row, style: .dim)
        grid.put(line.text, column: 1 + CardText.labelColumns, row: row, style: line.style)
      }
      row += 1
    }
    drawMore(
      above: card.top, below: card.lines.count - card.top - cardRows, row: size.rows - 2, end: size.columns,
      on: &grid)
  }
}
