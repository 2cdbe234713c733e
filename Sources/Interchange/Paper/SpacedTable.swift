/// Reads tables whose columns are parted by TABs or by runs of spaces, as `pdftotext -layout` and spreadsheets leave them.
enum SpacedTable {
  /// A piece of a line: where it starts, in characters, and its words.
  struct Piece {
    let start: Int
    var words: [UInt8]
    var end: Int { start + SpacedTable.width(words[...]) }
  }

  /// The rows of a table that starts at a line, and the index behind it; `nil` when none does.
  static func rows(_ lines: [PaperLine], from start: Int) -> (rows: [Block], end: Int)? {
    let line = lines[start]
    guard line.raw.count <= 1000, line.raw.count > 8 else { return nil }
    if line.tab != nil { return tabbed(lines, from: start) }
    guard hasGap(line.raw, of: 2), let headings = pieces(line.raw), isHeading(headings) else { return nil }
    return spaced(lines, from: start, headings: headings)
  }

  private static func isHeading(_ cells: [Piece]) -> Bool {
    guard cells.count >= 2,
      cells.allSatisfy({ $0.words.count <= 48 && $0.words.last != UInt8(ascii: ".") || $0.words.count <= 5 })
    else { return false }
    let meanings = TableColumns.meanings(cells.map { String(decoding: $0.words, as: UTF8.self) }, count: cells.count)
    let hasText = meanings.contains { if case .text = $0 { true } else { false } }
    return hasText && meanings.count { $0 != .other } >= max(2, cells.count - 2) && Set(meanings).count >= 2
  }

  // MARK: TABs

  private static func tabbed(_ lines: [PaperLine], from start: Int) -> (rows: [Block], end: Int)? {
    let headings = cells(lines[start].raw)
    guard isHeading(headings.map { Piece(start: 0, words: $0) }) else { return nil }
    var table = TableBuilder(headings: headings, lines: [lines[start].number])
    var index = start + 1
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        guard index + 1 < lines.count, lines[index + 1].raw.contains(0x09) else { break }
      } else if line.raw.contains(0x09) {
        let cells = cells(line.raw)
        // Contact officers behind a TAB are no row of it.
        if cells.count < 2 || cells.count == 2 && headings.count > 3 { break }
        table.add(cells, line: line.number)
      } else if table.isEmpty || line.furniture == .web || SectionWords.looksLikeLabel(line) {
        break
      } else {
        table.goOn(line.bytes, column: table.lastColumn, line: line.number)
      }
      index += 1
    }
    return table.isEmpty ? nil : (table.blocks, index)
  }

  private static func cells(_ raw: ArraySlice<UInt8>) -> [[UInt8]] {
    raw.split(separator: 0x09, omittingEmptySubsequences: false).map { PaperLine(number: 0, raw: $0).bytes }
  }

  // MARK: Spaces

  private static func spaced(
    _ lines: [PaperLine], from start: Int, headings: [Piece]
  ) -> (rows: [Block], end: Int)? {
    var headings = headings
    var table = TableBuilder(headings: [], lines: [lines[start].number])
    var index = start + 1
    // A heading may go on below: `Rec` over `No.`.
    if index < lines.count, let more = pieces(lines[index].raw, gap: 2, least: 1),
      more.allSatisfy({ $0.words.count <= 24 && ItemCode(alone: $0.words) == nil }),
      more.allSatisfy({ piece in headings.contains { abs($0.start - piece.start) <= 3 } }), !lines[index].isBlank
    {
      for piece in more {
        guard let column = headings.firstIndex(where: { abs($0.start - piece.start) <= 3 }) else { continue }
        headings[column].words += [0x20] + piece.words
      }
      table.headingLines.append(lines[index].number)
      index += 1
    }
    table.headings = headings.map { String(decoding: $0.words, as: UTF8.self) }
    let starts = headings.map(\.start)
    let number = TableColumns.meanings(table.headings, count: starts.count).firstIndex(of: .number)
    var gap = 0
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        gap += 1
      } else if line.furniture == .page {
        table.leaveAside(line)
      } else if line.furniture == .web || line.isHeading {
        break
      } else if let found = pieces(line.raw, gap: 2, least: 1), found.map(\.words).elementsEqual(headings.map(\.words))
      {
        table.headingLines.append(line.number)
      } else {
        let found = columns(line.raw, starts)
        if isProse(line, found, starts) { break }
        let code = number.map { ItemCode(alone: found[$0]) != nil } ?? (gap > 0 && !found[0].isEmpty)
        if code || table.isEmpty {
          table.add(found, line: line.number)
        } else {
          for (column, words) in found.enumerated() where !words.isEmpty {
            table.goOn(words, column: column, line: nil)
          }
          table.count(line.number)
        }
        gap = 0
      }
      index += 1
    }
    return table.isEmpty ? nil : (table.blocks, index)
  }

  /// A line that runs over the first column's end without a gap belongs to the text below the table.
  private static func isProse(_ line: PaperLine, _ found: [[UInt8]], _ starts: [Int]) -> Bool {
    guard starts.count > 1, let only = pieces(line.raw, gap: 2, least: 1), only.count == 1 else { return false }
    return only[0].start <= starts[0] + 2 && only[0].end > starts[1] + 2
      || only[0].start <= starts[0] + 2 && SectionWords.looksLikeLabel(line)
  }

  /// Whether a run of spaces parts the words of a line; asked of every line before anything is copied.
  static func hasGap(_ raw: ArraySlice<UInt8>, of least: Int) -> Bool {
    var (spaces, sawWord) = (0, false)
    for byte in raw {
      if byte == 0x20 {
        spaces += 1
      } else {
        if sawWord, spaces >= least { return true }
        (spaces, sawWord) = (0, true)
      }
    }
    return false
  }

  /// The pieces of a line between runs of spaces; `nil` when there are fewer than `least`.
  static func pieces(_ raw: ArraySlice<UInt8>, gap: Int = 2, least: Int = 2) -> [Piece]? {
    var result: [Piece] = []
    var (column, spaces) = (0, 2)
    for byte in raw {
      let isContinuation = byte & 0xC0 == 0x80
      if byte == 0x20 || byte == 0x09 {
        spaces += 1
      } else if spaces >= gap || result.isEmpty {
        result.append(Piece(start: column, words: [byte]))
        spaces = 0
      } else {
        result[result.count - 1].words += [UInt8](repeating: 0x20, count: spaces) + [byte]
        spaces = 0
      }
      if !isContinuation { column += 1 }
    }
    return result.count >= least ? result : nil
  }

  /// What stands in each column; a piece that runs over a column's start is cut there when a space stands before it.
  private static func columns(_ raw: ArraySlice<UInt8>, _ starts: [Int]) -> [[UInt8]] {
    var result = [[UInt8]](repeating: [], count: starts.count)
    func put(_ words: [UInt8], at start: Int) {
      let column = starts.lastIndex { $0 <= start + 2 } ?? 0
      if !result[column].isEmpty { result[column].append(0x20) }
      result[column] += words
    }
    for piece in pieces(raw, gap: 2, least: 1) ?? [] {
      var rest = piece
      for start in starts where start > rest.start + 2 && start < rest.end {
        guard let cut = offset(of: start - rest.start, in: rest.words), cut > 0, rest.words[cut - 1] == 0x20 else {
          continue
        }
        put(Array(rest.words[..<(cut - 1)]), at: rest.start)
        rest = Piece(start: start, words: Array(rest.words[cut...]))
      }
      put(rest.words, at: rest.start)
    }
    return result
  }

  /// The byte where a character stands.
  static func offset(of character: Int, in bytes: [UInt8]) -> Int? {
    var count = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
      if count == character { return index }
      count += 1
    }
    return nil
  }

  static func width(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}

