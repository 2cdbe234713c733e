/// A moment as the wall shows it and counts it.
package struct WallTime: Equatable, Sendable {
  let hour: Int
  let minute: Int
  let second: Int
  /// Seconds of a clock that never jumps; only differences count.
  let uptime: Int

  /// A moment from the local time of day and from a steady clock.
  package init(hour: Int, minute: Int, second: Int, uptime: Int) {
    self.hour = hour
    self.minute = minute
    self.second = second
    self.uptime = uptime
  }

  /// `14:02`.
  var minutes: String { "\(WallTime.digits(hour)):\(WallTime.digits(minute))" }
  /// `14:02:10`.
  var seconds: String { "\(minutes):\(WallTime.digits(second))" }

  private static func digits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
