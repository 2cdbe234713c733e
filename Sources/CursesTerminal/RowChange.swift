internal import ScreenGrid

/// Finds what has to be written to turn one row into another.
enum RowChange {
  /// The columns from the first to the last cell that differ, wide characters taken whole; `nil` when the rows are equal.
  ///
  /// Both rows have the same number of cells.
  ///
  /// - Complexity: O(*n*).
  static func columns(from old: ArraySlice<Cell>, to new: ArraySlice<Cell>) -> Range<Int>? {
    let count = new.count
    let (oldStart, newStart) = (old.startIndex, new.startIndex)
    var first = 0
    while first < count, old[oldStart + first] == new[newStart + first] { first += 1 }
    guard first < count else { return nil }
    var end = count
    while old[oldStart + end - 1] == new[newStart + end - 1] { end -= 1 }
    if first > 0, new[newStart + first].shape == .wideEnd { first -= 1 }
    if end < count, new[newStart + end].shape == .wideEnd { end += 1 }
    return first..<end
  }
}
