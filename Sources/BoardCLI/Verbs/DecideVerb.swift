internal import BoardModel
internal import Commands

/// `board decide REF OUTCOME [TEXT]`: what the meeting decided, and what that changes, as one change.
enum DecideVerb {
  /// The flags that only some outcomes have a use for.
  private static let uses: [MeetingOutcome: [String]] = [
    .closed: ["ground", "reason", "evidence", "no-evidence", "national-open"], .reopened: ["reason", "to"],
    .dateRevised: ["reason", "due"],
  ]

  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    let name = try invocation.operand(0, "REF")
    let word = try Invocation.choice(
      try invocation.operand(1, "OUTCOME"), among: MeetingOutcome.allCases.map(\.rawValue), what: "OUTCOME")
    try invocation.expectAtMost(3)
    let outcome = MeetingOutcome(rawValue: word) ?? .noted
    let given = try words(for: outcome, invocation)
    let session = try Session.writing(shell)
    let board = session.board
    let target = try shell.target(name, on: board)
    let meeting = try shell.meetingToWrite(on: board)
    var resolution = MeetingResolution(target.entity, outcome, at: meeting.id)
    // The words may be missing, so nothing is read from a pipe unless `-` asks for it.
    if invocation.operands.count > 2 {
      resolution.text = try shell.text(invocation.operands[2], subject: target.entity.name)
    }
    resolution.assurance = invocation["assurance"]
    resolution.status = invocation["to"].flatMap(Status.init(rawValue:))
    if invocation.has("correct") { try correct(&resolution, at: meeting, on: board) }
    let decided = resolution
    let command = try shell.complete(given, on: board) { words throws(BoardError) in
      var resolution = decided
      resolution.closing = words.closing
      resolution.reason = words.reason
      resolution.due = words.due
      return try resolution.command(on: board)
    }
    return try shell.write(.command(command), in: session)
  }

  private static func words(for outcome: MeetingOutcome, _ invocation: Invocation) throws(Failure) -> Words {
    for flag in ["ground", "reason", "evidence", "no-evidence", "national-open", "to", "due"]
    where invocation.has(flag) && uses[outcome]?.contains(flag) != true {
      throw .usage(.flagWithoutUse(flag: flag, verb: "decide \(outcome.rawValue)"))
    }
    if invocation.has("evidence"), invocation.has("no-evidence") {
      throw .usage(.conflict("evidence", "no-evidence"))
    }
    return Words(
      ground: invocation["ground"].flatMap(ClosureGround.init(rawValue:)), reason: invocation["reason"],
      evidence: invocation["evidence"], noEvidence: invocation["no-evidence"],
      nationalOpen: invocation.has("national-open"), due: try invocation.day("due"))
  }

  /// Makes the resolution one that corrects what the meeting decided last; words that are not given stay.
  private static func correct(
    _ resolution: inout MeetingResolution, at meeting: Meeting, on board: Board
  ) throws(Failure) {
    let entity = resolution.entity
    guard let last = board.decisions(of: meeting).last(where: { $0.entity == entity }) else {
      throw .board(.nothingDecided(entity, meeting: meeting.id))
    }
    resolution.correcting = last.id
    resolution.text = resolution.text ?? last.text
    resolution.assurance = resolution.assurance ?? last.assurance
  }
}
