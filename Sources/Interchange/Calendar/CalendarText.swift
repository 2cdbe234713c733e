internal import InertText

/// Lines of iCalendar (RFC 5545): escaped, inert, folded.
enum CalendarText {
  /// A line `NAME:value` whose value is a text, folded, with its line end.
  static func text(_ name: String, _ value: String) -> String { line("\(name):\(escaped(value))") }

  /// A content line with its line end: folded so that no piece is longer than 75 octets (section 3.1).
  static func line(_ content: String) -> String {
    var text = ""
    var count = 0
    for scalar in content.unicodeScalars {
      let size = UTF8.width(scalar)
      if count + size > 75 {
        text += "\r\n "
        count = 1
      }
      text.unicodeScalars.append(scalar)
      count += size
    }
    return text + "\r\n"
  }

  /// A value of the type TEXT (section 3.3.11), made inert first.
  private static func escaped(_ value: String) -> String {
    var text = ""
    for scalar in visible(value, lineBreaks: .kept).unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case ";": text += "\\;"
      case ",": text += "\\,"
      case "\n": text += "\\n"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
