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

  /// The value for the bytes at a range; made once, and again each time as long as it is nil.
  mutating func value(for range: Range<Int>, of buffer: Span<UInt8>, make: () -> Value?) -> Value? {
    let wanted = buffer.extracting(range)
    let hash = Self.hash(wanted)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if entries[place].hash == hash, isEqual(entries[place].start, entries[place].count, wanted) {
        return entries[place].value
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    guard let value = make() else { return nil }
    entries.append(Entry(start: bytes.count, count: wanted.count, hash: hash, value: value))
    for place in 0..<wanted.count { bytes.append(wanted[place]) }
    slots[slot] = Int32(entries.count - 1)
    if entries.count * 2 > slots.count { grow() }
    return value
  }

  /// Eight bytes a step: multiply and fold, good enough for bytes that nobody chooses to collide.
  private static func hash(_ wanted: Span<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: wanted.count) &* 0x9E37_79B9_7F4A_7C15
    let raw = unsafe wanted.bytes
    var place = 0
    while place + 8 <= raw.byteCount {
      // In bounds by the condition of the loop.
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      hash = (hash ^ word) &* 0x9FB2_1C65_1E98_DF25
      hash ^= hash >> 32
      place += 8
    }
    var rest: UInt64 = 0
    while place < wanted.count {
      rest = rest << 8 | UInt64(wanted[place])
      place += 1
    }
    hash = (hash ^ rest) &* 0x9FB2_1C65_1E98_DF25
    return hash ^ hash >> 32
  }

  private func isEqual(_ start: Int, _ count: Int, _ wanted: Span<UInt8>) -> Bool {
    guard count == wanted.count else { return false }
    let known = bytes.span.extracting(start..<start + count)
    let left = unsafe known.bytes
    let right = unsafe wanted.bytes
    var place = 0
    while place + 8 <= count {
      // In bounds by the condition of the loop; both have `count` bytes.
      let difference =
        unsafe left.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        ^ right.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      if difference != 0 { return false }
      place += 8
    }
    while place < count {
      if known[place] != wanted[place] { return false }
      place += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in entries.indices {
      var slot = Int(truncatingIfNeeded: entries[number].hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
