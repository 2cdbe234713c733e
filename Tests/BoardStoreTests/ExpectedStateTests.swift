import BoardModel
import BoardStore
import TestSupport
import Testing

@Suite struct ExpectedStateTests {
  @Test("A precondition is judged inside the lock, on what others wrote up to then; where it fails nothing is written")
  func insideTheLock() throws {
    let (fixture, _) = try StoreFixture.board(changes: 2)
    let item = StoreFixture.item(2)
    let disk = fixture.disk
    let process = MemoryProcess(disk) { [other = MemoryProcess(disk, processID: 7)] call, path in
      // Somebody is quicker, between our reading of the board and our lock.
      guard call == .flock, let store = try? Store.open(at: StoreFixture.path, mode: .readWrite, seam: other),
        store.board.item(item)?.owner != "Quick"
      else { return }
      _ = try? store.commit(by: StoreFixture.author("Other")) { (board, id) throws(BoardError) in
        try board.plan(.assign([item], owner: "Quick"), as: id)
      }
    }
    let store = try fixture.open(as: process)
    let seen = store.board.item(item)?.owner
    #expect(seen == "Owner 1")
    let error = #expect(throws: StoreError.self) {
      try store.commit(
        by: StoreFixture.author(), expecting: [.value(.item(item), FieldKey(.owner), is: seen)]
      ) { (board, id) throws(BoardError) in try board.plan(.assign([item], owner: "Slow"), as: id) }
    }
    guard case .changedMeanwhile(let unmet) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(unmet.value == "Quick" && unmet.actor == "Other")
    #expect(try fixture.open(.readOnly).changeCount == 3)
    #expect(store.board.item(item)?.owner == "Quick")
    let made = try store.commit(
      by: StoreFixture.author(), expecting: [.value(.item(item), FieldKey(.owner), is: "Quick")]
    ) { (board, id) throws(BoardError) in try board.plan(.assign([item], owner: "Slow"), as: id) }
    #expect(made != nil)
  }
}
