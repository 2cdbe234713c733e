/// One line of the table: what was measured, in milliseconds.
struct BenchRow {
  let name: String
  let median: Double
  let worst: Double
  /// Processor time of one run, children only; nil where it is not known.
  var processor: Double?

  /// The figures of some runs, at least one.
  init(_ name: String, _ times: [Double]) {
    let sorted = times.sorted()
    self.name = name
    median = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    worst = sorted.last ?? 0
  }

  static let heading = "  milliseconds                            median     worst  processor  against\n"

  /// The line; `yardstick` is what its median is compared with.
  func line(against yardstick: BenchRow? = nil) -> String {
    let ratio = yardstick.map { "\(decimal(median / max($0.median, 0.001), 1)) × \($0.name)" } ?? ""
    return "  " + name + String(repeating: " ", count: max(1, 36 - name.utf8.count)) + cell(decimal(median, 2))
      + cell(decimal(worst, 2)) + cell(processor.map { decimal($0, 2) } ?? "") + "  \(ratio)\n"
  }

  private func cell(_ text: String) -> String {
    String(repeating: " ", count: max(1, 10 - text.utf8.count)) + text
  }

  private func decimal(_ value: Double, _ digits: Int) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((value * Double(scale)).rounded())
    let fraction = String(whole % scale)
    return "\(whole / scale)." + String(repeating: "0", count: digits - fraction.utf8.count) + fraction
  }
}
