import BoardCLI
import BoardModel
import BoardStore
import SystemCalls
import TestSupport
import Testing

@Suite struct SampleBoardTests {
  /// The sample board, made as `board demo` makes it, on the real file system.
  private func sample(_ body: (Board) throws -> Void) throws {
    let world = World(system: HostSystem())
    let demo = try DemoBoard.make(world: world)
    defer { demo.remove(world: world) }
    let today = demo.today
    #expect(today.description == "2019-05-16")
    try body(try Store.open(at: demo.path, mode: .readOnly, seam: HostSystem()).board)
  }

  @Test("The sample board holds three reports and thirty items, one past meeting, a slip and a reopened item")
  func holds() throws {
    try sample { board in
      #expect(board.reports.map(\.key) == ["crime-2018", "custody-2019", "stalking-2019"])
      #expect(board.items.count == 30)
      #expect(board.meetings.map(\.hasEnded) == [true])
      #expect(board.items.filter { $0.slips > 0 }.map(\.reference.description) == ["crime-2018/R2"])
      #expect(board.items.filter { $0.reopened > 0 }.map(\.reference.description) == ["crime-2018/R5"])
    }
  }

  @Test("The past meeting has an agenda, an outcome for each item, and two open actions, one of them overdue")
  func meeting() throws {
    try sample { board in
      let meeting = try #require(board.lastMeeting)
      #expect(meeting.agenda.map(\.name) == ["R5", "R2", "R7", "R10"].map { "crime-2018/\($0)" })
      #expect(board.decisions(of: meeting).map(\.outcome) == [.reopened, .dateRevised, .noted, .actionSet])
      let today = CalendarDay(daysSinceEpoch: 18_032)
      #expect(board.actionLog.map { $0.overdueDays(on: today) } == [13, nil])
      #expect(board.mattersArising(for: nil).count == 2)
    }
  }

  @Test("On its day the stalking report has 12 gaps and 19 days left; the two older reports are answered in full")
  func clocks() throws {
    try sample { board in
      let states = board.section55(today: CalendarDay(daysSinceEpoch: 18_032))
      #expect(states.map(\.report).first == "stalking-2019")
      #expect(states.map(\.statutoryGaps.count) == [12, 0, 0])
      #expect(states.first?.clock?.daysLeft == 19)
    }
  }

  @Test("Making the sample board leaves nothing behind once it is removed")
  func removed() throws {
    let world = World(system: HostSystem())
    let demo = try DemoBoard.make(world: world)
    let path = demo.path
    demo.remove(world: world)
    #expect(throws: StoreError.noBoard(path: path)) {
      try Store.open(at: path, mode: .readOnly, seam: HostSystem())
    }
  }
}
