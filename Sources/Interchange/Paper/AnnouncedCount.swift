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

  /// A doubt for each kind whose announced number is not the number read.
  static func doubts(_ prose: [Block], _ items: [ReadItem]) -> [Doubt] {
    var doubts: [Doubt] = []
    for block in prose where block.words.count <= PaperLimits.field {
      let text = Wording(block.words)
      for sentence in text.sentences() where text.contains(anyOf: telling, in: sentence) {
        for (kind, count) in announced(text, in: sentence) {
          let read = items.count { $0.kind == kind && $0.number.minor == 0 }
          guard read != count else { continue }
          let words = "\(kind.title.lowercased())\(count == 1 ? "" : "s")"
          doubts.append(
            Doubt(
              field: nil, lines: block.lines,
              sentence: "the paper announces \(count) \(plural(kind, words)), and \(read) could be read in it"))
        }
      }
    }
    return doubts
  }

  private static func plural(_ kind: ItemKind, _ words: String) -> String {
    switch kind {
    case .recommendation: words
    case .areaForImprovement: words.hasSuffix("s") ? "areas for improvement" : words
    case .causeOfConcern: words.hasSuffix("s") ? "causes of concern" : words
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
    if text.match(any: ["areas for improvement", "area for improvement"], at: index) != nil {
      return .areaForImprovement
    }
    let causes: [Phrase] = ["causes of concern", "cause of concern", "causes for concern", "cause for concern"]
    return text.match(any: causes, at: index) == nil ? nil : .causeOfConcern
  }
}
