internal import InertText

/// A paper of a meeting (minutes, agenda, action log) as a sequence of blocks, to be put out as text, Markdown or HTML.
///
/// Texts stand in it as recorded; each form makes them inert and escapes them in its own way.
package struct MeetingDocument: Hashable, Sendable {
  /// The form that a document is put out in.
  package enum Format: String, CaseIterable, Hashable, Sendable {
    case text, markdown, html
  }

  /// One block of a document.
  package enum Block: Hashable, Sendable {
    /// A heading; level 1 is the document's title, then 2 and 3.
    case heading(Int, String)
    /// A paragraph.
    case paragraph(String)
    /// A paragraph whose first words say what it is: `RESOLVED`, `Action`.
    case statement(String, String)
    /// A line of a list.
    case entry(String)
  }

  /// What it consists of, in order.
  package internal(set) var blocks: [Block] = []

  /// The document in a form, a line an element, inert.
  ///
  /// - Parameter columns: How wide lines of plain text may be; the other forms break lines at blocks only.
  package func lines(_ format: Format, columns: Int = 80) -> [String] {
    switch format {
    case .text: text(max(20, columns))
    case .markdown: markdown
    case .html: html
    }
  }

  // MARK: Plain text

  private func text(_ columns: Int) -> [String] {
    var lines: [String] = []
    var before: Block?
    for block in blocks {
      if let before, !(before.isEntry && block.isEntry) { lines.append("") }
      before = block
      switch block {
      case .heading(let level, let words):
        let shown = wrapped(level == 1 ? words.uppercased() : words, to: columns)
        lines += shown
        if level < 3 {
          let width = shown.map { InertText.columns(of: $0) }.max() ?? 0
          lines.append(String(repeating: level == 1 ? "=" : "-", count: width))
        }
      case .paragraph(let words): lines += wrapped(words, to: columns)
      case .statement(let label, let words): lines += wrapped(joined(label, words), to: columns)
      case .entry(let words):
        lines += wrapped(words, to: columns - 2).enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
      }
    }
    return lines
  }

  private func joined(_ label: String, _ words: String) -> String {
    label + (label.hasSuffix(":") ? " " : " – ") + words
  }

  // MARK: Markdown

  private var markdown: [String] {
    var lines: [String] = []
    var before: Block?
    for block in blocks {
      if let before, !(before.isEntry && block.isEntry) { lines.append("") }
      before = block
      switch block {
      case .heading(let level, let words):
        lines.append(String(repeating: "#", count: level) + " " + MarkdownText.escaped(words))
      case .paragraph(let words): lines += MarkdownText.lines(words)
      case .statement(let label, let words):
        let text = MarkdownText.escaped(String(joined(label, words).dropFirst(label.count)))
        lines.append("**\(MarkdownText.escaped(label))**\(text)")
      case .entry(let words): lines.append("- " + MarkdownText.escaped(words))
      }
    }
    return lines
  }

  // MARK: HTML

  private var html: [String] {
    var title = ""
    if case .heading(1, let words)? = blocks.first { title = words }
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"en-GB\">", "<head>", "<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
      "<title>\(HTMLText.escaped(title))</title>",
      "<style>body{font:16px/1.5 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}h3{margin-bottom:0}</style>",
      "</head>", "<body>",
    ]
    var isInList = false
    for block in blocks {
      if block.isEntry != isInList {
        lines.append(block.isEntry ? "<ul>" : "</ul>")
        isInList = block.isEntry
      }
      switch block {
      case .heading(let level, let words): lines.append("<h\(level)>\(HTMLText.escaped(words))</h\(level)>")
      case .paragraph(let words): lines.append("<p>\(HTMLText.escaped(words))</p>")
      case .statement(let label, let words):
        let text = HTMLText.escaped(String(joined(label, words).dropFirst(label.count)))
        lines.append("<p><strong>\(HTMLText.escaped(label))</strong>\(text)</p>")
      case .entry(let words): lines.append("<li>\(HTMLText.escaped(words))</li>")
      }
    }
    if isInList { lines.append("</ul>") }
    return lines + ["</body>", "</html>"]
  }
}

extension MeetingDocument.Block {
  fileprivate var isEntry: Bool { if case .entry = self { true } else { false } }
}

/// Text made safe for Markdown.
private enum MarkdownText {
  /// A text on one line, with everything escaped that Markdown or HTML within it would read.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in visible(text).unicodeScalars {
      if "\\`*_[]<>#|&~".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return marked(result)
  }

  /// The lines of a text, each ended so that the break stays.
  static func lines(_ text: String) -> [String] {
    let lines = text.split(whereSeparator: \.isNewline).map { escaped(String($0)) }
    return lines.enumerated().map { $0.offset == lines.count - 1 ? $0.element : $0.element + "\\" }
  }

  /// A sign at the beginning that would make a list of the line.
  private static func marked(_ line: String) -> String {
    let bytes = Array(line.utf8.prefix(12))
    guard let first = bytes.first else { return line }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: "=") { return "\\" + line }
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, digits.count < bytes.count,
      bytes[digits.count] == UInt8(ascii: ".") || bytes[digits.count] == UInt8(ascii: ")")
    else { return line }
    let place = line.utf8.index(line.utf8.startIndex, offsetBy: digits.count)
    return line[..<place] + "\\" + line[place...]
  }
}

/// Text made safe for HTML.
private enum HTMLText {
  /// A text with line breaks kept and everything escaped that HTML would read.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in visible(text, lineBreaks: .kept).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "<br>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
