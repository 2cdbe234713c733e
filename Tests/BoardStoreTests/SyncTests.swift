import BoardModel
import BoardStore
import Foundation
import SystemCalls
import TestSupport
import Testing

/// Copies of one board that exchange their changes through a repository.
@Suite(.serialized) struct SyncTests {
  /// 20 histories, or 500 when a soak is asked for.
  static let seeds = Array(1...(ProcessInfo.processInfo.environment["BOARD_SOAK"] == nil ? UInt64(20) : 500))

  /// One of the things a person may do.
  static func step(_ fixture: SyncFixture, _ name: String, _ random: inout SeededRandom) throws -> Change? {
    let store = try fixture.open(name)
    let author = StoreFixture.author(name)
    let item = StoreFixture.item(Int.random(in: 1...4, using: &random))
    let text = "\(name) \(Int.random(in: 0..<1000, using: &random))"
    let command: Command
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: command = .assign([item], owner: text)
    case 2:
      let day = CalendarDay(daysSinceEpoch: Int32.random(in: 18_000..<19_000, using: &random))
      command = .due([item], day, reason: text)
    case 3: command = .note(item, text: text, isPrivate: false)
    case 4:
      command = .move(
        [item], to: Bool.random(using: &random) ? .awaitingNPCC : .forceAction, closing: nil, reason: text)
    case 5:
      let contested = store.board.record(.item(item))?.contestedFields.first?.field
      command = contested.map { .settle(.item(item), $0) } ?? .assign([item], owner: nil)
    default:
      // Undo and redo say no when there is nothing, or somebody changed it later: that is an answer as well.
      do throws(StoreError) {
        return try Bool.random(using: &random) ? store.undo(by: author) : store.redo(by: author)
      } catch {
        guard case .refused = error else { throw error }
        return nil
      }
    }
    return try fixture.change(store, command, as: name)
  }

  @Test(
    "Three copies that change and sync in any order end with one board: that of all changes in their order",
    arguments: seeds)
  func converge(seed: UInt64) throws {
    let fixture = try SyncFixture()
    let names = ["a", "b", "c"]
    try fixture.join("b")
    try fixture.join("c")
    var changes = try fixture.open("a").allChanges()
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 {
      let name = names[Int.random(in: 0..<3, using: &random)]
      if Int.random(in: 0..<4, using: &random) == 0 {
        try fixture.sync(name)
      } else if let change = try Self.step(fixture, name, &random) {
        changes.append(change)
      }
    }
    for name in names + ["a", "b"] { try fixture.sync(name) }
    let reference = BoardContents(changes.sorted { $0.order < $1.order })
    for name in names {
      let store = try fixture.open(name)
      #expect(BoardContents(store.board) == reference, "\(name)")
      #expect(store.health.isSound)
    }
    let outcome = try fixture.sync("c")
    #expect(outcome.received == 0 && outcome.sent == 0)
  }

  @Test("A reader that is open takes up what a sync appended, also what belongs before what it knows")
  func reader() throws {
    let fixture = try SyncFixture()
    try fixture.join("b")
    let theirs = try #require(try fixture.change(fixture.open("b"), .assign([StoreFixture.item(1)], owner: "B")))
    try fixture.sync("b")
    let own = try fixture.open("a")
    for number in 1..<4 { try fixture.change(own, StoreFixture.command(number)) }
    let reader = try Store.open(at: fixture.path("a"), mode: .readOnly, seam: fixture.system)
    let outcome = try fixture.sync("a")
    #expect(outcome.received == 1 && outcome.sent == 3)
    #expect(reader.refresh().newChanges == [theirs.id])
    #expect(BoardContents(reader.board) == (try fixture.contents("a")))
  }

  @Test("A field set on two copies is contested on both until it is settled; an undo of that contests it again")
  func contested() throws {
    let fixture = try SyncFixture()
    try fixture.join("b")
    let item = StoreFixture.item(2)
    try fixture.change(fixture.open("a"), .assign([item], owner: "A"), as: "A")
    try fixture.change(fixture.open("b"), .assign([item], owner: "B"), as: "B")
    for name in ["a", "b", "a"] { try fixture.sync(name) }
    let values = try ["a", "b"].map { try fixture.open($0).board.item(item)?.record }
    #expect(values[0] == values[1] && values[0]?.contestedFields == [FieldKey(.owner)])
    let value = values[0]?[.owner]

    let store = try fixture.open("b")
    let settled = try #require(try fixture.change(store, .settle(.item(item), .owner), as: "B"))
    #expect(settled.kind == .settle)
    #expect(store.board.item(item)?.record.contestedFields == [] && store.board.item(item)?.record[.owner] == value)
    #expect(throws: StoreError.refused(.notContested(.item(item), .owner, contested: []))) {
      try fixture.change(store, .settle(.item(item), .owner))
    }
    for name in ["b", "a"] { try fixture.sync(name) }
    #expect(try fixture.open("a").board.item(item)?.record.contestedFields == [])

    _ = try store.undo(by: StoreFixture.author("B"))
    #expect(store.board.item(item)?.record.contestedFields == [FieldKey(.owner)])
    #expect(store.board.item(item)?.record[.owner] == value)
    _ = try store.redo(by: StoreFixture.author("B"))
    #expect(store.board.item(item)?.record.contestedFields == [])
    for name in ["b", "a"] { try fixture.sync(name) }
    #expect(try fixture.contents("a") == fixture.contents("b"))
  }

  @Test("A board whose journal directory git left out opens empty, and its first change makes the directory")
  func noJournal() throws {
    let disk = try StoreFixture().disk
    let process = MemoryProcess(disk)
    try process.removeDirectory("\(StoreFixture.path)/journal")
    let reader = try Store.open(at: StoreFixture.path, mode: .readOnly, seam: process)
    _ = try reader.watchDescriptor()
    #expect(reader.changeCount == 0 && reader.health.isSound)
    let fixture = StoreFixture(disk)
    let first = try fixture.change(fixture.open(), 0)
    #expect(reader.refresh().newChanges == [first.id])
    disk.losePower(keeps: { _ in false })
    #expect(try fixture.open().changeCount == 1)
  }

  @Test("A file lost in place comes back, and the copy writes a stream of its own from then on")
  func restored() throws {
    let fixture = try SyncFixture()
    try fixture.join("b")
    let store = try fixture.open("a")
    let before = try fixture.journals("a")
    for number in 1..<4 { try fixture.change(store, StoreFixture.command(number)) }
    try fixture.sync("a")
    let wanted = try fixture.contents("a")
    for (file, bytes) in before { try bytes.write(to: URL(fileURLWithPath: "\(fixture.path("a"))/journal/\(file)")) }
    #expect(try fixture.open("a").changeCount == 1)

    let outcome = try fixture.sync("a")
    #expect(outcome.beganNewStream && outcome.received == 3)
    #expect(try fixture.contents("a") == wanted)
    let restored = try fixture.open("a")
    let next = try #require(try fixture.change(restored, StoreFixture.command(5)))
    #expect(next.id.sequence == 1 && next.lamport == 5)
    for name in ["a", "b"] { try fixture.sync(name) }
    #expect(try fixture.contents("a") == fixture.contents("b"))
  }

  @Test("Settings changed on one side reach the other; changed on both, the remote's stand and ours are told")
  func settings() throws {
    let fixture = try SyncFixture()
    try fixture.join("b")
    var settings = try fixture.open("a").board.settings
    settings.name = "Coordination"
    try fixture.open("a").save(settings)
    for name in ["a", "b"] { #expect(try fixture.sync(name).settings == .kept) }
    #expect(try fixture.open("b").board.settings.name == "Coordination")

    settings.name = "From A"
    try fixture.open("a").save(settings)
    settings.name = "From B"
    try fixture.open("b").save(settings)
    #expect(try fixture.sync("a").settings == .kept)
    #expect(try fixture.sync("b").settings == .taken(insteadOf: settings))
    #expect(try fixture.open("b").board.settings.name == "From A")
  }
}
