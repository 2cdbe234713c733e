/// Reads blocks of four lines, as registers print them: number, status, text, addressee.
enum StatusCard {
  private static let headings = ["No", "Status", "Recommendation", "Addressee"]

  /// The card that starts at a line as a row of a table, and the index behind it; `nil` when none does.
  static func row(_ lines: [PaperLine], from start: Int) -> (row: Block, end: Int)? {
    guard isNumber(lines[start].bytes), let status = next(lines, start + 1), isStatus(lines[status].bytes),
      var last = next(lines, status + 1)
    else { return nil }
    var used = [start, status, last]
    var text = lines[last].bytes
    while text.last != UInt8(ascii: "."), last + 1 < lines.count, !lines[last + 1].isBlank, used.count < 40,
      !isAddressee(lines[last + 1].bytes), !isNumber(lines[last + 1].bytes)
    {
      last += 1
      used.append(last)
      text += [0x20] + lines[last].bytes
    }
    guard text.count >= 20 else { return nil }
    var cells = [lines[start].bytes, lines[status].bytes, text]
    if let addressee = next(lines, last + 1), isAddressee(lines[addressee].bytes) {
      cells.append(lines[addressee].bytes)
      used.append(addressee)
      last = addressee
    }
    var block = Block(lines: used.map { lines[$0].number })
    block.row = TableRow(cells: cells, headings: headings, isHeading: false)
    return (block, last + 1)
  }

  /// The next line that is not blank, at most two lines on.
  private static func next(_ lines: [PaperLine], _ start: Int) -> Int? {
    guard start < lines.count else { return nil }
    return (start..<min(lines.count, start + 3)).first { !lines[$0].isBlank }
  }

  private static func isNumber(_ line: [UInt8]) -> Bool {
    (1...3).contains(line.count) && line.allSatisfy(ASCII.isDigit)
  }

  private static func isStatus(_ line: [UInt8]) -> Bool {
    guard line.count <= 40, line.last != UInt8(ascii: ".") else { return false }
    return StatedStatus.meaning(String(decoding: line, as: UTF8.self)) != nil
  }

  private static func isAddressee(_ line: [UInt8]) -> Bool {
    guard line.count <= 80, line.last != UInt8(ascii: "."), line.first.map(ASCII.isUpper) == true else { return false }
    let text = Wording(line)
    return Actors.isActor(text, 0..<text.count) && !text.contains(anyOf: Verbs.modals, in: 0..<text.count)
  }
}
