package import BoardModel

/// A moment by the local calendar and clock, as people read it.
package struct WallClock: Equatable, Sendable {
  let day: CalendarDay
  let hour: Int
  let minute: Int
  let second: Int

  /// A local day and time of day.
  package init(day: CalendarDay, hour: Int, minute: Int, second: Int) {
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// `14:02`.
  var minutes: String { "\(WallClock.digits(hour)):\(WallClock.digits(minute))" }
  /// `14:02:10`.
  var seconds: String { "\(minutes):\(WallClock.digits(second))" }

  /// `13:58`, on any other day than `today` with the day: `14 May 13:58`.
  func minutes(on today: CalendarDay) -> String {
    day == today ? minutes : "\(day.short(inYear: today.components.year)) \(minutes)"
  }

  private static func digits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

/// A moment as the wall shows it and counts it.
package struct WallTime: Equatable, Sendable {
  /// What the clock says; it may jump.
  package let clock: WallClock
  /// Seconds of a clock that never jumps; only differences count.
  let uptime: Int

  /// A moment from the local clock and from a steady one.
  package init(_ clock: WallClock, uptime: Int) {
    self.clock = clock
    self.uptime = uptime
  }

  /// A length of time in words: `12 s`, `4 min`, `3 h`, `2 days`.
  static func words(seconds: Int) -> String {
    switch seconds {
    case ..<120: "\(max(0, seconds)) s"
    case ..<7200: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    default: "\(seconds / 86_400) days"
    }
  }
}
