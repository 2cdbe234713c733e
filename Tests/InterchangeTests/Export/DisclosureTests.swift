import BoardModel
import Foundation
import Interchange
import Testing

@Suite("What an export shows, and what it says of itself")
struct DisclosureTests {
  private func secretive() throws -> ExportFixture {
    var fixture = try ExportFixture()
    let first = fixture.reference(.recommendation, 1)
    try fixture.recorder.run(.assign([first], owner: "DCI Hale"))
    try fixture.recorder.run(.note(first, text: "an open note", isPrivate: false))
    try fixture.recorder.run(.note(first, text: "a quiet word", isPrivate: true))
    try fixture.recorder.run(.evidence(first, text: "audit of 12 May"))
    try fixture.recorder.run(.editReport(fixture.key, fields: [.contactOfficers: "Sgt Otter – Records"]))
    return fixture
  }

  private func forms(_ register: ItemRegister) -> [String] { [register.csv, register.markdown, register.html] }

  @Test("no form shows a private note")
  func privateNotes() throws {
    let register = try secretive().register()
    for form in forms(register) {
      #expect(!form.contains("a quiet word"))
      #expect(form.contains("an open note") && form.contains("DCI Hale") && form.contains("audit of 12 May"))
    }
    #expect(
      register.board.item(try #require(register.items.first).reference)?.record.entries(.privateNote).isEmpty == true)
  }

  @Test("for the public there are no evidence and no names of officers, in no form and not in the board behind it")
  func forThePublic() throws {
    let register = try secretive().register(.forThePublic)
    for form in forms(register) + [String(describing: register.board)] {
      for secret in ["a quiet word", "DCI Hale", "audit of 12 May", "Otter", "K. Ali"] {
        #expect(!form.contains(secret), "\(secret)")
      }
    }
    for form in forms(register) { #expect(form.contains("an open note")) }
    #expect(!register.csv.contains("owner"))
  }

  @Test("evidence that is not shown still counts: its item is not called unevidenced")
  func evidenceCounts() throws {
    var fixture = try ExportFixture()
    let first = fixture.reference(.recommendation, 1)
    try fixture.recorder.run(
      .move([first], to: .complete, closing: .init(ground: .done, reason: "done", noEvidence: "later"), reason: nil))
    #expect(try fixture.register(.forThePublic).items.first?.isUnevidenced == true)
    try fixture.recorder.run(.evidence(first, text: "audit"))
    #expect(try fixture.register(.forThePublic).items.first?.isUnevidenced == false)
  }

  @Test("an undo of what is not shown is not shown either, and leaves the rest as it is")
  func undone() throws {
    var fixture = try secretive()
    let moved = try fixture.recorder.run(
      .move([fixture.reference(.recommendation, 1)], to: .awaitingNPCC, closing: nil, reason: nil))
    try fixture.recorder.undo(try #require(moved).id)
    try fixture.recorder.undo()
    let board = try fixture.register(.forThePublic).board
    #expect(board.items.map(\.status) == fixture.recorder.board.items.map(\.status))
    #expect(board.items.allSatisfy { $0.owner == nil })
  }

  @Test("one state has one digest, whatever its history; another state has another")
  func digest() throws {
    var fixture = try ExportFixture()
    let before = fixture.recorder.board.stateDigest
    try fixture.recorder.run(
      .move([fixture.reference(.recommendation, 1)], to: .awaitingNPCC, closing: nil, reason: nil))
    let moved = fixture.recorder.board.stateDigest
    try fixture.recorder.undo()
    #expect(before != moved)
    #expect(fixture.recorder.board.stateDigest == before)
    #expect(before.utf8.count == 64)
  }

  @Test(
    "the hash is SHA-256",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func hash(text: String, expected: String) {
    #expect(SHA256.hash(text.utf8).map { String(format: "%02x", $0) }.joined() == expected)
  }

  @Test("every form names board, moment, query, counts and digest")
  func provenance() throws {
    let register = try ExportFixture().register(query: "status:force-action")
    #expect(register.items.count == 2)
    for form in forms(register) {
      for part in ["2019-05-16T10:00:00Z", "2 of 3 items", register.provenance.digest] { #expect(form.contains(part)) }
      #expect(form.contains("status:force"))
    }
  }
}
