import BoardModel
import BoardStore
import SystemCalls
import TestSupport
import Testing

@Suite struct FollowTests {
  @Test("A reader sees what was added, whole lines only, and nothing when nothing was")
  func additions() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 3)
    let reader = try fixture.open(.readOnly)
    #expect(reader.refresh() == Store.Refresh())
    let added = try fixture.change(fixture.open(), 4)
    let path = try fixture.stream()
    let bytes = try #require(fixture.disk.contents(path))
    let start = try #require(bytes.dropLast().lastIndex(of: 0x0A)) + 1
    fixture.disk.put(path, Array(bytes[..<start]))
    reader.refresh()
    for end in stride(from: start, to: bytes.count, by: 10) {
      fixture.disk.put(path, Array(bytes[..<end]))
      #expect(reader.refresh().newChanges.isEmpty)
      #expect(reader.changeCount == 3)
    }
    fixture.disk.put(path, bytes)
    let refresh = reader.refresh()
    #expect(refresh.newChanges == [added.id] && refresh.isChanged)
    #expect(BoardContents(reader.board) == BoardContents(changes + [added]))
    #expect(reader.health.findings.isEmpty)
  }

  enum Replacement: String, CaseIterable, Sendable {
    case sameBytesInAnotherFile, shorterInPlace, otherBytesInPlace, otherBytesInAnotherFile
  }

  @Test(
    "A file that is replaced, cut or rewritten is read again from the start",
    arguments: Replacement.allCases)
  func replaced(how: Replacement) throws {
    let (fixture, changes) = try StoreFixture.board(changes: 6)
    let path = try fixture.stream()
    let bytes = try #require(fixture.disk.contents(path))
    let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    let reader = try fixture.open(.readOnly)
    var expected = changes
    switch how {
    case .sameBytesInAnotherFile:
      fixture.disk.remove(path)
      fixture.disk.put(path, bytes)
    case .shorterInPlace:
      fixture.disk.put(path, Array(lines[..<4].joined()))
      expected = Array(changes[..<4])
    case .otherBytesInPlace:
      var damaged = bytes
      damaged[lines[0].count + 20] ^= 1
      fixture.disk.put(path, damaged)
      expected.remove(at: 1)
    case .otherBytesInAnotherFile:
      fixture.disk.remove(path)
      fixture.disk.put(path, Array(lines[..<2].joined()))
      expected = Array(changes[..<2])
    }
    #expect(reader.refresh().isReloaded)
    #expect(BoardContents(reader.board) == BoardContents(expected))
    #expect(reader.refresh() == Store.Refresh())
  }

  @Test("While files are missing or unreadable the last board stays, with why and since when")
  func outage() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 4)
    let process = MemoryProcess(fixture.disk)
    let reader = try fixture.open(.readOnly, as: process)
    let path = try fixture.stream()
    fixture.disk.move(path, to: "/elsewhere")
    let time = process.now()
    #expect(reader.refresh().isChanged)
    fixture.disk.advance(milliseconds: 9000)
    #expect(!reader.refresh().isChanged)
    #expect(reader.outage == Store.Outage(error: .missing(path: path), since: time))
    #expect(BoardContents(reader.board) == BoardContents(changes))
    fixture.disk.move("/elsewhere", to: path)
    #expect(reader.refresh().isChanged)
    #expect(reader.outage == nil && reader.lastGoodRead > time)
    fixture.disk.move(StoreFixture.path, to: "/away")
    reader.refresh()
    #expect(reader.outage?.error == .noBoard(path: StoreFixture.path))
    fixture.disk.move("/away", to: StoreFixture.path)
    process.plan(FaultPlan([.failAll(.stat, .inputOutput)]))
    reader.refresh()
    #expect(reader.outage != nil && BoardContents(reader.board) == BoardContents(changes))
    process.plan(FaultPlan())
    reader.refresh()
    #expect(reader.outage == nil)
  }

  @Test("Each call of a wake-up fails: the board stays true, and the next wake-up is whole")
  func faults() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 4)
    for number in 0..<40 {
      let disk = fixture.disk.copy()
      let process = MemoryProcess(disk)
      let reader = try Store.open(at: StoreFixture.path, mode: .readOnly, seam: process)
      let added = try fixture.change(
        Store.open(at: StoreFixture.path, mode: .readWrite, seam: MemoryProcess(disk)), 5)
      process.plan(FaultPlan([.failOnce(number: number, .inputOutput)]))
      reader.refresh()
      #expect([4, 5].contains(reader.changeCount))
      process.plan(FaultPlan())
      reader.refresh()
      #expect(BoardContents(reader.board) == BoardContents(changes + [added]), "call \(number)")
      #expect(reader.outage == nil)
    }
  }

  @Test("On the real system a change wakes the watch of a reader")
  func watch() throws {
    let system = HostSystem()
    let path = "/tmp/board-follow-\(system.randomBytes(count: 8).map { String($0) }.joined()).board"
    let store = try Store.create(at: path, settings: BoardSettings(name: "Test"), seam: system)
    defer { _ = try? system.run(ProgramCall("rm", ["-r", path])) }
    let reader = try Store.open(at: path, mode: .readOnly, seam: system)
    let watch = try #require(try reader.watchDescriptor())
    let fixture = StoreFixture(MemoryDisk())
    let first = try fixture.change(store, 0)
    #expect(try system.poll([watch], milliseconds: 2000) == [watch])
    reader.drainWatch()
    #expect(reader.refresh().newChanges == [first.id])
    let second = try fixture.change(store, 1)
    #expect(try system.poll([watch], milliseconds: 2000) == [watch])
    reader.drainWatch()
    #expect(reader.refresh().newChanges == [second.id])
    #expect(try system.poll([watch], milliseconds: 0).isEmpty)
    #expect(BoardContents(reader.board) == BoardContents(store.board))
  }
}
