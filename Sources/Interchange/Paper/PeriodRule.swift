import BoardModel

/// Finds when an item is to be done: `within six months`, `immediately`, `by March 2023`, `no later than 1 May 2020`.
enum PeriodRule {
  /// A period and where its words stand.
  struct Found {
    /// The paper's words.
    let words: String
    /// What they mean; `nil` when no date follows from them.
    let rule: CompletionPeriod.Rule?
    let range: Range<Int>

    /// The period, when a date follows from it.
    var period: CompletionPeriod? { rule.map { CompletionPeriod(words: words, rule: $0) } }
  }

  /// Reads a period that starts at a token.
  static func read(_ text: Wording, at index: Int) -> Found? {
    if let end = text.match(any: immediate, at: index) { return found(text, index..<end, .immediately) }
    if let start = text.match(any: within, at: index) {
      if let (rule, end) = duration(text, at: start) { return found(text, index..<end, rule) }
      if let end = UnclearPeriod.duration(text, at: start) { return found(text, index..<end, nil) }
    }
    if let start = text.match(any: until, at: index) {
      let dateStart = text.match(any: endOf, at: start) ?? start
      if let (date, end) = StatedDate.read(text, at: dateStart), let day = date.lastDay {
        return found(text, index..<(text.match(any: latest, at: end) ?? end), .by(day))
      }
      if let (day, end) = yearEnd(text, at: start, isEnd: dateStart != start) {
        return found(text, index..<end, .by(day))
      }
      if let end = UnclearPeriod.date(text, at: dateStart) { return found(text, index..<end, nil) }
    }
    if let end = text.match(any: soon, at: index) { return found(text, index..<end, nil) }
    return nil
  }

  /// `the end of 2019`: its last day; `the end of the financial year 2019/20`, `31 March`'s year: 31 March 2020.
  private static func yearEnd(_ text: Wording, at start: Int, isEnd: Bool) -> (CalendarDay, Int)? {
    guard isEnd, var index = text.match(any: endOf, at: start) else { return nil }
    for word in ["of", "the", "calendar"] where text[index] == word { index += 1 }
    let isFinancial = ["financial", "fiscal", "performance"].contains(text[index])
    if isFinancial || text[index] == "year" { index += text[index + 1] == "year" ? 2 : 1 }
    if let year = StatedDate.year(text[index], short: false), !isFinancial {
      return CalendarDay(year: year, month: 12, day: 31).map { ($0, index + 1) }
    }
    let parts = text[index].split(whereSeparator: { $0 == "/" || $0 == "-" })
    guard parts.count == 2, let first = StatedDate.year(String(parts[0]), short: false), let second = Int(parts[1]),
      second % 100 == (first + 1) % 100
    else { return nil }
    return CalendarDay(year: first + 1, month: 3, day: 31).map { ($0, index + 1) }
  }

