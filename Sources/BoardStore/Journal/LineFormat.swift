import BoardModel

/// How a line of a journal ends, and how its end is checked; docs/journal-format.md describes it byte by byte.
enum LineFormat {
  /// The version that this program writes, and the newest it understands.
  static let version = 1
  /// The longest line, without its LF, in bytes.
  static let longest = 32 << 20
  /// What stands before the eight hexadecimal digits of the checksum.
  static let checksumKey = Array(#","crc":""#.utf8)
  /// How many bytes a valid line ends with: the key, eight digits, a quote and a brace.
  static let tailLength = checksumKey.count + 10
  /// What a writer puts behind a torn tail, with a LF: it makes the piece invalid for ever and tells it from damage.
  ///
  /// A valid line ends in `"}`, so that no line can be both.
  static let seal = Array(" !sealed".utf8)

  /// What a line is by its end and its checksum.
  enum Verdict: Equatable {
    /// It is whole.
    case whole
    /// It is a torn tail that a later writer sealed.
    case sealed
    /// It has no checksum, or one of other bytes.
    case damaged
  }

  /// Judges a line, LF not included.
  static func verdict(on line: Span<UInt8>) -> Verdict {
    let start = line.count - tailLength
    if start > 0, matches(line, checksumKey, at: start), line[line.count - 2] == UInt8(ascii: "\""),
      line[line.count - 1] == UInt8(ascii: "}"),
      let stated = hexadecimal(line.extracting(line.count - 10..<line.count - 2)),
      UInt32(truncatingIfNeeded: stated) == Checksum.crc32c(line.extracting(0..<start))
    {
      return .whole
    }
    return line.count >= seal.count && matches(line, seal, at: line.count - seal.count)
      ? .sealed : .damaged
  }

  /// Ends a line: the checksum of the bytes so far, the closing brace and the LF.
  static func close(_ line: inout [UInt8]) {
    let sum = Checksum.crc32c(line.span)
    line += checksumKey
    for shift in stride(from: 28, through: 0, by: -4) {
      let digit = UInt8(sum >> UInt32(shift) & 0xF)
      line.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
    line += "\"}\n".utf8
  }

  /// The value of lower-case hexadecimal digits, at most 16; nil for anything else.
  static func hexadecimal(_ digits: Span<UInt8>) -> UInt64? {
    guard digits.count > 0, digits.count <= 16 else { return nil }
    var value: UInt64 = 0
    for place in 0..<digits.count {
      switch digits[place] {
      case let digit where digit >= 0x30 && digit <= 0x39: value = value << 4 | UInt64(digit - 0x30)
      case let digit where digit >= 0x61 && digit <= 0x66: value = value << 4 | UInt64(digit - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// Reads an id: 16 hexadecimal digits, a decimal number, 8 hexadecimal digits, joined by hyphens.
  static func changeID(_ text: Span<UInt8>) -> ChangeID? {
    let count = text.count
    guard count >= 27, count <= 36, text[16] == UInt8(ascii: "-"),
      text[count - 9] == UInt8(ascii: "-"),
      let replica = hexadecimal(text.extracting(0..<16)),
      let nonce = hexadecimal(text.extracting(count - 8..<count))
    else { return nil }
    var sequence: UInt64 = 0
    for place in 17..<count - 9 {
      guard text[place] >= 0x30, text[place] <= 0x39 else { return nil }
      sequence = sequence * 10 + UInt64(text[place] - 0x30)
    }
    guard let sequence = UInt32(exactly: sequence) else { return nil }
    return ChangeID(replica: replica, sequence: sequence, nonce: UInt32(truncatingIfNeeded: nonce))
  }

  /// The place of the next LF at or after `start`; nil if there is none.
  static func lineEnd(in bytes: Span<UInt8>, from start: Int) -> Int? {
    let raw = unsafe bytes.bytes
    var place = start
    while place + 8 <= raw.byteCount {
      // In bounds by the condition of the loop. A byte of `word` is zero where the buffer has a LF.
      let word =
        unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        ^ 0x0A0A_0A0A_0A0A_0A0A
      let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
      if zeros != 0 { break }
      place += 8
    }
    while place < bytes.count {
      if bytes[place] == 0x0A { return place }
      place += 1
    }
    return nil
  }

  private static func matches(_ line: Span<UInt8>, _ wanted: [UInt8], at start: Int) -> Bool {
    for offset in wanted.indices where line[start + offset] != wanted[offset] { return false }
    return true
  }
}
