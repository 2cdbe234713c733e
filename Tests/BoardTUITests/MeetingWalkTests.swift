import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("A meeting on the screen") struct MeetingWalkTests {
  /// A screen with a meeting on: an agenda of R2, R3, R4; one matter arising, of a meeting in March.
  static func screen(size: (Int, Int) = (80, 24), glyphs: GlyphSet = .unicode) throws -> ScreenDriver {
    var recorder = try SampleBoard.stalking()
    try march(&recorder)
    var screen = ScreenDriver(recorder, size: size, glyphs: glyphs)
    begin(&screen)
    return screen
  }

  /// A meeting in March that set an action on R2.
  static func march(_ recorder: inout BoardRecorder) throws {
    let day = SampleBoard.day("2019-03-21")
    try recorder.run(.meeting(.start(id: "2019-03-21", title: "March", on: day, next: SampleBoard.today)))
    try recorder.run(
      .meeting(
        .addAction(
          MeetingCommand.NewAction(
            text: "write to the lead", owner: "DCI Moss", due: SampleBoard.day("2019-05-10"),
            about: .item(SampleBoard.reference("stalking-2019/R2")), meeting: "2019-03-21"))))
    try recorder.run(.meeting(.end(id: "2019-03-21", on: day)))
  }

  /// Begins a meeting by its keys, with what is due before July on its agenda.
  static func begin(_ screen: inout ScreenDriver) {
    screen.type("M")
    screen.press(.enter, .enter, .enter)
    screen.type("due<2019-11-01 status:force-action")
    screen.press(.enter, .enter)
  }

  static let meeting = "2019-05-16"

  @Test("M asks for title, days and agenda, shows the agenda, and Enter begins with matters arising")
  func begin() throws {
    var recorder = try SampleBoard.stalking()
    try Self.march(&recorder)
    var screen = ScreenDriver(recorder)
    screen.type("M")
    #expect(screen.state.view == .form)
    for words in ["Test, 16 May 2019", "Held on", "11 July 2019", "what is due before the next one"] {
      #expect(screen.screen.contains(words), "\(words)")
    }
    screen.press(.enter, .enter, .enter, .enter)
    #expect(screen.state.view == .agenda)
    #expect(screen.effects.isEmpty)
    #expect(screen.rows[0].contains("Agenda of 3, not begun"))
    #expect(screen.rows[1].contains("First 1 matter arising, then:"))
    #expect(screen.rows[2].contains("stalking-2019  12 gaps"))
    screen.press(.enter)
    #expect(screen.state.view == .meeting)
    #expect(screen.rows[0].hasPrefix(" Matters arising"))
    #expect(screen.screen.contains("OVERDUE 6 days"))
    let open = try #require(screen.recorder.board.openMeeting)
    #expect(open.title == "Test, 16 May 2019" && open.nextOn == SampleBoard.day("2019-07-11"))
  }

  @Test("The agenda is put together before the start: lines left out, put in order, added")
  func agenda() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("M")
    screen.press(.enter, .enter, .enter)
    screen.type("due<2019-11-01")
    screen.press(.enter)
    #expect(screen.rows[0].contains("Agenda of 4"))
    screen.type("xK")
    #expect(screen.rows[0].contains("Agenda of 3"))
    screen.type("aa1")
    screen.press(.enter)
    #expect(screen.rows[0].contains("Agenda of 4"))
    screen.press(.enter)
    let agenda = screen.recorder.board.openMeeting?.agenda.map(\.name) ?? []
    #expect(agenda.count == 4 && agenda.last == "stalking-2019/A1")
    #expect(!agenda.contains("stalking-2019/R1"))
  }

  @Test("Esc leaves the agenda to the form, and the form to the board, and nothing is recorded")
  func escape() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("M")
    screen.press(.enter, .enter, .enter, .enter)
    screen.press(.escape)
    #expect(screen.state.view == .form)
    screen.press(.escape)
    #expect(screen.state.view == .board)
    #expect(screen.recorder.board.meetings.isEmpty)
  }

  @Test("PgDn and PgUp go from item to item as clickers send them, and at the ends say so")
  func walk() throws {
    var screen = try Self.screen()
    screen.press(.pageDown)
    #expect(screen.rows[0].hasPrefix(" 1 of 3"))
    #expect(screen.screen.contains("stalking-2019/R2"))
    screen.press(.right, .character("n"))
    #expect(screen.rows[0].hasPrefix(" 3 of 3"))
    screen.press(.pageDown)
    #expect(screen.rows[0].hasPrefix(" End of 3"))
    screen.press(.pageDown)
    #expect(screen.state.notice?.text.contains("M ends the meeting") == true)
    screen.press(.pageUp, .left)
    #expect(screen.rows[0].hasPrefix(" 2 of 3"))
    screen.press(.function(5))
    #expect(screen.rows[0].hasPrefix(" 2 of 3"))
    screen.press(.escape)
    #expect(screen.state.view == .board)
    #expect(screen.recorder.board.history.count == screen.recorder.changes.count)
    #expect(screen.effects.filter { if case .commit = $0 { true } else { false } }.count == 1)
    screen.press(.function(5))
    #expect(screen.state.view == .meeting)
  }

  @Test("x and X mark and go on; what was skipped is offered at the end, and Enter goes there")
  func marks() throws {
    var screen = try Self.screen()
    screen.press(.pageDown)
    screen.type("xXx")
    #expect(screen.rows[0].hasPrefix(" End of 3"))
    #expect(screen.screen.contains("2 discussed, 0 decisions, 1 skipped, 0 actions set, 0 not reached."))
    #expect(screen.screen.contains("Skipped: 1"))
    screen.press(.enter)
    #expect(screen.rows[0].hasPrefix(" 2 of 3"))
    #expect(screen.rows[1].contains("SKIPPED"))
    screen.type("x")
    let meeting = try #require(screen.recorder.board.openMeeting)
    #expect(MeetingTally(of: meeting, on: screen.recorder.board).discussed.count == 3)
    screen.type("u")
    #expect(screen.rows[0].hasPrefix(" 2 of 3"))
  }

  @Test("Keys change the item that is shown, whatever is selected, marked or filtered on the board")
  func subject() throws {
    var recorder = try SampleBoard.stalking()
    try Self.march(&recorder)
    var screen = ScreenDriver(recorder)
    screen.type("v/college")
    screen.press(.enter)
    Self.begin(&screen)
    screen.press(.pageDown, .pageDown)
    let shown = screen.rows.first { $0.contains("Recommendation") } ?? ""
    #expect(shown.contains("stalking-2019/R4") || shown.contains("stalking-2019/R3"))
    let name = shown.contains("R4") ? "stalking-2019/R4" : "stalking-2019/R3"
    screen.type("wsaid so")
    screen.press(.enter, .enter)
    #expect(screen.recorder.board.item(SampleBoard.reference(name))?.record.entries(.note).map(\.text) == ["said so"])
    screen.type("H")
    #expect(screen.status(name) == .awaitingNPCC)
    #expect(screen.screen.contains("Awaiting NPCC"))
  }

  @Test("A report as a whole is shown with its clock and what is missing, and its texts are written from there")
  func report() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("M")
    screen.press(.enter, .enter, .enter, .enter, .enter)
    #expect(screen.rows[0].hasPrefix(" 1 of 3"))
    let text = screen.screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    for words in [
      "Section 55 ends on Tuesday 4 June 2019", "day 37 of 56", "19 days left", "Missing: 12 that the law asks for",
      "R1, R2, R3, R4, R5, R6, R7",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    screen.type("cThe body agrees.")
    screen.press(.enter)
    #expect(screen.recorder.board.report("stalking-2019")?.bodyComments == "The body agrees.")
    screen.press(.enter)
    #expect(screen.state.view == .section55)
    screen.press(.escape)
    #expect(screen.state.view == .meeting)
  }

  @Test("Matters arising are chosen, done, postponed and handed over")
  func matters() throws {
    var screen = try Self.screen()
    screen.type("xReply of 3 May is on file")
    screen.press(.enter, .enter)
    let action = try #require(screen.recorder.board.actions.first)
    #expect(action.doneOn == SampleBoard.today && action.result == "Reply of 3 May is on file")
    #expect(screen.screen.contains("done 16 May 2019"))
    screen.type("u")
    screen.press(.enter)
    #expect(screen.state.view == .picker)
    screen.type("n")
    screen.press(.enter)
    screen.type("+30d")
    screen.press(.enter)
    screen.type("leave")
    screen.press(.enter)
    #expect(screen.recorder.board.actions.first?.due == SampleBoard.day("2019-06-15"))
    screen.type("o")
    screen.press(.ctrl("u"))
    screen.type("Sgt Ali")
    screen.press(.enter)
    #expect(screen.recorder.board.actions.first?.owner == "Sgt Ali")
  }
}
