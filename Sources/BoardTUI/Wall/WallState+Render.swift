internal import BoardModel
internal import InertText
package import ScreenGrid

extension WallState {
  /// Draws the wall.
  ///
  /// - Complexity: Linear in what is visible.
  package func render() -> Frame {
    var grid = Grid(columns: size.columns, rows: size.rows, glyphs: glyphs)
    let banners = self.banners
    guard let layout = layout(below: banners.count) else {
      // Even where there is no room for the board, an old one is not passed off as new.
      grid.drawTooSmall(minimum: BoardLayout.minimum)
      if let banner = banners.first, size.rows > 0 { grid.drawBanner(banner, row: size.rows - 1) }
      return Frame(grid)
    }
    grid.draw(header)
    drawClocks(row: 1, on: &grid)
    if board == nil {
      grid.put("waiting for the board", column: 1, row: layout.headingRow + 1, style: .dim)
    } else {
      grid.draw(picture(layout))
    }
    drawFooter(layout, on: &grid)
    if isStale { grid.dimAll() }
    for (index, banner) in banners.enumerated() { grid.drawBanner(banner, row: 2 + index) }
    return Frame(grid)
  }

  /// The largest density that shows all cards at once, or comfortable ones in a few pages, or as many as possible.
  private func layout(below banners: Int) -> BoardLayout? {
    let largest = columns.map(\.count).max() ?? 0
    func layout(_ density: Density) -> BoardLayout? {
      BoardLayout(size: size, density: density, rowsAbove: 2 + banners, hasStrip: false)
    }
    for (density, pages) in [(Density.projector, 1), (.comfortable, 4)] {
      if let layout = layout(density), layout.capacity * pages >= largest { return layout }
    }
    return layout(.compact)
  }

  private var header: HeaderWords {
    var middle: [String] = []
    if let lastRead {
      let asOf = "as of \(lastRead.seconds)"
      if let lastChange {
        if !options.isPublic { middle.append("\(asOf), last change \(lastChange.time) by \(lastChange.actor)") }
        middle.append("\(asOf), last change \(lastChange.time)")
      }
      middle.append(asOf)
    }
    return HeaderWords(
      name: board?.settings.name ?? "board", middle: middle,
      right: HeaderWords.day(today, isPinned: options.isTodayPinned))
  }

  /// The open clocks on one line, as many as fit, and how many more there are.
  private func drawClocks(row: Int, on grid: inout Grid) {
    guard board != nil else { return }
    var column = 1
    for (index, report) in clocks.enumerated() {
      guard let clock = report.clock else { continue }
      let gaps = report.statutoryGaps.count
      let words = HeaderWords.clock(report.report, clock, gaps: gaps, separator: glyphs.separator)
      let more = clocks.count - index
      let room = size.columns - 1 - column - (more > 1 ? 5 : 0)
      if InertText.columns(of: words, in: glyphs.repertoire) > room, index > 0 {
        grid.put("+\(more)", column: column, row: row, style: .dim)
        return
      }
      let style: Style = clock.daysLeft < 0 ? .overdue : clock.daysLeft <= 14 ? .dueSoon : .plain
      column += grid.put(truncated(words, to: room, in: glyphs.repertoire), column: column, row: row, style: style) + 3
    }
    if clocks.isEmpty { grid.put("section 55: nothing is missing", column: 1, row: row, style: .dim) }
  }

  /// The cards of the pages that are up.
  private func picture(_ layout: BoardLayout) -> ColumnsPicture {
    let pages = columns.map { max(1, ($0.count + layout.capacity - 1) / layout.capacity) }
    let up = pagesUp(pages, hasTabs: layout.hasTabs)
    var display = CardDisplay(
      today: today, glyphs: glyphs, density: layout.density, prefixes: prefixes,
      recent: CardChanges(recent: recent.mapValues(\.change)))
    display.showsOwners = !options.isPublic
    return ColumnsPicture(
      layout: layout, display: display, columns: columns, tops: up.pages.map { $0 * layout.capacity },
      totals: columns.map(\.count), selection: nil, tab: up.tab, pages: zip(up.pages, pages).map { ($0 + 1, $1) })
  }

  /// Which page of each column is up: side by side each column goes round its own; with tabs one after the other.
  private func pagesUp(_ pages: [Int], hasTabs: Bool) -> (pages: [Int], tab: Int) {
    func remainder(_ divisor: Int) -> Int { ((page % divisor) + divisor) % divisor }
    guard hasTabs else { return (pages.map(remainder), 0) }
    var step = remainder(pages.reduce(0, +))
    for column in 0..<3 {
      if step < pages[column] {
        var up = [0, 0, 0]
        up[column] = step
        return (up, column)
      }
      step -= pages[column]
    }
    return ([0, 0, 0], 0)
  }

  /// How long the page stays up, and how to leave.
  private func drawFooter(_ layout: BoardLayout, on grid: inout Grid) {
    let left = max(0, options.pageSeconds - (now.uptime - pageSince))
    var column = 1
    if layout.hasTabs || columns.contains(where: { $0.count > layout.capacity }) {
      column += grid.put("next page in \(left) s", column: column, row: layout.footerRow, style: .footer) + 3
    }
    guard !options.isKiosk else { return }
    column += grid.put("q", column: column, row: layout.footerRow, style: .key)
    grid.put(" quit", column: column, row: layout.footerRow, style: .footer)
  }
}
