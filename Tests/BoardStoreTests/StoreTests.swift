import BoardModel
import BoardStore
import SystemCalls
import TestSupport
import Testing

@Suite struct StoreTests {
  @Test("A board reads back as it was written, from the files alone")
  func roundTrip() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 30)
    #expect(changes.count == 30)
    #expect(changes.map(\.id.sequence) == Array(1...30))
    let reader = try fixture.open(.readOnly)
    #expect(BoardContents(reader.board) == BoardContents(changes))
    #expect(reader.health.findings.isEmpty && reader.health.newerChanges == 0)
    #expect(try reader.allChanges() == changes)
    #expect(reader.board.settings.name == "Test")
  }

  @Test("A change that plans nothing writes nothing")
  func emptyPlan() throws {
    let (fixture, _) = try StoreFixture.board(changes: 3)
    let before = try fixture.disk.contents(fixture.stream())
    let store = try fixture.open()
    let made = try store.commit(by: StoreFixture.author()) { _, _ in ChangeDraft(kind: .note) }
    #expect(made == nil)
    #expect(try fixture.disk.contents(fixture.stream()) == before)
  }

  @Test("A rule that says no, and a dry run, write nothing")
  func refusal() throws {
    let (fixture, _) = try StoreFixture.board(changes: 3)
    let before = try fixture.disk.contents(fixture.stream())
    let store = try fixture.open()
    #expect(throws: StoreError.refused(.nothingToUndo(actor: "Nobody"))) {
      try store.undo(by: StoreFixture.author("Nobody"))
    }
    let draft = try store.draft { (board, id) throws(BoardError) in
      try board.plan(StoreFixture.command(4), as: id)
    }
    #expect(!draft.operations.isEmpty)
    #expect(try fixture.disk.contents(fixture.stream()) == before)
  }

  @Test("Undo and redo go through the journal and survive reopening")
  func undoRedo() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 6)
    let before = BoardContents(changes).records.map { $0.registers.map(\.value) }
    for _ in 0..<3 { try #require(try fixture.open().undo(by: StoreFixture.author()) != nil) }
    for _ in 0..<3 { try #require(try fixture.open().redo(by: StoreFixture.author()) != nil) }
    let store = try fixture.open(.readOnly)
    #expect(store.board.records.map { $0.registers.map(\.value) } == before)
    #expect(store.changeCount == 12)
    let item = EntityReference.item(StoreFixture.item(2))
    let touching = try store.changes(touching: item)
    #expect(touching.count == store.board.record(item)?.changes.count)
    #expect(touching.first?.kind == .import)
  }

  @Test("Where nothing or something else is, opening says which")
  func noBoard() throws {
    let fixture = try StoreFixture()
    let seam = MemoryProcess(fixture.disk)
    fixture.disk.putDirectory("/other")
    fixture.disk.put("/file", [1])
    #expect(throws: StoreError.noBoard(path: "/none")) {
      try Store.open(at: "/none", mode: .readOnly, seam: seam)
    }
    #expect(throws: StoreError.notABoard(path: "/other", detail: "it has no board.json")) {
      try Store.open(at: "/other", mode: .readOnly, seam: seam)
    }
    #expect(throws: StoreError.self) { try Store.open(at: "/file", mode: .readOnly, seam: seam) }
    #expect(throws: StoreError.alreadyExists(path: StoreFixture.path)) {
      try Store.create(at: StoreFixture.path, settings: BoardSettings(name: "x"), seam: seam)
    }
    fixture.disk.put("\(StoreFixture.path)/board.json", Array("{".utf8))
    #expect(
      throws: StoreError.notABoard(
        path: StoreFixture.path, detail: "board.json is no JSON text at byte 1")
    ) {
      try fixture.open()
    }
  }

  @Test("Settings are replaced as a whole and seen by those who read along")
  func settings() throws {
    let (fixture, _) = try StoreFixture.board(changes: 2)
    let reader = try fixture.open(.readOnly)
    let settings = BoardSettings(
      name: "New", body: "PCC", force: "Force", countingRule: .publicationIsDayZero,
      responseDays: 60)
    try fixture.open().save(settings)
    #expect(reader.refresh().isChanged)
    #expect(reader.board.settings == settings)
    #expect(try fixture.open().board.settings == settings)
  }

  @Test("A reader takes no lock and makes no call that writes")
  func readOnly() throws {
    let (fixture, _) = try StoreFixture.board(changes: 3)
    let process = MemoryProcess(fixture.disk)
    let store = try fixture.open(.readOnly, as: process)
    store.refresh()
    _ = try store.allChanges()
    let writing: Set<SystemCall> = [
      .write, .fdatasync, .fsync, .ftruncate, .fchmod, .flock, .mkdir, .rename, .unlink, .rmdir,
    ]
    #expect(writing.isDisjoint(with: process.calls))
    #expect(throws: StoreError.openedForReading) { try fixture.change(store, 4) }
  }

  struct Modes: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let board: UInt32
    let directory: UInt32
    let file: UInt32
  }

  @Test(
    "Permissions follow the board's directory, whatever the umask",
    arguments: [
      Modes(testDescription: "shared by a group", board: 0o770, directory: 0o2770, file: 0o660),
      Modes(
        testDescription: "shared, others may read", board: 0o775, directory: 0o2775, file: 0o664),
      Modes(testDescription: "for everybody to read", board: 0o755, directory: 0o755, file: 0o644),
      Modes(testDescription: "private", board: 0o700, directory: 0o700, file: 0o600),
    ], [0o000, 0o022, 0o077] as [UInt32])
  func modes(modes: Modes, umask: UInt32) throws {
    let disk = MemoryDisk()
    disk.putDirectory("/boards/a.board")
    disk.setMode("/boards/a.board", modes.board)
    let process = MemoryProcess(disk, umask: umask)
    let store = try Store.create(
      at: StoreFixture.path, settings: BoardSettings(name: "Test"), seam: process)
    try StoreFixture(disk).change(store, 0)
    for path in disk.paths where path.hasPrefix(StoreFixture.path) {
      let isDirectory = disk.contents(path) == nil
      #expect(disk.mode(path) == (isDirectory ? modes.directory : modes.file), "\(path)")
    }
  }

  @Test("A line over 32 MiB is refused before anything is written")
  func tooLarge() throws {
    let (fixture, _) = try StoreFixture.board(changes: 2)
    let before = try fixture.disk.contents(fixture.stream())
    let store = try fixture.open()
    let text = String(repeating: "x", count: 33 << 20)
    #expect(throws: StoreError.self) {
      try store.commit(by: StoreFixture.author()) { _, id in
        ChangeDraft(
          kind: .note,
          operations: [
            Operation(
              entity: .item(StoreFixture.item(1)), key: FieldKey(.note, entry: id), old: nil,
              new: text, from: .none)
          ])
      }
    }
    #expect(try fixture.disk.contents(fixture.stream()) == before)
  }
}
