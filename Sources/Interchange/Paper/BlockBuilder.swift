/// Joins lines into blocks: wrapped lines, sentences cut by a blank line, table rows over several lines.
struct BlockBuilder {
  private let labels: PaperLabels
  private var blocks: [Block] = []
  private var current: Block?
  private var gap = 0
  /// The last number that started a block, to tell a wrapped `6.` from the next paragraph.
  private var lastNumber: [Int] = []

  init(labels: PaperLabels) {
    self.labels = labels
  }

  /// The blocks of a paper.
  ///
  /// - Complexity: O(*n*) in the bytes.
  static func blocks(of lines: [PaperLine], labels: PaperLabels) -> [Block] {
    var builder = BlockBuilder(labels: labels)
    var index = 0
    while index < lines.count {
      if let (rows, end) = PipeTable.rows(lines, from: index) {
        builder.close()
        builder.blocks += rows
        builder.gap = 0
        index = end
      } else if let (row, end) = StatusCard.row(lines, from: index) {
        builder.close()
        builder.blocks.append(row)
        builder.gap = 0
        index = end
      } else {
        builder.add(lines[index])
        index += 1
      }
    }
    builder.close()
    return builder.blocks
  }

  private mutating func add(_ line: PaperLine) {
    guard !line.isBlank else {
      gap += 1
      return
    }
    let marker = Marker(line.bytes)
    let label = labels.match(line, from: marker.length)
    if var block = current, !startsBlock(line, marker, label, after: block) {
      current = nil
      block.append(line.bytes[...], line: line.number)
      current = block
    } else {
      open(line, marker, label)
    }
    gap = 0
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
    if gap > 0 { return !continuesCutSentence(line, marker, label, block) }
    if line.isHeading || block.isHeading { return true }
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
    guard gap <= 3, marker.isNone, label == nil, !line.isHeading, !block.isHeading, ASCII.isLower(line.bytes[0]),
      let last = block.words.last, block.words.count >= 20
    else { return false }
    return ASCII.isWord(last) && !block.isFinished || last == UInt8(ascii: ",")
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
  /// Takes one more line in.
  fileprivate mutating func append(_ line: ArraySlice<UInt8>, line number: Int) {
    if !words.isEmpty { words.append(0x20) }
    lineStarts.append(words.count)
    words.append(contentsOf: line)
    lines.append(number)
  }

  /// Whether the words end as an entry of a list that goes on: `…, and`, `…;`.
  fileprivate var endsOpenEntry: Bool {
    words.last == UInt8(ascii: ",") || words.suffix(4).elementsEqual(" and".utf8)
      || words.suffix(3).elementsEqual(" or".utf8)
  }
}
