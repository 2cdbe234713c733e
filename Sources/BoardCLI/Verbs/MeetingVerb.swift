internal import BoardModel

/// `board meeting start`, `end`, `list`, `discuss`, `skip`: a meeting from its beginning to its end.
enum MeetingVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let word = shell.invocation.operands.first ?? "list"
    let steps = ["start", "end", "list", "discuss", "skip"]
    let step = try Invocation.choice(word, among: steps, what: "STEP")
    let used: [String: Set<String>] = [
      "start": ["on", "agenda", "next", "dry-run"], "end": ["assurance", "next", "dry-run"],
      "list": ["as-at", "linear", "csv", "porcelain"],
    ]
    let flags = ["on", "agenda", "next", "assurance", "as-at", "linear", "csv", "porcelain", "dry-run"]
    for flag in flags where shell.invocation.has(flag) {
      if !(used[step] ?? ["dry-run"]).contains(flag) {
        throw .usage(.flagWithoutUse(flag: flag, verb: "meeting \(step)"))
      }
    }
    switch step {
    case "start": return try start(shell)
    case "end": return try end(shell)
    case "discuss": return try mark(.discussed, shell)
    case "skip": return try mark(.skipped, shell)
    default: return try list(shell)
    }
  }

  private static func start(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(2)
    let day = try shell.invocation.day("on") ?? shell.today
    let next = try shell.invocation.day("next")
    let session = try Session.writing(shell)
    let board = session.board
    let title = shell.invocation.operands.count > 1 ? shell.invocation.operands[1] : ""
    let agenda: [EntityReference]
    if let text = shell.invocation["agenda"] {
      let query: Query
      do throws(BoardError) { query = try Query(parsing: text) } catch { throw .board(error) }
      agenda = query.items(on: board, today: shell.today).map { .item($0.reference) }
      if agenda.isEmpty { throw .board(.nothingMatches(query: text)) }
    } else {
      agenda = board.proposedAgenda(on: day, before: next ?? board.nextMeetingDay(after: day))
    }
    let command = MeetingCommand.start(
      id: board.meetingID(on: day), title: title.trimmed.isEmpty ? "\(board.settings.name), \(day.inWords)" : title,
      on: day, agenda: agenda, next: next)
    return try shell.write(.command(.meeting(command)), in: session)
  }

  private static func end(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
    let next = try shell.invocation.day("next")
    let session = try Session.writing(shell)
    guard let open = session.board.openMeeting else { throw .board(.noMeetingIsOn) }
    let command = MeetingCommand.end(
      id: open.id, on: shell.today, assurance: shell.invocation["assurance"], next: next)
    let status = try shell.write(.command(.meeting(command)), in: session)
    if !shell.json, !shell.invocation.globals.quiet, !shell.invocation.has("dry-run") {
      shell.console.line("\(MeetingTally(of: open, on: session.board).words).")
    }
    return status
  }

  private static func mark(_ progress: MeetingProgress, _ shell: Shell) throws(Failure) -> ExitStatus {
    let name = try shell.invocation.operand(1, "REF")
    try shell.invocation.expectAtMost(2)
    let session = try Session.writing(shell)
    guard let open = session.board.openMeeting else { throw .board(.noMeetingIsOn) }
    let entity = try shell.target(name, on: session.board).entity
    return try shell.write(
      .command(.meeting(.mark(entity, progress, at: open.id))), in: session, named: [entity])
  }

  private static func list(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
    let form = try shell.tableForm()
    let session = try shell.openForReading()
    let meetings = Array(session.board.meetings.reversed())
    if form == .json {
      shell.answer("meeting-list", session) { writer in
        writer.array("meetings", of: meetings) { JSONOutput.meeting($1, on: session.board, to: &$0) }
      }
      return .done
    }
    if form == .csv || form == .porcelain {
      let header = ["meeting", "heldOn", "state", "agenda", "outcomes", "actions", "title"]
      shell.rows(form, header: header, meetings.lazy.map { row($0, session.board) })
      return .done
    }
    if meetings.isEmpty {
      shell.console.line("No meeting was held on this board yet. Begin one with `board meeting start`.")
      return .done
    }
    if form == .linear {
      for meeting in meetings { shell.console.line(sentence(meeting, session.board)) }
      return .done
    }
    var table = Table([
      Table.Column("MEETING"), Table.Column("HELD ON"), Table.Column("STATE"),
      Table.Column("AGENDA", isNumber: true), Table.Column("OUTCOMES", isNumber: true),
      Table.Column("ACTIONS", isNumber: true), Table.Column("TITLE"),
    ])
    for meeting in meetings {
      table.add([
        .strong(meeting.id), Span(meeting.heldOn?.inWords ?? ""),
        meeting.hasEnded ? Span("ended") : .warning("on"), Span(String(meeting.agenda.count)),
        Span(String(session.board.decisions(of: meeting).count)),
        Span(String(session.board.actions(of: meeting).count)), Span(meeting.title),
      ])
    }
    table.write(to: shell.console)
    return .done
  }
}

extension MeetingVerb {
  private static func row(_ meeting: Meeting, _ board: Board) -> [String] {
    [
      meeting.id, meeting.heldOn?.description ?? "", meeting.hasEnded ? "ended" : "on",
      String(meeting.agenda.count), String(board.decisions(of: meeting).count),
      String(board.actions(of: meeting).count), meeting.title,
    ]
  }

  private static func sentence(_ meeting: Meeting, _ board: Board) -> String {
    let held = meeting.heldOn.map { ", held on \($0.inWords)" } ?? ""
    let outcomes = Linear.count(board.decisions(of: meeting).count, "outcome")
    let actions = Linear.count(board.actions(of: meeting).count, "action")
    return Linear.sentence("Meeting \(meeting.id)\(held): \(meeting.title)")
      + " \(meeting.hasEnded ? "It has ended" : "It is on"): \(outcomes), \(actions)."
  }
}

extension Shell {
  /// The meeting that a record belongs to: the one named by `--meeting`, else the one that is on.
  func meetingToWrite(on board: Board) throws(Failure) -> Meeting {
    if let name = invocation["meeting"] { return try meeting(name, on: board) }
    guard let open = board.openMeeting else { throw .board(.noMeetingIsOn) }
    return open
  }

  /// The meeting of a name.
  func meeting(_ name: String, on board: Board) throws(Failure) -> Meeting {
    do throws(BoardError) { return try board.resolveMeeting(name) } catch { throw .board(error) }
  }
}
