extension Query {
  /// Whether an item is what the query looks for, on a board as it stands on `today`.
  ///
  /// - Complexity: Linear in the item's texts, and for `report:`, words and `changed:last-meeting` in the board's
  ///   records as well; for many items use ``items(on:today:among:)``.
  package func matches(_ item: Item, board: Board, today: CalendarDay) -> Bool {
    QueryMatcher(self, board: board, today: today).matches(item)
  }

  /// The items that the query looks for, in the order given (the board's default order without `items`).
  ///
  /// Items of closed reports are found only by a query that names a report or an item.
  /// - Complexity: Linear in the texts of the items.
  package func items(on board: Board, today: CalendarDay, among items: [Item]? = nil) -> [Item] {
    let candidates = items ?? board.items
    if isEmpty, board.closedReports.isEmpty { return candidates }
    return candidates.filter(test(on: board, today: today))
  }

  /// The query as a test of items, with all that it needs of the board looked up once.
  package func test(on board: Board, today: CalendarDay) -> (Item) -> Bool {
    QueryMatcher(self, board: board, today: today).matches
  }

  /// Whether everything that this query finds is found by another one too, so that only its finds need looking at.
  ///
  /// `false` may also mean that it is not known; adding a term or lengthening the last word is.
  package func narrows(_ other: Query) -> Bool {
    guard terms.count >= other.terms.count else { return false }
    for (term, before) in zip(terms, other.terms) where term != before {
      guard case .word(let word) = term.condition, case .word(let wordBefore) = before.condition, !term.excludes,
        !before.excludes, word.hasPrefix(wordBefore)
      else { return false }
    }
    return true
  }
}

/// A query with what it needs of one board looked up once.
private struct QueryMatcher {
  let query: Query
  let board: Board
  let today: CalendarDay
  /// For each term, the keys of the reports that it names or whose title it matches.
  let reports: [Set<String>]
  /// The keys of the closed reports, whose items are left out; empty when the query names a report or an item.
  let closed: Set<String>
  /// The place in the history of the end of the last meeting; -1 when none was held.
  let lastMeeting: Int32

  init(_ query: Query, board: Board, today: CalendarDay) {
    self.query = query
    self.board = board
    self.today = today
    let needsReports = query.terms.contains { term in
      switch term.condition {
      case .word, .report: true
      default: false
      }
    }
    let known = needsReports ? board.reports : []
    reports = query.terms.map { QueryMatcher.reports(for: $0.condition, among: known) }
    closed = query.namesReports ? [] : board.closedReports
    let needsMeeting = query.terms.contains { $0.condition == .changedSinceLastMeeting }
    lastMeeting = needsMeeting ? board.lastMeeting.flatMap { board.placeOfEnd(of: $0) }.map(Int32.init) ?? -1 : -1
  }

  /// A report's key matches whole; only where no report has that key does its beginning count.
  private static func reports(for condition: Query.Condition, among reports: [InspectionReport]) -> Set<String> {
    switch condition {
    case .word(let word):
      return Set(reports.filter { FoldedText.contains($0.title, word) }.map(\.key))
    case .report(let key):
      if reports.contains(where: { $0.key == key }) { return [key] }
      return Set(reports.map(\.key).filter { $0.hasPrefix(key) })
    default: return []
    }
  }

  func matches(_ item: Item) -> Bool {
    if !closed.isEmpty, closed.contains(item.reference.report) { return false }
    for (index, term) in query.terms.enumerated() where holds(term.condition, index, item) == term.excludes {
      return false
    }
    return true
  }

