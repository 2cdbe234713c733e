/// What stands before a line's words: a bullet, a number, a letter, or a bullet and a number.
struct Marker: Hashable {
  /// The parts of a number, `[3, 1]` for `3.1.`; empty for none.
  var number: [Int] = []
  /// Whether a number or letter is closed by a parenthesis: `1)`, `(1)`, `a)`.
  var isParenthesis = false
  /// Whether a parenthesis stands before it too: `(1)`, `(a)`.
  var isOpened = false
  /// The letter of `a)` or `(a)`; 0 for none.
  var letter: UInt8 = 0
  /// The bullet's bytes; empty for none.
  var bullet: [UInt8] = []
  /// Where the words start.
  var length = 0

  var isNone: Bool { length == 0 }
  var isBulletOnly: Bool { !bullet.isEmpty && number.isEmpty && letter == 0 }

  /// The number as papers print it: `3.1`; `nil` for none.
  var paragraph: String? {
    number.isEmpty ? nil : number.map(String.init).joined(separator: ".")
  }

  private static let bullets: [[UInt8]] = ["-", "–", "—", "•", "*", "·", "▪", "●", "◦", "‣", "■", "\u{F0B7}", "o"]
    .map { Array($0.utf8) }

  /// Reads the marker at the start of a line.
  init(_ line: [UInt8]) {
    if let glyph = Marker.bullets.first(where: { line.starts(with: $0) }),
      line.count == glyph.count || line[glyph.count] == 0x20
    {
      bullet = glyph
      length = min(line.count, glyph.count + 1)
    }
    readOrdinal(line)
  }

  private mutating func readOrdinal(_ line: [UInt8]) {
    var index = length
    let opened = index < line.count && line[index] == UInt8(ascii: "(")
    if opened { index += 1 }
    var parts: [Int] = []
    var letter: UInt8 = 0
    var dotted = false
    while let (value, end) = Marker.digits(line, index) {
      parts.append(value)
      index = end
      dotted = false
      guard index < line.count, line[index] == UInt8(ascii: ".") else { break }
      dotted = true
      index += 1
    }
    // `A.` is no marker: it may be an initial.
    if parts.isEmpty, index + 1 < line.count, ASCII.isLetter(line[index]), line[index + 1] == UInt8(ascii: ")") {
      letter = line[index]
      index += 1
    }
    guard !parts.isEmpty || letter != 0, !Marker.isYearOrDate(parts) else { return }
    let closed = !dotted && index < line.count && line[index] == UInt8(ascii: ")")
    if closed { index += 1 }
    guard closed || (!opened && (dotted || parts.count > 1)) else { return }
    guard index == line.count || line[index] == 0x20 else { return }
    (number, self.letter, isParenthesis, isOpened) = (parts, letter, closed, opened)
    length = min(line.count, index + 1)
  }

  /// `2019.` and `10.04.2019.` begin a wrapped line, no paragraph.
  private static func isYearOrDate(_ parts: [Int]) -> Bool {
    parts.count == 1 && parts[0] > 999 || parts.count == 3 && (1900...2199).contains(parts[2])
  }

  private static func digits(_ line: [UInt8], _ start: Int) -> (Int, Int)? {
    var value = 0
    var index = start
    while index < line.count, ASCII.isDigit(line[index]), index - start < 5 {
      value = value * 10 + Int(line[index] - 0x30)
      index += 1
    }
    return index > start ? (value, index) : nil
  }
}

/// Questions about single bytes.
enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte >= 0x80 }
  static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
}
