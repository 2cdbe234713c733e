internal import BoardModel
internal import Commands
internal import InertText
package import ScreenGrid

extension AppState {
  /// Draws the screen.
  ///
  /// - Complexity: Linear in what is visible, whatever the number of cards.
  package func render() -> Frame {
    var grid = Grid(columns: size.columns, rows: size.rows, glyphs: glyphs)
    guard let layout else {
      grid.drawTooSmall(minimum: BoardLayout.minimum)
      return Frame(grid)
    }
    if isBlank {
      let words = truncated("in private session", to: size.columns, in: glyphs.repertoire)
      grid.put(words, column: (size.columns - words.utf8.count) / 2, row: size.rows / 2, style: .plain)
      return Frame(grid)
    }
    var cursor: Position?
    switch overlays.last(where: { $0.isPage }) {
    case .card(let card):
      drawCard(card, on: &grid)
      grid.markMatches(filter.words, in: Area(column: 0, row: 1, columns: size.columns, rows: cardRows))
    case .section55(let view): cursor = drawClock(view, on: &grid)
    case .meeting(let walk): cursor = drawMeeting(walk, on: &grid)
    case .agenda(let view): cursor = drawAgenda(view, on: &grid)
    case .since(let view): cursor = drawSince(view, on: &grid)
    case .summary(let view): drawSummary(view, on: &grid)
    default: cursor = drawBoard(layout, on: &grid)
    }
    switch overlays.last {
    case .filter(let line): cursor = drawFilter(line, row: layout.noticeRow, on: &grid)
    case .palette(let line): cursor = drawPalette(line, row: layout.noticeRow, on: &grid)
    case .picker(let picker): cursor = drawPicker(picker, on: &grid)
    case .form(let form): cursor = drawForm(form, on: &grid)
    case .confirm(let question): drawQuestion(question, on: &grid)
    case .help(let help): cursor = drawHelp(help, on: &grid)
    case .card, .section55, .meeting, .agenda, .since, .summary, nil: break
    }
    drawNotices(lastRow: layout.noticeRow, on: &grid)
    grid.fill(Area(column: 0, row: layout.footerRow, columns: size.columns, rows: 1))
    grid.drawFooter(view, row: layout.footerRow)
    return Frame(grid, cursor: cursor)
  }

  /// Draws the board and returns where its selection is.
  private func drawBoard(_ layout: BoardLayout, on grid: inout Grid) -> Position {
    grid.draw(headerWords)
    if let text = bannerText { grid.drawBanner(text, row: 1) }
    let display = cardDisplay
    grid.draw(
      ColumnsPicture(
        layout: layout, display: display, columns: order.shown, tops: selection.tops,
        totals: order.all.map(\.count), selection: (selection.column, selection.row), tab: selection.column))
    if let strip = layout.strip, let item = selectedItem { drawStrip(item, in: strip, display: display, on: &grid) }
    markMatches(layout, on: &grid)
    let area = layout.columns[selection.column]
    let row = (selection.row - selection.tops[selection.column]) * layout.shape.rows
    return Position(column: area.column, row: min(area.endRow - 1, area.row + max(0, row)))
  }

  /// Underlines what the filter found, in the cards and in the strip below them.
  private func markMatches(_ layout: BoardLayout, on grid: inout Grid) {
    let words = filter.words
    guard !words.isEmpty else { return }
    for area in layout.hasTabs ? [layout.columns[0]] : layout.columns { grid.markMatches(words, in: area) }
    if let strip = layout.strip { grid.markMatches(words, in: strip) }
  }

  private var headerWords: HeaderWords {
    var name = board.settings.name
    if let asAt {
      name = "AS AT \(asAt) \(glyphs.separator) \(name)"
    } else if let meeting {
      name = "\(meetingPlace) \(glyphs.separator) \(meeting)"
    }
    var words = HeaderWords(
      name: name, middle: HeaderWords.clock(clock, separator: glyphs.separator),
      right: HeaderWords.day(today, isPinned: isTodayPinned))
    // What must be settled in this meeting keeps its gaps; how the day is written gives way.
    words.keepsMiddle = clock?.isBeforeNextMeeting == true
    return words
  }

  /// The selected card in full: its facts on a line, who should act, and as much text as there is room for.
  private func drawStrip(_ item: Item, in strip: Area, display: CardDisplay, on grid: inout Grid) {
    let width = strip.columns - 2
    let gap = "  "
    var column = 1
    func part(_ text: String, _ style: Style) {
      let room = strip.columns - 1 - column
      guard room > 0 else { return }
      column += grid.put(truncated(text, to: room, in: glyphs.repertoire), column: column, row: strip.row, style: style)
      column += gap.utf8.count
    }
    part(item.reference.description, .key.bold)
    if let change = display.recent[item.reference] { part(change.words(glyphs), .mark) }
    part([item.kind.title, item.paragraph].compactMap { $0 }.joined(separator: " "), .plain)
    let due = display.dueWords(of: item)
    if !due.isEmpty { part(due, ShortDue.style(item.dueState(on: today))) }
    for mark in display.marks(of: item) { part(mark.words, .mark) }
    if let owner = display.ownerWords(of: item) { part(owner, item.owner == nil ? .dim : .field) }
    var row = strip.row + 1
    if !item.addressees.isEmpty, strip.rows > 3 {
      let words = "\(glyphs.arrow) \(item.addressees.joined(separator: ", "))"
      grid.put(truncated(words, to: width, in: glyphs.repertoire), column: 1, row: row, style: .dim)
      row += 1
    }
    let rows = strip.endRow - row
    // No more is wrapped than could be visible.
    let lines = wrapped(String(item.text.prefix(width * (rows + 1))), to: width, in: glyphs.repertoire)
    for (index, line) in lines.prefix(rows).enumerated() {
      let isCut = index == rows - 1 && lines.count > rows
      let words = isCut ? truncated(line, to: width - 2, in: glyphs.repertoire) + " \(glyphs.ellipsis)" : line
      grid.put(words, column: 1, row: row + index, limit: width)
    }
  }

  /// The filter being typed, with how many cards it lets through or why it means nothing.
  private func drawFilter(_ line: FilterLine, row: Int, on grid: inout Grid) -> Position {
    grid.fill(Area(column: 0, row: row, columns: size.columns, rows: 1), style: .input)
    let words = line.complaint ?? "\(order.matched)/\(order.total)"
    let fitting = truncated(words, to: max(0, size.columns / 2), in: glyphs.repertoire)
    let wordsColumn = size.columns - 1 - columns(of: fitting, in: glyphs.repertoire)
    grid.put("/", column: 1, row: row, style: .key)
    let input = line.input.lines(columns: max(4, wordsColumn - 3), in: glyphs.repertoire)
    grid.put(input.lines[input.row], column: 2, row: row, style: .input)
    grid.put(fitting, column: wordsColumn, row: row, style: line.complaint == nil ? .match : .refusal)
    return Position(column: 2 + input.column, row: row)
  }
}
