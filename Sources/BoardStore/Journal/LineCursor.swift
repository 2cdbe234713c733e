import BoardModel

/// Goes along a line of the form that ``LineWriter`` gives it, byte by byte as expected.
///
/// Any difference gives nil or false, after which the cursor is of no more use; the general reader decides then.
/// It never looks behind the line's checksum, whose 18 bytes let it look at eight bytes in one step.
struct LineCursor {
  /// The place of the next byte.
  private(set) var place: Int
  /// Where the checksum begins: nothing that is read lies behind it.
  private let end: Int
  /// The bytes of all texts so far, one over the other: its high bits tell whether one was not ASCII.
  private var seen: UInt64 = 0

  /// Goes along a line that lies within the buffer and ends with a checksum.
  init(_ line: Range<Int>) {
    place = line.lowerBound
    end = line.upperBound - LineFormat.tailLength
  }

  /// Whether all texts so far were ASCII.
  var isASCII: Bool { seen & 0x8080_8080_8080_8080 == 0 }

  /// Whether nothing is left but the checksum.
  var isAtChecksum: Bool { place == end }

  /// Goes over these bytes, if they come next; else it stays where it is.
  @inline(__always)
  mutating func take(_ wanted: StaticString, _ bytes: RawSpan) -> Bool {
    let count = wanted.utf8CodeUnitCount
    guard end - place >= count else { return false }
    let known = unsafe wanted.utf8Start
    var offset = 0
    while offset + 8 <= count {
      // In bounds by the condition of the loop and the guard above.
      let next = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place &+ offset, as: UInt64.self)
      let word = unsafe UnsafeRawPointer(known).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if next != word { return false }
      offset += 8
    }
    while offset < count {
      if unsafe known[offset] != byte(at: place &+ offset, bytes) { return false }
      offset += 1
    }
    place += count
    return true
  }

  /// Reads a whole number of at most 18 digits that is not negative.
  mutating func number(_ bytes: RawSpan) -> Int? {
    let start = place
    var value = 0
    while place < end {
      let digit = byte(at: place, bytes) &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ Int(digit)
      place += 1
      if place - start > 18 { return nil }
    }
    // A leading zero is for the general reader to refuse.
    return place > start && (byte(at: start, bytes) != 0x30 || place - start == 1) ? value : nil
  }

  /// Reads a text up to and over its closing quote, the opening one already taken.
  mutating func text(_ bytes: RawSpan) -> TextPlace? {
    let start = place
    var escaped = false
    while place < end {
      // In bounds: the checksum follows. A set bit marks a quote, a backslash or a control character; the lowest one
      // does so surely, those above it perhaps.
      let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
      let ones: UInt64 = 0x0101_0101_0101_0101
      let quotes = word ^ 0x2222_2222_2222_2222
      let slashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
      let special =
        (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | ((word &- ones &* 0x20) & ~word))
        & 0x8080_8080_8080_8080
      seen |= word
      if special == 0 {
        place += 8
        continue
      }
      place += special.trailingZeroBitCount / 8
      guard place < end else { return nil }
      switch byte(at: place, bytes) {
      case UInt8(ascii: "\""):
        place += 1
        return TextPlace(start: start, end: place - 1, isEscaped: escaped)
      case UInt8(ascii: "\\"):
        escaped = true
        place += 2
      default: return nil
      }
    }
    return nil
  }

  /// The next ten bytes as two numbers that overlap, if a quote follows them; the cursor stays where it is.
  func tenBytes(_ bytes: RawSpan) -> (UInt64, UInt64)? {
    guard end - place >= 11, byte(at: place + 10, bytes) == UInt8(ascii: "\"") else { return nil }
    // In bounds by the guard.
    return unsafe (
      bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self),
      bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place + 2, as: UInt64.self)
    )
  }

  /// Goes over ten bytes and a quote.
  mutating func skipTenBytes() { place += 11 }

  /// Reads an id up to and over its closing quote, the opening one already taken.
  mutating func changeID(_ bytes: RawSpan) -> ChangeID? {
    guard end - place >= 28, let high = hexadecimal(at: place, bytes), let low = hexadecimal(at: place + 8, bytes),
      byte(at: place + 16, bytes) == UInt8(ascii: "-")
    else { return nil }
    place += 17
    let start = place
    var sequence = 0
    while place < end, place - start <= 10 {
      let digit = byte(at: place, bytes) &- 0x30
      if digit > 9 { break }
      sequence = sequence * 10 + Int(digit)
      place += 1
    }
    guard place > start, end - place >= 10, byte(at: place, bytes) == UInt8(ascii: "-"),
      let nonce = hexadecimal(at: place + 1, bytes), byte(at: place + 9, bytes) == UInt8(ascii: "\""),
      let number = UInt32(exactly: sequence)
    else { return nil }
    place += 10
    return ChangeID(replica: UInt64(high) << 32 | UInt64(low), sequence: number, nonce: nonce)
  }

  private func hexadecimal(at place: Int, _ bytes: RawSpan) -> UInt32? {
    // In bounds by the guards of the only caller.
    LineFormat.hexadecimal(
      UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)))
  }

  @inline(__always)
  private func byte(at place: Int, _ bytes: RawSpan) -> UInt8 {
    // In bounds: every caller has compared the place with `end`, or looks at most at the checksum behind it.
    unsafe bytes.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self)
  }
}

/// Where a text of a line stands in the buffer, between its quotes.
struct TextPlace {
  let start: Int
  let end: Int
  /// Whether some of it is written as escapes.
  let isEscaped: Bool

  var range: Range<Int> { start..<end }
}
