import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

/// What the wall makes of the size of its screen.
@Suite struct WallSizeTests {
  /// A screen, and how many pages the fullest column of 45 cards should need on it.
  struct Preset: CustomTestStringConvertible {
    let columns: Int
    let rows: Int
    let pages: Int
    var testDescription: String { "\(columns)x\(rows)" }
  }

  static func references(on wall: WallState) -> Set<String> {
    var seen: Set<String> = []
    for row in rows(of: wall.render().grid) {
      for word in row.split(separator: " ") where word.contains("/R") { seen.insert(String(word)) }
    }
    return seen
  }

  @Test(
    "Every card is shown in the fewest pages that lines can do it in",
    arguments: [
      Preset(columns: 80, rows: 24, pages: 3), Preset(columns: 132, rows: 43, pages: 2),
      Preset(columns: 240, rows: 70, pages: 1), Preset(columns: 100, rows: 60, pages: 1),
    ])
  func fewestPages(preset: Preset) throws {
    var wall = WallTests.wall(try SampleBoard.large(90), size: (preset.columns, preset.rows))
    var seen: Set<String> = []
    for _ in 0..<preset.pages {
      seen.formUnion(Self.references(on: wall))
      _ = wall.update(.pageDown)
    }
    #expect(seen.count == 90)
    #expect(WallTests.screen(wall).contains(" 1 of \(preset.pages)") == (preset.pages > 1))
  }

  @Test("Few cards on a large screen are large and bold; many are one line each")
  func shapes() throws {
    func bold(_ count: Int, _ size: (Int, Int)) throws -> Bool {
      let grid = WallTests.wall(try SampleBoard.large(count), size: size).render().grid
      let row = try #require(rows(of: grid).firstIndex { $0.contains("forces") })
      return grid.row(row).contains { $0.text == "f" && $0.style.attributes.contains(.bold) }
    }
    #expect(try bold(6, (160, 50)))
    #expect(try !bold(90, (160, 50)))
  }

  @Test("A very large screen has a large clock and the counts, in words too; a small one, or a full one, has not")
  func band() throws {
    let stalking = try SampleBoard.stalking()
    let large = WallTests.screen(WallTests.wall(stalking, size: (132, 43)))
    #expect(large.contains("██"))
    // The headings, and the words below the counts.
    #expect(large.components(separatedBy: "Awaiting NPCC").count == 3 && large.contains("overdue"))
    for size in [(80, 24), (80, 43), (132, 30)] {
      #expect(!WallTests.screen(WallTests.wall(stalking, size: size)).contains("██"), "\(size)")
    }
    #expect(!WallTests.screen(WallTests.wall(try SampleBoard.large(70), size: (132, 43))).contains("██"))
  }

  @Test("The clock is drawn in digits of five rows")
  func digits() throws {
    let grid = WallTests.wall(try SampleBoard.stalking(), size: (132, 43)).render().grid
    let drawn = rows(of: grid)[3..<8].map { String($0.prefix(35)).reversed().drop { $0 == " " }.reversed() }
    #expect(
      drawn.map { String($0) } == [
        "   ██    ██████      ██████  ██████", " ████        ██  ██  ██      ██  ██",
        "   ██    ██████      ██████  ██████", "   ██        ██  ██      ██  ██  ██",
        " ██████  ██████      ██████  ██████",
      ])
  }

  @Test("Each hour the whole picture stands a cell further, round a square, and nothing of it is lost")
  func shifts() throws {
    var wall = WallTests.wall(try SampleBoard.stalking(), size: (80, 24))
    func corner() throws -> [Int] {
      let lines = rows(of: wall.render().grid)
      let row = try #require(lines.firstIndex { $0.contains("as of ") })
      return [try #require(lines[row].firstIndex { $0 != " " }).utf16Offset(in: lines[row]), row]
    }
    var places: [[Int]] = []
    for hour in 0..<5 {
      wall.receive(.read(at: WallTests.time(hour * 3600)))
      places.append(try corner())
    }
    #expect(Set(places).count == 4 && places[4] == places[0])
    for (one, next) in zip(places, places.dropFirst()) {
      #expect(abs(one[0] - next[0]) + abs(one[1] - next[1]) == 1, "\(places)")
    }
  }

  @Test("At any size a frame has that size and nothing traps, whatever the state", arguments: [false, true])
  func anySize(isStale: Bool) throws {
    var wall = WallTests.wall(try SampleBoard.large(90))
    if isStale {
      wall.receive(.failed(why: "the board is missing: " + String(repeating: "a long reason ", count: 40)))
      wall.receive(.time(WallTests.time(4000)))
    }
    for columns in [0, 1, 2, 23, 24, 39, 40, 71, 72, 73, 131, 500] {
      for rows in [0, 1, 2, 5, 6, 7, 11, 12, 16, 17, 35, 36, 37, 44, 200] {
        wall.receive(.resized(Size(columns: columns, rows: rows)))
        #expect(wall.render().grid.size == Size(columns: columns, rows: rows))
      }
    }
  }
}
