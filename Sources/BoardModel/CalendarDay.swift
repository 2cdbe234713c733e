/// A day of the Gregorian calendar, without time or zone.
///
/// Counted in days from 1970-01-01 (day 0), so that clocks are plain subtraction.
package struct CalendarDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  package let daysSinceEpoch: Int32

  /// A day by its distance from 1970-01-01.
  package init(daysSinceEpoch: Int32) {
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// A day by its date; `nil` when the calendar has no such day or the year is not 1 to 9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDay.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil date, with years beginning in March so that the leap day comes last.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.daysSinceEpoch = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `YYYY-MM-DD`, exactly ten ASCII characters; anything else is `nil`.
  package init?(_ text: some StringProtocol) {
    // In place: every due date on the board is read through here, many times.
    let read = text.utf8.withContiguousStorageIfAvailable { bytes in CalendarDay(ascii: unsafe bytes.span) }
    guard let day = read ?? CalendarDay(ascii: Array(text.utf8).span) else { return nil }
    self = day
  }

  /// Reads `YYYY-MM-DD` in bytes.
  init?(ascii bytes: Span<UInt8>) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = CalendarDay.number(bytes.extracting(0..<4)), let month = CalendarDay.number(bytes.extracting(5..<7)),
      let day = CalendarDay.number(bytes.extracting(8..<10))
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ digits: Span<UInt8>) -> Int? {
    var value = 0
    for place in 0..<digits.count {
      let digit = digits[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// The number of days in a month, 28 to 31; the month is 1 to 12.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Year, month (1 to 12) and day of the month.
  package var components: (year: Int, month: Int, day: Int) {
    let z = Int(daysSinceEpoch) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The day `count` days later (earlier when negative).
  package func adding(days count: Int) -> CalendarDay {
    CalendarDay(daysSinceEpoch: daysSinceEpoch + Int32(clamping: count))
  }

  /// The same day of the month `count` months later, held to that month's end: 31 August + 6 is 28 February.
  package func adding(months count: Int) -> CalendarDay {
    let (year, month, day) = components
    let total = year * 12 + (month - 1) + count
    let newYear = total / 12
    let newMonth = total % 12 + 1
    let newDay = min(day, CalendarDay.length(ofMonth: newMonth, year: newYear))
    return CalendarDay(year: newYear, month: newMonth, day: newDay) ?? self
  }

  /// The last day of this day's month.
  package var endOfMonth: CalendarDay {
    let (year, month, _) = components
    return CalendarDay(year: year, month: month, day: CalendarDay.length(ofMonth: month, year: year)) ?? self
  }

  /// Days from this day to another; positive when the other is later.
  package func days(to other: CalendarDay) -> Int {
    Int(other.daysSinceEpoch) - Int(daysSinceEpoch)
  }

  /// The weekday, 0 for Monday to 6 for Sunday.
  package var weekday: Int {
    let shifted = (Int(daysSinceEpoch) + 3) % 7
    return shifted < 0 ? shifted + 7 : shifted
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }
}

extension CalendarDay: CustomStringConvertible {
  /// The day as files and programs read it: `2019-06-04`.
  package var description: String {
    let (year, month, day) = components
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// English month names, January first.
  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// English weekday names, Monday first.
  package static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// The day as a paper prints it: `4 June 2019`.
  package var inWords: String {
    let (year, month, day) = components
    return "\(day) \(CalendarDay.monthNames[month - 1]) \(year)"
  }

  /// The day with its weekday: `Tuesday 4 June 2019`.
  package var inWordsWithWeekday: String {
    "\(CalendarDay.weekdayNames[weekday]) \(inWords)"
  }

  /// The day in the fewest characters a card has room for: `4 Jun`, with the year when it is not `year`.
  package func short(inYear year: Int) -> String {
    let parts = components
    let name = CalendarDay.monthNames[parts.month - 1].prefix(3)
    return parts.year == year ? "\(parts.day) \(name)" : "\(parts.day) \(name) \(parts.year)"
  }
}
