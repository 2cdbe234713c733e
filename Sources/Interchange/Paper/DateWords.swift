package import BoardModel

/// A month of a year, where a paper states no day.
package struct StatedMonth: Hashable, Sendable {
  /// The year, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int

  /// A month by its number, 1 to 12.
  package init(year: Int, month: Int) {
    precondition((1...12).contains(month), "a year has twelve months")
    self.year = year
    self.month = month
  }

  /// The last day of the month.
  package var lastDay: CalendarDay? { CalendarDay(year: year, month: month, day: 1)?.endOfMonth }

  /// The month in words: `August 2022`.
  package var inWords: String { "\(CalendarDay.monthNames[month - 1]) \(year)" }
}

/// A date as a paper writes it.
enum StatedDate: Hashable {
  case day(CalendarDay)
  case month(StatedMonth)

  /// The day; for a month its last one.
  var lastDay: CalendarDay? {
    switch self {
    case .day(let day): day
    case .month(let month): month.lastDay
    }
  }

  /// Reads a date at a token and answers the index behind it.
  ///
  /// `10 April 2019`, `the 6th June 2023`, `April 10, 2019`, `27/03/25` (the day first), `2019-04-10`, `March 2023`.
  static func read(_ text: Wording, at start: Int) -> (date: StatedDate, end: Int)? {
    var index = start
    if text[index] == "the" { index += 1 }
    if weekdays.contains(text[index]) { index += text[index + 1] == "," ? 2 : 1 }
    if let numeric = numeric(text[index]) { return (.day(numeric), index + 1) }
    if let day = ordinal(text[index]) {
      let monthIndex = text[index + 1] == "of" ? index + 2 : index + 1
      guard let month = month(text[monthIndex]), let year = year(text[monthIndex + 1], short: true),
        let date = CalendarDay(year: year, month: month, day: day)
      else { return nil }
      return (.day(date), monthIndex + 2)
    }
    guard let month = month(text[index]) else { return nil }
    if let day = ordinal(text[index + 1]) {
      let yearIndex = text[index + 2] == "," ? index + 3 : index + 2
      if let year = year(text[yearIndex], short: false), let date = CalendarDay(year: year, month: month, day: day) {
        return (.day(date), yearIndex + 1)
      }
    }
    guard let year = year(text[index + 1], short: false) else { return nil }
    return (.month(StatedMonth(year: year, month: month)), index + 2)
  }

  private static let weekdays = Set(CalendarDay.weekdayNames.map { $0.lowercased() })
  private static let months: [String: Int] = {
    var table = ["sept": 9]
    for (index, name) in CalendarDay.monthNames.enumerated() {
      table[name.lowercased()] = index + 1
      table[String(name.lowercased().prefix(3))] = index + 1
    }
    return table
  }()

  static func month(_ word: String) -> Int? { months[word] }

  /// `6`, `06`, `6th`; 1 to 31.
  private static func ordinal(_ word: String) -> Int? {
    let digits = word.utf8.prefix { ASCII.isDigit($0) }
    guard (1...2).contains(digits.count), let value = Int(String(Substring(digits))), (1...31).contains(value) else {
      return nil
    }
    return ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) ? value : nil
  }

  static func year(_ word: String, short: Bool) -> Int? {
    guard word.utf8.allSatisfy(ASCII.isDigit), let value = Int(word) else { return nil }
    if word.utf8.count == 4 { return (1900...2199).contains(value) ? value : nil }
    return short && word.utf8.count == 2 ? 2000 + value : nil
  }

  private static func numeric(_ word: String) -> CalendarDay? {
    guard let first = word.utf8.first, ASCII.isDigit(first), word.utf8.count <= 10 else { return nil }
    if let day = CalendarDay(word) { return day }
    for separator: Character in ["/", ".", "-"] {
      let parts = word.split(separator: separator, omittingEmptySubsequences: false)
      guard parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]),
        let year = year(String(parts[2]), short: true)
      else { continue }
      return CalendarDay(year: year, month: month, day: day)
    }
    return nil
  }
}
