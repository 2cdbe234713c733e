import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Random keys") struct RandomKeyTests {
  @Test(
    "never trap, never lose the selection, and always leave a screen of the right size", arguments: [1, 2, 3, 4, 5, 6])
  func keys(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let board = try seed % 2 == 0 ? SampleBoard.stalking() : SampleBoard.large(60)
    var screen = ScreenDriver(board, glyphs: seed % 3 == 0 ? .ascii : .unicode)
    var size = Size(columns: 80, rows: 24)
    for _ in 0..<1500 {
      switch Int.random(in: 0..<40, using: &random) {
      case 0:
        size = Size(columns: Int.random(in: 0...130, using: &random), rows: Int.random(in: 0...50, using: &random))
        screen.receive(.resized(size))
      case 1: try change(&screen, &random)
      case 2: screen.press(.escape, .escape, .escape, .enter)
      case 3: screen.receive(.health(banner: Bool.random(using: &random) ? "damage" : nil, readOnly: nil))
      default: screen.press(Key.all[Int.random(in: 0..<Key.all.count, using: &random)])
      }
      let frame = screen.state.render()
      #expect(frame.grid.size == size)
      if let cursor = frame.cursor {
        #expect((0..<max(1, size.columns)).contains(cursor.column) && (0..<max(1, size.rows)).contains(cursor.row))
      }
      if let selected = screen.state.selected {
        let item = try #require(screen.state.board.item(selected))
        #expect(item.isOnBoard && item.status.column == screen.state.selectedColumn)
      } else if screen.state.filterText.isEmpty, screen.state.view == .board {
        let status = Status.allCases[screen.state.selectedColumn]
        #expect(screen.state.board.column(status, today: SampleBoard.today).isEmpty)
      }
    }
    screen.receive(.resized(Size(columns: 80, rows: 24)))
    screen.press(.escape, .escape, .escape, .escape, .escape)
    if screen.state.isFrozen { screen.type("F") }
    #expect(screen.state.board.history.count == screen.recorder.changes.count)
  }

  /// Somebody else moves a card, or takes one away.
  private func change(_ screen: inout ScreenDriver, _ random: inout SeededRandom) throws {
    guard let item = screen.recorder.board.items.randomElement(using: &random) else { return }
    let isLast = screen.recorder.board.items.count < 4
    if Int.random(in: 0..<4, using: &random) == 0, !isLast {
      try screen.outside(.withdraw(item.reference, reason: "misread"))
    } else {
      let status: Status = item.status == .awaitingNPCC ? .forceAction : .awaitingNPCC
      try screen.outside(.move([item.reference], to: status, closing: nil, reason: "so"))
    }
  }
}
