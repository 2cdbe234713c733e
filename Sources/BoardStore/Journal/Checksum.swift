/// The CRC-32C of a line: Castagnoli's polynomial, reflected, 0x82F63B78, as in iSCSI (RFC 3720) and ext4.
///
/// It tells every error of up to 32 neighbouring bits and all but one in four thousand million others.
package enum Checksum {
  /// The checksum of some bytes.
  ///
  /// Slicing by 8: eight bytes a step through eight tables of 256 numbers; the tables are made at the first call.
  package static func crc32c(_ bytes: Span<UInt8>) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    let raw = unsafe bytes.bytes
    let count = raw.byteCount
    unsafe tables.withUnsafeBufferPointer { table in
      var place = 0
      while place + 8 <= count {
        // In bounds by the condition of the loop; any bytes are a number.
        let word = UInt64(
          littleEndian: unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
        sum = unsafe step(word ^ UInt64(sum), table)
        place += 8
      }
      while place < count {
        sum = unsafe sum >> 8 ^ table[Int((sum ^ UInt32(bytes[place])) & 0xFF)]
        place += 1
      }
    }
    return ~sum
  }

  /// Eight bytes, already mixed with the sum so far, through the eight tables: unchecked, since every index is a byte
  /// plus the start of a table.
  @inline(__always)
  private static func step(_ mixed: UInt64, _ table: UnsafeBufferPointer<UInt32>) -> UInt32 {
    guard let table = table.baseAddress else { return 0 }
    let low = unsafe table[1792 + Int(mixed & 0xFF)] ^ table[1536 + Int(mixed >> 8 & 0xFF)]
    let lower = unsafe table[1280 + Int(mixed >> 16 & 0xFF)] ^ table[1024 + Int(mixed >> 24 & 0xFF)]
    let upper = unsafe table[768 + Int(mixed >> 32 & 0xFF)] ^ table[512 + Int(mixed >> 40 & 0xFF)]
    return unsafe low ^ lower ^ upper ^ table[256 + Int(mixed >> 48 & 0xFF)] ^ table[Int(mixed >> 56)]
  }

  /// Table *n* at 256 *n*: what a byte does to the sum when *n* more bytes follow in its step.
  private static let tables: [UInt32] = {
    var made = [UInt32](repeating: 0, count: 2048)
    for byte in 0..<256 {
      var sum = UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0x82F6_3B78 : sum >> 1 }
      made[byte] = sum
    }
    for place in 256..<2048 {
      made[place] = made[place - 256] >> 8 ^ made[Int(made[place - 256] & 0xFF)]
    }
    return made
  }()
}
