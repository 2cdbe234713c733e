internal import BoardModel

/// What others changed while the screen is frozen.
struct FrozenBoard: Sendable {
  /// The board as it really is.
  var board: Board
  /// Whether somebody asked for it; else a meeting is shown, and what waits is announced.
  var isAsked = true
  /// The changes that wait, as far as they are known one by one.
  var changes: [Change] = []

  /// `2 changes by others wait`.
  var words: String {
    switch changes.count {
    case 0: "nothing by others waits"
    case 1: "1 change by others waits"
    case let count: "\(count) changes by others wait"
    }
  }
}
