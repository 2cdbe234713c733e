/// A moment of the real-time clock.
package struct WallTime: Hashable, Sendable, Comparable {
  /// Nanoseconds since 1 January 1970, 00:00 UTC, leap seconds not counted.
  package let nanoseconds: Int64

  /// Wraps nanoseconds since 1970.
  package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// Whole seconds since 1970, rounded down.
  package var seconds: Int64 { nanoseconds.quotientRoundedDown(by: 1_000_000_000) }

  /// Earlier is less.
  package static func < (left: WallTime, right: WallTime) -> Bool { left.nanoseconds < right.nanoseconds }
}

extension Int64 {
  fileprivate func quotientRoundedDown(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

/// A moment as the wall clock and the calendar of this place show it.
package struct LocalTime: Hashable, Sendable {
  /// The year, such as 2019.
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int
  /// 0 to 23.
  package var hour: Int
  /// 0 to 59.
  package var minute: Int
  /// 0 to 60.
  package var second: Int

  /// States a local time.
  package init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }
}
