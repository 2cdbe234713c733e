import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

/// The wall and time: how old the board is, midnight, clocks that are set.
@Suite struct WallClockTests {
  private func wall() throws -> WallState { WallTests.wall(try SampleBoard.stalking()) }

  /// A reading of the clock that was set, so many seconds of the steady clock after 13:58.
  private func time(_ hour: Int, _ minute: Int, day: Int = 0, uptime: Int) -> WallTime {
    WallTime(WallTests.clock(second: hour * 3600 + minute * 60, day: day), uptime: 1000 + uptime)
  }

  @Test("Before the banner, the header says how long ago the board was read; the banner counts on")
  func age() throws {
    var wall = try wall()
    wall.receive(.failed(why: "gone"))
    wall.receive(.time(WallTests.time(3)))
    #expect(!WallTests.screen(wall).contains(" ago"))
    wall.receive(.time(WallTests.time(6)))
    #expect(WallTests.screen(wall).contains("as of 13:58:00, 6 s ago"))
    for (seconds, words) in [(59, "59 s"), (600, "10 min"), (7200, "2 h"), (200_000, "2 days")] {
      wall.receive(.time(WallTests.time(seconds)))
      #expect(WallTests.screen(wall).contains("NOT UPDATED SINCE"), "\(seconds)")
      #expect(WallTests.screen(wall).contains("· \(words) ·"), "\(seconds)")
    }
  }

  @Test("A reason that is longer than the screen is wide is wrapped, not cut")
  func longReason() throws {
    var wall = WallTests.wall(try SampleBoard.stalking(), size: (60, 24))
    wall.receive(
      .failed(why: "the board is missing: moved, or its disk is not mounted (/srv/shared/coordination.board)"))
    wall.receive(.time(WallTests.time(60)))
    let words = rows(of: wall.render().grid)[2...4].joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("13:58") && words.contains("(/srv/shared/coordination.board)"), "\(words)")
  }

  @Test("Pages go on turning, and say in how many seconds, while the board is old")
  func pagesWhileStale() throws {
    var wall = WallTests.wall(try SampleBoard.large(90))
    wall.receive(.failed(why: "gone"))
    wall.receive(.time(WallTests.time(11)))
    let before = WallTests.screen(wall)
    #expect(before.contains("next page in 4 s"))
    wall.receive(.time(WallTests.time(15)))
    #expect(WallTests.screen(wall).contains("page 2 of"))
  }

  @Test("A clock that is set forward or back makes no board old, and no old board new")
  func jumps() throws {
    var wall = try wall()
    for (hour, day) in [(18, 0), (3, -2), (13, 400)] {
      wall.receive(.time(time(hour, 0, day: day, uptime: 5)))
      #expect(!wall.isStale, "\(hour)")
    }
    wall.receive(.failed(why: "gone"))
    for (hour, day) in [(13, 0), (3, -2), (13, 400)] {
      wall.receive(.time(time(hour, 0, day: day, uptime: 11)))
      #expect(wall.isStale, "\(hour)")
      #expect(WallTests.screen(wall).contains("· 11 s ·"))
    }
  }

  @Test("After midnight, what happened yesterday is told with its day, and the days to come are one fewer")
  func midnight() throws {
    var wall = WallTests.wall(try SampleBoard.stalking(), size: (132, 30))
    #expect(WallTests.screen(wall).contains("last change 13:57 by"))
    #expect(WallTests.screen(wall).contains("OVERDUE 3 days"))
    wall.receive(.read(at: time(0, 1, day: 1, uptime: 36_180)))
    wall.receive(.tick(today: SampleBoard.today.adding(days: 1)))
    #expect(WallTests.screen(wall).contains("as of 00:01:00, last change 16 May 13:57 by"))
    #expect(WallTests.screen(wall).contains("OVERDUE 4 days"))
    wall.receive(.failed(why: "gone"))
    wall.receive(.time(time(0, 3, day: 2, uptime: 122_000)))
    #expect(WallTests.screen(wall).contains("NOT UPDATED SINCE 17 May 00:01"))
  }

  @Test("That the store was replaced, or is back, is told for five minutes")
  func notices() throws {
    var wall = try wall()
    wall.receive(.replaced("the board was replaced"))
    #expect(WallTests.screen(wall).contains("13:58 the board was replaced"))
    wall.receive(.read(at: WallTests.time(299)))
    #expect(WallTests.screen(wall).contains("the board was replaced"))
    wall.receive(.read(at: WallTests.time(300)))
    #expect(!WallTests.screen(wall).contains("the board was replaced"))
    wall.receive(.failed(why: "gone"))
    wall.receive(.time(WallTests.time(600)))
    wall.receive(.read(at: WallTests.time(720)))
    #expect(WallTests.screen(wall).contains("14:10 up to date again, after 7 min"))
  }

  @Test("What is overdue stands first, before what was ranked by hand")
  func overdueFirst() throws {
    var recorder = try SampleBoard.stalking()
    try recorder.run(.rank([SampleBoard.reference("stalking-2019/R2"): 1]))
    let lines = rows(of: WallTests.wall(recorder, size: (160, 50)).render().grid)
    let late = try #require(lines.firstIndex { $0.contains("R3 Rec") })
    let ranked = try #require(lines.firstIndex { $0.contains("R2 Rec") })
    #expect(late < ranked)
  }
}
