internal import BoardModel
internal import InertText
internal import ScreenGrid

extension AppState {
  /// The rows of the strip below the list, for the selected step in full; none where the screen is low.
  private var clockStripRows: Int { size.rows >= 20 ? min(6, size.rows / 4) : 0 }

  /// The rows of the list; at least 1.
  var clockRows: Int {
    let strip = clockStripRows == 0 ? 0 : clockStripRows + 1
    return max(1, size.rows - (bannerText == nil ? 5 : 6) - strip)
  }

  /// Draws section 55 of a report over the whole screen, and returns where its selection is.
  func drawClock(_ view: ClockView, on grid: inout Grid) -> Position {
    let section = view.list.section
    let gaps = section.statutoryGaps.count
    // A clock stops when nothing is missing: it is not late then, whatever the day.
    let clockWords = section.clock.map {
      gaps == 0 ? ["nothing is missing"] : HeaderWords.clock($0, gaps: gaps, separator: glyphs.separator)
    }
    grid.draw(
      HeaderWords(
        name: "\(glyphs.repertoire == .ascii ? "Section" : "§") 55 \(section.report)",
        middle: clockWords ?? ["no publication date"],
        right: HeaderWords.day(today, isPinned: isTodayPinned), keepsName: true))
    var row = 1
    if let text = bannerText {
      grid.drawBanner(text, row: row)
      row += 1
    }
    drawDeadline(section, row: row, on: &grid)
    row += 2
    grid.hline(column: 0, row: row - 1, length: size.columns)
    let lines = view.list.lines
    var cursor = Position(column: 0, row: row)
    for (index, line) in lines.enumerated().dropFirst(view.top).prefix(clockRows) {
      let lineRow = row + index - view.top
      switch line {
      case .heading(let words):
        grid.put(
          truncated(words, to: size.columns - 2, in: glyphs.repertoire), column: 1, row: lineRow, style: .title.bold)
      case .step(let number):
        let isSelected = number == view.selected
        if isSelected { cursor = Position(column: 0, row: lineRow) }
        draw(view.list.steps[number], row: lineRow, isSelected: isSelected, on: &grid)
      }
    }
    drawMore(
      above: view.top, below: lines.count - view.top - clockRows, row: bannerText == nil ? 2 : 3,
      end: size.columns, on: &grid)
    if clockStripRows > 0, let step = view.step { drawStrip(step, row: row + clockRows, on: &grid) }
    return cursor
  }

  /// The last lawful day, in words when it is near, and which of the reports this is.
  private func drawDeadline(_ section: Section55, row: Int, on grid: inout Grid) {
    let place = clockPlace(section.report)
    let which = "report \(place.number) of \(place.count)"
    var used = 1
    if let clock = section.clock {
      let isOpen = !section.statutoryGaps.isEmpty
      used += grid.put("last day \(clock.lastDay.inWordsWithWeekday)", column: 1, row: row, style: .plain.bold)
      let day = "  day \(clock.day) of \(clock.length)"
      if isOpen, used + day.utf8.count + which.utf8.count + 2 < size.columns {
        used += grid.put(day, column: used, row: row, style: .dim)
      }
      if let warning = AppState.warning(clock), isOpen {
        let style: Style = clock.daysLeft < 0 ? .overdue.bold : .warning.bold
        used += grid.put("  \(glyphs.warning) \(warning)", column: used, row: row, style: style)
      }
    } else {
      used += grid.put("no clock runs: the publication date is missing", column: 1, row: row, style: .warning)
    }
    let column = size.columns - 1 - which.utf8.count
    if column > used + 1 { grid.put(which, column: column, row: row, style: .dim) }
  }

  /// What is said from a week before the last day on; `nil` earlier.
  static func warning(_ clock: Section55Clock) -> String? {
    switch clock.daysLeft {
    case ..<0: "LATE by \(-clock.daysLeft) \(clock.daysLeft == -1 ? "day" : "days")"
    case 0: "TODAY is the last day"
    case 1: "only 1 day left"
    case 2...7: "only \(clock.daysLeft) days left"
    default: nil
    }
  }

  private func draw(_ step: ClockStep, row: Int, isSelected: Bool, on grid: inout Grid) {
    if isSelected {
      grid.fill(Area(column: 0, row: row, columns: size.columns, rows: 1), style: .selection)
      grid.put(glyphs.selection, column: 0, row: row, style: .selection)
    }
    func style(_ style: Style) -> Style { isSelected ? .selection : style }
    let mark = step.isFilled ? "[\(glyphs.check)]" : "[ ]"
    grid.put(mark, column: 2, row: row, style: style(step.isFilled ? .complete : .warning))
    let labelColumns = step.isStatutory ? 7 : 0
    grid.put(step.label, column: 6, row: row, style: style(.dim))
    grid.putCut(
      visible(step.words, in: glyphs.repertoire), column: 6 + labelColumns, row: row,
      style: style(step.isFilled ? .dim : .plain), limit: size.columns - 7 - labelColumns)
  }

  /// What the selected step is about: the item's text, and what the chief officer says of it.
  private func drawStrip(_ step: ClockStep, row: Int, on grid: inout Grid) {
    grid.hline(column: 0, row: row, length: size.columns)
    let width = size.columns - 2
    var texts: [(String, Style)] = []
    switch step.entity {
    case .item(let reference):
      guard let item = board.item(reference) else { return }
      texts = [(item.text, .plain), (AppState.chief(item.chiefOfficerComments), .dim)]
    case .report(let key):
      guard let report = board.report(key) else { return }
      texts = [(report.title, .title), (step.words, .plain), (AppState.chief(report.chiefOfficerComments), .dim)]
    case .meeting, .action: return
    }
    var next = row + 1
    let end = row + 1 + clockStripRows
    for (index, (text, style)) in texts.enumerated() {
      let room = end - next - (texts.count - 1 - index)
      // No more is wrapped than could be visible.
      let beginning = String(text.prefix(width * max(1, room + 1)))
      for line in wrapped(beginning, to: width, in: glyphs.repertoire).prefix(max(0, room)) {
        grid.put(line, column: 1, row: next, style: style)
        next += 1
      }
    }
  }

  private static func chief(_ comments: String?) -> String {
    "Chief officer (5)(b): \(comments ?? "no comments yet")"
  }
}
