internal import BoardModel
internal import Commands

extension AppState {
  /// Carries out an action that only moves the selection; `false` when it is another one.
  mutating func moveAbout(_ action: KeyAction) -> Bool {
    let capacity = layout?.capacity ?? 1
    switch action {
    case .down: select(row: selection.row + 1)
    case .up: select(row: selection.row - 1)
    case .left: select(column: max(0, selection.column - 1))
    case .right: select(column: min(2, selection.column + 1))
    case .nextColumn: select(column: (selection.column + 1) % 3)
    case .previousColumn: select(column: (selection.column + 2) % 3)
    case .firstColumn: select(column: 0)
    case .secondColumn: select(column: 1)
    case .thirdColumn: select(column: 2)
    case .first: select(row: 0)
    case .last: select(row: Int.max)
    case .pageDown: select(row: selection.row + capacity)
    case .pageUp: select(row: selection.row - capacity)
    case .halfPageDown: select(row: selection.row + max(1, capacity / 2))
    case .halfPageUp: select(row: selection.row - max(1, capacity / 2))
    default: return false
    }
    return true
  }

  private mutating func select(row: Int) {
    select(column: selection.column, row: row)
  }

  private mutating func select(column: Int) {
    select(column: column, row: selection.rows[column])
  }

  /// Selects a place, or the nearest that there is, and scrolls it into view.
  mutating func select(column: Int, row: Int) {
    let before = selection.reference
    let cards = order.shown[column]
    let row = max(0, min(row, cards.count - 1))
    selection.column = column
    selection.rows[column] = row
    selection.reference = cards.indices.contains(row) ? cards[row].reference : nil
    if let before, before != selection.reference { recent[before] = nil }
    scrollIntoView()
  }

  /// Selects a card wherever it is shown; `false` when it is not.
  @discardableResult
  mutating func select(_ reference: ItemReference) -> Bool {
    guard let place = order.place(of: reference) else { return false }
    select(column: place.column, row: place.row)
    return true
  }

  /// Scrolls every column as little as possible so that its selected row is visible and no space is wasted.
  mutating func scrollIntoView() {
    let capacity = layout?.capacity ?? 1
    for column in 0..<3 {
      let count = order.shown[column].count
      selection.rows[column] = max(0, min(selection.rows[column], count - 1))
      let row = selection.rows[column]
      var top = min(selection.tops[column], max(0, count - capacity))
      if row < top { top = row }
      if row >= top + capacity { top = row - capacity + 1 }
      selection.tops[column] = top
    }
  }

  /// Selects the first card of Force action, or of the first column that has cards.
  mutating func selectFirstCard() {
    let column = [1, 0, 2].first { !order.shown[$0].isEmpty } ?? 1
    select(column: column, row: 0)
  }

  /// Sorts the board again and keeps the selection on its card, or where it was when the card is gone.
  ///
  /// - Parameter isOwn: Whether a change of this screen is the cause.
  mutating func refreshBoard(isOwn: Bool = false) {
    order = ColumnOrder(board, today: today, filter: filter)
    clock = ClockSummary(board, today: today)
    lookForMeeting()
    dropStaleMarks()
    keepSelection()
    refreshCard()
    refreshClock(isOwn: isOwn)
    refreshSince()
    refreshMeeting()
  }

  /// Finds the selected card again after the columns changed.
  mutating func keepSelection() {
    if let reference = selection.reference, select(reference) { return }
    if order.shown[selection.column].isEmpty, let column = [1, 0, 2].first(where: { !order.shown[$0].isEmpty }) {
      // Where nothing was selected, the person stands in an empty column on purpose.
      if selection.reference != nil { return select(column: column, row: selection.rows[column]) }
    }
    select(column: selection.column, row: selection.row)
  }

  /// Takes the largest density in which all cards are visible.
  mutating func chooseFittingDensity() {
    fittingCards = order.largestColumn
    fittingDensity =
      [Density.projector, .comfortable].first { density in
        guard let layout = layout(density) else { return false }
        return layout.density == density && layout.capacity >= fittingCards
      } ?? .compact
  }

  /// Goes to the next card that the filter lets through, over all columns and round.
  mutating func goToMatch(_ step: Int) {
    guard !filterText.isEmpty else { return refuse("there is no filter to follow; / sets one") }
    let counts = order.shown.map(\.count)
    let total = counts.reduce(0, +)
    guard total > 0 else { return refuse("nothing matches “\(filterText)”") }
    let before = counts[..<selection.column].reduce(0, +)
    // In an empty column the next match is the first one behind it.
    let here = counts[selection.column] == 0 ? before - (step > 0 ? 1 : 0) : before + selection.row
    var next = ((here + step) % total + total) % total
    var column = 0
    while next >= counts[column] {
      next -= counts[column]
      column += 1
    }
    select(column: column, row: next)
  }
}
