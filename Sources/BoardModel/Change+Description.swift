extension Change {
  /// What the change did, in one line: `moved stalking-2019/R1: Force action → Complete`.
  ///
  /// An undo reads `undid “moved …” of K. Ali`. Free text in it is the data's own; whoever shows it makes it inert.
  ///
  /// - Parameter board: A board whose history holds what an undo or redo reverses; without it the line is shorter.
  /// - Complexity: Linear in the operations, and in the history for an undo or redo.
  package func description(on board: Board) -> String {
    ChangeWords(kind: kind, reason: reason, reverses: reverses, operations: operations).line(on: board)
  }

  /// The items, reports and meetings it is about, each once, in the order of the operations.
  package var entities: [EntityReference] { ChangeWords.entities(of: operations) }
}

extension ChangeDraft {
  /// What the change would do, in one line, as ``Change/description(on:)`` says it afterwards.
  package func description(on board: Board) -> String {
    ChangeWords(kind: kind, reason: reason, reverses: reverses, operations: operations).line(on: board)
  }

  /// The items, reports and meetings it is about, each once, in the order of the operations.
  package var entities: [EntityReference] { ChangeWords.entities(of: operations) }
}

/// Puts a change into words.
private struct ChangeWords {
  let kind: ChangeKind
  let reason: String?
  let reverses: ChangeID?
  let operations: [Operation]

  func line(on board: Board) -> String {
    guard kind.isReversal else { return words }
    // What it reversed is told by its own operations: an undo holds them turned round, a redo as they were.
    var place = reverses.flatMap(board.place(of:))
    if kind == .redo { place = place.map { Int(board.history[$0].reverses) }.flatMap { $0 < 0 ? nil : $0 } }
    let verb = kind == .undo ? "undid" : "redid"
    guard let place else { return "\(verb) change \(reverses?.short ?? "")" }
    let summary = board.history[place]
    let original = ChangeWords(
      kind: summary.kind, reason: nil, reverses: nil,
      operations: kind == .undo ? operations.reversed().map(\.reversed) : operations)
    return "\(verb) “\(original.words)” of \(board.actor(of: summary))"
  }

  /// What was done; a change that carries out what a meeting decided says so first.
  private var words: String {
    guard kind != .decide, operations.contains(where: { $0.key.field == .outcome }) else { return deed }
    let rest = operations.filter { ![.outcome, .minute, .assurance, .decided].contains($0.key.field) }
    let deed = ChangeWords(kind: kind, reason: reason, reverses: nil, operations: rest).deed
    return "\(decisionWords); \(deed)"
  }

  private var deed: String {
    guard !operations.isEmpty else { return "changed nothing" }
    let names = ChangeWords.names(entities)
    switch kind {
    case .import: return importWords
    case .add: return "added \(names)"
    case .reportAdd: return "added report \(names)"
    case .reportClose: return "closed report \(names)" + (reason.map { ": \(Operation.cut($0, 60))" } ?? "")
    case .reportReopen: return "reopened report \(names)" + (reason.map { ": \(Operation.cut($0, 60))" } ?? "")
    case .edit, .reportEdit: return "edited \(edits)"
    case .move: return "moved \(grouped(by: .status) ?? names)"
    case .withdraw: return "withdrew \(names)" + (reason.map { ": \(Operation.cut($0, 60))" } ?? "")
    case .respond, .comment, .reply: return commentWords(names)
    case .record: return "recorded \(edits)"
    case .assign: return "assigned \(grouped(by: .owner) ?? names)"
    case .due: return "set the due date of \(grouped(by: .due) ?? names)"
    case .note:
      let isPrivate = operations.contains { $0.key.field == .privateNote }
      return "added a \(isPrivate ? "private note" : "note") to \(names)"
    case .evidence: return "added evidence to \(names)"
    case .verify: return "verified \(names)"
    case .rank: return "reordered \(names)"
    case .meeting: return meetingWords(names)
    case .decide: return decisionWords
    case .action: return actionWords(names)
    case .settle:
      guard let only = operations.first else { return "settled \(names)" }
      return "settled \(names) (\(only.key.field.words): \(Operation.cut(only.key.field.words(for: only.new), 40)))"
    case .redact: return "erased the \(operations.first?.new.map(ChangeWords.erased) ?? "text") of \(names) for good"
    case .undo, .redo: return "reversed a change of \(names)"
    }
  }

  /// A part that was erased, in words.
  private static func erased(_ name: String) -> String { Field(rawValue: name)?.words ?? name }

