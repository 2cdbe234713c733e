/// Every key of every view: feeds the screens, their footers and help, and `docs/keys.md`.
///
/// A key is named by its character (`j`, `/`), as `C-r` with Control, or `Enter Esc Tab S-Tab Space Backspace Delete Up
/// Down Left Right Home End PgUp PgDn S-Up S-Down S-Left S-Right`.
package enum KeyTable {
  /// The keys of a view, in the order of help; a key stands at most once in a view.
  package static func bindings(of view: KeyView) -> [KeyBinding] {
    switch view {
    case .board: board
    case .card: card
    case .filter: filter
    case .picker: picker
    case .form: form
    case .confirm: confirm
    case .help: help
    case .wall: wall
    }
  }

  /// The short forms that the footer of a view shows; at most eight.
  package static func footer(of view: KeyView) -> [KeyBinding.Footer] {
    bindings(of: view).compactMap(\.footer)
  }

  private static let board: [KeyBinding] =
    [
      KeyBinding(.open, "Enter", words: "open the card", footer: "open"),
      KeyBinding(.down, "j", "Down", words: "down to the next card"),
      KeyBinding(.up, "k", "Up", words: "up to the card above"),
      KeyBinding(.left, "h", "Left", words: "to the column on the left"),
      KeyBinding(.right, "l", "Right", words: "to the column on the right"),
      KeyBinding(.nextColumn, "Tab", words: "to the next column, and round"),
      KeyBinding(.previousColumn, "S-Tab", words: "to the column before, and round"),
      KeyBinding(.firstColumn, "1", "0", words: "to Awaiting NPCC"),
      KeyBinding(.secondColumn, "2", words: "to Force action"),
      KeyBinding(.thirdColumn, "3", "$", words: "to Complete"),
      KeyBinding(.first, "g", "Home", words: "to the first card of the column"),
      KeyBinding(.last, "G", "End", words: "to the last card of the column"),
      KeyBinding(.pageDown, "PgDn", words: "a page down"),
      KeyBinding(.pageUp, "PgUp", words: "a page up"),
      KeyBinding(.halfPageDown, "C-d", words: "half a page down"),
      KeyBinding(.halfPageUp, "C-u", words: "half a page up"),
      KeyBinding(.moveLeft, "H", "S-Left", words: "move the card one status to the left"),
      KeyBinding(
        .moveRight, "L", "S-Right", words: "move the card one status to the right", footer: "move", shown: "H L"),
      KeyBinding(.orderDown, "J", "S-Down", words: "put the card below the next one"),
      KeyBinding(.orderUp, "K", "S-Up", words: "put the card above the one before"),
    ]
    + changing + [
      KeyBinding(.undo, "u", words: "undo: take back your latest change", footer: "undo"),
      KeyBinding(.redo, "C-r", "U", words: "redo: put back what you undid"),
      KeyBinding(.filter, "/", words: "filter the cards as you type", footer: "filter"),
      KeyBinding(.nextMatch, "n", words: "to the next match"),
      KeyBinding(.previousMatch, "N", words: "to the match before"),
      KeyBinding(.timeline, "t", words: "open the card at its timeline"),
      KeyBinding(.display, "O", words: "display options: density, plain ASCII marks"),
      KeyBinding(.back, "Esc", words: "clear the filter, the notice"),
    ] + always + [KeyBinding(.quit, "q", "C-c", words: "quit", footer: "quit")]

  private static let card: [KeyBinding] =
    [
      KeyBinding(.down, "j", "Down", words: "scroll down a line", footer: "scroll", shown: "j k"),
      KeyBinding(.up, "k", "Up", words: "scroll up a line"),
      KeyBinding(.pageDown, "PgDn", "Space", words: "a page down"),
      KeyBinding(.pageUp, "PgUp", "b", words: "a page up"),
      KeyBinding(.halfPageDown, "C-d", words: "half a page down"),
      KeyBinding(.halfPageUp, "C-u", words: "half a page up"),
      KeyBinding(.first, "g", "Home", words: "to the top"),
      KeyBinding(.last, "G", "End", words: "to the end"),
      KeyBinding(.nextCard, "l", "Right", "n", words: "open the next card", footer: "next card"),
      KeyBinding(.previousCard, "h", "Left", "N", words: "open the card before"),
      KeyBinding(.timeline, "t", words: "to the timeline"),
      KeyBinding(.moveLeft, "H", "S-Left", words: "move the card one status to the left"),
      KeyBinding(
        .moveRight, "L", "S-Right", words: "move the card one status to the right", footer: "move", shown: "H L"),
    ]
    + changing + [
      KeyBinding(.undo, "u", words: "undo: take back your latest change", footer: "undo"),
      KeyBinding(.redo, "C-r", "U", words: "redo: put back what you undid"),
    ] + always + [
      KeyBinding(.back, "Esc", "q", "Enter", "C-c", words: "back to the board", footer: "back")
    ]

  /// Changes to the selected card.
  private static let changing: [KeyBinding] = [
    KeyBinding(.pickStatus, "m", words: "pick the card's status"),
    KeyBinding(.owner, "o", words: "set the owner"),
    KeyBinding(.due, "D", words: "set the due date, with the reason"),
    KeyBinding(.note, "w", words: "write a note", footer: "note"),
    KeyBinding(.respond, "r", words: "write the chief officer's comments, section 55 (5)(b)"),
    KeyBinding(.comment, "c", words: "write the body's comments, section 55 (5)(a)", footer: "comment"),
    KeyBinding(.reply, "p", words: "write the body's reply to the chief officer, section 55 (5)(c)"),
    KeyBinding(.evidence, "V", words: "add evidence, or verify a complete card"),
  ]

  private static let always: [KeyBinding] = [
    KeyBinding(.help, "?", words: "all keys of this view", footer: "help"),
    KeyBinding(.redraw, "R", "C-l", words: "read the board again and redraw; forget what is marked as changed"),
    KeyBinding(.suspend, "C-z", words: "suspend; fg comes back"),
  ]

  private static let filter: [KeyBinding] =
    [
      KeyBinding(.accept, "Enter", words: "keep the filter", footer: "keep"),
      KeyBinding(.cancel, "Esc", "C-c", words: "clear the filter", footer: "clear"),
      KeyBinding(.down, "Down", words: "down to the next card"),
      KeyBinding(.up, "Up", words: "up to the card above"),
      KeyBinding(.nextColumn, "Tab", words: "to the next column", footer: "column"),
      KeyBinding(.previousColumn, "S-Tab", words: "to the column before"),
    ] + editing

  private static let form: [KeyBinding] =
    [
      KeyBinding(.save, "Enter", words: "to the next field; on the last one save", footer: "next, save"),
      KeyBinding(.newLine, "C-o", words: "begin a new line", footer: "new line"),
      KeyBinding(.nextField, "Tab", "Down", words: "to the next field", footer: "field"),
      KeyBinding(.previousField, "S-Tab", "Up", words: "to the field before"),
      KeyBinding(.cancel, "Esc", "C-c", words: "leave without saving; asks when something was typed", footer: "cancel"),
    ] + editing

  /// Editing one text.
  private static let editing: [KeyBinding] = [
    KeyBinding(.cursorLeft, "Left", words: "cursor to the left; in a choice the option before"),
    KeyBinding(.cursorRight, "Right", words: "cursor to the right; in a choice the next option"),
    KeyBinding(.lineStart, "Home", "C-a", words: "cursor to the start"),
    KeyBinding(.lineEnd, "End", "C-e", words: "cursor to the end"),
    KeyBinding(.deleteBackward, "Backspace", words: "delete the character before the cursor"),
    KeyBinding(.deleteForward, "Delete", "C-d", words: "delete the character at the cursor"),
    KeyBinding(.deleteWord, "C-w", words: "delete the word before the cursor"),
    KeyBinding(.deleteToStart, "C-u", words: "delete everything before the cursor"),
    KeyBinding(.deleteToEnd, "C-k", words: "delete everything behind the cursor"),
  ]

  private static let picker: [KeyBinding] = [
    KeyBinding(.choose, "Enter", "Space", words: "choose", footer: "choose"),
    KeyBinding(.down, "j", "Down", "Tab", words: "down", footer: "up and down", shown: "j k"),
    KeyBinding(.up, "k", "Up", "S-Tab", words: "up"),
    KeyBinding(.cancel, "Esc", "q", "C-c", words: "leave without choosing", footer: "cancel"),
  ]

  private static let confirm: [KeyBinding] = [
    KeyBinding(.accept, "Enter", "y", words: "yes", footer: "yes"),
    KeyBinding(.refuse, "Esc", "n", "q", "C-c", words: "no", footer: "no"),
  ]

  private static let help: [KeyBinding] = [
    KeyBinding(.choose, "Enter", words: "do what the line says", footer: "run"),
    KeyBinding(.down, "Down", "Tab", "C-n", words: "down", footer: "choose", shown: "Up Down"),
    KeyBinding(.up, "Up", "S-Tab", "C-p", words: "up"),
    KeyBinding(.pageDown, "PgDn", words: "a page down"),
    KeyBinding(.pageUp, "PgUp", words: "a page up"),
    KeyBinding(.deleteBackward, "Backspace", words: "delete a character of the search"),
    KeyBinding(.deleteToStart, "C-u", words: "delete the search"),
    KeyBinding(.back, "Esc", "C-c", words: "back", footer: "back"),
  ]

  private static let wall: [KeyBinding] = [
    KeyBinding(.pageDown, "PgDn", "Space", "Right", "Down", words: "the next page"),
    KeyBinding(.pageUp, "PgUp", "Left", "Up", words: "the page before"),
    KeyBinding(.quit, "q", "C-c", words: "quit (not with --kiosk)"),
  ]
}
