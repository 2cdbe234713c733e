/// How many columns of a terminal a character takes, and which characters must never reach one.
package enum CharacterWidth {
  /// The columns that a scalar takes: 1, 2 for wide characters, 0 for marks that combine with the one before.
  ///
  /// - Returns: `nil` for what must not be sent to a terminal: controls, format and direction characters, anything
  ///   invisible, private use and unassigned code points, the parts that flags and skin tones are put together from,
  ///   and characters younger than Unicode 14, whose width C libraries and terminals do not agree on.
  /// - Complexity: O(1) below U+0300, otherwise O(log *n*) in the 78 ranges of wide characters.
  ///
  /// Agrees with `wcwidth` of glibc wherever it returns a number.
  package static func columns(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20...0x7E: return 1
    case 0..<0xA0, 0xAD: return nil
    case 0xA0..<0x300, 0x2010...0x2027, 0x2500...0x257F, 0xFFFD: return 1
    default: return columnsByProperties(of: scalar)
    }
  }

  private static func columnsByProperties(of scalar: Unicode.Scalar) -> Int? {
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.isEmojiModifier { return nil }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return nil
    default: break
    }
    guard let age = properties.age, age.major <= newestVersion else { return nil }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    if joinsBefore(scalar.value) { return 0 }
    if isRegionalIndicator(scalar.value) { return nil }
    return isWide(scalar.value) ? 2 : 1
  }

  /// The version of Unicode that the C library of Debian 12 knows.
  private static let newestVersion = 14

  /// Letters that join the one before them: vowels and final consonants of Korean syllables, and the Ahom medial RA,
  /// which Unicode 14 still called a mark.
  private static func joinsBefore(_ value: UInt32) -> Bool {
    (0x1161...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) || value == 0x1171E
  }

  /// The letters that flags are spelled with.
  private static func isRegionalIndicator(_ value: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(value)
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].last < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].first <= value
  }

  /// The characters that Unicode 14 calls wide or full-width, in order; gaps that hold only unassigned code points
  /// are closed, as those never get this far.
  ///
  /// Source: EastAsianWidth.txt, values W and F; circled numbers and hexagrams as in glibc, whose table has no gaps for
  /// them.
  private static let wideRanges: [(first: UInt32, last: UInt32)] = [
    (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3),
    (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1),
    (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA),
    (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B),
    (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
    (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E),
    (0x3041, 0xA4C6), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAD9),
    (0xFE10, 0xFE6B), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x1B2FB), (0x1F004, 0x1F004),
    (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F200, 0x1F320), (0x1F32D, 0x1F335),
    (0x1F337, 0x1F37C), (0x1F37E, 0x1F393), (0x1F3A0, 0x1F3CA), (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0),
    (0x1F3F4, 0x1F3F4), (0x1F3F8, 0x1F43E), (0x1F440, 0x1F440), (0x1F442, 0x1F4FC), (0x1F4FF, 0x1F53D),
    (0x1F54B, 0x1F54E), (0x1F550, 0x1F567), (0x1F57A, 0x1F57A), (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4),
    (0x1F5FB, 0x1F64F), (0x1F680, 0x1F6C5), (0x1F6CC, 0x1F6CC), (0x1F6D0, 0x1F6D2), (0x1F6D5, 0x1F6DF),
    (0x1F6EB, 0x1F6EC), (0x1F6F4, 0x1F6FC), (0x1F7E0, 0x1F7F0), (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945),
    (0x1F947, 0x1F9FF), (0x1FA70, 0x1FAF6), (0x20000, 0x3134A),
  ]
}
