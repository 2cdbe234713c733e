/// What a terminal sends for the keys of the key table.
enum KeyBytes {
  /// The bytes of a key by its name in the table; `nil` for a name that is none.
  static func of(_ name: String) -> String? {
    if let bytes = special[name] { return bytes }
    if name.hasPrefix("C-"), name.count == 3, let letter = name.unicodeScalars.last,
      let control = Unicode.Scalar(letter.value & 0x1F)
    {
      return String(Character(control))
    }
    return name.count == 1 ? name : nil
  }

  private static let special: [String: String] = [
    "Space": " ", "Enter": "\r", "Esc": "\u{1b}", "Tab": "\t", "S-Tab": "\u{1b}[Z", "Backspace": "\u{7f}",
    "Delete": "\u{1b}[3~", "Up": "\u{1b}[A", "Down": "\u{1b}[B", "Right": "\u{1b}[C", "Left": "\u{1b}[D",
    "Home": "\u{1b}[H", "End": "\u{1b}[F", "PgUp": "\u{1b}[5~", "PgDn": "\u{1b}[6~", "S-Up": "\u{1b}[1;2A",
    "S-Down": "\u{1b}[1;2B", "S-Right": "\u{1b}[1;2C", "S-Left": "\u{1b}[1;2D", "F5": "\u{1b}[15~",
  ]
}
