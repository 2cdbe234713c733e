internal import BoardModel

/// `board log [REF]`: every change, the newest first, with undo pairs.
enum LogVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
    let form = try shell.tableForm()
    let session = try shell.openForReading()
    var entity: EntityReference?
    if let name = shell.invocation.operands.first { entity = try shell.readable(name, on: session.board).entity }
    let changes = Array(try session.changes(touching: entity).reversed())
    switch form {
    case .json:
      shell.answer("change-list", session) { writer in
        writer.array("changes", of: changes) { JSONOutput.change($1, on: session.board, to: &$0) }
      }
    case .csv:
      shell.rows(
        form,
        header: ["change", "at", "on", "actor", "login", "kind", "ref", "field", "old", "new", "reason", "undoes"],
        changes.lazy.flatMap(csv))
    case .porcelain:
      shell.rows(
        form, header: [],
        changes.lazy.map { change in
          [
            change.id.short, Timestamp.utc(milliseconds: change.at), change.actor, change.kind.rawValue,
            change.entities.map(\.name).joined(separator: " "), change.description(on: session.board),
          ]
        })
    case .linear:
      shell.console.page()
      for change in changes { shell.console.line(Linear.change(change, session, shell)) }
      if changes.isEmpty { shell.console.line("No changes yet.") }
    case .text, .calendar: text(changes, session, shell)
    }
    return .done
  }

  /// One row for each register that a change set.
  private static func csv(_ change: Change) -> [[String]] {
    change.operations.map { operation in
      [
        change.id.description, Timestamp.utc(milliseconds: change.at), change.on.description, change.actor,
        change.login, change.kind.rawValue, operation.entity.name, operation.key.field.rawValue,
        operation.old ?? "", operation.new ?? "", change.reason ?? "", change.reverses?.description ?? "",
      ]
    }
  }

  private static func text(_ changes: [Change], _ session: Session, _ shell: Shell) {
    let console = shell.console
    if changes.isEmpty {
      console.line("No changes yet.")
      return
    }
    console.page()
    for change in changes {
      let when = Timestamp.local(milliseconds: change.at, shell.world.system)
      let actor = change.actor == change.login ? change.actor : "\(change.actor) (\(change.login))"
      let mark = session.isUndone(change) ? "  undone" : ""
      console.hanging(
        [.strong(console.fitted(change.id.short, to: 12)), .faint("\(when)  ")], actor + mark, indent: 12)
      console.paragraph(change.description(on: session.board), indent: 12)
      if let reason = change.reason, change.kind != .withdraw {
        console.paragraph("“\(reason)”", indent: 12, role: .faint)
      }
    }
  }
}
