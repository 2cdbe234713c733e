/// Joins lines into blocks: wrapped lines, sentences cut by a blank line, table rows over several lines.
struct BlockBuilder {
  private let labels: PaperLabels
  private var blocks: [Block] = []
  private var current: Block?
  private var furniture: [Block] = []
  private var hyphens = Hyphens([])
  private var gap = 0
  /// Whether a page ended since the last written line.
  private var crossedPage = false
  /// The last number that started a block, to tell a wrapped `6.` from the next paragraph.
  private var lastNumber: [Int] = []

  init(labels: PaperLabels) {
    self.labels = labels
  }

  /// The blocks of a paper, and its pages' furniture.
  ///
  /// - Complexity: O(*n*) in the bytes.
  static func blocks(of lines: [PaperLine], labels: PaperLabels) -> (blocks: [Block], furniture: [Block]) {
    var builder = BlockBuilder(labels: labels)
    builder.hyphens = Hyphens(lines)
    var index = 0
    while index < lines.count {
      if let (rows, end) = BlockBuilder.rows(lines, from: index) {
        builder.close()
        builder.blocks += rows
        builder.gap = 0
        index = end
      } else {
        builder.add(lines[index])
        index += 1
      }
    }
    builder.close()
    return (builder.blocks, builder.furniture)
  }

  /// The rows of a table of any form that starts at a line.
  private static func rows(_ lines: [PaperLine], from index: Int) -> (rows: [Block], end: Int)? {
    if lines[index].isBlank || lines[index].furniture != nil { return nil }
    if let table = PipeTable.rows(lines, from: index) { return table }
    if let (row, end) = StatusCard.row(lines, from: index) { return ([row], end) }
    return SpacedTable.rows(lines, from: index) ?? CellList.rows(lines, from: index)
  }

  private mutating func add(_ line: PaperLine) {
    guard !line.isBlank else {
      gap += 1
      return
    }
    if let kind = line.furniture { return leaveAside(line, kind) }
    let marker = Marker(line.bytes)
    let label = labels.match(line, from: marker.length)
    if var block = current, !startsBlock(line, marker, label, after: block) {
      current = nil
      block.append(line, hyphens)
      current = block
    } else {
      open(line, marker, label)
    }
    gap = 0
    crossedPage = false
  }

  /// Furniture of a page stands outside of what it interrupts; a web page's ends what is above it.
  private mutating func leaveAside(_ line: PaperLine, _ kind: Furniture) {
    var block = Block(words: line.bytes, lines: [line.number])
    block.furniture = kind
    if kind == .web {
      close()
      blocks.append(block)
    } else {
      furniture.append(block)
      if kind == .page { crossedPage = true }
    }
  }

  private mutating func open(_ line: PaperLine, _ marker: Marker, _ label: LabelMatch?) {
    close()
    var block = Block(marker: marker, label: label, gap: gap, isHeading: line.isHeading)
    block.words = Array(line.bytes[(label?.contentStart ?? marker.length)...])
    block.lines = [line.number]
    if !marker.number.isEmpty { lastNumber = marker.number }
    current = block
  }

  private mutating func close() {
    if let block = current { blocks.append(block) }
    current = nil
  }

  private func startsBlock(_ line: PaperLine, _ marker: Marker, _ label: LabelMatch?, after block: Block) -> Bool {
    if gap > 0 || crossedPage { return !continuesCutSentence(line, marker, label, block) }
    if line.isHeading || block.isHeading || ASCII.isUpper(line.bytes[0]) && SectionWords.isKnownHeading(block) {
      return true
    }
    if let label { return label.isStrong || label.contentStart == line.bytes.count || block.isFinished }
    if let role = block.label?.role, role.isOneLine, !block.words.isEmpty { return !ASCII.isLower(line.bytes[0]) }
    if marker.isNone { return false }
    if block.words.isEmpty { return true }
    if marker.isBulletOnly { return block.isFinished || block.marker.bullet == marker.bullet || block.endsOpenEntry }
    if marker.isParenthesis { return !belongsInside(marker, block) }
    return block.isFinished || follows(marker.number)
  }

  /// A sentence that a blank line cuts in two: it has no end, and goes on with a small letter.
  private func continuesCutSentence(
    _ line: PaperLine, _ marker: Marker, _ label: LabelMatch?, _ block: Block
  ) -> Bool {
    guard gap <= 3 || crossedPage, label == nil, !line.isHeading, !block.isHeading, let last = block.words.last,
      block.words.count >= (crossedPage ? 12 : 20)
    else { return false }
    let isOpen = ASCII.isWord(last) && !block.isFinished || last == UInt8(ascii: ",") || last == UInt8(ascii: "-")
    if crossedPage, marker.isNone {
      return isOpen && (ASCII.isLower(line.bytes[0]) || TextEnd.stopsInside(block.words))
    }
    return marker.isNone && ASCII.isLower(line.bytes[0]) && isOpen
  }

  /// Whether `1)` or `2)` at a line's start belongs to a sentence like "ensure that: 1) … and 2) …".
  private func belongsInside(_ marker: Marker, _ block: Block) -> Bool {
    guard let last = block.words.last, last != UInt8(ascii: ".") else { return false }
    let recent = block.words.suffix(4096)
    guard let number = marker.number.first else { return !block.marker.isParenthesis && recent.contains(0x29) }
    if block.marker.isParenthesis { return false }
    if number == 1 { return true }
    let before = Array(" \(number - 1)) ".utf8)
    return recent.indices.contains { recent[$0] == 0x20 && recent[$0...].starts(with: before) }
  }

  /// Whether a number comes next after the last one: 4 after 3, 3.2 after 3.1, 4 after 3.7, 3.1 after 3.
  private func follows(_ number: [Int]) -> Bool {
    guard !lastNumber.isEmpty, !number.isEmpty else { return false }
    if number == lastNumber + [1] { return true }
    guard number.count <= lastNumber.count else { return false }
    var next = Array(lastNumber.prefix(number.count))
    next[next.count - 1] += 1
    return next == number
  }
}

extension Block {
  /// Takes one more line in; a word that a line's end cut is put together again.
  fileprivate mutating func append(_ line: PaperLine, _ hyphens: Hyphens) {
    var start = 0
    if words.suffix(2).elementsEqual(CheckedText.softHyphen) {
      words.removeLast(2)
    } else if let joined = hyphens.join(words, line.bytes) {
      if joined.dropsHyphen { words.removeLast() }
      if joined.isGuess { guesses.append(joined.word) }
    } else if !words.isEmpty {
      words.append(0x20)
      start = 1
    }
    if start == 1 { lineStarts.append(words.count) }
    words.append(contentsOf: line.bytes)
    lines.append(line.number)
  }

  /// Whether the words end as an entry of a list that goes on: `…, and`, `…;`.
  fileprivate var endsOpenEntry: Bool {
    words.last == UInt8(ascii: ",") || words.suffix(4).elementsEqual(" and".utf8)
      || words.suffix(3).elementsEqual(" or".utf8)
  }
}
