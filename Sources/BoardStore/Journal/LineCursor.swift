import BoardModel

/// Goes along a line of the form that ``LineWriter`` gives it, byte by byte as expected.
///
/// Any difference gives nil or false, after which the cursor is of no more use; the general reader decides then.
struct LineCursor {
  private(set) var place: Int
  private let end: Int

  init(_ line: Range<Int>) {
    place = line.lowerBound
    end = line.upperBound
  }

  /// Goes over these bytes, if they come next; else it stays where it is.
  mutating func take(_ wanted: StaticString, _ bytes: Span<UInt8>) -> Bool {
    let count = wanted.utf8CodeUnitCount
    guard end - place >= count else { return false }
    let isNext = wanted.withUTF8Buffer { wanted in
      let raw = unsafe bytes.bytes
      let known = UnsafeRawBufferPointer(wanted)
      var offset = 0
      while offset + 8 <= count {
        // In bounds by the condition of the loop and the guard above.
        let difference =
          unsafe raw.unsafeLoadUnaligned(fromByteOffset: place + offset, as: UInt64.self)
          ^ known.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if difference != 0 { return false }
        offset += 8
      }
      while offset < count {
        if unsafe known[offset] != bytes[place + offset] { return false }
        offset += 1
      }
      return true
    }
    if isNext { place += count }
    return isNext
  }

  /// Reads a whole number of at most 18 digits that is not negative.
  mutating func number(_ bytes: Span<UInt8>) -> Int? {
    let start = place
    var value = 0
    while place < end, bytes[place] >= 0x30, bytes[place] <= 0x39 {
      value = value * 10 + Int(bytes[place] - 0x30)
      place += 1
      if place - start > 18 { return nil }
    }
    // A leading zero is for the general reader to refuse.
    return place > start && (bytes[start] != 0x30 || place - start == 1) ? value : nil
  }

  /// Reads a text up to and over its closing quote, the opening one already taken.
  mutating func text(_ bytes: Span<UInt8>) -> (range: Range<Int>, escaped: Bool)? {
    let start = place
    var escaped = false
    let raw = unsafe bytes.bytes
    while true {
      while place + 8 <= end {
        // In bounds by the condition. A set bit marks a byte that may be a quote, a backslash or a control character.
        let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        let quotes = word ^ 0x2222_2222_2222_2222
        let slashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
        let ones: UInt64 = 0x0101_0101_0101_0101
        let special =
          ((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes)
          | ((word &- ones &* 0x20) & ~word)
        if special & 0x8080_8080_8080_8080 != 0 { break }
        place += 8
      }
      while place < end {
        let byte = bytes[place]
        place += 1
        if byte == UInt8(ascii: "\"") { return (start..<place - 1, escaped) }
        if byte < 0x20 { return nil }
        if byte == UInt8(ascii: "\\") {
          escaped = true
          place += 1
        }
        if place & 7 == 0 { break }
      }
      if place >= end { return nil }
    }
  }

  /// Reads an id up to and over its closing quote, the opening one already taken.
  mutating func changeID(_ bytes: Span<UInt8>) -> ChangeID? {
    guard let (range, _) = text(bytes) else { return nil }
    return LineFormat.changeID(bytes.extracting(range))
  }

  /// Whether the line ends here.
  var isAtEnd: Bool { place == end }
}
