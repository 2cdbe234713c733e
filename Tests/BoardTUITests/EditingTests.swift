import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Editing and adding") struct EditingTests {
  static let r4 = SampleBoard.reference("stalking-2019/R4")

  @Test("e offers every field that can be set by hand, and each opens a form", arguments: FieldRule.ofItems.indices)
  func fields(index: Int) throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("e" + String(repeating: "j", count: index))
    screen.press(.enter)
    #expect(screen.state.view == .form)
    screen.press(.escape)
    #expect(screen.state.view == .board)
  }

  @Test("A field is changed, an empty answer clears it, and a list takes only its values")
  func change() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("e")
    screen.press(.enter, .ctrl("u"))
    screen.type("9.9")
    screen.press(.enter)
    #expect(screen.state.board.item(Self.r4)?.paragraph == "9.9")
    screen.type("e")
    screen.press(.enter, .ctrl("u"), .enter)
    #expect(screen.state.board.item(Self.r4)?.paragraph == nil)
    let acceptance = try #require(FieldRule.ofItems.firstIndex(of: .acceptance))
    screen.type("e" + String(repeating: "j", count: acceptance))
    screen.press(.enter)
    screen.type("p")
    screen.press(.enter)
    #expect(screen.state.board.item(Self.r4)?.acceptance == .partly)
  }

  @Test("A due date is edited with its reason, from the list of fields as well")
  func dueNeedsReason() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    let index = try #require(FieldRule.ofItems.firstIndex(of: .due))
    let before = screen.state.board.item(Self.r4)?.due
    screen.type("e" + String(repeating: "j", count: index))
    screen.press(.enter)
    screen.type("2019-12-01")
    screen.press(.enter, .enter)
    #expect(screen.state.view == .form)
    #expect(screen.screen.contains("a new date needs its reason"))
    #expect(screen.state.board.item(Self.r4)?.due == before)
    screen.type("the course is full")
    screen.press(.enter)
    #expect(screen.state.board.item(Self.r4)?.due == SampleBoard.day("2019-12-01"))
  }

  @Test("What others set while a form was open is not written over unseen, and can be once it was read")
  func formConflict() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("cmine")
    try screen.outside(.comment(.bodyComments, on: .item(Self.r4), text: "theirs"))
    screen.press(.enter)
    #expect(screen.state.board.item(Self.r4)?.bodyComments == "theirs")
    #expect(screen.state.view == .form)
    #expect(screen.screen.contains("“theirs”"))
    screen.press(.enter)
    #expect(screen.state.board.item(Self.r4)?.bodyComments == "mine")
  }

  @Test("The text of an item cannot be emptied")
  func emptyText() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("ej")
    screen.press(.enter, .ctrl("u"), .enter)
    #expect(screen.state.view == .form)
    #expect(screen.screen.contains("would be empty"))
  }

  @Test("a adds an item with the next number, and selects it")
  func add() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("a")
    screen.press(.enter, .enter, .enter)
    screen.type("Forces should do one more thing.")
    screen.press(.enter)
    screen.type("forces")
    screen.press(.ctrl("o"))
    screen.type("CPS")
    screen.press(.enter)
    screen.type("within six months")
    screen.press(.enter)
    screen.type("10 Oct")
    screen.press(.enter, .enter)
    let item = try #require(screen.state.board.item(SampleBoard.reference("stalking-2019/R8")))
    #expect(item.addressees == ["forces", "CPS"])
    #expect(item.period == "within six months")
    #expect(item.due == SampleBoard.day("2019-10-10"))
    #expect(screen.selected == "stalking-2019/R8")
  }

  @Test("A number that was ever given out is refused, and the form stays with its words")
  func takenNumber() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("a")
    screen.press(.enter, .enter)
    screen.type("4")
    screen.press(.enter)
    screen.type("again")
    screen.press(.enter, .enter, .enter, .enter, .enter)
    #expect(screen.state.view == .form)
    #expect(screen.screen.contains("stalking-2019/R4 is taken"))
    #expect(screen.screen.contains("again"))
  }

  @Test("E records what comes back from the editor, and u takes it back")
  func editor() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.editor = { text, _ in "  " + text + " And more.\n\n" }
    let before = try #require(screen.state.board.item(Self.r4)?.text)
    screen.type("E")
    screen.press(.enter)
    #expect(screen.state.board.item(Self.r4)?.text == before + " And more.")
    screen.type("u")
    #expect(screen.state.board.item(Self.r4)?.text == before)
  }

  @Test("A text that was not changed in the editor is not recorded")
  func unchanged() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.editor = { text, _ in text + "\n" }
    let count = screen.recorder.changes.count
    screen.type("E")
    screen.press(.enter)
    #expect(screen.recorder.changes.count == count)
    #expect(screen.state.notice?.text == "the text was not changed")
  }

  /// A screen whose editor came back with `mine` while somebody else wrote `theirs`.
  static func conflict() throws -> ScreenDriver {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.editor = { text, driver in
      if text.contains("written meanwhile") { return "both texts" }
      try? driver.outside(.comment(.bodyComments, on: .item(r4), text: "theirs"))
      return "mine"
    }
    screen.type("Ejj")
    screen.press(.enter)
    try #require(screen.state.view == .picker)
    return screen
  }

  @Test(
    "A field that others changed meanwhile is not written over: both texts are offered",
    arguments: [("kk", "mine"), ("k", "theirs"), ("", "both texts")])
  func changedMeanwhile(keys: String, expected: String) throws {
    var screen = try Self.conflict()
    #expect(screen.screen.contains("keep mine: mine"))
    #expect(screen.screen.contains("keep theirs: theirs"))
    #expect(screen.state.board.item(Self.r4)?.bodyComments == "theirs")
    screen.type(keys)
    screen.press(.enter)
    #expect(screen.state.board.item(Self.r4)?.bodyComments == expected)
  }

  @Test("A text from the editor is asked to be saved over what was seen only, whatever the board has become meanwhile")
  func expected() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.editor = { _, _ in "mine" }
    screen.type("Ejj")
    screen.press(.enter)
    let effect = try #require(screen.effects.last { if case .commit = $0 { true } else { false } })
    guard case .commit(_, let expected) = effect else { return }
    #expect(expected == [.value(.item(Self.r4), FieldKey(.bodyComments), is: nil)])
  }

  @Test("Whoever leaves that question finds their text as the draft of the field's form")
  func nothingLost() throws {
    var screen = try Self.conflict()
    screen.press(.escape)
    #expect(screen.state.board.item(Self.r4)?.bodyComments == "theirs")
    let index = try #require(FieldRule.ofItems.firstIndex(of: .bodyComments))
    screen.type("e" + String(repeating: "j", count: index))
    screen.press(.enter)
    #expect(screen.screen.contains("mine"))
  }
}
