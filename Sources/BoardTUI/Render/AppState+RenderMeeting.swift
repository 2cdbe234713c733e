internal import BoardModel
internal import InertText
internal import ScreenGrid

extension AppState {
  /// The first row below the header and the banner.
  private var firstMeetingRow: Int { bannerText == nil ? 1 : 2 }

  /// Whether there is a row for how far the meeting is; not on the lowest screens.
  private var hasProgressRow: Bool { size.rows >= 10 }

  /// The line that says what others changed meanwhile; `nil` for nothing.
  var announcement: String? {
    guard walk != nil, let frozen, !frozen.changes.isEmpty else { return nil }
    if frozen.isAsked { return "FROZEN: \(frozen.words); i shows them" }
    guard let last = frozen.changes.last else { return nil }
    let more = frozen.changes.count > 1 ? "\(frozen.changes.count) changes wait, i takes them in; the last: " : ""
    let time = timeOfDay(last.at).map { "\($0) " } ?? ""
    let words = "\(time)\(last.actor) \(last.description(on: frozen.board))"
    return more.isEmpty ? "i takes it in: \(words)" : more + words
  }

  /// The rows that show a meeting's text; at least 1.
  var meetingRows: Int {
    let above = firstMeetingRow + (hasProgressRow ? 1 : 0) + (size.rows >= 20 ? 1 : 0)
    return max(1, size.rows - above - 2)
  }

  /// Draws one screen of a meeting, and returns where its selection is.
  func drawMeeting(_ walk: MeetingWalk, on grid: inout Grid) -> Position {
    let title = board.meeting(walk.meeting)?.title ?? ""
    grid.draw(
      HeaderWords(
        name: walk.placeWords,
        middle: [title] + [40, 28, 16].map { truncated(title, to: $0, in: glyphs.repertoire) },
        right: HeaderWords.day(today, isPinned: isTodayPinned), keepsName: true))
    if let text = bannerText { grid.drawBanner(text, row: 1) }
    var row = firstMeetingRow
    if hasProgressRow {
      drawProgress(walk, row: row, on: &grid)
      row += 1
    }
    if size.rows >= 20 {
      grid.hline(column: 0, row: row, length: size.columns)
      row += 1
    }
    let start = max(1, (size.columns - MeetingText.broadest) / 2)
    var cursor = Position(column: max(0, start - 1), row: row)
    for (index, line) in walk.lines.dropFirst(walk.top).prefix(meetingRows).enumerated() {
      let isSelected = line.choice != nil && line.choice == walk.selected
      if isSelected {
        grid.fill(
          Area(column: start - 1, row: row + index, columns: size.columns - 2 * (start - 1), rows: 1),
          style: .selection)
        if index == 0 || walk.lines[walk.top + index - 1].choice != line.choice {
          grid.put(glyphs.selection, column: start - 1, row: row + index, style: .selection)
          cursor.row = row + index
        }
      }
      var column = start + line.indent
      for piece in line.pieces {
        let style = isSelected ? Style(.selection, piece.style.attributes) : piece.style
        column += grid.put(piece.text, column: column, row: row + index, style: style) + MeetingText.pieceGap
      }
    }
    drawAnnouncement(on: &grid)
    drawMore(walk, on: &grid)
    return cursor
  }

  /// How far the meeting is, a sign an item where they fit, and the clock that must not be missed.
  private func drawProgress(_ walk: MeetingWalk, row: Int, on grid: inout Grid) {
    guard let meeting = board.meeting(walk.meeting) else { return }
    let tally = MeetingTally(of: meeting, on: board)
    let words = "\(tally.discussed.count) discussed, \(tally.skipped.count) skipped"
    let clockWords = HeaderWords.clock(clock, separator: glyphs.separator)
    let isPressing = clock?.isBeforeNextMeeting == true
    let style: Style = isPressing ? .warning.bold : .dim
    let marks = walk.steps.count
    var column = 1
    if let entity = walk.entity, let progress = meeting.progress(of: entity) {
      let mark = progress == .discussed ? "\(glyphs.check) DISCUSSED" : "SKIPPED"
      column += grid.put(mark, column: column, row: row, style: .notice.bold) + 2
    }
    if marks + column + 2 < size.columns / 2 {
      for step in walk.steps { column += draw(step, of: meeting, isHere: step == walk.step, column, row, on: &grid) }
      column += 1
    }
    if column + words.utf8.count + 2 < size.columns {
      column += grid.put(words, column: column, row: row, style: .dim) + 2
    }
    for text in clockWords {
      let width = columns(of: text, in: glyphs.repertoire)
      guard column + width + 1 < size.columns else { continue }
      grid.put(text, column: size.columns - 1 - width, row: row, style: style)
      return
    }
  }

  private func draw(
    _ step: MeetingWalk.Step, of meeting: Meeting, isHere: Bool, _ column: Int, _ row: Int, on grid: inout Grid
  ) -> Int {
    guard case .entity(let entity) = step else { return 0 }
    let sign =
      switch meeting.progress(of: entity) {
      case .discussed: glyphs.check
      case .skipped: "-"
      case nil: glyphs.repertoire == .ascii ? "." : "·"
      }
    let style: Style = isHere ? .title.reversed : .title
    return grid.put(sign, column: column, row: row, style: style)
  }

  private func drawAnnouncement(on grid: inout Grid) {
    guard let announcement else { return }
    // Near the header, where no notice covers it and no line of the text has to make room.
    let row = size.rows >= 20 ? firstMeetingRow + 1 : hasProgressRow ? firstMeetingRow : size.rows - 3
    grid.fill(Area(column: 0, row: row, columns: size.columns, rows: 1))
    grid.put(
      truncated(announcement, to: size.columns - 2, in: glyphs.repertoire), column: 1, row: row, style: .warning.bold)
  }

  private func drawMore(_ walk: MeetingWalk, on grid: inout Grid) {
    let below = walk.lines.count - walk.top - meetingRows
    let words = (walk.top > 0 ? " \(glyphs.up)\(walk.top)" : "") + (below > 0 ? " \(glyphs.down)\(below)" : "")
    guard !words.isEmpty else { return }
    let width = columns(of: words, in: glyphs.repertoire)
    grid.put(words, column: size.columns - width - 1, row: size.rows - 2, style: .dim)
  }
}
