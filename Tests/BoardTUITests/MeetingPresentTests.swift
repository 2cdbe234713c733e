import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("A meeting that is presented") struct MeetingPresentTests {
  static let r2 = SampleBoard.reference("stalking-2019/R2")

  @Test("What others change is announced with who and when, counted, and moves nothing until i takes it in")
  func announced() throws {
    var screen = try MeetingDecisionTests.screen()
    let before = screen.rows[3...15]
    try screen.outside(.move([Self.r2], to: .awaitingNPCC, closing: nil, reason: nil))
    #expect(screen.rows[2].contains("K. Ali moved stalking-2019/R2: Force action → Awaiting"))
    #expect(screen.rows[3...15] == before)
    try screen.outside(.assign([Self.r2], owner: "Moss"), as: "L. Moss")
    #expect(screen.rows[2].contains("2 changes wait, i takes them in; the last: "))
    #expect(screen.rows[2].contains(" L. Moss assigned"))
    screen.press(.pageDown, .pageUp)
    #expect(screen.rows[2].contains("2 changes wait"))
    #expect(screen.rows[3...15] == before)
    screen.type("i")
    #expect(screen.screen.contains("Awaiting NPCC"))
    #expect(!screen.rows[2].contains("wait"))
    screen.type("i")
    #expect(screen.state.notice?.text == "nothing by others waits")
  }

  @Test("A change of one's own is shown at once, without what others did meanwhile")
  func own() throws {
    var screen = try MeetingDecisionTests.screen()
    try screen.outside(.assign([SampleBoard.reference("stalking-2019/R1")], owner: "Moss"))
    screen.type("H")
    #expect(screen.status("stalking-2019/R2") == .awaitingNPCC)
    #expect(screen.state.board.item(SampleBoard.reference("stalking-2019/R1"))?.owner == nil)
    #expect(screen.rows[2].contains("K. Ali assigned"))
    screen.press(.escape)
    #expect(screen.state.board.item(SampleBoard.reference("stalking-2019/R1"))?.owner == "Moss")
  }

  @Test("F announces only a count, and F again the change")
  func frozen() throws {
    var screen = try MeetingDecisionTests.screen()
    screen.type("F")
    try screen.outside(.assign([Self.r2], owner: "Moss"))
    #expect(screen.rows[2].contains("FROZEN: 1 change by others waits"))
    #expect(!screen.screen.contains("K. Ali assigned"))
    screen.type("F")
    #expect(screen.rows[2].contains("K. Ali assigned"))
  }

  @Test("Blank shows nothing of the meeting, and any key brings it back")
  func blank() throws {
    var screen = try MeetingDecisionTests.screen()
    let before = screen.screen
    screen.type(".")
    #expect(screen.screen.filter { !$0.isWhitespace } == "inprivatesession")
    screen.press(.pageDown)
    #expect(screen.screen == before)
  }

  @Test("A meeting that somebody else ends closes when that is taken in")
  func endedElsewhere() throws {
    var screen = try MeetingDecisionTests.screen()
    try screen.outside(.meeting(.end(id: MeetingWalkTests.meeting, on: SampleBoard.today)))
    #expect(screen.state.view == .meeting)
    #expect(screen.rows[2].contains("K. Ali ended meeting 2019-05-16"))
    screen.type("i")
    #expect(screen.state.view == .board)
  }

  @Test("An interrupted meeting goes on where it was, and the board's header says where that is")
  func resumed() throws {
    var screen = try MeetingDecisionTests.screen()
    screen.type("x")
    #expect(screen.rows[0].hasPrefix(" 2 of 3"))
    var again = ScreenDriver(screen.recorder)
    #expect(again.rows[0].hasPrefix(" 2 of 3 · Test, 16 May 2019"))
    again.type("M")
    #expect(again.rows[0].hasPrefix(" 2 of 3"))
  }

  @Test("The end asks for the next day, the assurance and the files, and shows what the meeting came to")
  func end() throws {
    var screen = try MeetingDecisionTests.screen()
    screen.type("dn")
    screen.press(.enter, .enter, .enter)
    screen.type("M")
    #expect(screen.screen.contains("minutes-2019-05-16"))
    screen.press(.enter)
    screen.type("The Board was assured.")
    screen.press(.enter, .enter)
    #expect(screen.recorder.board.openMeeting == nil)
    let meeting = try #require(screen.recorder.board.lastMeeting)
    #expect(meeting.assurances == ["The Board was assured."])
    #expect(screen.effects.last == .writeMinutes(meeting: "2019-05-16", path: "minutes-2019-05-16", replacing: false))
    #expect(screen.state.view == .summary)
    for words in [
      "1 discussed, 1 decision, 0 skipped, 0 actions set, 2 not reached.", "minutes-2019-05-16.txt",
      "minutes-2019-05-16.md", "Next meeting: Thursday 11 July 2019",
    ] {
      #expect(screen.screen.contains(words), "\(words)")
    }
    screen.type("u")
    #expect(screen.state.view == .meeting)
    #expect(screen.recorder.board.openMeeting != nil)
  }

  @Test("Minutes that could not be written say why, and w writes them elsewhere")
  func minutesFailed() throws {
    var screen = try MeetingDecisionTests.screen()
    screen.type("M")
    screen.press(.enter, .enter, .enter)
    screen.receive(.minutes("2019-05-16", files: [], failure: "“minutes-2019-05-16.txt” is there already"))
    #expect(screen.screen.contains("is there already"))
    screen.type("w")
    screen.press(.ctrl("u"))
    screen.type("/tmp/other.md")
    screen.press(.enter)
    screen.type("r")
    screen.press(.enter)
    #expect(screen.effects.last == .writeMinutes(meeting: "2019-05-16", path: "/tmp/other", replacing: true))
    #expect(screen.screen.contains("/tmp/other.txt"))
  }

  @Test("s lists what became of every item since the last meeting, and marks the cards")
  func since() throws {
    var recorder = try SampleBoard.stalking()
    try MeetingWalkTests.march(&recorder)
    try recorder.run(.move([Self.r2], to: .awaitingNPCC, closing: nil, reason: nil))
    try recorder.run(.assign([SampleBoard.reference("stalking-2019/R1")], owner: "Moss"))
    var screen = ScreenDriver(recorder, size: (100, 24))
    screen.type("s")
    #expect(screen.rows[0].contains("Since the meeting of 21 March 2019"))
    let text = screen.screen
    for words in ["EDITED owner", "MOVED ←Force action", "UNCHANGED 1 meeting"] {
      #expect(text.contains(words), "\(words)")
    }
    screen.type("j")
    screen.press(.enter)
    #expect(screen.state.view == .card)
    #expect(screen.rows[0].contains("stalking-2019/R2"))
    screen.press(.escape)
    screen.type("s")
    #expect(screen.state.view == .board)
    #expect(screen.screen.contains("MOVED"))
    #expect(screen.screen.contains("UNCHANGED 1 meeting"))
    screen.type("s")
    #expect(!screen.screen.contains("MOVED") && !screen.screen.contains("UNCHANGED"))
  }

  @Test("The header says when section 55 ends before the next meeting")
  func header() throws {
    var recorder = try SampleBoard.stalking()
    try MeetingWalkTests.march(&recorder)
    #expect(ScreenDriver(recorder, size: (140, 24)).rows[0].contains("ends before the next meeting"))
    #expect(ScreenDriver(recorder).rows[0].contains("12 gaps, before next meeting"))
    let start = MeetingCommand.start(
      id: "2019-05-16", title: "May", on: SampleBoard.today, next: SampleBoard.day("2019-05-30"))
    try recorder.run(.meeting(start))
    #expect(!ScreenDriver(recorder, size: (140, 24)).rows[0].contains("before"))
  }

  @Test("The board of the past says so in its header, and a refused key says it again")
  func past() throws {
    var screen = try MovingTests.screen(on: "stalking-2019/R4")
    screen.state.asAt = "1 May 2019"
    screen.receive(.health(banner: nil, readOnly: "this is the board as at 1 May 2019"))
    #expect(screen.rows[0].contains("AS AT 1 May 2019"))
    screen.type("H")
    #expect(screen.state.notice?.text == "nothing can be changed: this is the board as at 1 May 2019")
    screen.type("M")
    #expect(screen.state.notice?.kind == .refusal)
    #expect(screen.effects.isEmpty)
  }
}
