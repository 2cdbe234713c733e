/// Reads the terms of a query one by one, keeping the place for messages.
struct QueryReader {
  private let characters: [Character]
  private var next = 0

  init(_ text: String) {
    characters = Array(text)
  }

  mutating func terms() throws(BoardError) -> [Query.Term] {
    var terms: [Query.Term] = []
    while let token = try token() { terms.append(try term(token)) }
    return terms
  }

  /// One piece of the query: its text without quotes, and what a quote or a place tells about it.
  private struct Token {
    var text = ""
    /// The place of its first character in the query.
    var position: Int
    var excludes = false
    /// Whether it begins with a quote, which makes it a word whatever it says.
    var isWord = false
    /// Where in `text` the first quoted character stands; separators behind it do not count.
    var quotedFrom: Int?
  }

  private mutating func token() throws(BoardError) -> Token? {
    while next < characters.count, characters[next].isWhitespace { next += 1 }
    guard next < characters.count else { return nil }
    var token = Token(position: next)
    if characters[next] == "-", next + 1 < characters.count, !characters[next + 1].isWhitespace {
      token.excludes = true
      next += 1
    }
    token.isWord = characters[next] == "\""
    while next < characters.count, !characters[next].isWhitespace {
      if characters[next] == "\"" {
        token.quotedFrom = token.quotedFrom ?? token.text.count
        token.text += try quoted(from: token.position)
      } else {
        token.text.append(characters[next])
        next += 1
      }
    }
    return token
  }

  /// The characters up to the closing quote, which is consumed too.
  private mutating func quoted(from position: Int) throws(BoardError) -> String {
    guard let end = characters[(next + 1)...].firstIndex(of: "\"") else {
      throw .badQueryTerm(
        String(characters[position...]), position: position, expected: "a closing quote is missing")
    }
    defer { next = end + 1 }
    return String(characters[(next + 1)..<end])
  }

  private func term(_ token: Token) throws(BoardError) -> Query.Term {
    Query.Term(condition: try condition(token), excludes: token.excludes)
  }

  private func condition(_ token: Token) throws(BoardError) -> Query.Condition {
    let text = token.text
    if token.isWord {
      if text.isEmpty { throw refusal(token, "there is nothing between the quotes") }
      return .word(text.lowercased())
    }
    let bare = token.quotedFrom.map { text.prefix($0) } ?? text[...]
    guard let separator = bare.firstIndex(where: { ":<>".contains($0) }) else {
      return QueryReader.standalone[text.lowercased()] ?? .word(text.lowercased())
    }
    let name = text[..<separator].lowercased()
    if name == "due" { return try due(text[separator...], token) }
    guard text[separator] == ":" else {
      throw refusal(
        token,
        guesses(Spelling.nearest(to: name, among: ["due"]).map { $0 + text[separator...] })
          + "only due dates compare: due<2019-07-01; put quotes around other words with < or >")
    }
    return try field(name, value: String(text[text.index(after: separator)...]), token)
  }

  /// The terms that stand alone, as typed.
  static var standaloneNames: [String] { standalone.keys.sorted() }

  private static let standalone: [String: Query.Condition] = [
    "overdue": .overdue, "no-date": .noDate, "no-owner": .noOwner, "no-comment": .noComment, "reopened": .reopened,
  ]

  /// The names that may stand before a colon.
  private static let fields = ["status", "report", "owner", "addressee", "kind", "ref", "tag", "due", "changed"]

  private func field(_ name: String, value: String, _ token: Token) throws(BoardError) -> Query.Condition {
    let lower = value.lowercased()
    if value.isEmpty { throw refusal(token, "a value is missing after “\(name):”") }
    switch name {
    case "status":
      let matching = Status.allCases.filter { $0.rawValue == lower || $0.rawValue.hasPrefix(lower) }
      guard matching.count == 1 else {
        let names = Status.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: lower, among: names).map { "status:\($0)" }
        throw refusal(token, "\(guesses(nearest))statuses are \(names.joined(separator: ", "))")
      }
      return .status(matching[0])
    case "report": return .report(lower)
    case "owner": return .owner(lower)
    case "addressee": return .addressee(lower)
    case "tag": return .tag(lower)
    case "kind":
      guard let kind = ItemKind(named: value) else {
        let names = ItemKind.allCases.map(\.rawValue) + ["afi", "coc"]
        let nearest = Spelling.nearest(to: lower, among: names).map { "kind:\($0)" }
        throw refusal(
          token, "\(guesses(nearest))kinds are recommendation, area-for-improvement (afi), cause-of-concern (coc)")
      }
      return .kind(kind)
    case "ref":
      if let reference = ItemReference(value) { return .reference(reference) }
      guard let (kind, number) = ItemReference.local(value) else {
        throw refusal(token, "a reference is like stalking-2019/R1 or R1")
      }
      return .shortReference(kind, number)
    case "changed":
      if lower == "last-meeting" { return .changedSinceLastMeeting }
      guard let day = CalendarDay(value) else {
        let nearest = Spelling.nearest(to: lower, among: ["last-meeting"]).map { "changed:\($0)" }
        throw refusal(token, "\(guesses(nearest))changed: takes last-meeting or a date as 2019-07-01")
      }
      return .changedSince(day)
    default:
      let nearest = Spelling.nearest(to: name, among: QueryReader.fields).map { "\($0):\(value)" }
      let known = QueryReader.fields.map { "\($0):" }.joined(separator: " ")
      throw refusal(token, "\(guesses(nearest))fields are \(known); put quotes around other words with a colon")
    }
  }

  private func due(_ rest: Substring, _ token: Token) throws(BoardError) -> Query.Condition {
    for comparison in Query.Comparison.allCases where rest.hasPrefix(comparison.rawValue) {
      let value = rest.dropFirst(comparison.rawValue.count)
      if let day = CalendarDay(value) { return .due(comparison, day) }
      if comparison == .equal, let span = QueryReader.span(value) { return .dueWithin(span) }
      break
    }
    throw refusal(token, "due takes due:30d (or 4w, 6m), due:2019-07-01, due<2019-07-01, due<=…, due>…, due>=…")
  }

  /// Reads `30d`, `4w`, `6m`; up to four digits.
  private static func span(_ text: Substring) -> Query.Span? {
    let digits = text.dropLast()
    guard let unit = text.last, (1...4).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(digits)
    else { return nil }
    switch unit {
    case "d", "D": return .days(count)
    case "w", "W": return .days(count * 7)
    case "m", "M": return .months(count)
    default: return nil
    }
  }

  /// What was perhaps meant, before what is allowed.
  private func guesses(_ terms: [String]) -> String {
    terms.isEmpty ? "" : "did you mean \(terms.joined(separator: " or "))? "
  }

  private func refusal(_ token: Token, _ expected: String) -> BoardError {
    .badQueryTerm((token.excludes ? "-" : "") + token.text, position: token.position, expected: expected)
  }
}
