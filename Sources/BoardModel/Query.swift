/// What to look for on a board, as typed after `/` on the screen or behind a verb.
///
/// Terms are separated by spaces and must all hold. A word matches any text of an item, its reference or its report's
/// title, in any case. `status: report: owner: addressee: kind: ref: tag:` look at one field; `due:30d`, `due:DATE`,
/// `due<DATE` (also `<=`, `>`, `>=`) at the due date; `changed:DATE`, `changed:last-meeting` at history; `overdue`,
/// `no-date`, `no-owner`, `no-comment`, `reopened` stand alone. `-` before a term excludes; double quotes keep spaces
/// together, and a term that begins with a quote is always a word.
package struct Query: Hashable, Sendable {
  /// One condition, and whether it excludes.
  struct Term: Hashable, Sendable {
    var condition: Condition
    var excludes: Bool
  }

  /// What one term asks for; texts are in lower case.
  enum Condition: Hashable, Sendable {
    case word(String)
    case status(Status)
    case report(String)
    case owner(String)
    case addressee(String)
    case kind(ItemKind)
    case reference(ItemReference)
    case shortReference(ItemKind, ItemNumber)
    case tag(String)
    case overdue
    case dueWithin(Span)
    case due(Comparison, CalendarDay)
    case noDate
    case noOwner
    case noComment
    case reopened
    case changedSince(CalendarDay)
    case changedSinceLastMeeting
  }

  /// A time ahead: `30d`, `4w`, `6m`.
  enum Span: Hashable, Sendable {
    case days(Int)
    case months(Int)

    /// The last day of the time that begins on `today`.
    func end(from today: CalendarDay) -> CalendarDay {
      switch self {
      case .days(let count): today.adding(days: count)
      case .months(let count): today.adding(months: count)
      }
    }
  }

  /// How a due date is compared.
  enum Comparison: String, Hashable, Sendable, CaseIterable {
    case lessOrEqual = "<="
    case greaterOrEqual = ">="
    case less = "<"
    case greater = ">"
    case equal = ":"

    func holds(_ left: CalendarDay, _ right: CalendarDay) -> Bool {
      switch self {
      case .lessOrEqual: left <= right
      case .greaterOrEqual: left >= right
      case .less: left < right
      case .greater: left > right
      case .equal: left == right
      }
    }
  }

  let terms: [Term]

  /// Reads a query; one without terms matches everything.
  ///
  /// - Throws: ``BoardError/badQueryTerm(_:position:expected:)`` for the first term that means nothing.
  package init(parsing text: String) throws(BoardError) {
    var reader = QueryReader(text)
    terms = try reader.terms()
  }

  /// The query without terms.
  package static let everything = Query(terms: [])

  init(terms: [Term]) {
    self.terms = terms
  }

  /// Whether the query has no terms and so matches everything.
  package var isEmpty: Bool { terms.isEmpty }

  /// Whether a term names a report or an item; then closed reports are looked through as well.
  package var namesReports: Bool {
    terms.contains { term in
      switch term.condition {
      case .report, .reference, .shortReference: !term.excludes
      default: false
      }
    }
  }

  /// The words that are looked for in texts, in lower case, for marking where they were found.
  package var words: [String] {
    terms.compactMap { term in
      if case .word(let word) = term.condition, !term.excludes { return word }
      return nil
    }
  }
}
