// Undo for several people: an undo appends the reverse of a change. A register may be put back only while the
// change being undone is its effective writer, and putting it back restores the effective writer that it uncovers.

extension Board {
  /// The change that a plain undo by this actor takes back: the latest by that name that stands; `nil` for none.
  package func latestUndoable(by actor: String) -> ChangeSummary? {
    history.last { $0.kind.isUndoable && !$0.undone && self.actor(of: $0) == actor }
  }

  /// The undo that a redo by this actor takes back; `nil` when none is left or a new command of theirs came after it.
  package func latestRedoable(by actor: String) -> ChangeSummary? {
    for summary in history.reversed() where self.actor(of: summary) == actor {
      if !summary.kind.isReversal { return nil }
      if summary.kind == .undo, !summary.undone { return summary }
    }
    return nil
  }

  /// The undo of a change: every register whose effective writer it is goes back to its value before.
  ///
  /// - Parameters:
  ///   - change: The change to take back, whole, as it was recorded.
  ///   - onlyFree: Whether registers that somebody changed later are left alone instead of refusing the undo.
  /// - Throws: ``BoardError/notFree(_:)``, ``BoardError/alreadyUndone(_:)``, ``BoardError/isReversal(_:)`` or
  ///   ``BoardError/notUndoable(_:)``.
  package func undo(of change: Change, onlyFree: Bool = false) throws(BoardError) -> ChangeDraft {
    guard !change.kind.isReversal else { throw .isReversal(change.id) }
    guard change.kind.isUndoable else { throw .notUndoable(change.id) }
    if let place = place(of: change.id), history[place].undone { throw .alreadyUndone(change.id) }
    var operations: [Operation] = []
    var blocked: [BoardError.Blocked] = []
    let unmakeable = entitiesInUse(madeBy: change, blocked: &blocked)
    for operation in change.operations.reversed() where !unmakeable.contains(operation.entity) {
      guard let register = record(operation.entity)?.register(operation.key) else { continue }
      if register.writer == change.id {
        operations.append(
          Operation(
            entity: operation.entity, key: operation.key, old: register.value, new: operation.old, from: change.id,
            restores: operation.from))
      } else {
        blocked.append(self.blocked(operation.entity, register))
      }
    }
    if !blocked.isEmpty, !onlyFree || operations.isEmpty { throw .notFree(blocked) }
    return ChangeDraft(kind: .undo, reverses: change.id, operations: operations)
  }

  /// The redo of an undo: what it took back stands again, if nothing it touched has changed since.
  ///
  /// - Parameter undo: The undo to take back, whole, as it was recorded.
  package func redo(of undo: Change) throws(BoardError) -> ChangeDraft {
    guard undo.kind == .undo, let undone = undo.reverses else { throw .isReversal(undo.id) }
    if let place = place(of: undo.id), history[place].undone { throw .alreadyUndone(undo.id) }
    var operations: [Operation] = []
    var blocked: [BoardError.Blocked] = []
    for operation in undo.operations.reversed() {
      guard let uncovered = operation.restores, let register = record(operation.entity)?.register(operation.key)
      else { continue }
      if register.writer == uncovered, register.value == operation.new {
        operations.append(
          Operation(
            entity: operation.entity, key: operation.key, old: register.value, new: operation.old, from: uncovered,
            restores: undone))
      } else {
        blocked.append(self.blocked(operation.entity, register))
      }
    }
    if !blocked.isEmpty { throw .notFree(blocked) }
    return ChangeDraft(kind: .redo, reverses: undo.id, operations: operations)
  }

  /// Of the entities that a change made, those that other changes have written to since: they cannot be unmade.
  private func entitiesInUse(madeBy change: Change, blocked: inout [BoardError.Blocked]) -> Set<EntityReference> {
    var inUse: Set<EntityReference> = []
    for operation in change.operations
    where operation.key.field.isExistence(of: operation.entity) && operation.old == nil {
      guard let record = record(operation.entity) else { continue }
      let others = record.registers.filter { $0.writer != change.id && $0.writer != .none }
      if !others.isEmpty {
        inUse.insert(operation.entity)
        blocked += others.map { self.blocked(operation.entity, $0) }
      }
      if case .report(let key) = operation.entity, let guest = items(of: key).first(where: { !isMade($0, by: change) })
      {
        inUse.insert(operation.entity)
        if let register = guest.record.register(FieldKey(.kind)) {
          blocked.append(self.blocked(guest.record.entity, register))
        }
      }
    }
    return inUse
  }

  private func isMade(_ item: Item, by change: Change) -> Bool {
    item.record.register(FieldKey(.kind))?.writer == change.id
  }

  private func blocked(_ entity: EntityReference, _ register: Register) -> BoardError.Blocked {
    let summary = place(of: register.writer).map { history[$0] }
    return BoardError.Blocked(
      entity: entity, key: register.key, value: register.value, writer: register.writer,
      actor: summary.map { actor(of: $0) } ?? "", on: summary?.on)
  }
}
