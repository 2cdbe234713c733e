import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("The palette and quick filters") struct PaletteTests {
  static let r4 = SampleBoard.reference("stalking-2019/R4")

  static func run(_ line: String) throws -> ScreenDriver {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type(":" + line)
    screen.press(.enter)
    return screen
  }

  /// What a line should leave on the card.
  struct Row: Sendable, CustomTestStringConvertible {
    let line: String
    let holds: @Sendable (Item) -> Bool
    var testDescription: String { line }
  }

  @Test(
    "A verb acts on the selected card as the shell's does",
    arguments: [
      Row(line: "move awaiting-npcc") { $0.status == .awaitingNPCC },
      Row(line: "move complete --ground done --reason it is done --evidence the minutes") {
        $0.status == .complete && $0.closure?.reason == "it is done" && $0.record.entries(.evidence).count == 1
      },
      Row(line: "assign Supt Hale") { $0.owner == "Supt Hale" },
      Row(line: "due +30d the course is full") { $0.due == SampleBoard.day("2019-06-15") },
      Row(line: "due \"10 Jul\" --reason so") { $0.due == SampleBoard.day("2019-07-10") },
      Row(line: "note call them") { $0.record.entries(.note).last?.text == "call them" },
      Row(line: "note call them --private") { $0.record.entries(.privateNote).last?.text == "call them" },
      Row(line: "respond we agree") { $0.chiefOfficerComments == "we agree" },
      Row(line: "comment noted") { $0.bodyComments == "noted" },
      Row(line: "reply thank you") { $0.bodyReply == "thank you" },
      Row(line: "evidence the minutes") { $0.record.entries(.evidence).last?.text == "the minutes" },
      Row(line: "verify") { $0.verified == SampleBoard.today },
      Row(line: "edit paragraph=9.9") { $0.paragraph == "9.9" },
      Row(line: "edit paragraph=") { $0.paragraph == nil },
      Row(line: "withdraw read twice") { $0.withdrawn == "read twice" },
    ])
  func verbs(row: Row) throws {
    let screen = try Self.run(row.line)
    let item = try #require(screen.state.board.item(Self.r4))
    #expect(row.holds(item), "\(screen.screen)")
    #expect(screen.state.view == .board)
  }

  @Test(
    "A verb that needs more asks for it in its view",
    arguments: [
      ("add", "A new item"), ("show", "Chief officer's comments"), ("s55", "Asked for by section 55"),
      ("edit", "Edit stalking-2019/R4"), ("edit due=2019-12-01", "Due date of stalking-2019/R4"),
      ("edit paragraph", "say the value"), ("edit colour=red", "no field “colour”"),
      ("settle owner", "nothing is contested here"),
    ])
  func asks(line: String, shows: String) throws {
    let screen = try Self.run(line)
    #expect(screen.screen.contains(shows) || screen.state.notice?.text.contains(shows) == true, "\(screen.screen)")
    #expect(screen.recorder.changes.count == (try SampleBoard.stalking().changes.count))
  }

  @Test("record, filter, undo, redo, help and quit do what they say")
  func others() throws {
    var screen = try Self.run("record published 2019-05-20")
    #expect(screen.state.board.report("stalking-2019")?.response.publishedOn == SampleBoard.day("2019-05-20"))
    screen.type(":undo")
    screen.press(.enter)
    #expect(screen.state.board.report("stalking-2019")?.response.publishedOn == nil)
    screen.type(":redo")
    screen.press(.enter)
    #expect(screen.state.board.report("stalking-2019")?.response.publishedOn != nil)
    screen.type(":filter overdue")
    screen.press(.enter)
    #expect(screen.state.filterText == "overdue")
    screen.type(":help")
    screen.press(.enter)
    #expect(screen.state.view == .help)
    screen.press(.escape)
    screen.type(":quit")
    screen.press(.enter)
    #expect(screen.effects.last == .quit)
  }

  @Test(
    "What is not understood is refused with the nearest that is, and the line stays",
    arguments: [
      ("asign Hale", "did you mean assign?"), ("move complet", "did you mean complete?"),
      ("move awaiting-npcc --raeson x", "did you mean --reason?"), ("record publishd", "did you mean published?"),
      ("due soon x", "“soon” is no day"), ("due +30d", "needs its reason"), ("withdraw", "needs its reason"),
      ("filter status:none", "status"), ("", "type a command"), ("zzzzz", "there are move, assign"),
      ("move complete --reason x", "ground"),
    ])
  func didYouMean(line: String, words: String) throws {
    let screen = try Self.run(line)
    #expect(screen.state.view == .palette)
    #expect(screen.screen.contains(words), "\(screen.screen)")
    #expect(screen.effects.isEmpty)
  }

  @Test(
    "Without the words that a rule wants, the form asks for them",
    arguments: ["move complete", "assign", "note", "due"])
  func formAsks(line: String) throws {
    #expect(try Self.run(line).state.view == .form)
  }

  @Test("Tab completes verbs, statuses, owners and steps; Down chooses among them")
  func completion() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type(":mo")
    screen.press(.tab)
    #expect(screen.rows[22].contains(":move "))
    screen.press(.down, .tab)
    #expect(screen.rows[22].contains(":move force-action "))
    screen.press(.ctrl("u"))
    screen.type("assign su")
    screen.press(.tab)
    #expect(screen.rows[22].contains("assign \"Supt J. Hale\""))
    screen.press(.enter)
    #expect(screen.state.board.item(Self.r4)?.owner == "Supt J. Hale")
    screen.type(":zz")
    screen.press(.tab)
    #expect(screen.screen.contains("nothing completes this"))
  }

  @Test("acts on all marked cards as one change")
  func marked() throws {
    var screen = try MarkingTests.screen()
    screen.type(":note seen")
    screen.press(.enter)
    #expect(screen.recorder.changes.last?.entities.count == 3)
  }

  @Test("f offers filters with their counts, and the one chosen is in force")
  func quickFilters() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("f")
    #expect(screen.screen.contains("overdue  1"))
    #expect(screen.screen.contains("status Awaiting NPCC  2"))
    #expect(screen.screen.contains("report stalking-2019  8"))
    screen.press(.enter)
    #expect(screen.state.filterText == "overdue")
    #expect(screen.selected == "stalking-2019/R3")
    screen.type("fk")
    screen.press(.enter)
    #expect(screen.state.filterText.isEmpty)
  }

  @Test("A filter's words are underlined where they were found, whatever their case")
  func highlighted() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.type("/CHIEF")
    screen.press(.enter)
    let grid = screen.state.render().grid
    let underlined = (0..<grid.rows).flatMap { row in grid.row(row) }.filter {
      $0.style.attributes.contains(.underline) && ["C", "c", "h", "i", "e", "f"].contains($0.text)
    }
    #expect(underlined.map(\.text).joined().lowercased().contains("chief"))
  }
}
