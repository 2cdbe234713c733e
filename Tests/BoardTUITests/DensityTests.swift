import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Densities") struct DensityTests {
  /// A screen on one report with so many cards in Force action.
  static func screen(cards: Int, size: (Int, Int)) throws -> ScreenDriver {
    var recorder = BoardRecorder(today: "2019-05-16")
    let items = (1...cards).map { number in
      var item = BoardRecorder.item("stalking-2019", .recommendation, number)
      item.fields[.status] = Status.forceAction.rawValue
      item.fields[.text] = String(repeating: "The force should do one thing after the other. ", count: 20)
      return item
    }
    try recorder.run(
      .importPaper(
        report: "stalking-2019", fields: [.title: "Stalking", .publicationDate: "2019-04-10"], items: items),
      as: "Importer")
    return ScreenDriver(recorder, size: size)
  }

  /// How far the second card stands below the first one.
  static func height(_ screen: ScreenDriver) throws -> Int {
    let first = try #require(screen.rows.firstIndex { $0.contains("▶") })
    var below = screen
    below.type("j")
    return try #require(below.rows.firstIndex { $0.contains("▶") }) - first
  }

  @Test(
    "Cards are as high as lets all of the longest column be seen",
    arguments: [
      (200, 60, 5, 10), (200, 60, 6, 8), (200, 60, 7, 8), (200, 60, 8, 7), (200, 60, 11, 5), (200, 60, 14, 4),
      (200, 60, 15, 3), (200, 60, 16, 2), (200, 60, 22, 2), (200, 60, 23, 1), (80, 24, 2, 10), (80, 24, 3, 6),
      (80, 24, 4, 5), (80, 24, 5, 1), (120, 30, 6, 4), (120, 30, 8, 2), (40, 12, 2, 1),
    ])
  func fitting(columns: Int, rows: Int, cards: Int, height: Int) throws {
    let screen = try Self.screen(cards: cards, size: (columns, rows))
    #expect(try Self.height(screen) == height)
    #expect(!screen.screen.contains("▼"))
  }

  @Test("Low cards leave room for the selected one in full below them")
  func strip() throws {
    #expect(try Self.screen(cards: 15, size: (200, 60)).screen.contains("stalking-2019/R1  Recommendation"))
    #expect(try !Self.screen(cards: 14, size: (200, 60)).screen.contains("stalking-2019/R1  Recommendation"))
  }

  @Test("Cards keep their height when others come, until the screen gets another size")
  func stable() throws {
    var screen = try Self.screen(cards: 14, size: (200, 60))
    let item = BoardRecorder.item("stalking-2019", .recommendation, 15)
    try screen.outside(.addItem(item))
    #expect(try Self.height(screen) == 4)
    screen.receive(.resized(Size(columns: 200, rows: 59)))
    #expect(try Self.height(screen) < 4)
  }

  @Test("Projector cards are bold, and a light theme is named with them")
  func projector() throws {
    var screen = try Self.screen(cards: 14, size: (200, 60))
    screen.display(3)
    #expect(screen.screen.contains("light theme"))
    let row = try #require(screen.rows.firstIndex { $0.contains("The force should") })
    let grid = screen.state.render().grid
    #expect(grid[70, row].style.attributes.contains(.bold))
  }
}
