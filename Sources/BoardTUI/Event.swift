package import BoardModel
package import ScreenGrid

/// What the program tells the screen, besides keys.
package enum Event: Sendable {
  /// Others changed the board; the changes may be left out where they are not known one by one.
  case boardChanged(Board, changes: [Change])
  /// A commit, undo or redo of this screen is recorded and durable; no change when there was nothing to do.
  case saved(Change?, board: Board)
  /// A commit, undo or redo of this screen was not recorded, and why.
  case refused(String)
  /// The oldest commit that waits has waited for 50 ms.
  case saving
  /// Every change that touched an item or report, oldest first.
  case timeline(EntityReference, [Change])
  /// A text is back from the editor; what others wrote before was told before.
  case edited(EditedText)
  /// A meeting's minutes were written to these files; or not, and why.
  case minutes(String, files: [String], failure: String?)
  /// What is wrong with the store, as a sentence, and why it cannot be written to; `nil` for all is well.
  case health(banner: String?, readOnly: String?)
  /// Something to say until the next key.
  case announcement(String)
  case resized(Size)
  /// The day has changed.
  case tick(today: CalendarDay)
}
