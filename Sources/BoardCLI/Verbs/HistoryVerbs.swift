internal import BoardModel

/// `board undo [CHANGE]`: takes back the actor's latest change, or any one.
enum UndoVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
    let session = try Session.writing(shell)
    let id: ChangeID
    if let name = shell.invocation.operands.first {
      do throws(BoardError) {
        id = try session.board.resolveChange(name).id
      } catch {
        throw .board(error)
      }
    } else {
      guard let latest = session.board.latestUndoable(by: shell.actor) else {
        throw .board(.nothingToUndo(actor: shell.actor))
      }
      id = latest.id
    }
    let change = try session.change(id)
    return try shell.write(.undo(change, onlyFree: shell.invocation.has("only-free")), in: session)
  }
}

/// `board redo`: puts back what the actor undid last.
enum RedoVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(0)
    let session = try Session.writing(shell)
    guard let latest = session.board.latestRedoable(by: shell.actor) else {
      throw .board(.nothingToRedo(actor: shell.actor))
    }
    return try shell.write(.redo(try session.change(latest.id)), in: session)
  }
}
