import BoardModel
import BoardTUI
import Commands
import ScreenGrid
import TestSupport
import Testing

@Suite("The wall") struct WallTests {
  /// A moment so many seconds after 13:58:00.
  static func time(_ seconds: Int) -> WallTime {
    let second = 13 * 3600 + 58 * 60 + seconds
    return WallTime(clock(second: second % 86_400, day: second / 86_400), uptime: 1000 + seconds)
  }

  /// A second of the sample's day, or so many days after it.
  static func clock(second: Int, day: Int = 0) -> WallClock {
    WallClock(
      day: SampleBoard.today.adding(days: day), hour: second / 3600, minute: second / 60 % 60, second: second % 60)
  }

  static let lastChange = WallState.LastChange(at: clock(second: 13 * 3600 + 57 * 60), by: "K. Ali")

  static func wall(
    _ recorder: BoardRecorder, size: (Int, Int) = (100, 24), change: (inout WallState.Options) -> Void = { _ in }
  ) -> WallState {
    var options = WallState.Options()
    change(&options)
    var wall = WallState(
      today: SampleBoard.today, now: time(0), size: Size(columns: size.0, rows: size.1), glyphs: .unicode,
      options: options)
    wall.receive(
      .board(
        recorder.board, changes: recorder.changes.suffix(1), last: lastChange, at: time(0)))
    return wall
  }

  static func screen(_ wall: WallState) -> String { rows(of: wall.render().grid).joined(separator: "\n") }

  @Test("says as of when it is right, who changed it last, and the clocks")
  func header() throws {
    let screen = Self.screen(Self.wall(try SampleBoard.stalking()))
    #expect(screen.contains("as of 13:58:00, last change 13:57 by K. Ali"))
    #expect(screen.contains("s55 stalking-2019 day 37 of 56 · 19 left · 12 gaps"))
    #expect(screen.contains("OVERDUE 3 days"))
  }

  @Test("pages long columns in turn, by itself and by key, and shows every card")
  func paging() throws {
    var wall = Self.wall(try SampleBoard.large(90), size: (100, 25))
    #expect(Self.screen(wall).contains("page 1 of 3"))
    #expect(Self.screen(wall).contains("next page in 15 s"))
    wall.receive(.time(Self.time(14)))
    #expect(Self.screen(wall).contains("page 1 of 3"))
    wall.receive(.read(at: Self.time(15)))
    #expect(Self.screen(wall).contains("page 2 of 3"))
    #expect(wall.update(.pageDown).isEmpty)
    #expect(Self.screen(wall).contains("page 3 of 3"))
    _ = wall.update(.pageUp)
    _ = wall.update(.pageUp)
    var seen: Set<String> = []
    for _ in 0..<3 {
      for row in rows(of: wall.render().grid) {
        for word in row.split(separator: " ") where word.contains("/R") { seen.insert(String(word)) }
      }
      _ = wall.update(.pageDown)
    }
    #expect(seen.count == 90)
  }

  @Test("shows every card on a narrow screen too, one column after the other")
  func narrowPaging() throws {
    var wall = Self.wall(try SampleBoard.large(60), size: (40, 12))
    var seen: Set<String> = []
    for _ in 0..<20 {
      for row in rows(of: wall.render().grid) {
        for word in row.split(separator: " ") where word.contains("/R") { seen.insert(String(word)) }
      }
      _ = wall.update(.pageDown)
    }
    #expect(seen.count == 60)
  }

