import Foundation
import TestSupport
import Testing

/// Looking about on the chair's screen: filter, help, sizes.
@Suite struct ScreenViewTests {
  @Test("A filter works as it is typed, is followed with n and N, and goes with Esc")
  func filter() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try terminal.expect("▶R1")
    try terminal.type("/crime", until: "2/8")
    try terminal.expect("Awaiting NPCC  1/5")
    try terminal.type("\r", until: "filter: crime  2/8")
    try terminal.expect("▶R1")
    try terminal.type("n", until: "▶R5")
    try terminal.type("n", until: "▶R1")
    try terminal.type("N", until: "▶R5")
    try terminal.escape(from: "2/8")
    try terminal.expect("Awaiting NPCC  5")
    try terminal.expect("▶R5")
    try terminal.type("/zebra", until: "0/8")
    try terminal.escape(from: "0/8")
    try terminal.type("/due:whenever", until: "due:whenever")
    try terminal.escape(from: "whenever")
    try terminal.quit()
  }

  @Test("Help lists the keys of the view, is searched by typing, and Enter runs the line")
  func help() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try terminal.expect("▶R1")
    try terminal.type("?", until: "open the card")
    try terminal.type("last card", until: "to the last card of the column")
    try terminal.expectGone("open the card")
    try terminal.type("\r", until: "▶R3")
    try terminal.quit()
  }

  @Test("A card opens whole with its timeline, and Esc never quits")
  func card() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try terminal.expect("▶R1")
    try terminal.type("\r", until: "Chief officer's comments (5)(b)")
    try terminal.type("t", until: "added to the board")
    try terminal.escape(from: "Esc back")
    try terminal.type("n", until: "there is no filter to follow")
    try terminal.escape(from: "there is no filter to follow")
    try terminal.type("j", until: "▶R3")
    try terminal.quit()
  }

  @Test("The screen follows every size down to 1×1 and back, with the selection on its card")
  func sizes() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try binary.screen()
    try terminal.expect("▶R1")
    try terminal.type("j", until: "▶R3")
    terminal.settle()
    terminal.resize(columns: 40, rows: 12)
    try terminal.expect("NPCC 5  Force 2  Complete 1")
    terminal.settle()
    for (columns, rows) in [(20, 5), (5, 2), (1, 1)] {
      terminal.resize(columns: columns, rows: rows)
      #expect(terminal.receive(milliseconds: 10_000), "nothing was drawn at \(columns)×\(rows)")
      terminal.settle()
    }
    terminal.resize(columns: 200, rows: 60)
    try terminal.expect("day 37 of 56")
    try terminal.expect("q quit")
    terminal.settle()
    terminal.resize(columns: 80, rows: 24)
    try terminal.expect("▶R3")
    try terminal.quit()
  }
}