/// Gathers a table's rows from their lines.
struct TableBuilder {
  var headings: [String]
  var headingLines: [Int]
  private var rows: [(cells: [[UInt8]], lines: [Int])] = []
  private var asides: [Block] = []
  private let headingCells: [[UInt8]]

  init(headings: [[UInt8]], lines: [Int]) {
    headingCells = headings
    self.headings = TableColumns.headings(headings)
    headingLines = lines
  }

  var isEmpty: Bool { rows.isEmpty }
  var lastColumn: Int { max(0, (rows.last?.cells.count ?? 1) - 1) }

  mutating func add(_ cells: [[UInt8]], line: Int) { rows.append((cells, [line])) }

  /// One more line of the last row.
  mutating func count(_ line: Int) { rows[rows.count - 1].lines.append(line) }

  mutating func goOn(_ words: [UInt8], column: Int, line: Int?) {
    var cell = rows[rows.count - 1].cells[column]
    if cell.count > 2, cell.last == UInt8(ascii: "-"), ASCII.isLetter(cell[cell.count - 2]), ASCII.isLower(words[0]) {
      cell.removeLast()
    } else if cell.suffix(2).elementsEqual(CheckedText.softHyphen) {
      cell.removeLast(2)
    } else if !cell.isEmpty {
      cell.append(0x20)
    }
    rows[rows.count - 1].cells[column] = cell + words
    if let line { count(line) }
  }

  mutating func leaveAside(_ line: PaperLine) {
    var block = Block(words: line.bytes, lines: [line.number])
    block.furniture = .page
    asides.append(block)
  }

  /// The table as blocks: its heading, then a row each.
  var blocks: [Block] {
    var heading = Block(lines: headingLines)
    let cells = headings.map { Array($0.utf8) }
    heading.row = TableRow(cells: cells, headings: [], isHeading: true)
    return [heading] + asides
      + rows.map { row in
        var block = Block(lines: row.lines)
        block.row = TableRow(cells: row.cells, headings: headings, isHeading: false)
        return block
      }
  }
}
