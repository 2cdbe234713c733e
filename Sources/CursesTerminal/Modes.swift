/// Switches of terminals that curses does not know, and strings of the terminal database.
enum Modes {
  /// Bracketed paste: pasted text comes between marks.
  static let pasteOn = "\u{1B}[?2004h"
  static let pasteOff = "\u{1B}[?2004l"
  /// Reports of buttons and wheel, places as decimal numbers.
  static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"

  /// For the Linux console: light the screen, and never switch it off again, neither its picture nor its power.
  ///
  /// Source: console_codes(4).
  static let keepLit = "\u{1B}[13]\u{1B}[9;0]\u{1B}[14;0]"

  /// Gives a guard what brings the terminal back from any state that we put it in.
  static func addRestoringBytes(to guardian: borrowing CrashGuard) {
    guardian.add(mouseOff + pasteOff)
    guardian.add(capability: "sgr0")
    guardian.add(capability: "op")
    guardian.add(capability: "cnorm")
    guardian.add(capability: "rmkx")
    // Without a second screen the shell goes on below what we drew.
    if !guardian.add(capability: "rmcup") { guardian.add("\r\n") }
  }

  /// What the terminal looked up last sends for keys.
  static func keySequences() -> [KeySequence] {
    KeySequence.names.compactMap { entry in
      guard let text = CursesScreen.capability(entry.name), text.utf8.count > 1, text.hasPrefix("\u{1B}") else {
        return nil
      }
      return KeySequence(text, entry.key)
    }
  }
}
