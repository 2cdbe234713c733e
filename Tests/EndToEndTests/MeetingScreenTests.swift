import Foundation
import TestSupport
import Testing

/// Meetings on the chair's screen as a program, on the board of the sample paper.
@Suite struct MeetingScreenTests {
  /// Begins a meeting about the report, and stands on its first item.
  private func begin(_ terminal: PseudoTerminal, agenda: String = "stalking kind:rec") throws {
    try terminal.expect("q quit")
    try terminal.type("M", until: "A meeting begins")
    terminal.send("\r\r\r")
    try terminal.type(agenda, until: agenda)
    try terminal.type("\r", until: "not begun")
    try terminal.type("\r", until: "1 of ")
    try terminal.expect("began meeting 2019-05-16")
  }

  @Test("A meeting from its start to its minutes, every change of it in the journal under its id")
  func whole() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try begin(terminal)
    try terminal.type("x", until: "2 of 7")
    try terminal.expect("u to undo")
    try terminal.type("da", until: "▶ agreed")
    try terminal.type("\r", until: "Words of the minute")
    try terminal.type("that the pilot go on\r\r", until: "✓ DISCUSSED")
    try terminal.type("A", until: "What is to be done")
    try terminal.type("write to the lead\r", until: "▶ By whom")
    try terminal.type("DCI Hale\r", until: "▶ By which day")
    try terminal.type("\r", until: "set action")
    try terminal.type("\u{1b}[6~", until: "3 of 7")
    try terminal.type("X", until: "4 of 7")
    try terminal.type("w", until: "Note on")
    try terminal.type("a quiet word\r", until: "▶ Who may see it")
    try terminal.type("p", until: "(*) private")
    try terminal.type("\r", until: "private note")
    try terminal.type("G", until: "End of 7")
    try terminal.expect("1 skipped")
    try terminal.type("M", until: "The meeting ends")
    let path = binary.directory.appendingPathComponent("minutes-2019-05-16").path
    try terminal.expect("minutes-2019-05-16")
    terminal.send("\r\r")
    try terminal.type("\r", until: "The meeting is over")
    try terminal.expect("2 discussed, 1 decision, 1 skipped, 1 action set")
    try terminal.expect("minutes-2019-05-16.md")
    let text = try String(contentsOfFile: path + ".txt", encoding: .utf8)
    let markdown = try String(contentsOfFile: path + ".md", encoding: .utf8)
    #expect(text.contains("RESOLVED – that the pilot go on."))
    #expect(markdown.contains("**Action** – DCI Hale to write to the lead"))
    #expect(!text.contains("quiet word") && !markdown.contains("quiet word"))
    #expect(try binary.run("minutes").output == text)
    try terminal.escape(from: "Esc back")
    try terminal.quit()
    let log = try binary.run("log", "--json").json?["changes"] as? [[String: Any]] ?? []
    let own = log.filter { ["decide", "action", "note"].contains($0["kind"] as? String ?? "") }
    #expect(own.count == 3 && own.allSatisfy { $0["meeting"] as? String == "2019-05-16" })
  }

  @Test("A meeting whose screen was killed goes on where it was, and minutes that are there are left alone")
  func killed() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let first = try binary.screen()
    try begin(first)
    try first.type("x", until: "2 of 7")
    try first.expect("u to undo")
    try first.type("x", until: "3 of 7")
    try first.expect("marked stalking-2019/R2 as discussed")
    first.signal(SIGKILL)
    _ = first.waitForExit()

    let second = try binary.screen()
    try second.expect("3 of 7")
    try second.type("M", until: "2 discussed, 0 skipped")
    try second.expect("stalking-2019/R3")
    let kept = binary.directory.appendingPathComponent("minutes-2019-05-16.txt")
    try Data("kept".utf8).write(to: kept)
    try second.type("M", until: "The meeting ends")
    terminalEnds(second)
    try second.expect("is there already")
    #expect(try String(contentsOf: kept, encoding: .utf8) == "kept")
    try second.type("w", until: "Minutes of meeting")
    try second.type("\r", until: "left alone")
    try second.type("r", until: "(*) replaced")
    try second.type("\r", until: "The minutes are in")
    #expect(try String(contentsOf: kept, encoding: .utf8).contains("RESOLVED") == false)
    #expect(try String(contentsOf: kept, encoding: .utf8).contains("Discussed."))
    try second.escape(from: "Esc back")
    try second.quit()
  }

  private func terminalEnds(_ terminal: PseudoTerminal) {
    for key in ["\r", "\r", "\r"] {
      terminal.send(key)
      terminal.settle(milliseconds: 100)
    }
  }

  @Test("What an officer's shell does in the middle is announced, waits, and is taken in with i")
  func officer() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try begin(terminal)
    #expect(try binary.run("assign", "R1", "Sgt Ali", "--as", "L. Moss").status == 0)
    try terminal.expect("L. Moss assigned stalking-2019/R1")
    #expect(terminal.screen.contains("awaiting allocation"))
    #expect(try binary.run("note", "R2", "Read.", "--as", "P. Quaye").status == 0)
    try terminal.expect("2 changes wait")
    try terminal.type("da\r\r\r", until: "✓ DISCUSSED")
    #expect(terminal.screen.contains("2 changes wait"))
    try terminal.type("i", until: "Sgt Ali")
    try terminal.expectGone("changes wait")
    #expect(try binary.run("meeting", "end", "--as", "L. Moss").status == 0)
    try terminal.expect("L. Moss ended meeting 2019-05-16")
    try terminal.type("i", until: "Awaiting NPCC")
    try terminal.quit()
  }

  @Test("A second meeting begins with what the first one set, and shows what changed since")
  func second() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    for line in [
      ["meeting", "start", "March", "--today", "2019-04-20"],
      ["action", "add", "write to the lead", "--owner", "Hale", "--due", "2019-05-10", "--today", "2019-04-20"],
      ["meeting", "end", "--today", "2019-04-20"], ["assign", "R1", "Sgt Ali"],
    ] {
      #expect(try binary.start(line).finish().status == 0)
    }
    let terminal = try binary.screen()
    try terminal.expect("q quit")
    try terminal.type("M", until: "A meeting begins")
    try terminal.type("\r\r\r\r", until: "First 1 matter")
    try terminal.type("\r", until: "Matters arising from the last action log")
    try terminal.expect("OVERDUE 6 days")
    try terminal.type("x", until: "What came of it")
    try terminal.type("Written.\r\r", until: "done 16 May 2019")
    try terminal.type("s", until: "EDITED owner")
    try terminal.expect("UNCHANGED 1 meeting")
    try terminal.escape(from: "UNCHANGED 1 meeting")
    try terminal.expect("Matters arising from")
    try terminal.escape(from: "Matters arising from")
    try terminal.quit()
    #expect(try binary.run("actions").output.contains("done 16 May 2019"))
  }

  @Test("board --as-at shows the board as it was, says so, and refuses every change")
  func past() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    #expect(try binary.run("move", "R1", "awaiting-npcc", "--today", "2019-05-17").status == 0)
    let terminal = try binary.screen(["--as-at", "2019-05-16"])
    try terminal.expect("AS AT 16 May 2019")
    try terminal.expect("read-only: this is the board as at 16 May 2019")
    try terminal.expect("Force action  2")
    try terminal.type("H", until: "nothing can be changed: this is the board as at 16 May 2019")
    try terminal.type("t", until: "added to the board")
    #expect(!terminal.screen.contains("Force action → Awaiting NPCC"))
    try terminal.escape(from: "Esc back")
    #expect(try binary.run("assign", "R1", "Sgt Ali").status == 0)
    terminal.settle(milliseconds: 400)
    #expect(!terminal.screen.contains("Sgt Ali"))
    try terminal.quit()
    #expect(try binary.run("list", "status:force-action", "--json").jsonItems.count == 1)
    #expect(try binary.run("--as-at", "2019-05-16", "--json").jsonItems.count == 8)
  }
}
