internal import BoardModel

/// A bar for each month: how many items had each status at its end.
///
/// The three parts of a bar differ in their sign, not in their colour, and the counts stand beside them.
struct MonthChart {
  private let months: [StatusHistory.Point]

  /// The longest stretch that is drawn: three years.
  private static let longest = 36
  private static let signs = ["░", "▒", "█"]

  init(_ months: [StatusHistory.Point]) {
    self.months = months
  }

  /// Puts the chart out; nothing when nothing was ever counted.
  func write(to console: Console) {
    guard let largest = months.map({ $0.counts.reduce(0, +) }).max(), largest > 0 else { return }
    let numbers = months.map { $0.counts.map(String.init).joined(separator: "+") }
    let margin = 9 + (numbers.map(\.utf8.count).max() ?? 0)
    let room = max(6, min((console.columns ?? 80) - margin - 1, 60))
    console.line(.faint("MONTH    STATUS AT ITS END"))
    let hidden = months.count - MonthChart.longest
    if hidden > 0 { console.line(.faint("…        \(hidden) earlier months: board stats --json has them")) }
    for (month, number) in zip(months, numbers).suffix(MonthChart.longest) {
      let lengths = MonthChart.lengths(of: month.counts, largest: largest, room: room)
      let bar = zip(MonthChart.signs, lengths).map { String(repeating: $0, count: $1) }.joined()
      let length = lengths.reduce(0, +)
      console.line(
        Span("\(month.month)  "), Span(bar), Span(String(repeating: " ", count: room - length + 1)), .faint(number))
    }
    let key = zip(MonthChart.signs, Status.allCases).map { "\($0) \($1.title)" }.joined(separator: ", ")
    console.hanging([.faint("         ")], key, indent: 9, role: .faint)
  }

  /// The parts of a bar in signs: in proportion, none that counts something is left out, all together in the room.
  private static func lengths(of counts: [Int], largest: Int, room: Int) -> [Int] {
    let scale = min(room, largest)
    var lengths = counts.map { $0 == 0 ? 0 : max(1, ($0 * scale + largest / 2) / largest) }
    while lengths.reduce(0, +) > room, let longest = lengths.indices.max(by: { lengths[$0] < lengths[$1] }) {
      lengths[longest] -= 1
    }
    return lengths
  }
}
