package import BoardModel

/// How much of a board an export shows.
///
/// What is not shown is taken out of the changes before the board is folded from them, so that no format, present or
/// to come, can show it. A private note is in no export (it is kept for screens that are not public).
package enum Disclosure: Hashable, Sendable {
  /// Everything but private notes.
  case whole
  /// For the public: no private notes, no evidence, no names of officers (owners of items and
  /// of actions, contact officers, who made changes).
  ///
  /// A board has no mark for evidence that is internal, so all of it counts as such; that there is some stays visible
  /// to the rules, so that an item is not called unevidenced by mistake.
  case forThePublic

  /// What stands for the name of somebody, or for a piece of evidence, that is not shown.
  package static let withheld = "withheld"

  /// The board as this disclosure shows it.
  ///
  /// - Parameters:
  ///   - changes: All changes of the board, in their order.
  ///   - settings: The board's settings.
  /// - Complexity: That of folding all changes.
  package func board(of changes: [Change], settings: BoardSettings) -> Board {
    var board = Board(settings: settings)
    for change in changes { board.apply(shown(change)) }
    return board
  }

  private func shown(_ change: Change) -> Change {
    Change(
      id: change.id, lamport: change.lamport, at: change.at, on: change.on,
      actor: self == .whole ? change.actor : Disclosure.withheld,
      login: self == .whole ? change.login : Disclosure.withheld, meeting: change.meeting, kind: change.kind,
      reason: change.reason, reverses: change.reverses, operations: change.operations.compactMap(shown))
  }

  private func shown(_ operation: Operation) -> Operation? {
    switch operation.key.field {
    case .privateNote: return nil
    case .owner, .contactOfficers: return self == .whole ? operation : nil
    case .evidence where self == .forThePublic:
      return Operation(
        entity: operation.entity, key: operation.key, old: operation.old.map { _ in Disclosure.withheld },
        new: operation.new.map { _ in Disclosure.withheld }, from: operation.from, restores: operation.restores)
    default: return operation
    }
  }
}
