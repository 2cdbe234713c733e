internal import BoardModel
internal import Commands

extension VerbTable {
  /// Verbs that a mistyped word may mean.
  static func nearest(to word: String) -> [String] {
    let names = verbs.map(\.name)
    let close = Board.nearest(to: word, among: names)
    // Half a verb is no typing error: `board wit` means withdraw.
    return close.isEmpty && word.utf8.count >= 2 ? names.filter { $0.hasPrefix(word.lowercased()) } : close
  }
}
