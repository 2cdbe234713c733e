import JSONText

/// Texts with escapes in a line.
enum EscapedText {
  /// The text, nil if an escape is bad or the bytes are not UTF-8.
  static func decode(_ place: TextPlace, _ buffer: Span<UInt8>) -> String? {
    var copy: [UInt8] = []
    copy.reserveCapacity(place.range.count)
    for offset in place.range { copy.append(buffer[offset]) }
    return try? JSONScanner(copy).text(at: 0..<copy.count, escaped: true)
  }
}