  private var entities: [EntityReference] { ChangeWords.entities(of: operations) }

  static func entities(of operations: [Operation]) -> [EntityReference] {
    var seen: Set<EntityReference> = []
    return operations.map(\.entity).filter { seen.insert($0).inserted }
  }

  /// `imported stalking-2019 (8 items)`.
  private var importWords: String {
    var key: String?
    var items = 0
    for entity in entities {
      switch entity {
      case .report(let report): key = report
      case .item(let reference):
        items += 1
        key = key ?? reference.report
      case .meeting, .action: break
      }
    }
    return "imported \(key ?? "a paper") (\(items) \(items == 1 ? "item" : "items"))"
  }

  private func meetingWords(_ names: String) -> String {
    if let title = operations.first(where: { $0.key.field == .title }) {
      let agenda = operations.first { $0.key.field == .agenda }?.new?.split(separator: "\n").count ?? 0
      let count = agenda == 0 ? "" : " (agenda of \(agenda))"
      return "began \(names): \(Operation.cut(title.new ?? "", 60))\(count)"
    }
    if operations.contains(where: { $0.key.field == .ended }) { return "ended \(names)" }
    for field in [Field.discussed, .skipped] {
      guard let mark = operations.first(where: { $0.key.field == field }) else { continue }
      return "marked \(field.words(for: mark.new ?? mark.old)) as \(field.words)"
    }
    return operations.contains { $0.key.field == .agenda } ? "set the agenda of \(names)" : "changed \(names)"
  }

  /// `decided on stalking-2019/R1: agreed`.
  private var decisionWords: String {
    guard let decision = operations.first(where: { $0.key.field == .outcome }) else {
      return "corrected the words on \(ChangeWords.names(entities))"
    }
    if decision.old != nil, decision.new != nil {
      return "corrected the outcome on \(decision.entity.name): \(decision.arrow())"
    }
    return "decided on \(decision.entity.name): \(Field.outcome.words(for: decision.new ?? decision.old))"
  }

  /// `set action 17-8c1d for DCI Hale by 30 May 2019: write to the lead`.
  private func actionWords(_ names: String) -> String {
    func new(_ field: Field) -> String? { operations.first { $0.key.field == field }.map { field.words(for: $0.new) } }
    if let text = new(.text) {
      return "set \(names) for \(new(.owner) ?? "") by \(new(.due) ?? ""): \(Operation.cut(text, 60))"
    }
    if let day = new(.doneOn) { return "finished \(names) on \(day)" }
    if let way = grouped(by: .due) { return "set the due date of \(way)" }
    return grouped(by: .owner).map { "assigned \($0)" } ?? "changed \(names)"
  }

  private func commentWords(_ names: String) -> String {
    if let position = operations.first(where: { $0.key.field == .position }) {
      return "set the (5B) position of \(names): \(position.arrow())"
    }
    guard let first = operations.first else { return "commented on \(names)" }
    return "\(first.old == nil ? "wrote" : "rewrote") the \(first.key.field.words) of \(names)"
  }

  /// `stalking-2019/R1 (owner: awaiting allocation → Sgt Ali)`; several fields by their names only.
  private var edits: String {
    entities.map { entity in
      let own = operations.filter { $0.entity == entity }
      if own.count == 1, let only = own.first { return "\(entity.name) (\(only.words(limit: 40)))" }
      return "\(entity.name) (\(own.map(\.key.field.words).joined(separator: ", ")))"
    }.joined(separator: "; ")
  }

  /// Entities whose field goes the same way, together: `a/R1, R2: Force action → Complete; a/R3: …`.
  private func grouped(by field: Field) -> String? {
    var ways: [String] = []
    var members: [String: [EntityReference]] = [:]
    for operation in operations where operation.key.field == field {
      let way = operation.arrow()
      if members[way] == nil { ways.append(way) }
      members[way, default: []].append(operation.entity)
    }
    guard !ways.isEmpty else { return nil }
    return ways.map { "\(ChangeWords.names(members[$0] ?? [])): \($0)" }.joined(separator: "; ")
  }

  /// The names, a report's key only before its first item; more than six are counted.
  private static func names(_ entities: [EntityReference]) -> String {
    var report: String?
    let shown = entities.prefix(entities.count > 6 ? 5 : 6).map { entity -> String in
      guard case .item(let reference) = entity else { return entity.name }
      defer { report = reference.report }
      return reference.report == report ? reference.short : reference.description
    }
    let rest = entities.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
