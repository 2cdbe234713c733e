/// Rows of cells under headings, fitted to the width that is there; without one as wide as they are.
///
/// Where the full texts do not fit, cells with a short form take it; then wide columns are cut; and where even that
/// leaves no room, each row stands as a block of lines, so that no column is ever lost.
struct Table {
  /// A column: its heading, and the most it takes where the width is limited.
  struct Column {
    let heading: String
    /// The heading where there is little room.
    let short: String
    let limit: Int
    /// Whether its cells are numbers, which stand on the right.
    let isNumber: Bool

    init(_ heading: String, short: String? = nil, limit: Int = 40, isNumber: Bool = false) {
      self.heading = heading
      self.short = short ?? heading
      self.limit = limit
      self.isNumber = isNumber
    }
  }

  private let columns: [Column]
  private var rows: [[Span]] = []

  /// What the last column should have at least; less, and short forms are taken, or columns are cut.
  private static let roomForText = (comfortable: 24, least: 16)
  /// How far a column in the middle is cut.
  private static let narrowest = 10

  /// A table; its last column takes the room that is left, the first one names the row and is never cut.
  init(_ columns: [Column]) {
    self.columns = columns
  }

  mutating func add(_ cells: [Span]) { rows.append(cells) }

  /// Puts the table out; columns that are empty in every row are left out.
  func write(to console: Console) {
    let kept = columns.indices.filter { index in
      index == 0 || index == columns.count - 1 || rows.contains { !$0[index].text.isEmpty }
    }
    var layout = Layout(isShort: false, kept: kept, widths: kept.map { width(of: $0, short: false, console) })
    guard let total = console.columns else { return write(layout, console) }
    if room(layout, in: total) < needed(layout, Table.roomForText.comfortable) {
      layout = Layout(isShort: true, kept: kept, widths: kept.map { width(of: $0, short: true, console) })
      let middle = layout.widths.indices.dropFirst().dropLast().filter { !columns[kept[$0]].isNumber }
      while room(layout, in: total) < needed(layout, Table.roomForText.comfortable) {
        guard let widest = middle.max(by: { layout.widths[$0] < layout.widths[$1] }),
          layout.widths[widest] > Table.narrowest
        else { break }
        layout.widths[widest] -= 1
      }
      if room(layout, in: total) < needed(layout, Table.roomForText.least) {
        return writeBlocks(kept, in: total, console)
      }
    }
    write(layout, console)
  }

  private struct Layout {
    let isShort: Bool
    let kept: [Int]
    var widths: [Int]
  }

  private func room(_ layout: Layout, in total: Int) -> Int {
    total - layout.widths.dropLast().reduce(0) { $0 + $1 + 2 }
  }

  /// What the last column needs: a number all of its width, a text so much if it is that long.
  private func needed(_ layout: Layout, _ wanted: Int) -> Int {
    let width = layout.widths.last ?? 0
    return columns[layout.kept.last ?? 0].isNumber ? width : min(width, wanted)
  }

  private func width(of index: Int, short: Bool, _ console: Console) -> Int {
    let heading = console.width(short ? columns[index].short : columns[index].heading)
    let widest = rows.reduce(heading) { max($0, console.width($1[index].text(short: short))) }
    return console.columns == nil || index == 0 ? widest : min(widest, columns[index].limit)
  }

  private func write(_ layout: Layout, _ console: Console) {
    let headings = columns.map { Span(layout.isShort ? $0.short : $0.heading, .faint) }
    for (index, row) in ([headings] + rows).enumerated() {
      // Nothing is put out behind the last cell that holds something.
      let end = layout.kept.lastIndex { !row[$0].text(short: layout.isShort).isEmpty } ?? 0
      for (place, column) in layout.kept.enumerated() where place <= end {
        let text = row[column].text(short: layout.isShort)
        let (role, width) = (index == 0 ? .faint : row[column].role, layout.widths[place])
        if place < end, !columns[column].isNumber {
          console.put(Span(text, role), filledTo: width, gap: 2)
        } else {
          console.put(Span(cell(text, column, width, isLast: place == layout.kept.count - 1, layout, console), role))
          if place < end { console.put(Span("  ")) }
        }
      }
      console.line()
    }
  }

  private func cell(
    _ text: String, _ column: Int, _ width: Int, isLast: Bool, _ layout: Layout, _ console: Console
  ) -> String {
    if columns[column].isNumber {
      return String(repeating: " ", count: max(0, width - console.width(text))) + text
    }
    guard isLast else { return console.cut(text, to: width) }
    guard let total = console.columns else { return text }
    return console.cut(text, to: max(8, room(layout, in: total)))
  }

  /// Each row as a block: its name, then its cells, as many on a line as fit; a long text on a line of its own.
  private func writeBlocks(_ kept: [Int], in total: Int, _ console: Console) {
    for row in rows {
      console.line(Span(console.cut(row[kept[0]].text, to: total), row[kept[0]].role))
      var line: [Span] = []
      var width = 0
      for column in kept.dropFirst() where !row[column].text.isEmpty {
        let text = columns[column].isNumber ? "\(row[column].text) \(columns[column].heading)" : row[column].text
        let shown = console.cut(text, to: total - 2)
        if width > 0, width + console.width(shown) + 2 > total - 2 {
          console.line([Span("  ")] + line)
          (line, width) = ([], 0)
        }
        if width > 0 { line.append(Span("  ")) }
        line.append(Span(shown, row[column].role))
        width += console.width(shown) + 2
      }
      if !line.isEmpty { console.line([Span("  ")] + line) }
    }
  }
}
