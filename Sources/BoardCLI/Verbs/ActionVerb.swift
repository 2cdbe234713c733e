internal import BoardModel

/// `board action add`, `done`, `due`, `assign`: what somebody is to do.
enum ActionVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let steps = ["add", "done", "due", "assign"]
    let step = try Invocation.choice(try shell.invocation.operand(0, "STEP"), among: steps, what: "STEP")
    let used: [String: Set<String>] = [
      "add": ["owner", "due", "ref", "meeting"], "done": ["on"], "due": ["reason"], "assign": [],
    ]
    for flag in ["owner", "due", "ref", "meeting", "on", "reason"] where shell.invocation.has(flag) {
      if !(used[step] ?? []).contains(flag) { throw .usage(.flagWithoutUse(flag: flag, verb: "action \(step)")) }
    }
    return step == "add" ? try add(shell) : try change(step, shell)
  }

  private static func add(_ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    try invocation.expectAtMost(2)
    guard let owner = invocation["owner"] else { throw .usage(.missingFlag("owner", verb: "action")) }
    guard let due = try invocation.day("due") else { throw .usage(.missingFlag("due", verb: "action")) }
    let name = try Shell.checkedName(owner, what: "--owner")
    let session = try Session.writing(shell)
    let board = session.board
    var meeting = board.openMeeting?.id
    if let named = invocation["meeting"] { meeting = try shell.meeting(named, on: board).id }
    var about: EntityReference?
    if let reference = invocation["ref"] { about = try shell.target(reference, on: board).entity }
    let text = try shell.text(invocation.operands.count > 1 ? invocation.operands[1] : nil, subject: "action")
    let new = MeetingCommand.NewAction(text: text, owner: name, due: due, about: about, meeting: meeting)
    return try shell.write(.command(.meeting(.addAction(new))), in: session)
  }

  private static func change(_ step: String, _ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    let name = try invocation.operand(1, "ID")
    try invocation.expectAtMost(3)
    var value: String?
    if step == "due" { value = try invocation.operand(2, "DATE") }
    if step == "assign" { value = try Shell.checkedName(try invocation.operand(2, "OWNER"), what: "OWNER") }
    let newDay = try step == "due" ? value.map { text throws(Failure) in try Invocation.day(text, what: "DATE") } : nil
    let doneOn = try invocation.day("on") ?? shell.today
    let session = try Session.writing(shell)
    let action: MeetingAction
    do throws(BoardError) { action = try session.board.resolveAction(name) } catch { throw .board(error) }
    let entity = EntityReference.action(action.id)
    if let newDay {
      let command = try shell.complete(Words(reason: invocation["reason"]), on: session.board) { words in
        .meeting(.reviseAction(action.id, due: newDay, reason: words.reason ?? ""))
      }
      return try shell.write(.command(command), in: session, named: [entity])
    }
    let command: MeetingCommand
    if let value {
      command = .assignAction(action.id, owner: value)
    } else {
      var result: String?
      if invocation.operands.count > 2 { result = try shell.text(invocation.operands[2], subject: "result") }
      command = .finishAction(action.id, on: doneOn, result: result)
    }
    return try shell.write(.command(.meeting(command)), in: session, named: [entity])
  }
}
