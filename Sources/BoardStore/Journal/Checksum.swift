/// The CRC-32C of a line: Castagnoli's polynomial, reflected, 0x82F63B78, as in iSCSI (RFC 3720) and ext4.
///
/// It tells every error of up to 32 neighbouring bits and all but one in four thousand million others.
package enum Checksum {
  /// The checksum of some bytes.
  ///
  /// Slicing by 16: sixteen bytes a step through sixteen tables of 256 numbers, made at the first call. A step waits
  /// for the one before it, so that longer steps are faster.
  package static func crc32c(_ bytes: Span<UInt8>) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    let raw = unsafe bytes.bytes
    let count = raw.byteCount
    unsafe tables.withUnsafeBufferPointer { table in
      var place = 0
      while place + 16 <= count {
        // In bounds by the condition of the loop; any bytes are a number.
        let first = UInt64(
          littleEndian: unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
        let second = UInt64(
          littleEndian: unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: place + 8, as: UInt64.self))
        sum = unsafe step(first ^ UInt64(sum), from: 2048, table) ^ step(second, from: 0, table)
        place += 16
      }
      while place < count {
        sum = unsafe sum >> 8 ^ table[Int((sum ^ UInt32(bytes[place])) & 0xFF)]
        place += 1
      }
    }
    return ~sum
  }

  /// What eight bytes do to the sum, through the eight tables from a place on.
  ///
  /// Unchecked, since every index is a byte plus the start of one of the sixteen tables.
  @inline(__always)
  private static func step(_ word: UInt64, from start: Int, _ tables: UnsafeBufferPointer<UInt32>) -> UInt32 {
    guard let first = tables.baseAddress else { return 0 }
    let table = unsafe first + start
    let low = unsafe table[1792 + Int(word & 0xFF)] ^ table[1536 + Int(word >> 8 & 0xFF)]
    let lower = unsafe table[1280 + Int(word >> 16 & 0xFF)] ^ table[1024 + Int(word >> 24 & 0xFF)]
    let upper = unsafe table[768 + Int(word >> 32 & 0xFF)] ^ table[512 + Int(word >> 40 & 0xFF)]
    return unsafe low ^ lower ^ upper ^ table[256 + Int(word >> 48 & 0xFF)] ^ table[Int(word >> 56)]
  }

  /// Table *n* at 256 *n*: what a byte does to the sum when *n* more bytes follow in its step.
  private static let tables: [UInt32] = {
    var made = [UInt32](repeating: 0, count: 4096)
    for byte in 0..<256 {
      var sum = UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0x82F6_3B78 : sum >> 1 }
      made[byte] = sum
    }
    for place in 256..<4096 {
      made[place] = made[place - 256] >> 8 ^ made[Int(made[place - 256] & 0xFF)]
    }
    return made
  }()
}
