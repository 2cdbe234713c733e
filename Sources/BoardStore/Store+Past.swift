package import BoardModel

extension Store {
  /// The board as it was after so many of its changes.
  ///
  /// - Throws: As ``changes(in:)``.
  /// - Complexity: Linear in those changes; one read each.
  package func board(upTo count: Int) throws(StoreError) -> Board {
    var past = Board(settings: board.settings)
    for change in try changes(in: 0..<count) { past.apply(change) }
    return past
  }
}
