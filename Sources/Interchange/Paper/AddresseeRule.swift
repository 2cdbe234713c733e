/// Finds who should act: the subjects of *should*, *reviews*, *writes*, *reminds*, *considers* and their like.
///
/// Whom they write to or remind are recipients, not addressees; those they *work with* are asked to act as well.
enum AddresseeRule {
  /// The addressees in the text's order, each once; a short name gives way to its longer form.
  static func addressees(_ text: Wording) -> [String] {
    var names = NameList()
    for sentence in text.sentences() {
      guard let clause = MainClause(text, in: sentence) else { continue }
      add(clause, of: text, in: sentence, to: &names)
      let isRecommended = ClauseOpening.end(text, in: sentence).isRecommended
      for start in coordinated(text, after: clause.verb, in: sentence, isRecommended: isRecommended) {
        guard let next = MainClause(text, from: start, sentence: sentence, isRecommended: false) else { continue }
        add(next, of: text, in: sentence, to: &names)
      }
    }
    return names.names
  }

  /// The names in a list of addressees: `Chief Constables and the College of Policing`.
  static func names(in list: Wording) -> [String] {
    var names = NameList()
    for part in parts(list, 0..<list.count) { names.add(name(list, part)) }
    return names.names
  }

  private static func add(_ clause: MainClause, of text: Wording, in sentence: Range<Int>, to names: inout NameList) {
    for part in parts(text, clause.subject) { names.add(name(text, part)) }
    guard let companions = companions(text, clause, in: sentence) else { return }
    for part in parts(text, companions) where Actors.isActor(text, part) { names.add(name(text, part)) }
  }

  /// Where further main clauses of the sentence start: `…, and that the Home Office works`, `; the College should`.
  private static func coordinated(
    _ text: Wording, after verb: Int, in sentence: Range<Int>, isRecommended: Bool
  ) -> [Int] {
    var starts: [Int] = []
    for index in verb..<sentence.upperBound where text[index] == "and" && starts.count < mostClauses {
      if isRecommended, text[index + 1] == "that" {
        starts.append(index + 2)
      } else if [",", ";"].contains(text[index - 1]), text[index + 1] == "the" {
        starts.append(index + 1)
      }
    }
    return starts
  }

  /// Clauses looked at in one sentence; more are no sentence that a person wrote.
  private static let mostClauses = 12

  /// The words behind `works with`, `should work with`, `working with`, up to what they are to do.
  private static func companions(_ text: Wording, _ clause: MainClause, in sentence: Range<Int>) -> Range<Int>? {
    let isModal = Verbs.modals.contains(text[clause.verb])
    var index = isModal ? clause.verb + 1 : clause.verb
    if isModal, text[index] == "to" { index += 1 }
    guard ["work", "works", "working"].contains(text[index]) else { return nil }
    index += 1
    if ["closely", "together", "jointly"].contains(text[index]) { index += 1 }
    guard text[index] == "with" else { return nil }
    let start = index + 1
    var end = start
    while end < sentence.upperBound, !ends.contains(text[end]) { end += 1 }
    return start < end ? start..<end : nil
  }

  private static let ends: Set<String> = ["to", ".", ":", ";", "\n", "so", "on", "in", "towards", "that"]

  /// A list of bodies cut at `and` and commas where both sides name somebody.
  private static func parts(_ text: Wording, _ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where text[index] == "and" || text[index] == "," || text[index] == "&" {
      guard index > start else { continue }
      var next = index + 1
      if text[index] == ",", text[next] == "and" { next += 1 }
      guard next < range.upperBound, Actors.isActor(text, start..<index),
        separates(text, index, next..<range.upperBound)
      else { continue }
      result.append(start..<index)
      start = next
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  /// Whether what follows an `and` starts another name rather than going on with the first.
  private static func separates(_ text: Wording, _ mark: Int, _ rest: Range<Int>) -> Bool {
    // "police and crime commissioner", "fire and rescue service", "communities and local government"
    if ["crime", "rescue", "local", "fire"].contains(text[rest.lowerBound]) { return false }
    let next = rest.first { text[$0] == "and" || text[$0] == "," } ?? rest.upperBound
    return Actors.isActor(text, rest.lowerBound..<next)
  }

  /// A name without its article, and with a long form before its abbreviation in parentheses left out:
  /// `the National Police Chiefs' Council (NPCC) lead` is the NPCC lead.
  private static func name(_ text: Wording, _ range: Range<Int>) -> String {
    var start = range.lowerBound
    while start < range.upperBound, ["the", "a", "an", "both", "-", "•"].contains(text[start]) { start += 1 }
    guard start < range.upperBound else { return "" }
    let trimmed = start..<range.upperBound
    guard let open = trimmed.first(where: { text[$0] == "(" }), open + 2 < text.count, text[open + 2] == ")",
      open > start, text.isCapital(start), text.isCapital(open + 1)
    else { return text.text(trimmed) }
    let abbreviation = text.text(open + 1..<open + 2)
    let rest = open + 3 < range.upperBound ? " " + text.text(open + 3..<range.upperBound) : ""
    return abbreviation + rest
  }
}

/// Names in order, each once, compared without case; of a short and a longer form of one name the longer stays.
private struct NameList {
  private(set) var names: [String] = []

  mutating func add(_ name: String) {
    guard !name.isEmpty, names.count < 20 else { return }
    let folded = name.lowercased()
    for (index, known) in names.enumerated() {
      let other = known.lowercased()
      if other == folded || other.hasPrefix(folded + " ") { return }
      if folded.hasPrefix(other + " ") {
        names[index] = name
        return
      }
    }
    names.append(name)
  }
}
