internal import ScreenGrid

/// What stands where on a wall of one size with one board.
struct WallLayout: Equatable {
  let board: BoardLayout
  /// Whether the large clock and counts stand above the columns.
  let hasBand: Bool
}

extension WallState {
  /// The screen without the margin that the picture wanders in.
  var innerSize: Size {
    size.columns >= 40 && size.rows >= 12 ? Size(columns: size.columns - 1, rows: size.rows - 1) : size
  }

  /// Where the picture stands: a cell further each hour, so that nothing burns into the glass.
  var shift: Position {
    guard innerSize != size else { return Position(column: 0, row: 0) }
    let hour = (now.uptime - began) / 3600 % 4
    return Position(column: hour == 1 || hour == 2 ? 1 : 0, row: hour >= 2 ? 1 : 0)
  }

  /// What cards may look like, from the largest.
  private static let shapes =
    [
      (Density.projector, 6, 1), (.projector, 4, 1), (.comfortable, 3, 1), (.comfortable, 2, 1), (.comfortable, 1, 1),
      (.comfortable, 1, 0),
    ]
    .map { CardShape(density: $0.0, textRows: $0.1, gapRows: $0.2) }
    + [CardShape(density: .comfortable, textRows: 1, gapRows: 0, hasPeopleRow: false), .line]

  /// The layout that needs the fewest pages, and of those the one with the largest cards; `nil` on too small a screen.
  ///
  /// - Parameter banners: The rows that banners take.
  func layout(banners: Int) -> WallLayout? {
    guard let plain = best(rowsAbove: 2 + banners) else { return nil }
    if innerSize.rows >= WallBand.fewestRows, band(columns: innerSize.columns) != nil,
      let banded = best(rowsAbove: 2 + banners + WallBand.rows), pages(banded) == pages(plain),
      banded.shape == plain.shape || banded.shape.textRows > 1
    {
      return WallLayout(board: banded, hasBand: true)
    }
    return WallLayout(board: plain, hasBand: false)
  }

  private func best(rowsAbove: Int) -> BoardLayout? {
    let layouts = WallState.shapes.compactMap {
      BoardLayout(size: innerSize, shape: $0, rowsAbove: rowsAbove)
    }
    // The first of equals is the largest.
    return layouts.min { pages($0) < pages($1) }
  }

  /// How many pages the fullest column takes.
  private func pages(_ layout: BoardLayout) -> Int {
    columns.map { WallState.pages($0.count, layout) }.max() ?? 1
  }

  static func pages(_ cards: Int, _ layout: BoardLayout) -> Int {
    max(1, (cards + layout.capacity - 1) / layout.capacity)
  }
}
