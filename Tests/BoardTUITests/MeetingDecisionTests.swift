import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Decisions at a meeting") struct MeetingDecisionTests {
  static let r2 = SampleBoard.reference("stalking-2019/R2")

  /// The meeting of ``MeetingWalkTests/screen(size:glyphs:)`` at its first item, R2.
  static func screen() throws -> ScreenDriver {
    var screen = try MeetingWalkTests.screen()
    screen.press(.pageDown)
    try #require(screen.screen.contains("stalking-2019/R2"))
    return screen
  }

  static func decisions(_ screen: ScreenDriver) -> [MeetingDecision] {
    screen.recorder.board.decisions(about: .item(r2))
  }

  @Test("d and a letter choose the outcome, and the words follow")
  func agreed() throws {
    var screen = try Self.screen()
    screen.type("da")
    screen.press(.enter)
    screen.type("that it go ahead")
    screen.press(.enter, .enter)
    #expect(Self.decisions(screen).map(\.outcome) == [.agreed])
    #expect(Self.decisions(screen).map(\.text) == ["that it go ahead"])
    #expect(screen.screen.contains("At this meeting"))
    #expect(screen.rows[0].hasPrefix(" 1 of 3"))
    #expect(screen.rows[1].contains("DISCUSSED"))
  }

  @Test("Closed asks for what the rules want, and is one change with the move")
  func closed() throws {
    var screen = try Self.screen()
    let before = screen.recorder.changes.count
    screen.type("dc")
    screen.press(.enter)
    #expect(screen.screen.contains("Ground"))
    screen.press(.enter)
    screen.type("Everybody is trained")
    screen.press(.enter)
    screen.press(.enter, .enter, .enter, .enter, .enter)
    #expect(screen.state.view == .form)
    #expect(screen.screen.contains("name the evidence"))
    screen.type("Register of 2 May")
    screen.press(.enter, .enter, .enter, .enter, .enter)
    #expect(screen.status("stalking-2019/R2") == .complete)
    #expect(Self.decisions(screen).map(\.outcome) == [.closed])
    #expect(screen.recorder.changes.count == before + 1)
    screen.type("u")
    #expect(screen.status("stalking-2019/R2") == .forceAction)
    #expect(Self.decisions(screen).isEmpty)
  }

  @Test("A revised date is asked for with its reason")
  func revised() throws {
    var screen = try Self.screen()
    screen.type("ddd")
    screen.press(.up)
    while !screen.screen.contains("▶ date revised") { screen.press(.down) }
    screen.press(.enter)
    screen.type("1 Dec")
    screen.press(.enter)
    screen.type("the course is full")
    screen.press(.enter, .enter, .enter)
    #expect(screen.state.board.item(Self.r2)?.due == SampleBoard.day("2019-12-01"))
    #expect(Self.decisions(screen).map(\.outcome) == [.dateRevised])
  }

  @Test("A decision that was recorded wrongly is offered for correction, with its words")
  func corrected() throws {
    var screen = try Self.screen()
    screen.type("dn")
    screen.press(.enter)
    screen.type("Heard.")
    screen.press(.enter, .enter)
    screen.type("d")
    #expect(screen.screen.contains("correct “noted”: Heard."))
    screen.press(.up, .enter)
    #expect(screen.screen.contains("▶ noted"))
    screen.type("a")
    screen.press(.enter)
    #expect(screen.screen.contains("Heard."))
    screen.press(.enter, .enter)
    #expect(Self.decisions(screen).map(\.outcome) == [.agreed])
    #expect(Self.decisions(screen).map(\.text) == ["Heard."])
  }

  @Test("A sets an action in a few keys: owner and day are proposed")
  func action() throws {
    var screen = try Self.screen()
    screen.type("Aask the lead again")
    screen.press(.enter, .enter, .enter)
    let action = try #require(screen.recorder.board.actions.last)
    #expect(action.text == "ask the lead again" && action.owner == "Supt J. Hale")
    #expect(action.due == SampleBoard.day("2019-07-11") && action.meeting == MeetingWalkTests.meeting)
    #expect(action.about == .item(Self.r2))
    #expect(screen.screen.contains("ask the lead again"))
  }

  @Test("On the board d decides on the selected card while a meeting is on, and else says how one begins")
  func board() throws {
    var screen = try Self.screen()
    screen.press(.escape)
    screen.type("dn")
    screen.press(.enter, .enter, .enter)
    #expect(screen.recorder.board.openMeeting.map { screen.recorder.board.decisions(of: $0).count } == 1)
    var quiet = ScreenDriver(try SampleBoard.stalking())
    quiet.type("d")
    #expect(quiet.state.notice?.text == "no meeting is on; M begins one")
    quiet.type("Acall")
    quiet.press(.enter, .enter, .enter)
    #expect(quiet.recorder.board.actions.map(\.meeting) == [nil])
  }

  @Test("The palette begins, marks, decides, acts and ends for what is shown")
  func palette() throws {
    var screen = try Self.screen()
    func command(_ line: String) {
      screen.type(":\(line)")
      screen.press(.enter)
    }
    command("decide noted Heard at length.")
    #expect(Self.decisions(screen).map(\.text) == ["Heard at length."])
    command("action write again --owner Hale --due +30d")
    #expect(screen.recorder.board.actions.last?.due == SampleBoard.day("2019-06-15"))
    command("meeting skip")
    #expect(screen.recorder.board.openMeeting?.progress(of: .item(Self.r2)) == .skipped)
    command("agenda R3")
    #expect(screen.recorder.board.openMeeting?.agenda.map(\.name) == ["stalking-2019/R3"])
    screen.type(":decide frobnicated")
    screen.press(.enter)
    #expect(screen.screen.contains("no outcome “frobnicated”"))
    screen.press(.escape)
    command("minutes /tmp/m")
    #expect(screen.effects.last == .writeMinutes(meeting: "2019-05-16", path: "/tmp/m", replacing: false))
    #expect(screen.state.notice?.text == "minutes written: /tmp/m.txt, /tmp/m.md")
    command("meeting end")
    #expect(screen.state.view == .form)
  }
}
