internal import BoardModel

/// How many items had each status on which day, counted from the items' own paths; undone steps count nowhere.
struct StatusHistory: Hashable {
  /// The counts at the end of one day.
  struct Point: Hashable {
    let day: CalendarDay
    /// In the order of ``Status``.
    let counts: [Int]
  }

  /// One point for every day on which a count changed, oldest first, and one for the last day.
  let points: [Point]

  /// - Parameters:
  ///   - items: The items to count.
  ///   - end: The last day; days after it that have steps are shown as well.
  init(_ items: [Item], through end: CalendarDay) {
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
  func sampled(_ limit: Int) -> [Point] {
    guard points.count > limit, limit > 1 else { return points }
    return (0..<limit).map { points[$0 * (points.count - 1) / (limit - 1)] }
  }
}
