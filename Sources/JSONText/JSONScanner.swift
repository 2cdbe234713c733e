/// Reads JSON piece by piece from a buffer, without a tree: for texts of a known shape.
///
/// The reader asks for what must come next, as RFC 8259 spells it, and gets it or an error with its offset.
/// Nothing is copied but the texts that are asked for. One scanner serves many lines of one buffer:
/// ``move(to:)`` starts it at another part.
package struct JSONScanner: Sendable {
  /// The buffer.
  package let bytes: [UInt8]
  /// Where the next byte is read.
  package private(set) var position: Int
  /// Where reading ends, not included.
  package private(set) var end: Int
  /// How many arrays and objects are open in the value that is being skipped or read.
  var depth = 0

  /// How deep arrays and objects may be nested.
  package static let depthLimit = 64

  /// What kind of value comes next.
  package enum Kind: Sendable {
    /// An object.
    case object
    /// An array.
    case array
    /// A text.
    case string
    /// A number.
    case number
    /// `true` or `false`.
    case boolean
    /// `null`.
    case null
  }

  /// Scans a whole buffer.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = 0
    end = bytes.count
  }

  /// Goes to another part of the buffer.
  ///
  /// - Precondition: The range lies within the buffer.
  package mutating func move(to range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    position = range.lowerBound
    end = range.upperBound
    depth = 0
  }

  /// The kind of the next value.
  package mutating func peek() throws(JSONError) -> Kind {
    switch try nextByte() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case let byte: throw JSONError(.unexpectedByte(byte), at: position)
    }
  }

  /// Reads the `{` of an object.
  package mutating func beginObject() throws(JSONError) { try begin(UInt8(ascii: "{")) }

  /// Reads the `[` of an array.
  package mutating func beginArray() throws(JSONError) { try begin(UInt8(ascii: "[")) }

  /// Reads up to an object's next member and its name with the colon; nil at the `}`, which is read.
  ///
  /// - Parameter first: Whether this is the first call for the object; the call clears it.
  /// - Returns: Where the name's bytes stand between its quotes, escapes as written.
  package mutating func nextName(first: inout Bool) throws(JSONError) -> Range<Int>? {
    guard try nextElement(closing: UInt8(ascii: "}"), first: &first) else { return nil }
    let name = try stringRange().range
    try expect(UInt8(ascii: ":"))
    return name
  }

  /// Goes to an array's next element; false at the `]`, which is read.
  package mutating func nextElement(first: inout Bool) throws(JSONError) -> Bool {
    try nextElement(closing: UInt8(ascii: "]"), first: &first)
  }

  /// Whether the bytes at a place are exactly this text.
  package func matches(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<range.count where unsafe bytes[range.lowerBound + offset] != wanted[offset] { return false }
      return true
    }
  }

  /// Fails unless nothing but blanks is left.
  package mutating func finish() throws(JSONError) {
    skipBlanks()
    if position < end { throw JSONError(.trailingBytes, at: position) }
  }

  private mutating func begin(_ byte: UInt8) throws(JSONError) {
    try expect(byte)
    depth += 1
    if depth > Self.depthLimit { throw JSONError(.tooDeep, at: position - 1) }
  }

  private mutating func nextElement(closing: UInt8, first: inout Bool) throws(JSONError) -> Bool {
    let byte = try nextByte()
    if byte == closing {
      position += 1
      depth -= 1
      return false
    }
    if !first {
      try expect(UInt8(ascii: ","))
      if try nextByte() == closing { throw JSONError(.unexpectedByte(closing), at: position) }
    }
    first = false
    return true
  }

  /// Reads one byte that must come next, after blanks.
  mutating func expect(_ wanted: UInt8) throws(JSONError) {
    let byte = try nextByte()
    guard byte == wanted else { throw JSONError(.unexpectedByte(byte), at: position) }
    position += 1
  }

  /// The next byte that is no blank, left unread.
  mutating func nextByte() throws(JSONError) -> UInt8 {
    skipBlanks()
    guard position < end else { throw JSONError(.unexpectedEnd, at: position) }
    return bytes[position]
  }

  mutating func skipBlanks() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// Goes on after `count` bytes that were looked at.
  mutating func advance(to place: Int) { position = place }
}
