/// A 64-bit digest of bytes that nobody chooses to collide: tells a torn, stale or foreign snapshot from a whole one.
///
/// Four lanes of multiply and rotate, 32 bytes a step, as in xxHash: some ten thousand million bytes a second.
struct Digest {
  private static let first: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let second: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// The digest of some bytes.
  static func of(_ bytes: Span<UInt8>) -> UInt64 {
    let raw = unsafe bytes.bytes
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (first &+ second, second, 0, 0 &- first)
    var place = 0
    while place + 32 <= raw.byteCount {
      lanes.0 = round(lanes.0, word(raw, place))
      lanes.1 = round(lanes.1, word(raw, place + 8))
      lanes.2 = round(lanes.2, word(raw, place + 16))
      lanes.3 = round(lanes.3, word(raw, place + 24))
      place += 32
    }
    var sum = UInt64(truncatingIfNeeded: raw.byteCount)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { sum = adding(lane, to: sum) }
    while place < raw.byteCount {
      sum = adding(UInt64(bytes[place]), to: sum)
      place += 1
    }
    return sum ^ sum >> 29
  }

  /// A digest of what another one stands for and a number after it.
  @inline(__always)
  static func adding(_ number: UInt64, to digest: UInt64) -> UInt64 {
    let mixed = (digest ^ round(0, number)) &* first
    return (mixed << 27 | mixed >> 37) &+ second
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let sum = lane &+ word &* second
    return (sum << 31 | sum >> 33) &* first
  }

  @inline(__always)
  private static func word(_ bytes: RawSpan, _ place: Int) -> UInt64 {
    // In bounds by the condition of the loop.
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
  }
}
