package import BoardModel
import JSONText

/// Writes a change as a line.
package enum LineWriter {
  /// The whole line with checksum and LF.
  ///
  /// Members without a value are left out.
  package static func line(for change: Change) -> [UInt8] {
    var writer = JSONWriter(capacity: 512)
    writer.beginObject()
    writer.key("v")
    writer.integer(LineFormat.version)
    writer.key("id")
    writer.string(change.id.description)
    writer.key("lamport")
    writer.integer(Int(change.lamport))
    writer.key("at")
    writer.integer(Int(change.at))
    writer.key("on")
    writer.string(change.on.description)
    writer.key("actor")
    writer.string(change.actor)
    writer.key("login")
    writer.string(change.login)
    writer.member("meeting", change.meeting)
    writer.key("kind")
    writer.string(change.kind.rawValue)
    writer.member("reason", change.reason)
    writer.member("reverses", change.reverses?.description)
    writer.key("ops")
    writer.beginArray()
    for operation in change.operations { writer.operation(operation) }
    writer.endArray()
    var line = writer.bytes
    LineFormat.close(&line)
    return line
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  fileprivate mutating func operation(_ operation: Operation) {
    beginObject()
    member("e", operation.entity.description)
    member("f", operation.key.description)
    member("old", operation.old)
    member("new", operation.new)
    if operation.from != .none { member("from", operation.from.description) }
    member("restores", operation.restores?.description)
    endObject()
  }
}
