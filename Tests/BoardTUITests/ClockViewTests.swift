import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Section 55 on the screen") struct ClockViewTests {
  static func screen(size: (Int, Int) = (80, 24), glyphs: GlyphSet = .unicode) throws -> ScreenDriver {
    var screen = ScreenDriver(try SampleBoard.stalking(), size: size, glyphs: glyphs)
    screen.type("5")
    try #require(screen.state.view == .section55)
    return screen
  }

  @Test("Every gap is filled from the list, after each the next is selected, and nothing is missing in the end")
  func fillAll() throws {
    var screen = try Self.screen()
    let key = "stalking-2019"
    func gaps() throws -> Int {
      let report = try #require(screen.state.board.report(key))
      return screen.state.board.section55(report, today: SampleBoard.today).gaps.count
    }
    #expect(try gaps() == 13)
    for left in (0..<13).reversed() {
      screen.press(.enter)
      try #require(screen.state.view == .form)
      if screen.screen.contains("Day") {
        screen.press(.enter)
      } else if screen.screen.contains("Position") {
        screen.press(.right, .enter)
        screen.type("we propose to act")
        screen.press(.enter)
      } else {
        screen.type("the body agrees")
        screen.press(.enter)
      }
      #expect(screen.state.view == .section55)
      #expect(try gaps() == left)
    }
    let report = try #require(screen.state.board.report(key))
    #expect(report.bodyComments == "the body agrees")
    #expect(report.bodyReply == "the body agrees")
    #expect(report.response.publishedOn == SampleBoard.today)
    #expect(screen.state.board.item(SampleBoard.reference("stalking-2019/R4"))?.position == .proposed)
    #expect(screen.state.board.item(SampleBoard.reference("stalking-2019/R4"))?.bodyComments == "we propose to act")
    #expect(screen.screen.contains("nothing is missing"))
  }

  @Test("No action without its reason is refused in the form")
  func noAction() throws {
    var screen = try Self.screen()
    for _ in 0..<6 { screen.press(.down) }
    screen.press(.enter)
    screen.type("n")
    screen.press(.enter, .enter)
    #expect(screen.state.view == .form)
    #expect(screen.screen.contains("no action needs its reason"))
  }

  @Test("u takes back what was filled, and the list shows it as missing again")
  func undo() throws {
    var screen = try Self.screen()
    screen.press(.down, .enter)
    screen.type("the body agrees")
    screen.press(.enter)
    let before = screen.screen
    screen.type("u")
    #expect(screen.screen != before)
    #expect(screen.state.board.report("stalking-2019")?.bodyComments == nil)
    #expect(screen.state.view == .section55)
  }

  @Test(
    "From a week before the last day on, the days left are said in words",
    arguments: [
      ("2019-05-27", nil), ("2019-05-28", "only 7 days left"), ("2019-06-03", "only 1 day left"),
      ("2019-06-04", "TODAY is the last day"), ("2019-06-05", "LATE by 1 day"), ("2019-06-10", "LATE by 6 days"),
    ])
  func warning(day: String, words: String?) throws {
    var screen = try Self.screen()
    screen.receive(.tick(today: SampleBoard.day(day)))
    #expect(screen.rows[1].contains("last day Tuesday 4 June 2019"))
    for other in ["left", "LATE", "TODAY"] where words?.contains(other) != true {
      #expect(!screen.rows[1].contains(other))
    }
    if let words { #expect(screen.rows[1].contains(words)) }
  }

  @Test("h and l go from report to report, the nearest last day first, and round")
  func reports() throws {
    var screen = ScreenDriver(try SampleBoard.large(9))
    screen.type("5")
    let first = screen.rows[0]
    #expect(screen.rows[1].contains("report 1 of 3"))
    screen.type("l")
    #expect(screen.rows[1].contains("report 2 of 3"))
    #expect(screen.rows[0] != first)
    screen.type("ll")
    #expect(screen.rows[0] == first)
    screen.type("h")
    #expect(screen.rows[1].contains("report 3 of 3"))
  }

  @Test("A gap that others fill is ticked, and the selection stays on its step")
  func outside() throws {
    var screen = try Self.screen()
    screen.press(.down, .down, .down)
    let strip = screen.rows[18...20]
    try screen.outside(.comment(.bodyComments, on: .report("stalking-2019"), text: "we agree"))
    #expect(screen.rows[18...20] == strip)
    #expect(screen.screen.contains("we agree"))
  }
}

@Suite("The clock and the next meeting") struct ClockAndMeetingTests {
  /// A screen on a board that had meetings on some days, with room for all words or for few.
  static func header(meetings: [String], columns: Int) throws -> String {
    var recorder = try SampleBoard.stalking()
    for day in meetings {
      try recorder.run(.meeting(.start(id: day, title: "The board", on: SampleBoard.day(day))))
      try recorder.run(.meeting(.end(id: day, on: SampleBoard.day(day))))
    }
    return ScreenDriver(recorder, size: (columns, 24)).rows[0]
  }

  @Test("The header says when the last day falls before the next meeting, and only then")
  func said() throws {
    #expect(try !Self.header(meetings: [], columns: 140).contains("meeting"))
    #expect(try Self.header(meetings: ["2019-05-02"], columns: 140).contains("12 gaps, ends before the next meeting"))
    #expect(try Self.header(meetings: ["2019-05-02"], columns: 80).contains("12 gaps, before next meeting"))
    #expect(try !Self.header(meetings: ["2019-04-25", "2019-05-09"], columns: 140).contains("meeting"))
  }
}
