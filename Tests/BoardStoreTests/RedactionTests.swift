import BoardModel
import BoardStore
import Foundation
import SystemCalls
import TestSupport
import Testing

/// Erasing for good: the text is nowhere, everything else stays, at whatever call it is stopped.
@Suite struct RedactionTests {
  static let secret = "Sgt Zz-Secret of Unit 9"
  static let item = StoreFixture.item(2)
  static let entity = EntityReference.item(item)

  /// A board whose item 2 had a secret owner between two others, in six changes; one reason repeats it.
  static func board() throws -> (StoreFixture, [Change]) {
    let (fixture, _) = try StoreFixture.board(changes: 2)
    let store = try fixture.open()
    for owner in [secret, "DI Ward"] { try commit(store, .assign([item], owner: owner)) }
    try commit(store, .withdraw(item, reason: "About \(secret)"))
    _ = try store.undo(by: StoreFixture.author())
    return (fixture, try store.allChanges())
  }

  @discardableResult
  static func commit(_ store: Store, _ command: Command) throws -> Change? {
    try store.commit(by: StoreFixture.author()) { (board, id) throws(BoardError) in try board.plan(command, as: id) }
  }

  static func redact(_ store: Store, _ part: RedactedPart = .field(.owner)) throws(StoreError) -> RedactionOutcome {
    try store.redact(part, of: entity, reason: "Request 12", by: StoreFixture.author("D. P. Officer"))
  }

  /// The files that hold a text.
  static func holding(_ text: String, _ disk: MemoryDisk) -> [String] {
    disk.paths.filter { path in
      disk.contents(path).map { String(decoding: $0, as: UTF8.self).contains(text) } ?? false
    }
  }

