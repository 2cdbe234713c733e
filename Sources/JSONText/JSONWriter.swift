/// Builds one compact JSON text in a buffer of bytes.
///
/// Commas come by themselves; closing what was opened is up to the caller. What it writes is one line: a LF in
/// a text is escaped. Characters that act on a terminal instead of showing (C1 controls, direction marks,
/// zero-width characters) are escaped as well, so that the text stays inert wherever it is shown.
package struct JSONWriter: Sendable {
  /// What was written so far, as UTF-8.
  package private(set) var bytes: [UInt8]
  private var needsComma = false

  /// Starts an empty text with room for `capacity` bytes.
  package init(capacity: Int = 256) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Opens an object.
  package mutating func beginObject() { open(UInt8(ascii: "{")) }

  /// Closes an object.
  package mutating func endObject() { close(UInt8(ascii: "}")) }

  /// Opens an array.
  package mutating func beginArray() { open(UInt8(ascii: "[")) }

  /// Closes an array.
  package mutating func endArray() { close(UInt8(ascii: "]")) }

  /// Writes the name of an object's next member.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a text.
  package mutating func string(_ text: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    // Nearly all texts are plain: then they are copied as a whole.
    if isPlain(text.utf8.span) { bytes += text.utf8 } else { appendEscaped(text.utf8.span) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a text, or `null`.
  package mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// Writes a whole number in decimal.
  package mutating func integer(_ number: Int) {
    separate()
    appendDecimal(number)
    needsComma = true
  }

  /// Writes a number, or `null` for one that JSON cannot say (not finite).
  package mutating func number(_ number: Double) {
    guard number.isFinite else { return null() }
    separate()
    bytes += number.description.utf8
    needsComma = true
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) {
    separate()
    bytes += (value ? "true" : "false").utf8
    needsComma = true
  }

  /// Writes `null`.
  package mutating func null() {
    separate()
    bytes += "null".utf8
    needsComma = true
  }

  /// Writes a value that is JSON already.
  package mutating func raw(_ json: [UInt8]) {
    separate()
    bytes += json
    needsComma = true
  }

  /// Writes a whole value.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .boolean(let truth): boolean(truth)
    case .integer(let number): integer(number)
    case .number(let number): self.number(number)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let object):
      beginObject()
      for member in object.members {
        key(member.name)
        self.value(member.value)
      }
      endObject()
    }
  }

  /// Appends bytes as they are, without a comma: what stands between values, such as a LF.
  package mutating func appendOutside(_ more: [UInt8]) {
    bytes += more
    needsComma = false
  }

  private mutating func open(_ byte: UInt8) {
    separate()
    bytes.append(byte)
    needsComma = false
  }

  private mutating func close(_ byte: UInt8) {
    bytes.append(byte)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func appendDecimal(_ number: Int) {
    if (0..<10).contains(number) {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      bytes += String(number).utf8
    }
  }
}

extension JSONWriter {
  /// Whether a text is printable ASCII without quotes and backslashes.
  private func isPlain(_ text: Span<UInt8>) -> Bool {
    for place in 0..<text.count {
      let byte = text[place]
      if byte < 0x20 || byte > 0x7E || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return false }
    }
    return true
  }

  /// Appends text with everything escaped that JSON or a terminal could mistake.
  private mutating func appendEscaped(_ text: Span<UInt8>) {
    var place = 0
    while place < text.count {
      let byte = text[place]
      switch byte {
      case 0x20...0x21, 0x23...0x5B, 0x5D...0x7E:
        bytes.append(byte)
        place += 1
      case 0x00...0x7F:
        appendEscape(ofASCII: byte)
        place += 1
      default:
        place += appendScalar(of: text, at: place)
      }
    }
  }

  private mutating func appendEscape(ofASCII byte: UInt8) {
    switch byte {
    case 0x22: bytes += #"\""#.utf8
    case 0x5C: bytes += #"\\"#.utf8
    case 0x0A: bytes += #"\n"#.utf8
    case 0x0D: bytes += #"\r"#.utf8
    case 0x09: bytes += #"\t"#.utf8
    default: appendUnit(UInt16(byte))
    }
  }

  /// Appends the scalar of two to four bytes that starts at `place`, and returns how many bytes it has.
  private mutating func appendScalar(of text: Span<UInt8>, at place: Int) -> Int {
    let lead = text[place]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(text[place + offset] & 0x3F) }
    if !isActive(scalar) {
      for offset in 0..<length { bytes.append(text[place + offset]) }
    } else if scalar < 0x10000 {
      appendUnit(UInt16(scalar))
    } else {
      let beyond = scalar - 0x10000
      appendUnit(UInt16(0xD800 + beyond >> 10))
      appendUnit(UInt16(0xDC00 + beyond & 0x3FF))
    }
    return length
  }

  /// Whether a scalar does something instead of showing: C1 controls, direction marks, zero-width ones, tags.
  private func isActive(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private mutating func appendUnit(_ unit: UInt16) {
    bytes += #"\u"#.utf8
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(unit >> shift & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
