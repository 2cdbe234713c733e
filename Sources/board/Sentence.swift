internal import BoardCLI
internal import BoardStore
internal import CursesTerminal

/// What a screen says of the store.
enum Sentence {
  /// An error, as the shell would word it.
  static func of(_ error: StoreError) -> String {
    CommandLineFace.sentence(error)
  }

  /// Whether a screen that met this error can only be read from then on.
  static func endsWriting(_ error: StoreError) -> Bool {
    switch error {
    case .notConfirmed, .writesStopped, .newerFormat, .readOnlyFileSystem: true
    default: false
    }
  }

  /// Why no screen can be shown, and what to do instead.
  static func of(_ error: TerminalError) -> String {
    switch error {
    case .noTerminalName:
      "the terminal has no name: TERM is not set; set it (export TERM=xterm-256color), or use board list"
    case .unknownTerminal(let name):
      "no terminal named “\(name)” is known here (TERM); set TERM to one that is, such as xterm, or use board list"
    case .cannotMoveCursor(let name):
      "a terminal named “\(name)” (TERM) cannot show a screen; use another terminal, or board list"
    case .notATerminal: "the screen needs a terminal; in a pipe use board list"
    case .cannotStart(let name): "the screen could not be started on the terminal “\(name)” (TERM); use board list"
    }
  }

  /// What must stand on the screen as long as it is so; `nil` when all is well.
  static func banner(_ state: BoardState) -> String? {
    if let outage = state.outage { return of(outage.error) }
    let damaged = state.health.damage.count
    if damaged > 0 { return "\(damaged) damaged \(damaged == 1 ? "line" : "lines"): run board check" }
    let newer = state.health.newerChanges
    if newer > 0 {
      return "\(newer) newer \(newer == 1 ? "change" : "changes") not shown: this board was written by a newer version"
    }
    return nil
  }
}
