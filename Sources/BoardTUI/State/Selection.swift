internal import BoardModel

/// Which card is selected, and how far each column is scrolled.
struct Selection: Equatable, Sendable {
  /// The column, 0 to 2; an empty one can be selected too.
  var column = 1
  /// The selected row of each column, so that coming back finds it.
  var rows = [0, 0, 0]
  /// The first row that is visible, of each column.
  var tops = [0, 0, 0]
  /// The selected card; `nil` in an empty column.
  var reference: ItemReference?

  /// The selected row of the selected column.
  var row: Int { rows[column] }
}
