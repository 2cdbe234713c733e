internal import BoardModel
internal import JSONText

extension JSONOutput {
  /// Writes a recorded change: one object a change, with the first thing it set beside all of them.
  static func change(_ change: Change, on board: Board, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", change.id.description)
    writer.member("short", change.id.short)
    writer.member("at", Timestamp.utc(milliseconds: change.at))
    writer.member("on", change.on)
    writer.member("by", change.actor)
    writer.member("actor", change.actor)
    writer.member("login", change.login)
    writer.member("meeting", change.meeting)
    writer.member("kind", change.kind.rawValue)
    writer.member("description", change.description(on: board))
    writer.member("reason", change.reason)
    writer.member("undoes", change.kind == .undo ? change.reverses?.description : nil)
    writer.member("redoes", change.kind == .redo ? change.reverses?.description : nil)
    writer.member("undone", board.place(of: change.id).map { board.history[$0].undone } ?? false)
    operations(change.operations, to: &writer)
    writer.endObject()
  }

  /// Writes a change that is only planned.
  static func draft(_ draft: ChangeDraft, on board: Board, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("id", String?.none)
    writer.member("kind", draft.kind.rawValue)
    writer.member("description", draft.description(on: board))
    writer.member("reason", draft.reason)
    writer.member("undoes", draft.kind == .undo ? draft.reverses?.description : nil)
    writer.member("redoes", draft.kind == .redo ? draft.reverses?.description : nil)
    operations(draft.operations, to: &writer)
    writer.endObject()
  }

  private static func operations(_ operations: [Operation], to writer: inout JSONWriter) {
    writer.member("ref", operations.first?.entity.name)
    writer.member("field", operations.first?.key.field.rawValue)
    writer.member("old", operations.first?.old)
    writer.member("new", operations.first?.new)
    writer.array("operations", of: operations) { writer, operation in
      writer.beginObject()
      writer.member("ref", operation.entity.name)
      writer.member("field", operation.key.field.rawValue)
      writer.member("old", operation.old)
      writer.member("new", operation.new)
      writer.endObject()
    }
  }
}
