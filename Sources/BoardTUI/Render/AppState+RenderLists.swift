internal import BoardModel
internal import InertText
internal import ScreenGrid

extension AppState {
  private var firstListRow: Int { bannerText == nil ? 1 : 2 }

  /// The rows of an agenda's list.
  var agendaRows: Int { max(1, size.rows - firstListRow - 4) }
  /// The rows of what changed since the last meeting.
  var sinceRows: Int { max(1, size.rows - firstListRow - 2) }
  /// The rows of a meeting's summary.
  var summaryRows: Int { max(1, size.rows - firstListRow - 2) }

  /// Draws an agenda that is being put together, and returns where its selection is.
  func drawAgenda(_ view: AgendaView, on grid: inout Grid) -> Position {
    let count = view.entities.count
    var (name, title) = ("Agenda of \(count)", board.openMeeting?.title ?? "")
    var matters = board.openMeeting.map { board.mattersArising(for: $0).count } ?? 0
    if case .begin(let beginning) = view.purpose {
      (name, title) = ("Agenda of \(count), not begun", beginning.title)
      matters = board.mattersArising(for: nil).count
    }
    drawListHeader(name, title, on: &grid)
    let first = matters == 0 ? "No matters arising" : "First \(matters) \(matters == 1 ? "matter" : "matters") arising"
    let words = view.entries.isEmpty ? "\(first); the agenda is empty, a adds to it" : "\(first), then:"
    grid.put(
      truncated(words, to: size.columns - 2, in: glyphs.repertoire), column: 1, row: firstListRow, style: .dim)
    let top = firstListRow + 1
    for (index, entry) in view.entries.enumerated().dropFirst(view.top).prefix(agendaRows) {
      let isSelected = index == view.selected
      let row = top + index - view.top
      let style = begin(row, isSelected: isSelected, on: &grid)
      let mark = entry.isIn ? "[\(glyphs.check)]" : "[ ]"
      grid.put(mark, column: 2, row: row, style: style(entry.isIn ? .complete : .warning))
      let (facts, text) = facts(of: entry.entity)
      grid.putCut(
        visible("\(entry.entity.name)  \(facts)  \(text)", in: glyphs.repertoire), column: 6, row: row,
        style: style(entry.isIn ? .plain : .dim), limit: size.columns - 7)
    }
    drawMore(view.entries.count, view.top, agendaRows, on: &grid)
    return Position(column: 0, row: top + max(0, view.selected - view.top))
  }

  /// Draws what became of every item since the last meeting, and returns where the selection is.
  func drawSince(_ view: SinceView, on grid: inout Grid) -> Position {
    let last = board.lastMeeting?.heldOn?.inWords
    drawListHeader(last.map { "Since the meeting of \($0)" } ?? "No meeting was held yet: all changes", "", on: &grid)
    if view.rows.isEmpty { grid.put("nothing changed", column: 1, row: firstListRow, style: .dim) }
    let shown = view.rows.enumerated().dropFirst(view.top).prefix(sinceRows)
    let widest = shown.map { columns(of: $0.element.entity.name, in: glyphs.repertoire) }.max() ?? 0
    let wordsWidth = shown.map { columns(of: $0.element.words, in: glyphs.repertoire) }.max() ?? 0
    let room = max(8, min(wordsWidth, (size.columns - widest - 6) / 2))
    for (index, row) in shown {
      let place = firstListRow + index - view.top
      let style = begin(place, isSelected: index == view.selected, on: &grid)
      grid.put(row.entity.name, column: 2, row: place, style: style(.key))
      grid.put(
        truncated(row.words, to: room, in: glyphs.repertoire), column: 4 + widest, row: place,
        style: style(row.isUnchanged ? .dim : .mark))
      let column = 6 + widest + room
      grid.putCut(
        visible(facts(of: row.entity).text, in: glyphs.repertoire), column: column, row: place,
        style: style(row.isUnchanged ? .dim : .plain), limit: size.columns - column - 1)
    }
    drawMore(view.rows.count, view.top, sinceRows, on: &grid)
    return Position(column: 0, row: firstListRow + max(0, view.selected - view.top))
  }

