import Foundation
import TestSupport
import Testing

/// Changes made on the chair's screen: recorded, shown, taken back.
@Suite struct ScreenChangeTests {
  @Test("A card moved, undone and redone on the screen is in the log with names, and goes back from a shell as well")
  func moveAndBack() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try terminal.expect("▶R1")
    try terminal.type("H", until: "Force action  1")
    try terminal.expect("moved stalking-2019/R1: Force action → Awaiting NPCC")
    try terminal.expect("u to undo")
    try terminal.expect("▶R1")
    try terminal.type("u", until: "Force action  2")
    try terminal.expect("undid “moved stalking-2019/R1: Force action → Awaiting")
    try terminal.expect("C-r to redo")
    try terminal.type("\u{12}", until: "Force action  1")
    try terminal.expect("redid")
    try terminal.quit()

    let log = try binary.run("log").output
    for words in ["moved stalking-2019/R1", "undid", "redid", "K. Ali"] {
      #expect(log.contains(words), "“\(words)” is not in the log:\n\(log)")
    }

    let again = try binary.screen()
    try again.expect("Force action  1")
    #expect(try binary.run("undo").status == 0)
    try again.expect("Force action  2", seconds: 3)
    try again.expect("K. Ali undid")
    try again.quit()
  }

  @Test("To complete asks for ground, words and evidence, and says what is missing")
  func complete() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try terminal.expect("▶R1")
    try terminal.type("L", until: "Ground")
    try terminal.type("\r", until: "▶ What was done")
    try terminal.type("Policy changed", until: "Policy changed")
    try terminal.type("\r", until: "▶ Evidence")
    try terminal.type("\r", until: "▶ No evidence because")
    try terminal.type("\r", until: "▶ National part")
    terminal.send("\r")
    try #require(
      terminal.wait { $0.contains("▶ Evidence") || $0.contains("▶ No evidence") },
      "without evidence the form stays, at the field that is missing:\n\(terminal.screen.picture)")
    #expect(try binary.run("list", "status:complete", "--json").jsonItems == ["stalking-2019/R4"])
    if terminal.screen.contains("▶ No evidence") { try terminal.type("\u{1b}[Z", until: "▶ Evidence") }
    try terminal.type("Order of 2 May", until: "Order of 2 May")
    try terminal.type("\r", until: "▶ No evidence because")
    try terminal.type("\r", until: "▶ National part")
    try terminal.type("\r", until: "Complete  2")
    try terminal.expect("u to undo")
    try terminal.quit()
    let shown = try binary.run("show", "R1", "--json").output
    #expect(shown.contains("Policy changed"))
    #expect(shown.contains("Order of 2 May"))
    #expect(shown.contains("\"complete\""))
  }

  @Test("What was not done in this session is asked about before it is undone; Enter is yes, Esc is no")
  func undoOfAnEarlierSession() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let first = try binary.screen()
    try first.expect("▶R1")
    try first.type("H", until: "Force action  1")
    try first.expect("u to undo")
    try first.quit()

    let second = try binary.screen()
    try second.expect("Force action  1")
    try second.type("u", until: "Undo “moved stalking-2019/R1: Force action")
    try second.expect("Enter yes")
    try second.escape(from: "Esc no")
    try second.expect("Force action  1")
    try second.type("u", until: "Undo “moved stalking-2019/R1: Force action")
    try second.type("\r", until: "Force action  2")
    try second.quit()
    #expect(try binary.run("list", "status:force-action", "--json").jsonItems.count == 2)
  }

  @Test("Changes from a shell are on the screen within a second, in words, and the selection stays on its card")
  func outsideChanges() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try terminal.expect("▶R1")
    try terminal.type("j", until: "▶R3")
    #expect(try binary.run("move", "R1", "awaiting-npcc", "--as", "L. Moss").status == 0)
    try terminal.expect("Force action  1", seconds: 3)
    try terminal.expect("MOVED")
    try terminal.expect("L. Moss moved stalking-2019/R1")
    try terminal.expect("▶R3")
    #expect(try binary.run("note", "R3", "Read by the Board", "--as", "P. Quaye").status == 0)
    try terminal.expect("EDITED", seconds: 3)
    try terminal.expect("P. Quaye added a note to stalking-2019/R3")
    try terminal.expect("▶R3")
    try terminal.quit()
  }

  @Test("While another process holds the lock keys work on, “saving” is shown, and the change lands afterwards")
  func slowLock() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try terminal.expect("▶R1")
    let lock = open(binary.board + "/lock", O_RDWR | O_CLOEXEC)
    try #require(lock >= 0)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX) == 0)
    let start = ContinuousClock.now
    try terminal.type("H", until: "saving…")
    try terminal.type("3", until: "▶R4")
    try terminal.type("?", until: "search:")
    try terminal.escape(from: "Esc back")
    try terminal.expect("▶R4")
    while ContinuousClock.now - start < .seconds(1) { terminal.receive(milliseconds: 50) }
    #expect(try binary.run("list", "status:force-action", "--json").jsonItems.count == 2)
    try #require(flock(lock, LOCK_UN) == 0)
    try terminal.expect("moved stalking-2019/R1")
    try terminal.expectGone("saving…")
    #expect(try binary.run("list", "status:force-action", "--json").jsonItems.count == 1)
    try terminal.quit()
  }
}

extension BoardBinary.Result {
  /// The references of an item list.
  var jsonItems: [String] {
    (json?["items"] as? [[String: Any]])?.compactMap { $0["ref"] as? String } ?? []
  }
}
