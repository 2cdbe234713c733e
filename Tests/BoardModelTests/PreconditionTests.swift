import BoardModel
import TestSupport
import Testing

@Suite struct PreconditionTests {
  let item = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(1))
  let other = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(2))

  @Test(
    "A value that stands holds; one that somebody changed does not, and says what it is now, by whom and since when")
  func value() throws {
    var recorder = try BoardRecorder.stalking()
    try recorder.run(.assign([item], owner: "DCI Moss"))
    let seen = Precondition.value(.item(item), FieldKey(.owner), is: "DCI Moss")
    #expect(recorder.board.firstUnmet(of: [seen]) == nil)
    let change = try #require(try recorder.run(.assign([item], owner: "DI Ward"), as: "B. Shah"))
    let unmet = try #require(recorder.board.firstUnmet(of: [seen]))
    #expect(unmet.value == "DI Ward" && unmet.by?.id == change.id && unmet.actor == "B. Shah")
    #expect(
      unmet.sentence
        == "the owner of stalking-2019/R1 is “DI Ward”, set by B. Shah on 16 May 2019 (\(change.id.short)), no longer “DCI Moss”"
    )
    try recorder.undo(as: "B. Shah")
    #expect(recorder.board.firstUnmet(of: [seen]) == nil)
    let none = Precondition.value(.item(other), FieldKey(.owner), is: nil)
    #expect(recorder.board.firstUnmet(of: [none, seen]) == nil)
  }

  @Test("An entity is untouched since a change until something touches it; changes of others do not count")
  func untouched() throws {
    var recorder = try BoardRecorder.stalking()
    let seen = try #require(try recorder.run(.assign([item], owner: "DCI Moss")))
    let expected = Precondition.untouched(.item(item), since: seen.id)
    try recorder.run(.assign([other], owner: "DI Ward"))
    #expect(recorder.board.firstUnmet(of: [expected]) == nil)
    let note = try #require(try recorder.run(.note(item, text: "Seen", isPrivate: false), as: "B. Shah"))
    let unmet = try #require(recorder.board.firstUnmet(of: [expected]))
    #expect(unmet.by?.id == note.id)
    #expect(
      unmet.sentence
        == "stalking-2019/R1 was changed by B. Shah on 16 May 2019 (\(note.id.short)) after \(seen.id.short)")
    let unknown = ChangeID(replica: 9, sequence: 1, nonce: 1)
    #expect(recorder.board.firstUnmet(of: [.untouched(.item(item), since: unknown)]) != nil)
  }
}