  @Test("The text is in no file any more, old values of later changes included; all else of each line stays")
  func erased() throws {
    let (fixture, before) = try Self.board()
    let store = try fixture.open()
    #expect(try store.redactionPreview(.field(.owner), of: Self.entity).lines == 3)
    let outcome = try Self.redact(store)
    #expect(outcome.lines == 3 && outcome.files == 1 && outcome.pieces == 0)
    let reader = try fixture.open(.readOnly)
    let after = try reader.allChanges()
    #expect(BoardContents(reader.board) == BoardContents(after) && reader.health.findings.isEmpty)
    #expect(reader.health.newerChanges == 0 && after.count == before.count + 1)
    for (was, now) in zip(before, after) {
      #expect(now.id == was.id && now.lamport == was.lamport && now.at == was.at && now.on == was.on)
      #expect(
        now.actor == was.actor && now.kind == was.kind && now.operations.map(\.from) == was.operations.map(\.from))
      for (old, new) in zip(was.operations, now.operations)
      where old.key != FieldKey(.owner) || old.entity != Self.entity {
        #expect(old == new)
      }
    }
    #expect(reader.board.item(Self.item)?.owner == RedactedPart.mark)
    for owner in [Self.secret, "DI Ward"] {
      #expect(Self.holding("\"new\":\"\(owner)", fixture.disk).isEmpty)
      #expect(Self.holding("\"old\":\"\(owner)", fixture.disk).isEmpty)
    }
    // The withdrawal's own words are another field, named by itself.
    #expect(Self.holding(Self.secret, fixture.disk).count == 1)
    _ = try Self.redact(store, .field(.withdrawn))
    #expect(Self.holding(Self.secret, fixture.disk).isEmpty)
    let record = try #require(outcome.change)
    #expect(record.kind == .redact && record.actor == "D. P. Officer" && record.reason == "Request 12")
    #expect(record.description(on: store.board) == "erased the owner of stalking-2019/R2 for good")
    #expect(try store.changes(touching: Self.entity).contains { $0.id == record.id })
    #expect(try Self.redact(store).change == nil)
  }

  @Test("The reasons of all changes of an item go when reason is named")
  func reasons() throws {
    let (fixture, _) = try StoreFixture.board(changes: 12)
    let reasons = try fixture.open().allChanges().compactMap { $0.reason }
    #expect(reasons.count > 2)
    let store = try fixture.open()
    let touched = try store.changes(touching: Self.entity).compactMap(\.reason)
    #expect(try Self.redact(store, .reasons).lines == touched.count && !touched.isEmpty)
    for reason in touched { #expect(Self.holding(reason, fixture.disk).isEmpty) }
    for reason in reasons where !touched.contains(reason) { #expect(Self.holding(reason, fixture.disk).count == 1) }
  }

  @Test("An erasure is not undone, and undoing what came before brings no text back")
  func undo() throws {
    let (fixture, before) = try Self.board()
    let store = try fixture.open()
    let record = try #require(try Self.redact(store).change)
    #expect(throws: StoreError.refused(.notUndoable(record.id))) {
      try store.undo(record.id, by: StoreFixture.author("D. P. Officer"))
    }
    #expect(throws: StoreError.refused(.nothingToUndo(actor: "D. P. Officer"))) {
      try store.undo(by: StoreFixture.author("D. P. Officer"))
    }
    _ = try store.undo(before[3].id, by: StoreFixture.author())
    #expect(store.board.item(Self.item)?.owner == RedactedPart.mark)
    _ = try store.undo(before[2].id, by: StoreFixture.author())
    #expect(try fixture.open().health.isSound)
  }

  @Test("Torn, sealed and damaged pieces that hold the text are blanked; copies under .local are removed")
  func pieces() throws {
    let (fixture, _) = try Self.board()
    let path = try fixture.stream()
    let bytes = try #require(fixture.disk.contents(path))
    let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    var damaged = lines[2]
    damaged[30] ^= 1
    let sealed = Array(lines[2].dropLast(50)) + Array(" !sealed\n".utf8)
    fixture.disk.put(path, bytes + damaged + sealed + lines[2].dropLast(20))
    let local = "\(StoreFixture.path)/.local"
    fixture.disk.put("\(local)/snapshot", Array(Self.secret.utf8))
    fixture.disk.putDirectory("\(local)/sync/objects")
    fixture.disk.put("\(local)/sync/objects/1", Array(Self.secret.utf8))
    fixture.disk.put("\(StoreFixture.path)/journal/.x.jsonl.abc", Array(Self.secret.utf8))
    let store = try fixture.open()
    let outcome = try Self.redact(store)
    #expect(outcome.pieces == 3 && outcome.lines == 3)
    _ = try Self.redact(store, .field(.withdrawn))
    #expect(Self.holding(Self.secret, fixture.disk).isEmpty)
    let after = try fixture.open()
    #expect(after.health.damage.count == 1 && after.health.tails.map(\.kind) == [.sealed, .torn])
    #expect(try fixture.change(after, 9).id.sequence > 6)
  }

  @Test("Without a reason, of something that is not there, or read-only, nothing is touched")
  func refused() throws {
    let (fixture, _) = try Self.board()
    let before = try fixture.disk.contents(fixture.stream())
    let store = try fixture.open()
    #expect(throws: StoreError.refused(.missing(.reason, of: Self.entity))) {
      try store.redact(.field(.owner), of: Self.entity, reason: " ", by: StoreFixture.author())
    }
    #expect(throws: StoreError.self) {
      try store.redact(.field(.owner), of: .report("none"), reason: "x", by: StoreFixture.author())
    }
    #expect(throws: StoreError.openedForReading) { try Self.redact(try fixture.open(.readOnly)) }
    #expect(try fixture.disk.contents(fixture.stream()) == before)
    #expect(try Self.redact(store, .field(.evidence)).change == nil)
    #expect(try fixture.disk.contents(fixture.stream()) == before)
    #expect(RedactedPart("due") == nil && RedactedPart("status") == nil && RedactedPart("OWNER") == .field(.owner))
  }

  @Test("Killed, failed or without power at each call: old or erased, never half, and the same command completes it")
  func stopped() throws {
    let (fixture, before) = try Self.board()
    let trial = StoreFixture(fixture.disk.copy())
    let process = MemoryProcess(trial.disk)
    let store = try trial.open(as: process)
    process.plan(FaultPlan())
    _ = try Self.redact(store)
    let calls = process.calls.count
    #expect(calls > 30)
    var count = FaultCount()
    for number in 0..<calls {
      for fault in [
        FaultPlan.Fault.kill(number: number), .failOnce(number: number, .inputOutput),
        .failForGood(number: number, .noSpace),
      ] {
        let disk = fixture.disk.copy()
        let process = MemoryProcess(disk)
        let store = try StoreFixture(disk).open(as: process)
        process.plan(FaultPlan([fault]))
        let change = try? Self.redact(store).change
        if process.isKilled { disk.losePower { $0 % 2 == number % 2 } }
        let left = StoreFixture(disk)
        let reopened = try left.open()
        let found = try reopened.allChanges()
        count.judge(found: found.map(\.id), acknowledged: before.map(\.id) + (change.map { [$0.id] } ?? []))
        let isErased = found[2].operations[0].new == RedactedPart.mark
        if !isErased, Array(found.prefix(before.count)) != before { count.wrong += 1 }
        if change != nil, !isErased { count.wrong += 1 }
        _ = try Self.redact(reopened)
        let again = try left.open(.readOnly)
        if try again.allChanges()[2].operations[0].new != RedactedPart.mark { count.wrong += 1 }
        // Of a record that was not acknowledged, a loss of power may leave a damaged line; then another one follows.
        let isSound = again.health.isSound || process.isKilled
        if !isSound || again.board.history.last?.kind != .redact { count.wrong += 1 }
        #expect(count.isClean, "\(fault) \(process.callsWithPaths.last ?? "") \(again.health.findings)")
      }
    }
    count.report("erasure stopped or failed at each call")
  }
}

