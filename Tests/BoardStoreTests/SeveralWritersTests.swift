import BoardModel
import BoardStore
import SystemCalls
import TestSupport
import Testing

@Suite struct SeveralWritersTests {
  @Test("Two processes that take turns see each other's changes, in one stream without gaps")
  func turns() throws {
    let (fixture, _) = try StoreFixture.board(changes: 2)
    let first = try fixture.open()
    let second = try fixture.open(as: MemoryProcess(fixture.disk, processID: 200, login: "sam"))
    for number in 2..<12 { try fixture.change(number % 2 == 0 ? first : second, number) }
    #expect(first.refresh().newChanges.count == 1)
    #expect(BoardContents(first.board) == BoardContents(second.board))
    #expect(try first.allChanges().map(\.id.sequence) == Array(1...12))
    #expect(fixture.disk.paths.filter { $0.hasSuffix(".jsonl") }.count == 1)
  }

  @Test(
    "A lock that somebody holds is waited for 5 seconds; then the holder is named, and nothing is written"
  )
  func locked() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 2)
    let holder = MemoryProcess(fixture.disk, processID: 77, login: "sam")
    let lock = try OpenFile("\(StoreFixture.path)/lock", [.readWrite], seam: holder)
    #expect(try lock.tryLock())
    _ = try lock.write(Array("sam on machine-b, process 77, since 10:00:00   \n".utf8))
    let waiter = MemoryProcess(fixture.disk)
    let store = try fixture.open(as: waiter)
    let start = waiter.monotonic()
    #expect(throws: StoreError.locked(holder: "sam on machine-b, process 77, since 10:00:00")) {
      try fixture.change(store, 3)
    }
    let waited = (waiter.monotonic() - start) / 1_000_000
    #expect((5000...5200).contains(waited))
    #expect(try fixture.open(.readOnly).allChanges() == changes)
    holder.kill()
    try fixture.change(store, 3)
  }

  @Test(
    "A copied directory writes a stream of its own; the fold of both is the same on either side")
  func copied() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 4)
    let copyPath = "/boards/b.board"
    fixture.disk.copyTree(StoreFixture.path, to: copyPath)
    let copy = try Store.open(at: copyPath, mode: .readWrite, seam: MemoryProcess(fixture.disk))
    let theirs = try fixture.change(copy, 5, as: "B")
    #expect(
      theirs.id.replica != changes[0].id.replica && theirs.id.sequence == 1 && theirs.lamport == 5)
    let ours = try fixture.change(fixture.open(), 7)
    let later = try fixture.change(fixture.open(), 8)
    // Bring the copy's stream over, as a sync would: its change belongs before one that is applied already.
    let reader = try fixture.open(.readOnly)
    let name = "\(ChangeID.hex(theirs.id.replica, digits: 16)).jsonl"
    let stream = try #require(fixture.disk.contents("\(copyPath)/journal/\(name)"))
    fixture.disk.put("\(StoreFixture.path)/journal/\(name)", stream)
    let refresh = reader.refresh()
    #expect(refresh.isReloaded && refresh.newChanges == [theirs.id])
    let merged = (changes + [theirs, ours, later]).sorted { $0.order < $1.order }
    #expect(try reader.allChanges() == merged)
    #expect(BoardContents(reader.board) == BoardContents(merged))
    let more = try fixture.change(copy, 10, as: "B")
    fixture.disk.put(
      "\(StoreFixture.path)/journal/\(name)",
      try #require(fixture.disk.contents("\(copyPath)/journal/\(name)")))
    reader.refresh()
    #expect(try reader.allChanges() == (merged + [more]).sorted { $0.order < $1.order })
    let next = try fixture.change(fixture.open(), 11)
    #expect(next.lamport == 7 && next.id.sequence == 7)
  }

  @Test("Another machine on the same directory writes a stream of its own, and keeps it")
  func machines() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 2)
    var replicas: Set<UInt64> = [changes[0].id.replica]
    for number in 2..<8 {
      let machine = number % 2 == 0 ? "machine-a" : "machine-b"
      let store = try fixture.open(as: MemoryProcess(fixture.disk, machine: machine))
      replicas.insert(try fixture.change(store, number).id.replica)
    }
    #expect(replicas.count == 2)
    let store = try fixture.open(.readOnly)
    #expect(store.health.isSound && store.changeCount == 8)
  }

  struct Plant: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let put: @Sendable (MemoryDisk, String) -> Void
  }

  static let plants = [
    Plant(testDescription: "a symbolic link") { disk, path in
      disk.put("/target", [])
      disk.putLink(path, to: "/target")
    },
    Plant(testDescription: "a FIFO") { disk, path in disk.putFIFO(path) },
  ]

  @Test(
    "A planted file is refused, for reading and for writing", arguments: plants,
    ["lock", "journal/stream"])
  func planted(plant: Plant, name: String) throws {
    let (fixture, _) = try StoreFixture.board(changes: 2)
    let path = name == "lock" ? "\(StoreFixture.path)/lock" : try fixture.stream()
    let store = try fixture.open()
    fixture.disk.remove(path)
    plant.put(fixture.disk, path)
    #expect(throws: StoreError.planted(path: path)) { try fixture.change(store, 3) }
    if name != "lock" {
      #expect(throws: StoreError.planted(path: path)) { try fixture.open(.readOnly) }
    }
    #expect(fixture.disk.contents("/target") ?? [] == [])
  }

  @Test("A file replaced between the write and the check is noticed: nothing is acknowledged")
  func replacedUnderUs() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 3)
    let path = try fixture.stream()
    let disk = fixture.disk
    let bytes = try #require(disk.contents(path))
    let process = MemoryProcess(disk) { call, called in
      // As git would: another file under the name, just before the line is written.
      guard call == .write, called == path else { return }
      disk.remove(path)
      disk.put(path, bytes)
    }
    let store = try fixture.open(as: process)
    #expect(throws: StoreError.changedUnderYou(path: path)) { try fixture.change(store, 3) }
    #expect(try fixture.open(.readOnly).allChanges() == changes)
    try fixture.change(fixture.open(), 3)
  }
}
