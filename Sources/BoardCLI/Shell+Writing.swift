internal import BoardModel
internal import BoardStore
internal import JSONText

/// What a writing verb wants of the board; planned inside the lock, on the board as it then is.
enum Wanted {
  case command(Command)
  case undo(Change, onlyFree: Bool)
  case redo(Change)
  case paper(ImportVerb.Paper)

  /// The operations that carry it out.
  func plan(on board: Board, as id: ChangeID) throws(BoardError) -> ChangeDraft {
    switch self {
    case .command(let command): try board.plan(command, as: id)
    case .undo(let change, let onlyFree): try board.undo(of: change, onlyFree: onlyFree)
    case .redo(let change): try board.redo(of: change)
    case .paper(let paper): try paper.draft(on: board, as: id)
    }
  }
}

extension Shell {
  /// Carries out what a verb wants, or with `--dry-run` shows it, and says old → new and how to take it back.
  ///
  /// - Parameters:
  ///   - named: What the person named, to say of each whether it changed at all.
  ///   - preconditions: What the person took for granted; where it does not hold, nothing is written.
  func write(
    _ wanted: Wanted, in session: Session, named: [EntityReference] = [], expecting preconditions: [Precondition] = []
  ) throws(Failure) -> ExitStatus {
    if invocation.has("dry-run") {
      if let unmet = session.board.firstUnmet(of: preconditions) { throw .store(.changedMeanwhile(unmet)) }
      do throws(BoardError) {
        let draft = try wanted.plan(on: session.board, as: Session.provisionalID)
        try tell(draft, named: named, on: session.board)
      } catch {
        throw .board(error)
      }
      return .done
    }
    guard let change = try session.commit(wanted, expecting: preconditions) else {
      tellNothing(named: named, on: session.board)
      return .done
    }
    tell(change, named: named, on: session.board)
    try console.flush(after: change)
    return .done
  }

  /// Carries out what a verb wants of a selection.
  func write(_ command: Command, on selection: Selection, in session: Session) throws(Failure) -> ExitStatus {
    try write(.command(command), in: session, named: selection.entities, expecting: selection.expected)
  }

  private func tell(_ change: Change, named: [EntityReference], on board: Board) {
    if json {
      writeJSON(on: board, dryRun: false, entities: change.entities) {
        JSONOutput.change(change, on: board, to: &$0)
      }
    } else if !invocation.globals.quiet {
      let lines = self.lines(
        kind: change.kind, line: change.description(on: board), operations: change.operations, named: named)
      let way = change.kind == .undo ? "Redo: board redo" : "Undo: board undo"
      for line in lines.dropLast() { console.line(line) }
      let last = lines.last ?? ""
      // A text that was recorded often ends with its own full stop.
      console.line("\(last)\(last.hasSuffix(".") ? "" : ".") \(way)")
    }
  }

  private func tell(_ draft: ChangeDraft, named: [EntityReference], on board: Board) throws(BoardError) {
    if draft.operations.isEmpty { return tellNothing(named: named, on: board) }
    if json {
      writeJSON(on: board, dryRun: true, entities: draft.entities) { JSONOutput.draft(draft, on: board, to: &$0) }
    } else {
      let lines = self.lines(
        kind: draft.kind, line: draft.description(on: board), operations: draft.operations, named: named)
      for line in lines { console.line("would change: \(line)") }
      console.line("Nothing was written (--dry-run).")
    }
  }

  private func tellNothing(named: [EntityReference], on board: Board) {
    if json {
      writeJSON(on: board, dryRun: invocation.has("dry-run"), entities: named) { $0.null() }
    } else if !invocation.globals.quiet {
      let names = named.map(\.name).joined(separator: ", ")
      console.line("Nothing to change\(names.isEmpty ? "" : ": \(names)") — it is already so.")
    }
  }

  private func writeJSON(
    on board: Board, dryRun: Bool, entities: [EntityReference], _ change: (inout JSONWriter) -> Void
  ) {
    let items = entities.compactMap { entity -> Item? in
      if case .item(let reference) = entity { return board.item(reference) }
      return nil
    }
    console.raw(
      JSONOutput.object(kind: "change", asOf: now, today: today) { writer in
        writer.member("dryRun", dryRun)
        writer.key("change")
        change(&writer)
        writer.array("items", of: items) { JSONOutput.item($1, on: board, today: today, to: &$0) }
      })
  }

  /// One line an item, old before new; changes without such lines in one line of their own.
  private func lines(
    kind: ChangeKind, line: String, operations: [Operation], named: [EntityReference]
  ) -> [String] {
    if operations.contains(where: { $0.key.field == .outcome }) { return [line] }
    switch kind {
    case .move, .assign, .due, .edit, .reportEdit, .record, .respond, .comment, .reply, .verify, .note, .evidence:
      break
    default: return [line]
    }
    var order: [EntityReference] = []
    var own: [EntityReference: [Operation]] = [:]
    for operation in operations {
      if own[operation.entity] == nil { order.append(operation.entity) }
      own[operation.entity, default: []].append(operation)
    }
    let unchanged = named.filter { own[$0] == nil }.map { "\($0.name): unchanged" }
    return unchanged + order.map { "\($0.name): \(words(own[$0] ?? [], kind: kind))" }
  }

  /// The verb has said which field: a status alone reads as on the screen, without the words it was closed with.
  private func words(_ operations: [Operation], kind: ChangeKind) -> String {
    if kind == .move, !invocation.has("dry-run"), let status = operations.first(where: { $0.key.field == .status }) {
      return status.arrow()
    }
    return operations.map(words(of:)).joined(separator: "; ")
  }

  /// Two long texts that begin alike would read as the same; then their lengths tell them apart.
  private func words(of operation: Operation) -> String {
    if operation.key.field == .status { return operation.arrow() }
    if let old = operation.old, let new = operation.new, max(old.count, new.count) > 60,
      old.prefix(50) == new.prefix(50)
    {
      return "\(operation.key.field.words): rewritten, \(old.count) → \(new.count) characters"
    }
    return operation.words()
  }
}
