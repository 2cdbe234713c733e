/// Why no screen can be shown on a terminal; each is a refusal that tells what to change.
package enum TerminalError: Error, Equatable, Sendable {
  /// `$TERM` is not set.
  case noTerminalName
  /// The terminal database has no entry of this name (`$TERM`).
  case unknownTerminal(name: String)
  /// The terminal of this name cannot move its cursor, such as `dumb`.
  case cannotMoveCursor(name: String)
  /// Input or output is no terminal, but a pipe or a file.
  case notATerminal
  /// Curses could not start on the terminal of this name.
  case cannotStart(name: String)
}
