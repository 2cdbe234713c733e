/// Rows of cells under headings, fitted to the terminal; in a pipe as wide as they are.
struct Table {
  /// A column: its heading, and the most it takes on a terminal.
  struct Column {
    let heading: String
    let limit: Int

    init(_ heading: String, limit: Int = 40) {
      self.heading = heading
      self.limit = limit
    }
  }

  private let columns: [Column]
  private var rows: [[Span]] = []

  /// A table; its last column takes the room that is left.
  init(_ columns: [Column]) {
    self.columns = columns
  }

  mutating func add(_ cells: [Span]) { rows.append(cells) }

  /// Puts the table out; columns that are empty in every row are left out.
  func write(to console: Console) {
    var kept = columns.indices.filter { index in
      index == columns.count - 1 || rows.contains { !$0[index].text.isEmpty }
    }
    var widths = kept.map { width(of: $0, console) }
    if let total = console.columns { Table.squeeze(&kept, &widths, into: total) }
    console.line(
      kept.enumerated().map { place, index in
        Span(cell(columns[index].heading, place, kept, widths, console), .faint)
      })
    for row in rows {
      for (place, index) in kept.enumerated() {
        if place < kept.count - 1 {
          console.put(row[index], filledTo: widths[place], gap: 2)
        } else {
          console.put(Span(cell(row[index].text, place, kept, widths, console), row[index].role))
        }
      }
      console.line()
    }
  }

  /// Narrows the widest columns, then leaves out the last ones, until the text has room; the first column, which
  /// names the row, stays whole.
  private static func squeeze(_ kept: inout [Int], _ widths: inout [Int], into total: Int) {
    func room() -> Int { total - widths.dropLast().reduce(0) { $0 + $1 + 2 } }
    while room() < 16 {
      let middle = widths.indices.dropFirst().dropLast()
      guard let widest = middle.max(by: { widths[$0] < widths[$1] }) else { return }
      if widths[widest] > 10 {
        widths[widest] -= 1
      } else {
        kept.remove(at: middle.endIndex - 1)
        widths.remove(at: middle.endIndex - 1)
      }
    }
  }

  private func width(of index: Int, _ console: Console) -> Int {
    let widest = rows.reduce(console.width(columns[index].heading)) { max($0, console.width($1[index].text)) }
    return console.columns == nil ? widest : min(widest, columns[index].limit)
  }

  private func cell(_ text: String, _ place: Int, _ kept: [Int], _ widths: [Int], _ console: Console) -> String {
    guard place == kept.count - 1 else { return console.fitted(text, to: widths[place]) + "  " }
    guard let total = console.columns else { return text }
    let used = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    return console.cut(text, to: max(8, total - used))
  }
}
