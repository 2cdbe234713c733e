extension JSONScanner {
  /// The text whose bytes stand at a place, escapes resolved.
  package func text(at range: Range<Int>, escaped: Bool) throws(JSONError) -> String {
    if !escaped {
      guard let text = validated(bytes.span.extracting(range)) else { throw JSONError(.notUTF8, at: range.lowerBound) }
      return text
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(range.count)
    var place = range.lowerBound
    while place < range.upperBound {
      if bytes[place] == UInt8(ascii: "\\") {
        try appendEscape(at: &place, before: range.upperBound, to: &decoded)
      } else {
        decoded.append(bytes[place])
        place += 1
      }
    }
    guard let text = validated(decoded.span) else { throw JSONError(.notUTF8, at: range.lowerBound) }
    return text
  }

  /// Whether the bytes at a place are those of a text.
  package func isEqual(_ range: Range<Int>, _ text: String) -> Bool {
    let wanted = text.utf8.span
    guard wanted.count == range.count else { return false }
    let found = bytes.span
    for offset in 0..<wanted.count where wanted[offset] != found[range.lowerBound + offset] { return false }
    return true
  }

  /// A copy of valid UTF-8; nil for anything else.
  private func validated(_ utf8: Span<UInt8>) -> String? {
    guard let span = try? UTF8Span(validating: utf8) else { return nil }
    return String(copying: span)
  }

  /// Resolves the escape that starts at `place` and goes behind it.
  private func appendEscape(
    at place: inout Int, before end: Int, to decoded: inout [UInt8]
  ) throws(JSONError) {
    let start = place
    guard start + 1 < end else { throw JSONError(.badEscape, at: start) }
    place += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "n"): decoded.append(0x0A)
    case UInt8(ascii: "r"): decoded.append(0x0D)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(bytes[start + 1])
    case UInt8(ascii: "u"): try appendScalar(at: &place, start: start, before: end, to: &decoded)
    default: throw JSONError(.badEscape, at: start)
    }
  }

  private func appendScalar(
    at place: inout Int, start: Int, before end: Int, to decoded: inout [UInt8]
  ) throws(JSONError) {
    var value = try unit(at: &place, start: start, before: end)
    if (0xD800...0xDBFF).contains(value) {
      guard place + 1 < end, bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u") else {
        throw JSONError(.loneSurrogate, at: start)
      }
      place += 2
      let low = try unit(at: &place, start: start, before: end)
      guard (0xDC00...0xDFFF).contains(low) else { throw JSONError(.loneSurrogate, at: start) }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw JSONError(.loneSurrogate, at: start) }
    decoded += UTF8.encode(scalar).map(Array.init) ?? []
  }

  /// The four hexadecimal digits at `place`.
  private func unit(at place: inout Int, start: Int, before end: Int) throws(JSONError) -> UInt32 {
    guard place + 4 <= end else { throw JSONError(.badEscape, at: start) }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[place]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46, 0x61...0x66: digit = (byte | 0x20) - 0x57
      default: throw JSONError(.badEscape, at: start)
      }
      value = value << 4 | UInt32(digit)
      place += 1
    }
    return value
  }
}
