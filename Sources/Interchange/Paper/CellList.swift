/// Reads tables whose cells were left one below the other: the headings, then number, text, response … of each row.
enum CellList {
  /// A cell and its lines.
  private struct Cell {
    var words: [UInt8]
    var lines: [Int]
    /// The index behind it.
    var end: Int
  }

  /// The rows of a table that starts at a line, and the index behind it; `nil` when none does.
  static func rows(_ lines: [PaperLine], from start: Int) -> (rows: [Block], end: Int)? {
    guard isHeading(lines[start]), TableColumns.meanings([text(lines[start].bytes)], count: 1) == [.number] else {
      return nil
    }
    let isApart = start + 1 < lines.count && lines[start + 1].isBlank
    var headings: [Cell] = []
    var index = start
    while headings.count < 12, let cell = cell(lines, index, isApart), isHeading(cell.words),
      ItemCode(alone: cell.words) == nil
    {
      headings.append(cell)
      index = cell.end
    }
    let names = headings.map { text($0.words) }
    let meanings = TableColumns.meanings(names, count: names.count)
    guard names.count >= 3, meanings.contains(where: { if case .text = $0 { true } else { false } }) else { return nil }
    var rows: [Block] = []
    while let number = cell(lines, index, isApart), ItemCode(alone: number.words) != nil {
      var row = [number]
      var end = number.end
      while row.count < names.count, let next = cell(lines, end, isApart), ItemCode(alone: next.words) == nil {
        row.append(next)
        end = next.end
      }
      rows.append(block(row, names, meanings))
      index = end
    }
    guard !rows.isEmpty else { return nil }
    var heading = Block(lines: headings.flatMap(\.lines))
    heading.row = TableRow(cells: headings.map(\.words), headings: [], isHeading: true)
    return ([heading] + rows, index)
  }

  /// The cells of a row beside their headings; where cells are missing, a status that ends it keeps its column.
  private static func block(_ row: [Cell], _ names: [String], _ meanings: [TableColumns.Meaning]) -> Block {
    var cells = row.map(\.words)
    if cells.count < names.count, meanings.last == .status, let last = cells.last, StatedStatus.isBare(text(last)) {
      cells.removeLast()
      cells += [[UInt8]](repeating: [], count: names.count - cells.count - 1) + [last]
    }
    var block = Block(lines: row.flatMap(\.lines))
    block.row = TableRow(cells: cells, headings: names, isHeading: false)
    return block
  }

  private static func isHeading(_ line: PaperLine) -> Bool { isHeading(line.bytes) && !line.isHeading }

  private static func isHeading(_ words: [UInt8]) -> Bool {
    guard (2...40).contains(words.count), words.last != UInt8(ascii: ":") else { return false }
    return words.last != UInt8(ascii: ".") || words.count <= 5
  }

  private static func text(_ words: [UInt8]) -> String { String(decoding: words, as: UTF8.self) }

  /// The next cell: a paragraph where blank lines part the cells, else a line.
  private static func cell(_ lines: [PaperLine], _ start: Int, _ isApart: Bool) -> Cell? {
    var index = start
    while index < lines.count, index - start < 4, lines[index].isBlank { index += 1 }
    guard index < lines.count, !lines[index].isBlank, lines[index].furniture == nil else { return nil }
    var cell = Cell(words: lines[index].bytes, lines: [lines[index].number], end: index + 1)
    while isApart, cell.end < lines.count, !lines[cell.end].isBlank, lines[cell.end].furniture == nil {
      cell.words += [0x20] + lines[cell.end].bytes
      cell.lines.append(lines[cell.end].number)
      cell.end += 1
    }
    return cell
  }
}
