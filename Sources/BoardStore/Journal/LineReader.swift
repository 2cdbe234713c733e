import BoardModel
import JSONText

/// Reads whole lines as changes; one for many lines, because it remembers what comes again.
struct LineReader {
  /// What a line turned out to be.
  enum Reading {
    /// A change; `isPartial` if some of it is of a newer format and was left out.
    case change(Change, isPartial: Bool)
    /// A change that only a newer version understands.
    case newer(id: ChangeID, lamport: UInt64, must: [String])
    /// JSON with a right checksum that is no change: a member is missing or means nothing.
    case malformed
  }

  /// A line that is no change of any version.
  struct Malformed: Error {}

  private var entities = ByteCache<EntityReference>()
  private var keys = ByteCache<FieldKey?>()
  private var kinds = ByteCache<ChangeKind?>()
  private var days = ByteCache<CalendarDay>()
  private var names = ByteCache<String>()

  /// The members as they are found.
  private struct Parts {
    var version: Int?
    var id: ChangeID?
    var lamport: Int?
    var at: Int?
    var on: CalendarDay?
    var actor: String?
    var login: String?
    var meeting: String?
    var kind: ChangeKind?
    var hasKind = false
    var reason: String?
    var reverses: ChangeID?
    var operations: [Operation]?
    var must: [String] = []
    var isPartial = false
    /// One bit for each known member that was met.
    var met: UInt32 = 0
  }

  /// Reads the line at a range of the scanner's buffer, LF not included, its checksum already checked.
  mutating func read(_ scanner: inout JSONScanner, _ line: Range<Int>) -> Reading {
    scanner.move(to: line)
    var parts = Parts()
    do {
      try readMembers(&scanner, into: &parts)
      try scanner.finish()
    } catch {
      return .malformed
    }
    guard let version = parts.version, let id = parts.id, let clock = parts.lamport, clock > 0 else {
      return .malformed
    }
    let lamport = UInt64(clock)
    if version > LineFormat.version || !parts.must.isEmpty || (parts.hasKind && parts.kind == nil) {
      return .newer(id: id, lamport: lamport, must: parts.must)
    }
    guard let at = parts.at, let on = parts.on, let actor = parts.actor, let login = parts.login,
      let kind = parts.kind, let operations = parts.operations
    else { return .malformed }
    let change = Change(
      id: id, lamport: lamport, at: Int64(at), on: on, actor: actor, login: login, meeting: parts.meeting, kind: kind,
      reason: parts.reason, reverses: parts.reverses, operations: operations)
    return .change(change, isPartial: parts.isPartial)
  }

  private mutating func readMembers(_ scanner: inout JSONScanner, into parts: inout Parts) throws {
    try scanner.beginObject()
    var first = true
    while let name = try scanner.nextName(first: &first) {
      var bit: UInt32 = 0
      if scanner.matches(name, "v") {
        parts.version = try scanner.integer()
        bit = 1
      } else if scanner.matches(name, "id") {
        parts.id = try changeID(&scanner)
        bit = 2
      } else if scanner.matches(name, "lamport") {
        parts.lamport = try scanner.integer()
        bit = 4
      } else if scanner.matches(name, "at") {
        parts.at = try scanner.integer()
        bit = 8
      } else if scanner.matches(name, "on") {
        parts.on = try day(&scanner)
        bit = 16
      } else if scanner.matches(name, "actor") {
        parts.actor = try self.name(&scanner)
        bit = 32
      } else if scanner.matches(name, "login") {
        parts.login = try self.name(&scanner)
        bit = 64
      } else if scanner.matches(name, "meeting") {
        parts.meeting = try self.name(&scanner)
        bit = 128
      } else if scanner.matches(name, "kind") {
        parts.kind = try kind(&scanner)
        parts.hasKind = true
        bit = 256
      } else if scanner.matches(name, "reason") {
        parts.reason = try scanner.string()
        bit = 512
      } else if scanner.matches(name, "reverses") {
        parts.reverses = try changeID(&scanner)
        bit = 1024
      } else if scanner.matches(name, "ops") {
        parts.operations = try operations(&scanner, isPartial: &parts.isPartial)
        bit = 2048
      } else if scanner.matches(name, "must") {
        parts.must = try strings(&scanner)
        bit = 4096
      } else if scanner.matches(name, "crc") {
        try scanner.skip()
        bit = 8192
      } else {
        try scanner.skip()
        parts.isPartial = true
      }
      guard parts.met & bit == 0 else { throw Malformed() }
      parts.met |= bit
    }
  }

