/// A row of a table, its cells beside their column's headings.
struct TableRow {
  /// The cells in their order; a row that breaks off has fewer than headings.
  let cells: [[UInt8]]
  /// The headings; empty for a heading row itself or a table without one.
  let headings: [String]
  /// Whether the row is the heading, or a rule under it.
  let isHeading: Bool

  /// The row on one line.
  var shown: String { cells.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " | ") }
}

/// Reads tables whose cells are parted by `|`; a cell may stand on a line of its own.
enum PipeTable {
  private static let bar = UInt8(ascii: "|")

  /// The rows of a table that starts at a line, and the index behind it; `nil` when none does.
  static func rows(_ lines: [PaperLine], from start: Int) -> (rows: [Block], end: Int)? {
    guard lines[start].bytes.first == bar else { return nil }
    var end = start
    while end < lines.count, !lines[end].isBlank { end += 1 }
    let body = lines[start..<end]
    guard body.count(where: { $0.bytes.contains(bar) }) >= 2 else { return nil }
    var blocks: [Block] = []
    let rule = body.firstIndex { isRule($0.bytes) }
    var headings: [String] = []
    if let rule {
      let cells = cells(of: Array(body[..<rule]))
      headings = TableColumns.headings(cells)
      blocks.append(block(Array(body[...rule]), TableRow(cells: cells, headings: [], isHeading: true)))
    }
    for group in groups(body[(rule.map { $0 + 1 } ?? start)...]) {
      let cells = cells(of: group)
      let isHeading = headings.isEmpty && blocks.isEmpty && TableColumns.looksLikeHeadings(cells)
      blocks.append(block(group, TableRow(cells: cells, headings: isHeading ? [] : headings, isHeading: isHeading)))
      if isHeading { headings = TableColumns.headings(cells) }
    }
    return (blocks, end)
  }

  private static func block(_ lines: [PaperLine], _ row: TableRow) -> Block {
    var block = Block(lines: lines.map(\.number))
    block.row = row
    return block
  }

  /// Lines that make one row each: a row starts with a bar.
  private static func groups(_ lines: ArraySlice<PaperLine>) -> [[PaperLine]] {
    var groups: [[PaperLine]] = []
    for line in lines {
      if line.bytes.first == bar || groups.isEmpty {
        groups.append([line])
      } else {
        groups[groups.count - 1].append(line)
      }
    }
    return groups
  }

  /// Whether a line is the rule under headings, `|---|:--:|`.
  private static func isRule(_ line: [UInt8]) -> Bool {
    line.contains(UInt8(ascii: "-")) && line.contains(bar)
      && line.allSatisfy { $0 == bar || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20 }
  }

  private static func cells(of lines: [PaperLine]) -> [[UInt8]] {
    var all: [UInt8] = []
    for line in lines {
      if !all.isEmpty { all.append(0x20) }
      all.append(contentsOf: line.bytes)
    }
    var cells = all.split(separator: bar, omittingEmptySubsequences: false).map(trimmed)
    if cells.first?.isEmpty == true { cells.removeFirst() }
    // A row may end in one bar, or in one more on a line of its own.
    while cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> [UInt8] {
    let front = cell.drop { $0 == 0x20 }
    guard let last = front.lastIndex(where: { $0 != 0x20 }) else { return [] }
    return Array(front[...last])
  }
}
