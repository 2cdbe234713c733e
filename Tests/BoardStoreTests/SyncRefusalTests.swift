import BoardModel
import BoardStore
import Foundation
import SystemCalls
import TestSupport
import Testing

/// Remotes that cannot be followed, and syncs that end early: nothing here changes, and the next sync completes.
@Suite(.serialized) struct SyncRefusalTests {
  /// A way to spoil what the hub holds, as a script in a checkout with `$f` for the stream of the copy `b`.
  struct Forgery: CustomTestStringConvertible {
    let testDescription: String
    let script: String
    /// What the error has to be, as the beginning of its description.
    let error: String

    init(_ name: String, _ script: String, _ error: String) {
      testDescription = name
      self.script = script
      self.error = error
    }
  }

  static let forgeries = [
    Forgery("a changed byte in a new line", "sed -i '2s/own/0wn/' $f", "forged"),
    Forgery("a conflict marker", "echo '<<<<<<< HEAD' >> $f", "forged"),
    Forgery("a line without an end", "printf '{\"v\":1' >> $f", "forged"),
    Forgery("a line twice", "tail -n 1 $f > l; cat l >> $f; rm l", "forged"),
    Forgery("a line left out", "sed -i 2d $f; echo >> $f", "forged"),
    Forgery("a line of another copy", "head -n 1 $o >> $f", "forged"),
    Forgery("a known line changed", "sed -i '1s/own/0wn/' $f", "forged"),
    Forgery("a known line replaced by another whole one", "cp $f x; sed -n 2p x > $f; rm x", "forged"),
    Forgery("a file that is no stream", "echo x > journal/notes.txt", "foreignFile"),
    Forgery("a file beside the board", "echo x > README.md", "foreignFile"),
    Forgery("a link", "ln -s /etc/passwd journal/0123456789abcdef.jsonl", "foreignFile"),
    Forgery("a program", "chmod +x $f", "foreignFile"),
    Forgery("no board file", "git rm --quiet board.json", "notABoard"),
    Forgery("a board file that is none", "echo '{' > board.json", "notABoard"),
    Forgery("a newer format", "sed -i 's/\"must\":\\[\\]/\"must\":[\"x\"]/' board.json", "store"),
    Forgery(
      "another board", "sed -i 's/\"store\":\"[0-9a-f]*/\"store\":\"0123456789abcdef/' board.json", "otherBoard"),
  ]

  @Test("What was forged at the remote is reported and not followed: not a byte here changes", arguments: forgeries)
  func forged(forgery: Forgery) throws {
    let fixture = try SyncFixture()
    try fixture.join("b")
    let store = try fixture.open("b")
    try fixture.change(store, .assign([StoreFixture.item(1)], owner: "own 1"))
    try fixture.sync("b")
    try fixture.sync("a")
    try fixture.change(store, .assign([StoreFixture.item(2)], owner: "own 2"))
    try fixture.sync("b")
    let own = "journal/\(ChangeID.hex(try #require(store.allChanges().last).id.replica, digits: 16)).jsonl"
    let other = "journal/\(ChangeID.hex(try #require(store.allChanges().first).id.replica, digits: 16)).jsonl"
    try fixture.forge("f=\(own); o=\(other); \(forgery.script)")
    let before = try fixture.journals("a")
    do {
      try fixture.sync("a")
      Issue.record("followed")
    } catch let error as SyncError {
      #expect("\(error)".hasPrefix(forgery.error), "\(error)")
    }
    #expect(try fixture.journals("a") == before)
    #expect(try fixture.open("a").board.settings.name == "Test")
  }

  @Test("A stream that goes another way than ours from a known line on is reported with the place, and not followed")
  func disagrees() throws {
    let fixture = try SyncFixture()
    try fixture.shell("cp -a a.board old.board")
    for number in 1..<3 { try fixture.change(fixture.open("a"), StoreFixture.command(number)) }
    try fixture.sync("a")
    let before = try fixture.journals("a")
    // The same stream once more from the second line on, as two machines with one copied identity would write it.
    let stream = try #require(before.keys.first)
    let other = try fixture.open("a")
    let line = before[stream]?.split(separator: 10)[1].count ?? 0
    try fixture.shell("cp -a old.board/journal/\(stream) a.board/journal/\(stream)")
    _ = other.refresh()
    try fixture.change(other, StoreFixture.command(7))
    let parted = try fixture.journals("a")
    #expect(line > 0)
    do {
      try fixture.sync("a")
      Issue.record("followed")
    } catch let error as SyncError {
      guard case .disagrees(_, let file, let offset) = error else { throw error }
      #expect(file == "journal/\(stream)" && offset > 0)
    }
    #expect(try fixture.journals("a") == parted)
  }

  @Test(
    "A remote that was set back, emptied or made anew is reported and not followed, until somebody says it was meant")
  func rewound() throws {
    let fixture = try SyncFixture()
    try fixture.join("b")
    try fixture.change(fixture.open("b"), StoreFixture.command(1))
    try fixture.sync("b")
    try fixture.sync("a")
    let wanted = try fixture.contents("a")
    for script in [
      "git -C hub.git update-ref refs/heads/board refs/heads/board~1",
      "git -C hub.git update-ref -d refs/heads/board", "rm -rf hub.git; git init --quiet --bare hub.git",
    ] {
      try fixture.shell(script)
      #expect(throws: SyncError.rewound(remote: fixture.hub), "\(script)") { try fixture.sync("a") }
      #expect(try fixture.contents("a") == wanted)
      let outcome = try fixture.sync("a", startingOver: true)
      #expect(outcome.received == 0 && outcome.sent > 0, "\(script)")
      try fixture.join("c")
      #expect(try fixture.contents("c") == wanted)
      try fixture.shell("rm -rf c.board")
    }
  }

