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
    ask("Undo \(words(for: summary))?", .undo(summary.id))
    return []
  }

  /// Puts back what the actor undid last, with the same rule.
  mutating func redo() -> [Effect] {
    guard canReverse() else { return [] }
    guard let summary = board.latestRedoable(by: actor) else {
      refuse(BoardError.nothingToRedo(actor: actor).sentence)
      return []
    }
    if session[summary.id] != nil { return reverse(.redo(summary.id)) }
    ask("Redo what was undone by \(words(for: summary))?", .redo(summary.id))
    return []
  }

  mutating func performOnQuestion(_ action: KeyAction) -> [Effect] {
    guard case .confirm(let question)? = overlays.popLast(), action == .accept else { return [] }
    switch question.yes {
    case .undo(let id): return reverse(.undo(id))
    case .redo(let id): return reverse(.redo(id))
    case .leaveForm:
      overlays.removeLast()
      return []
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

  /// A change that this screen did not make: what, whose, when, and that it came from elsewhere.
  private func words(for summary: ChangeSummary) -> String {
    let place = board.place(of: summary.id).map { Int32($0) } ?? -1
    let touched = board.records.filter { $0.changes.contains(place) }.map(\.entity.name)
    let names = touched.prefix(3).joined(separator: ", ") + (touched.count > 3 ? " and \(touched.count - 3) more" : "")
    let what = "“\(summary.kind.rawValue)” \(names)"
    return "\(what) by \(board.actor(of: summary)) on \(summary.on.inWords), not made on this screen"
  }
}
