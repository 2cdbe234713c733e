internal import InertText

extension Section55Paper {
  /// The paper as plain text in UTF-8, a paragraph a line.
  ///
  /// Its labels are those that ``PaperReader`` knows, so that a board can read the paper that another one wrote.
  package var text: String {
    parts.map { part in
      switch part {
      case .banner(let words), .title(let words), .heading(let words): visible(words)
      case .prose(let words): visible(words)
      case .fact(let name, let value): "\(name): \(visible(value))"
      case .item(let name, let text): "\(name): \(ReadableText.itemText(text))"
      case .comments(let name, let text): "\(name): \(ReadableText.comments(text))"
      case .blank(let name, let gap): (name.map { "\($0): " } ?? "") + gap.blank
      }
    }.joined(separator: "\n\n") + "\n"
  }
}

/// A text of several lines laid out so that a reader of papers takes it for one part.
enum ReadableText {
  /// An item's text: what goes on asking stands as a paragraph of its own, other lines follow their sentence.
  static func itemText(_ text: String) -> String {
    laidOut(text) { line, before in
      if isEntry(line) { return announces(before) || isEntry(before) ? "\n\n" : " " }
      return SectionWords.asksMore(Block(words: line)) ? "\n\n" : "\n"
    }
  }

  /// Comments: every line is a paragraph.
  static func comments(_ text: String) -> String {
    laidOut(text) { _, _ in "\n\n" }
  }

  private static func laidOut(_ text: String, _ separator: ([UInt8], [UInt8]) -> String) -> String {
    var result = ""
    var before: [UInt8] = []
    for raw in visible(text, lineBreaks: .kept).unicodeScalars.split(separator: "\n") {
      let words = String(Substring(raw.drop { $0 == " " }))
      let line = Array(words.utf8)
      if line.isEmpty { continue }
      if !result.isEmpty { result += opensAnother(line) ? " " : separator(line, before) }
      result += words
      before = line
    }
    return result
  }

  private static func isEntry(_ line: [UInt8]) -> Bool {
    let marker = Marker(line)
    return marker.isBulletOnly || marker.isParenthesis
  }

  private static func announces(_ line: [UInt8]) -> Bool { Block(words: line).announces }

  /// Whether a line of its own would be taken for a label, a heading, a numbered section or a row of a table.
  private static func opensAnother(_ bytes: [UInt8]) -> Bool {
    let line = PaperLine(number: 1, raw: bytes[...])
    let marker = Marker(line.bytes)
    if line.isHeading || bytes.first == UInt8(ascii: "|") { return true }
    if PaperLabels.standard.match(line, from: marker.length) != nil { return true }
    let block = Block(marker: marker, words: Array(line.bytes.dropFirst(marker.length)), lines: [1])
    let isNumbered = !marker.number.isEmpty && !marker.isParenthesis
    return isNumbered && SectionWords.looksLikeHeading(block) || SectionWords.isHeading(block)
  }
}
