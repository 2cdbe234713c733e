internal import BoardModel
internal import SystemCalls

/// Which day it is for a running screen: set by hand, or the local calendar's, which rolls over at midnight.
struct DayClock: Sendable {
  /// The day set by hand; `nil` follows the calendar.
  let pinned: CalendarDay?

  /// Whether the day was set by hand.
  var isPinned: Bool { pinned != nil }

  /// The day it is now; `nil` when the calendar cannot be read as one.
  func today(_ system: any SystemSeam) -> CalendarDay? {
    if let pinned { return pinned }
    let now = system.localTime(at: system.now())
    return CalendarDay(year: now.year, month: now.month, day: now.day)
  }

  /// How long a screen may sleep before it looks at the day again: to midnight, at most ten minutes.
  ///
  /// Ten minutes, because clocks are set, and zones change, while a screen sleeps.
  func millisecondsToNextLook(_ system: any SystemSeam) -> Int {
    let tenMinutes = 600_000
    if isPinned { return tenMinutes }
    let now = system.localTime(at: system.now())
    let left = 86_400 - (now.hour * 3600 + now.minute * 60 + now.second)
    return min(tenMinutes, max(1, left) * 1000)
  }
}