  private mutating func operations(_ scanner: inout JSONScanner, isPartial: inout Bool) throws -> [Operation] {
    try scanner.beginArray()
    var operations: [Operation] = []
    var first = true
    while try scanner.nextElement(first: &first) {
      if let operation = try operation(&scanner) { operations.append(operation) } else { isPartial = true }
    }
    return operations
  }

  /// One operation; nil if it sets something that this version does not know.
  private mutating func operation(_ scanner: inout JSONScanner) throws -> Operation? {
    try scanner.beginObject()
    var entity: EntityReference?
    var key: FieldKey?
    var old: String?
    var new: String?
    var from = ChangeID.none
    var restores: ChangeID?
    var isUnknown = false
    var first = true
    while let name = try scanner.nextName(first: &first) {
      if scanner.matches(name, "e") {
        entity = try self.entity(&scanner)
        isUnknown = isUnknown || entity == nil
      } else if scanner.matches(name, "f") {
        key = try self.key(&scanner)
        isUnknown = isUnknown || key == nil
      } else if scanner.matches(name, "old") {
        old = try scanner.string()
      } else if scanner.matches(name, "new") {
        new = try scanner.string()
      } else if scanner.matches(name, "from") {
        from = try changeID(&scanner)
      } else if scanner.matches(name, "restores") {
        restores = try changeID(&scanner)
      } else {
        try scanner.skip()
        isUnknown = true
      }
    }
    if isUnknown { return nil }
    guard let entity, let key else { throw Malformed() }
    return Operation(entity: entity, key: key, old: old, new: new, from: from, restores: restores)
  }
}

extension LineReader {
  private mutating func entity(_ scanner: inout JSONScanner) throws -> EntityReference? {
    let (range, escaped) = try scanner.stringRange()
    do {
      return try entities.value(for: range, of: scanner.bytes) {
        guard let entity = EntityReference(try scanner.text(at: range, escaped: escaped)) else { throw Malformed() }
        return entity
      }
    } catch is Malformed {
      return nil
    }
  }

  private mutating func key(_ scanner: inout JSONScanner) throws -> FieldKey? {
    let (range, escaped) = try scanner.stringRange()
    // Keys of notes and evidence carry an id and come once: remembering them would only cost.
    if range.count >= 32 { return FieldKey(try scanner.text(at: range, escaped: escaped)) }
    return try keys.value(for: range, of: scanner.bytes) { FieldKey(try scanner.text(at: range, escaped: escaped)) }
  }

  private mutating func kind(_ scanner: inout JSONScanner) throws -> ChangeKind? {
    let (range, escaped) = try scanner.stringRange()
    return try kinds.value(for: range, of: scanner.bytes) {
      ChangeKind(rawValue: try scanner.text(at: range, escaped: escaped))
    }
  }

  private mutating func day(_ scanner: inout JSONScanner) throws -> CalendarDay {
    let (range, escaped) = try scanner.stringRange()
    return try days.value(for: range, of: scanner.bytes) {
      guard let day = CalendarDay(try scanner.text(at: range, escaped: escaped)) else { throw Malformed() }
      return day
    }
  }

  private mutating func name(_ scanner: inout JSONScanner) throws -> String {
    let (range, escaped) = try scanner.stringRange()
    return try names.value(for: range, of: scanner.bytes) { try scanner.text(at: range, escaped: escaped) }
  }

  private func strings(_ scanner: inout JSONScanner) throws -> [String] {
    try scanner.beginArray()
    var strings: [String] = []
    var first = true
    while try scanner.nextElement(first: &first) { strings.append(try scanner.string()) }
    return strings
  }

  /// Reads an id: 16 hexadecimal digits, a decimal number, 8 hexadecimal digits, joined by hyphens.
  private func changeID(_ scanner: inout JSONScanner) throws -> ChangeID {
    let (range, _) = try scanner.stringRange()
    let text = scanner.bytes.span.extracting(range)
    let count = text.count
    guard count >= 27, count <= 36, text[16] == UInt8(ascii: "-"), text[count - 9] == UInt8(ascii: "-"),
      let replica = LineFormat.hexadecimal(text.extracting(0..<16)),
      let nonce = LineFormat.hexadecimal(text.extracting(count - 8..<count))
    else { throw Malformed() }
    var sequence: UInt64 = 0
    for place in 17..<count - 9 {
      guard text[place] >= 0x30, text[place] <= 0x39 else { throw Malformed() }
      sequence = sequence * 10 + UInt64(text[place] - 0x30)
    }
    guard let sequence = UInt32(exactly: sequence) else { throw Malformed() }
    return ChangeID(replica: replica, sequence: sequence, nonce: UInt32(truncatingIfNeeded: nonce))
  }
}
