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

  /// The entities met, each once; a ``ScannedOperation`` names one by its place here.
  var entities: [EntityReference] = []
  /// The actors met, each once; a ``ScannedLine`` names one by its place here.
  var actors: [String] = []
  var entityNumbers = ByteCache<Int>()
  var actorNumbers = ByteCache<Int>()
  var reports = ByteCache<String>()
  var fields = ByteCache<Field>()
  var kinds = ByteCache<ChangeKind>()
  /// The day read last, and its text; no text is eight bytes of 0.
  var lastDay: (bytes: (UInt64, UInt64), day: CalendarDay) = ((0, 0), CalendarDay(daysSinceEpoch: 0))

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
    var scanned = ScannedLine()
    if scan(scanner.bytes.span, line, into: &scanned) {
      return .change(change(scanned, scanner.bytes.span), isPartial: false)
    }
    return readAnyForm(&scanner, line)
  }

  /// Reads a line of whatever form.
  func readAnyForm(_ scanner: inout JSONScanner, _ line: Range<Int>) -> Reading {
    scanner.move(to: line)
    var parts = Parts()
    do {
      try readMembers(&scanner, into: &parts)
      try scanner.finish()
    } catch {
      return .malformed
    }
    guard let version = parts.version, let id = parts.id, let clock = parts.lamport, clock > 0
    else {
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
      id: id, lamport: lamport, at: Int64(at), on: on, actor: actor, login: login,
      meeting: parts.meeting, kind: kind,
      reason: parts.reason, reverses: parts.reverses, operations: operations)
    return .change(change, isPartial: parts.isPartial)
  }

  private func readMembers(_ scanner: inout JSONScanner, into parts: inout Parts) throws {
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
      } else if scanner.matches(name, "must") {
        parts.must = try strings(&scanner)
        bit = 4096
      } else if let version = parts.version, version > LineFormat.version {
        // What a newer version means by its other members is its own affair.
        try scanner.skip()
      } else if scanner.matches(name, "at") {
        parts.at = try scanner.integer()
        bit = 8
      } else if scanner.matches(name, "on") {
        guard let day = CalendarDay(try scanner.string()) else { throw Malformed() }
        parts.on = day
        bit = 16
      } else if scanner.matches(name, "actor") {
        parts.actor = try scanner.string()
        bit = 32
      } else if scanner.matches(name, "login") {
        parts.login = try scanner.string()
        bit = 64
      } else if scanner.matches(name, "meeting") {
        parts.meeting = try scanner.string()
        bit = 128
      } else if scanner.matches(name, "kind") {
        parts.kind = ChangeKind(rawValue: try scanner.string())
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
      } else if scanner.matches(name, "redacted") {
        // The texts of this line were erased; what stands in their place reads like any other.
        try scanner.skip()
        bit = 16384
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

  private func operations(_ scanner: inout JSONScanner, isPartial: inout Bool) throws
    -> [Operation]
  {
    try scanner.beginArray()
    var operations: [Operation] = []
    var first = true
    while try scanner.nextElement(first: &first) {
      if let operation = try operation(&scanner) {
        operations.append(operation)
      } else {
        isPartial = true
      }
    }
    return operations
  }

  /// One operation; nil if it sets something that this version does not know.
  private func operation(_ scanner: inout JSONScanner) throws -> Operation? {
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
        entity = EntityReference(try scanner.string())
        isUnknown = isUnknown || entity == nil
      } else if scanner.matches(name, "f") {
        key = FieldKey(try scanner.string())
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
  private func strings(_ scanner: inout JSONScanner) throws -> [String] {
    try scanner.beginArray()
    var strings: [String] = []
    var first = true
    while try scanner.nextElement(first: &first) { strings.append(try scanner.string()) }
    return strings
  }

  private func changeID(_ scanner: inout JSONScanner) throws -> ChangeID {
    let (range, _) = try scanner.stringRange()
    guard let id = LineFormat.changeID(scanner.bytes.span.extracting(range)) else {
      throw Malformed()
    }
    return id
  }
}
