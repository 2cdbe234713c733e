import Foundation
import TestSupport
import Testing

/// `board demo` on terminals of all kinds.
@Suite struct ScreenStartTests {
  /// One terminal and what must be on it.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    var columns = 80
    var rows = 24
    var environment: [String: String] = [:]
    let shows: [String]
    var testDescription: String { name }
  }

  static let wide = ["19 left", "Awaiting NPCC", "Force action", "Complete", "q quit", "? help"]
  static let narrow = ["19 left", "NPCC 10", "Force 14", "Complete 6", "q quit"]
  static let plain = ["LC_ALL": "C", "LANG": "C"]

  static let rows: [Row] = [
    Row(name: "80×24", shows: wide + ["▶cri/R5"]),
    Row(name: "200×60", columns: 200, rows: 60, shows: wide + ["▶ cri/R5", "day 37 of 56"]),
    Row(name: "40×12", columns: 40, rows: 12, shows: narrow + ["▶cri/R5"]),
    Row(name: "80×24 in the C locale", environment: plain, shows: wide + [">cri/R5"]),
    Row(name: "200×60 in the C locale", columns: 200, rows: 60, environment: plain, shows: wide),
    Row(name: "40×12 in the C locale", columns: 40, rows: 12, environment: plain, shows: narrow),
    Row(name: "a locale that is not installed", environment: ["LC_ALL": "de_DE"], shows: wide),
    Row(name: "NO_COLOR", environment: ["NO_COLOR": "1"], shows: wide),
    Row(name: "TERM=screen", environment: ["TERM": "screen"], shows: wide),
    Row(name: "TERM=tmux", environment: ["TERM": "tmux"], shows: wide),
    Row(name: "TERM=linux", environment: ["TERM": "linux"], shows: wide),
    Row(name: "TERM=vt100", environment: ["TERM": "vt100"], shows: wide),
  ]

  @Test("The sample board opens on any terminal, and leaves it sane and nothing behind", arguments: rows)
  func opens(row: Row) throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let terminal = try binary.screen(["demo"], columns: row.columns, rows: row.rows, environment: row.environment)
    for text in row.shows { try terminal.expect(text) }
    try terminal.expect("Elsewhere: export")
    #expect(try binary.demoBoards().count == 1)
    try terminal.quit()
    #expect(try binary.demoBoards() == [])
  }

  @Test("In the C locale every byte drawn is ASCII")
  func ascii() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let terminal = try binary.screen(["demo"], environment: Self.plain)
    try terminal.expect("19 left")
    try terminal.type("\r", until: "Chief officer's comments")
    try terminal.escape(from: "Esc back")
    try terminal.type("?", until: "search:")
    #expect(terminal.received.allSatisfy { $0 < 0x80 })
  }

  @Test("With NO_COLOR no colour is sent, and bold and reverse stay")
  func noColor() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let terminal = try binary.screen(["demo"], environment: ["NO_COLOR": "1"])
    try terminal.expect("19 left")
    try terminal.expect("q quit")
    let looks = terminal.looksSent
    #expect(looks.filter { (30...49).contains($0) || (90...107).contains($0) } == [])
    #expect(looks.contains(1))
    #expect(looks.contains(7))
  }

  @Test(
    "A terminal that cannot show a screen is refused with 69 and a sentence that names the way out",
    arguments: ["dumb", "no-such-terminal"])
  func refused(name: String) throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let terminal = try binary.screen(["demo"], environment: ["TERM": name])
    #expect(terminal.waitForExit() == .status(69))
    #expect(terminal.screen.contains(name))
    try terminal.expect("board list")
    #expect(terminal.isInLineMode)
    #expect(try binary.demoBoards() == [])
  }
}
