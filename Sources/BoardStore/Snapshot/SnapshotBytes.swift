/// Puts numbers, texts and lists end to end, as they stand in memory.
struct SnapshotWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: UInt64) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }

  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// A list of numbers or of records of numbers that have no gaps.
  mutating func add<Element: BitwiseCopyable>(_ list: [Element]) {
    add(list.count)
    unsafe list.withUnsafeBytes { raw in unsafe bytes.append(contentsOf: raw) }
  }
}

/// Takes apart what a ``SnapshotWriter`` put together; everything is nil or empty behind the end or a list too long.
struct SnapshotReader {
  private let bytes: [UInt8]
  private var place: Int
  private let end: Int
  /// Whether more was asked for than there is.
  private(set) var isShort = false

  /// Reads what stands at a range.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    place = range.lowerBound
    end = range.upperBound
  }

  /// Whether all was read, and no more.
  var isAtEnd: Bool { !isShort && place == end }

  mutating func number() -> UInt64 {
    guard end - place >= 8 else {
      isShort = true
      return 0
    }
    place += 8
    // In bounds by the guard.
    return UInt64(littleEndian: unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: place - 8, as: UInt64.self))
  }

  mutating func integer() -> Int { Int(Int64(bitPattern: number())) }

  mutating func text() -> String { String(decoding: list(of: UInt8.self), as: UTF8.self) }

  mutating func list<Element: BitwiseCopyable>(of type: Element.Type) -> [Element] {
    let count = integer()
    let size = MemoryLayout<Element>.stride
    guard !isShort, count >= 0, count <= (end - place) / size else {
      isShort = true
      return []
    }
    let bytes = self.bytes
    let start = place
    place += count * size
    return unsafe [Element](unsafeUninitializedCapacity: count) { buffer, filled in
      // The room is for `count` elements, whose bytes were counted above; any bytes are numbers.
      unsafe bytes.span.extracting(start..<start + count * size).withUnsafeBytes { raw in
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: raw)
      }
      filled = count
    }
  }
}
