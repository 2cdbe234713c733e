import BoardModel
import BoardStore
import Foundation
import Synchronization
import SystemCalls
import TestSupport
import Testing

/// A reader and a writer on real files that somebody else replaces, cuts, hides and restores.
@Suite(.serialized) final class RealReaderTests {
  let system = HostSystem()
  let directory: String
  let store: Store
  var path: String { "\(directory)/a.board" }

  init() throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("board-reader-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    store = try Store.create(at: "\(directory)/a.board", settings: BoardSettings(name: "Test"), seam: HostSystem())
    for number in 0..<6 { try StoreFixture(MemoryDisk()).change(store, number) }
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  func shell(_ script: String) throws {
    let stream = ChangeID.hex(try #require(store.board.history.first).id.replica, digits: 16)
    let result = try system.run(
      ProgramCall(
        "sh", ["-ec", "cd \"\(path)\"; J=journal/\(stream).jsonl; \(script)"],
        environment: ["GIT_CONFIG_GLOBAL": "/dev/null"], input: .nothing, capturesOutput: true, capturesErrors: true))
    try #require(result.succeeded, "\(String(decoding: result.errors, as: UTF8.self))")
  }

  /// What a reader that was open shows within 3 seconds of a mishap, woken as a screen is.
  func settles(_ reader: Store, _ isRight: (Store) -> Bool) throws -> Bool {
    let start = system.monotonic()
    let watch = try reader.watchDescriptor()
    while system.monotonic() - start < 3_000_000_000 {
      reader.drainWatch()
      reader.refresh()
      if isRight(reader) { return true }
      _ = try system.poll(watch.map { [$0] } ?? [], milliseconds: 200)
    }
    return false
  }

  struct Mishap: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let script: String
    /// How many of the six changes stand afterwards.
    let changes: Int
  }

  static let mishaps = [
    Mishap(testDescription: "replaced by rename, shorter", script: "head -n 3 $J > new; mv new $J", changes: 3),
    Mishap(testDescription: "replaced by rename, the same", script: "cp $J new; mv new $J", changes: 6),
    Mishap(
      testDescription: "unlinked and made again, often with the same inode",
      script: "cp $J /tmp/board-$$; rm $J; head -n 4 /tmp/board-$$ > $J; rm /tmp/board-$$", changes: 4),
    Mishap(testDescription: "truncated", script: "truncate -s $(head -n 2 $J | wc -c) $J", changes: 2),
    Mishap(testDescription: "emptied", script: ": > $J", changes: 0),
    Mishap(
      testDescription: "truncated and grown to the same size",
      script: "S=$(stat -c %s $J); truncate -s $(head -n 2 $J | wc -c) $J; truncate -s $S $J", changes: 2),
    Mishap(
      testDescription: "restored from a backup of the directory",
      script: "cp -a . ../b; rm -r journal; cp -a ../b/journal .", changes: 6),
    Mishap(
      testDescription: "git checkout of an earlier state",
      script: """
        git init -q .; git config user.email x; git config user.name x; cp $J ../all; head -n 5 ../all > $J
        git add journal; git commit -qm 5; cp ../all $J; git commit -qam 6; git checkout -q HEAD~1
        """, changes: 5),
  ]

  @Test(
    "A file that is replaced, cut or restored under a reader shows its right state within 3 seconds", arguments: mishaps
  )
  func reading(mishap: Mishap) throws {
    let changes = try store.allChanges()
    let reader = try Store.open(at: path, mode: .readOnly, seam: system)
    try shell(mishap.script)
    let expected = BoardContents(changes.prefix(mishap.changes))
    #expect(try settles(reader) { BoardContents($0.board) == expected && $0.outage == nil })
  }

  @Test(
    "A writer whose file is replaced, cut or restored acknowledges only what is in the file afterwards",
    arguments: mishaps)
  func appending(mishap: Mishap) throws {
    let changes = try store.allChanges()
    try shell(mishap.script)
    let command: Command =
      mishap.changes == 0 ? StoreFixture.command(0) : .assign([StoreFixture.item(1)], owner: "After")
    let made = try #require(
      try store.commit(by: StoreFixture.author()) { (board, id) throws(BoardError) in try board.plan(command, as: id) })
    let found = try Store.open(at: path, mode: .readOnly, seam: system).allChanges()
    #expect(found == Array(changes.prefix(mishap.changes)) + [made])
  }

