/// What a key can do; the screens carry these out and ``KeyTable`` says which key means which.
package enum KeyAction: String, CaseIterable, Hashable, Sendable {
  // Moving about
  case up, down, left, right
  case nextColumn = "next-column"
  case previousColumn = "previous-column"
  case firstColumn = "first-column"
  case secondColumn = "second-column"
  case thirdColumn = "third-column"
  case first, last
  case pageUp = "page-up"
  case pageDown = "page-down"
  case halfPageUp = "half-page-up"
  case halfPageDown = "half-page-down"

  // Views
  case open, back, quit, help, display, timeline, redraw, suspend, section55, blank, freeze, copy
  case previousCard = "previous-card"
  case nextCard = "next-card"
  case previousReport = "previous-report"
  case nextReport = "next-report"

  // Meetings
  case meeting, decide, action, since, discussed, skipped, agenda, on, minutes
  case nextItem = "next-item"
  case previousItem = "previous-item"
  case takeIn = "take-in"

  // Changing cards
  case moveLeft = "move-left"
  case moveRight = "move-right"
  case pickStatus = "pick-status"
  case orderUp = "order-up"
  case orderDown = "order-down"
  case respond, comment, reply, owner, due, evidence, note, mark, add
  case editField = "edit-field"
  case editText = "edit-text"
  case fill
  case undo, redo

  // Finding
  case filter, palette
  case quickFilter = "quick-filter"
  case nextMatch = "next-match"
  case previousMatch = "previous-match"

  // Choosing, answering, filling in
  case choose, accept, refuse, save, cancel, complete
  case nextField = "next-field"
  case previousField = "previous-field"
  case newLine = "new-line"
  case cursorLeft = "cursor-left"
  case cursorRight = "cursor-right"
  case lineStart = "line-start"
  case lineEnd = "line-end"
  case deleteBackward = "delete-backward"
  case deleteForward = "delete-forward"
  case deleteWord = "delete-word"
  case deleteToStart = "delete-to-start"
  case deleteToEnd = "delete-to-end"
}

/// A view of a screen, in which keys have their meaning.
package enum KeyView: String, CaseIterable, Hashable, Sendable {
  case board, card, section55, meeting, agenda, since, summary, filter, palette, picker, form, confirm, help, blank,
    wall

  /// The view as a heading.
  package var title: String {
    switch self {
    case .board: "The board"
    case .card: "An open card"
    case .section55: "Section 55"
    case .meeting: "A meeting"
    case .agenda: "An agenda"
    case .since: "Since the last meeting"
    case .summary: "The end of a meeting"
    case .filter: "Filtering"
    case .palette: "The palette"
    case .picker: "A list to choose from"
    case .form: "A form"
    case .confirm: "A question"
    case .help: "Help"
    case .blank: "A blanked screen"
    case .wall: "The wall"
    }
  }

  /// Whether a character that has no meaning of its own is typed into a text.
  package var takesText: Bool {
    switch self {
    case .filter, .palette, .form, .help: true
    default: false
    }
  }
}

/// One row of the key table.
package struct KeyBinding: Hashable, Sendable {
  /// What happens.
  package let action: KeyAction
  /// The keys, in the names of ``KeyTable``; the first is the one that is shown.
  package let keys: [String]
  /// What happens, in words.
  package let words: String
  /// How the footer names it, `H L` and `move`; `nil` for what the footer leaves to help.
  package let footer: Footer?

  /// The short form of a binding, for the last line of a screen.
  package struct Footer: Hashable, Sendable {
    /// The keys as shown.
    package let keys: String
    /// One word for what they do.
    package let word: String
  }

  init(action: KeyAction, keys: [String], words: String, footer: Footer?) {
    self.action = action
    self.keys = keys
    self.words = words
    self.footer = footer
  }

  init(_ action: KeyAction, _ keys: String..., words: String, footer: String? = nil, shown: String? = nil) {
    self.init(
      action: action, keys: keys, words: words, footer: footer.map { Footer(keys: shown ?? keys[0], word: $0) })
  }
}
