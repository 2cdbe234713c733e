internal import BoardModel
internal import Interchange

/// `board agenda [MEETING]`: matters arising, then what is to be gone through.
enum AgendaVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
    let format = try shell.paperFormat() ?? .text
    let day = try shell.invocation.day("on")
    if ["set", "add", "drop"].contains(where: shell.invocation.has) { return try AgendaChange.run(shell) }
    if shell.invocation.has("dry-run") { throw .usage(.flagWithoutUse(flag: "dry-run", verb: "agenda")) }
    if day != nil, !shell.invocation.operands.isEmpty { throw .usage(.flagWithoutUse(flag: "on", verb: "agenda")) }
    let session = try shell.openForReading()
    let board = session.board
    var meeting = day == nil ? board.openMeeting : nil
    if let name = shell.invocation.operands.first { meeting = try shell.meeting(name, on: board) }
    let paper = AgendaPaper(of: meeting, on: board, day: day ?? shell.today)
    if shell.json {
      shell.answer("agenda", session) { JSONOutput.agenda(paper, today: shell.today, to: &$0) }
    } else {
      shell.put(paper.document, format)
    }
    return .done
  }
}

/// `board minutes [MEETING]`: what a meeting decided, in the wording of boards.
enum MinutesVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
    let format = try shell.paperFormat() ?? .text
    let session = try shell.openForReading()
    let board = session.board
    var meeting = board.meetings.last
    if let name = shell.invocation.operands.first { meeting = try shell.meeting(name, on: board) }
    var minutes: Minutes?
    if let meeting { minutes = Minutes(of: meeting, on: board, changes: try session.changes(touching: nil)) }
    if shell.json {
      shell.answer("minutes", session) { JSONOutput.minutes(minutes, today: shell.today, to: &$0) }
    } else if let minutes {
      shell.put(minutes.document, format)
    } else {
      shell.console.line("No meeting was held on this board yet. Begin one with `board meeting start`.")
    }
    return .done
  }
}

extension Shell {
  /// The form of a paper that `--format` asks for; `nil` without it.
  func paperFormat() throws(Failure) -> MeetingDocument.Format? {
    guard let word = invocation["format"] else { return nil }
    if json { throw .usage(.conflict("json", "format")) }
    return MeetingDocument.Format(rawValue: word)
  }

  /// Puts a paper out; plain text is fitted to the terminal and goes through the pager.
  func put(_ document: MeetingDocument, _ format: MeetingDocument.Format) {
    if format == .text { console.page() }
    for line in document.lines(format, columns: min(console.columns ?? 80, 100)) { console.line(line) }
  }
}

extension Board {
  /// The action log as a paper.
  func actionLogPaper(today: CalendarDay) -> MeetingDocument {
    ActionLogPaper(of: self, today: today).document
  }
}
