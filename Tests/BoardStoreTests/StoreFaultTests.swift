import BoardModel
import BoardStore
import SystemCalls
import TestSupport
import Testing

/// Every fault at every place of an append; then reopen, compare with what was acknowledged, append, reopen.
@Suite struct StoreFaultTests {
  /// How an append ended.
  enum Outcome: Equatable {
    case acknowledged(Change)
    case unsure
    case nothingSaved
    case killed
  }

  static func append(
    _ fixture: StoreFixture, _ process: MemoryProcess, _ store: Store, _ plan: FaultPlan
  ) -> Outcome {
    process.plan(plan)
    do throws(StoreError) {
      let made = try store.commit(by: StoreFixture.author()) { (board, id) throws(BoardError) in
        try board.plan(StoreFixture.command(10), as: id)
      }
      return made.map(Outcome.acknowledged) ?? .nothingSaved
    } catch {
      if process.isKilled { return .killed }
      if case .notConfirmed = error { return .unsure }
      return .nothingSaved
    }
  }

  /// Makes one more change, and gives back why it could not be made.
  static func refusalOfNextChange(_ store: Store) -> StoreError? {
    do throws(StoreError) {
      _ = try store.commit(by: StoreFixture.author()) { (board, id) throws(BoardError) in
        try board.plan(StoreFixture.command(13), as: id)
      }
      return nil
    } catch {
      return error
    }
  }

