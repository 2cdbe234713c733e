/// When the inspectorate wants an item done: its words, and the rule they state.
package struct CompletionPeriod: Hashable, Sendable {
  /// The rule behind the words.
  package enum Rule: Hashable, Sendable {
    /// That many months after publication, held to the month's end.
    case months(Int)
    /// That many days after publication.
    case days(Int)
    /// The publication day itself.
    case immediately
    /// A stated day; for a stated month, its last day.
    case by(CalendarDay)
  }

  /// The paper's words: `within six months`.
  package let words: String
  /// What they mean.
  package let rule: Rule

  /// A period from its parts.
  package init(words: String, rule: Rule) {
    self.words = words
    self.rule = rule
  }

  /// The due date when the period runs from a publication day; a stated day needs none.
  package func due(from publication: CalendarDay?) -> CalendarDay? {
    switch rule {
    case .months(let count): publication?.adding(months: count)
    case .days(let count): publication?.adding(days: count)
    case .immediately: publication
    case .by(let day): day
    }
  }
}
