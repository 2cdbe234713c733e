extension Query {
  /// Why the query finds nothing on a board, a sentence for each term that alone finds nothing.
  ///
  /// Where every term alone finds something, one sentence says that no item has all of them. Empty when items match,
  /// or when there is nothing to say.
  /// - Complexity: That of one search for each term.
  package func hints(on board: Board, today: CalendarDay) -> [String] {
    let all = board.items
    guard !isEmpty, items(on: board, today: today, among: all).isEmpty else { return [] }
    var hints: [String] = []
    var isBarren = false
    for term in terms {
      guard Query(term).items(on: board, today: today, among: all).isEmpty else { continue }
      isBarren = true
      if !term.excludes, let hint = Query.hint(term.condition, board, all) { hints.append(hint) }
    }
    if !isBarren, terms.count > 1 { hints.append("each term matches some items, and no item matches all of them") }
    return hints
  }

  private init(_ term: Term) {
    self.init(terms: [term])
  }

  private static func hint(_ condition: Condition, _ board: Board, _ items: [Item]) -> String? {
    switch condition {
    case .word(let word):
      let guesses = Spelling.nearest(to: word, among: QueryReader.standaloneNames)
      return "no item holds “\(word)”" + Spelling.question(guesses)
    case .report(let key):
      return "no report’s key begins with “\(key)”"
        + Spelling.question(Spelling.nearest(to: key, among: board.reports.map(\.key)))
    case .owner(let name): return "nobody named “\(name)” owns an item" + question(name, items.compactMap(\.owner))
    case .addressee(let name):
      return "nobody named “\(name)” is an addressee" + question(name, items.flatMap(\.addressees))
    case .tag(let tag): return "no item has the tag “\(tag)”" + question(tag, items.flatMap(\.tags))
    case .status(let status): return "no item has the status \(status.rawValue)"
    case .kind(let kind): return "no item is of the kind \(kind.rawValue)"
    case .reference(let reference): return "no item is named \(reference)"
    case .shortReference(let kind, let number): return "no report has an item \(kind.letter)\(number)"
    default: return nil
    }
  }

  /// The names that a person may have meant: one of their words is a slip away.
  private static func question(_ word: String, _ names: [String]) -> String {
    var known: [String] = []
    for name in names where !known.contains(name) {
      let words = name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
      if !Spelling.nearest(to: word, among: words + [name]).isEmpty { known.append(name) }
    }
    return Spelling.question(Array(known.prefix(3)))
  }
}
