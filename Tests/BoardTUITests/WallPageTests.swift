import BoardTUI
import Foundation
import ScreenGrid
import TestSupport
import Testing

/// The pictures of `docs/wall.md` are what the wall draws.
@Suite struct WallPageTests {
  static let page = BoardBinary.root.appendingPathComponent("docs/wall.md")

  /// What a picture's name asks for: a size, or a board that is missing.
  private func picture(_ name: String) throws -> [String] {
    let recorder = try SampleBoard.stalking()
    let size = name == "missing" ? [80, 12] : name.split(separator: "x").compactMap { Int($0) }
    try #require(size.count == 2)
    var wall = WallTests.wall(recorder, size: (size[0], size[1]))
    if name == "missing" {
      wall.receive(.failed(why: "the board is missing: moved, or its disk is not mounted (/srv/coordination.board)"))
      wall.receive(.time(WallTests.time(750)))
    }
    return rows(of: wall.render().grid).map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  @Test("docs/wall.md shows what the wall draws at each size; RECORD_GOLDEN=1 writes it anew and still fails")
  func pictures() throws {
    let kept = try String(contentsOf: Self.page, encoding: .utf8)
    var text: [String] = []
    var isInPicture = false
    var count = 0
    for line in kept.components(separatedBy: "\n") {
      if isInPicture, line != "```" { continue }
      isInPicture = line.hasPrefix("```text wall ")
      text.append(line)
      guard isInPicture else { continue }
      text += try picture(String(line.dropFirst("```text wall ".count)))
      count += 1
    }
    #expect(count == 4)
    let drawn = text.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(drawn.utf8).write(to: Self.page)
      Issue.record("docs/wall.md was written anew; run again without RECORD_GOLDEN")
    }
    #expect(drawn == kept, "docs/wall.md is not what the wall draws; RECORD_GOLDEN=1 writes it anew")
  }
}