/// Erasures meet other copies.
@Suite(.serialized) struct SyncRedactionTests {
  static func redact(_ fixture: SyncFixture, _ name: String, _ part: RedactedPart) throws -> RedactionOutcome {
    try fixture.open(name).redact(
      part, of: .item(StoreFixture.item(2)), reason: "Request", by: StoreFixture.author(name))
  }

  @Test("An erasure wins in every copy that syncs, also over one that has gone on; two erasures of one line join")
  func wins() throws {
    let fixture = try SyncFixture()
    try fixture.join("b")
    let item = StoreFixture.item(2)
    let both = Command.together([
      .assign([item], owner: "Secret-One"), .comment(.bodyComments, on: .item(item), text: "Secret-Two"),
    ])
    try fixture.change(fixture.open("a"), both)
    for name in ["a", "b"] { try fixture.sync(name) }
    #expect(try Self.redact(fixture, "a", .field(.owner)).lines == 1)
    #expect(try Self.redact(fixture, "b", .field(.bodyComments)).lines == 1)
    try fixture.change(fixture.open("b"), .assign([item], owner: "Later"), as: "B")
    #expect(try fixture.sync("a").erased == 0)
    let outcome = try fixture.sync("b")
    #expect(outcome.erased == 2 && outcome.sent == 2)
    #expect(try fixture.sync("a").erased == 1)
    #expect(try fixture.contents("a") == fixture.contents("b"))
    try fixture.join("c")
    #expect(try fixture.contents("c") == fixture.contents("a"))
    for name in ["a", "b", "c"] {
      let text = try fixture.journals(name).values.map { String(decoding: $0, as: UTF8.self) }.joined()
      #expect(!text.contains("Secret") && text.contains("Later"))
      #expect(try fixture.open(name).health.isSound)
      let outcome = try fixture.sync(name)
      #expect(outcome.received == 0 && outcome.sent == 0 && outcome.erased == 0)
    }
  }

  @Test("A line that differs in more than erased texts is still not followed")
  func forged() throws {
    let fixture = try SyncFixture()
    try fixture.change(fixture.open("a"), .assign([StoreFixture.item(2)], owner: "Secret"))
    try fixture.sync("a")
    _ = try Self.redact(fixture, "a", .field(.owner))
    let stream = try #require(try fixture.journals("a").keys.first)
    let bytes = try #require(try fixture.journals("a")[stream])
    var other = bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
    let body = other[1].replacingOccurrences(of: "\"actor\":\"K. Ali\"", with: "\"actor\":\"Mallory\"").dropLast(18)
    let line = JournalDamageTests.line(String(body) + "}")
    other[1] = String(decoding: line.dropLast(), as: UTF8.self)
    let text = other.map { $0 + "\n" }.joined()
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(fixture.directory)/forged.jsonl"))
    try fixture.forge("cp ../forged.jsonl journal/\(stream)")
    #expect(throws: SyncError.self) { try fixture.sync("a") }
    #expect(try fixture.journals("a")[stream] == bytes)
  }
}
