/// The characters that a terminal, or a file meant for one, is able to show.
package enum Repertoire: Sendable, Hashable, CaseIterable {
  /// All of Unicode that has a known width; what must not be shown becomes U+FFFD.
  case unicode
  /// What every font of the Linux console has: Latin-1, and box pieces and arrows of the old PC character set.
  ///
  /// The rest becomes `?`.
  case console
  /// Printable ASCII only; the rest becomes `?`.
  case ascii

  /// What stands for a character that cannot be shown.
  package var substitute: Unicode.Scalar { self == .unicode ? "\u{FFFD}" : "?" }

  /// What stands for the rest of a text that was cut off.
  package var ellipsis: String { self == .unicode ? "…" : ".." }

  /// Whether a harmless scalar has a glyph here.
  func holds(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .unicode: true
    case .console: scalar.value < 0x100 || "─│┌┐└┘├┤┬┴┼▲▼←→√█".unicodeScalars.contains(scalar)
    case .ascii: scalar.value < 0x80
    }
  }
}
