import BoardModel
import JSONText

extension LineReader {
  /// Reads a line of just the form that ``LineWriter`` gives it; nil for every other, valid or not.
  ///
  /// Nearly all lines are of this form, and reading them so takes a fraction of the time of the general reader.
  mutating func readCanonical(_ buffer: [UInt8], _ line: Range<Int>) -> Change? {
    let bytes = buffer.span
    var cursor = LineCursor(line)
    guard cursor.take(#"{"v":1,"id":""#, bytes), let id = cursor.changeID(bytes),
      cursor.take(#","lamport":"#, bytes), let lamport = cursor.number(bytes), lamport > 0,
      cursor.take(#","at":"#, bytes), let at = cursor.number(bytes),
      cursor.take(#","on":""#, bytes), let on = day(&cursor, bytes),
      cursor.take(#","actor":""#, bytes), let actor = name(&cursor, bytes),
      cursor.take(#","login":""#, bytes), let login = name(&cursor, bytes)
    else { return nil }
    var meeting: String?
    if cursor.take(#","meeting":""#, bytes) {
      guard let text = name(&cursor, bytes) else { return nil }
      meeting = text
    }
    guard cursor.take(#","kind":""#, bytes), let kind = kind(&cursor, bytes) else { return nil }
    var reason: String?
    if cursor.take(#","reason":""#, bytes) {
      guard let text = text(&cursor, bytes) else { return nil }
      reason = text
    }
    var reverses: ChangeID?
    if cursor.take(#","reverses":""#, bytes) {
      guard let reversed = cursor.changeID(bytes) else { return nil }
      reverses = reversed
    }
    guard cursor.take(#","ops":["#, bytes), let operations = operations(&cursor, bytes),
      // The verdict has checked the eight digits and what follows them.
      cursor.take(#","crc":""#, bytes), cursor.place + 10 == line.upperBound
    else { return nil }
    return Change(
      id: id, lamport: UInt64(lamport), at: Int64(at), on: on, actor: actor, login: login,
      meeting: meeting,
      kind: kind, reason: reason, reverses: reverses, operations: operations)
  }

  private mutating func operations(_ cursor: inout LineCursor, _ bytes: Span<UInt8>) -> [Operation]? {
    var operations: [Operation] = []
    if cursor.take("]", bytes) { return operations }
    repeat {
      guard let operation = operation(&cursor, bytes) else { return nil }
      operations.append(operation)
    } while cursor.take(",", bytes)
    return cursor.take("]", bytes) ? operations : nil
  }

  private mutating func operation(_ cursor: inout LineCursor, _ bytes: Span<UInt8>) -> Operation? {
    guard cursor.take(#"{"e":""#, bytes), let entity = entity(&cursor, bytes),
      cursor.take(#","f":""#, bytes), let key = key(&cursor, bytes)
    else { return nil }
    var old: String?
    var new: String?
    var from = ChangeID.none
    var restores: ChangeID?
    if cursor.take(#","old":""#, bytes) {
      guard let text = text(&cursor, bytes) else { return nil }
      old = text
    }
    if cursor.take(#","new":""#, bytes) {
      guard let text = text(&cursor, bytes) else { return nil }
      new = text
    }
    if cursor.take(#","from":""#, bytes) {
      guard let id = cursor.changeID(bytes) else { return nil }
      from = id
    }
    if cursor.take(#","restores":""#, bytes) {
      guard let id = cursor.changeID(bytes) else { return nil }
      restores = id
    }
    guard cursor.take("}", bytes) else { return nil }
    return Operation(entity: entity, key: key, old: old, new: new, from: from, restores: restores)
  }
}

extension LineReader {
  /// A text that is kept.
  private func text(_ cursor: inout LineCursor, _ bytes: Span<UInt8>) -> String? {
    guard let (range, escaped) = cursor.text(bytes) else { return nil }
    return Self.text(range, escaped, bytes)
  }

  private static func text(_ range: Range<Int>, _ escaped: Bool, _ bytes: Span<UInt8>) -> String? {
    if escaped {
      // Escapes are rare enough for a copy.
      let scanner = JSONScanner(range.map { place in bytes[place] })
      return try? scanner.text(at: 0..<range.count, escaped: true)
    }
    guard let valid = try? UTF8Span(validating: bytes.extracting(range)) else { return nil }
    return String(copying: valid)
  }

  private mutating func name(_ cursor: inout LineCursor, _ bytes: Span<UInt8>) -> String? {
    guard let (range, escaped) = cursor.text(bytes) else { return nil }
    return names.value(for: range, of: bytes) { Self.text(range, escaped, bytes) }
  }

  private mutating func day(_ cursor: inout LineCursor, _ bytes: Span<UInt8>) -> CalendarDay? {
    guard let (range, escaped) = cursor.text(bytes) else { return nil }
    return days.value(for: range, of: bytes) {
      Self.text(range, escaped, bytes).flatMap { CalendarDay($0) }
    }
  }

  private mutating func kind(_ cursor: inout LineCursor, _ bytes: Span<UInt8>) -> ChangeKind? {
    guard let (range, escaped) = cursor.text(bytes) else { return nil }
    return kinds.value(for: range, of: bytes) {
      Self.text(range, escaped, bytes).flatMap { ChangeKind(rawValue: $0) }
    }
  }

  private mutating func entity(_ cursor: inout LineCursor, _ bytes: Span<UInt8>) -> EntityReference? {
    guard let (range, escaped) = cursor.text(bytes) else { return nil }
    return entities.value(for: range, of: bytes) {
      Self.text(range, escaped, bytes).flatMap { EntityReference($0) }
    }
  }

  private mutating func key(_ cursor: inout LineCursor, _ bytes: Span<UInt8>) -> FieldKey? {
    guard let (range, escaped) = cursor.text(bytes) else { return nil }
    // Keys of notes and evidence carry an id of at least 27 bytes and come once: only their field is remembered.
    guard range.count > 27,
      let dot = range.first(where: { place in bytes[place] == UInt8(ascii: ".") })
    else {
      return keys.value(for: range, of: bytes) {
        Self.text(range, escaped, bytes).flatMap { FieldKey($0) }
      }
    }
    let name = range.lowerBound..<dot
    guard let entry = LineFormat.changeID(bytes.extracting(dot + 1..<range.upperBound)),
      let field = fields.value(
        for: name, of: bytes,
        make: { Self.text(name, escaped, bytes).flatMap(Field.init(rawValue:)) }),
      field.isEntry
    else { return nil }
    return FieldKey(field, entry: entry)
  }
}
