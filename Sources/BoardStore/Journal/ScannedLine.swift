import BoardModel

/// A line of the form that ``LineWriter`` gives it, taken apart: numbers as numbers, texts as places in the buffer.
///
/// Nearly all lines are of this form. Nothing is allocated for one, so that a long journal folds in a fraction of the
/// time that making a ``Change`` of each line would take.
struct ScannedLine {
  var id = ChangeID.none
  var lamport: UInt64 = 0
  var at: Int64 = 0
  var on = CalendarDay(daysSinceEpoch: 0)
  /// The number that ``LineReader`` gave the actor's name.
  var actor = 0
  var login: TextPlace?
  var meeting: TextPlace?
  var kind = ChangeKind.edit
  var reason: TextPlace?
  var reverses: ChangeID?
  var operations: [ScannedOperation] = []

  /// Its place in the order.
  var order: Change.OrderKey { Change.OrderKey(lamport: lamport, replica: id.replica, sequence: id.sequence) }
}

/// One operation of a ``ScannedLine``.
struct ScannedOperation {
  /// The number that ``LineReader`` gave the entity.
  let entity: Int
  let key: FieldKey
  var old: TextPlace?
  var new: TextPlace?
  var from = ChangeID.none
  var restores: ChangeID?
}

extension LineReader {
  /// Takes a line apart; false if it is not just of the form that ``LineWriter`` gives it, valid or not.
  mutating func scan(_ buffer: Span<UInt8>, _ line: Range<Int>, into scanned: inout ScannedLine) -> Bool {
    guard line.count > LineFormat.tailLength else { return false }
    let bytes = unsafe buffer.bytes
    var cursor = LineCursor(line)
    guard scanHead(&cursor, buffer, into: &scanned), cursor.take(#","ops":["#, bytes),
      scanOperations(&cursor, buffer, into: &scanned.operations),
      // The verdict has checked the checksum that follows.
      cursor.isAtChecksum
    else { return false }
    // Quotes are ASCII: when the line is valid UTF-8, so is each of its texts.
    return cursor.isASCII || (try? UTF8Span(validating: buffer.extracting(line))) != nil
  }

  private mutating func scanHead(
    _ cursor: inout LineCursor, _ buffer: Span<UInt8>, into scanned: inout ScannedLine
  ) -> Bool {
    let bytes = unsafe buffer.bytes
    guard cursor.take(#"{"v":1,"id":""#, bytes), let id = cursor.changeID(bytes),
      cursor.take(#","lamport":"#, bytes), let lamport = cursor.number(bytes), lamport > 0,
      cursor.take(#","at":"#, bytes), let at = cursor.number(bytes),
      cursor.take(#","on":""#, bytes), let on = day(&cursor, buffer),
      cursor.take(#","actor":""#, bytes), let actor = actor(&cursor, buffer),
      cursor.take(#","login":""#, bytes), let login = text(&cursor, buffer)
    else { return false }
    scanned.id = id
    scanned.lamport = UInt64(lamport)
    scanned.at = Int64(at)
    scanned.on = on
    scanned.actor = actor
    scanned.login = login
    guard scanText(#","meeting":""#, &cursor, buffer, into: &scanned.meeting),
      cursor.take(#","kind":""#, bytes), let kind = kind(&cursor, buffer),
      scanText(#","reason":""#, &cursor, buffer, into: &scanned.reason)
    else { return false }
    scanned.kind = kind
    scanned.reverses = nil
    if cursor.take(#","reverses":""#, bytes) {
      guard let reversed = cursor.changeID(bytes) else { return false }
      scanned.reverses = reversed
    }
    return true
  }

  private mutating func scanOperations(
    _ cursor: inout LineCursor, _ buffer: Span<UInt8>, into operations: inout [ScannedOperation]
  ) -> Bool {
    let bytes = unsafe buffer.bytes
    operations.removeAll(keepingCapacity: true)
    if cursor.take("]", bytes) { return true }
    repeat {
      guard cursor.take(#"{"e":""#, bytes), let entity = entity(&cursor, buffer),
        cursor.take(#","f":""#, bytes), let key = key(&cursor, buffer)
      else { return false }
      var operation = ScannedOperation(entity: entity, key: key)
      guard scanText(#","old":""#, &cursor, buffer, into: &operation.old),
        scanText(#","new":""#, &cursor, buffer, into: &operation.new)
      else { return false }
      if cursor.take(#","from":""#, bytes) {
        guard let id = cursor.changeID(bytes) else { return false }
        operation.from = id
      }
      if cursor.take(#","restores":""#, bytes) {
        guard let id = cursor.changeID(bytes) else { return false }
        operation.restores = id
      }
      guard cursor.take("}", bytes) else { return false }
      operations.append(operation)
    } while cursor.take(",", bytes)
    return cursor.take("]", bytes)
  }

  /// Finds a text that may be left out, behind its name; false if it is there and not of the plain form.
  @inline(__always)
  private func scanText(
    _ name: StaticString, _ cursor: inout LineCursor, _ buffer: Span<UInt8>, into place: inout TextPlace?
  ) -> Bool {
    place = nil
    guard cursor.take(name, unsafe buffer.bytes) else { return true }
    place = text(&cursor, buffer)
    return place != nil
  }

  /// Finds a text, whose escapes have to be good.
  private func text(_ cursor: inout LineCursor, _ buffer: Span<UInt8>) -> TextPlace? {
    guard let place = cursor.text(unsafe buffer.bytes) else { return nil }
    return place.isEscaped && EscapedText.decode(place, buffer) == nil ? nil : place
  }
}

extension LineReader {
  private mutating func actor(_ cursor: inout LineCursor, _ buffer: Span<UInt8>) -> Int? {
    guard let place = text(&cursor, buffer) else { return nil }
    if let number = actorNumbers.find(place.range, of: buffer) { return number }
    guard let name = validText(place, buffer) else { return nil }
    actors.append(name)
    actorNumbers.add(actors.count - 1, for: place.range, of: buffer)
    return actors.count - 1
  }

  private mutating func entity(_ cursor: inout LineCursor, _ buffer: Span<UInt8>) -> Int? {
    guard let place = cursor.text(unsafe buffer.bytes) else { return nil }
    if let number = entityNumbers.find(place.range, of: buffer) { return number }
    guard let entity = item(place, buffer) ?? validText(place, buffer).flatMap({ EntityReference($0) })
    else { return nil }
    entities.append(entity)
    entityNumbers.add(entities.count - 1, for: place.range, of: buffer)
    return entities.count - 1
  }

  /// The item of the form `item/KEY/R1`, whose report was met before; nil for every other text.
  private mutating func item(_ place: TextPlace, _ buffer: Span<UInt8>) -> EntityReference? {
    let prefix = "item/".utf8.count
    guard !place.isEscaped, place.range.count > prefix, buffer[place.start] == UInt8(ascii: "i"),
      let slash = place.range.last(where: { buffer[$0] == UInt8(ascii: "/") }), slash >= place.start + prefix,
      case let letter = slash + 1, letter < place.end,
      let kind = ItemKind.allCases.first(where: { $0.letter.asciiValue == buffer[letter] })
    else { return nil }
    var number = 0
    for digit in letter + 1..<place.end {
      guard buffer[digit] >= 0x30, buffer[digit] <= 0x39, number < 1000 else { return nil }
      number = number * 10 + Int(buffer[digit] - 0x30)
    }
    // With the prefix and the slash, so that only a text that was read as a whole item leaves its report here.
    let key = place.start..<letter
    guard number > 0, let report = reports.find(key, of: buffer) else {
      guard let text = validText(place, buffer), case .item(let reference) = EntityReference(text) else { return nil }
      if reports.find(key, of: buffer) == nil { reports.add(reference.report, for: key, of: buffer) }
      return .item(reference)
    }
    return .item(ItemReference(report: report, kind: kind, number: ItemNumber(number)))
  }

  private mutating func day(_ cursor: inout LineCursor, _ buffer: Span<UInt8>) -> CalendarDay? {
    // Most lines are of the same day as the line before.
    guard let bytes = cursor.tenBytes(unsafe buffer.bytes) else { return nil }
    if bytes == lastDay.bytes {
      cursor.skipTenBytes()
      return lastDay.day
    }
    guard let place = cursor.text(unsafe buffer.bytes),
      let day = validText(place, buffer).flatMap({ CalendarDay($0) })
    else { return nil }
    lastDay = (bytes, day)
    return day
  }

  private mutating func kind(_ cursor: inout LineCursor, _ buffer: Span<UInt8>) -> ChangeKind? {
    guard let place = cursor.text(unsafe buffer.bytes) else { return nil }
    if let kind = kinds.find(place.range, of: buffer) { return kind }
    guard let kind = validText(place, buffer).flatMap({ ChangeKind(rawValue: $0) }) else { return nil }
    kinds.add(kind, for: place.range, of: buffer)
    return kind
  }

  private mutating func key(_ cursor: inout LineCursor, _ buffer: Span<UInt8>) -> FieldKey? {
    guard let place = cursor.text(unsafe buffer.bytes) else { return nil }
    // The keys of notes and evidence carry an id of at least 27 bytes and come once: their field is remembered.
    guard place.range.count > 27, let dot = place.range.first(where: { buffer[$0] == UInt8(ascii: ".") }) else {
      return field(place, buffer, isEntry: false).map { FieldKey($0) }
    }
    let name = TextPlace(start: place.start, end: dot, isEscaped: false)
    guard let field = field(name, buffer, isEntry: true),
      let entry = LineFormat.changeID(buffer.extracting(dot + 1..<place.end))
    else { return nil }
    return FieldKey(field, entry: entry)
  }

  private mutating func field(_ place: TextPlace, _ buffer: Span<UInt8>, isEntry: Bool) -> Field? {
    if let field = fields.find(place.range, of: buffer) { return field.isEntry == isEntry ? field : nil }
    guard let field = validText(place, buffer).flatMap({ Field(rawValue: $0) }) else { return nil }
    fields.add(field, for: place.range, of: buffer)
    return field.isEntry == isEntry ? field : nil
  }

  /// A text of a line that is not known to be valid yet.
  private func validText(_ place: TextPlace, _ buffer: Span<UInt8>) -> String? {
    if place.isEscaped { return EscapedText.decode(place, buffer) }
    guard let valid = try? UTF8Span(validating: buffer.extracting(place.range)) else { return nil }
    return String(copying: valid)
  }
}