  @Test("Another board's remote is refused, from the first sync on; a second sync at once says that it is busy")
  func otherBoardAndBusy() throws {
    let fixture = try SyncFixture()
    _ = try Store.create(at: fixture.path("x"), settings: BoardSettings(name: "Other"), seam: fixture.system)
    #expect(throws: SyncError.noRemote) { try fixture.sync("x") }
    #expect(throws: SyncError.otherBoard(remote: fixture.hub)) { try fixture.sync("x", fixture.hub) }
    #expect(throws: SyncError.badRemote("--upload-pack=touch x")) { try fixture.sync("x", "--upload-pack=touch x") }
    #expect(throws: SyncError.badRemote("ext::sh -c touch% x")) { try fixture.sync("x", "ext::sh -c touch% x") }
    let lock = try OpenFile("\(fixture.path("a"))/.local/sync.lock", [.readWrite], seam: fixture.system)
    #expect(try lock.tryLock())
    #expect(throws: SyncError.busy) { try fixture.sync("a") }
    try lock.unlock()
    try fixture.sync("a")
    #expect(throws: SyncError.programMissing("git")) { try fixture.sync("a", seam: DyingSystem(runsPrograms: false)) }
  }

  @Test("A directory joins only where nothing is; a join that failed leaves nothing behind")
  func join() throws {
    let fixture = try SyncFixture()
    let system = fixture.system
    #expect(throws: SyncError.store(.alreadyExists(path: fixture.path("a")))) { try fixture.join("a") }
    try fixture.shell("git init --quiet --bare empty.git")
    let empty = "\(fixture.directory)/empty.git"
    #expect(throws: SyncError.nothingToJoin(remote: empty)) {
      _ = try SyncRun.join(fixture.path("n"), to: empty, seam: system)
    }
    #expect(throws: SyncError.self) { _ = try SyncRun.join(fixture.path("n"), to: "/no/where", seam: system) }
    #expect(!FileManager.default.fileExists(atPath: fixture.path("n")))
  }

  @Test("Damage here is not sent: what stands before it is, and the other copies stay sound")
  func damage() throws {
    let fixture = try SyncFixture()
    try fixture.join("b")
    let store = try fixture.open("a")
    for number in 1..<5 { try fixture.change(store, StoreFixture.command(number)) }
    let stream = try #require(try fixture.journals("a").keys.first)
    try fixture.shell("sed -i '3s/kali/kal1/' a.board/journal/\(stream)")
    let outcome = try fixture.sync("a")
    #expect(outcome.sent == 1 && outcome.damaged.map(\.line) == [3] && outcome.damaged.map(\.fault) == [.damaged])
    try fixture.change(fixture.open("a"), StoreFixture.command(6))
    try fixture.sync("a")
    #expect(try fixture.sync("b").received == 2)
    #expect(try fixture.open("b").changeCount == 3)
  }

  @Test("Stopped at any step, a sync has lost nothing, and the next one completes")
  func stopped() throws {
    let fixture = try SyncFixture()
    try fixture.join("b")
    var steps = 0
    while true {
      try fixture.change(fixture.open("a"), StoreFixture.command(3 * steps + 1), as: "A\(steps)")
      try fixture.change(fixture.open("b"), StoreFixture.command(3 * steps + 2), as: "B\(steps)")
      try fixture.sync("b")
      let dying = DyingSystem(after: steps)
      do { try fixture.sync("a", seam: dying) } catch { #expect(dying.isDead, "step \(steps): \(error)") }
      let store = try fixture.open("a")
      #expect(store.health.isSound, "step \(steps)")
      #expect(store.changeCount >= 2 * steps + 2, "step \(steps)")
      try fixture.sync("a")
      try fixture.sync("b")
      #expect(try fixture.contents("a") == fixture.contents("b"), "step \(steps)")
      #expect(try fixture.open("a").changeCount == 2 * steps + 3, "step \(steps)")
      if !dying.isDead { break }
      steps += 1
    }
    #expect(steps > 20)
  }

  @Test("Stopped at any step, a join is taken up by the next one")
  func stoppedJoin() throws {
    let fixture = try SyncFixture()
    let wanted = try fixture.contents("a")
    var steps = 0
    while true {
      let dying = DyingSystem(after: steps)
      do { _ = try SyncRun.join(fixture.path("j"), to: fixture.hub, seam: dying) } catch {
        #expect(dying.isDead, "step \(steps): \(error)")
      }
      if SyncRun.canJoin(at: fixture.path("j"), seam: fixture.system) {
        try fixture.join("j")
      } else {
        try fixture.sync("j", fixture.hub)
      }
      #expect(try fixture.contents("j") == wanted, "step \(steps)")
      try fixture.shell("rm -rf j.board")
      if !dying.isDead { break }
      steps += 1
    }
    #expect(steps > 8)
  }
}
