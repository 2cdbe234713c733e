/// Remembers what was made of bytes that come again and again: references, field names, actors.
///
/// A lookup costs a hash of the bytes and one comparison, and allocates nothing.
struct ByteCache<Value> {
  private struct Entry {
    let start: Int
    let count: Int
    let hash: UInt64
    let value: Value
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// Places in `entries`, -1 for none; a power of two, at least twice as many as entries.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The value that was added for the bytes at a range; nil if there is none.
  func find(_ range: Range<Int>, of buffer: Span<UInt8>) -> Value? {
    let wanted = unsafe buffer.extracting(range).bytes
    let hash = Self.hash(wanted)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if entries[place].hash == hash, isEqual(entries[place].start, entries[place].count, wanted) {
        return entries[place].value
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a value for bytes that have none yet.
  mutating func add(_ value: Value, for range: Range<Int>, of buffer: Span<UInt8>) {
    let hash = unsafe Self.hash(buffer.extracting(range).bytes)
    entries.append(Entry(start: bytes.count, count: range.count, hash: hash, value: value))
    for place in range { bytes.append(buffer[place]) }
    if entries.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for number in entries.indices { insert(number) }
    } else {
      insert(entries.count - 1)
    }
  }

  private mutating func insert(_ number: Int) {
    var slot = Int(truncatingIfNeeded: entries[number].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  /// Eight bytes a step: multiply and fold, good enough for bytes that nobody chooses to collide.
  @inline(__always)
  private static func hash(_ raw: RawSpan) -> UInt64 {
    let count = raw.byteCount
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 <= count {
      hash = mixed(hash, word(raw, place))
      place += 8
    }
    // The last eight bytes once more, or what there is of them.
    if place < count { hash = mixed(hash, count >= 8 ? word(raw, count - 8) : rest(raw, count)) }
    return hash
  }

  @inline(__always)
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    // Both halves of the product: the low one alone would know nothing of the last letters.
    let product = (hash ^ word).multipliedFullWidth(by: 0x9FB2_1C65_1E98_DF25)
    return product.high ^ product.low
  }

  @inline(__always)
  private static func word(_ bytes: RawSpan, _ place: Int) -> UInt64 {
    // In bounds: the callers have compared `place` with the count.
    unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
  }

  /// The bytes of a text shorter than eight.
  private static func rest(_ bytes: RawSpan, _ count: Int) -> UInt64 {
    var rest: UInt64 = 0
    for place in 0..<count {
      // In bounds by the range.
      rest = rest << 8 | UInt64(unsafe bytes.unsafeLoad(fromUncheckedByteOffset: place, as: UInt8.self))
    }
    return rest
  }

  @inline(__always)
  private func isEqual(_ start: Int, _ count: Int, _ right: RawSpan) -> Bool {
    guard count == right.byteCount else { return false }
    let left = unsafe bytes.span.bytes.extracting(start..<start + count)
    if count < 8 { return Self.rest(left, count) == Self.rest(right, count) }
    var place = 0
    while place + 8 <= count {
      if Self.word(left, place) != Self.word(right, place) { return false }
      place += 8
    }
    return Self.word(left, count - 8) == Self.word(right, count - 8)
  }
}
