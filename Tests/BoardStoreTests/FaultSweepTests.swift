import BoardModel
import BoardStore
import SystemCalls
import TestSupport
import Testing

/// The sweeps that count: kinds of commands, lengths of writes, states after a loss of power.
@Suite struct FaultSweepTests {
  /// A command of each kind that a board gets most, on a board of six changes.
  enum Deed: String, CaseIterable, Sendable {
    case note, assign, move, due, respond, undo
  }

  static func perform(_ deed: Deed, _ store: Store) throws(StoreError) -> Change? {
    let item = StoreFixture.item(2)
    let command: Command
    switch deed {
    case .note: command = .note(item, text: "A note", isPrivate: false)
    case .assign: command = .assign([item, StoreFixture.item(3)], owner: "DI Ward")
    case .move: command = .move([item], to: .awaitingNPCC, closing: nil, reason: "Sent back")
    case .due: command = .due([item], CalendarDay(daysSinceEpoch: 18_500), reason: "Later")
    case .respond: command = .comment(.chiefOfficerComments, on: .item(item), text: "It will be done.")
    case .undo: return try store.undo(by: StoreFixture.author())
    }
    return try store.commit(by: StoreFixture.author()) { (board, id) throws(BoardError) in
      try board.plan(command, as: id)
    }
  }

  /// Looks at a disk after a deed that may have been stopped: what is there, and whether the board goes on.
  static func judge(
    _ disk: MemoryDisk, _ before: [Change], _ outcome: Result<Change?, StoreError>, isKilled: Bool,
    _ count: inout FaultCount
  ) throws {
    let fixture = StoreFixture(disk)
    let reopened = try fixture.open()
    let found = try reopened.allChanges()
    var acknowledged = before
    var mayHave = found.count <= before.count + 1
    switch outcome {
    case .success(let change): if let change { acknowledged.append(change) }
    case .failure(.notConfirmed): break
    case .failure: if !isKilled { mayHave = found == before }
    }
    count.judge(found: found, acknowledged: acknowledged)
    let added = try fixture.change(reopened, 11)
    let again = try fixture.open(.readOnly)
    let isTrue = try again.allChanges() == found + [added] && again.health.isSound
    if !mayHave || !isTrue || BoardContents(again.board) != BoardContents(found + [added]) { count.wrong += 1 }
  }

  static func run(_ deed: Deed, _ fixture: StoreFixture, _ plan: FaultPlan) throws -> (
    MemoryDisk, MemoryProcess, Result<Change?, StoreError>
  ) {
    let disk = fixture.disk.copy()
    let process = MemoryProcess(disk)
    let store = try StoreFixture(disk).open(as: process)
    process.plan(plan)
    do throws(StoreError) {
      return (disk, process, .success(try perform(deed, store)))
    } catch {
      return (disk, process, .failure(error))
    }
  }

  @Test("kill -9 at every call of an append, for six kinds of commands", arguments: Deed.allCases)
  func kills(deed: Deed) throws {
    let (fixture, before) = try StoreFixture.board(changes: 6)
    let calls = try Self.run(deed, fixture, FaultPlan()).1.calls.count
    #expect(calls > 10)
    var count = FaultCount()
    for number in 0...calls {
      let (disk, process, outcome) = try Self.run(deed, fixture, FaultPlan([.kill(number: number)]))
      try Self.judge(disk, before, outcome, isKilled: process.isKilled, &count)
      #expect(count.isClean, "kill at \(number)")
    }
    count.report("kill -9 at each call: \(deed.rawValue)")
  }

  static let reasons: [Errno] = [
    .inputOutput, .noSpace, .interrupted, .accessDenied, .readOnlyFileSystem, .tooManyOpenFiles,
  ]

