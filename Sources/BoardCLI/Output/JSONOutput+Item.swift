internal import BoardModel
internal import JSONText

extension JSONOutput {
  /// Writes an item, `ref` to `lastChange`.
  static func item(_ item: Item, on board: Board, today: CalendarDay, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("ref", item.reference.description)
    writer.member("report", item.reference.report)
    writer.member("kind", item.kind.rawValue)
    number(item.reference.number, to: &writer)
    writer.member("paragraph", item.paragraph)
    writer.member("status", item.status.rawValue)
    writer.member("text", item.text)
    writer.member("addressees", item.addressees)
    dates(of: item, today: today, to: &writer)
    writer.member("owner", item.owner)
    writer.member("chiefOfficerComments", item.chiefOfficerComments)
    writer.member("bodyComments", item.bodyComments)
    writer.member("bodyReply", item.bodyReply)
    writer.member("position", item.position?.rawValue)
    writer.member("acceptance", item.acceptance?.rawValue)
    writer.member("registerStatus", item.record[.registerStatus])
    closure(of: item, to: &writer)
    writer.member("reopened", item.reopened)
    writer.member("slips", item.slips)
    writer.member("tags", item.tags)
    writer.member("rank", item.rank)
    writer.member("contested", item.record.contestedFields.map(\.description))
    entries(of: item, on: board, to: &writer)
    writer.object("lastChange", item.record.changes.last.map { board.history[Int($0)] }) { writer, summary in
      writer.member("id", summary.id.description)
      writer.member("at", Timestamp.utc(milliseconds: summary.at))
      writer.member("by", board.actor(of: summary))
      writer.member("on", summary.on)
      writer.member("kind", summary.kind.rawValue)
    }
    writer.endObject()
  }

  /// A number without sub-number is an integer, one with it a text.
  static func number(_ number: ItemNumber, to writer: inout JSONWriter) {
    if number.minor == 0 {
      writer.member("number", number.major)
    } else {
      writer.member("number", number.description)
    }
  }

  private static func dates(of item: Item, today: CalendarDay, to writer: inout JSONWriter) {
    writer.member("period", item.period)
    writer.member("due", item.due)
    writer.member("dueOriginal", item.dueOriginal)
    writer.member("dueSource", item.record[.dueSource])
    if case .overdue(_, let days) = item.dueState(on: today) {
      writer.member("overdueDays", days)
    } else {
      writer.member("overdueDays", Int?.none)
    }
  }

  private static func closure(of item: Item, to writer: inout JSONWriter) {
    writer.object("closure", item.closure) { writer, closure in
      writer.member("ground", closure.ground.rawValue)
      writer.member("reason", closure.reason)
      writer.member("noEvidence", closure.noEvidence)
      writer.member("nationalOpen", closure.nationalOpen)
    }
    writer.member("unevidenced", item.isUnevidenced)
    writer.member("verified", item.verified)
  }

  private static func entries(of item: Item, on board: Board, to writer: inout JSONWriter) {
    let notes =
      item.record.entries(.note).map { (id: $0.id, text: $0.text, isPrivate: false) }
      + item.record.entries(.privateNote).map { (id: $0.id, text: $0.text, isPrivate: true) }
    writer.array("notes", of: notes) { writer, note in
      writer.beginObject()
      writer.member("text", note.text)
      writer.member("private", note.isPrivate)
      author(note.id, on: board, to: &writer)
      writer.endObject()
    }
    writer.array("evidence", of: item.record.entries(.evidence)) { writer, entry in
      writer.beginObject()
      writer.member("text", entry.text)
      author(entry.id, on: board, to: &writer)
      writer.endObject()
    }
  }

  private static func author(_ id: ChangeID, on board: Board, to writer: inout JSONWriter) {
    let summary = board.place(of: id).map { board.history[$0] }
    writer.member("by", summary.map { board.actor(of: $0) })
    writer.member("on", summary?.on)
    writer.member("change", id.description)
  }
}
