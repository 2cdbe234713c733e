extension Board {
  /// The items of one column in the order that screens show: ranked by hand first, then overdue, then by due date.
  package func column(_ status: Status, today: CalendarDay, among items: [Item]? = nil) -> [Item] {
    (items ?? self.items).filter { $0.status == status && report($0.reference.report)?.isClosed != true }
      .sorted { ColumnPlace($0, today: today) < ColumnPlace($1, today: today) }
  }
}

/// Where an item stands within its column.
private struct ColumnPlace: Comparable {
  let rank: Int
  let due: Int32
  let reference: ItemReference

  init(_ item: Item, today: CalendarDay) {
    rank = item.rank ?? Int.max
    // Overdue comes first by itself: it is the earliest date. A completed item's date no longer presses.
    due = item.status == .complete ? Int32.max : item.due?.daysSinceEpoch ?? Int32.max
    reference = item.reference
  }

  static func < (left: ColumnPlace, right: ColumnPlace) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if left.due != right.due { return left.due < right.due }
    return left.reference < right.reference
  }
}
