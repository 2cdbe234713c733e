import BoardModel

/// The report's fields that stand behind labels: `To:`, `Date:`, `Contact Officers`.
struct LabelledFacts {
  /// One field as it was found.
  struct Fact {
    var words: [UInt8]
    var lineStarts: [Int]
    var lines: [Int]
  }

  private(set) var facts: [LabelRole.ReportField: Fact] = [:]
  /// Second values, which are not used.
  private(set) var repeated: [Block] = []

  /// Takes a block in as a field's value, or as one more part of it.
  mutating func add(_ block: Block, to field: LabelRole.ReportField, isNew: Bool) {
    guard var fact = facts[field] else {
      facts[field] = Fact(words: block.words, lineStarts: block.lineStarts, lines: block.lines)
      return
    }
    guard !isNew || fact.words.isEmpty else {
      repeated.append(block.withLabelAsWords)
      return
    }
    facts[field] = nil
    if !fact.words.isEmpty { fact.words.append(0x20) }
    let offset = fact.words.count
    if offset > 0 { fact.lineStarts.append(offset) }
    fact.lineStarts += block.lineStarts.map { $0 + offset }
    fact.words += block.words
    fact.lines += block.lines
    facts[field] = fact
  }

  /// A field's words; `nil` when there are none.
  func text(_ field: LabelRole.ReportField) -> String? {
    guard let words = facts[field]?.words, !words.isEmpty else { return nil }
    return String(decoding: words, as: UTF8.self)
  }

  /// A field's date, and whether words stand there that are none.
  func date(_ field: LabelRole.ReportField) -> (date: StatedDate?, isUnreadable: Bool) {
    guard let text = text(field) else { return (nil, false) }
    let date = StatedDate.read(Wording(text), at: 0)?.date
    return (date, date == nil)
  }

  var lines: [Int] { facts.values.flatMap(\.lines) }

  /// Refuses a field that is too long for the board.
  func check() throws(PaperError) {
    for fact in facts.values where fact.words.count > PaperLimits.field {
      throw .fieldTooLong(line: fact.lines.first ?? 0, bytes: fact.words.count)
    }
  }
}

/// Cuts a list of contact officers into its persons.
enum ContactOfficers {
  /// Ranks and titles that belong to the name behind them.
  private static let ranks: Set<String> = [
    "det", "supt", "ch", "insp", "sgt", "dci", "di", "ds", "dcs", "dsu", "acc", "dcc", "cc", "pc", "ci",
    "superintendent",
    "inspector", "sergeant", "chief", "detective", "assistant", "deputy", "constable", "commander", "mr", "mrs", "ms",
    "miss", "dr", "sir", "professor", "temporary", "acting",
  ]

  /// The officers: one a line or between semicolons where the paper parts them so; else a new one starts with the
  /// name before a dash, `Alice THOMPSON –`, and the ranks before that name.
  static func split(_ fact: LabelledFacts.Fact) -> [String] {
    var pieces: [[UInt8]] = []
    let starts = [0] + fact.lineStarts + [fact.words.count]
    for (start, end) in zip(starts, starts.dropFirst()) where start < end {
      pieces.append(Array(fact.words[start..<end]))
    }
    // Lines that are only wrapped have no dash of their own.
    if pieces.count > 1, !pieces.allSatisfy({ hasName($0) }) { pieces = [fact.words] }
    let entries = pieces.flatMap { $0.split(separator: UInt8(ascii: ";")).map(Array.init) }
    return entries.flatMap(names).filter { !$0.isEmpty }
  }

  /// Whether words name a person with a post, an address or a telephone number.
  static func looksLikeEntry(_ words: [UInt8]) -> Bool {
    words.count < 400 && (hasName(words) || words.contains(UInt8(ascii: "@")) || words.contains(where: ASCII.isDigit))
  }

  private static func hasName(_ piece: [UInt8]) -> Bool {
    let text = Wording(piece)
    return text.isCapital(0) && (1..<max(1, text.count)).contains { text[$0] == "-" || text[$0] == "," }
  }

  private static func names(in piece: [UInt8]) -> [String] {
    let text = Wording(piece)
    var starts: [Int] = []
    for index in 0..<text.count where text[index] == "-" && index >= 2 && isSurname(text, index - 1) {
      var start = index - 1
      if text.isCapital(start - 1), text[start - 1] != "-" { start -= 1 }
      while start > 0, isRank(text, start - 1) { start -= 1 }
      starts.append(start)
    }
    if starts.count < 2 { return [text.text(0..<text.count)] }
    starts[0] = 0
    return zip(starts, starts.dropFirst() + [text.count]).map { text.text($0..<$1) }
  }

  /// A surname in capitals, as papers print officers' names.
  private static func isSurname(_ text: Wording, _ index: Int) -> Bool {
    let token = text.tokens[index]
    let bytes = text.bytes[token.start..<token.end]
    return bytes.count >= 2 && bytes.contains(where: ASCII.isUpper) && !bytes.contains(where: ASCII.isLower)
  }

  private static func isRank(_ text: Wording, _ index: Int) -> Bool {
    let word = text[index]
    if word == "." { return index > 0 && isRank(text, index - 1) }
    if word.hasPrefix("t/") || word.hasPrefix("d/") || word.hasPrefix("a/") { return true }
    return ranks.contains(word)
  }
}
