/// What a person, or the terminal, told the program.
package enum Key: Hashable, Sendable {
  /// A character typed as itself; Space is `" "`.
  case character(Character)
  /// A key pressed with Control: the small letter, or one of `@ [ \ ] ^ _` and the space.
  ///
  /// Tab, Enter, Escape and Backspace, which send the same bytes as C-i, C-m, C-[ and C-h, have their own cases.
  case ctrl(Character)
  /// A character pressed with Alt.
  case alt(Character)

  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case shiftUp, shiftDown, shiftLeft, shiftRight
  /// A function key, from 1.
  case function(Int)

  /// Text pasted as a whole; it may hold anything, control characters and line feeds too.
  case paste(String)
  case mouse(Mouse)

  /// The screen has another size; ``Terminal/size`` already says which.
  case resize
  /// The terminal is gone; nothing can be shown or read any more.
  case hangup
}

/// What the mouse did, and where.
package struct Mouse: Hashable, Sendable {
  /// What a button or the wheel did.
  package enum Event: Sendable, Hashable {
    case click, doubleClick, wheelUp, wheelDown
  }

  package var event: Event
  package var position: Position

  package init(_ event: Event, at position: Position) {
    self.event = event
    self.position = position
  }
}
