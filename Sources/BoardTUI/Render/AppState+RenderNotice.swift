internal import Commands
internal import InertText
internal import ScreenGrid

extension AppState {
  /// What happened last, and above it what others did; or else what is being saved, marked, frozen or filtered.
  func drawNotices(lastRow: Int, on grid: inout Grid) {
    var row = lastRow
    let complaint = longComplaint.map { Notice(kind: .refusal, text: $0) }
    if let notice = notice ?? complaint { row = draw(notice, lastRow: row, on: &grid) - 1 }
    if let news {
      // A line that is being typed stays visible.
      let isTyping = overlays.last.map { $0.view == .filter || $0.view == .palette } ?? false
      draw(news, lastRow: isTyping ? min(row, lastRow - 1) : row, on: &grid)
    }
    guard notice == nil, news == nil, complaint == nil else { return }
    if isSaving {
      grid.put("saving\(glyphs.ellipsis)", column: 1, row: row, style: .notice)
    } else if let (words, style) = standingWords, overlays.isEmpty {
      grid.put(truncated(words, to: size.columns - 2, in: glyphs.repertoire), column: 1, row: row, style: style)
    }
  }

  /// What holds until it is ended: marks, frozen changes, a filter.
  private var standingWords: (String, Style)? {
    if let words = markWords { return (words, .mark) }
    if let frozen { return ("FROZEN: \(frozen.words); F shows them", .warning) }
    if filterText.isEmpty { return nil }
    return ("filter: \(filterText)  \(order.matched)/\(order.total)  n N next, before  Esc clears", .match)
  }

  /// Draws a notice whole, on as many lines as it needs up to a third of the screen, and returns its first row.
  ///
  /// Where even that is too little it is cut so that the way back is always there to read.
  @discardableResult
  private func draw(_ notice: Notice, lastRow: Int, on grid: inout Grid) -> Int {
    let style: Style = notice.kind == .refusal ? .refusal : .notice
    let width = size.columns - 2
    let limit = max(1, min(size.rows / 3, lastRow))
    let wayBack = notice.wayBack.map { " \(glyphs.separator) \($0)" } ?? ""
    let wayBackWidth = columns(of: wayBack, in: glyphs.repertoire)
    var lines = wrapped(notice.text, to: width, in: glyphs.repertoire)
    func lastFits() -> Bool { columns(of: lines.last ?? "", in: glyphs.repertoire) + wayBackWidth <= width }
    if lines.count > limit || (lines.count == limit && !lastFits()) {
      let rest = lines[(limit - 1)...].joined(separator: " ")
      lines = Array(lines.prefix(limit - 1)) + [truncated(rest, to: width - wayBackWidth, in: glyphs.repertoire)]
    } else if !lastFits() {
      lines.append("")
    }
    let first = lastRow - lines.count + 1
    for (index, line) in lines.enumerated() {
      grid.fill(Area(column: 0, row: first + index, columns: size.columns, rows: 1))
      let used = grid.put(line, column: 1, row: first + index, style: style)
      guard index == lines.count - 1 else { continue }
      // On a line of its own the way back needs nothing that parts it from the words.
      let words = used == 0 ? notice.wayBack ?? "" : wayBack
      grid.put(words, column: 1 + used, row: first + index, style: style.bold)
    }
    return first
  }
}
