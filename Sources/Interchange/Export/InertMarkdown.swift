internal import InertText

/// Data as Markdown text that means nothing but itself (CommonMark, and GitHub's additions).
enum InertMarkdown {
  private static let active = Set("\\`*_{}[]<>#|~&$^".unicodeScalars)

  /// A text on one line: inert, with every character escaped that Markdown gives a meaning.
  static func line(_ text: String) -> String {
    var result = ""
    var atStart = true
    var digits = 0
    let scalars = Array(visible(text).unicodeScalars.drop { $0 == " " })
    for (index, scalar) in scalars.enumerated() {
      let isMarker = atStart && "-+=!".unicodeScalars.contains(scalar)
      // `1.` and `1)` begin a list, `://` and `www.` a link that nobody made.
      let endsNumber = digits > 0 && digits == index && (scalar == "." || scalar == ")")
      let beginsLink =
        scalar == ":" && scalars[(index + 1)...].starts(with: "//".unicodeScalars)
        || scalar == "." && scalars[..<index].suffix(3).allSatisfy { $0 == "w" || $0 == "W" } && index >= 3
        || scalar == "@"
      if active.contains(scalar) || isMarker || endsNumber || beginsLink { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
      if index == digits, ("0"..."9").contains(scalar) { digits += 1 }
      atStart = false
    }
    return result
  }

  /// A text of several lines: paragraphs; lines that begin with a dash become entries of a list.
  static func paragraphs(_ text: String) -> String {
    var result: [String] = []
    for raw in visible(text, lineBreaks: .kept).unicodeScalars.split(separator: "\n") {
      let trimmed = raw.drop { $0 == " " }
      if trimmed.starts(with: "- ".unicodeScalars) {
        result.append("- " + line(String(Substring(trimmed.dropFirst(2)))))
      } else {
        result.append(line(String(Substring(trimmed))))
      }
    }
    return result.joined(separator: "\n\n")
  }

  /// A row of a table.
  static func row(_ cells: [String]) -> String { "| \(cells.map(line).joined(separator: " | ")) |\n" }

  /// The first row of a table and the rule under it.
  static func head(_ cells: [String]) -> String {
    row(cells) + "|" + String(repeating: "---|", count: cells.count) + "\n"
  }
}
