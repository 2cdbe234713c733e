internal import BoardModel

/// `board respond`, `comment`, `reply`: the three texts of section 55 (5), on an item or a report as a whole.
enum CommentVerbs {
  static func run(_ field: Field, _ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    let name = try invocation.operand(0, "REF")
    try invocation.expectAtMost(2)
    let session = try Session.writing(shell)
    let target = try shell.target(name, on: session.board)
    if let word = invocation["position"], let position = ResponsePosition(rawValue: word) {
      return try take(position, on: target, session, shell)
    }
    let current = session.board.record(target.entity)?[field]
    let text = try shell.text(
      invocation.operands.count > 1 ? invocation.operands[1] : nil, current: current, subject: target.entity.name)
    // Whoever edited the present text has seen it; a text given outright replaces whatever is there.
    let isEdited = invocation.operands.count < 2 && shell.canAsk
    return try shell.write(
      .command(.comment(field, on: target.entity, text: text)), in: session, named: [target.entity],
      expecting: isEdited ? [.value(target.entity, FieldKey(field), is: current)] : [])
  }

  /// The (5B) position of an item; its text is optional, so nothing is read from a pipe unless `-` asks for it.
  private static func take(
    _ position: ResponsePosition, on target: Target, _ session: Session, _ shell: Shell
  ) throws(Failure) -> ExitStatus {
    guard case .item(let reference) = target else {
      throw .usage(.flagWithoutUse(flag: "position", verb: "comment"))
    }
    var text: String?
    if shell.invocation.operands.count > 1 {
      text = try shell.text(shell.invocation.operands[1], subject: reference.description)
    }
    let command = try shell.complete(Words(), on: session.board) { words in
      .position(reference, position, text: text ?? words.reason)
    }
    return try shell.write(.command(command), in: session, named: [.item(reference)])
  }
}

/// `board note` and `board evidence`: entries on an item.
enum EntryVerbs {
  static func note(_ shell: Shell) throws(Failure) -> ExitStatus {
    let isPrivate = shell.invocation.has("private")
    return try add(shell) { .note($0, text: $1, isPrivate: isPrivate) }
  }

  static func evidence(_ shell: Shell) throws(Failure) -> ExitStatus {
    try add(shell) { .evidence($0, text: $1) }
  }

  private static func add(
    _ shell: Shell, _ make: (ItemReference, String) -> Command
  ) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    let name = try invocation.operand(0, "REF")
    try invocation.expectAtMost(2)
    let session = try Session.writing(shell)
    let reference = try shell.item(name, on: session.board)
    let text = try shell.text(
      invocation.operands.count > 1 ? invocation.operands[1] : nil, subject: reference.description)
    return try shell.write(.command(make(reference, text)), in: session)
  }
}

/// `board record KEY STEP DATE`: a step of a report's section 55 response.
enum RecordVerb {
  private static let steps: [(name: String, field: Field)] = [
    ("published", .publishedOn), ("sent-to-inspectors", .sentToInspectorsOn),
    ("sent-to-secretary-of-state", .sentToSecretaryOfStateOn),
  ]

  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    let key = try invocation.operand(0, "KEY")
    let word = try invocation.operand(1, "STEP")
    let name = try Invocation.choice(word, among: steps.map(\.name), what: "STEP")
    let day = try Invocation.day(try invocation.operand(2, "DATE"), what: "DATE")
    try invocation.expectAtMost(3)
    let session = try Session.writing(shell)
    let report = try shell.report(key, on: session.board)
    let step = steps.first { $0.name == name }?.field ?? .publishedOn
    return try shell.write(
      .command(.record(report: report.key, step: step, on: day)), in: session, named: [.report(report.key)])
  }
}
