internal import BoardModel
internal import Interchange

/// `board agenda [MEETING]`: matters arising, then what is to be gone through.
enum AgendaVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
    let format = try shell.paperFormat()
    let day = try shell.invocation.day("on")
    if ["set", "add", "drop"].contains(where: shell.invocation.has) { return try AgendaChange.run(shell) }
    if shell.invocation.has("dry-run") { throw .usage(.flagWithoutUse(flag: "dry-run", verb: "agenda")) }
    if day != nil, !shell.invocation.operands.isEmpty { throw .usage(.flagWithoutUse(flag: "on", verb: "agenda")) }
    let session = try shell.openForReading()
    let board = session.board
    var meeting = day == nil ? board.openMeeting : nil
    if let name = shell.invocation.operands.first { meeting = try shell.meeting(name, on: board) }
    let paper = AgendaPaper(of: meeting, on: board, day: day ?? shell.today)
    if shell.json, format == nil {
      shell.answer("agenda", session) { JSONOutput.agenda(paper, today: shell.today, to: &$0) }
    } else {
      try shell.put(paper.document, format ?? .text, kind: "agenda", items: paper.entities.count, session)
    }
    return .done
  }
}

/// `board minutes [MEETING]`: what a meeting decided, in the wording of boards.
enum MinutesVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
    let format = try shell.paperFormat()
    let session = try shell.openForReading()
    let board = session.board
    var meeting = board.meetings.last
    if let name = shell.invocation.operands.first { meeting = try shell.meeting(name, on: board) }
    var minutes: Minutes?
    if let meeting { minutes = Minutes(of: meeting, on: board, changes: try session.changes(touching: nil)) }
    if shell.json, format == nil {
      shell.answer("minutes", session) { JSONOutput.minutes(minutes, today: shell.today, to: &$0) }
    } else if let minutes {
      try shell.put(minutes.document, format ?? .text, kind: "minutes", items: minutes.parts.count, session)
    } else if shell.invocation.has("output") {
      throw .board(.unknownMeeting("last", known: []))
    } else {
      shell.console.line("No meeting was held on this board yet. Begin one with `board meeting start`.")
    }
    return .done
  }
}

extension Shell {
  /// The form of a paper that the flags ask for; `nil` where none is asked for and no file is to be written.
  func paperFormat() throws(Failure) -> MeetingDocument.Format? {
    let isForFile = try OutputFile.path(self) != nil
    let other = TableForm.flags.first { invocation.has($0.name) }?.name
    if isForFile, let other { throw .usage(.conflict("output", other)) }
    guard let word = invocation["format"] else { return isForFile ? .text : nil }
    // What goes to standard output under --json is JSON; the word about a file is JSON too.
    if json, !isForFile { throw .usage(.conflict("json", "format")) }
    if let other { throw .usage(.conflict("format", other)) }
    return MeetingDocument.Format(rawValue: word)
  }

  /// Puts a paper out, to a file or standard output; plain text is fitted to the width and goes through the pager.
  func put(
    _ document: MeetingDocument, _ format: MeetingDocument.Format, kind: String, items: Int, _ session: Session
  ) throws(Failure) {
    if try OutputFile.path(self) != nil {
      let text = document.lines(format).joined(separator: "\n") + "\n"
      return try OutputFile.put(
        Array(text.utf8), kind: kind, format: format.rawValue, items: items, session, self)
    }
    if format == .text { console.page() }
    if try tableForm() == .linear { return document.spoken.forEach { console.line($0) } }
    for line in document.lines(format, columns: min(console.columns ?? 80, 100)) { console.line(line) }
  }
}

extension MeetingDocument {
  /// The paper as sentences, one below the other, without rules and signs.
  fileprivate var spoken: [String] {
    blocks.map { block in
      switch block {
      case .heading(let level, let words): Linear.sentence(level == 2 ? "Section: \(words)" : words)
      case .paragraph(let words): Linear.sentence(Linear.spoken(words))
      case .statement(let label, let words):
        Linear.sentence("\(label.hasSuffix(":") ? label : label + ":") \(Linear.spoken(words))")
      case .entry(let words): Linear.sentence(Linear.spoken(words))
      }
    }
  }
}
