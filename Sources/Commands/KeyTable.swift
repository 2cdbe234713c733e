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
    case .section55: section55
    case .meeting: meeting
    case .agenda: agenda
    case .since: since
    case .summary: summary
    case .filter: filter
    case .palette: palette
    case .picker: picker
    case .form: form
    case .confirm: confirm
    case .help: help
    case .blank: blank
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
      KeyBinding(.section55, "5", words: "section 55: the clock and the gaps of the card's report", footer: "s55"),
      KeyBinding(
        .mark, "v", "Space", words: "mark the card, or unmark it; the next change is made to all that are marked"),
      KeyBinding(.add, "a", words: "add an item to a report"),
      KeyBinding(.filter, "/", words: "filter the cards as you type", footer: "filter"),
      KeyBinding(.nextMatch, "n", words: "to the next match"),
      KeyBinding(.previousMatch, "N", words: "to the match before"),
      KeyBinding(
        .quickFilter, "f", words: "quick filters: overdue, due soon, without owner, yours, each status and report"),
      KeyBinding(.palette, ":", words: "type a command: move, assign, due, note and more, for the selected card"),
      KeyBinding(.meeting, "M", "F5", words: "meeting: begin one, or go on with the one that is on"),
      KeyBinding(.since, "s", words: "since the last meeting: NEW, MOVED, EDITED, UNCHANGED"),
      KeyBinding(.timeline, "t", words: "open the card at its timeline"),
      KeyBinding(.display, "O", words: "display options: density, theme, mouse, plain ASCII marks"),
      KeyBinding(.freeze, "F", words: "freeze: what others change waits until F is pressed again"),
      KeyBinding(.back, "Esc", words: "clear the marks, then the filter"),
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
  static let changing: [KeyBinding] = [
    KeyBinding(.pickStatus, "m", words: "pick the card's status"),
    KeyBinding(.owner, "o", words: "set the owner"),
    KeyBinding(.due, "D", words: "set the due date, with the reason"),
    KeyBinding(.note, "w", words: "write a note", footer: "note"),
    KeyBinding(.respond, "r", words: "write the chief officer's comments, section 55 (5)(b)"),
    KeyBinding(.comment, "c", words: "write the body's comments, section 55 (5)(a)"),
    KeyBinding(.reply, "p", words: "write the body's reply to the chief officer, section 55 (5)(c)"),
    KeyBinding(.evidence, "V", words: "add evidence, or verify a complete card"),
    KeyBinding(.decide, "d", words: "decide: the meeting's outcome, and what it changes"),
    KeyBinding(.action, "A", words: "set an action, with owner and date"),
    KeyBinding(.editField, "e", words: "edit a field"),
    KeyBinding(.editText, "E", words: "edit a long text in $VISUAL or $EDITOR"),
    KeyBinding(.copy, "y", words: "copy the reference to the clipboard of the terminal"),
  ]

  static let always: [KeyBinding] = [
    KeyBinding(.help, "?", words: "all keys of this view", footer: "help"),
    KeyBinding(.blank, ".", words: "blank the screen: in private session"),
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

  private static let palette: [KeyBinding] =
    [
      KeyBinding(.accept, "Enter", words: "do it", footer: "do"),
      KeyBinding(.complete, "Tab", words: "complete the word", footer: "complete"),
      KeyBinding(.down, "Down", "C-n", words: "to the next completion", footer: "choose", shown: "Up Down"),
      KeyBinding(.up, "Up", "C-p", words: "to the completion before"),
      KeyBinding(.cancel, "Esc", "C-c", words: "leave without doing anything", footer: "cancel"),
    ] + editing

  private static let section55: [KeyBinding] =
    [
      KeyBinding(.fill, "Enter", words: "fill the gap: text, position or date", footer: "fill"),
      KeyBinding(.down, "j", "Down", "Tab", words: "down to the next step", footer: "up and down", shown: "j k"),
      KeyBinding(.up, "k", "Up", "S-Tab", words: "up to the step above"),
      KeyBinding(.first, "g", "Home", words: "to the first step"),
      KeyBinding(.last, "G", "End", words: "to the last step"),
      KeyBinding(.pageDown, "PgDn", words: "a page down"),
      KeyBinding(.pageUp, "PgUp", words: "a page up"),
      KeyBinding(.nextReport, "l", "Right", words: "to the next report", footer: "report", shown: "h l"),
      KeyBinding(.previousReport, "h", "Left", words: "to the report before"),
      KeyBinding(.respond, "r", words: "write the chief officer's comments, section 55 (5)(b), on what is selected"),
      KeyBinding(.comment, "c", words: "write the body's comments, section 55 (5)(a), on what is selected"),
      KeyBinding(.reply, "p", words: "write the body's reply, section 55 (5)(c), on what is selected"),
      KeyBinding(.undo, "u", words: "undo: take back your latest change", footer: "undo"),
      KeyBinding(.redo, "C-r", "U", words: "redo: put back what you undid"),
    ] + always + [KeyBinding(.back, "Esc", "q", "C-c", words: "back to the board", footer: "back")]

  private static let blank: [KeyBinding] = [
    KeyBinding(
      .back, "Esc", "Enter", "Space", ".", words: "show the screen again; any other key does too", footer: "back")
  ]

  private static let form: [KeyBinding] =
    [
      KeyBinding(.save, "Enter", words: "to the next field; on the last one save", footer: "next, save"),
      KeyBinding(.newLine, "C-o", words: "begin a new line", footer: "new line"),
      KeyBinding(.nextField, "Tab", "Down", words: "to the next field", footer: "field"),
      KeyBinding(.previousField, "S-Tab", "Up", words: "to the field before"),
      KeyBinding(
        .cancel, "Esc", "C-c", words: "leave without saving; what was typed is kept as a draft until you quit",
        footer: "cancel"),
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
    KeyBinding(
      .choose, "Enter", "Space", words: "choose; a letter goes to the line that begins with it", footer: "choose"),
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
