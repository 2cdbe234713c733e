import BoardModel
import TestSupport
import Testing

@Suite struct MoveTests {
  let first = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(1))

  func closing(evidence: String? = "Audit of May") -> Command.ClosingWords {
    Command.ClosingWords(ground: .done, reason: "Policy adopted", evidence: evidence)
  }

  @Test(
    "To complete needs a ground, words and evidence",
    arguments: [
      (Command.ClosingWords(), BoardError.Requirement.ground),
      (Command.ClosingWords(ground: .done), .reason),
      (Command.ClosingWords(ground: .done, reason: " \n"), .reason),
      (Command.ClosingWords(ground: .done, reason: "Adopted"), .evidence),
    ])
  func completeNeedsWords(closing: Command.ClosingWords, missing: BoardError.Requirement) throws {
    var recorder = try BoardRecorder.stalking()
    #expect(throws: BoardError.missing(missing, of: .item(first))) {
      try recorder.run(.move([first], to: .complete, closing: closing, reason: nil))
    }
  }

  @Test("Back from complete needs a reason, counts as reopened and clears the closure")
  func reopen() throws {
    var recorder = try BoardRecorder.stalking()
    try recorder.run(.move([first], to: .complete, closing: closing(), reason: nil))
    #expect(recorder.board.item(first)?.closure?.ground == .done)
    #expect(throws: BoardError.missing(.reason, of: .item(first))) {
      try recorder.run(.move([first], to: .forceAction, closing: nil, reason: nil))
    }
    try recorder.run(.move([first], to: .forceAction, closing: nil, reason: "The audit found gaps"))
    let item = try #require(recorder.board.item(first))
    #expect(item.reopened == 1)
    #expect(item.closure == nil)
    #expect(item.statusPath == [.forceAction, .complete, .forceAction])
  }

  @Test("Evidence given before is enough, and without any the card is marked")
  func evidence() throws {
    var recorder = try BoardRecorder.stalking()
    try recorder.run(.evidence(first, text: "Minute 12"))
    try recorder.run(.move([first], to: .complete, closing: closing(evidence: nil), reason: nil))
    #expect(recorder.board.item(first)?.isUnevidenced == false)
    let second = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(2))
    var words = closing(evidence: nil)
    words.noEvidence = "stated, not checked"
    try recorder.run(.move([second], to: .complete, closing: words, reason: nil))
    #expect(recorder.board.item(second)?.isUnevidenced == true)
  }

  @Test("A due date moved later is a slip, the first date stays, and an undone slip counts nowhere")
  func slips() throws {
    var recorder = try BoardRecorder.stalking()
    let later = try #require(CalendarDay("2019-12-01"))
    try recorder.run(.due([first], later, reason: "Waiting for the system"))
    #expect(recorder.board.item(first)?.slips == 1)
    #expect(recorder.board.item(first)?.dueOriginal?.description == "2019-10-10")
    try recorder.run(.due([first], later.adding(days: -10), reason: "Sooner after all"))
    #expect(recorder.board.item(first)?.slips == 1)
    try recorder.undo()
    try recorder.undo()
    #expect(recorder.board.item(first)?.slips == 0)
    #expect(recorder.board.item(first)?.due?.description == "2019-10-10")
  }

  @Test("A name that was ever used is never given out again, not even after its making was undone")
  func namesStayTaken() throws {
    var recorder = try BoardRecorder.stalking()
    let new = BoardRecorder.item("stalking-2019", .recommendation, 8)
    try recorder.run(.addItem(new))
    try recorder.undo()
    #expect(recorder.board.item(new.reference) == nil)
    #expect(throws: BoardError.nameTaken(.item(new.reference))) { try recorder.run(.addItem(new)) }
    #expect(recorder.board.nextNumber(report: "stalking-2019", kind: .recommendation) == ItemNumber(9))
  }
}
