/// What has to be drawn to turn one screen into the next.
extension Grid {
  /// The columns of a row from the first to the last cell that differs from another grid's, wide characters taken
  /// whole; `nil` when the rows are equal.
  ///
  /// - Parameter old: A grid of the same size.
  /// - Complexity: O(*columns*).
  package func changedColumns(inRow row: Int, since old: Grid) -> Range<Int>? {
    precondition(size == old.size, "grids of different sizes")
    let new = cells.span
    let before = old.cells.span
    let start = row * columns
    var first = start
    var end = start + columns
    while first < end, new[first] == before[first] { first += 1 }
    guard first < end else { return nil }
    while new[end - 1] == before[end - 1] { end -= 1 }
    if first > start, new[first].shape == .wideEnd { first -= 1 }
    if end < start + columns, new[end].shape == .wideEnd { end += 1 }
    return first - start..<end - start
  }
}
