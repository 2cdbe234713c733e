import Foundation
import TestSupport
import Testing

/// The wall as a service on a console, as docs/wall.md sets it up.
@Suite struct WallServiceTests {
  /// The words behind a key of the unit on the page.
  private func unit(_ key: String) throws -> [String] {
    let lines = try WallTroubleTests.page().split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix("\(key)=") })
    return line.dropFirst(key.count + 1).split(separator: " ").map(String.init)
  }

  @Test("The command of the unit in docs/wall.md starts a wall on a Linux console, lit, that no key ends")
  func unitStarts() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    var words = try unit("ExecStart")
    #expect(words.first == "/usr/local/bin/board")
    let place = try #require(words.firstIndex(of: "--board"))
    #expect(words[place + 1].hasPrefix("/srv/"))
    words[place + 1] = binary.board
    var variables: [String: String] = [:]
    for setting in try unit("Environment") {
      let parts = setting.split(separator: "=").map(String.init)
      variables[parts[0]] = parts[1]
    }
    #expect(variables["TERM"] == "linux")
    let terminal = try binary.screen(Array(words.dropFirst()), columns: 128, rows: 48, environment: variables)
    try terminal.expect("as of ")
    let sent = String(decoding: terminal.received, as: UTF8.self)
    for code in ["\u{1b}[13]", "\u{1b}[9;0]", "\u{1b}[14;0]"] { #expect(sent.contains(code)) }
    #expect(!sent.contains("…") && !sent.contains("⚠"), "the console's fonts have no such characters")
    terminal.send("q\(PseudoTerminal.interrupt)\(PseudoTerminal.suspend)\u{1c}\u{4}q")
    terminal.settle(milliseconds: 300)
    #expect(terminal.process.map { kill($0, 0) } == 0)
    #expect(try binary.run("move", "R1", "awaiting-npcc").status == 0)
    try terminal.expect("MOVED")
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() != nil)
    terminal.expectSane()
  }

  @Test("Every flag of `board wall` is explained in docs/wall.md")
  func flags() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let help = try binary.run("wall", "--help").output
    let page = try WallTroubleTests.page()
    for flag in ["--kiosk", "--public", "--page-seconds N", "--ascii"] {
      #expect(help.contains(flag.prefix { $0 != " " }) && page.contains("| `\(flag)` |"), "\(flag)")
    }
  }

  /// What ends a wall without a key.
  enum End: CaseIterable { case closed, hangup, terminate }

  @Test("When its terminal hangs up, and when it is told to, it is gone within a second", arguments: End.allCases)
  func ends(end: End) throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen(["wall", "--kiosk"], columns: 120, rows: 40)
    try terminal.expect("as of ")
    let start = ContinuousClock.now
    switch end {
    case .closed: terminal.hangUp()
    case .hangup: terminal.signal(SIGHUP)
    case .terminate: terminal.signal(SIGTERM)
    }
    #expect(terminal.waitForExit(seconds: 20) != nil)
    #expect(ContinuousClock.now - start < .seconds(1))
  }
}
