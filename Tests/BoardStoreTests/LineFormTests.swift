import BoardModel
import BoardStore
import Foundation
import TestSupport
import Testing

@Suite struct LineFormTests {
  /// A journal of just these bytes, on a board of its own.
  static func read(_ bytes: [UInt8], replica: UInt64) throws -> Store {
    let fixture = try StoreFixture()
    fixture.disk.put("\(StoreFixture.path)/journal/\(ChangeID.hex(replica, digits: 16)).jsonl", bytes)
    return try fixture.open(.readOnly)
  }

  @Test("The example in docs/journal-format.md is a line, and says what the text says")
  func documented() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let page = root.deletingLastPathComponent().appendingPathComponent("docs/journal-format.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("{\"v\":1,") })
    let store = try Self.read(Array("\(line)\n".utf8), replica: 0x5F0C_3A9E_12D4_B768)
    let change = try #require(try store.allChanges().first)
    // It is the fifth of its stream: the four before it are missing here.
    #expect(store.health.damage.map(\.kind) == [.gap(from: 1, through: 4)])
    #expect(change.actor == "K. Ali" && change.lamport == 5 && change.operations.first?.new == "Det. Supt. Ward")
    #expect(LineWriter.line(for: change) == Array("\(line)\n".utf8))
  }

  @Test("A line in another order, with blanks, reads as the same change")
  func otherForms() throws {
    let (_, changes) = try StoreFixture.board(changes: 20)
    var bytes: [UInt8] = []
    for change in changes {
      let plain = LineWriter.line(for: change)
      let object = try #require(JSONSerialization.jsonObject(with: Data(plain)) as? [String: Any])
      let members = try object.filter { $0.key != "crc" }.sorted { $0.key > $1.key }.map { name, value in
        let data = try JSONSerialization.data(withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys])
        return "\"\(name)\" : " + String(decoding: data, as: UTF8.self)
      }
      bytes += JournalDamageTests.line("{ " + members.joined(separator: ",\t") + " }")
    }
    let store = try Self.read(bytes, replica: changes[0].id.replica)
    #expect(store.health.findings.isEmpty && store.health.newerChanges == 0)
    #expect(try store.allChanges() == changes)
  }

  @Test("Any text comes back as it was, in every place that holds one", arguments: 0..<10 as Range<UInt64>)
  func texts(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    func text() -> String {
      var text = ""
      for _ in 0..<Int.random(in: 0..<40, using: &random) {
        let bound: UInt32 = [0x7F, 0x7F, 0x900, 0x11_0000].randomElement(using: &random) ?? 0x7F
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<bound, using: &random)) {
          text.unicodeScalars.append(scalar)
        }
      }
      return text
    }
    var bytes: [UInt8] = []
    var changes: [Change] = []
    for number in 1...50 as ClosedRange<UInt32> {
      let id = ChangeID(replica: 7, sequence: number, nonce: number)
      let operation = Operation(
        entity: .item(StoreFixture.item(1)), key: FieldKey(.note, entry: id), old: text(), new: text(), from: .none)
      let change = Change(
        id: id, lamport: UInt64(number), at: -5, on: CalendarDay(daysSinceEpoch: 18_000), actor: text(), login: text(),
        meeting: text(), kind: .note, reason: text(), reverses: number > 1 ? changes.last?.id : nil,
        operations: number % 3 == 0 ? [] : [operation, operation])
      changes.append(change)
      bytes += LineWriter.line(for: change)
    }
    #expect(bytes.count { $0 == 0x0A } == 50)
    let store = try Self.read(bytes, replica: 7)
    #expect(store.health.findings.isEmpty)
    let found = try store.allChanges()
    #expect(found == changes)
    // Equal texts may differ in their scalars; the bytes may not.
    #expect(found.flatMap { Array(($0.reason ?? "").utf8) } == changes.flatMap { Array(($0.reason ?? "").utf8) })
  }
}
