internal import BoardModel

/// `board add KEY KIND [NUMBER] --text …`: a new item by hand.
enum AddVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    let key = try invocation.operand(0, "KEY")
    let word = try invocation.operand(1, "KIND")
    guard let kind = ItemKind(named: word) else {
      throw .usage(
        .badChoice(
          what: "KIND", value: word, allowed: ["recommendation", "afi", "cause-of-concern"],
          nearest: Spelling.nearest(to: word, among: ["recommendation", "afi", "cause-of-concern"])))
    }
    var rest = invocation.operands.dropFirst(2)
    var number: ItemNumber?
    if let first = rest.first, !first.contains("=") {
      number = try self.number(first)
      rest = rest.dropFirst()
    }
    let session = try Session.writing(shell)
    let report = try shell.report(key, on: session.board)
    var fields = try Shell.fields(rest, allowed: EditVerb.itemFields + [.due]).compactMapValues { $0 }
    fields[.status] = invocation["status"] ?? Status.forceAction.rawValue
    if fields[.text] == nil {
      let given = invocation["text"]
      fields[.text] = try shell.text(given, subject: report.key)
    }
    if fields[.due] != nil, fields[.dueSource] == nil { fields[.dueSource] = DueSource.internal.rawValue }
    let reference = ItemReference(
      report: report.key, kind: kind,
      number: number ?? session.board.nextNumber(report: report.key, kind: kind))
    let item = Command.NewItem(reference: reference, fields: fields)
    return try shell.write(.command(.addItem(item)), in: session)
  }

  private static func number(_ text: String) throws(Failure) -> ItemNumber {
    guard let number = ItemNumber(text) else {
      throw .usage(.badNumber(what: "NUMBER", value: text, expected: "a number such as 7 or 7.1, parts 1 to 9999"))
    }
    return number
  }
}