  /// Draws what a meeting came to.
  func drawSummary(_ view: SummaryView, on grid: inout Grid) {
    drawListHeader("The meeting is over", board.meeting(view.meeting)?.title ?? "", on: &grid)
    let start = max(1, (size.columns - MeetingText.broadest) / 2)
    for (index, line) in summaryLines(view).dropFirst(view.top).prefix(summaryRows).enumerated() {
      var column = start + line.indent
      for piece in line.pieces {
        column += grid.put(piece.text, column: column, row: firstListRow + index, style: piece.style) + 2
      }
    }
    drawMore(summaryLines(view).count, view.top, summaryRows, on: &grid)
  }

  /// What a meeting came to, as lines.
  func summaryLines(_ view: SummaryView) -> [MeetingWalk.Line] {
    guard let meeting = board.meeting(view.meeting) else { return [] }
    let width = max(10, min(size.columns - 2, MeetingText.broadest))
    var lines: [MeetingWalk.Line] = []
    func add(_ text: String, _ style: Style = .plain, indent: Int = 0) {
      for line in wrapped(text, to: max(4, width - indent), in: glyphs.repertoire) {
        lines.append(MeetingWalk.Line(pieces: [MeetingWalk.Piece(text: line, style: style)], indent: indent))
      }
    }
    func gap() { if size.rows >= 20 { lines.append(MeetingWalk.Line(pieces: [])) } }
    let tally = MeetingTally(of: meeting, on: board)
    gap()
    add("\(tally.words).", .plain.bold)
    gap()
    switch view.minutes {
    case .notWritten: add("The minutes were not written to files; w does it.", .warning)
    case .writing: add("The minutes are being written\(glyphs.ellipsis)", .dim)
    case .written(let files):
      add("The minutes are in", .notice.bold)
      for file in files { add(file, .notice, indent: 2) }
    case .failed(let why): add("The minutes were not written: \(why). w writes them elsewhere.", .refusal)
    }
    if let next = meeting.nextOn {
      gap()
      add("Next meeting: \(next.inWordsWithWeekday)")
    }
    for (title, entities) in [("Skipped", tally.skipped), ("Not reached", tally.notReached)] where !entities.isEmpty {
      gap()
      add("\(title): \(entities.map(\.name).joined(separator: ", "))")
    }
    let actions = board.actions(of: meeting)
    if !actions.isEmpty {
      gap()
      add("Actions", .title.bold)
      for action in actions {
        add("\(action.owner ?? "") by \(action.due?.inWords ?? ""): \(action.text)", indent: 2)
      }
    }
    return lines
  }

  private func drawListHeader(_ name: String, _ title: String, on grid: inout Grid) {
    let short = [40, 28, 16].map { truncated(title, to: $0, in: glyphs.repertoire) }
    grid.draw(
      HeaderWords(
        name: name, middle: title.isEmpty ? [] : [title] + short,
        right: HeaderWords.day(today, isPinned: isTodayPinned), keepsName: true))
    if let text = bannerText { grid.drawBanner(text, row: 1) }
  }

  /// Begins a line of a list, and gives the styles that it is drawn with.
  private func begin(_ row: Int, isSelected: Bool, on grid: inout Grid) -> (Style) -> Style {
    guard isSelected else { return { $0 } }
    grid.fill(Area(column: 0, row: row, columns: size.columns, rows: 1), style: .selection)
    grid.put(glyphs.selection, column: 0, row: row, style: .selection)
    return { _ in .selection }
  }

  /// An item's or report's state in few words, and what it says.
  private func facts(of entity: EntityReference) -> (facts: String, text: String) {
    switch entity {
    case .item(let reference):
      guard let item = board.item(reference) else { return ("", "") }
      return (ShortDue.words(item.dueState(on: today), today: today), item.text)
    case .report(let key):
      guard let report = board.report(key) else { return ("", "") }
      let gaps = board.section55(report, today: today).statutoryGaps.count
      return ("\(gaps) \(gaps == 1 ? "gap" : "gaps")", report.title)
    case .meeting, .action: return ("", "")
    }
  }

  private func drawMore(_ count: Int, _ top: Int, _ rows: Int, on grid: inout Grid) {
    let below = count - top - rows
    let words = (top > 0 ? " \(glyphs.up)\(top)" : "") + (below > 0 ? " \(glyphs.down)\(below)" : "")
    guard !words.isEmpty else { return }
    let width = columns(of: words, in: glyphs.repertoire)
    grid.put(words, column: size.columns - width - 1, row: size.rows - 2, style: .dim)
  }
}
