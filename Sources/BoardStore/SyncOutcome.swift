package import BoardModel

/// What a sync did.
package struct SyncOutcome: Hashable, Sendable {
  /// A damaged line of this copy, which is not sent.
  package struct Damage: Hashable, Sendable {
    /// The file, by its path within the board directory.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// What is wrong with it.
    package let fault: StreamProof.Fault
  }

  /// What happened to the board's settings.
  package enum Settings: Hashable, Sendable {
    /// They were the same, or ours were sent.
    case kept
    /// The remote's were taken in place of those that stand here.
    case taken(insteadOf: BoardSettings)
  }

  /// The remote: an URL, or a whole path.
  package var remote: String
  /// How many changes came.
  package var received = 0
  /// How many changes went.
  package var sent = 0
  /// How many lines here lost a text that was erased elsewhere.
  package var erased = 0
  /// Whether the remote had no board before.
  package var isFirst = false
  /// Whether the remote held changes of our own stream that this copy lacked: a restored copy, which writes another
  /// stream from now on.
  package var beganNewStream = false
  /// The board's settings.
  package var settings = Settings.kept
  /// Damaged lines here: what stands behind them is not sent.
  package var damaged: [Damage] = []

  /// Nothing done yet.
  init(remote: String) { self.remote = remote }
}
