import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Moving cards") struct MovingTests {
  /// A screen with one card selected.
  static func screen(on name: String) throws -> ScreenDriver {
    var screen = ScreenDriver(try SampleBoard.stalking())
    let columns = ["1", "2", "3"]
    for column in columns where screen.selected != name {
      screen.type(column + "g")
      for _ in 0..<6 where screen.selected != name { screen.type("j") }
    }
    try #require(screen.selected == name)
    return screen
  }

  @Test("H moves at once where no rule asks for words, the selection goes along, and u takes it back")
  func moveAndUndo() throws {
    var screen = try Self.screen(on: "stalking-2019/R4")
    screen.type("H")
    #expect(screen.status("stalking-2019/R4") == .awaitingNPCC)
    #expect(screen.selected == "stalking-2019/R4")
    #expect(screen.state.selectedColumn == 0)
    let notice = try #require(screen.state.notice)
    #expect(notice.text.hasPrefix("moved stalking-2019/R4: Force action → Awaiting NPCC"))
    #expect(notice.wayBack == "u to undo")
    #expect(screen.rows[22].hasSuffix("u to undo"))
    screen.type("u")
    #expect(screen.state.view == .board)
    #expect(screen.status("stalking-2019/R4") == .forceAction)
    #expect(screen.selected == "stalking-2019/R4")
    #expect(screen.state.notice?.text.hasSuffix("of Chair · 16 May 2019") == true)
    #expect(screen.state.notice?.wayBack == "C-r to redo")
    screen.press(.ctrl("r"))
    #expect(screen.status("stalking-2019/R4") == .awaitingNPCC)
  }

  @Test("Shift-arrows move like H and L")
  func shiftArrows() throws {
    var screen = try Self.screen(on: "stalking-2019/R4")
    screen.press(.shiftLeft)
    #expect(screen.status("stalking-2019/R4") == .awaitingNPCC)
    screen.press(.shiftRight)
    #expect(screen.status("stalking-2019/R4") == .forceAction)
  }

  @Test("A card at the edge says that it cannot go further")
  func edge() throws {
    var screen = try Self.screen(on: "stalking-2019/R1")
    screen.type("H")
    #expect(screen.state.notice?.kind == .refusal)
    #expect(screen.state.notice?.text.contains("first column") == true)
    #expect(screen.effects.isEmpty)
  }

  @Test("To complete asks for ground, words and evidence, says what is missing, and records all of it")
  func complete() throws {
    var screen = try Self.screen(on: "stalking-2019/R4")
    screen.type("L")
    #expect(screen.state.view == .form)
    screen.press(.enter, .enter, .enter, .enter, .enter)
    #expect(screen.screen.contains("say what was done, or why nothing is"))
    screen.type("every officer is trained")
    screen.press(.enter, .enter, .enter, .enter)
    #expect(screen.screen.contains("name the evidence, or say why there is none"))
    #expect(screen.effects.isEmpty)
    screen.type("the training record")
    screen.press(.enter, .enter, .right, .enter)
    let item = try #require(screen.state.board.item(SampleBoard.reference("stalking-2019/R4")))
    #expect(item.status == .complete)
    #expect(item.closure == Closure(ground: .done, reason: "every officer is trained", nationalOpen: true))
    #expect(item.record.entries(.evidence).map(\.text) == ["the training record"])
    #expect(screen.selected == "stalking-2019/R4")
    #expect(screen.state.selectedColumn == 2)
  }

  @Test("Evidence and the reason for none exclude each other")
  func evidenceAndNone() throws {
    var screen = try Self.screen(on: "stalking-2019/R4")
    screen.type("L")
    screen.press(.tab)
    screen.type("done")
    screen.press(.tab)
    screen.type("a record")
    screen.press(.tab)
    screen.type("none")
    screen.press(.enter, .enter)
    #expect(screen.screen.contains("the reason for none must stay empty"))
    #expect(screen.effects.isEmpty)
  }

  @Test("Back from complete asks for the reason")
  func reopen() throws {
    var screen = try Self.screen(on: "stalking-2019/R7")
    screen.type("H")
    #expect(screen.state.view == .form)
    screen.press(.enter)
    #expect(screen.screen.contains("say why it is open again"))
    screen.type("the lead has left")
    screen.press(.enter)
    #expect(screen.status("stalking-2019/R7") == .forceAction)
    #expect(screen.recorder.changes.last?.reason == "the lead has left")
    #expect(screen.screen.contains("reopened"))
  }

  @Test("m picks the status, and leaves the card where it is on Esc")
  func pick() throws {
    var screen = try Self.screen(on: "stalking-2019/R4")
    screen.type("m")
    screen.press(.escape)
    #expect(screen.effects.isEmpty)
    screen.type("mk")
    screen.press(.enter)
    #expect(screen.status("stalking-2019/R4") == .awaitingNPCC)
  }

  @Test("Two quick presses count from where the card is going, not from where it was")
  func quickPresses() throws {
    var screen = try Self.screen(on: "stalking-2019/R4")
    screen.isAnswering = false
    screen.type("HH")
    #expect(screen.effects.count == 1)
    #expect(screen.state.notice?.text.contains("first column") == true)
    screen.receive(.saving)
    screen.press(.down)
    #expect(screen.screen.contains("saving…"))
  }

  @Test("An older change, or one made elsewhere under the same name, is undone only after asking")
  func foreignUndo() throws {
    var screen = try Self.screen(on: "stalking-2019/R4")
    let command = Command.assign([SampleBoard.reference("stalking-2019/R5")], owner: "Hale")
    try screen.outside(command, as: "Chair")
    screen.type("u")
    #expect(screen.state.view == .confirm)
    let question = screen.rows.joined(separator: " ").split { " │┌┐└┘─".contains($0) }.joined(separator: " ")
    #expect(question.contains("Undo “assigned stalking-2019/R5: awaiting allocation → Hale” by Chair on 16 May 2019"))
    #expect(question.contains("not made on this screen?"))
    screen.press(.escape)
    #expect(!screen.effects.contains { if case .undo = $0 { true } else { false } })
    screen.type("u")
    screen.press(.enter)
    #expect(screen.state.board.item(SampleBoard.reference("stalking-2019/R5"))?.owner == nil)
  }

  @Test("With nothing of one's own to undo or redo, says so")
  func nothingToUndo() throws {
    var screen = try Self.screen(on: "stalking-2019/R4")
    screen.type("u")
    #expect(screen.state.notice?.text.contains("nothing by Chair is left to undo") == true)
    screen.type("U")
    #expect(screen.state.notice?.text.contains("nothing undone by Chair") == true)
  }

  @Test("J and K order the cards within their column")
  func order() throws {
    var screen = try Self.screen(on: "stalking-2019/R4")
    screen.type("J")
    #expect(screen.selected == "stalking-2019/R4")
    screen.type("k")
    #expect(screen.selected == "stalking-2019/R2")
    screen.type("K")
    screen.type("K")
    #expect(screen.state.notice?.text.contains("first of its column") == true)
    screen.type("j")
    #expect(screen.selected == "stalking-2019/R3")
  }

  @Test("A read-only board refuses every change and says why")
  func readOnly() throws {
    var screen = try Self.screen(on: "stalking-2019/R4")
    screen.receive(.health(banner: nil, readOnly: "the disk is full"))
    for key in "HLmoDwrcpVJKuU" {
      screen.type(String(key))
      #expect(screen.state.notice?.text == "nothing can be changed: the disk is full", "\(key)")
      #expect(screen.state.view == .board)
    }
    #expect(screen.effects.isEmpty)
    #expect(screen.screen.contains("read-only: the disk is full"))
  }
}
