/// A text cut into words and marks, each with its place, so that rules match words and answer with the paper's own.
///
/// Words are compared in lower case with straight apostrophes; what is quoted comes from the original bytes.
struct Wording {
  /// A word or a mark.
  struct Token {
    let start: Int
    let end: Int
    /// The word in lower case, or the mark; every double quotation mark is `"`, single ones `'`, dashes `-`.
    let folded: String
    let isWord: Bool
    /// Whether it starts with a capital letter.
    let isCapital: Bool
  }

  let bytes: [UInt8]
  let tokens: [Token]

  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var scanner = Scanner(bytes: bytes)
    tokens = scanner.tokens()
  }

  init(_ text: String) {
    self.init(Array(text.utf8))
  }

  var count: Int { tokens.count }

  /// The folded token at an index; empty outside, so that rules can look ahead without asking.
  subscript(index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index].folded : ""
  }

  func isCapital(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].isCapital }
  func isWord(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].isWord }

  /// The paper's own words in a range of tokens.
  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty, range.upperBound <= tokens.count else { return "" }
    return String(decoding: bytes[tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end], as: UTF8.self)
  }

  /// Whether the words of a phrase, separated by single spaces, stand at an index; answers the index behind them.
  func match(_ phrase: Phrase, at index: Int) -> Int? {
    guard index + phrase.words.count <= tokens.count else { return nil }
    for (offset, word) in phrase.words.enumerated() where tokens[index + offset].folded != word { return nil }
    return index + phrase.words.count
  }

  /// The first of several phrases that stands at an index.
  func match(any phrases: [Phrase], at index: Int) -> Int? {
    for phrase in phrases {
      if let end = match(phrase, at: index) { return end }
    }
    return nil
  }

  /// The sentences, as ranges of tokens; a line end closes one too.
  func sentences() -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in tokens.indices where endsSentence(index) {
      if index + 1 > start { result.append(start..<index + 1) }
      start = index + 1
    }
    if start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "rt", "hon", "no", "nos", "det", "supt", "ch", "insp", "sgt", "st", "e.g", "i.e", "eg",
    "ie", "cf", "vs", "para", "paras",
  ]

  private func endsSentence(_ index: Int) -> Bool {
    switch tokens[index].folded {
    case "\n": return true
    case "?", "!": return true
    case ".":
      if index > 0, Wording.abbreviations.contains(tokens[index - 1].folded) { return false }
      guard index + 1 < tokens.count else { return true }
      let next = tokens[index + 1]
      return next.start > tokens[index].end && (!next.isWord || next.isCapital || ASCII.isDigit(bytes[next.start]))
    default: return false
    }
  }
}

/// A few words to look for, in lower case.
struct Phrase: ExpressibleByStringLiteral, Sendable {
  let words: [String]

  init(stringLiteral text: String) {
    words = text.split(separator: " ").map(String.init)
  }
}

/// Cuts bytes into tokens.
private struct Scanner {
  let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func tokens() -> [Wording.Token] {
    var result: [Wording.Token] = []
    result.reserveCapacity(bytes.count / 5 + 1)
    while index < bytes.count {
      if bytes[index] == 0x20 {
        index += 1
      } else if let (mark, length) = mark(at: index) {
        result.append(
          Wording.Token(start: index, end: index + length, folded: mark, isWord: false, isCapital: false))
        index += length
      } else {
        result.append(word())
      }
    }
    return result
  }

  private mutating func word() -> Wording.Token {
    let start = index
    var folded: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 { break }
      if let (mark, length) = mark(at: index) {
        guard joins(mark, from: start, next: index + length) else { break }
        folded.append(contentsOf: mark.utf8)
        index += length
      } else {
        folded.append(ASCII.lower(byte))
        index += 1
      }
    }
    return Wording.Token(
      start: start, end: index, folded: String(decoding: folded, as: UTF8.self), isWord: true,
      isCapital: ASCII.isUpper(bytes[start]))
  }

  /// Whether a mark belongs to the word around it: `officers'` no, `force's`, `cross-government`, `T/DCS`, `3.1` yes.
  private func joins(_ mark: String, from start: Int, next: Int) -> Bool {
    guard next < bytes.count, ASCII.isWord(bytes[next]), self.mark(at: next) == nil else { return false }
    switch mark {
    case "'", "/": return true
    case "-": return bytes[index] == UInt8(ascii: "-")
    case ".": return true
    case ":": return index >= start + 4 && bytes[start..<index].starts(with: Array("http".utf8))
    default: return false
    }
  }

  /// The mark at an index, in its plain form, and its length in bytes.
  private func mark(at index: Int) -> (String, Int)? {
    let byte = bytes[index]
    switch byte {
    case 0x0A: return ("\n", 1)
    case UInt8(ascii: "-"): return ("-", 1)
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "_"): return nil
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E:
      return (String(UnicodeScalar(byte)), 1)
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      switch bytes[index + 2] {
      case 0x90...0x95: return ("-", 3)
      case 0x98...0x9B: return ("'", 3)
      case 0x9C...0x9F: return ("\"", 3)
      case 0xA2: return ("•", 3)
      case 0xA6: return ("…", 3)
      default: return nil
      }
    default: return nil
    }
  }
}
