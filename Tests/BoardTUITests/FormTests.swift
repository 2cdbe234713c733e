import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Forms") struct FormTests {
  static let r4 = SampleBoard.reference("stalking-2019/R4")

  @Test(
    "w o D r c p V record what is typed",
    arguments: [
      ("w", "call them"), ("o", "DCI Moss"), ("r", "we agree"), ("c", "noted"), ("p", "thank you"),
      ("V", "the minutes"),
    ])
  func records(key: String, text: String) throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type(key)
    screen.press(.ctrl("u"))
    screen.type(text)
    screen.press(.enter, .enter)
    let item = try #require(screen.state.board.item(Self.r4))
    let found: String? =
      switch key {
      case "w": item.record.entries(.note).last?.text
      case "o": item.owner
      case "r": item.chiefOfficerComments
      case "c": item.bodyComments
      case "p": item.bodyReply
      default: item.record.entries(.evidence).last?.text
      }
    #expect(found == text)
  }

  @Test(
    "A due date is read as people type it",
    arguments: [
      ("2019-07-10", "2019-07-10"), ("10 Jul", "2019-07-10"), ("10 july 2020", "2020-07-10"), ("1/2", "2020-02-01"),
      ("3.4.21", "2021-04-03"), ("+30d", "2019-06-15"), ("+6m", "2019-11-16"), ("+2w", "2019-05-30"),
    ])
  func due(typed: String, expected: String) throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("D" + typed)
    screen.press(.enter)
    screen.type("agreed")
    screen.press(.enter)
    #expect(screen.state.board.item(Self.r4)?.due?.description == expected)
    #expect(screen.recorder.changes.last?.reason == "agreed")
  }

  @Test(
    "A date that is none is refused with the ways to write one", arguments: ["soon", "31 Feb", "10", "+3y", "1/2/3/4"])
  func badDue(typed: String) throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("D" + typed)
    screen.press(.enter, .enter)
    #expect(screen.screen.contains("“\(typed)” is no day"))
    #expect(screen.effects.isEmpty)
  }

  @Test("A private note is recorded as one")
  func privateNote() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("wthe victim moved")
    screen.press(.enter)
    screen.type("p")
    screen.press(.enter)
    let item = try #require(screen.state.board.item(Self.r4))
    #expect(item.record.entries(.privateNote).map(\.text) == ["the victim moved"])
    #expect(item.record.entries(.note).isEmpty)
  }

  @Test("Esc leaves a form; what was typed is there again when the form of that card is opened again")
  func escape() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("w")
    screen.press(.escape)
    #expect(screen.state.view == .board)
    #expect(screen.state.notice == nil)
    screen.type("wwords")
    screen.press(.escape)
    #expect(screen.state.view == .board)
    #expect(screen.state.notice?.text.contains("draft") == true)
    screen.type("kw")
    #expect(!screen.screen.contains("words"))
    screen.press(.escape)
    screen.type("jw")
    #expect(screen.screen.contains("words"))
    #expect(screen.effects.isEmpty)
    screen.press(.enter, .enter)
    #expect(screen.state.board.item(Self.r4)?.record.entries(.note).last?.text == "words")
    screen.type("w")
    #expect(!screen.screen.contains("words"))
  }

  @Test("A form that is refused while another one is open is kept as a draft")
  func refusedBehindAnother() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.isAnswering = false
    screen.type("wprecious words")
    screen.press(.enter, .enter)
    screen.type("o")
    screen.receive(.refused("the disk is full: nothing saved"))
    #expect(screen.state.notice?.text.contains("draft") == true)
    screen.press(.escape)
    screen.type("w")
    #expect(screen.screen.contains("precious words"))
  }

  @Test("A form that the store refuses comes back with its words")
  func refusedForm() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.isAnswering = false
    screen.type("wprecious words")
    screen.press(.enter, .enter)
    #expect(screen.state.view == .board)
    screen.receive(.refused("the disk is full: nothing saved"))
    #expect(screen.state.view == .form)
    #expect(screen.screen.contains("precious words"))
    #expect(screen.screen.contains("the disk is full"))
  }

  @Test("A long text wraps at words and can be edited everywhere; a paste comes in whole")
  func editing() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("w")
    screen.press(.paste("first line\r\nsecond \u{1B}[2J line"), .ctrl("a"))
    screen.type("The ")
    screen.press(.end, .ctrl("w"))
    screen.type("words")
    screen.press(.backspace, .left, .delete, .ctrl("e"))
    screen.type("ds")
    screen.press(.ctrl("o"))
    screen.type("third")
    screen.press(.home, .right, .right, .right, .right, .ctrl("u"), .ctrl("k"))
    screen.type("all gone")
    screen.press(.enter, .enter)
    #expect(screen.state.board.item(Self.r4)?.record.entries(.note).last?.text == "all gone")
    screen.type("wa\u{301}b" + String(repeating: " word", count: 60))
    let cursor = try #require(screen.state.render().cursor)
    #expect(cursor.row > 4)
    #expect(screen.screen.contains("word word"))
  }
}
