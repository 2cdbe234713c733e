/// Puts text that stands in two columns side by side, as a PDF's layout has it, one column after the other.
enum ProseColumns {
  /// Lines in reading order, with a doubt for every place where columns were parted.
  struct Reordered {
    let lines: [PaperLine]
    let doubts: [Doubt]
  }

  /// The lines in reading order; as they are where no gutter runs through them.
  ///
  /// - Complexity: O(*n*) in the bytes.
  static func reordered(_ lines: [PaperLine], labels: PaperLabels) -> Reordered {
    let apart = lines.count { pair($0) != nil }
    guard apart >= 6 else { return Reordered(lines: lines, doubts: []) }
    var result: [PaperLine] = []
    var doubts: [Doubt] = []
    var index = 0
    while index < lines.count {
      if let (region, gutter) = region(lines, from: index), let parted = part(lines[region], at: gutter, labels) {
        result += parted
        let numbers = [lines[region.lowerBound].number, lines[region.upperBound - 1].number]
        let sentence =
          "the text from line \(numbers[0]) to \(numbers[1]) stands in two columns; the right one was read after the left"
        doubts.append(Doubt(field: nil, lines: numbers, sentence: sentence))
        index = region.upperBound
      } else {
        result.append(lines[index])
        index += 1
      }
    }
    return Reordered(lines: result, doubts: doubts)
  }

  /// Where the second of exactly two pieces of a line starts; `nil` for a line of another form.
  private static func pair(_ line: PaperLine) -> Int? {
    guard line.raw.count <= 400, line.raw.count >= 24, line.raw.first != UInt8(ascii: "|"), line.tab == nil,
      SpacedTable.hasGap(line.raw, of: 3),
      let pieces = SpacedTable.pieces(line.raw, gap: 3), pieces.count == 2, pieces[0].start < 12,
      pieces[1].start >= 20, pieces[1].start - pieces[0].end >= 2
    else { return nil }
    return pieces[1].start
  }

  /// The lines around a gutter that starts at a line: at least six that stand on both sides of it, few that cross it.
  private static func region(_ lines: [PaperLine], from start: Int) -> (Range<Int>, Int)? {
    guard let gutter = pair(lines[start]) else { return nil }
    var (end, both, onlyRight, crossing, blank) = (start, 0, 0, 0, 0)
    var index = start
    while index < lines.count, blank <= 2 {
      let line = lines[index]
      index += 1
      if line.isBlank {
        blank += 1
        continue
      }
      if pair(line) == gutter {
        both += 1
      } else if indent(line) >= gutter {
        onlyRight += 1
      } else if SpacedTable.width(line.raw) > gutter {
        crossing += 1
        if crossing > 1 { break }
        continue
      }
      blank = 0
      end = index
    }
    return both >= 6 || both >= 4 && both + onlyRight >= 6 ? (start..<end, gutter) : nil
  }

  private static func indent(_ line: PaperLine) -> Int { line.raw.prefix { $0 == 0x20 }.count }

  /// The left column's lines, then the right one's; `nil` when they are names and values, or a table.
  private static func part(_ lines: ArraySlice<PaperLine>, at gutter: Int, _ labels: PaperLabels) -> [PaperLine]? {
    var (left, right): ([PaperLine], [PaperLine]) = ([], [])
    for line in lines {
      let cut =
        SpacedTable.offset(of: gutter, in: Array(line.raw)).map { line.raw.startIndex + $0 } ?? line.raw.endIndex
      left.append(PaperLine(number: line.number, raw: line.raw[..<cut]))
      right.append(PaperLine(number: line.number, raw: line.raw[cut...]))
    }
    let written = left.filter { !$0.isBlank }
    guard written.count(where: { $0.bytes.count >= 16 }) * 10 >= written.count * 6 else { return nil }
    let starts = (left + right).contains { line in
      guard let label = labels.match(line, from: Marker(line.bytes).length) else { return false }
      if case .report = label.role { return false }
      return true
    }
    return starts ? left + [PaperLine(number: lines.last?.number ?? 0, raw: [])] + right : nil
  }
}
