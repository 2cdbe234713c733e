internal import BoardModel
internal import Commands

extension AppState {
  /// Takes back the actor's latest change: at once what was done on this screen, after asking what was not.
  mutating func undo() -> [Effect] {
    guard canReverse() else { return [] }
    guard let summary = board.latestUndoable(by: actor) else {
      refuse(BoardError.nothingToUndo(actor: actor).sentence)
      return []
    }
    if session[summary.id] != nil { return reverse(.undo(summary.id)) }
    return lookUp(summary, isRedo: false)
  }

  /// Puts back what the actor undid last, with the same rule.
  mutating func redo() -> [Effect] {
    guard canReverse() else { return [] }
    guard let summary = board.latestRedoable(by: actor) else {
      refuse(BoardError.nothingToRedo(actor: actor).sentence)
      return []
    }
    if session[summary.id] != nil { return reverse(.redo(summary.id)) }
    return lookUp(summary, isRedo: true)
  }

  mutating func performOnQuestion(_ action: KeyAction) -> [Effect] {
    guard case .confirm(let question)? = overlays.popLast(), action == .accept else { return [] }
    switch question.yes {
    case .undo(let id): return reverse(.undo(id))
    case .redo(let id): return reverse(.redo(id))
    }
  }

  mutating func ask(_ words: String, _ yes: Confirmation.Yes) {
    overlays.append(.confirm(Confirmation(words: words, yes: yes)))
  }

  private mutating func canReverse() -> Bool {
    if let readOnly {
      refuse("nothing can be changed: \(readOnly)")
      return false
    }
    // What is on its way may be the very change that is meant.
    if !pending.isEmpty {
      refuse("the change before is still being saved; try again")
      return false
    }
    return true
  }

  private mutating func reverse(_ effect: Effect) -> [Effect] {
    pending.append(Pending(items: [], status: nil, form: nil))
    return [effect]
  }

  /// Asks the program for a change that this screen did not make, so that the question can say what it did.
  private mutating func lookUp(_ summary: ChangeSummary, isRedo: Bool) -> [Effect] {
    let place = board.place(of: summary.id).map { Int32($0) } ?? -1
    guard let entity = board.records.first(where: { $0.changes.contains(place) })?.entity else {
      ask(summary.id, isRedo: isRedo, "“\(summary.kind.rawValue)”", by: summary)
      return []
    }
    question = AwaitedQuestion(change: summary.id, entity: entity, isRedo: isRedo)
    return [.askTimeline(entity)]
  }

  /// Asks the question that waited for a change, old and new values and all.
  mutating func askAwaited(_ changes: [Change], of entity: EntityReference) {
    guard let awaited = question, awaited.entity == entity else { return }
    question = nil
    guard let place = board.place(of: awaited.change) else { return refuse("that change is no longer there") }
    let summary = board.history[place]
    let change = changes.first { $0.id == awaited.change }
    let words = change.map { "“\($0.description(on: board))”" } ?? "“\(summary.kind.rawValue)” \(entity.name)"
    ask(awaited.change, isRedo: awaited.isRedo, words, by: summary)
  }

  private mutating func ask(_ id: ChangeID, isRedo: Bool, _ words: String, by summary: ChangeSummary) {
    let whose = "by \(board.actor(of: summary)) on \(summary.on.inWords), not made on this screen"
    if isRedo {
      ask("Take back the undo: \(words) \(whose)?", .redo(id))
    } else {
      ask("Undo \(words) \(whose)?", .undo(id))
    }
  }
}
