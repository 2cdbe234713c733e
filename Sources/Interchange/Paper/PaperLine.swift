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
  var isHeading: Bool
  /// The line as it stands, with its spaces.
  let raw: ArraySlice<UInt8>
  /// Whether it is a header, a footer or a number of a page, or a web page's furniture.
  var furniture: Furniture?

  var isBlank: Bool { bytes.isEmpty }

  /// Splits a checked text into its lines.
  ///
  /// - Complexity: O(*n*).
  static func lines(of text: CheckedText, labels: PaperLabels) -> [PaperLine] {
    var lines: [PaperLine] = []
    for (index, raw) in text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      lines.append(PaperLine(number: index + 1, raw: raw))
    }
    SetextHeading.mark(&lines)
    PageFurniture.mark(&lines, pageStarts: text.pageStarts, labels: labels)
    return lines
  }

  /// A line from its raw bytes, without the line end.
  init(number: Int, raw: ArraySlice<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var tab: Int?
    var pendingSpace = false
    var pendingTab = false
    self.raw = raw
    var index = PaperLine.quoteEnd(raw)
    while index < raw.endIndex {
      let byte = raw[index]
      if byte == 0x20 || byte == 0x09 {
        pendingSpace = true
        if byte == 0x09 { pendingTab = true }
      } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_"), index + 1 < raw.endIndex, raw[index + 1] == byte
      {
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
    PaperLine.dropEmphasis(&bytes)
    let hashes = bytes.prefix { $0 == UInt8(ascii: "#") }.count
    isHeading = (1...6).contains(hashes) && bytes.count > hashes && bytes[hashes] == 0x20
    let dropped = isHeading ? hashes + 1 : 0
    self.number = number
    self.bytes = dropped > 0 ? Array(bytes[dropped...]) : bytes
    self.tab = tab.flatMap { $0 >= dropped ? $0 - dropped : nil }
  }

  /// Where the words start behind the marks of a quotation, `> `, which Markdown and mail set before a line.
  private static func quoteEnd(_ raw: ArraySlice<UInt8>) -> Int {
    var index = raw.startIndex
    while let mark = raw[index...].firstIndex(where: { $0 != 0x20 }), raw[mark] == UInt8(ascii: ">"),
      mark + 1 == raw.endIndex || raw[mark + 1] == 0x20 || raw[mark + 1] == UInt8(ascii: ">")
    {
      index = mark + 1
    }
    return index
  }

  /// Takes the marks of emphasis off what a line begins with: `*Published:* 20 October` is `Published: 20 October`.
  private static func dropEmphasis(_ bytes: inout [UInt8]) {
    guard let mark = bytes.first, mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_"), bytes.count > 2,
      ASCII.isWord(bytes[1]), let close = bytes.prefix(200).dropFirst().firstIndex(of: mark),
      !ASCII.isWord(bytes[close - 1]) || close + 1 == bytes.count || !ASCII.isWord(bytes[close + 1])
    else { return }
    bytes.remove(at: close)
    bytes.removeFirst()
  }
}

/// A heading with a line of `=` under it, as Markdown has it.
private enum SetextHeading {
  static func mark(_ lines: inout [PaperLine]) {
    for index in lines.indices.dropFirst() where isRule(lines[index].bytes) && !lines[index - 1].isBlank {
      lines[index - 1].isHeading = lines[index - 1].isHeading || index < 2 || lines[index - 2].isBlank
      lines[index].furniture = .rule
    }
  }

  private static func isRule(_ line: [UInt8]) -> Bool {
    line.count >= 4 && line.allSatisfy { $0 == UInt8(ascii: "=") }
  }
}
