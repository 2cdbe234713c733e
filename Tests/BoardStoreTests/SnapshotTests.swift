import BoardModel
import BoardStore
import SystemCalls
import TestSupport
import Testing

/// A snapshot saves time and nothing else: what is opened with one is what the journals say.
@Suite struct SnapshotTests {
  static let snapshot = "\(StoreFixture.path)/.local/snapshot"
  static let seen = "\(StoreFixture.path)/.local/snapshot-seen"

  /// A board of many changes with a snapshot, written to a disk in memory in one go.
  static func board(seed: UInt64 = 1, replicas: UInt64 = 1) throws -> (StoreFixture, [Change]) {
    var random = SeededRandom(seed: seed)
    let fixture = try StoreFixture()
    var all: [Change] = []
    for replica in 1...replicas {
      let history = try FoldTests.history(replica, count: 1300, &random)
      let name = "\(ChangeID.hex(replica, digits: 16)).jsonl"
      fixture.disk.put("\(StoreFixture.path)/journal/\(name)", history.flatMap { LineWriter.line(for: $0) })
      all += history
    }
    try fixture.open().tendSnapshot()
    try #require(fixture.disk.paths.contains(snapshot))
    return (fixture, all.sorted { $0.order < $1.order })
  }

  /// Expects that the board is that of its journals, read with the snapshot and without; returns it.
  @discardableResult
  static func agrees(_ fixture: StoreFixture, _ why: Comment? = nil) throws -> Store {
    let warm = try fixture.open(.readOnly)
    let cold = try Store.open(
      at: StoreFixture.path, mode: .readOnly, usesSnapshot: false, seam: MemoryProcess(fixture.disk))
    #expect(BoardContents(warm.board) == BoardContents(cold.board), why)
    #expect(warm.board.actors == cold.board.actors && warm.board.lastOrder == cold.board.lastOrder, why)
    #expect(warm.health == cold.health && warm.changeCount == cold.changeCount, why)
    return warm
  }

