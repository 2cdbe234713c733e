internal import InertText

/// Data as HTML text, with nothing in it that a browser could take for markup.
enum InertHTML {
  /// A text on one line, for element content and quoted attributes.
  static func escaped(_ text: String) -> String { replaced(visible(text)) }

  /// A text of several lines as paragraphs and lists: lines that begin with a dash become entries.
  static func paragraphs(_ text: String) -> String {
    var html = ""
    var inList = false
    for raw in visible(text, lineBreaks: .kept).unicodeScalars.split(separator: "\n") {
      let line = raw.drop { $0 == " " }
      if line.isEmpty { continue }
      let isEntry = line.starts(with: "- ".unicodeScalars)
      if isEntry != inList { html += isEntry ? "<ul>\n" : "</ul>\n" }
      inList = isEntry
      let words = replaced(String(Substring(isEntry ? line.dropFirst(2) : line)))
      html += isEntry ? "<li dir=\"auto\">\(words)</li>\n" : "<p dir=\"auto\">\(words)</p>\n"
    }
    return inList ? html + "</ul>\n" : html
  }

  private static func replaced(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      case "`": result.append(contentsOf: "&#96;".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
