internal import BoardModel
internal import Commands
internal import ScreenGrid

extension AppState {
  /// Holds back what others change, or shows what was held back.
  mutating func toggleFreeze() -> [Effect] {
    guard let waiting = frozen else {
      frozen = FrozenBoard(board: board)
      say("frozen: what others change waits; F shows it")
      return []
    }
    frozen = nil
    let effects = take(waiting.board, waiting.changes)
    if waiting.changes.isEmpty { say("no longer frozen; nothing had changed") }
    return effects
  }

  /// Keeps what others changed until the screen is no longer frozen, and says what it is.
  mutating func hold(_ board: Board, _ changes: [Change]) {
    guard var waiting = frozen else { return }
    let foreign = changes.filter { session[$0.id] == nil }
    waiting.board = board
    waiting.changes += foreign
    frozen = waiting
    refreshMeeting()
    // A meeting that is shown has a line of its own for what waits.
    if walk == nil { tell(foreign, on: board, also: "frozen, \(waiting.words)") }
  }

  /// The board after a change of this screen: while it is frozen, without what others did before.
  mutating func boardAfter(_ change: Change?, _ board: Board) -> Board {
    guard frozen != nil else { return board }
    frozen?.board = board
    guard let change else { return self.board }
    // A copy that was joined in may have brought changes that come later in the order than this one.
    guard self.board.lastOrder.map({ $0 < change.order }) ?? true else {
      frozen?.changes = []
      return board
    }
    var own = self.board
    own.apply(change)
    return own
  }

  /// Carries out what the mouse did: a click selects, the wheel goes up and down, a double click opens.
  mutating func perform(_ mouse: Mouse) -> [Effect] {
    guard !isBlank else { return [] }
    switch (view, mouse.event) {
    case (.board, .click):
      select(at: mouse.position)
    case (.board, .doubleClick):
      if select(at: mouse.position) { return openCard(atTimeline: false) }
    case (_, .wheelUp) where view == .board || overlays.last?.isPage == true: return perform(.up, in: view)
    case (_, .wheelDown) where view == .board || overlays.last?.isPage == true: return perform(.down, in: view)
    default: break
    }
    return []
  }

  /// Selects the card, or the empty column, at a place; `false` where there is no card.
  @discardableResult
  private mutating func select(at position: Position) -> Bool {
    guard let layout else { return false }
    if layout.hasTabs, position.row == layout.headingRow {
      select(column: tab(at: position.column), row: selection.rows[tab(at: position.column)])
      return false
    }
    let column = layout.hasTabs ? selection.column : layout.columns.firstIndex { $0.endColumn > position.column } ?? 2
    let area = layout.columns[column]
    guard (area.row..<area.endRow).contains(position.row) else { return false }
    let row = selection.tops[column] + (position.row - area.row) / layout.shape.rows
    guard order.shown[column].indices.contains(row) else { return false }
    select(column: column, row: row)
    return true
  }

  /// The tab at a column of the screen; the last one behind all.
  private func tab(at column: Int) -> Int {
    var end = 0
    for status in Status.allCases {
      end += tabWords(status).utf8.count
      if column < end { return status.column }
    }
    return 2
  }

  private func tabWords(_ status: Status) -> String {
    let (shown, all) = (order.shown[status.column].count, order.all[status.column].count)
    return " \(status.shortTitle) \(shown == all ? "\(shown)" : "\(shown)/\(all)") "
  }
}
