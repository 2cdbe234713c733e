internal import BoardModel
package import SystemCalls

/// All that the shell reaches of the world outside, so that tests can stand in for it.
package struct World: Sendable {
  /// Files, streams, clock, environment, programs.
  package let system: any SystemSeam

  /// A world on a system.
  package init(system: any SystemSeam) {
    self.system = system
  }

  /// Whether both ends of a conversation are a terminal: questions can be asked.
  var canAsk: Bool { system.isTerminal(.standardInput) && system.isTerminal(.standardError) }

  /// The local day of now.
  var localDay: CalendarDay {
    let now = system.localNow()
    return CalendarDay(year: now.year, month: now.month, day: now.day) ?? CalendarDay(daysSinceEpoch: 0)
  }

  /// A variable of the environment that is set and not empty.
  func variable(_ name: String) -> String? {
    system.environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A path as one text: `name` inside a directory.
  static func path(_ directory: String, _ name: String) -> String {
    directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
  }
}
