import BoardModel

/// Finds when an item is to be done: `within six months`, `immediately`, `by March 2023`, `no later than 1 May 2020`.
enum PeriodRule {
  /// A period and where its words stand.
  struct Found {
    let period: CompletionPeriod
    let range: Range<Int>
  }

  /// Reads a period that starts at a token.
  static func read(_ text: Wording, at index: Int) -> Found? {
    if let end = text.match(any: immediate, at: index) { return found(text, index..<end, .immediately) }
    if let start = text.match(any: within, at: index), let (rule, end) = duration(text, at: start) {
      return found(text, index..<end, rule)
    }
    if let start = text.match(any: until, at: index) {
      let dateStart = text.match(any: endOf, at: start) ?? start
      if let (date, end) = StatedDate.read(text, at: dateStart), let day = date.lastDay {
        return found(text, index..<end, .by(day))
      }
    }
    return nil
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
  static func governing(_ text: Wording, clause: MainClause?) -> (period: CompletionPeriod, isDoubtful: Bool)? {
    let periods = all(in: text)
    if let clause, let found = periods.first(where: { clause.opening.contains($0.range.lowerBound) }) {
      return (found.period, false)
    }
    let first = text.sentences().first ?? 0..<0
    if let found = periods.first(where: { $0.range.lowerBound == first.lowerBound }) { return (found.period, false) }
    let loose = periods.first { found in
      guard first.contains(found.range.lowerBound) else { return false }
      if case .days = found.period.rule { return false }
      if case .immediately = found.period.rule { return false }
      return true
    }
    return loose.map { ($0.period, true) }
  }

  private static let immediate: [Phrase] = ["with immediate effect", "immediately"]
  private static let within: [Phrase] = [
    "within the next", "within a further", "within a period of", "within", "in the next", "over the next",
  ]
  private static let until: [Phrase] = [
    "not later than", "no later than", "on or before", "by the date of", "before", "by",
  ]
  private static let endOf: [Phrase] = ["the end of", "end of", "the end"]
  private static let starters: Set<String> = [
    "within", "with", "immediately", "by", "not", "no", "on", "in", "over", "before",
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

  private static func found(_ text: Wording, _ range: Range<Int>, _ rule: CompletionPeriod.Rule) -> Found {
    var words = Array(text.text(range).utf8)
    if let first = words.first { words[0] = ASCII.lower(first) }
    let plain = words.map { $0 == 0x0A ? 0x20 : $0 }
    return Found(period: CompletionPeriod(words: String(decoding: plain, as: UTF8.self), rule: rule), range: range)
  }
}
