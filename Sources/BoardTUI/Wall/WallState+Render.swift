internal import BoardModel
internal import InertText
package import ScreenGrid

extension WallState {
  /// Draws the wall.
  ///
  /// - Complexity: Linear in what is visible.
  package func render() -> Frame {
    let picture = renderInner()
    if picture.size == size { return Frame(picture) }
    var grid = Grid(columns: size.columns, rows: size.rows, glyphs: glyphs)
    grid.draw(picture, column: shift.column, row: shift.row)
    return Frame(grid)
  }

  private func renderInner() -> Grid {
    var grid = Grid(columns: innerSize.columns, rows: innerSize.rows, glyphs: glyphs)
    let banners = bannerLines
    guard let layout = layout(banners: banners.count) else {
      // Even where there is no room for the board, an old one is not passed off as new.
      grid.drawTooSmall(minimum: BoardLayout.minimum)
      if let banner = self.banners.first, grid.rows > 0 { grid.drawBanner(banner, row: grid.rows - 1) }
      return grid
    }
    grid.draw(header)
    drawClocks(row: 1, on: &grid)
    if layout.hasBand, let band = band(columns: grid.columns) { grid.draw(band, row: 2 + banners.count) }
    if board == nil {
      grid.put("waiting for the board", column: 1, row: layout.board.headingRow + 1, style: .dim)
    } else {
      grid.draw(columnsPicture(layout.board))
    }
    drawFooter(layout.board, on: &grid)
    if isStale { grid.dimAll() }
    for (index, line) in banners.enumerated() { grid.drawBannerLine(line, row: 2 + index) }
    return grid
  }

  /// The banners in as many lines as they need, at most four each.
  private var bannerLines: [String] {
    let mark = "\(glyphs.warning) "
    let indent = InertText.columns(of: mark)
    return banners.flatMap { banner in
      let lines = wrapped(banner, to: max(1, innerSize.columns - 2 - indent), in: glyphs.repertoire).prefix(4)
      return lines.enumerated().map { ($0 == 0 ? mark : String(repeating: " ", count: indent)) + $1 }
    }
  }

  private var header: HeaderWords {
    var middle: [String] = []
    if let lastRead, let age {
      let late = age >= WallState.lateAfter ? ", \(WallTime.words(seconds: age)) ago" : ""
      let asOf = "as of \(lastRead.clock.seconds)\(late)"
      if let lastChange {
        let change = "\(asOf), last change \(lastChange.clock.minutes(on: now.clock.day))"
        if !options.isPublic { middle.append("\(change) by \(lastChange.actor)") }
        middle.append(change)
      }
      middle.append(asOf)
    }
    var words = HeaderWords(
      name: board?.settings.name ?? "board", middle: middle,
      right: HeaderWords.day(today, isPinned: options.isTodayPinned))
    words.keepsMiddle = true
    return words
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
      let room = grid.columns - 1 - column - (more > 1 ? 5 : 0)
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
  private func columnsPicture(_ layout: BoardLayout) -> ColumnsPicture {
    let pages = columns.map { WallState.pages($0.count, layout) }
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

  /// What happened to the store lately; how long the page stays up, and how to leave.
  private func drawFooter(_ layout: BoardLayout, on grid: inout Grid) {
    if let notice {
      let words = truncated(notice.words, to: grid.columns - 2, in: glyphs.repertoire)
      grid.put(words, column: 1, row: layout.noticeRow, style: .notice)
    }
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
