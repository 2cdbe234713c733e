import BoardModel
import BoardTUI
import Foundation
import ScreenGrid
import TestSupport
import Testing

@Suite("Random keys") struct RandomKeyTests {
  /// How many keys each seed presses; the environment may ask for another number.
  static let count = ProcessInfo.processInfo.environment["RANDOM_KEYS"].flatMap { Int($0) } ?? 5000

  @Test(
    "with resizes and outside changes never trap, never lose the selection, and leave what a redraw from scratch shows",
    arguments: 1...20)
  func keys(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let board = try seed % 2 == 0 ? SampleBoard.stalking() : SampleBoard.large(60)
    var screen = ScreenDriver(board, glyphs: seed % 3 == 0 ? .ascii : .unicode)
    var size = Size(columns: 80, rows: 24)
    var glass = Glass()
    for step in 0..<Self.count {
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
      glass.show(frame)
      try check(screen.state, frame, size: size)
      if step % 100 == 99 { #expect(glass.rows == TestSupport.rows(of: screen.state.render().grid)) }
    }
    screen.receive(.resized(Size(columns: 80, rows: 24)))
    screen.press(.escape, .escape, .escape, .escape, .escape)
    if screen.state.isFrozen { screen.type("F") }
    glass.show(screen.state.render())
    #expect(glass.cells == screen.state.render().grid.cells)
    #expect(screen.state.board.history.count == screen.recorder.changes.count)
  }

  /// What must hold after every key.
  private func check(_ state: AppState, _ frame: Frame, size: Size) throws {
    try #require(frame.grid.size == size)
    if let cursor = frame.cursor {
      let isInside =
        (0..<max(1, size.columns)).contains(cursor.column) && (0..<max(1, size.rows)).contains(cursor.row)
      try #require(isInside)
    }
    if let selected = state.selected {
      let item = try #require(state.board.item(selected))
      try #require(item.isOnBoard && item.status.column == state.selectedColumn)
    } else if state.filterText.isEmpty, state.view == .board {
      let status = Status.allCases[state.selectedColumn]
      try #require(state.board.column(status, today: SampleBoard.today).isEmpty)
    }
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

/// A terminal that is sent only the cells that changed, as curses is.
private struct Glass {
  private(set) var cells: [Cell] = []
  private var shown: Grid?

  mutating func show(_ frame: Frame) {
    let last = shown.flatMap { $0.size == frame.grid.size ? $0 : nil }
    if last == nil { cells = Grid(columns: frame.grid.columns, rows: frame.grid.rows, glyphs: frame.grid.glyphs).cells }
    for row in 0..<frame.grid.rows {
      let new = frame.grid.row(row)
      let change = last.map { frame.grid.changedColumns(inRow: row, since: $0) } ?? 0..<new.count
      guard let change else { continue }
      for column in change { cells[row * frame.grid.columns + column] = new[new.startIndex + column] }
    }
    shown = frame.grid
  }

  /// The rows as text.
  var rows: [String] {
    guard let shown, shown.columns > 0 else { return shown.map { TestSupport.rows(of: $0) } ?? [] }
    return (0..<shown.rows).map { row in
      cells[row * shown.columns..<(row + 1) * shown.columns].map(\.text).joined()
    }
  }
}
