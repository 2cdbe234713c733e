/// One line of the table: what was measured, in milliseconds where it says nothing else.
struct BenchRow {
  let name: String
  let median: Double
  /// The 99th of a hundred, or the worst of fewer.
  let high: Double
  let worst: Double
  /// Processor time of one run, the median; nil where it is not known.
  var processor: Double?
  /// The most memory that a run held, in kilobytes; nil where it is not known.
  var memory: Int?

  /// The figures of some runs, at least one.
  init(_ name: String, _ times: [Double]) {
    let sorted = times.sorted()
    self.name = name
    median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    high = sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
    worst = sorted.last ?? 0
  }

  static let heading =
    "  milliseconds                              median       p99     worst  processor    memory  against\n"

  /// The line; `yardstick` is what its median is compared with.
  func line(against yardstick: BenchRow? = nil) -> String {
    let ratio = yardstick.map { "\(Self.decimal(median / max($0.median, 0.001), 1)) × \($0.name)" } ?? ""
    return "  " + name + String(repeating: " ", count: max(1, 38 - name.utf8.count)) + cell(Self.decimal(median, 2))
      + cell(Self.decimal(high, 2)) + cell(Self.decimal(worst, 2)) + cell(processor.map { Self.decimal($0, 2) } ?? "")
      + cell(memory.map { Self.decimal(Double($0) / 1000, 1) + " MB" } ?? "") + "  \(ratio)\n"
  }

  private func cell(_ text: String) -> String {
    String(repeating: " ", count: max(1, 10 - text.utf8.count)) + text
  }

  /// A number with so many digits behind the point.
  static func decimal(_ value: Double, _ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((value * Double(scale)).rounded())
    let fraction = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: digits - fraction.utf8.count) + fraction
  }
}
