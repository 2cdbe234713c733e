/// Who can be asked to act, and how papers name them.
enum Actors {
  /// Words that end the name of a body or an office.
  private static let heads: Set<String> = [
    "lead", "leads", "constable", "constables", "force", "forces", "police", "constabulary", "constabularies", "office",
    "college", "service", "services", "commissioner", "commissioners", "council", "councils", "ministry", "department",
    "partners", "partner", "secretary", "director", "directors", "government", "authority", "authorities", "boards",
    "inspectorate", "cps", "npcc", "hmicfrs", "hmic", "mopac", "iopc", "apcc", "pcc", "pccs", "body",
    "bodies", "agency", "agencies", "chief", "chiefs", "team", "unit", "units", "nca", "met", "minister", "ministers",
    "leaders", "organisations", "trust", "trusts", "university", "company", "regulator", "prosecutors", "courts",
    "providers", "prosecutor", "coordinator", "co-ordinator",
    "provider", "union", "association", "federation", "commander", "commanders", "mayor", "mayors", "practitioners",
    "nhs",
  ]
  /// Words that name offices only behind one of these.
  private static let officersOf: Set<String> = [
    "chief", "senior", "principal", "executive", "monitoring", "responsible",
  ]
  /// Words that show that the body is a police force or its chief.
  private static let forceWords: Set<String> = [
    "constable", "constables", "force", "forces", "constabulary", "constabularies", "force's", "constabulary's",
    "forces'", "we", "our",
  ]
  /// Words that show that the body is a national one.
  static let nationalWords: Set<String> = [
    "npcc", "cps", "college", "national", "home", "hmicfrs", "hmic", "government", "ministry", "inspectorate", "apcc",
    "iopc", "nca", "chiefs", "cabinet", "prosecution", "secretary", "minister",
  ]

  /// Whether a phrase of tokens can name somebody who acts: it has such a head before any `for`, `of`, `in`.
  static func isActor(_ text: Wording, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= 30 else { return false }
    var head: Int?
    for index in range {
      let word = text[index]
      if index > range.lowerBound, prepositions.contains(word) { break }
      if text.isWord(index) { head = index }
      if heads.contains(word) { return true }
    }
    guard let head else { return false }
    if text[head] == "officers" || text[head] == "officer" {
      return head > range.lowerBound && officersOf.contains(text[head - 1])
    }
    return false
  }

  /// Whether the name of an owner is a body's or an office's everywhere rather than that of one person's post.
  static func isBody(_ name: String) -> Bool {
    let text = Wording(name)
    let posts: Set<String> = [
      "deputy", "assistant", "temporary", "acting", "supt", "superintendent", "inspector", "manager", "head",
    ]
    guard isActor(text, 0..<text.count), !text.contains(anyOf: posts, in: 0..<text.count) else { return false }
    return text.contains(anyOf: nationalWords, in: 0..<text.count)
      || text.contains(
        anyOf: ["constables", "forces", "services", "commissioners", "councils", "partners"], in: 0..<text.count)
  }

  private static let prepositions: Set<String> = [
    "for", "of", "in", "on", "at", "to", "with", "across", "within", "by", "from", "about",
  ]

  /// Whether the name of an addressee is a force's or its chief's.
  static func isForce(_ name: String) -> Bool {
    let text = Wording(name)
    var sawPolice = false
    for index in 0..<text.count {
      let word = text[index]
      if word == "chief", ["officer", "officers"].contains(text[index + 1]) { return true }
      if forceWords.contains(word), !(word == "constable" && text[index + 1] == "lead") { return true }
      if word == "service" || word == "services" {
        return !text.contains(anyOf: nationalWords, in: 0..<text.count)
      }
      if word == "police" { sawPolice = true }
    }
    guard sawPolice else { return false }
    return !text.contains(anyOf: nationalWords.union(["commissioner", "commissioners"]), in: 0..<text.count)
  }
}

extension Wording {
  /// Whether one of the words stands in a range.
  func contains(anyOf words: Set<String>, in range: Range<Int>) -> Bool {
    range.contains { words.contains(self[$0]) }
  }
}
