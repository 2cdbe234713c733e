internal import BoardModel
internal import Commands

extension VerbTable {
  /// Verbs that a mistyped word may mean.
  static func nearest(to word: String) -> [String] {
    Spelling.nearest(to: word, among: verbs.map(\.name))
  }
}
