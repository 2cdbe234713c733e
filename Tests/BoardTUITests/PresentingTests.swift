import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Presenting") struct PresentingTests {
  @Test("A blanked screen shows nothing of the board, whatever happens, and any key brings it back")
  func blank() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    let before = screen.screen
    screen.type(".")
    #expect(screen.screen.filter { !$0.isWhitespace } == "inprivatesession")
    try screen.outside(.note(SampleBoard.reference("stalking-2019/R3"), text: "x", isPrivate: false))
    screen.receive(.refused("no"))
    #expect(screen.screen.filter { !$0.isWhitespace } == "inprivatesession")
    #expect(screen.state.render().cursor == nil)
    screen.type("H")
    #expect(screen.state.view == .board)
    #expect(screen.status("stalking-2019/R4") == .forceAction)
    #expect(screen.rows[0] == before.split(separator: "\n")[0])
  }

  @Test("While frozen, what others do is announced and counted, and shown when F is pressed again")
  func freeze() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("F")
    try screen.outside(.move([SampleBoard.reference("stalking-2019/R2")], to: .awaitingNPCC, closing: nil, reason: nil))
    try screen.outside(.assign([SampleBoard.reference("stalking-2019/R1")], owner: "Moss"))
    #expect(screen.status("stalking-2019/R2") == .forceAction)
    #expect(screen.state.news?.text.contains("K. Ali assigned") == true)
    screen.type("j")
    #expect(screen.rows[22].contains("FROZEN: 2 changes by others wait; F shows them"))
    screen.type("F")
    #expect(screen.status("stalking-2019/R2") == .awaitingNPCC)
    #expect(screen.screen.contains("MOVED"))
  }

  @Test("A change of one's own shows at once while frozen, without what others did; undo works too")
  func ownChangeWhileFrozen() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("F")
    try screen.outside(.move([SampleBoard.reference("stalking-2019/R2")], to: .awaitingNPCC, closing: nil, reason: nil))
    screen.type("H")
    #expect(screen.status("stalking-2019/R4") == .awaitingNPCC)
    #expect(screen.status("stalking-2019/R2") == .forceAction)
    screen.type("u")
    #expect(screen.status("stalking-2019/R4") == .forceAction)
    screen.type("F")
    #expect(screen.status("stalking-2019/R2") == .awaitingNPCC)
    #expect(screen.status("stalking-2019/R4") == .forceAction)
  }

  @Test("y sends the reference, or those of all marked cards, to the clipboard")
  func copy() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("y")
    #expect(screen.effects == [.copy("stalking-2019/R4")])
    screen = try MarkingTests.screen()
    screen.type("y")
    #expect(screen.effects == [.copy("stalking-2019/R3\nstalking-2019/R4\nstalking-2019/R2")])
  }

  @Test("O sets the theme and the mouse")
  func options() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("Okk")
    screen.press(.enter)
    #expect(screen.effects == [.mouse(true)])
    screen.type("Okkk")
    screen.press(.enter)
    #expect(screen.effects == [.mouse(true), .theme(.monochrome)])
  }

  @Test("A click selects, the wheel goes on, a double click opens, and elsewhere nothing happens")
  func mouse() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.display(1)
    screen.press(.mouse(Mouse(.click, at: Position(column: 2, row: 4))))
    #expect(screen.selected == "stalking-2019/R5")
    screen.press(
      .mouse(Mouse(.click, at: Position(column: 30, row: 3))),
      .mouse(Mouse(.wheelDown, at: Position(column: 1, row: 1))))
    #expect(screen.selected == "stalking-2019/R4")
    screen.press(
      .mouse(Mouse(.click, at: Position(column: 2, row: 10))), .mouse(Mouse(.click, at: Position(column: 2, row: 0))))
    #expect(screen.selected == "stalking-2019/R4")
    screen.press(.mouse(Mouse(.doubleClick, at: Position(column: 60, row: 3))))
    #expect(screen.state.view == .card)
    #expect(screen.selected == "stalking-2019/R7")
    screen.receive(.resized(Size(columns: 40, rows: 12)))
    screen.press(.escape, .mouse(Mouse(.click, at: Position(column: 2, row: 1))))
    #expect(screen.state.selectedColumn == 0)
  }

  @Test("An open card says why each due date was changed, and by whom")
  func dueReasons() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.press(.enter)
    #expect(screen.screen.contains("1 August 2019, the training course was full"))
  }
}
