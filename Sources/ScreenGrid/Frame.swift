/// All that a terminal shows at one moment.
package struct Frame: Equatable, Sendable {
  package var grid: Grid
  /// Where the hardware cursor sits; `nil` hides it.
  package var cursor: Position?

  package init(_ grid: Grid, cursor: Position? = nil) {
    self.grid = grid
    self.cursor = cursor
  }
}

/// Something that shows frames and tells what keys were pressed.
package protocol Terminal: ~Copyable {
  /// The size of the screen, at least 1 × 1.
  var size: Size { get }

  /// Shows a frame; a frame of another size than the screen's is cut, or leaves the rest blank.
  mutating func present(_ frame: Frame)

  /// The next key that has arrived, or `nil` at once when there is none.
  mutating func readKey() -> Key?

  /// Gives the terminal back as it was found, for another program to use until ``resume()``.
  mutating func suspend()

  /// Takes the terminal again; the next frame is shown in full.
  mutating func resume()

  /// Makes the next frame be sent in full, in case the screen was disturbed from outside.
  mutating func redraw()

  /// Sounds the bell.
  mutating func beep()

  /// Gives the terminal back for good; calling it again does nothing.
  mutating func close()
}
