internal import BoardModel
internal import Commands

/// `board edit REF [FIELD=VALUE…]`: fields of an item or a report, by hand or in the editor.
enum EditVerb {
  /// The fields of an item that this verb sets; a due date needs a reason, and so a verb of its own.
  static let itemFields = FieldRule.ofItems.filter { $0 != .due }

  /// Fields with verbs of their own.
  static let elsewhere: [Field: String] = [
    .due: "due", .status: "move", .closureGround: "move", .closureReason: "move", .noEvidence: "move",
    .nationalOpen: "move", .withdrawn: "withdraw", .verified: "verify", .note: "note", .privateNote: "note",
    .evidence: "evidence",
  ]

  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let name = try shell.invocation.operand(0, "REF")
    let session = try Session.writing(shell)
    if name == "board", session.board.report("board") == nil {
      return try SettingsEdit.run(shell.invocation.operands.dropFirst(), session, shell)
    }
    let target = try shell.target(name, on: session.board)
    return try edit(target, words: shell.invocation.operands.dropFirst(), session, shell)
  }

  /// Sets fields of an item or report; without any, the editor opens with all of them.
  static func edit(
    _ target: Target, words: ArraySlice<String>, _ session: Session, _ shell: Shell
  ) throws(Failure) -> ExitStatus {
    let allowed: [Field]
    let others: [Field: String]
    switch target {
    case .item: (allowed, others) = (itemFields, elsewhere)
    case .report: (allowed, others) = (FieldRule.ofReports, [:])
    }
    var fields: [Field: String?]
    var seen: [Precondition] = []
    if words.isEmpty {
      guard shell.canAsk else {
        throw .usage(.missingOperand("FIELD=VALUE", verb: shell.invocation.verb.name))
      }
      let shown = session.board.record(target.entity)
      fields = try inEditor(target, allowed: allowed, on: session.board, shell)
      // The editor may have been open for an hour: what others wrote meanwhile is not written over.
      seen = fields.keys.sorted { $0.rawValue < $1.rawValue }.map {
        .value(target.entity, FieldKey($0), is: shown?[$0])
      }
    } else {
      fields = try Shell.fields(words, allowed: allowed, elsewhere: others)
    }
    let command: Command
    switch target {
    case .item(let reference): command = .editItem(reference, fields: fields)
    case .report(let key): command = .editReport(key, fields: fields)
    }
    return try shell.write(.command(command), in: session, named: [target.entity], expecting: seen)
  }

  private static func inEditor(
    _ target: Target, allowed: [Field], on board: Board, _ shell: Shell
  ) throws(Failure) -> [Field: String?] {
    let form = EditForm(subject: target.entity.name, fields: allowed.map { ($0, board.record(target.entity)?[$0]) })
    let text = try shell.edited(form.text, subject: target.entity.name)
    return try form.changes(in: text)
  }
}
