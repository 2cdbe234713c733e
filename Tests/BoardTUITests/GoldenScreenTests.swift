import BoardModel
import BoardTUI
import Foundation
import ScreenGrid
import TestSupport
import Testing

/// Every view of the chair's screen at three sizes, as pictures in `Tests/Screens`: one file a view.
@Suite("Golden screens") struct GoldenScreenTests {
  /// One view, and the way to it.
  struct View: Sendable, CustomTestStringConvertible {
    let name: String
    var glyphs = GlyphSet.unicode
    var board: @Sendable () throws -> BoardRecorder = { try SampleBoard.stalking() }
    let open: @Sendable (inout ScreenDriver) throws -> Void
    var testDescription: String { name }
  }

  static let sizes = [(80, 24), (200, 60), (40, 12)]
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Screens")
  static let r4 = SampleBoard.reference("stalking-2019/R4")

  static let views: [View] = [
    View(name: "board") { _ in },
    View(name: "board-ascii", glyphs: .ascii) { _ in },
    View(name: "board-console", glyphs: .console) { $0.type("j") },
    View(name: "board-many", board: { try SampleBoard.large(90) }) { $0.type("Gkk") },
    View(name: "board-empty", board: { BoardRecorder(today: "2019-05-16") }) { _ in },
    View(name: "board-complete") { $0.type("3") },
    View(name: "board-compact") { $0.display(1) },
    View(name: "board-comfortable", board: { try SampleBoard.large(90) }) { $0.display(2) },
    View(name: "board-projector") { $0.display(3) },
    View(name: "board-damaged") { $0.receive(.health(banner: "2 damaged lines: run board check", readOnly: nil)) },
    View(name: "board-marked") { $0.type("vv") },
    View(name: "board-filtered") { screen in
      screen.type("/forces")
      screen.press(.enter)
    },
    View(name: "board-nothing-matches") { screen in
      screen.type("/zebra")
      screen.press(.enter)
    },
    View(name: "board-changed-outside") { screen in
      try screen.outside(.move([r4], to: .awaitingNPCC, closing: nil, reason: nil))
      try screen.outside(.assign([SampleBoard.reference("stalking-2019/R3")], owner: "Sgt L. Moss"))
      try screen.outside(.note(SampleBoard.reference("stalking-2019/R1"), text: "read", isPrivate: false))
    },
    View(name: "board-frozen") { screen in
      screen.type("F")
      try screen.outside(.assign([r4], owner: "Sgt L. Moss"))
      screen.type("j")
    },
    View(name: "board-changed-and-refused") { screen in
      screen.type("H")
      screen.type("H")
    },
    View(name: "blank") { $0.type(".") },
    View(name: "card") { screen in
      screen.type("j")
      screen.press(.enter)
    },
    View(name: "card-complete") { screen in
      screen.type("3")
      screen.press(.enter)
    },
    View(name: "card-timeline") { $0.type("jt") },
    View(name: "section-55") { $0.type("5") },
    View(name: "filter") { $0.type("/due:30d -zeb") },
    View(name: "palette") { $0.type(":mov") },
    View(name: "palette-unknown") { screen in
      screen.type(":asign Hale")
      screen.press(.enter)
    },
    View(name: "picker-status") { $0.type("m") },
    View(name: "picker-fields") { $0.type("e") },
    View(name: "picker-quick-filters") { $0.type("f") },
    View(name: "picker-display") { $0.type("O") },
    View(name: "form-complete") { screen in
      screen.type("L")
      screen.press(.tab)
      screen.type("every officer is trained")
      screen.press(.tab)
    },
    View(name: "form-complete-last-field") { screen in
      screen.type("L")
      screen.press(.backTab)
    },
    View(name: "form-due") { screen in
      screen.type("D31 Nov")
      screen.press(.enter)
      screen.type("the course is full")
      screen.press(.enter)
    },
    View(name: "form-add") { $0.type("a") },
    View(name: "confirm") { screen in
      try screen.outside(.assign([SampleBoard.reference("stalking-2019/R3")], owner: "Sgt L. Moss"), as: "Chair")
      screen.type("u")
    },
    View(name: "help") { $0.type("?") },
  ]

  @Test(
    "Every view at every size is as its file shows; RECORD_GOLDEN=1 writes it and still fails",
    arguments: views + meetingViews)
  func golden(view: View) throws {
    var text = ""
    for (columns, rows) in Self.sizes {
      var screen = ScreenDriver(try view.board(), size: (columns, rows), glyphs: view.glyphs)
      try view.open(&screen)
      let frame = screen.state.render()
      let cursor = frame.cursor.map { "cursor at column \($0.column), row \($0.row)" } ?? "no cursor"
      text += "\(columns)x\(rows), \(cursor)\n\(screen.screen)\n\n"
    }
    let file = Self.folder.appendingPathComponent("\(view.name).txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("\(file.lastPathComponent) was written; run again without RECORD_GOLDEN")
    }
    let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(text == kept, "\(view.name) is not as Tests/Screens/\(view.name).txt shows; RECORD_GOLDEN=1 writes it")
  }

  @Test("No file of a view that is gone is left")
  func noneLeft() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set((Self.views + Self.meetingViews).map { "\($0.name).txt" }))
  }
}

extension ScreenDriver {
  /// Chooses the line of the display options with that number.
  mutating func display(_ line: Int) {
    type("O" + String(repeating: "j", count: line))
    press(.enter)
  }
}
