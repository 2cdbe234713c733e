internal import InertText

/// Rows for other programs: CSV for spreadsheets, TAB-separated for scripts.
enum Separated {
  /// A line of comma-separated values after RFC 4180, with CR LF.
  ///
  /// A cell that a spreadsheet would run as a formula gets a leading `'`: one that begins with `= + - @`, TAB, CR or
  /// their full-width forms, after spaces too.
  static func csv(_ cells: [String]) -> [UInt8] {
    Array((cells.map(cell).joined(separator: ",") + "\r\n").utf8)
  }

  private static func cell(_ text: String) -> String {
    let inert = visible(text, lineBreaks: .kept)
    let harmless = isFormula(text) ? "'" + inert : inert
    guard harmless.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return harmless }
    return "\"" + harmless.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }

  private static func isFormula(_ text: String) -> Bool {
    // Scalars, not characters: in Swift "=\u{301}" has no prefix "=".
    let first = text.unicodeScalars.first { !($0 == " " || $0 == "\u{A0}" || $0 == "\u{3000}" || $0 == "\u{FEFF}") }
    guard let first else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }

  /// A line of TAB-separated values; TAB and line feeds within them become spaces.
  static func porcelain(_ cells: [String]) -> [UInt8] {
    Array((cells.map { visible($0) }.joined(separator: "\t") + "\n").utf8)
  }
}
