internal import BoardModel
internal import SystemCalls

/// Moments as texts.
enum Timestamp {
  /// A moment in UTC as files and programs read it: `2019-05-16T14:02:10Z`.
  ///
  /// - Parameter milliseconds: Since 1970-01-01 UTC.
  static func utc(milliseconds: Int64) -> String {
    let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let second = Int(seconds - days * 86_400)
    let day = CalendarDay(daysSinceEpoch: Int32(clamping: days))
    return "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }

  /// A moment in local time as people read it: `16 May 2019 14:02`.
  static func local(milliseconds: Int64, _ system: any SystemSeam) -> String {
    let time = system.localTime(at: WallTime(nanoseconds: milliseconds.multipliedReportingOverflow(by: 1_000_000).0))
    let month = CalendarDay.monthNames[max(1, min(12, time.month)) - 1].prefix(3)
    return "\(time.day) \(month) \(time.year) \(two(time.hour)):\(two(time.minute))"
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
