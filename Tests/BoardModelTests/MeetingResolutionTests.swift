import BoardModel
import TestSupport
import Testing

@Suite("What a meeting decides, and what that changes")
struct MeetingResolutionTests {
  static let reference = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(1))
  static let item = EntityReference.item(reference)
  static let id = "2019-05-16"

  static func day(_ text: String) -> CalendarDay { CalendarDay(text) ?? CalendarDay(daysSinceEpoch: 0) }

  static func meeting() throws -> BoardRecorder {
    var recorder = try BoardRecorder.stalking()
    let agenda = (1...4).map {
      EntityReference.item(ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber($0)))
    }
    try recorder.run(.meeting(.start(id: id, title: "May", on: day("2019-05-16"), agenda: agenda)))
    return recorder
  }

  static func resolution(_ outcome: MeetingOutcome) -> MeetingResolution {
    MeetingResolution(item, outcome, at: id)
  }

  @Test("Closed moves the card and records the outcome as one change, and one undo takes both back")
  func closed() throws {
    var recorder = try Self.meeting()
    var closed = Self.resolution(.closed)
    #expect(throws: BoardError.missing(.ground, of: Self.item)) {
      try recorder.run(try closed.command(on: recorder.board))
    }
    closed.closing = Command.ClosingWords(ground: .done, reason: "in force", evidence: "Order of 2 May")
    let change = try #require(try recorder.run(try closed.command(on: recorder.board)))
    #expect(
      change.description(on: recorder.board)
        == "decided on stalking-2019/R1: closed; moved stalking-2019/R1: Force action → Complete")
    #expect(recorder.board.item(Self.reference)?.status == .complete)
    let meeting = try #require(recorder.board.openMeeting)
    #expect(recorder.board.decisions(of: meeting).map(\.outcome) == [.closed])
    try recorder.undo()
    #expect(recorder.board.item(Self.reference)?.status == .forceAction)
    #expect(recorder.board.decisions(about: Self.item).isEmpty)
    try recorder.redo()
    #expect(recorder.board.item(Self.reference)?.status == .complete)
    #expect(recorder.board.decisions(about: Self.item).count == 1)
  }

  @Test("An item that is already as decided is left as it is")
  func already() throws {
    var recorder = try Self.meeting()
    let reopened = try #require(try recorder.run(try Self.resolution(.reopened).command(on: recorder.board)))
    #expect(reopened.kind == .decide)
    try recorder.run(.due([Self.reference], Self.day("2019-12-01"), reason: "agreed"))
    #expect(try recorder.run(try Self.resolution(.dateRevised).command(on: recorder.board))?.kind == .decide)
  }

  @Test("A revised date is asked for, and goes with the outcome")
  func revised() throws {
    var recorder = try Self.meeting()
    var revised = Self.resolution(.dateRevised)
    #expect(throws: BoardError.missing(.date, of: Self.item)) { try revised.command(on: recorder.board) }
    revised.due = Self.day("2019-12-01")
    revised.reason = "the course is full"
    let change = try #require(try recorder.run(try revised.command(on: recorder.board)))
    #expect(change.kind == .due && change.reason == "the course is full")
    #expect(recorder.board.item(Self.reference)?.due == Self.day("2019-12-01"))
    #expect(recorder.board.item(Self.reference)?.slips == 1)
  }

  @Test("An action set and its outcome are one change")
  func action() throws {
    var recorder = try Self.meeting()
    var set = Self.resolution(.actionSet)
    set.action = MeetingCommand.NewAction(
      text: "write", owner: "Hale", due: Self.day("2019-06-01"), about: Self.item, meeting: Self.id)
    try recorder.run(try set.command(on: recorder.board))
    #expect(recorder.board.actions.map(\.text) == ["write"])
    #expect(recorder.board.decisions(about: Self.item).map(\.outcome) == [.actionSet])
    try recorder.undo()
    #expect(recorder.board.actions.isEmpty && recorder.board.decisions(about: Self.item).isEmpty)
  }

  @Test("A decision recorded wrongly is corrected in its place, and its words with it")
  func corrected() throws {
    var recorder = try Self.meeting()
    var first = Self.resolution(.noted)
    first.text = "Heard."
    let wrong = try #require(try recorder.run(try first.command(on: recorder.board)))
    var right = Self.resolution(.agreed)
    right.correcting = wrong.id
    right.text = "that it be agreed"
    let change = try #require(try recorder.run(try right.command(on: recorder.board)))
    #expect(
      change.description(on: recorder.board) == "corrected the outcome on stalking-2019/R1: noted → agreed")
    let decisions = recorder.board.decisions(about: Self.item)
    #expect(decisions.map(\.outcome) == [.agreed] && decisions.map(\.text) == ["that it be agreed"])
    try recorder.undo()
    #expect(recorder.board.decisions(about: Self.item).map(\.text) == ["Heard."])
    right.correcting = ChangeID(replica: 9, sequence: 9, nonce: 9)
    #expect(throws: BoardError.unknownChange("9-0000")) {
      try recorder.run(try right.command(on: recorder.board))
    }
  }

  @Test("An interrupted meeting goes on at its last decision, or behind its last mark")
  func place() throws {
    var recorder = try Self.meeting()
    func item(_ number: Int) -> EntityReference {
      .item(ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(number)))
    }
    #expect(recorder.board.openMeeting?.place == .start)
    try recorder.run(.meeting(.mark(item(1), .discussed, at: Self.id)))
    #expect(recorder.board.openMeeting?.place == .at(item(2)))
    try recorder.run(.meeting(.decide(item(2), .noted, at: Self.id)))
    #expect(recorder.board.openMeeting?.place == .at(item(2)))
    try recorder.run(.meeting(.mark(item(4), .skipped, at: Self.id)))
    #expect(recorder.board.openMeeting?.place == .at(item(3)))
    try recorder.undo()
    #expect(recorder.board.openMeeting?.place == .at(item(2)))
    try recorder.redo()
    try recorder.run(.meeting(.mark(item(3), .discussed, at: Self.id)))
    #expect(recorder.board.openMeeting?.place == .end)
  }

  @Test("A meeting is counted, and what was decided counts as discussed")
  func tally() throws {
    var recorder = try Self.meeting()
    try recorder.run(try Self.resolution(.noted).command(on: recorder.board))
    let meeting = try #require(recorder.board.openMeeting)
    #expect(
      MeetingTally(of: meeting, on: recorder.board).words
        == "1 discussed, 1 decision, 0 skipped, 0 actions set, 3 not reached")
  }

  @Test("Since the last meeting each item is new, moved, edited, or unchanged for so many meetings")
  func since() throws {
    var recorder = try Self.meeting()
    #expect(SinceLastMeeting(recorder.board).words(Self.item) == "NEW")
    try recorder.run(.meeting(.end(id: Self.id, on: Self.day("2019-05-16"))))
    try recorder.run(.meeting(.start(id: "2019-07-11", title: "July", on: Self.day("2019-07-11"))))
    try recorder.run(.meeting(.end(id: "2019-07-11", on: Self.day("2019-07-11"))))
    #expect(SinceLastMeeting(recorder.board).words(Self.item) == "UNCHANGED 2 meetings")
    try recorder.run(.assign([Self.reference], owner: "Hale"))
    #expect(SinceLastMeeting(recorder.board).words(Self.item) == "EDITED owner")
    try recorder.run(.move([Self.reference], to: .awaitingNPCC, closing: nil, reason: nil))
    #expect(SinceLastMeeting(recorder.board).words(Self.item) == "MOVED ←Force action")
    let since = SinceLastMeeting(recorder.board)
    #expect(since.unchanged.count == 7 && since.unchanged.allSatisfy { $0.meetings == 2 })
  }
}
