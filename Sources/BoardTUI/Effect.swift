package import BoardModel

/// What the screen asks the program to do; the program answers with an ``Event``.
package enum Effect: Equatable, Sendable {
  /// Record a command; answered with ``Event/saved(_:board:)`` or ``Event/refused(_:)``, in the order of asking.
  ///
  /// It is refused if the board is not as expected when it comes to be written.
  case commit(Command, expecting: [Precondition] = [])
  /// Take back a change; answered like a commit.
  case undo(ChangeID)
  /// Take back an undo; answered like a commit.
  case redo(ChangeID)
  /// Look up everything that was ever recorded of an item; answered with ``Event/timeline(_:_:)``.
  case askTimeline(EntityReference)
  /// Let the person edit a text in their editor; answered with ``Event/edited(_:)`` or ``Event/announcement(_:)``.
  ///
  /// `before` is what the board holds, to tell whether others change it meanwhile.
  case editText(EntityReference, Field, text: String, before: String?)
  /// Write a meeting's minutes as text and as Markdown; answered with ``Event/minutes(_:files:failure:)``.
  ///
  /// `path` lacks the endings `.txt` and `.md`; files that are there are left alone unless `replacing`.
  case writeMinutes(meeting: String, path: String, replacing: Bool)
  /// Put a text into the clipboard of the terminal.
  case copy(String)
  /// Show in other colours.
  case theme(ScreenTheme)
  /// Report clicks and the wheel, or leave them to the terminal.
  case mouse(Bool)
  /// Read the store again from the start.
  case reload
  /// Send the next frame in full.
  case redraw
  /// Give the terminal back until the shell resumes the program.
  case suspend
  case quit
}
