/// The first part of a report's key: the word of its title that says what it is about.
enum ReportSubject {
  /// The first significant word of a title in lower case, at most 24 letters and digits; `report` when there is none.
  ///
  /// Words that every such title has, and the names of forces, are passed over.
  static func word(of title: String, force: String?) -> String {
    let text = Wording(title)
    let forceWords = Set(Wording(force ?? "").tokens.map(\.folded))
    for index in 0..<text.count where text.isWord(index) {
      let word = text[index]
      if common.contains(word) || forceWords.contains(word) || isPlace(text, index) { continue }
      let letters = word.utf8.prefix { ASCII.isLetter($0) || ASCII.isDigit($0) }
      guard letters.count >= 3, letters.contains(where: ASCII.isLetter) else { continue }
      return String(Substring(letters.prefix(24)))
    }
    return "report"
  }

  /// Whether a capitalised word stands before `Police` or `Constabulary`, with capitalised words only between.
  private static func isPlace(_ text: Wording, _ index: Int) -> Bool {
    var next = index
    while text.isCapital(next), next - index <= 3 {
      next += 1
      if ["police", "constabulary"].contains(text[next]), text.isCapital(next) { return true }
    }
    return false
  }

  private static let common: Set<String> = [
    "a", "an", "and", "the", "of", "on", "in", "to", "for", "by", "with", "from", "at", "how", "well", "is", "are",
    "its",
    "their", "into", "what", "an", "inspection", "inspections", "report", "reports", "response", "responses",
    "national",
    "thematic", "police", "policing", "force", "forces", "constabulary", "service", "services", "hmicfrs", "hmic",
    "peel",
    "review", "revisit", "post-inspection", "post", "follow-up", "update", "assessment", "letter", "spotlight", "her",
    "his", "majesty's", "inspectorate", "joint", "unannounced", "visit", "progress", "recommendation",
    "recommendations",
    "chief", "constable", "constable's", "commissioner", "commissioner's", "annual",
  ]
}