  @Test(
    "A board from its snapshot is the board from its journals, and stays so through undo and redo", arguments: 0..<6)
  func equal(seed: Int) throws {
    let (fixture, changes) = try Self.board(seed: UInt64(seed), replicas: UInt64(1 + seed % 2))
    let warm = try Self.agrees(fixture)
    #expect(warm.isFromSnapshot)
    #expect(BoardContents(warm.board) == BoardContents(changes))
    #expect(try warm.allChanges() == changes)
    let simple = try fixture.open()
    #expect(simple.isFromSnapshot)
    var random = SeededRandom(seed: UInt64(seed) + 99)
    for _ in 0..<60 {
      do throws(StoreError) {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: _ = try simple.undo(by: StoreFixture.author())
        case 1: _ = try simple.redo(by: StoreFixture.author())
        case 2:
          // Any change, also one that only the snapshot still holds.
          let place = Int.random(in: 0..<simple.changeCount, using: &random)
          _ = try simple.undo(simple.board.history[place].id, by: StoreFixture.author(), onlyFree: true)
        default:
          let command = FoldTests.command(&random)
          _ = try simple.commit(by: StoreFixture.author()) { (board, id) throws(BoardError) in
            try board.plan(command, as: id)
          }
        }
      } catch {
        // A rule said no, as it may to any of them; the snapshot is never the reason.
        guard case .refused = error else { throw error }
      }
      simple.tendSnapshot()
    }
    #expect(BoardContents(simple.board) == BoardContents(try simple.allChanges()))
    #expect(try Self.agrees(fixture).isFromSnapshot)
  }

  @Test("What others append without noting it is read, and the covered lines are compared first")
  func unnoted() throws {
    let (fixture, _) = try Self.board()
    let store = try fixture.open()
    let item = try #require(store.board.items.first?.reference)
    for number in 1...5 {
      _ = try store.commit(by: StoreFixture.author()) { (board, id) throws(BoardError) in
        try board.plan(.note(item, text: "Note \(number)", isPrivate: false), as: id)
      }
    }
    #expect(try Self.agrees(fixture).isFromSnapshot)
  }

  @Test("A snapshot with any byte changed, cut or too long is not used", arguments: [0, 5, 20, 40, 100, 5000, 50_000])
  func torn(place: Int) throws {
    let (fixture, _) = try Self.board()
    let bytes = try #require(fixture.disk.contents(Self.snapshot))
    try #require(bytes.count > place)
    var flipped = bytes
    flipped[place] ^= 0x10
    for (name, damaged) in [
      ("flipped", flipped), ("cut", Array(bytes[..<place])), ("too long", bytes + [UInt8](repeating: 0, count: 9)),
    ] {
      fixture.disk.put(Self.snapshot, damaged)
      #expect(try !Self.agrees(fixture, "\(name) at \(place)").isFromSnapshot)
    }
  }

  @Test("The snapshot of another board, or of an older state of this one, is not used")
  func foreign() throws {
    let (fixture, _) = try Self.board(seed: 1)
    let (other, _) = try Self.board(seed: 2)
    fixture.disk.put(Self.snapshot, try #require(other.disk.contents(Self.snapshot)))
    #expect(try !Self.agrees(fixture).isFromSnapshot)
  }

  /// What may happen to a journal beside its snapshot.
  static let rewritings: [(name: String, rewritten: @Sendable ([UInt8]) -> [UInt8])] = [
    ("a line is gone", { bytes in Array(bytes.drop { $0 != 0x0A }.dropFirst()) }),
    ("a byte in the beginning is another", { bytes in bytes.enumerated().map { $0 == 300 ? $1 ^ 1 : $1 } }),
    ("it shrank", { bytes in Array(bytes[..<(bytes.count / 2)]) }),
    ("it is empty", { _ in [] }),
    (
      "it was replaced by a longer one",
      { bytes in
        var random = SeededRandom(seed: 77)
        let other = (try? FoldTests.history(1, count: 1700, &random)) ?? []
        return other.flatMap { LineWriter.line(for: $0) }
      }
    ),
  ]

  @Test("A journal that was rewritten is believed, not its snapshot", arguments: rewritings.indices)
  func rewritten(number: Int) throws {
    let (fixture, _) = try Self.board()
    let path = try fixture.stream()
    let bytes = try #require(fixture.disk.contents(path))
    fixture.disk.put(path, Self.rewritings[number].rewritten(bytes))
    #expect(try !Self.agrees(fixture, "\(Self.rewritings[number].name)").isFromSnapshot)
  }

  @Test("Changes of another copy that belong before those of the snapshot have all folded again")
  func lateStream() throws {
    let (fixture, _) = try Self.board()
    var random = SeededRandom(seed: 5)
    let late = try FoldTests.history(2, count: 20, &random)
    fixture.disk.put(
      "\(StoreFixture.path)/journal/\(ChangeID.hex(2, digits: 16)).jsonl", late.flatMap { LineWriter.line(for: $0) })
    #expect(try !Self.agrees(fixture).isFromSnapshot)
  }

  @Test("Damage keeps a board from getting a snapshot; a sealed tail does not, and is still found")
  func damage() throws {
    let (fixture, _) = try Self.board()
    let path = try fixture.stream()
    let bytes = try #require(fixture.disk.contents(path))
    fixture.disk.put(path, bytes + Array("half a line !sealed\n".utf8))
    fixture.disk.remove(Self.snapshot)
    try fixture.open().tendSnapshot()
    #expect(try Self.agrees(fixture).isFromSnapshot)
    fixture.disk.put(path, bytes + Array("damage\n".utf8))
    fixture.disk.remove(Self.snapshot)
    try fixture.open().tendSnapshot()
    #expect(!fixture.disk.paths.contains(Self.snapshot))
    #expect(try !Self.agrees(fixture).isFromSnapshot)
  }

  @Test("A reader makes no snapshot, and a small board needs none")
  func unneeded() throws {
    let (fixture, _) = try Self.board()
    fixture.disk.remove(Self.snapshot)
    try fixture.open(.readOnly).tendSnapshot()
    #expect(!fixture.disk.paths.contains(Self.snapshot))
    let (small, _) = try StoreFixture.board(changes: 20)
    try small.open().tendSnapshot()
    #expect(!small.disk.paths.contains(Self.snapshot))
  }
}
