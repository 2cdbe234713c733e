internal import BoardModel
internal import InertText
internal import ScreenGrid

/// What the first line of a screen says, each part in its forms from long to short.
struct HeaderWords {
  let name: String
  let middle: [String]
  let right: [String]
  /// Whether the name gives way last, instead of leaving two thirds to the others.
  var keepsName = false
  /// Whether the right part gives way before the middle one.
  var keepsMiddle = false
}

extension Grid {
  /// Draws a header: the name, then what fits of the other two parts; the name is cut last.
  mutating func draw(_ words: HeaderWords) {
    fill(Area(column: 0, row: 0, columns: columns, rows: 1), style: .header)
    let repertoire = glyphs.repertoire
    let room = columns - 2
    let name = truncated(words.name, to: words.keepsName ? room : max(8, min(room / 3, 30)), in: repertoire)
    let nameWidth = InertText.columns(of: name)
    let middles = words.middle + [""]
    let rights = words.right + [""]
    func widths(_ texts: [String]) -> [Int] { texts.map { InertText.columns(of: $0, in: repertoire) } }
    let (middleWidths, rightWidths) = (widths(middles), widths(rights))
    // Forms get shorter step by step, those of the middle first; a part is left out only when nothing else helps.
    func cost(_ place: (middle: Int, right: Int)) -> Int {
      place.middle * (words.keepsMiddle ? 3 : 1) + place.right
        + (place.middle == words.middle.count && place.middle > 0 ? 20 : 0)
        + (place.right == words.right.count ? 10 : 0)
    }
    let places = middles.indices.flatMap { middle in rights.indices.map { (middle: middle, right: $0) } }
      .sorted { (cost($0), $0.right) < (cost($1), $1.right) }
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
    let others = summary.others > 0 ? " +\(summary.others)" : ""
    let gaps = gapWords(summary.gaps)
    let whole = [summary.report, nil].map {
      clock($0, summary.clock, gaps: summary.gaps, separator: separator) + others
    }
    let short = ["s55 \(leftWords(summary.clock)) \(separator) \(gaps)\(others)", "s55 \(leftWords(summary.clock))"]
    guard summary.isBeforeNextMeeting else { return whole + short }
    // That it cannot wait is said as long as there is room for it: whoever sits in this meeting must know.
    return whole.map { $0 + ", ends before the next meeting" }
      + (whole.suffix(1) + short).map { $0 + ", before next meeting" }
      + short.suffix(1)
  }

  /// One clock in full: `s55 stalking-2019 day 37 of 56 · 19 left · 12 gaps`.
  static func clock(_ report: String?, _ clock: Section55Clock, gaps: Int, separator: String) -> String {
    let name = report.map { " \($0)" } ?? ""
    let day = "day \(clock.day) of \(clock.length)"
    return "s55\(name) \(day) \(separator) \(leftWords(clock)) \(separator) \(gapWords(gaps))"
  }

  /// The forms of a clock whose report and day are named elsewhere: `19 left · 12 gaps`.
  static func clock(_ clock: Section55Clock, gaps: Int, separator: String) -> [String] {
    ["\(leftWords(clock)) \(separator) \(gapWords(gaps))", leftWords(clock)]
  }

  private static func leftWords(_ clock: Section55Clock) -> String {
    let left = clock.daysLeft
    return left < 0 ? "\(-left) LATE" : left == 0 ? "LAST DAY" : "\(left) left"
  }

  private static func gapWords(_ gaps: Int) -> String { "\(gaps) \(gaps == 1 ? "gap" : "gaps")" }

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