  @Test("Each call of an append fails once and for good, for six reasons", arguments: Deed.allCases)
  func failures(deed: Deed) throws {
    let (fixture, before) = try StoreFixture.board(changes: 6)
    let calls = try Self.run(deed, fixture, FaultPlan()).1.calls.count
    var count = FaultCount()
    for number in 0..<calls {
      for reason in Self.reasons {
        for fault in [FaultPlan.Fault.failOnce(number: number, reason), .failForGood(number: number, reason)] {
          let (disk, _, outcome) = try Self.run(deed, fixture, FaultPlan([fault]))
          try Self.judge(disk, before, outcome, isKilled: false, &count)
          #expect(count.isClean, "\(fault)")
        }
      }
    }
    count.report("each call fails once and for good, six reasons: \(deed.rawValue)")
  }

  @Test("A write cut at every length, for three records", arguments: [Deed.note, .assign, .respond])
  func shortWrites(deed: Deed) throws {
    let (fixture, before) = try StoreFixture.board(changes: 6)
    let (whole, process, _) = try Self.run(deed, fixture, FaultPlan())
    let line = try #require(process.calls.lastIndex(of: .write))
    let path = try fixture.stream()
    let length = try #require(whole.contents(path)).count - (try #require(fixture.disk.contents(path))).count
    var count = FaultCount()
    for bytes in 0..<length {
      let faults: [[FaultPlan.Fault]] = [
        [.shortWrite(number: 1, bytes: bytes)], [.killInWrite(number: line, bytes: bytes)],
        [.shortWrite(number: 1, bytes: bytes), .failAll(.ftruncate, .inputOutput)],
      ]
      for plan in faults {
        let (disk, process, outcome) = try Self.run(deed, fixture, FaultPlan(plan))
        if case .success = outcome { count.wrong += 1 }
        try Self.judge(disk, before, outcome, isKilled: process.isKilled, &count)
        #expect(count.isClean, "\(plan)")
      }
    }
    count.report("write cut at each length: \(deed.rawValue)")
  }

  @Test("After a loss of power at any call, with any of the unsynced pieces kept: 20,000 states")
  func powerLoss() throws {
    var random = SeededRandom(seed: 20_000)
    var count = FaultCount()
    // The first change ever makes the file, whose name has to be durable too; a long one is of several pieces.
    for changes in [0, 5] {
      let (fixture, before) = try StoreFixture.board(changes: changes)
      fixture.disk.losePower { _ in true }
      let command: Command =
        changes == 0
        ? StoreFixture.command(0)
        : .note(StoreFixture.item(1), text: String(repeating: "long ", count: 600), isPrivate: false)
      let calls = try Self.append(command, fixture, killedAt: .max).0.calls.count
      let states = FaultCount.rounds(10_000, long: 50_000) / (calls + 1) + 1
      for number in 0...calls {
        let (process, outcome) = try Self.append(command, fixture, killedAt: number)
        for state in 0..<states {
          let disk = process.disk.copy()
          disk.losePower { _ in Bool.random(using: &random) }
          let left = try StoreFixture(disk).open(state % 8 == 0 ? .readWrite : .readOnly)
          let found = try left.allChanges()
          count.judge(found: found, acknowledged: before + (outcome.map { [$0] } ?? []))
          if found.count > before.count + 1 { count.wrong += 1 }
          guard state % 8 == 0 else { continue }
          let added = try StoreFixture(disk).change(left, found.isEmpty ? 0 : 11)
          if try StoreFixture(disk).open(.readOnly).allChanges() != found + [added] { count.wrong += 1 }
        }
        #expect(count.isClean, "call \(number)")
      }
    }
    #expect(count.tried >= 20_000)
    count.report("power lost at each call, any unsynced 512-byte pieces kept")
  }

  private static func append(_ command: Command, _ fixture: StoreFixture, killedAt number: Int) throws -> (
    MemoryProcess, Change?
  ) {
    let process = MemoryProcess(fixture.disk.copy())
    let store = try Store.open(at: StoreFixture.path, mode: .readWrite, seam: process)
    process.plan(FaultPlan([.kill(number: number)]))
    let change = try? store.commit(by: StoreFixture.author()) { (board, id) throws(BoardError) in
      try board.plan(command, as: id)
    }
    return (process, change ?? nil)
  }
}
