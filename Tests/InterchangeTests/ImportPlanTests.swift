import BoardModel
import Interchange
import TestSupport
import Testing

@Suite("Importing a paper adds what is new and overwrites nothing")
struct ImportPlanTests {
  private func plan(_ name: String, on recorder: BoardRecorder, key: String? = nil) throws -> ImportPlan {
    try ImportPlan(try SamplePapers.reading(name), onto: recorder.board, key: key, name: name)
  }

  @Test("A first import makes the report and every item as read")
  func first() throws {
    var recorder = BoardRecorder()
    let plan = try plan(SamplePapers.stalking, on: recorder)
    #expect(plan.key == "stalking-2019" && plan.isNewReport && plan.newItems.count == 8)
    try recorder.run(try #require(plan.command))
    let board = recorder.board
    #expect(board.report("stalking-2019")?.publicationDate?.description == "2019-04-10")
    #expect(board.items.map(\.reference.short) == ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "A1"])
    let fourth = try #require(board.item(try board.resolve("R4")))
    #expect(fourth.status == .complete && fourth.isUnevidenced && fourth.closure?.nationalOpen == true)
    #expect(fourth.record[.dueSource] == DueSource.inspectorate.rawValue)
    let section = board.section55(try board.resolveReport("stalking-2019"), today: recorder.today)
    #expect(section.statutoryGaps.count == 12 && section.advisoryGaps.count == 1)
  }

  @Test("Importing the same paper again leaves nothing to do", arguments: SamplePapers.withItems)
  func again(name: String) throws {
    var recorder = BoardRecorder()
    try recorder.run(try #require(try plan(name, on: recorder).command))
    let second = try plan(name, on: recorder)
    #expect(second.command == nil && second.newItems.isEmpty && second.differences.isEmpty && !second.isNewReport)
    #expect(second.unchanged.count == recorder.board.items.count)
  }

  @Test("What the board changed since is no reason to change it back: status, revised date, owner")
  func moved() throws {
    var recorder = BoardRecorder()
    try recorder.run(try #require(try plan(SamplePapers.stalking, on: recorder).command))
    let first = try recorder.board.resolve("R1")
    try recorder.run(.move([first], to: .awaitingNPCC, closing: nil, reason: nil))
    try recorder.run(.due([first], try #require(CalendarDay("2020-01-31")), reason: "audit moved"))
    let second = try plan(SamplePapers.stalking, on: recorder)
    #expect(second.command == nil && second.differences.isEmpty)
  }

  @Test("A text that differs is named and stays as the board has it; a withdrawn item stays off")
  func differing() throws {
    var recorder = BoardRecorder()
    try recorder.run(try #require(try plan(SamplePapers.stalking, on: recorder).command))
    let first = try recorder.board.resolve("R1")
    try recorder.run(.editItem(first, fields: [.text: "Other words."]))
    try recorder.run(.withdraw(try recorder.board.resolve("A1"), reason: "twice"))
    let second = try plan(SamplePapers.stalking, on: recorder)
    #expect(second.command == nil)
    #expect(second.differences.map(\.field) == [.text, .withdrawn])
    #expect(second.doubts.contains { $0.sentence.contains("stalking-2019/R1") })
  }

  @Test("An item that the board lacks is added to the report it belongs to")
  func added() throws {
    var recorder = BoardRecorder()
    let text = try SamplePapers.text(SamplePapers.stalking)
    let start = try #require(text.firstRange(of: "- 4.1.")).lowerBound
    let end = try #require(text.firstRange(of: "Contact Officers")).lowerBound
    let cut = String(text[..<start]) + text[end...]
    let shorter = try ImportPlan(try read(cut), onto: recorder.board, name: "cut.txt")
    try recorder.run(try #require(shorter.command))
    let second = try plan(SamplePapers.stalking, on: recorder)
    #expect(second.newItems.map(\.reference.description) == ["stalking-2019/A1"])
    try recorder.run(try #require(second.command))
    #expect(recorder.board.items.count == 8)
  }

  @Test("Another report of the same subject and year gets the next key; a person's key is taken as given")
  func keys() throws {
    var recorder = BoardRecorder()
    try recorder.run(try #require(try plan(SamplePapers.stalking, on: recorder).command))
    let other = try read("Title: Stalking again\nPublished: 1 May 2019\n\nRecommendation 1: The force should act.\n")
    #expect(try ImportPlan(other, onto: recorder.board, name: "x").key == "stalking-2019-2")
    #expect(try ImportPlan(other, onto: recorder.board, key: "spring", name: "x").key == "spring")
    #expect(throws: ImportPlan.Refusal.badKey("Bad Key")) {
      try ImportPlan(other, onto: recorder.board, key: "Bad Key", name: "x")
    }
  }

  @Test("A given day of publication sets the due dates; a paper without a title is named by its file")
  func published() throws {
    let reading = try read("Recommendation 1: Within three months the force should act.\n")
    #expect(reading.items[0].due == nil)
    let day = try #require(CalendarDay("2019-11-30"))
    let plan = try ImportPlan(reading, onto: BoardRecorder().board, published: day, name: "in/Dogs 2019.txt")
    #expect(plan.newItems[0].item.due?.description == "2020-02-29")
    #expect(plan.reportFields[.title] == "Dogs 2019")
    #expect(plan.key == "dogs-2019")
  }
}
