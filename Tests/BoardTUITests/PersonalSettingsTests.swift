import BoardModel
import BoardTUI
import Commands
import ScreenGrid
import TestSupport
import Testing

@Suite("A person's settings on the screen, and the terms of a filter")
struct PersonalSettingsTests {
  private func allowed(_ name: String) -> [String] {
    SettingsTable.rows.first { $0.name == name }?.allowed ?? []
  }

  @Test("The values that the settings allow are those that the screen knows")
  func values() {
    #expect(allowed("theme") == ScreenTheme.allCases.map(\.rawValue))
    #expect(allowed("density") == ["fitting"] + Density.allCases.map(\.rawValue))
  }

  @Test("Theme, density and mouse hold from the start, and O still changes them for the session")
  func taken() throws {
    var screen = ScreenDriver(try SampleBoard.stalking(), size: (120, 40))
    #expect(screen.state.take(theme: .light, density: .compact, usesMouse: true) == [.mouse(true)])
    let compact = screen.screen
    screen.type("O")
    #expect(screen.screen.contains("theme: light (now)"))
    #expect(screen.screen.contains("mouse: off"))
    // The density that was set is the one that is selected; below it is the next one.
    screen.press(.down, .enter)
    #expect(screen.screen != compact)
    #expect(screen.state.take(theme: .standard, density: nil, usesMouse: false).isEmpty)
  }

  @Test(
    "A term finds on the screen what it finds on the shell",
    arguments: [
      "should", "status:awaiting-npcc", "report:stalking-2019", "owner:hale", "addressee:npcc", "kind:afi", "ref:R1",
      "tag:training", "overdue", "due:60d", "due<2019-10-01", "due<=2019-07-10", "due>2019-07-10", "due>=2019-10-10",
      "due:2019-10-10", "no-date", "no-owner", "no-comment", "reopened", "changed:last-meeting", "changed:2019-05-01",
      "-status:awaiting-npcc", "no-owner -kind:afi", "\"should\"",
    ])
  func terms(text: String) throws {
    var screen = ScreenDriver(try SampleBoard.stalking(), size: (160, 50))
    let board = screen.recorder.board
    let found = try Query(parsing: text).items(on: board, today: SampleBoard.today).count
    screen.type("/\(text)")
    screen.press(.enter)
    if found == 0 {
      #expect(screen.screen.contains("nothing matches"), "\(screen.screen)")
    } else {
      #expect(screen.screen.contains("\(found)/\(board.items.count)"), "\(screen.screen)")
    }
  }
}