  @Test("after 10 seconds without a good read says so in reverse, with the reason, and keeps the board, dimmed")
  func stale() throws {
    var wall = Self.wall(try SampleBoard.stalking())
    wall.receive(.failed(why: "the store is missing"))
    wall.receive(.time(Self.time(9)))
    #expect(!wall.isStale)
    wall.receive(.time(Self.time(10)))
    #expect(wall.isStale)
    let grid = wall.render().grid
    let text = rows(of: grid)
    let banner = try #require(text.firstIndex { $0.contains("NOT UPDATED SINCE 13:58 · 10 s · the store is missing") })
    #expect(
      grid.row(banner).dropLast().allSatisfy {
        $0.style.attributes.contains(.reverse) && !$0.style.attributes.contains(.dim)
      })
    let card = try #require(text.firstIndex { $0.contains("Chief constables should stop") })
    #expect(grid.row(card).dropLast().allSatisfy { $0.style.attributes.contains(.dim) })
    wall.receive(.read(at: Self.time(12)))
    #expect(!wall.isStale)
    #expect(!Self.screen(wall).contains("NOT UPDATED"))
  }

  @Test("without any good read says that it waits, and why")
  func neverRead() throws {
    var wall = WallState(
      today: SampleBoard.today, now: Self.time(0), size: Size(columns: 80, rows: 24), glyphs: .ascii,
      options: WallState.Options())
    #expect(Self.screen(wall).contains("waiting for the board"))
    wall.receive(.failed(why: "no board at /srv/x.board"))
    #expect(Self.screen(wall).contains("NOT READ YET - no board at /srv/x.board"))
  }

  @Test("says it when lines are damaged, and when it is too small to say more")
  func damage() throws {
    var wall = Self.wall(try SampleBoard.stalking())
    wall.receive(.damage("2 damaged lines: run board check"))
    #expect(Self.screen(wall).contains("2 damaged lines: run board check"))
    wall.receive(.resized(Size(columns: 20, rows: 4)))
    #expect(Self.screen(wall).contains("Too small"))
    for (columns, rows) in [(1, 1), (0, 0), (300, 2), (24, 9)] {
      wall.receive(.resized(Size(columns: columns, rows: rows)))
      #expect(wall.render().grid.size == Size(columns: columns, rows: rows))
    }
  }

  @Test("marks what changed for five minutes, and holds nothing of it afterwards")
  func marks() throws {
    var wall = Self.wall(try SampleBoard.stalking())
    #expect(Self.screen(wall).contains("MOVED ←"))
    wall.receive(.read(at: Self.time(60)))
    #expect(Self.screen(wall).contains("MOVED"))
    wall.receive(.read(at: Self.time(300)))
    #expect(!Self.screen(wall).contains("MOVED"))
  }

  @Test("leaves out officers' names in public")
  func isPublic() throws {
    var recorder = try SampleBoard.stalking()
    try recorder.run(.note(SampleBoard.reference("stalking-2019/R3"), text: "the victim moved", isPrivate: true))
    let wall = Self.wall(recorder, size: (160, 50)) { $0.isPublic = true }
    let screen = Self.screen(wall)
    for name in ["Ali", "Hale", "Moss", "victim moved", "no owner"] { #expect(!screen.contains(name), "\(name)") }
    #expect(screen.contains("last change 13:57"))
    #expect(screen.contains("EDITED"))
  }

  @Test("ignores all keys but its own; a kiosk does not even quit")
  func keys() throws {
    let recorder = try SampleBoard.large(90)
    let own = Set(KeyTable.bindings(of: .wall).flatMap(\.keys).compactMap { Key.named($0) })
    var wall = Self.wall(recorder)
    let before = wall.render()
    for key in Key.all where !own.contains(key) {
      #expect(wall.update(key).isEmpty)
      #expect(wall.render() == before, "\(key)")
    }
    for binding in KeyTable.bindings(of: .wall) {
      for name in binding.keys {
        var pressed = wall
        let effects = pressed.update(try #require(Key.named(name)))
        #expect(effects == (binding.action == .quit ? [.quit] : []), "\(name)")
        #expect(binding.action == .quit || pressed.render() != before, "\(name)")
      }
    }
    var kiosk = Self.wall(recorder) { $0.isKiosk = true }
    #expect(kiosk.update(.character("q")).isEmpty)
    #expect(kiosk.update(.ctrl("c")).isEmpty)
    #expect(!Self.screen(kiosk).contains("quit"))
  }
}
