import BoardModel

/// Compares what a paper announces ("eight recommendations") with what was read.
enum AnnouncedCount {
  private static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20,
  ]
  private static let telling: Set<String> = [
    "report", "inspection", "inspectorate", "hmicfrs", "identified", "makes", "made", "contained", "contains",
    "includes", "included", "paper", "review", "there",
  ]

  private static let areas: [Phrase] = ["areas for improvement", "area for improvement"]
  private static let causes: [Phrase] = [
    "causes of concern", "cause of concern", "causes for concern", "cause for concern",
  ]

  /// A doubt for each kind whose announced number is not the number read.
  static func doubts(_ prose: [Block], _ items: [ReadItem]) -> [Doubt] {
    var doubts: [Doubt] = []
    var seen: Set<String> = []
    var read: [ItemKind: Int] = [:]
    for item in items where item.number.minor == 0 { read[item.kind, default: 0] += 1 }
    for block in prose where block.words.count <= PaperLimits.field {
      let text = Wording(block.words)
      for sentence in text.sentences() where text.contains(anyOf: telling, in: sentence) {
        for (kind, count) in announced(text, in: sentence) {
          let found = read[kind, default: 0]
          let sentence = "the paper announces \(count) \(name(kind, count)), and \(found) could be read in it"
          if found != count, seen.insert(sentence).inserted {
            doubts.append(Doubt(field: nil, lines: block.lines, sentence: sentence))
          }
        }
      }
    }
    return doubts
  }

  private static func name(_ kind: ItemKind, _ count: Int) -> String {
    switch kind {
    case .recommendation: count == 1 ? "recommendation" : "recommendations"
    case .areaForImprovement: count == 1 ? "area for improvement" : "areas for improvement"
    case .causeOfConcern: count == 1 ? "cause of concern" : "causes of concern"
    }
  }

  /// A number, at most two words, and the name of a kind.
  private static func announced(_ text: Wording, in sentence: Range<Int>) -> [(ItemKind, Int)] {
    var result: [(ItemKind, Int)] = []
    for index in sentence {
      guard let count = numbers[text[index]] ?? Int(text[index]), (1...200).contains(count) else { continue }
      for skip in 1...3 where sentence.contains(index + skip) {
        if let kind = kind(text, at: index + skip) {
          result.append((kind, count))
          break
        }
        if !text.isWord(index + skip) { break }
      }
    }
    return result
  }

  private static func kind(_ text: Wording, at index: Int) -> ItemKind? {
    if ["recommendation", "recommendations"].contains(text[index]) { return .recommendation }
    if text.match(any: areas, at: index) != nil { return .areaForImprovement }
    return text.match(any: causes, at: index) == nil ? nil : .causeOfConcern
  }
}
