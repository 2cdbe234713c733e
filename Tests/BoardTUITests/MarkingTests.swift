import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Marked cards") struct MarkingTests {
  static let names = ["stalking-2019/R2", "stalking-2019/R3", "stalking-2019/R4"]

  /// R3, R4 and R2 marked, the first three of Force action.
  static func screen() throws -> ScreenDriver {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("2gvv")
    screen.press(.character(" "))
    return screen
  }

  @Test("are said in a line and in marks, and Esc takes them away")
  func shown() throws {
    var screen = try Self.screen()
    #expect(screen.rows[22].contains("3 marked: the next change is for all"))
    #expect(screen.rows[3].contains("▶") == false)
    #expect(screen.rows[3].contains("*"))
    screen.type("k")
    #expect(screen.screen.contains("MARKED"))
    screen.press(.escape)
    #expect(!screen.screen.contains("marked"))
    screen.type("v")
    screen.type("k")
    screen.type("v")
    #expect(!screen.screen.contains("2 marked"))
  }

  @Test(
    "take the next change together, as one undo step, and are unmarked then",
    arguments: ["H", "mk\n", "oMoss\n", "D2019-12-01\nfull\n", "wcall\n\n", "L\nall done\nseen\n\n\n", "cnoted\n"])
  func together(keys: String) throws {
    var screen = try Self.screen()
    let before = screen.recorder.changes.count
    for character in keys { screen.press(character == "\n" ? .enter : .character(character)) }
    #expect(screen.recorder.changes.count == before + 1, "\(keys)")
    let change = try #require(screen.recorder.changes.last)
    #expect(Set(change.entities.map(\.name)) == Set(Self.names))
    #expect(!screen.screen.contains("marked"))
    screen.type("u")
    #expect(screen.recorder.changes.last?.kind == .undo)
    #expect(Set(screen.recorder.changes.last?.entities.map(\.name) ?? []) == Set(Self.names))
  }

  @Test("that the filter hides are left alone, and the line says so")
  func hidden() throws {
    var screen = try Self.screen()
    screen.type("/training course")
    screen.press(.ctrl("u"))
    screen.type("owner:hale")
    screen.press(.enter)
    #expect(screen.rows[22].contains("3 marked, 2 hidden by the filter and left alone"))
    screen.type("H")
    #expect(screen.recorder.changes.last?.entities.map(\.name) == ["stalking-2019/R2"])
    #expect(screen.status("stalking-2019/R3") == .forceAction)
  }

  @Test("in several columns are moved by m, not by H and L")
  func severalColumns() throws {
    var screen = try Self.screen()
    screen.type("1gvL")
    #expect(screen.state.notice?.kind == .refusal)
    #expect(screen.state.notice?.text.contains("several columns") == true)
    screen.type("mk")
    screen.press(.home)
    screen.press(.escape)
    #expect(screen.rows[22].contains("4 marked"))
  }
}
