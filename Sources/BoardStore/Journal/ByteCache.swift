/// Remembers what was made of bytes that come again and again: references, field names, actors.
///
/// A lookup costs a hash of the bytes and one comparison, and allocates nothing.
struct ByteCache<Value> {
  private struct Entry {
    let start: Int
    let count: Int
    let value: Value
  }

  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// Places in `entries`, -1 for none; a power of two, at least twice as many as entries.
  private var slots = [Int32](repeating: -1, count: 256)

  /// The value for the bytes at a range; made once.
  mutating func value<Problem: Error>(
    for range: Range<Int>, of buffer: [UInt8], make: () throws(Problem) -> Value
  ) throws(Problem) -> Value {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    let wanted = buffer.span.extracting(range)
    for place in 0..<wanted.count { hash = (hash ^ UInt64(wanted[place])) &* 0x0000_0100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.count == wanted.count, isEqual(entry, wanted) { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    let value = try make()
    entries.append(Entry(start: bytes.count, count: wanted.count, value: value))
    bytes += buffer[range]
    slots[slot] = Int32(entries.count - 1)
    if entries.count * 2 > slots.count { grow() }
    return value
  }

  private func isEqual(_ entry: Entry, _ wanted: Span<UInt8>) -> Bool {
    let known = bytes.span
    for place in 0..<wanted.count where known[entry.start + place] != wanted[place] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for place in entry.start..<entry.start + entry.count {
        hash = (hash ^ UInt64(bytes[place])) &* 0x0000_0100_0000_01B3
      }
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
