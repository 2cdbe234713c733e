/// One line of a paper: trimmed, with single spaces, its number kept.
struct PaperLine {
  /// Its number in the file, from 1.
  let number: Int
  /// The text without the white space around it, empty for a blank line.
  ///
  /// Runs of spaces and tabs are one space.
  let bytes: [UInt8]
  /// Where in ``bytes`` the first TAB stood that was not indentation; `nil` for none.
  let tab: Int?
  /// Whether Markdown marks it as a heading.
  let isHeading: Bool

  var isBlank: Bool { bytes.isEmpty }

  /// Splits a checked text into its lines.
  ///
  /// - Complexity: O(*n*).
  static func lines(of text: CheckedText) -> [PaperLine] {
    var lines: [PaperLine] = []
    for (index, raw) in text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      lines.append(PaperLine(number: index + 1, raw: raw))
    }
    return lines
  }

  /// A line from its raw bytes, without the line end.
  init(number: Int, raw: ArraySlice<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var tab: Int?
    var pendingSpace = false
    var pendingTab = false
    var index = raw.startIndex
    while index < raw.endIndex {
      let byte = raw[index]
      if byte == 0x20 || byte == 0x09 {
        pendingSpace = true
        if byte == 0x09 { pendingTab = true }
      } else if byte == UInt8(ascii: "*"), index + 1 < raw.endIndex, raw[index + 1] == byte {
        index += 1  // Markdown's strong emphasis around a label says nothing about the words.
      } else {
        if pendingSpace, !bytes.isEmpty {
          if pendingTab, tab == nil { tab = bytes.count }
          bytes.append(0x20)
        }
        (pendingSpace, pendingTab) = (false, false)
        bytes.append(byte)
      }
      index += 1
    }
    let hashes = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    isHeading = (1...6).contains(hashes) && bytes.count > hashes && bytes[hashes] == 0x20
    let dropped = isHeading ? hashes + 1 : 0
    self.number = number
    self.bytes = dropped > 0 ? Array(bytes[dropped...]) : bytes
    self.tab = tab.flatMap { $0 >= dropped ? $0 - dropped : nil }
  }
}
