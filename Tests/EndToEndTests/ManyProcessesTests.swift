import Foundation
import TestSupport
import Testing

/// Several processes on one store: what was acknowledged is there.
@Suite struct ManyProcessesTests {
  @Test("Forty processes at once, each noting or moving: forty acknowledged, forty present")
  func forty() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    try #require(try binary.run("init", binary.board).status == 0)
    try #require(try binary.run("import", PaperTests.sample.path, "--yes").status == 0)
    let running = try (0..<40).map { index in
      let actor = "Officer \(index)"
      return index.isMultiple(of: 2)
        ? try binary.start(["note", "R\(index % 7 + 1)", "note number \(index) of forty", "--as", actor])
        : try binary.start(["assign", "R\(index % 7 + 1)", "Owner \(index)", "--as", actor])
    }
    let results = try running.map { try $0.finish() }
    #expect(results.allSatisfy { $0.status == 0 }, "\(results.map(\.errors).filter { !$0.isEmpty })")
    let log = try binary.run("log", "--json")
    let changes = try #require(log.json?["changes"] as? [[String: Any]])
    #expect(changes.count == 41)
    let actors = Set(changes.compactMap { $0["by"] as? String ?? $0["actor"] as? String })
    for index in 0..<40 { #expect(actors.contains("Officer \(index)")) }
    #expect(try binary.run("check", "--strict").status == 0)
  }

  @Test("kill -9 during 200 appends: every acknowledged one is present and the next command works")
  func kills() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    try #require(try binary.run("init", binary.board).status == 0)
    try #require(try binary.run("import", PaperTests.sample.path, "--yes").status == 0)
    var random = SeededRandom(seed: 7)
    var acknowledged: [Int] = []
    for index in 0..<200 {
      let run = try binary.start(["note", "R1", "append <\(index)>"])
      if index.isMultiple(of: 3) {
        usleep(UInt32.random(in: 0..<4000, using: &random))
        run.kill()
      }
      if try run.finish().status == 0 { acknowledged.append(index) }
    }
    #expect(acknowledged.count >= 133)
    #expect(try binary.run("note", "R1", "after all").status == 0)
    let shown = try binary.run("show", "R1", "--json").output
    for index in acknowledged { #expect(shown.contains("append <\(index)>"), "acknowledged \(index) is gone") }
    #expect(shown.contains("after all"))
    #expect(try binary.run("check").status == 0)
  }
}
