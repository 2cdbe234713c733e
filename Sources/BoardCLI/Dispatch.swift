internal import BoardModel
internal import Commands
internal import SystemCalls

/// From a verb's name to what carries it out.
enum Dispatch {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let globals = shell.invocation.globals
    if globals.version {
      Help.version(shell)
      return .done
    }
    if globals.help {
      if shell.invocation.verb.name.isEmpty { Help.overview(shell) } else { Help.page(shell.invocation.verb, shell) }
      return .done
    }
    return try verb(shell)
  }

  private static func verb(_ shell: Shell) throws(Failure) -> ExitStatus {
    switch shell.invocation.verb.name {
    // A screen that cannot be opened here: the list instead of the chair's.
    case "", "list": try ListVerb.run(shell)
    case "init": try InitVerb.run(shell)
    case "import": try ImportVerb.run(shell)
    case "show": try ShowVerb.run(shell)
    case "add": try AddVerb.run(shell)
    case "edit": try EditVerb.run(shell)
    case "move": try MoveVerb.run(shell)
    case "withdraw": try WithdrawVerb.run(shell)
    case "respond": try CommentVerbs.run(.chiefOfficerComments, shell)
    case "comment": try CommentVerbs.run(.bodyComments, shell)
    case "reply": try CommentVerbs.run(.bodyReply, shell)
    case "record": try RecordVerb.run(shell)
    case "assign": try AssignVerb.run(shell)
    case "due": try DueVerb.run(shell)
    case "note": try EntryVerbs.note(shell)
    case "evidence": try EntryVerbs.evidence(shell)
    case "verify": try VerifyVerb.run(shell)
    case "log": try LogVerb.run(shell)
    case "undo": try UndoVerb.run(shell)
    case "redo": try RedoVerb.run(shell)
    case "s55": try Section55Verb.run(shell)
    case "paper": try PaperVerb.run(shell)
    case "export": try ExportVerb.run(shell)
    case "report": try ReportVerb.run(shell)
    case "meeting": try MeetingVerb.run(shell)
    case "decide": try DecideVerb.run(shell)
    case "action": try ActionVerb.run(shell)
    case "actions": try ActionsVerb.run(shell)
    case "agenda": try AgendaVerb.run(shell)
    case "minutes": try MinutesVerb.run(shell)
    case "stats": try StatsVerb.run(shell)
    case "changes": try ChangesVerb.run(shell)
    case "check": try CheckVerb.run(shell)
    case "sync": try SyncVerb.run(shell)
    case "redact": try RedactVerb.run(shell)
    case "settle": try SettleVerb.run(shell)
    case "help": try HelpVerbs.help(shell)
    case "completions": try HelpVerbs.completions(shell)
    default: throw .usage(.unknownVerb(shell.invocation.verb.name, nearest: []))
    }
  }
}

/// From a verb that opens a screen to what is asked of it.
enum FaceOpening {
  /// The screen that a command line asks for; `nil` when it asks for a verb.
  static func request(_ shell: Shell) throws(Failure) -> FaceRequest? {
    let invocation = shell.invocation
    guard invocation.verb.effect == .opensScreen, !invocation.globals.help, !invocation.globals.version else {
      return nil
    }
    let isScreen = shell.world.system.isTerminal(.standardInput) && shell.world.system.isTerminal(.standardOutput)
    let face: FaceRequest.Face
    switch invocation.verb.name {
    case "wall":
      let options = try wallOptions(invocation)
      if options.isKiosk, let named = invocation.globals.board ?? shell.world.variable("BOARD_DIR") {
        // It waits for a board that is not there yet.
        face = .wall(board: named, options)
      } else {
        face = .wall(board: try shell.boardPath(), options)
      }
    case "demo": face = .demo
    default:
      if !isScreen || shell.json { return nil }
      face = .chair(board: try shell.boardPath(), past: try past(shell))
    }
    try invocation.expectAtMost(0)
    if shell.json { throw .usage(.flagWithoutUse(flag: "json", verb: invocation.verb.name)) }
    if !isScreen { throw .usage(.notATerminal(verb: invocation.verb.name)) }
    return FaceRequest(
      face: face,
      today: shell.todayIsGiven ? shell.today : nil, actor: shell.actor, login: shell.world.system.loginName(),
      ascii: invocation.has("ascii"), color: invocation.globals.color, settings: shell.settings)
  }

  /// The moment that `--as-at` names; `nil` for now.
  private static func past(_ shell: Shell) throws(Failure) -> FaceRequest.Past? {
    guard let moment = shell.invocation["as-at"] else { return nil }
    let last = try Session.reading(shell, asAt: moment).board.history.last?.id
    return FaceRequest.Past(words: CalendarDay(moment)?.inWords ?? "change \(last?.short ?? moment)", last: last)
  }

  private static func wallOptions(_ invocation: Invocation) throws(Failure) -> FaceRequest.WallOptions {
    var seconds = 15
    if let text = invocation["page-seconds"] {
      guard let number = Int(text), (2...3600).contains(number) else {
        throw .usage(.badNumber(what: "--page-seconds", value: text, expected: "a number from 2 to 3600"))
      }
      seconds = number
    }
    return FaceRequest.WallOptions(
      pageSeconds: seconds, isPublic: invocation.has("public"), isKiosk: invocation.has("kiosk"))
  }
}
