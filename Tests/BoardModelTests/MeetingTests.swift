import BoardModel
import TestSupport
import Testing

@Suite("Meetings and their actions")
struct MeetingTests {
  private static func reference(_ number: Int) -> ItemReference {
    ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(number))
  }
  private static func item(_ number: Int) -> EntityReference { .item(reference(number)) }

  private static func day(_ text: String) -> CalendarDay { CalendarDay(text) ?? CalendarDay(daysSinceEpoch: 0) }

  /// A meeting that is on, with an agenda of R1 and R2, and one action of it.
  private static func meeting() throws -> (recorder: BoardRecorder, action: ChangeID) {
    var recorder = try BoardRecorder.stalking()
    try recorder.run(
      .meeting(.start(id: "2019-05-16", title: "May", on: day("2019-05-16"), agenda: [item(1), item(2)])))
    let action = try #require(try recorder.run(.meeting(.addAction(Self.action))))
    return (recorder, action.id)
  }

  private static var action: MeetingCommand.NewAction {
    MeetingCommand.NewAction(
      text: "write to the lead", owner: "DCI Hale", due: day("2019-06-20"), about: item(2), meeting: "2019-05-16")
  }

  @Test("A meeting keeps its agenda in order, what was discussed and skipped, and its outcomes")
  func kept() throws {
    var (recorder, _) = try Self.meeting()
    try recorder.run(.meeting(.mark(Self.item(1), .skipped, at: "2019-05-16")))
    try recorder.run(.meeting(.decide(Self.item(3), .agreed, text: "that it be done", at: "2019-05-16")))
    let meeting = try #require(recorder.board.openMeeting)
    #expect(meeting.agenda == [Self.item(1), Self.item(2)])
    #expect(meeting.course == [Self.item(1), Self.item(2), Self.item(3)])
    #expect(meeting.progress(of: Self.item(1)) == .skipped)
    #expect(meeting.progress(of: Self.item(2)) == nil)
    #expect(meeting.progress(of: Self.item(3)) == .discussed)
    let decisions = recorder.board.decisions(of: meeting)
    #expect(decisions.map(\.outcome) == [.agreed])
    #expect(decisions == recorder.board.decisions(about: Self.item(3)))
    #expect(decisions.first?.text == "that it be done")
    // Skipped first, taken up later: the last mark counts, and the same mark again is no change.
    try recorder.run(.meeting(.mark(Self.item(1), .discussed, at: "2019-05-16")))
    #expect(recorder.board.openMeeting?.progress(of: Self.item(1)) == .discussed)
    #expect(try recorder.run(.meeting(.mark(Self.item(1), .discussed, at: "2019-05-16"))) == nil)
  }

  /// Changes at the meeting, each made with the id of its action.
  static let changes: [(name: String, command: @Sendable (ChangeID) -> MeetingCommand)] = [
    ("agenda", { _ in .setAgenda([item(3)], of: "2019-05-16") }),
    ("discussed", { _ in .mark(item(1), .discussed, at: "2019-05-16") }),
    ("skipped", { _ in .mark(item(1), .skipped, at: "2019-05-16") }),
    ("decision", { _ in .decide(item(1), .noted, text: "Heard.", assurance: "Partial.", at: "2019-05-16") }),
    ("end", { _ in .end(id: "2019-05-16", on: day("2019-05-16"), assurance: "Full.", next: day("2019-07-11")) }),
    ("action", { _ in .addAction(action) }),
    ("action done", { .finishAction($0, on: day("2019-05-20"), result: "Sent.") }),
    ("action postponed", { .reviseAction($0, due: day("2019-07-01"), reason: "leave") }),
    ("action handed over", { .assignAction($0, owner: "Sgt Ali") }),
  ]

  @Test("every change at a meeting can be taken back and put back", arguments: changes)
  func undone(name: String, command: @Sendable (ChangeID) -> MeetingCommand) throws {
    var (recorder, action) = try Self.meeting()
    let before = Self.values(recorder.board)
    let change = try #require(try recorder.run(.meeting(command(action))))
    #expect(!change.description(on: recorder.board).contains("changed"), "\(name)")
    let after = Self.values(recorder.board)
    #expect(after != before, "\(name)")
    try recorder.undo()
    #expect(Self.values(recorder.board) == before, "\(name)")
    try recorder.redo()
    #expect(Self.values(recorder.board) == after, "\(name)")
  }

  @Test("The beginning of a meeting is not unmade once somebody has decided something at it")
  func inUse() throws {
    var (recorder, _) = try Self.meeting()
    let start = try #require(recorder.changes.first { $0.kind == .meeting })
    try recorder.run(.meeting(.decide(Self.item(1), .noted, at: "2019-05-16")), as: "B. Shah")
    #expect(throws: BoardError.self) { try recorder.undo(start.id) }
    #expect(recorder.board.openMeeting?.id == "2019-05-16")
  }

  @Test("Two copies that act and decide without seeing each other keep both, and nothing is contested")
  func concurrent() throws {
    var (recorder, _) = try Self.meeting()
    var board = recorder.board
    let seen = board
    var lamport = UInt64(recorder.changes.count + 1)
    for replica in [UInt64(1), 2] {
      for command in [
        MeetingCommand.addAction(Self.action), .decide(Self.item(1), .agreed, at: "2019-05-16"),
        .mark(Self.item(2), .discussed, at: "2019-05-16"),
      ] {
        let id = ChangeID(replica: replica, sequence: UInt32(lamport), nonce: 9)
        let draft = try seen.plan(.meeting(command), as: id)
        board.apply(
          Change(
            id: id, lamport: lamport, at: 0, on: recorder.today, actor: "P\(replica)", login: "p",
            meeting: "2019-05-16",
            kind: draft.kind, reason: draft.reason, reverses: nil, operations: draft.operations))
        lamport += 1
      }
    }
    recorder.today = recorder.today.adding(days: 1)
    let meeting = try #require(board.openMeeting)
    #expect(board.actions.count == 3)
    #expect(board.decisions(of: meeting).count == 2)
    #expect(meeting.progress(of: Self.item(2)) == .discussed)
    #expect(board.records.allSatisfy { $0.contestedFields.isEmpty })
  }

  @Test("A second meeting cannot begin while one is on, and ids are never given out twice")
  func oneAtATime() throws {
    var (recorder, _) = try Self.meeting()
    #expect(throws: BoardError.meetingIsOn(id: "2019-05-16", title: "May")) {
      try recorder.run(.meeting(.start(id: "2019-05-16-2", title: "Again", on: Self.day("2019-05-16"))))
    }
    try recorder.run(.meeting(.end(id: "2019-05-16", on: Self.day("2019-05-16"))))
    #expect(recorder.board.meetingID(on: Self.day("2019-05-16")) == "2019-05-16-2")
    #expect(throws: BoardError.unknownMeeting("x", known: ["2019-05-16"])) { try recorder.board.resolveMeeting("x") }
    #expect(try recorder.board.resolveMeeting("last").id == "2019-05-16")
  }

  @Test("The action log shows open ones first, the earliest first, and says how each stands on a day")
  func log() throws {
    var (recorder, first) = try Self.meeting()
    var early = Self.action
    early.due = Self.day("2019-05-13")
    let second = try #require(try recorder.run(.meeting(.addAction(early)))).id
    let third = try #require(try recorder.run(.meeting(.addAction(early)))).id
    try recorder.run(.meeting(.finishAction(third, on: Self.day("2019-05-14"))))
    #expect(recorder.board.actionLog.map(\.id) == [second, first, third])
    let today = Self.day("2019-05-16")
    #expect(
      recorder.board.actionLog.map { $0.state(on: today) } == [
        "OVERDUE 3 days", "due 20 June 2019", "done 14 May 2019",
      ])
    #expect(recorder.board.actionLog.map { $0.overdueDays(on: today) } == [3, nil, nil])
    #expect(try recorder.board.resolveAction(first.short).id == first)
    #expect(throws: BoardError.unknownAction("99", open: [first.short, second.short])) {
      try recorder.board.resolveAction("99")
    }
  }

  @Test("Matters arising are the open actions of earlier meetings and those finished since the last one")
  func arising() throws {
    var (recorder, open) = try Self.meeting()
    let done = try #require(try recorder.run(.meeting(.addAction(Self.action)))).id
    try recorder.run(.meeting(.end(id: "2019-05-16", on: Self.day("2019-05-16"))))
    #expect(recorder.board.mattersArising(for: recorder.board.lastMeeting).isEmpty)
    try recorder.run(.meeting(.finishAction(done, on: Self.day("2019-06-01"))))
    #expect(recorder.board.mattersArising(for: nil).map(\.id) == [open, done])
    try recorder.run(.meeting(.start(id: "2019-07-11", title: "July", on: Self.day("2019-07-11"))))
    var new = Self.action
    new.meeting = "2019-07-11"
    try recorder.run(.meeting(.addAction(new)))
    #expect(recorder.board.mattersArising(for: recorder.board.openMeeting).map(\.id) == [open, done])
    try recorder.run(.meeting(.end(id: "2019-07-11", on: Self.day("2019-07-11"))))
    // Reported in July: in September only what is still open arises.
    #expect(recorder.board.mattersArising(for: nil).map(\.id).contains(done) == false)
    #expect(recorder.board.mattersArising(for: nil).count == 2)
  }

  @Test("An agenda that nobody gave: reports whose period ends, then what is overdue or due, then what was deferred")
  func proposed() throws {
    var recorder = try BoardRecorder.stalking()
    let today = Self.day("2019-05-16")
    #expect(recorder.board.nextMeetingDay(after: today) == Self.day("2019-07-11"))
    try recorder.run(.due([Self.reference(3)], Self.day("2019-06-30"), reason: "r"))
    try recorder.run(.due([Self.reference(5)], Self.day("2019-05-01"), reason: "r"))
    try recorder.run(.due([Self.reference(6)], Self.day("2019-07-11"), reason: "r"))
    let report = EntityReference.report("stalking-2019")
    func agenda(_ next: String) -> [EntityReference] {
      recorder.board.proposedAgenda(on: today, before: Self.day(next))
    }
    #expect(agenda("2019-07-11") == [report, Self.item(5), Self.item(3)])
    #expect(agenda("2019-06-04") == [Self.item(5)])
    try recorder.run(.meeting(.start(id: "2019-05-16", title: "May", on: today, next: Self.day("2019-06-06"))))
    try recorder.run(.meeting(.decide(Self.item(7), .deferred, at: "2019-05-16")))
    try recorder.run(.meeting(.end(id: "2019-05-16", on: today)))
    #expect(recorder.board.nextMeetingDay(after: today) == Self.day("2019-06-06"))
    #expect(agenda("2019-06-04") == [Self.item(5), Self.item(7)])
  }

  /// Every register that has a value or a writer.
  private static func values(_ board: Board) -> [String] {
    board.records.flatMap { record in
      record.registers.filter { $0.value != nil || $0.writer != .none }
        .map { "\(record.entity) \($0.key) \($0.value ?? "-")" }
    }.sorted()
  }
}
