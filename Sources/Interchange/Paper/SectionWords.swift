import BoardModel

/// How headings, announced lists and sentences that ask for something are told.
enum SectionWords {
  /// The kind of item that a heading or sentence announces; the last one that it names.
  static func kind(announcedBy block: Block) -> ItemKind? {
    guard block.words.count < 4000 else { return nil }
    let text = Wording(block.words)
    var kind: ItemKind?
    for index in 0..<text.count {
      if text[index] == "recommendations" { kind = .recommendation }
      if text.match(areas, at: index) != nil { kind = .areaForImprovement }
      if text.match(any: causes, at: index) != nil { kind = .causeOfConcern }
    }
    return kind
  }

  private static let areas: Phrase = "areas for improvement"
  private static let causes: [Phrase] = ["causes of concern", "causes for concern"]
  private static let known: Set<String> = [
    "conclusion", "conclusions", "next steps", "background", "introduction", "purpose", "purpose of report", "summary",
    "recommendations", "appendix", "appendices", "financial implications", "legal implications", "risk implications",
    "equality implications", "governance", "implications", "risks", "areas for improvement", "causes of concern",
    "causes for concern", "other matters", "monitoring", "timetable", "supporting information", "executive summary",
    "recommendation", "overview", "context", "further information", "related links", "share this page",
    "publication and sending", "yours sincerely", "yours faithfully", "kind regards", "signed", "notes", "glossary",
    "finance",
    "financial", "legal", "equality", "consultation", "options", "decision", "decisions", "list of appendices",
    "contents",
  ]

  /// Whether a short block without an end is a heading that closes what stands above it.
  static func isHeading(_ block: Block) -> Bool {
    guard looksLikeHeading(block) else { return false }
    let text = Wording(block.words)
    let words = (0..<text.count).filter { text.isWord($0) }.map { text[$0] }.joined(separator: " ")
    return known.contains(words) || words.hasPrefix("appendix ")
      || kind(announcedBy: block) != nil && !isDirective(block)
  }

  /// Whether a block has the form of a heading: few words, a capital first, no full stop.
  static func looksLikeHeading(_ block: Block) -> Bool {
    guard block.lines.count <= 2, block.words.count <= 120, let first = block.words.first, !ASCII.isLower(first),
      !block.marker.isBulletOnly, block.words.last != UInt8(ascii: "."), block.words.last != UInt8(ascii: ";")
    else { return false }
    return true
  }

  /// Whether a block asks somebody for something: `The Service should …`, `Chief constables must …`.
  ///
  /// - Parameter orNeeds: Whether `The force needs to …` asks as well, as areas for improvement do.
  static func isDirective(_ block: Block, orNeeds: Bool = false) -> Bool {
    let text = Wording(Array(block.words.prefix(600)))
    guard let first = text.sentences().first, let clause = MainClause(text, in: first) else { return false }
    return orNeeds || !["need", "needs"].contains(text[clause.verb])
  }

  /// Whether a heading announces answers to items that stand above it: `Force response to the recommendations`.
  static func announcesAnswers(_ block: Block) -> Bool {
    let text = Wording(Array(block.words.prefix(200)))
    let answers: Set<String> = [
      "response", "responses", "reply", "replies", "answers", "update", "updates", "progress", "comments",
    ]
    return text.contains(anyOf: answers, in: 0..<text.count)
  }

  /// Whether a line is one of the headings that papers share, so that nothing is wrapped from it.
  static func isKnownHeading(_ block: Block) -> Bool {
    block.lines.count == 1 && block.words.count <= 40 && block.marker.bullet.isEmpty && block.label == nil
      && isHeading(block)
  }

  /// Whether a line begins with a standard label, so that it belongs to no table above it.
  static func looksLikeLabel(_ line: PaperLine) -> Bool {
    PaperLabels.standard.match(line, from: Marker(line.bytes).length) != nil
  }

  /// Whether a paragraph goes on asking, as `They should also include:` does.
  static func asksMore(_ block: Block) -> Bool {
    let text = Wording(Array(block.words.prefix(600)))
    let openers = ["they", "this", "these", "it", "forces", "in", "where"]
    if openers.contains(text[0]), text.sentences().first.map({ text.contains(anyOf: Verbs.modals, in: $0) }) == true {
      return true
    }
    return isDirective(block)
  }

  /// Whether a label stands in a table of contents: `Recommendation 1 ........ 5`.
  static func isContentsEntry(_ block: Block) -> Bool {
    let dots = block.words.count { $0 == UInt8(ascii: ".") }
    return dots >= 4 && dots * 2 > block.words.count
      || !block.words.isEmpty && block.words.count < 5 && block.words.allSatisfy { ASCII.isDigit($0) || $0 == 0x20 }
  }
}
