import BoardModel
import JSONText

/// Takes the texts of one part of one entity out of the lines of streams.
///
/// A line that carried one keeps everything else: id, clock, actor, day, kind, what it set and where the old value came
/// from. Its texts become ``RedactedPart/mark``, it gets the member `redacted`, and a checksum of its own. Lines are
/// taken apart as JSON, so that members of newer versions stay.
struct Redaction {
  let part: RedactedPart
  /// The entity as the lines name it.
  let entity: String
  private let entityBytes: [UInt8]
  /// The texts that go, in the lines that set the part.
  private(set) var texts: Set<String> = []
  /// Whether a line was met whose text was erased before.
  private(set) var foundMarks = false
  /// How many lines lost a text.
  private(set) var lines = 0
  /// How many torn, sealed or damaged pieces were blanked because they name the entity or hold a text.
  private(set) var pieces = 0

  init(of part: RedactedPart, in entity: EntityReference) {
    self.part = part
    self.entity = entity.description
    entityBytes = Array(entity.description.utf8)
  }

  /// Notes the texts that a file holds; all files come here before any is rewritten.
  mutating func collect(from file: [UInt8]) {
    for piece in Self.pieces(of: file) where isWhole(piece) && piece.holds(entityBytes) {
      guard let line = Self.object(piece) else { continue }
      for operation in operations(of: line) where isMeant(operation) {
        for name in ["old", "new"] {
          guard let text = operation[name]?.string else { continue }
          if text == RedactedPart.mark { foundMarks = true } else { texts.insert(text) }
        }
      }
      if part == .reasons, line["reason"]?.string == RedactedPart.mark { foundMarks = true }
    }
  }

  /// The file without the texts; `nil` if it holds none of them.
  mutating func rewritten(_ file: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(file.count)
    let before = (lines, pieces)
    for piece in Self.pieces(of: file) {
      if isWhole(piece), piece.holds(entityBytes), let line = Self.object(piece), let cleaned = cleaned(line) {
        result += cleaned
        lines += 1
      } else if !isWhole(piece), mentions(piece) {
        result += blanked(piece)
        pieces += 1
      } else {
        result += piece
      }
    }
    return before == (lines, pieces) ? nil : result
  }

  /// A file cut behind each LF; the last piece may lack it.
  private static func pieces(of file: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    while let end = LineFormat.lineEnd(in: file.span, from: start) {
      pieces.append(file[start...end])
      start = end + 1
    }
    if start < file.count { pieces.append(file[start...]) }
    return pieces
  }

  private func isWhole(_ piece: ArraySlice<UInt8>) -> Bool {
    let line = piece.dropLast()
    return piece.last == 0x0A && LineFormat.verdict(on: line.span) == .whole
  }

  private static func object(_ piece: ArraySlice<UInt8>) -> JSONObject? {
    (try? JSONValue(parsing: Array(piece.dropLast())))?.object
  }

  private func operations(of line: JSONObject) -> [JSONObject] { line["ops"]?.array?.compactMap(\.object) ?? [] }

  private func isEntity(_ operation: JSONObject) -> Bool { operation["e"]?.string == entity }

  private func isMeant(_ operation: JSONObject) -> Bool {
    guard case .field(let field) = part, isEntity(operation), let name = operation["f"]?.string else {
      return false
    }
    return name.prefix { $0 != "." } == field.rawValue
  }

  /// The line without its texts; `nil` if there is nothing to take out.
  private func cleaned(_ line: JSONObject) -> [UInt8]? {
    var isChanged = false
    let operations = operations(of: line)
    var writer = JSONWriter(capacity: 512)
    writer.beginObject()
    for (name, value) in line.members where name != "crc" && name != "redacted" {
      writer.key(name)
      if name == "ops", let array = value.array {
        writer.beginArray()
        for element in array { write(element, to: &writer, &isChanged) }
        writer.endArray()
      } else if name == "reason", let reason = value.string, isErased(reason: reason, of: operations) {
        writer.string(RedactedPart.mark)
        isChanged = true
      } else {
        writer.value(value)
      }
    }
    guard isChanged else { return nil }
    writer.key("redacted")
    writer.boolean(true)
    var bytes = writer.bytes
    LineFormat.close(&bytes)
    return bytes
  }

  private func write(_ element: JSONValue, to writer: inout JSONWriter, _ isChanged: inout Bool) {
    guard let operation = element.object, isMeant(operation) else { return writer.value(element) }
    writer.beginObject()
    for (name, value) in operation.members {
      writer.key(name)
      if name == "old" || name == "new", let text = value.string, text != RedactedPart.mark {
        writer.string(RedactedPart.mark)
        isChanged = true
      } else {
        writer.value(value)
      }
    }
    writer.endObject()
  }

  /// A reason goes when it is asked for, and when it repeats a text that goes.
  private func isErased(reason: String, of operations: [JSONObject]) -> Bool {
    if reason == RedactedPart.mark { return false }
    if part == .reasons { return operations.contains(where: isEntity) }
    return texts.contains(reason) && operations.contains(where: isMeant)
  }

  /// Whether a piece that is no line names the entity or holds a text as lines spell it.
  private func mentions(_ piece: ArraySlice<UInt8>) -> Bool {
    if piece.allSatisfy({ $0 == Self.blank || $0 == 0x0A }) { return false }
    let kept = piece.last == 0x0A ? piece.dropLast() : piece
    let rest = kept.reversed().starts(with: LineFormat.seal.reversed()) ? kept.dropLast(LineFormat.seal.count) : kept
    if rest.allSatisfy({ $0 == Self.blank }) { return false }
    return rest.holds(entityBytes) || texts.contains { rest.holds(Self.spelled($0)) }
  }

  /// As many signs as the piece has bytes; a seal and the line's end stay.
  private func blanked(_ piece: ArraySlice<UInt8>) -> [UInt8] {
    var end: [UInt8] = piece.last == 0x0A ? [0x0A] : []
    if piece.dropLast(end.count).reversed().starts(with: LineFormat.seal.reversed()) { end = LineFormat.seal + end }
    return [UInt8](repeating: Self.blank, count: piece.count - end.count) + end
  }

  private static let blank = UInt8(ascii: "*")

  /// A text as it stands between the quotes of a line.
  private static func spelled(_ text: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.string(text)
    return Array(writer.bytes.dropFirst().dropLast())
  }
}

extension ArraySlice<UInt8> {
  /// Whether these bytes stand somewhere in the slice, one after the other; no bytes stand nowhere.
  func holds(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, wanted.count <= count else { return false }
    var start = startIndex
    while start <= endIndex - wanted.count, let place = self[start...].firstIndex(of: first) {
      if self[place...].starts(with: wanted) { return true }
      start = place + 1
    }
    return false
  }
}
