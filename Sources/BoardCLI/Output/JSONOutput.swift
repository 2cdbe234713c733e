internal import BoardModel
internal import JSONText

/// The JSON answers of the verbs: objects of schema version 1.
///
/// Dates are `YYYY-MM-DD`, moments ISO 8601 in UTC, absent values `null`. Names and meanings of members never change
/// within a schema version; members may be added.
enum JSONOutput {
  /// The version that every object names.
  static let schemaVersion = 1

  /// An object of a kind: its head, then what `body` writes.
  static func object(
    kind: String, asOf: String, today: CalendarDay, _ body: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter(capacity: 4096)
    writer.beginObject()
    writer.member("schemaVersion", schemaVersion)
    writer.member("kind", kind)
    writer.member("asOf", asOf)
    writer.member("today", today.description)
    body(&writer)
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  /// The object that an error is.
  static func error(_ report: ErrorReport) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("error")
    writer.beginObject()
    writer.key("code")
    writer.integer(Int(report.status.rawValue))
    writer.member("name", report.name)
    writer.member("message", report.message)
    writer.endObject()
    writer.endObject()
    return writer.bytes + [0x0A]
  }
}

extension JSONWriter {
  mutating func member(_ name: String, _ text: String?) {
    key(name)
    string(text)
  }

  mutating func member(_ name: String, _ day: CalendarDay?) {
    member(name, day?.description)
  }

  mutating func member(_ name: String, _ number: Int?) {
    key(name)
    if let number { integer(number) } else { null() }
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  mutating func member(_ name: String, _ texts: [String]) {
    array(name, of: texts) { $0.string($1) }
  }

  /// A member that is an array of what `each` writes.
  mutating func array<Element>(
    _ name: String, of elements: some Sequence<Element>, _ each: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    beginArray()
    for element in elements { each(&self, element) }
    endArray()
  }

  /// A member that is an object, or `null`.
  mutating func object<Value>(_ name: String, _ value: Value?, _ body: (inout JSONWriter, Value) -> Void) {
    key(name)
    guard let value else { return null() }
    beginObject()
    body(&self, value)
    endObject()
  }
}