  @Test(
    "A file that is away for a while, or that may not be read, leaves the last board; it is followed when it is back")
  func away() throws {
    let changes = try store.allChanges()
    let reader = try Store.open(at: path, mode: .readOnly, seam: system)
    for (gone, back) in [("mv $J ../kept", "mv ../kept $J"), ("mv journal ../kept", "mv ../kept journal")] {
      try shell(gone)
      #expect(try settles(reader) { $0.outage != nil })
      #expect(BoardContents(reader.board) == BoardContents(changes))
      try shell(back)
      #expect(try settles(reader) { $0.outage == nil })
      #expect(BoardContents(reader.board) == BoardContents(changes))
    }
    try FileManager.default.moveItem(atPath: path, toPath: "\(directory)/kept")
    #expect(try settles(reader) { $0.outage?.error == .noBoard(path: path) })
    #expect(BoardContents(reader.board) == BoardContents(changes))
    try FileManager.default.moveItem(atPath: "\(directory)/kept", toPath: path)
    #expect(try settles(reader) { $0.outage == nil })
  }

  @Test("A backup put back over newer changes is read, written on, and what was acknowledged after it stays")
  func backup() throws {
    try shell("cp -a . ../backup")
    for number in 6..<9 { try StoreFixture(MemoryDisk()).change(store, number) }
    let reader = try Store.open(at: path, mode: .readOnly, seam: system)
    try shell("cp -a ../backup/journal/. journal/")
    #expect(try settles(reader) { $0.changeCount == 6 })
    let made = try StoreFixture(MemoryDisk()).change(store, 9)
    let copy = try Store.open(at: "\(directory)/backup", mode: .readWrite, seam: system)
    let other = try StoreFixture(MemoryDisk()).change(copy, 10)
    #expect(other.id.replica != made.id.replica)
    #expect(try settles(reader) { $0.board.history.last?.id == made.id })
    #expect(reader.health.isSound && copy.health.isSound)
  }

  @Test("16 writers of 200 changes each and two readers: every acknowledged change is there, once, and in order")
  func manyWriters() throws {
    let writers = FaultCount.rounds(16, long: 16)
    let each = 200
    let acknowledged = Acknowledged()
    for writer in 0..<writers {
      try BackgroundThread.start { [path] in
        // A store of its own, and with it descriptors and a lock of its own, as a process would have.
        let store = try? Store.open(at: path, mode: .readWrite, seam: HostSystem())
        for number in 0..<each {
          let item = StoreFixture.item(number % 4 + 1)
          var made: Change?
          // Whoever waits five seconds for the lock is told so, and tries again.
          for _ in 0..<5 where made == nil {
            made = try? store?.commit(by: StoreFixture.author("W\(writer)")) { (board, id) throws(BoardError) in
              try board.plan(.assign([item], owner: "\(writer) \(number)"), as: id)
            }
          }
          acknowledged.add(made?.id)
        }
        acknowledged.finish()
      }
    }
    let readers = try (0..<2).map { _ in try Store.open(at: path, mode: .readOnly, seam: system) }
    var seen = 6
    while acknowledged.finished < writers {
      for reader in readers { reader.refresh() }
      #expect(readers[0].changeCount >= seen && readers[0].outage == nil)
      seen = readers[0].changeCount
      system.sleep(milliseconds: 20)
    }
    var count = FaultCount()
    let ids = acknowledged.ids
    for reader in readers {
      reader.refresh()
      count.judge(found: reader.board.history.map(\.id), acknowledged: [])
      let found = Set(reader.board.history.map(\.id))
      count.present += ids.count { found.contains($0) }
      count.lost += ids.count { !found.contains($0) }
      if reader.changeCount != 6 + writers * each || !reader.health.isSound { count.wrong += 1 }
    }
    let afresh = try Store.open(at: path, mode: .readOnly, seam: system)
    if BoardContents(afresh.board) != BoardContents(readers[0].board) { count.wrong += 1 }
    #expect(count.isClean && ids.count == writers * each, "\(count)")
    count.tried = writers * each
    count.report("16 writers of 200 changes, two readers")
  }
}

/// What several threads were told is saved.
final class Acknowledged: Sendable {
  private let state = Mutex<(ids: [ChangeID], finished: Int)>(([], 0))
  func add(_ id: ChangeID?) { state.withLock { state in if let id { state.ids.append(id) } } }
  func finish() { state.withLock { state in state.finished += 1 } }
  var ids: [ChangeID] { state.withLock { state in state.ids } }
  var finished: Int { state.withLock { state in state.finished } }
}
