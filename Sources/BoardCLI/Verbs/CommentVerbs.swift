internal import BoardModel

/// `board respond`, `comment`, `reply`: the three texts of section 55 (5), on items or a report as a whole.
enum CommentVerbs {
  static func run(_ field: Field, _ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    let session = try Session.writing(shell)
    let (names, operand) = try shell.namesAndText(reports: true, on: session.board)
    if invocation.has("stock"), operand != nil { throw .usage(.conflict("stock", "text")) }
    var selection = try shell.selection(names, reports: true, in: session)
    let position = invocation["position"].flatMap(ResponsePosition.init(rawValue:))
    if invocation.has("stock") { return try StockComment.take(position, on: selection, session, shell) }
    if let position { return try take(position, operand, on: selection, session, shell) }
    let only = selection.targets.count == 1 ? selection.targets[0].entity : nil
    let current = only.flatMap { session.board.record($0)?[field] }
    let text = try shell.text(operand, current: current, subject: shell.subject(of: selection))
    // Whoever edited the present text has seen it; a text given outright replaces whatever is there.
    if let only, operand == nil, shell.canAsk { selection.expected.append(.value(only, FieldKey(field), is: current)) }
    return try shell.write(
      .each(selection.entities) { .comment(field, on: $0, text: text) }, on: selection, in: session)
  }

  /// The (5B) position of items; its text is optional, so nothing is read from a pipe unless `-` asks for it.
  private static func take(
    _ position: ResponsePosition, _ operand: String?, on selection: Selection, _ session: Session, _ shell: Shell
  ) throws(Failure) -> ExitStatus {
    let references = try items(of: selection, flag: "position")
    var text: String?
    if let operand { text = try shell.text(operand, subject: shell.subject(of: selection)) }
    let command = try shell.complete(Words(), on: session.board) { words in
      .each(references) { .position($0, position, text: text ?? words.reason) }
    }
    return try shell.write(command, on: selection, in: session)
  }

  /// The items of a selection for what a report as a whole does not have.
  static func items(of selection: Selection, flag: String) throws(Failure) -> [ItemReference] {
    guard selection.items.count == selection.targets.count else {
      throw .usage(.flagWithoutUse(flag: flag, verb: "comment"))
    }
    return selection.items
  }
}

/// `board comment REF --stock`: the wording offered for items that others must act on, once the person accepts it.
enum StockComment {
  static func take(
    _ position: ResponsePosition?, on selection: Selection, _ session: Session, _ shell: Shell
  ) throws(Failure) -> ExitStatus {
    var selection = selection
    var commands: [Command] = []
    for reference in try CommentVerbs.items(of: selection, flag: "stock") {
      guard let item = session.board.item(reference) else { continue }
      let hasComments = item.bodyComments != nil
      guard let text = item.stockComment, !hasComments else {
        throw .board(.noStockComment(reference, hasComments: hasComments))
      }
      commands.append(.position(reference, position ?? item.position ?? .noAction, text: text))
      // What was offered is for an item that awaits others and has no comments yet.
      selection.expected.append(.value(.item(reference), FieldKey(.bodyComments), is: nil))
      selection.expected.append(.value(.item(reference), FieldKey(.status), is: Status.awaitingNPCC.rawValue))
      try offer(text, for: reference, shell)
    }
    return try shell.write(.each(commands) { $0 }, on: selection, in: session)
  }

  /// Shows the wording and asks; in a pipe `--yes` accepts it.
  private static func offer(_ text: String, for reference: ItemReference, _ shell: Shell) throws(Failure) {
    let isDry = shell.invocation.has("dry-run")
    if shell.invocation.has("yes"), !isDry { return }
    guard isDry || shell.canAsk else {
      throw .usage(
        .needsAnswer(verb: "comment", flags: "--yes to accept the stock wording, or --dry-run only to see it"))
    }
    if !shell.json {
      shell.console.line(.strong(reference.description))
      shell.console.paragraph(text, indent: 2)
    }
    if isDry { return }
    guard try shell.agrees("Record this as the body's comments?") else { throw .declined }
  }
}

/// `board note` and `board evidence`: entries on items.
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
    let session = try Session.writing(shell)
    let (names, operand) = try shell.namesAndText(on: session.board)
    let selection = try shell.selection(names, in: session)
    let text = try shell.text(operand, subject: shell.subject(of: selection))
    return try shell.write(.each(selection.items) { make($0, text) }, on: selection, in: session)
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
      .command(.record(report: report.key, step: step, on: day)), in: session, named: [.report(report.key)],
      expecting: try shell.conditions(on: [.report(report.key)], session.board))
  }
}
