/// How many items had each status on which day, counted from the items' own paths; undone steps count nowhere.
package struct StatusHistory: Hashable, Sendable {
  /// The counts at the end of one day.
  package struct Point: Hashable, Sendable {
    /// The day.
    package let day: CalendarDay
    /// In the order of ``Status``.
    package let counts: [Int]
  }

  /// One point for every day on which a count changed, oldest first, and one for the last day.
  package let points: [Point]

  /// The history of some items.
  ///
  /// - Parameters:
  ///   - items: The items to count.
  ///   - end: The last day; days after it that have steps are shown as well.
  package init(_ items: [Item], through end: CalendarDay) {
    var deltas: [CalendarDay: [Int]] = [:]
    for item in items {
      var before: Status?
      var day: CalendarDay?
      for step in item.record.path(of: .status) {
        // Two people may give their days in another order than their changes have; then the later change decides.
        let on = day.map { max($0, step.on) } ?? step.on
        let after = step.value.flatMap(Status.init(rawValue:))
        if let before { deltas[on, default: [0, 0, 0]][before.column] -= 1 }
        if let after { deltas[on, default: [0, 0, 0]][after.column] += 1 }
        (before, day) = (after, on)
      }
    }
    var counts = [0, 0, 0]
    var points: [Point] = []
    for (day, delta) in deltas.sorted(by: { $0.key < $1.key }) {
      for index in counts.indices { counts[index] += delta[index] }
      if points.last?.counts != counts { points.append(Point(day: day, counts: counts)) }
    }
    if let last = points.last, last.day < end { points.append(Point(day: end, counts: last.counts)) }
    self.points = points
  }

  /// At most so many points, evenly taken, the first and the last among them.
  package func sampled(_ limit: Int) -> [Point] {
    guard points.count > limit, limit > 1 else { return points }
    return (0..<limit).map { points[$0 * (points.count - 1) / (limit - 1)] }
  }

  /// One point for every month from the first to the last, as things stood at its end; the last one on the last day.
  ///
  /// - Complexity: Linear in the points and the months.
  package var months: [Point] {
    guard let first = points.first?.day, let last = points.last?.day else { return [] }
    var months: [Point] = []
    var next = 0
    var end = first.endOfMonth
    while true {
      let day = min(end, last)
      while next + 1 < points.count, points[next + 1].day <= day { next += 1 }
      months.append(Point(day: day, counts: points[next].counts))
      if end >= last { return months }
      end = end.adding(days: 1).endOfMonth
    }
  }
}
