package import InertText

/// The marks that the program itself draws, each with twins for terminals that show less than Unicode.
///
/// Every mark takes the columns that its text says; renderers measure them like any other text.
package struct GlyphSet: Equatable, Sendable {
  /// What the terminal can show of the data.
  package let repertoire: Repertoire

  /// Stands before the selected card or line.
  package let selection: String
  package let ellipsis: String
  package let up: String
  package let down: String
  package let left: String
  package let right: String
  package let check: String
  /// An open box of a checklist, the counterpart of ``check``.
  package let unchecked: String
  package let bullet: String
  /// Stands between two facts on one line.
  package let separator: String
  package let arrow: String
  package let warning: String
  /// A full cell, of which large digits are made.
  package let block: String
  package let border: Border

  /// The pieces of lines and boxes; each takes one column.
  package struct Border: Equatable, Sendable {
    package let horizontal: String
    package let vertical: String
    package let topLeft: String
    package let topRight: String
    package let bottomLeft: String
    package let bottomRight: String
    package let teeLeft: String
    package let teeRight: String
    package let teeTop: String
    package let teeBottom: String
    package let cross: String
  }

  package static let unicode = GlyphSet(
    repertoire: .unicode, selection: "▶", ellipsis: "…", up: "▲", down: "▼", left: "←", right: "→", check: "✓",
    unchecked: "☐", bullet: "•", separator: "·", arrow: "→", warning: "⚠", block: "█",
    border: .lines)

  /// For the Linux console, whose fonts hold the box pieces and arrows of the old PC character set.
  package static let console = GlyphSet(
    repertoire: .console, selection: ">", ellipsis: "..", up: "▲", down: "▼", left: "←", right: "→", check: "√",
    unchecked: "-", bullet: "*", separator: "·", arrow: "→", warning: "!", block: "█",
    border: .lines)

  package static let ascii = GlyphSet(
    repertoire: .ascii, selection: ">", ellipsis: "..", up: "^", down: "v", left: "<-", right: "->", check: "x",
    unchecked: "-", bullet: "*", separator: "-", arrow: "->", warning: "!", block: "#",
    border: .dashes)
}

extension GlyphSet.Border {
  package static let lines = GlyphSet.Border(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘", teeLeft: "├",
    teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼")

  package static let dashes = GlyphSet.Border(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", teeLeft: "+",
    teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+")
}
