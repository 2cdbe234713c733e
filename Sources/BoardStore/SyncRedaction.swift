import BoardModel
import JSONText

/// Two spellings of the same lines of a stream, of which either may have lost texts: erased wins, on both sides.
struct SyncRedaction {
  /// Our lines, without the texts that either side has erased.
  private(set) var ours: [UInt8] = []
  /// Theirs, likewise.
  private(set) var theirs: [UInt8] = []
  /// How many of our lines lost a text.
  private(set) var taken = 0

  /// Goes along the sound lines of both; `nil` if two of them differ in anything but erased texts.
  init?(_ ours: ArraySlice<UInt8>, _ theirs: ArraySlice<UInt8>) {
    var left = ours
    var right = theirs
    while let leftEnd = left.firstIndex(of: 0x0A), let rightEnd = right.firstIndex(of: 0x0A) {
      let mine = left[...leftEnd]
      let other = right[...rightEnd]
      if mine.elementsEqual(other) {
        self.ours += mine
        self.theirs += mine
      } else {
        guard let merged = Self.merged(mine, other) else { return nil }
        if !mine.elementsEqual(merged) { taken += 1 }
        self.ours += merged
        self.theirs += merged
      }
      left = left[(leftEnd + 1)...]
      right = right[(rightEnd + 1)...]
    }
    self.ours += left
    self.theirs += right
  }

  /// One line out of two that are the same but for erased texts.
  private static func merged(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> [UInt8]? {
    let isLeftErased = left.holds(Array(#","redacted":true"#.utf8))
    let isRightErased = right.holds(Array(#","redacted":true"#.utf8))
    guard isLeftErased || isRightErased,
      case .object(let mine)? = try? JSONValue(parsing: Array(left.dropLast())),
      case .object(let other)? = try? JSONValue(parsing: Array(right.dropLast())),
      case .object(let joined)? = merged(
        .object(body(of: mine)), .object(body(of: other)), isLeftErased: isLeftErased, isRightErased: isRightErased)
    else { return nil }
    return spelled(joined)
  }

  /// The members that both spellings have.
  private static func body(of line: JSONObject) -> JSONObject {
    JSONObject(line.members.filter { $0.name != "crc" && $0.name != "redacted" })
  }

  private static func merged(
    _ left: JSONValue, _ right: JSONValue, isLeftErased: Bool, isRightErased: Bool
  ) -> JSONValue? {
    if spelled(left) == spelled(right) { return left }
    switch (left, right) {
    case (.string(RedactedPart.mark), .string) where isLeftErased: return left
    case (.string, .string(RedactedPart.mark)) where isRightErased: return right
    case (.array(let mine), .array(let other)) where mine.count == other.count:
      var elements: [JSONValue] = []
      for (one, another) in zip(mine, other) {
        guard let both = merged(one, another, isLeftErased: isLeftErased, isRightErased: isRightErased) else {
          return nil
        }
        elements.append(both)
      }
      return .array(elements)
    case (.object(let mine), .object(let other)) where mine.names == other.names:
      var members: [(name: String, value: JSONValue)] = []
      for (one, another) in zip(mine.members, other.members) {
        guard let both = merged(one.value, another.value, isLeftErased: isLeftErased, isRightErased: isRightErased)
        else { return nil }
        members.append((name: one.name, value: both))
      }
      return .object(JSONObject(members))
    default: return nil
    }
  }

  private static func spelled(_ value: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(value)
    return writer.bytes
  }
}

extension SyncRedaction {
  typealias Streams = [Segment.Name: [UInt8]]

  /// Takes erased texts out of lines of copies that did not know of the erasure when they wrote them.
  ///
  /// Such a line repeats the text as the old value, or as what an undo brought back: it names the change that the text
  /// came from, whose line has lost it.
  /// - Returns: Both sides without those texts; how many of our lines that were, and in which files.
  static func spread(_ here: Streams, _ there: Streams) -> (
    here: Streams, there: Streams, (count: Int, files: Set<Segment.Name>)
  ) {
    let sign = Array(#","redacted":true"#.utf8)
    var erased: Set<String> = []
    for file in Array(here.values) + Array(there.values) where file[...].holds(sign) {
      for line in file.split(separator: 0x0A) where line.holds(sign) { erased.formUnion(sources(in: line)) }
    }
    if erased.isEmpty { return (here, there, (0, [])) }
    var count = 0
    var files: Set<Segment.Name> = []
    let ours = Streams(
      uniqueKeysWithValues: here.map { name, file in
        let (clean, lines) = without(erased, file)
        count += lines
        if lines > 0 { files.insert(name) }
        return (name, clean)
      })
    return (ours, there.mapValues { without(erased, $0).file }, (count, files))
  }

  /// The registers of a line that lost a text, each with the change that the text came from.
  private static func sources(in line: ArraySlice<UInt8>) -> [String] {
    guard let object = try? JSONValue(parsing: Array(line)) else { return [] }
    return (object["ops"]?.array ?? []).flatMap { operation -> [String] in
      let id = operation["restores"] ?? object["id"]
      let new = operation["new"]?.string == RedactedPart.mark ? [key(operation, id)] : []
      let old = operation["old"]?.string == RedactedPart.mark ? [key(operation, operation["from"])] : []
      return (new + old).compactMap { $0 }
    }
  }

  private static func key(_ operation: JSONValue, _ source: JSONValue?) -> String? {
    guard let entity = operation["e"]?.string, let field = operation["f"]?.string, let source = source?.string else {
      return nil
    }
    return "\(entity) \(field) \(source)"
  }

  private static func without(_ erased: Set<String>, _ file: [UInt8]) -> (file: [UInt8], lines: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(file.count)
    var count = 0
    var start = 0
    while let end = LineFormat.lineEnd(in: file.span, from: start) {
      let line = file[start..<end]
      if LineFormat.verdict(on: file.span.extracting(start..<end)) == .whole, let clean = without(erased, line) {
        result += clean
        count += 1
      } else {
        result += file[start...end]
      }
      start = end + 1
    }
    return (result + file[start...], count)
  }

  /// The line without the texts; `nil` if it holds none of them.
  private static func without(_ erased: Set<String>, _ line: ArraySlice<UInt8>) -> [UInt8]? {
    guard let object = (try? JSONValue(parsing: Array(line)))?.object, let operations = object["ops"]?.array else {
      return nil
    }
    var isChanged = false
    let clean = operations.map { operation -> JSONValue in
      guard let members = operation.object?.members else { return operation }
      return .object(
        JSONObject(
          members.map { name, value in
            let source = name == "old" ? operation["from"] : operation["restores"] ?? object["id"]
            guard name == "old" || name == "new", value.string != nil, value.string != RedactedPart.mark,
              let key = key(operation, source), erased.contains(key)
            else { return (name: name, value: value) }
            isChanged = true
            return (name: name, value: .string(RedactedPart.mark))
          }))
    }
    guard isChanged else { return nil }
    return spelled(JSONObject(object.members.map { $0.name == "ops" ? (name: "ops", value: .array(clean)) : $0 }))
  }

  /// A line of these members, marked as one that lost a text.
  private static func spelled(_ line: JSONObject) -> [UInt8] {
    var writer = JSONWriter(capacity: 512)
    writer.beginObject()
    for (name, value) in body(of: line).members {
      writer.key(name)
      writer.value(value)
    }
    writer.key("redacted")
    writer.boolean(true)
    var bytes = writer.bytes
    LineFormat.close(&bytes)
    return bytes
  }
}
