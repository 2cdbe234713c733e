internal import BoardModel
internal import InertText
internal import ScreenGrid

/// What the first line of a screen says, each part in its forms from long to short.
struct HeaderWords {
  let name: String
  let middle: [String]
  let right: [String]
}

extension Grid {
  /// Draws a header: the name, then what fits of the other two parts; the name is cut last.
  mutating func draw(_ words: HeaderWords) {
    fill(Area(column: 0, row: 0, columns: columns, rows: 1), style: .header)
    let repertoire = glyphs.repertoire
    let room = columns - 2
    let name = truncated(words.name, to: max(8, min(room / 3, 30)), in: repertoire)
    let nameWidth = InertText.columns(of: name)
    let middles = words.middle + [""]
    let rights = words.right + [""]
    func widths(_ texts: [String]) -> [Int] { texts.map { InertText.columns(of: $0, in: repertoire) } }
    let (middleWidths, rightWidths) = (widths(middles), widths(rights))
    // Forms get shorter step by step, those of the middle first.
    let places = (0..<(middles.count + rights.count)).flatMap { sum in
      (0...sum).map { (middle: sum - $0, right: $0) }.filter { $0.middle < middles.count && $0.right < rights.count }
    }
    let best = places.first { nameWidth + 3 + middleWidths[$0.middle] + 2 + rightWidths[$0.right] <= room }
    guard let best = best ?? places.last else { return }
    let (middle, right) = (middles[best.middle], rights[best.right])
    put(name, column: 1, row: 0, style: .header.bold)
    put(middle, column: 1 + nameWidth + 3, row: 0, style: .header)
    put(right, column: columns - 1 - rightWidths[best.right], row: 0, style: .header)
  }
}

extension HeaderWords {
  /// The forms of a section 55 clock: `s55 day 37 of 56 · 19 left · 12 gaps +2`, with the report where there is room.
  static func clock(_ summary: ClockSummary?, separator: String) -> [String] {
    guard let summary else { return [] }
    let clock = summary.clock
    let left = clock.daysLeft
    let leftWords = left < 0 ? "\(-left) LATE" : left == 0 ? "LAST DAY" : "\(left) left"
    let gaps = "\(summary.gaps) \(summary.gaps == 1 ? "gap" : "gaps")"
    let others = summary.others > 0 ? " +\(summary.others)" : ""
    let day = "day \(clock.day) of \(clock.length)"
    return [
      "s55 \(summary.report) \(day) \(separator) \(leftWords) \(separator) \(gaps)\(others)",
      "s55 \(day) \(separator) \(leftWords) \(separator) \(gaps)\(others)",
      "s55 \(leftWords) \(separator) \(gaps)\(others)",
      "s55 \(leftWords)",
    ]
  }

  /// The forms of the day; one that was set by hand says so in every form.
  static func day(_ today: CalendarDay, isPinned: Bool) -> [String] {
    let weekday = CalendarDay.weekdayNames[today.weekday].prefix(3)
    let short = today.short(inYear: today.components.year)
    if isPinned {
      return ["today set to \(today.inWords)", "set to \(short) \(today.components.year)", "set \(short)"]
    }
    return ["\(weekday) \(today.inWords)", "\(short) \(today.components.year)", short]
  }
}