  /// Every period in a text, in its order.
  static func all(in text: Wording) -> [Found] {
    var result: [Found] = []
    var index = 0
    while index < text.count {
      if starters.contains(text[index]), let found = read(text, at: index) {
        result.append(found)
        index = found.range.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  /// The period that governs the item: in the first main clause, else the only one that speaks of months or a date.
  ///
  /// - Returns: The period, and whether its place leaves a doubt.
  ///
  /// Where a title stands before the sentence that asks, that sentence is the first.
  static func governing(_ text: Wording) -> (found: Found, isDoubtful: Bool)? {
    let periods = all(in: text)
    let sentences = text.sentences()
    var (first, clause) = (sentences.first ?? 0..<0, MainClause?.none)
    for sentence in sentences.prefix(3) {
      guard let asking = MainClause(text, in: sentence) else { continue }
      (first, clause) = (sentence, asking)
      break
    }
    if let clause, let found = periods.first(where: { clause.opening.contains($0.range.lowerBound) }) {
      return (found, false)
    }
    if let found = periods.first(where: { isOpening(text, $0.range.lowerBound, first) }) { return (found, false) }
    let loose = periods.first { found in
      guard first.contains(found.range.lowerBound), let rule = found.rule else { return false }
      if case .days = rule { return false }
      if case .immediately = rule { return false }
      return true
    }
    return loose.map { ($0, true) }
  }

  /// Whether only quotation marks stand between a sentence's start and a token.
  private static func isOpening(_ text: Wording, _ index: Int, _ sentence: Range<Int>) -> Bool {
    sentence.contains(index) && (sentence.lowerBound..<index).allSatisfy { !text.isWord($0) }
  }

  private static let immediate: [Phrase] = ["with immediate effect", "immediately"]
  private static let within: [Phrase] = [
    "within the next", "within a further", "within a period of", "within", "in the next", "over the next",
  ]
  private static let until: [Phrase] = [
    "by no later than", "by not later than", "not later than", "no later than", "on or before", "by the date of",
    "before",
    "by at the latest", "by",
  ]
  private static let latest: [Phrase] = ["at the latest", "at the very latest"]
  private static let soon: [Phrase] = [
    "as soon as possible", "as soon as practicable", "as soon as reasonably practicable", "as soon as is practicable",
    "at the earliest opportunity", "without delay", "in due course",
  ]
  private static let endOf: [Phrase] = ["the end of", "end of", "the end"]
  private static let starters: Set<String> = [
    "within", "with", "immediately", "by", "not", "no", "on", "in", "over", "before", "as", "at", "without",
  ]
  private static let numbers: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20, "twenty-four": 24,
    "thirty": 30, "thirty-six": 36,
  ]

  private static func duration(_ text: Wording, at start: Int) -> (CompletionPeriod.Rule, Int)? {
    var index = start
    guard let count = numbers[text[index]] ?? Int(text[index]), (1...1200).contains(count) else { return nil }
    index += 1
    if text[index] == "(", text[index + 2] == ")" { index += 3 }
    if ["calendar", "working"].contains(text[index]) { index += 1 }
    // `six months' time`, `3 month period`: the unit is enough.
    let end = text[index + 1] == "'" ? index + 2 : index + 1
    switch text[index] {
    case "month", "months": return (.months(count), end)
    case "year", "years": return (.months(count * 12), end)
    case "week", "weeks": return (.days(count * 7), end)
    case "day", "days": return (.days(count), end)
    default: return nil
    }
  }

  private static func found(_ text: Wording, _ range: Range<Int>, _ rule: CompletionPeriod.Rule?) -> Found {
    var words = Array(text.text(range).utf8)
    // `Within` opens a sentence; `WITHIN` is how the paper writes.
    if words.count > 1, !ASCII.isUpper(words[1]) { words[0] = ASCII.lower(words[0]) }
    let plain = words.map { $0 == 0x0A ? 0x20 : $0 }
    return Found(words: String(decoding: plain, as: UTF8.self), rule: rule, range: range)
  }
}

/// Words that say when, and from which no date follows: `by September`, `by spring 2020`, `within six to nine months`.
enum UnclearPeriod {
  private static let seasons: Set<String> = ["spring", "summer", "autumn", "winter", "christmas", "easter"]
  private static let spans: Set<String> = ["month", "months", "year", "years", "week", "weeks", "day", "days"]
  private static let parts: Set<String> = ["year", "month", "quarter", "week", "inspection", "programme", "reporting"]

  /// The end of a date without a year, a season, a quarter, or a day that no calendar has.
  static func date(_ text: Wording, at start: Int) -> Int? {
    var index = start
    for word in ["the", "end", "of", "early", "late", "mid"] where text[index] == word { index += 1 }
    if seasons.contains(text[index]) || isQuarter(text[index]) {
      index += 1
      while ["of", "the", "quarter"].contains(text[index]) { index += 1 }
      return isYear(text[index]) ? index + 1 : index
    }
    let isDay = !text[index].isEmpty && text[index].prefix(2).allSatisfy { $0.isNumber } && text[index].count <= 4
    let month = isDay ? (text[index + 1] == "of" ? index + 2 : index + 1) : index
    if StatedDate.month(text[month]) != nil, isDay || text.isCapital(month) || text[month].count > 3 {
      return isYear(text[month + 1]) ? month + 2 : month + 1
    }
    if text[index].split(whereSeparator: { "/.-".contains($0) }).count == 3,
      text[index].allSatisfy({ $0.isNumber || "/.-".contains($0) })
    {
      return index + 1
    }
    // `the end of the year`
    if index > start,
      ["the", "this", "next", "current", "financial"].contains(text[index]) || parts.contains(text[index])
    {
      for offset in 0..<4 where parts.contains(text[index + offset]) { return index + offset + 1 }
    }
    return nil
  }

  /// `six to nine months`, `a reasonable period`.
  static func duration(_ text: Wording, at start: Int) -> Int? {
    for offset in 1..<5 where spans.contains(text[start + offset]) {
      return ["to", "-", "or"].contains(text[start + 1]) ? start + offset + 1 : nil
    }
    guard ["a", "an"].contains(text[start]), text[start + 2] == "period" || text[start + 2] == "time" else {
      return nil
    }
    return start + 3
  }

  private static func isQuarter(_ word: String) -> Bool { ["q1", "q2", "q3", "q4"].contains(word) }

  private static func isYear(_ word: String) -> Bool {
    StatedDate.year(word, short: false) != nil || word.contains("/") && word.allSatisfy { $0.isNumber || $0 == "/" }
  }
}
