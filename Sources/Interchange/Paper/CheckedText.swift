/// A paper's bytes, found to be text within the limits and with invisible differences taken out.
///
/// Line ends are LF, spaces of every kind are plain spaces, soft hyphens within lines and marks without width are gone; control
/// characters other than TAB and LF became U+FFFD. Quotation marks, dashes and letters stay as they are.
package struct CheckedText: Sendable {
  /// The text as UTF-8, lines ended by LF; the last may lack it.
  package let bytes: [UInt8]
  /// The lines, from 1, that held a control character.
  package let linesWithControls: [Int]

  /// The lines, from 1, that begin a page: those behind a form feed.
  package let pageStarts: [Int]

  /// U+00AD, which is left where a line ends with it.
  static let softHyphen: [UInt8] = [0xC2, 0xAD]

  /// Checks and normalises a file's bytes.
  ///
  /// - Complexity: O(*n*).
  package init(_ raw: [UInt8]) throws(PaperError) {
    guard raw.count <= PaperLimits.file else { throw .fileTooLarge(bytes: raw.count) }
    if let format = CheckedText.format(of: raw) { throw .binary(looksLike: format) }
    if raw.contains(0) { throw .binary(looksLike: nil) }
    var cleaner = TextCleaner(capacity: raw.count)
    try cleaner.clean(raw)
    guard cleaner.sawText else { throw .empty }
    bytes = cleaner.output
    linesWithControls = cleaner.controls
    pageStarts = cleaner.pageStarts
  }

  /// The format that the first bytes tell of, when it is none of text.
  private static func format(of raw: [UInt8]) -> String? {
    let signatures: [([UInt8], String)] = [
      (Array("%PDF-".utf8), "a PDF file"), ([0x50, 0x4B, 0x03, 0x04], "a Word or other zipped file"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Word file"), ([0x1F, 0x8B], "a gzip file"), ([0xFF, 0xFE], "UTF-16 text"),
      ([0xFE, 0xFF], "UTF-16 text"), (Array("{\\rtf".utf8), "an RTF file"),
    ]
    return signatures.first { raw.starts(with: $0.0) }?.1
  }
}

/// One pass over the bytes: decodes, normalises, counts lines.
private struct TextCleaner {
  var output: [UInt8] = []
  var controls: [Int] = []
  var pageStarts: [Int] = []
  var sawText = false
  private var line = 1
  private var lineStart = 0
  private var softHyphen = -1

  init(capacity: Int) {
    output.reserveCapacity(capacity)
  }

  mutating func clean(_ raw: [UInt8]) throws(PaperError) {
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      if byte < 0x80 {
        if byte == 0x0D {
          if index + 1 == raw.count || raw[index + 1] != 0x0A { endLine() }
        } else {
          ascii(byte)
        }
        index += 1
      } else {
        let length = UTF8Form.length(of: raw, at: index)
        guard length > 0 else { throw .notUTF8(offset: index, line: line) }
        wide(raw[index..<index + length])
        index += length
      }
      if output.count - lineStart > PaperLimits.line {
        throw .lineTooLong(line: line, bytes: output.count - lineStart)
      }
    }
  }

  private mutating func ascii(_ byte: UInt8) {
    switch byte {
    case 0x0A, 0x0B: endLine()
    case 0x0C:
      if output.count > lineStart { endLine() }
      pageStarts.append(line)
    case 0x09, 0x20: output.append(byte)
    case 0x21...0x7E:
      sawText = true
      output.append(byte)
    default: replaceControl()
    }
  }

  private mutating func wide(_ scalar: ArraySlice<UInt8>) {
    let start = scalar.startIndex
    let code = UTF8Form.value(scalar)
    switch code {
    case 0x85, 0x2028, 0x2029: endLine()
    case 0x80...0x9F: replaceControl()
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: output.append(0x20)
    case 0xAD: softHyphen = output.count
    case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF: break
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: replaceControl()
    default:
      sawText = true
      output.append(contentsOf: scalar[start...])
    }
  }

  private mutating func replaceControl() {
    if controls.last != line { controls.append(line) }
    output.append(contentsOf: [0xEF, 0xBF, 0xBD])
  }

  private mutating func endLine() {
    // A soft hyphen within a line is nothing; at its end it says that the word goes on.
    if softHyphen == output.count, output.count > lineStart { output.append(contentsOf: CheckedText.softHyphen) }
    output.append(0x0A)
    line += 1
    lineStart = output.count
  }
}

/// The well-formed byte sequences of UTF-8 (Unicode, table 3-7).
enum UTF8Form {
  /// The length of the scalar that starts at an index, 1 to 4; 0 when the bytes there are not well formed.
  static func length(of bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    let (length, low, high): (Int, UInt8, UInt8)
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
    case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
    case 0xE1...0xEC, 0xEE, 0xEF: (length, low, high) = (3, 0x80, 0xBF)
    case 0xED: (length, low, high) = (3, 0x80, 0x9F)
    case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
    case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
    case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
    default: return 0
    }
    guard index + length <= bytes.count, (low...high).contains(bytes[index + 1]) else { return 0 }
    for next in bytes[(index + 2)..<max(index + 2, index + length)] where !(0x80...0xBF).contains(next) { return 0 }
    return length
  }

  /// The scalar's value, from its two to four well-formed bytes.
  static func value(_ scalar: ArraySlice<UInt8>) -> UInt32 {
    let lead = UInt32(scalar[scalar.startIndex])
    let first = scalar.count == 2 ? lead & 0x1F : scalar.count == 3 ? lead & 0x0F : lead & 0x07
    return scalar.dropFirst().reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
  }
}
