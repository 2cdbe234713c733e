/// Words that only the board at hand knows, and how a completion script asks for them.
enum LiveWords: String, CaseIterable {
  case references, reports, owners, actions, meetings, changes, query

  /// What an operand takes; empty when the board has no say.
  static func of(_ kind: Verb.Operand.Kind) -> [LiveWords] {
    switch kind {
    case .reference: [.references]
    case .target: [.references, .reports]
    case .report: [.reports]
    case .owner: [.owners]
    case .action: [.actions]
    case .meeting: [.meetings]
    case .change: [.changes]
    case .query: [.query]
    case .file, .oneOf, .words: []
    }
  }

  /// What the value of a flag is, told by its placeholder.
  init?(flag: Verb.Flag) {
    switch (flag.name, flag.value) {
    case ("owner", _): self = .owners
    case (_, "REF"): self = .references
    case (_, "MEETING"): self = .meetings
    case (_, "QUERY"): self = .query
    case ("as-at", _), ("since", _): self = .changes
    default: return nil
    }
  }

  /// The pipeline that prints them, a line each.
  ///
  /// - Parameter board: How the script calls the program.
  func pipeline(_ board: String) -> String {
    switch self {
    case .references: "\(board) list --porcelain 2>/dev/null | cut -f1"
    case .reports: "\(board) report --porcelain 2>/dev/null | cut -f1"
    case .owners: "\(board) list --porcelain 2>/dev/null | cut -f4 | sort -u"
    case .actions: "\(board) actions --porcelain 2>/dev/null | cut -f1"
    case .meetings: "\(board) meeting list --porcelain 2>/dev/null | cut -f1; echo last"
    case .changes: "\(board) log --porcelain 2>/dev/null | head -n 30 | cut -f1"
    case .query:
      "printf '%s\\n' \(LiveWords.terms.joined(separator: " ")); \(LiveWords.reports.pipeline(board)) | sed 's/^/report:/'"
    }
  }

  /// Terms of a query that every board knows.
  private static let terms =
    VerbTable.statuses.map { "status:\($0)" }
    + [
      "kind:recommendation", "kind:area-for-improvement", "kind:cause-of-concern", "overdue", "no-date", "no-owner",
      "no-comment", "reopened", "due:30d", "changed:last-meeting",
    ]

  /// What the operands of a verb take, each once.
  static func of(_ verb: Verb) -> [LiveWords] {
    var words: [LiveWords] = []
    for live in verb.operands.flatMap({ of($0.kind) }) where !words.contains(live) { words.append(live) }
    return words
  }
}
