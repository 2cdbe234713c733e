/// The keys of a meeting, from its agenda to its end.
extension KeyTable {
  static let meeting: [KeyBinding] =
    [
      KeyBinding(
        .nextItem, "PgDn", "Right", "n", "l", words: "to the next item", footer: "item", shown: "PgUp PgDn"),
      KeyBinding(.previousItem, "PgUp", "Left", "N", "h", words: "to the item before"),
      KeyBinding(.on, "Space", words: "on: down the text, then to the next item"),
      KeyBinding(.down, "j", "Down", words: "down a line; in a list to the next line"),
      KeyBinding(.up, "k", "Up", words: "up a line; in a list to the line above"),
      KeyBinding(.halfPageDown, "C-d", words: "half a page down"),
      KeyBinding(.halfPageUp, "C-u", words: "half a page up"),
      KeyBinding(.first, "g", "Home", words: "to the beginning of the agenda"),
      KeyBinding(.last, "G", "End", words: "to the end of the agenda"),
      KeyBinding(
        .discussed, "x", words: "discussed: mark the item and go on; an action of matters arising is done",
        footer: "discussed"),
      KeyBinding(
        .skipped, "X", words: "skip the item and go on; it is offered again at the end", footer: "skip"),
    ]
    + changing.filter { $0.action == .decide }.map { $0.shown("decide") }
    + changing.filter { $0.action == .action }.map { $0.shown("action") }
    + [
      KeyBinding(.open, "Enter", words: "open the card; in a list what is selected"),
      KeyBinding(.agenda, "a", words: "the agenda: go to an item, add, leave out, order"),
      KeyBinding(.since, "s", words: "since the last meeting: NEW, MOVED, EDITED, UNCHANGED"),
      KeyBinding(.takeIn, "i", words: "take in what others changed, which waits while a meeting is shown"),
      KeyBinding(.freeze, "F", words: "freeze: what others change is not even announced, until F is pressed again"),
      KeyBinding(.section55, "5", words: "section 55: the clock and the gaps of the item's report"),
      KeyBinding(.timeline, "t", words: "open the card at its timeline"),
      KeyBinding(.moveLeft, "H", "S-Left", words: "move the card one status to the left"),
      KeyBinding(.moveRight, "L", "S-Right", words: "move the card one status to the right"),
    ]
    + changing.filter { $0.action != .decide && $0.action != .action }.map { $0.shown(nil) }
    + [
      KeyBinding(.undo, "u", words: "undo: take back your latest change", footer: "undo"),
      KeyBinding(.redo, "C-r", "U", words: "redo: put back what you undid"),
      KeyBinding(.palette, ":", words: "type a command, for the item that is shown"),
      KeyBinding(.meeting, "M", words: "end the meeting", footer: "end"),
      KeyBinding(.help, "?", words: "all keys of this view", footer: "help"),
      KeyBinding(.blank, ".", "b", words: "blank the screen: in private session"),
      KeyBinding(.redraw, "R", "C-l", "F5", words: "read the board again, take in what waits, and redraw"),
      KeyBinding(.suspend, "C-z", words: "suspend; fg comes back"),
      KeyBinding(.back, "Esc", "q", "C-c", words: "back to the board; the meeting stays on"),
    ]

  static let agenda: [KeyBinding] =
    [
      KeyBinding(
        .accept, "Enter", words: "begin the meeting; while one is on, keep its agenda and go to the item",
        footer: "begin, go"),
      KeyBinding(.down, "j", "Down", "Tab", words: "down", footer: "up and down", shown: "j k"),
      KeyBinding(.up, "k", "Up", "S-Tab", words: "up"),
      KeyBinding(.first, "g", "Home", words: "to the first line"),
      KeyBinding(.last, "G", "End", words: "to the last line"),
      KeyBinding(.pageDown, "PgDn", words: "a page down"),
      KeyBinding(.pageUp, "PgUp", words: "a page up"),
      KeyBinding(.mark, "Space", "x", words: "leave the line out, or take it in again", footer: "in, out"),
      KeyBinding(.orderDown, "J", "S-Down", words: "put the line below the next one", footer: "order", shown: "J K"),
      KeyBinding(.orderUp, "K", "S-Up", words: "put the line above the one before"),
      KeyBinding(.add, "a", words: "add items, by reference or by a query", footer: "add"),
    ] + always + [KeyBinding(.back, "Esc", "q", "C-c", words: "back without changing anything", footer: "back")]

  static let since: [KeyBinding] =
    [
      KeyBinding(.open, "Enter", words: "open the card", footer: "open"),
      KeyBinding(.down, "j", "Down", "Tab", words: "down", footer: "up and down", shown: "j k"),
      KeyBinding(.up, "k", "Up", "S-Tab", words: "up"),
      KeyBinding(.first, "g", "Home", words: "to the first line"),
      KeyBinding(.last, "G", "End", words: "to the last line"),
      KeyBinding(.pageDown, "PgDn", "Space", words: "a page down"),
      KeyBinding(.pageUp, "PgUp", words: "a page up"),
      KeyBinding(.since, "s", words: "mark the cards of the board so, or take the marks away", footer: "mark cards"),
    ] + always + [KeyBinding(.back, "Esc", "q", "C-c", words: "back", footer: "back")]

  static let summary: [KeyBinding] =
    [
      KeyBinding(.minutes, "w", words: "write the minutes to files, as text and as Markdown", footer: "write minutes"),
      KeyBinding(.down, "j", "Down", "PgDn", words: "scroll down", footer: "scroll", shown: "j k"),
      KeyBinding(.up, "k", "Up", "PgUp", words: "scroll up"),
      KeyBinding(.undo, "u", words: "undo: the meeting is on again", footer: "undo"),
    ] + always + [KeyBinding(.back, "Esc", "q", "Enter", "C-c", words: "back to the board", footer: "back")]
}

extension KeyBinding {
  /// The binding with another word in the footer; `nil` leaves it to help.
  fileprivate func shown(_ word: String?) -> KeyBinding {
    KeyBinding(action: action, keys: keys, words: words, footer: word.map { Footer(keys: keys[0], word: $0) })
  }
}
