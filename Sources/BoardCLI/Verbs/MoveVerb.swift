internal import BoardModel
internal import Commands

/// `board move REF… STATUS`: a change of status of one or several items, as one change.
enum MoveVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    _ = try invocation.operand(0, "REF")
    let word = try invocation.operand(max(1, invocation.operands.count - 1), "STATUS")
    let name = try Invocation.choice(word, among: Status.allCases.map(\.rawValue), what: "STATUS")
    let status = Status(rawValue: name) ?? .forceAction
    if invocation.has("evidence"), invocation.has("no-evidence") {
      throw .usage(.conflict("evidence", "no-evidence"))
    }
    if status != .complete {
      for flag in ["ground", "evidence", "no-evidence", "national-open"] where invocation.has(flag) {
        throw .usage(.flagWithoutUse(flag: flag, verb: "move"))
      }
    }
    let session = try Session.writing(shell)
    let selection = try shell.selection(invocation.operands.dropLast(), in: session)
    let given = Words(
      ground: invocation["ground"].flatMap(ClosureGround.init(rawValue:)), reason: invocation["reason"],
      evidence: invocation["evidence"], noEvidence: invocation["no-evidence"],
      nationalOpen: invocation.has("national-open"))
    let command = try shell.complete(given, on: session.board) { words in
      .move(selection.items, to: status, closing: status == .complete ? words.closing : nil, reason: words.reason)
    }
    return try shell.write(command, on: selection, in: session)
  }
}

/// `board withdraw REF… --reason …`: items off the board, kept in history.
enum WithdrawVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let session = try Session.writing(shell)
    let selection = try shell.selection(shell.invocation.operands, in: session)
    let command = try shell.complete(Words(reason: shell.invocation["reason"]), on: session.board) { words in
      .each(selection.items) { .withdraw($0, reason: words.reason ?? "") }
    }
    return try shell.write(command, on: selection, in: session)
  }
}

/// `board assign REF… OWNER`: who holds the items.
enum AssignVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let operands = shell.invocation.operands
    _ = try shell.invocation.operand(0, "REF")
    let owner = try shell.invocation.operand(max(1, operands.count - 1), "OWNER")
    let session = try Session.writing(shell)
    let selection = try shell.selection(operands.dropLast(), in: session)
    // `assign R1 R2` has most likely lost its owner: nobody is called like an item of the board.
    if (try? session.board.resolve(owner)) != nil { throw .usage(.missingOperand("OWNER", verb: "assign")) }
    let name = owner.trimmed.isEmpty ? nil : try Shell.checkedName(owner, what: "OWNER")
    return try shell.write(.assign(selection.items, owner: name), on: selection, in: session)
  }
}

/// `board verify REF…`: somebody checked that it is done.
enum VerifyVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let session = try Session.writing(shell)
    let selection = try shell.selection(shell.invocation.operands, in: session)
    return try shell.write(
      .each(selection.items) { .verify($0, on: shell.today) }, on: selection, in: session)
  }
}