  /// Checks what is on the disk against what the writer was told, then appends and reopens.
  static func verify(
    _ disk: MemoryDisk, _ before: [Change], _ outcome: Outcome, _ what: String,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let fixture = StoreFixture(disk)
    let reopened = try fixture.open()
    let found = try reopened.allChanges()
    #expect(reopened.health.isSound, "\(what): \(reopened.health)", sourceLocation: location)
    #expect(Array(found.prefix(before.count)) == before, "\(what)", sourceLocation: location)
    switch outcome {
    case .acknowledged(let change):
      #expect(found == before + [change], "\(what)", sourceLocation: location)
    case .nothingSaved: #expect(found == before, "\(what)", sourceLocation: location)
    case .unsure, .killed:
      #expect(found.count <= before.count + 1, "\(what)", sourceLocation: location)
    }
    let added = try fixture.change(reopened, 11)
    let again = try fixture.open(.readOnly)
    #expect(try again.allChanges() == found + [added], "\(what)", sourceLocation: location)
    #expect(
      BoardContents(again.board) == BoardContents(found + [added]), "\(what)",
      sourceLocation: location)
    #expect(again.health.isSound, "\(what): \(again.health)", sourceLocation: location)
  }

  /// The number of calls of one append, with a torn tail before it or not.
  static func prepared(torn: Bool, changes: Int = 5) throws -> (StoreFixture, [Change], calls: Int) {
    let (fixture, before) = try StoreFixture.board(changes: changes)
    if torn {
      let path = try fixture.stream()
      let bytes = try #require(fixture.disk.contents(path))
      // A whole line without its LF: the piece that a careless seal would make valid.
      let last = try #require(bytes.dropLast().lastIndex(of: 0x0A))
      fixture.disk.put(path, bytes + bytes[(last + 1)...].dropLast())
    }
    let trial = StoreFixture(fixture.disk.copy())
    let process = MemoryProcess(trial.disk)
    let store = try trial.open(as: process)
    _ = append(trial, process, store, FaultPlan())
    return (fixture, before, process.calls.count)
  }

  static let reasons: [Errno] = [.inputOutput, .noSpace, .accessDenied, .tooManyOpenFiles]

  @Test(
    "Each call of an append fails once or for good: what is reported is what is there",
    arguments: [false, true])
  func failures(torn: Bool) throws {
    let (fixture, before, calls) = try Self.prepared(torn: torn)
    #expect(calls > 10)
    for number in 0..<calls {
      for reason in Self.reasons {
        for fault in [
          FaultPlan.Fault.failOnce(number: number, reason), .failForGood(number: number, reason),
        ] {
          let disk = fixture.disk.copy()
          let process = MemoryProcess(disk)
          let store = try Store.open(at: StoreFixture.path, mode: .readWrite, seam: process)
          let outcome = Self.append(fixture, process, store, FaultPlan([fault]))
          let call = process.callsWithPaths.dropFirst(number).first ?? "none"
          process.plan(FaultPlan())
          try Self.verify(disk.copy(), before, outcome, "\(fault) \(call)")
          // The same store goes on, or says that it writes no more.
          let refusal = Self.refusalOfNextChange(store)
          if let refusal {
            #expect(refusal == .writesStopped && outcome == .unsure, "\(fault) \(call): \(refusal)")
          } else {
            let reread = try StoreFixture(disk).open(.readOnly)
            #expect(BoardContents(reread.board) == BoardContents(store.board), "\(fault) \(call)")
          }
          #expect(process.openCount <= 4, "\(fault) \(call)")
        }
      }
    }
  }

  @Test(
    "Killed at each call of an append, acknowledged changes stay and the board goes on",
    arguments: [false, true])
  func kills(torn: Bool) throws {
    let (fixture, before, calls) = try Self.prepared(torn: torn)
    for number in 0..<calls {
      let disk = fixture.disk.copy()
      let process = MemoryProcess(disk)
      let store = try Store.open(at: StoreFixture.path, mode: .readWrite, seam: process)
      let outcome = Self.append(fixture, process, store, FaultPlan([.kill(number: number)]))
      // A call whose failure does not matter, such as naming the lock's holder, may be the last.
      if case .acknowledged = outcome {} else { #expect(outcome == .killed, "call \(number)") }
      try Self.verify(disk, before, outcome, "kill at \(number)")
    }
  }

  @Test(
    "A write cut at each length, by a kill or a full disk, leaves no half change",
    arguments: [false, true])
  func cutWrites(torn: Bool) throws {
    let (fixture, before, _) = try Self.prepared(torn: torn)
    let trial = MemoryProcess(fixture.disk.copy())
    let trialStore = try Store.open(at: StoreFixture.path, mode: .readWrite, seam: trial)
    _ = Self.append(fixture, trial, trialStore, FaultPlan())
    // The first write names the lock's holder, the second is the line.
    let writes = trial.calls.indices.filter { trial.calls[$0] == .write }
    try #require(writes.count == 2)
    let path = try fixture.stream()
    let grown =
      try #require(trial.disk.contents(path)).count
      - (try #require(fixture.disk.contents(path)).count)
    for bytes in 0..<grown {
      for fault in [
        FaultPlan.Fault.shortWrite(number: 1, bytes: bytes),
        .killInWrite(number: writes[1], bytes: bytes),
      ] {
        let disk = fixture.disk.copy()
        let process = MemoryProcess(disk)
        let store = try Store.open(at: StoreFixture.path, mode: .readWrite, seam: process)
        let outcome = Self.append(fixture, process, store, FaultPlan([fault]))
        #expect(outcome == .nothingSaved || outcome == .killed, "\(fault)")
        try Self.verify(disk, before, outcome, "\(fault)")
      }
    }
  }

  @Test("A full disk that cannot be cut back either keeps a tail, which the next writer seals")
  func fullAndStuck() throws {
    let (fixture, before, _) = try Self.prepared(torn: false)
    for bytes in stride(from: 0, to: 120, by: 7) {
      let disk = fixture.disk.copy()
      let process = MemoryProcess(disk)
      let store = try Store.open(at: StoreFixture.path, mode: .readWrite, seam: process)
      let plan = FaultPlan([
        .shortWrite(number: 1, bytes: bytes), .failAll(.ftruncate, .inputOutput),
      ])
      let outcome = Self.append(fixture, process, store, plan)
      #expect(outcome == .nothingSaved)
      try Self.verify(disk, before, outcome, "stuck after \(bytes)")
    }
  }

  @Test(
    "After a loss of power at any call, acknowledged changes are there",
    arguments: 0..<8 as Range<UInt64>)
  func powerLoss(seed: UInt64) throws {
    // The first change ever makes the stream's file: its name has to be durable, too.
    for changes in [0, 5] {
      let (fixture, before, calls) = try Self.prepared(torn: false, changes: changes)
      var random = SeededRandom(seed: seed)
      for number in 0...calls {
        let disk = fixture.disk.copy()
        disk.losePower { _ in true }
        let process = MemoryProcess(disk)
        let store = try Store.open(at: StoreFixture.path, mode: .readWrite, seam: process)
        let outcome = Self.append(fixture, process, store, FaultPlan([.kill(number: number)]))
        disk.losePower { _ in Bool.random(using: &random) }
        let left = try StoreFixture(disk).open()
        let found = try left.allChanges()
        #expect(Array(found.prefix(before.count)) == before, "seed \(seed), call \(number)")
        if case .acknowledged(let change) = outcome {
          #expect(found == before + [change], "seed \(seed)")
        }
        let added = try fixture.change(left, changes == 0 && found.isEmpty ? 0 : 11)
        #expect(try StoreFixture(disk).open(.readOnly).allChanges() == found + [added])
      }
    }
  }
}
