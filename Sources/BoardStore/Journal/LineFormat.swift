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
    if start > 0, line[line.count - 2] == UInt8(ascii: "\""), line[line.count - 1] == UInt8(ascii: "}"),
      word(line, start) == checksumWord, let stated = hexadecimal(word(line, start + 8)),
      stated == Checksum.crc32c(line.extracting(0..<start))
    {
      return .whole
    }
    return line.count >= seal.count && matches(line, seal, at: line.count - seal.count)
      ? .sealed : .damaged
  }

  /// The digest of lines after one more that is whole or sealed: its length and its checksum, which has been compared.
  static func adding(_ line: Span<UInt8>, _ verdict: Verdict, to digest: UInt64) -> UInt64 {
    let sum = verdict == .whole ? word(line, line.count - 10) : UInt64(Checksum.crc32c(line))
    return Digest.adding(UInt64(truncatingIfNeeded: line.count), to: Digest.adding(sum, to: digest))
  }

  /// The eight bytes of ``checksumKey`` as one number.
  private static let checksumWord = word(checksumKey.span, 0)

  /// Eight bytes as a number, the first of them the lowest byte.
  private static func word(_ bytes: Span<UInt8>, _ place: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
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

  /// The value of eight lower-case hexadecimal digits, the first the lowest byte, all at once; nil for anything else.
  @inline(__always)
  static func hexadecimal(_ text: UInt64) -> UInt32? {
    let digits = text.byteSwapped
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones &* 0x80
    let letters = digits >> 6 & ones
    // 0 to 9 less "0", 10 to 15 less "a"; the high bits keep each byte from borrowing of the next.
    let values = (digits | high) &- (ones &* 0x30 &+ letters &* 0x31)
    let plain = values & ~high
    // Neither below "0", nor between "9" and "a", nor above "f": all high bits stand, and no value passes its limit.
    guard digits & high == 0, values & high == high, (plain &+ ones &* 0x76 &+ letters &* 4) & high == 0
    else { return nil }
    var packed = plain &+ letters &* 10
    packed = (packed | packed >> 4) & 0x00FF_00FF_00FF_00FF
    packed = (packed | packed >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: packed | packed >> 16)
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
    let lines: UInt64 = 0x0A0A_0A0A_0A0A_0A0A
    let ones: UInt64 = 0x0101_0101_0101_0101
    var place = start
    while place + 16 <= raw.byteCount {
      // In bounds by the condition of the loop. A byte of a word is zero where the buffer has a LF.
      let first = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self) ^ lines
      let second = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: place + 8, as: UInt64.self) ^ lines
      let zeros = ((first &- ones) & ~first | (second &- ones) & ~second) & (ones &* 0x80)
      if zeros != 0 { break }
      place += 16
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
