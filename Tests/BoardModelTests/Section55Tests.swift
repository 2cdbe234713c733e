import BoardModel
import TestSupport
import Testing

@Suite struct Section55Tests {
  @Test(
    "Publication is day 1 and the last lawful day is publication + 55",
    arguments: [
      ("2019-04-10", "2019-05-16", "2019-06-04", 37, 19), ("2019-04-10", "2019-04-10", "2019-06-04", 1, 55),
      ("2019-04-10", "2019-06-04", "2019-06-04", 56, 0), ("2019-04-10", "2019-06-05", "2019-06-04", 57, -1),
      ("2023-10-31", "2023-12-25", "2023-12-25", 56, 0),
    ])
  func clock(publication: String, today: String, last: String, day: Int, left: Int) throws {
    let clock = Section55Clock(
      publication: try #require(CalendarDay(publication)), today: try #require(CalendarDay(today)),
      settings: BoardSettings(name: "Test"))
    #expect(clock.lastDay.description == last)
    #expect(clock.day == day)
    #expect(clock.daysLeft == left)
  }

  @Test("The other counting rule begins on the day after")
  func otherRule() throws {
    let publication = try #require(CalendarDay("2019-04-10"))
    let clock = Section55Clock(
      publication: publication, today: publication,
      settings: BoardSettings(name: "Test", countingRule: .publicationIsDayZero))
    #expect(clock.lastDay.description == "2019-06-05")
    #expect(clock.day == 0)
    #expect(clock.daysLeft == 56)
  }

  @Test("A paper with only the chief's comments leaves 5 + 7 statutory gaps and one advisory; filling them leaves none")
  func gaps() throws {
    var recorder = try BoardRecorder.stalking()
    func gaps() throws -> Section55 {
      recorder.board.section55(try #require(recorder.board.report("stalking-2019")), today: recorder.today)
    }
    #expect(try gaps().statutoryGaps.count == 12)
    #expect(try gaps().advisoryGaps.count == 1)
    var expected = 12
    let report = EntityReference.report("stalking-2019")
    var commands: [Command] = [
      .comment(.bodyComments, on: report, text: "The Commissioner welcomes the report."),
      .comment(.bodyReply, on: report, text: "The Commissioner is content."),
    ]
    commands += [Field.publishedOn, .sentToInspectorsOn, .sentToSecretaryOfStateOn].map {
      .record(report: "stalking-2019", step: $0, on: recorder.today)
    }
    commands += recorder.board.items.filter { $0.kind == .recommendation }.map {
      .position($0.reference, .proposed, text: nil)
    }
    for command in commands {
      try recorder.run(command)
      expected -= 1
      #expect(try gaps().statutoryGaps.count == expected)
    }
    let area = ItemReference(report: "stalking-2019", kind: .areaForImprovement, number: ItemNumber(1))
    try recorder.run(.comment(.bodyComments, on: .item(area), text: "Noted."))
    #expect(try gaps().gaps.isEmpty)
  }

  @Test("No action as a position needs the reason in words")
  func noActionNeedsReason() throws {
    var recorder = try BoardRecorder.stalking()
    let item = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(1))
    #expect(throws: BoardError.missing(.explanation, of: .item(item))) {
      try recorder.run(.position(item, .noAction, text: " "))
    }
    try recorder.run(.position(item, .noAction, text: "It is for the college."))
    #expect(recorder.board.item(item)?.position == .noAction)
  }
}
