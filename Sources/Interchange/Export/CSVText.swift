internal import InertText

/// Rows of comma-separated values after RFC 4180, safe to open in a spreadsheet.
package enum CSVText {
  /// One row, ended by CR LF.
  ///
  /// A cell that a spreadsheet would run as a formula gets a leading `'`: one that begins with `= + - @`, TAB, CR, LF
  /// or their full-width forms, after spaces of any kind too.
  package static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let inert = visible(text, lineBreaks: .kept)
    let harmless = isFormula(text) ? "'" + inert : inert
    guard harmless.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return harmless }
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in harmless.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// Whether a spreadsheet may take a cell for a formula.
  ///
  /// By scalars, not characters: in Swift "=\u{301}" has no prefix "=".
  private static func isFormula(_ text: String) -> Bool {
    let first = text.unicodeScalars.first { !isSpace($0) }
    guard let first else { return false }
    return "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
  }

  /// A space that programs may drop before they look at a cell; TAB and line ends count as starts of formulas.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spaceSeparator || scalar.properties.generalCategory == .format
  }
}
