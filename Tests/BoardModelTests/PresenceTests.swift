import BoardModel
import TestSupport
import Testing

@Suite struct PresenceTests {
  let item = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(1))
  let other = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(2))

  @Test("What was withdrawn a moment ago is not changed by a command planned before")
  func withdrawn() throws {
    var recorder = try BoardRecorder.stalking()
    try recorder.run(.withdraw(item, reason: "read twice"))
    let commands: [Command] = [
      .move([item], to: .awaitingNPCC, closing: nil, reason: nil), .assign([item], owner: "X"),
      .note(item, text: "x", isPrivate: false), .evidence(item, text: "x"),
      .comment(.bodyComments, on: .item(item), text: "x"), .position(item, .taken, text: nil),
      .withdraw(item, reason: "again"), .editItem(item, fields: [.tags: "x"]),
    ]
    for command in commands {
      #expect(throws: BoardError.withdrawn(item, reason: "read twice")) {
        _ = try recorder.board.plan(command, as: ChangeID(replica: 1, sequence: 99, nonce: 1))
      }
    }
  }

  @Test("A key that is none is called so", arguments: ["Stalking 2019", "", "-a", String(repeating: "a", count: 65)])
  func badKey(key: String) throws {
    let recorder = try BoardRecorder.stalking()
    #expect(throws: BoardError.badKey(key)) {
      _ = try recorder.board.plan(
        .addReport(key: key, fields: [.title: "T"]), as: ChangeID(replica: 1, sequence: 99, nonce: 1))
    }
  }

  @Test("Many names are resolved at once as one by one, each target once")
  func manyNames() throws {
    let board = try BoardRecorder.stalking().board
    let targets = try board.resolveTargets(["R2", "stalking-2019/R1", "r2", "stalking-2019"], reports: true)
    #expect(targets == [.item(other), .item(item), .report("stalking-2019")])
    #expect(throws: BoardError.self) { _ = try board.resolveTargets(["stalking-2019"], reports: false) }
  }
}
