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
    let first = try shell.invocation.operand(0, "REF")
    let session = try Session.writing(shell)
    if first == "board", session.board.report("board") == nil {
      return try SettingsEdit.run(shell.invocation.operands.dropFirst(), session, shell)
    }
    let names = shell.invocation.operands.prefix { !isField($0) }
    if !shell.invocation.has("all-matching"),
      let word = names.dropFirst().first(where: { !Shell.looksLikeName($0, reports: true, on: session.board) })
    {
      throw .usage(.notAField(word))
    }
    let selection = try shell.selection(names, reports: true, in: session)
    return try edit(selection, words: shell.invocation.operands.dropFirst(names.count), session, shell)
  }

  /// Whether a word sets a field, unlike the term of a query: `owner=DCI Hale`, not `due<=2019-07-01`.
  private static func isField(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "="), equals > word.startIndex else { return false }
    return word[..<equals].allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// Sets fields of items or reports; without any, the editor opens with all of the one that was named.
  static func edit(
    _ selection: Selection, words: ArraySlice<String>, _ session: Session, _ shell: Shell
  ) throws(Failure) -> ExitStatus {
    var selection = selection
    let onlyItems = selection.items.count == selection.targets.count
    let allowed = onlyItems ? itemFields : FieldRule.ofReports
    let fields: [Field: String?]
    if words.isEmpty {
      guard shell.canAsk, selection.targets.count == 1 else {
        throw .usage(.missingOperand("FIELD=VALUE", verb: shell.invocation.verb.name))
      }
      let entity = selection.targets[0].entity
      let shown = session.board.record(entity)
      fields = try inEditor(entity, allowed: allowed, on: session.board, shell)
      // The editor may have been open for an hour: what others wrote meanwhile is not written over.
      selection.expected += fields.keys.sorted { $0.rawValue < $1.rawValue }.map {
        .value(entity, FieldKey($0), is: shown?[$0])
      }
    } else {
      fields = try Shell.fields(words, allowed: allowed, elsewhere: onlyItems ? elsewhere : [:])
    }
    let command = Command.each(selection.targets) { target in
      switch target {
      case .item(let reference): .editItem(reference, fields: fields)
      case .report(let key): .editReport(key, fields: fields)
      }
    }
    return try shell.write(command, on: selection, in: session)
  }

  private static func inEditor(
    _ entity: EntityReference, allowed: [Field], on board: Board, _ shell: Shell
  ) throws(Failure) -> [Field: String?] {
    let form = EditForm(subject: entity.name, fields: allowed.map { ($0, board.record(entity)?[$0]) })
    let text = try shell.edited(form.text, subject: entity.name)
    return try form.changes(in: text)
  }
}
