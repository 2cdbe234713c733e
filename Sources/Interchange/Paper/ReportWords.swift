import BoardModel

/// A statement that a report was published: by whom, and when.
struct Published {
  let date: StatedDate?
  let publisher: String?
  /// The token that says `published`.
  let verb: Int
  private(set) var lines: [Int] = []

  static func all(in text: Wording) -> [Published] {
    (0..<text.count).compactMap { index in
      if text[index] == "published" { return Published(text, at: index) }
      guard text[index] == "publication" else { return nil }
      return Published(text, publication: index)
    }
  }

  /// `Publication date: 30 November 2022`, `publication 6 February 2019`, `date of publication: …`.
  private init?(_ text: Wording, publication: Int) {
    var index = publication + 1
    if text[index] == "date" { index += 1 }
    while [":", "-", "("].contains(text[index]) { index += 1 }
    guard let date = StatedDate.read(text, at: index)?.date else { return nil }
    self.date = date
    publisher = nil
    verb = publication
  }

  /// `published by X on 10 April 2019`, `published on the 6 June 2023`, `published in August 2022`.
  private init?(_ text: Wording, at verb: Int) {
    var index = verb + 1
    var publisher: String?
    if text[index] == "by" {
      let start = index + 1
      index = start
      while index < text.count, index - start < 40, !Published.ends.contains(text[index]) { index += 1 }
      let name = text.text(start..<index)
      publisher = name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
      if text[index] == "," { index += 1 }
    }
    if ["on", "in"].contains(text[index]) { index += 1 }
    var date = StatedDate.read(text, at: index)?.date
    if date == nil, ["its", "the", "a", "this"].contains(text[index]), publisher == nil {
      date = Published.dateBehindTitle(text, from: index)
    }
    guard date != nil || publisher?.isEmpty == false else { return nil }
    self.date = date
    self.publisher = publisher
    self.verb = verb
  }

  /// `published its report “…” on 14 March 2023`.
  private static func dateBehindTitle(_ text: Wording, from start: Int) -> StatedDate? {
    for index in start..<min(text.count, start + 40) {
      if text[index] == ".", index + 1 < text.count, text.isCapital(index + 1) { return nil }
      if ["on", "in"].contains(text[index]), let date = StatedDate.read(text, at: index + 1)?.date { return date }
    }
    return nil
  }

  private static let ends: Set<String> = ["on", "in", ",", ".", ";", "\n", "under", "which", "to"]

  /// The statement with the lines it stands in; one without a date is none of the report's fields.
  func at(_ block: Block) -> Published {
    var result = self
    result.lines = block.lines
    return result
  }
}

/// A title between quotation marks behind the word `report`.
struct QuotedTitle {
  private(set) var words = ""
  /// 6 when the sentence says that it was published, 4 otherwise, 2 without the word; all in capitals counts less.
  private(set) var rank = 0

  init?(_ text: Wording, published: [Published]) {
    for index in 0..<text.count where ["report", "letter", "inspection", "review"].contains(text[index]) {
      var open = index + 1
      if ["entitled", "titled", "called", ":", ",", "-"].contains(text[open]) { open += 1 }
      guard ["\"", "'"].contains(text[open]), let close = QuotedTitle.close(text, open) else { continue }
      let words = text.text(open + 1..<close)
      let isPublished = published.contains { $0.verb > close && $0.verb - close < 8 }
      let isShouted = !words.utf8.contains(where: ASCII.isLower)
      self.words = words
      rank = (isPublished ? 6 : 4) - (isShouted ? 1 : 0)
      return
    }
    guard let found = QuotedTitle.anyQuotation(text, published: published) else { return nil }
    (words, rank) = (found, 2)
  }

  /// Any quotation of three words and more in a sentence that names the inspectorate or a publication.
  private static func anyQuotation(_ text: Wording, published: [Published]) -> String? {
    let inspected: Set<String> = ["hmicfrs", "hmic", "peel", "inspectorate", "inspection"]
    guard !published.isEmpty || text.contains(anyOf: inspected, in: 0..<text.count) else { return nil }
    for index in 0..<text.count where ["\"", "'"].contains(text[index]) && text.isCapital(index + 1) {
      guard let close = QuotedTitle.close(text, index), close - index >= 4 else { continue }
      if text.contains(anyOf: Verbs.modals, in: index..<close) { continue }
      return text.text(index + 1..<close)
    }
    return nil
  }

