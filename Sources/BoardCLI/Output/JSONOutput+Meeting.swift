internal import BoardModel
internal import Interchange
internal import JSONText

extension JSONOutput {
  /// Writes a meeting, `id` first.
  static func meeting(_ meeting: Meeting, on board: Board, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", meeting.id)
    writer.member("title", meeting.title)
    writer.member("heldOn", meeting.heldOn)
    writer.member("endedOn", meeting.endedOn)
    writer.member("open", !meeting.hasEnded)
    writer.member("nextOn", meeting.nextOn)
    writer.member("agenda", meeting.agenda.map(\.name))
    writer.array("outcomes", of: board.decisions(of: meeting)) { decision($1, to: &$0) }
    writer.member("actions", board.actions(of: meeting).map(\.id.short))
    writer.member("assurances", meeting.assurances)
    writer.endObject()
  }

  /// Writes an action, `id` (the short form) first.
  static func action(_ action: MeetingAction, today: CalendarDay, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", action.id.short)
    writer.member("change", action.id.description)
    writer.member("text", action.text)
    writer.member("owner", action.owner)
    writer.member("due", action.due)
    writer.member("ref", action.about?.name)
    writer.member("meeting", action.meeting)
    writer.member("open", action.isOpen)
    writer.member("doneOn", action.doneOn)
    writer.member("result", action.result)
    writer.member("overdueDays", action.overdueDays(on: today))
    writer.endObject()
  }

  /// Writes the members of an agenda.
  static func agenda(_ paper: AgendaPaper, today: CalendarDay, to writer: inout JSONWriter) {
    writer.key("meeting")
    if let meeting = paper.meeting { self.meeting(meeting, on: paper.board, to: &writer) } else { writer.null() }
    writer.member("heldOn", paper.day)
    writer.member("nextOn", paper.next)
    writer.array("mattersArising", of: paper.mattersArising) { action($1, today: today, to: &$0) }
    writer.array("items", of: paper.entities.enumerated()) { writer, entry in
      writer.beginObject()
      writer.member("number", entry.offset + 1)
      writer.member("ref", entry.element.name)
      writer.member("progress", paper.meeting?.progress(of: entry.element)?.rawValue)
      var item: Item?
      if case .item(let reference) = entry.element { item = paper.board.item(reference) }
      writer.member("kind", item?.kind.rawValue ?? "report")
      writer.member("status", item?.status.rawValue)
      writer.member("due", item?.due)
      writer.member("owner", item?.owner)
      writer.endObject()
    }
  }

  /// Writes the members of minutes; without a meeting they are empty.
  static func minutes(_ minutes: Minutes?, today: CalendarDay, to writer: inout JSONWriter) {
    writer.key("meeting")
    if let minutes { meeting(minutes.meeting, on: minutes.board, to: &writer) } else { writer.null() }
    writer.array("mattersArising", of: minutes?.mattersArising ?? []) { action($1, today: today, to: &$0) }
    writer.array("items", of: minutes?.parts ?? []) { writer, part in
      writer.beginObject()
      writer.member("number", part.number)
      writer.member("ref", part.entity.name)
      writer.member("progress", part.progress?.rawValue)
      writer.array("outcomes", of: part.decisions) { decision($1, part, to: &$0) }
      writer.array("actions", of: part.actions) { action($1, today: today, to: &$0) }
      writer.member("changes", part.changes)
      writer.endObject()
    }
    writer.array("otherActions", of: minutes?.otherActions ?? []) { action($1, today: today, to: &$0) }
    writer.member("text", minutes.map { $0.document.lines(.text).joined(separator: "\n") })
  }

  private static func decision(
    _ decision: MeetingDecision, _ part: Minutes.Part? = nil, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("ref", decision.entity.name)
    writer.member("outcome", decision.outcome.rawValue)
    writer.member("text", decision.text)
    writer.member("assurance", decision.assurance)
    if let part { writer.member("resolution", MinutesWording.resolution(decision, part)) }
    writer.member("change", decision.id.description)
    writer.endObject()
  }

  /// Writes what became of one item or report.
  static func entry(_ entry: ChangesSince.Entry, on board: Board, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("ref", entry.entity.name)
    let (mark, from) = entry.mark.named
    writer.member("mark", mark)
    writer.member("from", from?.rawValue)
    var status: Status?
    if case .item(let reference) = entry.entity { status = board.item(reference)?.status }
    writer.member("status", status?.rawValue)
    writer.member("fields", entry.fields.map(\.rawValue))
    writer.endObject()
  }
}
