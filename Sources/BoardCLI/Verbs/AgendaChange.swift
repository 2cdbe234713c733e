internal import BoardModel
internal import Commands

/// `board agenda [MEETING] --set|--add|--drop QUERY`: another agenda for a meeting that has begun.
enum AgendaChange {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    let ways = ["set", "add", "drop"].filter(invocation.has)
    if ways.count > 1 { throw .usage(.conflict(ways[0], ways[1])) }
    for flag in ["on", "format", "as-at"] where invocation.has(flag) {
      throw .usage(.conflict(ways[0], flag))
    }
    let session = try Session.writing(shell)
    let board = session.board
    let meeting: Meeting
    if let name = invocation.operands.first {
      meeting = try shell.meeting(name, on: board)
    } else if let open = board.openMeeting {
      meeting = open
    } else {
      throw .board(.noMeetingIsOn)
    }
    let found = try entities(invocation[ways[0]] ?? "", on: board, shell)
    let agenda: [EntityReference]
    switch ways[0] {
    case "add": agenda = meeting.agenda + found.filter { !meeting.agenda.contains($0) }
    case "drop": agenda = meeting.agenda.filter { !found.contains($0) }
    default: agenda = found
    }
    return try shell.write(
      .command(.meeting(.setAgenda(agenda, of: meeting.id))), in: session, named: [.meeting(meeting.id)])
  }

  /// An item or a report by its name, or else the items that a query finds.
  private static func entities(_ text: String, on board: Board, _ shell: Shell) throws(Failure) -> [EntityReference] {
    do throws(BoardError) {
      if let target = try? board.resolveTarget(text) { return [target.entity] }
      let items = try Query(parsing: text).items(on: board, today: shell.today)
      if items.isEmpty { throw .nothingMatches(query: text) }
      return items.map { .item($0.reference) }
    } catch {
      throw .board(error)
    }
  }
}
