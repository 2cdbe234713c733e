import BoardModel
import BoardTUI
import Commands
import Foundation
import ScreenGrid
import TestSupport
import Testing

@Suite("The key table") struct KeyTableTests {
  /// A screen in a view where every key of that view has something to do.
  static func screen(in view: KeyView) throws -> ScreenDriver {
    let isLow = [.card, .help, .meeting, .summary].contains(view)
    var screen = ScreenDriver(try meetingBoard(), size: (80, isLow ? 12 : 24))
    if view == .meeting {
      screen.type("M")
      repeat { screen.press(.pageDown) } while screen.screen.contains("Awaiting NPCC")
    }
    if view != .meeting {
      screen.type("/thing")
      screen.press(.enter)
      screen.type("Gkkkkkkkkkkkkkkkkkkkk")
    }
    // Two changes and an undo, so that there is something to undo and to redo.
    for owner in ["Hale", "Moss"] {
      screen.press(.character("o"), .ctrl("a"), .ctrl("k"))
      screen.type(owner)
      screen.press(.enter)
    }
    screen.type("u")
    switch view {
    case .board, .wall: break
    case .meeting:
      screen.type("j")
      try screen.outside(.assign([SampleBoard.reference("custody-2018/R5")], owner: "Ali"))
    case .agenda: screen.type("Majjj")
    case .since:
      screen.type("s")
      screen.press(.pageDown)
      screen.type("jjj")
    case .summary:
      screen.type("M")
      screen.type("M")
      screen.press(.enter, .enter, .enter)
      screen.type("jjj")
    case .section55:
      screen.press(.escape)
      screen.type("5jjjjjjjjj")
    case .palette:
      screen.type(":move complete --")
      screen.press(.left)
    case .blank: screen.type(".")
    case .card:
      screen.press(.enter)
      screen.type("jjj")
    case .filter:
      screen.type("/ do")
      screen.press(.left, .left, .left)
    case .form:
      screen.type("wsome words")
      screen.press(.left, .left, .left)
    case .picker: screen.type("mj")
    case .confirm:
      try screen.outside(.assign([SampleBoard.reference("custody-2018/R5")], owner: "Ali"), as: "Chair")
      screen.type("u")
    case .help:
      screen.type("?card")
      screen.press(.down)
    }
    try #require(screen.state.view == (view == .wall ? .board : view))
    return screen
  }

  /// A board of 90 cards with a meeting on.
  static func meetingBoard() throws -> BoardRecorder {
    var recorder = try SampleBoard.large(90)
    let agenda = recorder.board.proposedAgenda(on: SampleBoard.today, before: SampleBoard.day("2019-07-11"))
    try recorder.run(.meeting(.start(id: "2019-05-16", title: "May", on: SampleBoard.today, agenda: agenda)))
    return recorder
  }

  static let rows: [(KeyView, KeyBinding)] = KeyView.allCases.filter { $0 != .wall }.flatMap { view in
    KeyTable.bindings(of: view).map { (view, $0) }
  }

  @Test("lists only keys that do something, and the keys of a row do the same", arguments: rows)
  func everyRowWorks(view: KeyView, binding: KeyBinding) throws {
    let before = try Self.screen(in: view)
    var results: [(Frame, [Effect])] = []
    for name in binding.keys {
      var screen = before
      screen.press(try #require(Key.named(name), "\(name) is no key"))
      let effects = Array(screen.effects.dropFirst(before.effects.count))
      let frame = screen.state.render()
      #expect(frame != before.state.render() || !effects.isEmpty, "\(name) does nothing (\(view))")
      #expect(screen.state.notice?.kind != .refusal, "\(name): \(screen.state.notice?.text ?? "")")
      results.append((frame, effects))
    }
    for result in results.dropFirst() {
      #expect(result.0 == results[0].0)
      #expect(result.1 == results[0].1)
    }
  }

  @Test("gives a key one meaning in a view", arguments: KeyView.allCases)
  func keysAreUnique(view: KeyView) {
    let names = KeyTable.bindings(of: view).flatMap(\.keys)
    #expect(names.count == Set(names).count)
    #expect(names.allSatisfy { Key.named($0) != nil })
  }

  @Test("puts at most eight keys into a footer, and one at least", arguments: KeyView.allCases.filter { $0 != .wall })
  func footersAreShort(view: KeyView) {
    #expect((1...8).contains(KeyTable.footer(of: view).count))
  }

  @Test("names every action that there is")
  func everyActionHasAKey() {
    let bound = Set(KeyView.allCases.flatMap { KeyTable.bindings(of: $0).map(\.action) })
    #expect(Set(KeyAction.allCases).subtracting(bound).map(\.rawValue).sorted() == [])
  }

  @Test("is what docs/keys.md says; RECORD_GOLDEN=1 writes it")
  func documentIsFresh() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appendingPathComponent("docs/keys.md")
    let found = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try KeyTable.markdown.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(found == KeyTable.markdown)
  }
}
