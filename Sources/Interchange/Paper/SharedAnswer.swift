import BoardModel

/// The items that one response answers: `Response to recommendations 1, 2 and 4:`, `Response to areas for improvement 2–3:`.
struct SharedAnswer {
  var kind = ItemKind.recommendation
  var numbers: [ItemNumber] = []

  init() {}

  /// Reads the items' kind and numbers; `nil` when anything else stands among them.
  init?(_ text: Wording) {
    guard let (kind, start) = SharedAnswer.kind(text) else { return nil }
    self.kind = kind
    var index = start
    while index < text.count {
      if let number = ItemNumber(text[index]) {
        if text[index - 1] == "-", let from = numbers.last?.major, number.major > from, number.major - from < 50 {
          numbers += (from + 1..<number.major).map { ItemNumber($0) }
        }
        numbers.append(number)
      } else if let range = SharedAnswer.range(text[index]) {
        numbers += range.map { ItemNumber($0) }
      } else if ![",", "and", "&", "-", "to"].contains(text[index]) {
        return nil
      }
      index += 1
    }
    if numbers.isEmpty { return nil }
  }

  /// `2-3`, which is one word.
  private static func range(_ word: String) -> ClosedRange<Int>? {
    let ends = word.split(separator: "-", omittingEmptySubsequences: false).compactMap { ItemNumber($0)?.major }
    return ends.count == 2 && ends[0] < ends[1] && ends[1] - ends[0] < 50 ? ends[0]...ends[1] : nil
  }

  private static let names: [(Phrase, ItemKind)] = [
    ("to recommendations", .recommendation), ("to recommendation", .recommendation),
    ("to areas for improvement", .areaForImprovement), ("to area for improvement", .areaForImprovement),
    ("to causes of concern", .causeOfConcern), ("to cause of concern", .causeOfConcern),
  ]

  private static func kind(_ text: Wording) -> (ItemKind, Int)? {
    for (phrase, kind) in names {
      if let end = text.match(phrase, at: 0) { return (kind, end) }
    }
    return nil
  }
}

extension LabelMatch {
  /// A response's label that names the items it answers, closed by a colon within 120 bytes.
  init?(sharedBy line: PaperLine, start: Int, behind: Int) {
    let bytes = line.bytes
    guard behind < bytes.count, bytes[behind] == 0x20,
      let colon = bytes[behind..<min(bytes.count, behind + 120)].firstIndex(of: UInt8(ascii: ":")),
      let answers = SharedAnswer(Wording(Array(bytes[behind..<colon])))
    else { return nil }
    self.init(
      role: .response, number: nil, printed: String(decoding: bytes[start...colon], as: UTF8.self),
      contentStart: min(bytes.count, colon + 2), isStrong: true, answers: answers)
  }
}

extension Assembler {
  /// Gives a response to every item that it names; items that the paper does not have are a doubt.
  mutating func takeShared(_ block: Block, _ label: LabelMatch) {
    finish()
    var missing: [String] = []
    for number in label.answers.numbers {
      let kind = label.answers.kind
      guard let index = drafts.lastIndex(where: { $0.kind == kind && $0.number == number }) else {
        missing.append("\(kind.letter)\(number)")
        continue
      }
      if drafts[index].responseLabel == nil { drafts[index].responseLabel = label.printed }
      drafts[index].response.append(block, asEntry: false)
      drafts[index].lines += block.lines
    }
    if missing.isEmpty { return }
    let sentence = "“\(label.printed)” names items that do not stand above it: \(missing.joined(separator: ", "))"
    doubts.append(Doubt(field: .chiefOfficerComments, lines: block.lines, sentence: sentence))
    if missing.count == label.answers.numbers.count { asides.append(Aside(block: block, why: .withoutItem)) }
  }
}
