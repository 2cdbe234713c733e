internal import BoardModel

/// A chart of the three statuses over time, as SVG that stands in a page.
///
/// Lines differ by dashes and are named where they end, so that colour carries nothing alone.
struct StatusChart {
  private let history: StatusHistory
  private let first: CalendarDay
  private let last: CalendarDay
  private let top: Int

  private static let left = 44
  private static let right = 580
  private static let upper = 16
  private static let lower = 220
  /// Colours that stay apart for colour-blind eyes (Okabe and Ito), each with a dash pattern of its own.
  private static let looks = [("#0072b2", "none"), ("#c04d00", "9 5"), ("#007a59", "2 4")]

  /// `nil` when nothing was ever counted.
  init?(_ history: StatusHistory) {
    guard let first = history.points.first?.day, let last = history.points.last?.day else { return nil }
    self.history = history
    self.first = first
    self.last = last
    let largest = history.points.flatMap(\.counts).max() ?? 1
    let steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000]
    let step = steps.first { $0 * 4 >= largest } ?? largest / 4 + 1
    top = step * 4
  }

  /// The chart, with a title and a description for those who do not see it.
  var svg: String {
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 260" role="img" \
      aria-labelledby="chart-title chart-description">
      <title id="chart-title">Items by status over time</title>
      <desc id="chart-description">\(InertHTML.escaped(description))</desc>

      """
    svg += axes
    for status in Status.allCases { svg += line(of: status) }
    svg += names
    return svg + "</svg>\n"
  }

  /// What the chart shows, in a sentence or two.
  var description: String {
    func words(_ point: StatusHistory.Point?) -> String {
      guard let point else { return "nothing" }
      let counts = zip(Status.allCases, point.counts).map { "\($1) \($0.title)" }.joined(separator: ", ")
      return "\(point.day.inWords): \(counts)"
    }
    if history.points.count == 1 { return "On \(words(history.points.first))." }
    return "From \(words(history.points.first)); to \(words(history.points.last))."
  }

  private func x(_ day: CalendarDay) -> Int {
    let width = StatusChart.right - StatusChart.left
    return StatusChart.left + width * first.days(to: day) / max(1, first.days(to: last))
  }

  private func y(_ count: Int) -> Int {
    StatusChart.lower - (StatusChart.lower - StatusChart.upper) * count / top
  }

  private var axes: String {
    var svg = ""
    for quarter in 0...4 {
      let value = top / 4 * quarter
      svg += "<path d=\"M\(StatusChart.left) \(y(value))H\(StatusChart.right)\" stroke=\"#767676\" "
      svg += "stroke-width=\"\(quarter == 0 ? 2 : 1)\" fill=\"none\"/>\n"
      svg += text(String(value), x: StatusChart.left - 6, y: y(value) + 4, anchor: "end")
    }
    let days = first.days(to: last)
    let ticks = min(4, max(1, days))
    for tick in 0...ticks where tick == 0 || days > 0 {
      let day = first.adding(days: days * tick / ticks)
      svg += "<path d=\"M\(x(day)) \(StatusChart.lower)v6\" stroke=\"#1b1b1b\"/>\n"
      svg += text(day.short(inYear: 0), x: x(day), y: StatusChart.lower + 22, anchor: "middle")
    }
    return svg
  }

  /// Counts stay as they are until the day on which they change: steps, no slopes.
  private func line(of status: Status) -> String {
    var path = ""
    for (index, point) in history.points.enumerated() {
      let (x, y) = (x(point.day), y(point.counts[status.column]))
      path += index == 0 ? "M\(x) \(y)" : "H\(x)V\(y)"
    }
    if first == last { path += "H\(StatusChart.right)" }
    let look = StatusChart.looks[status.column]
    return """
      <path d="\(path)" fill="none" stroke="\(look.0)" stroke-width="3" stroke-dasharray="\(look.1)"/>

      """
  }

  /// The names of the lines at their ends, kept apart where the lines meet.
  private var names: String {
    let counts = history.points.last?.counts ?? [0, 0, 0]
    var lowest = StatusChart.upper - 20
    var svg = ""
    for status in Status.allCases.sorted(by: { counts[$0.column] > counts[$1.column] }) {
      let place = max(y(counts[status.column]) + 5, lowest + 18)
      lowest = place
      let look = StatusChart.looks[status.column]
      svg += """
        <path d="M\(StatusChart.right + 6) \(place - 5)h24" stroke="\(look.0)" stroke-width="3" \
        stroke-dasharray="\(look.1)"/>

        """
      svg += text("\(status.title) \(counts[status.column])", x: StatusChart.right + 34, y: place, anchor: "start")
    }
    return svg
  }

  private func text(_ words: String, x: Int, y: Int, anchor: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" font-size=\"12\" fill=\"#1b1b1b\" text-anchor=\"\(anchor)\">"
      + "\(InertHTML.escaped(words))</text>\n"
  }
}
