/// What a meeting that is over came to, and where its minutes are.
struct SummaryView: Equatable, Sendable {
  /// What became of the minutes.
  enum Minutes: Equatable, Sendable {
    case notWritten
    case writing
    case written([String])
    /// Why they were not written.
    case failed(String)
  }

  /// The meeting's id.
  let meeting: String
  var minutes = Minutes.notWritten
  /// The first line that is visible.
  var top = 0
}

/// Files that minutes are to be written to.
struct MinutesWish: Equatable, Sendable {
  /// The meeting's id.
  let meeting: String
  /// The file's path without `.txt` and `.md`.
  let path: String
  let replacing: Bool
}
