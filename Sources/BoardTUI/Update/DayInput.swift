internal import BoardModel

/// Reads a day as people type it.
enum DayInput {
  /// What is understood, for hints and messages.
  static let forms = "2019-07-10, 10 Jul, 10 July 2019, 10/7/2019, +30d, +6m"

  /// Reads a day; without a year it is the next such day from `today` on.
  ///
  /// - Returns: `nil` for anything not understood.
  static func day(_ text: String, today: CalendarDay) -> CalendarDay? {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    if let day = CalendarDay(trimmed) { return day }
    if trimmed.hasPrefix("+") { return ahead(trimmed.dropFirst(), today: today) }
    let parts = trimmed.split { $0 == " " || $0 == "/" || $0 == "." }
    guard parts.count == 2 || parts.count == 3, let day = number(parts[0]), let month = month(parts[1]) else {
      return nil
    }
    if parts.count == 3 {
      guard let year = number(parts[2]) else { return nil }
      return CalendarDay(year: year < 100 ? 2000 + year : year, month: month, day: day)
    }
    let year = today.components.year
    guard let thisYear = CalendarDay(year: year, month: month, day: day) else { return nil }
    return thisYear < today ? CalendarDay(year: year + 1, month: month, day: day) : thisYear
  }

  private static func ahead(_ text: Substring, today: CalendarDay) -> CalendarDay? {
    guard let unit = text.last, let count = number(text.dropLast()) else { return nil }
    switch unit {
    case "d": return today.adding(days: count)
    case "w": return today.adding(days: count * 7)
    case "m": return today.adding(months: count)
    default: return nil
    }
  }

  /// The number of a month from its number or from three letters of its name on.
  private static func month(_ text: Substring) -> Int? {
    if let number = number(text) { return number }
    guard text.count >= 3 else { return nil }
    return CalendarDay.monthNames.firstIndex { $0.lowercased().hasPrefix(text.lowercased()) }.map { $0 + 1 }
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }
}