  private func holds(_ condition: Query.Condition, _ index: Int, _ item: Item) -> Bool {
    switch condition {
    case .word(let word): reports[index].contains(item.reference.report) || QueryMatcher.hasWord(word, item)
    case .status(let status): item.status == status
    case .report: reports[index].contains(item.reference.report)
    case .owner(let name): item.owner.map { FoldedText.contains($0, name) } ?? false
    case .addressee(let name): item.addressees.contains { FoldedText.contains($0, name) }
    case .kind(let kind): item.kind == kind
    case .reference(let reference): item.reference == reference
    case .shortReference(let kind, let number): item.kind == kind && item.reference.number == number
    case .tag(let tag): item.tags.contains { $0.lowercased() == tag }
    case .overdue: if case .overdue = item.dueState(on: today) { true } else { false }
    case .dueWithin(let span): isDue(item, by: span.end(from: today))
    case .due(let comparison, let day): item.due.map { comparison.holds($0, day) } ?? false
    case .noDate: item.due == nil
    case .noOwner: item.owner == nil
    case .noComment: item.bodyComments == nil
    case .reopened: item.reopened > 0
    case .changedSince(let day): hasChanged(item) { $0.on >= day }
    case .changedSinceLastMeeting: (item.record.changes.last ?? -1) > lastMeeting
    }
  }

  /// Whether an item that is not complete falls due by a day; what is overdue counts as well.
  private func isDue(_ item: Item, by day: CalendarDay) -> Bool {
    guard item.status != .complete, let due = item.due else { return false }
    return due <= day
  }

  private func hasChanged(_ item: Item, _ condition: (ChangeSummary) -> Bool) -> Bool {
    item.record.changes.contains { condition(board.history[Int($0)]) }
  }

  /// Whether words are looked for in a field.
  private static func isText(_ field: Field) -> Bool {
    switch field {
    case .text, .paragraph, .addressees, .period, .owner, .tags, .chiefOfficerComments, .bodyComments, .bodyReply,
      .closureReason, .noEvidence, .note, .privateNote, .evidence:
      true
    default: false
    }
  }

  private static func hasWord(_ word: String, _ item: Item) -> Bool {
    if item.record.hasText(in: isText, where: { FoldedText.contains($0, word) }) { return true }
    let reference = item.reference
    if FoldedText.contains(reference.report, word) || FoldedText.contains(reference.short, word) { return true }
    return word.contains("/") && FoldedText.contains(reference.description, word)
  }
}

/// Search in texts without regard to case.
enum FoldedText {
  /// Whether a text holds a word that is given in lower case.
  ///
  /// - Complexity: Linear in the text; for words in ASCII without a copy of it.
  static func contains(_ text: String, _ word: String) -> Bool { contains(text.utf8Span.span, word) }

  /// Whether a text in UTF-8 holds a word that is given in lower case.
  static func contains(_ text: Span<UInt8>, _ word: String) -> Bool {
    guard word.utf8.allSatisfy({ $0 < 0x80 }) else {
      let lowered = unsafe text.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }.lowercased()
      return find(word.utf8Span.span, in: lowered.utf8Span.span)
    }
    return find(word.utf8Span.span, in: text)
  }

  /// Finds lower-case bytes in bytes whose ASCII letters may be in either case.
  private static func find(_ word: Span<UInt8>, in text: Span<UInt8>) -> Bool {
    if word.isEmpty { return true }
    guard word.count <= text.count else { return false }
    let first = word[0]
    let last = text.count - word.count
    var start = 0
    while start <= last {
      if start + 8 <= text.count, !mayHold(first, text, at: start) {
        start += 8
        continue
      }
      let end = min(start + 8, last + 1)
      while start < end {
        if lower(text[start]) == first, isAt(start, word, text) { return true }
        start += 1
      }
    }
    return false
  }

  /// Whether one of eight bytes may be a letter in either case; false is certain.
  private static func mayHold(_ letter: UInt8, _ text: Span<UInt8>, at place: Int) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // In bounds: the caller has compared. With bit 5 set, letters of both cases are alike, and a match is a zero byte.
    let word = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
    let alike = (word | ones &* 0x20) ^ ones &* UInt64(letter | 0x20)
    return (alike &- ones) & ~alike & (ones &* 0x80) != 0
  }

  private static func isAt(_ start: Int, _ word: Span<UInt8>, _ text: Span<UInt8>) -> Bool {
    var length = 1
    while length < word.count, lower(text[start + length]) == word[length] { length += 1 }
    return length == word.count
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
