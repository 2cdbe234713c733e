extension Board {
  /// The items of one column in the order that screens show: ranked by hand first, then overdue, then by due date.
  ///
  /// - Parameter items: Some of the items, in their default order; `nil` for all.
  package func column(_ status: Status, today: CalendarDay, among items: [Item]? = nil) -> [Item] {
    columns(today: today, among: items)[status.column]
  }

  /// The items of the three columns, each in the order that screens show; those of closed reports are left out.
  ///
  /// - Parameter items: Some of the items, in their default order; `nil` for all.
  /// - Complexity: O(*n* log *n*) in the items.
  package func columns(today: CalendarDay, among items: [Item]? = nil) -> [[Item]] {
    let closed = closedReports
    var places: [[ColumnPlace]] = [[], [], []]
    let candidates = items ?? self.items
    for (index, item) in candidates.enumerated() where !closed.contains(item.reference.report) {
      let status = item.status
      places[status.column].append(ColumnPlace(item, status: status, index: index))
    }
    return places.map { column in column.sorted().map { candidates[$0.index] } }
  }
}

/// Where an item stands within its column.
private struct ColumnPlace: Comparable {
  let rank: Int
  let due: Int32
  /// The place among the items, which come in the order of their references.
  let index: Int

  init(_ item: Item, status: Status, index: Int) {
    rank = item.rank ?? Int.max
    // Overdue comes first by itself: it is the earliest date. A completed item's date no longer presses.
    due = status == .complete ? Int32.max : item.due?.daysSinceEpoch ?? Int32.max
    self.index = index
  }

  static func < (left: ColumnPlace, right: ColumnPlace) -> Bool {
    (left.rank, left.due, left.index) < (right.rank, right.due, right.index)
  }
}