  /// The mark that closes a quotation: the first double one; of single ones the first that no word follows closely.
  private static func close(_ text: Wording, _ open: Int) -> Int? {
    let mark = text[open]
    for index in (open + 2)..<max(open + 2, min(text.count, open + 100)) where text[index] == mark {
      if mark == "\"" { return index }
      let next = text[index + 1]
      if !text.isWord(index + 1) || ["that", "which", "published", "was", "and", "on"].contains(next) { return index }
    }
    return nil
  }
}

/// A heading that names the report, where no sentence quotes its title.
enum TitleHeading {
  private static let inspected: Set<String> = ["hmicfrs", "hmic", "peel", "inspection", "inspectorate"]
  private static let kinds: Set<String> = [
    "report", "inspection", "revisit", "review", "assessment", "letter", "response",
  ]

  static func isTitle(_ block: Block) -> Bool {
    guard block.words.count <= 300, block.words.count >= 15, !block.marker.isBulletOnly else { return false }
    let text = Wording(block.words)
    guard text.isCapital(0), text.sentences().count <= 2, text[text.count - 1] != "." else { return false }
    return text.contains(anyOf: inspected, in: 0..<text.count) && text.contains(anyOf: kinds, in: 0..<text.count)
      && SectionWords.kind(announcedBy: block) == nil
  }

  /// What stands behind `Report:`, else the whole heading.
  static func title(_ block: Block) -> String {
    let text = Wording(block.words)
    for index in 0..<text.count where text[index] == ":" && ["report", "inspection"].contains(text[index - 1]) {
      if index + 1 < text.count { return text.text(index + 1..<text.count) }
    }
    return String(decoding: block.words, as: UTF8.self)
  }
}

/// The inspectorate's short name, as the paper prints it.
enum PublisherName {
  static func find(_ text: Wording) -> String? {
    for index in 0..<text.count where ["hmicfrs", "hmic", "hmicfrs's"].contains(text[index]) {
      let name = text.text(index..<index + 1)
      return name.hasSuffix("s") && text[index].hasSuffix("'s") ? String(text[index].dropLast(2)).uppercased() : name
    }
    return nil
  }
}

/// The name of the force that a paper is about.
enum ForceName {
  /// `CAMBRIDGESHIRE CONSTABULARY'S RESPONSE TO`; else the force that the prose names most often.
  ///
  /// - Parameter mentions: How often it has to be named at least.
  static func find(_ prose: [Block], mentions: Int = 2) -> String? {
    var counts: [String: Int] = [:]
    for block in prose {
      let text = Wording(Array(block.words.prefix(4000)))
      for index in 0..<text.count where ["police", "constabulary", "constabulary's"].contains(text[index]) {
        guard let name = name(text, endingAt: index) else { continue }
        if text[index].hasSuffix("'s") || text[index + 1] == "'s", text[index + 1] == "response" { return name }
        if text[index].hasSuffix("'s") { continue }
        counts[name, default: 0] += 1
      }
    }
    let most = counts.values.max() ?? 0
    let best = counts.filter { $0.value == most }
    return best.count == 1 && most >= mentions ? best.first?.key : nil
  }

  private static let never: Set<String> = [
    "the", "national", "hmicfrs", "hmic", "of", "his", "her", "majesty's", "inspectorate", "a", "all", "this", "and",
    "local", "every", "each", "our", "transport", "military",
  ]

  /// Up to three capitalised words before `Police` or `Constabulary`.
  private static func name(_ text: Wording, endingAt end: Int) -> String? {
    guard text.isCapital(end), !["chiefs", "federation", "act", "and", "officers"].contains(text[end + 1]) else {
      return nil
    }
    var start = end
    while start > 0, end - start < 3, text.isCapital(start - 1), !never.contains(text[start - 1]) { start -= 1 }
    guard start < end else { return nil }
    var words = text.text(start..<end + 1)
    if text[end].hasSuffix("'s") || text[end].hasSuffix("’s") {
      words = String(words.prefix(words.count - 2))
    }
    return words.utf8.contains(where: ASCII.isLower) ? words : titled(words)
  }

  private static func titled(_ words: String) -> String {
    words.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
  }
}
