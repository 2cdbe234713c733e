import BoardModel
import BoardStore
import SystemCalls
import TestSupport
import Testing

@Suite struct JournalDamageTests {
  /// Stops a sweep at the first place that is wrong; cheaper than an expectation at each of thousands.
  func check(
    _ isTrue: @autoclosure () throws -> Bool, _ place: @autoclosure () -> String,
    _ line: Int = #line
  ) throws {
    if try isTrue() { return }
    try #require(Bool(false), "\(place()), at line \(line)")
  }

  @Test("Cut after any byte, a journal shows its whole lines, and goes on from there")
  func everyPrefix() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 50)
    let path = try fixture.stream()
    let bytes = try #require(fixture.disk.contents(path))
    var expected = BoardContents([])
    var whole = 0
    for length in 0...bytes.count {
      if length > 0, bytes[length - 1] == 0x0A {
        whole += 1
        expected = BoardContents(changes.prefix(whole))
      }
      fixture.disk.put(path, Array(bytes[..<length]))
      let reader = try fixture.open(.readOnly)
      try check(BoardContents(reader.board) == expected, "cut at \(length)")
      try check(reader.health.isSound, "cut at \(length)")
      let tail =
        length == 0 ? 0 : length - (bytes[..<length].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
      try check(reader.health.tails.map(\.length) == (tail == 0 ? [] : [tail]), "cut at \(length)")
      // Going on is tried at every 13th cut, and at each end of a line and the byte before it.
      guard whole > 0, length % 13 == 0 || tail == 0 || bytes[length...].first == 0x0A else {
        continue
      }
      let added = try fixture.change(fixture.open(), 51)
      let again = try fixture.open(.readOnly)
      try #require(
        try again.allChanges() == Array(changes.prefix(whole)) + [added], "cut at \(length)")
      try check(again.health.isSound, "cut at \(length)")
      try check(again.health.tails.map(\.kind) == (tail == 0 ? [] : [.sealed]), "cut at \(length)")
    }
  }

  @Test("With any byte changed, what is shown is true, and what is missing is reported")
  func everyFlip() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 20)
    let path = try fixture.stream()
    let bytes = try #require(fixture.disk.contents(path))
    var known: [[ChangeID]: BoardContents] = [:]
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= 1 << UInt8(place % 8)
      fixture.disk.put(path, damaged)
      let reader = try fixture.open(.readOnly)
      let found = try reader.allChanges()
      let expected = changes.filter { change in found.contains { $0.id == change.id } }
      try check(found == expected, "byte \(place)")
      let contents = known[found.map(\.id)] ?? BoardContents(found)
      known[found.map(\.id)] = contents
      try check(BoardContents(reader.board) == contents, "byte \(place)")
      // A change of a LF joins two lines; the last LF leaves a torn tail.
      try check(found.count >= changes.count - 2 && found.count < changes.count, "byte \(place)")
      let isTail = place == bytes.count - 1
      try check(reader.health.isSound == isTail, "byte \(place)")
      if !isTail {
        let line = bytes[..<place].count { $0 == 0x0A } + 1
        let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let finding = try #require(reader.health.damage.first)
        #expect(finding.kind == .damaged && finding.line == line && finding.offset == start)
        #expect(finding.file == "journal/\(path.split(separator: "/").last ?? "")")
      }
      guard place % 17 == 0 else { continue }
      let store = try fixture.open()
      // An item whose addition is the damaged line cannot be changed; without the import there is none.
      guard let number = (21...24).first(where: { store.board.item(StoreFixture.item($0 % 4 + 1)) != nil }) else {
        continue
      }
      let added = try fixture.change(store, number)
      let again = try fixture.open(.readOnly)
      try check(try again.allChanges() == found + [added], "byte \(place)")
      let streams = fixture.disk.paths.filter { $0.hasSuffix(".jsonl") }
      if !isTail {
        #expect(fixture.disk.contents(path) == damaged, "nothing is appended to damage")
        #expect(streams.contains { $0.hasSuffix(".2.jsonl") })
        fixture.disk.remove(try #require(streams.first { $0.hasSuffix(".2.jsonl") }))
      }
    }
  }

  /// A journal whose lines a test rearranges.
  static func lines(_ count: Int) throws -> (StoreFixture, [Change], String, [[UInt8]]) {
    let (fixture, changes) = try StoreFixture.board(changes: count)
    let path = try fixture.stream()
    let bytes = try #require(fixture.disk.contents(path))
    return (fixture, changes, path, bytes.split(separator: 0x0A).map { Array($0) + [0x0A] })
  }

  @Test("A line that stands twice counts once and is reported")
  func duplicate() throws {
    let (fixture, changes, path, lines) = try Self.lines(6)
    fixture.disk.put(path, Array((lines + [lines[2]]).joined()))
    let store = try fixture.open()
    #expect(store.health.damage.map(\.kind) == [.duplicate(changes[2].id)])
    #expect(store.health.damage.map(\.line) == [7])
    #expect(BoardContents(store.board) == BoardContents(changes))
    try fixture.change(store, 7)
    #expect(try fixture.open().changeCount == 7)
  }

  @Test("Two changes with one number are both kept in the file, and the second is reported")
  func clash() throws {
    let (fixture, changes, path, lines) = try Self.lines(6)
    let other = Change(
      id: ChangeID(replica: changes[2].id.replica, sequence: 3, nonce: 99), lamport: 50, at: 0,
      on: changes[2].on,
      actor: "B", login: "b", meeting: nil, kind: .note, reason: nil, reverses: nil, operations: [])
    fixture.disk.put(path, Array((lines + [LineWriter.line(for: other)]).joined()))
    let store = try fixture.open(.readOnly)
    #expect(store.health.damage.map(\.kind) == [.clash(other.id)])
    #expect(BoardContents(store.board) == BoardContents(changes))
  }

  @Test("Missing lines are a gap; the lines after them count")
  func gap() throws {
    let (fixture, changes, path, lines) = try Self.lines(6)
    fixture.disk.put(path, Array((lines[..<2] + lines[4...]).joined()))
    let store = try fixture.open()
    #expect(store.health.damage.map(\.kind) == [.gap(from: 3, through: 4)])
    #expect(BoardContents(store.board) == BoardContents(changes[..<2] + changes[4...]))
    let added = try fixture.change(store, 7)
    #expect(added.id.sequence == 7)
  }

  @Test(
    "A change of another stream, a clock that goes back and one that jumps are reported and left out"
  )
  func strangers() throws {
    let (fixture, changes, path, lines) = try Self.lines(3)
    let replica = changes[0].id.replica
    func line(_ replica: UInt64, _ sequence: UInt32, _ lamport: UInt64) -> Change {
      Change(
        id: ChangeID(replica: replica, sequence: sequence, nonce: 7), lamport: lamport, at: 0,
        on: changes[0].on,
        actor: "B", login: "b", meeting: nil, kind: .note, reason: nil, reverses: nil,
        operations: [])
    }
    let wrong = [line(5, 4, 4), line(replica, 4, 2), line(replica, 4, 1 << 40)]
    fixture.disk.put(path, Array((lines + wrong.map(LineWriter.line)).joined()))
    let store = try fixture.open(.readOnly)
    let expected: [StoreHealth.Kind] = [
      .foreign(wrong[0].id), .clockWentBack(wrong[1].id), .clockJumped(wrong[2].id),
    ]
    #expect(store.health.damage.map(\.kind) == expected)
    #expect(BoardContents(store.board) == BoardContents(changes))
  }

  @Test("A file that is no stream is reported; hidden ones are not looked at")
  func foreignFile() throws {
    let (fixture, changes) = try StoreFixture.board(changes: 3)
    fixture.disk.put("\(StoreFixture.path)/journal/notes.txt", [1])
    fixture.disk.put("\(StoreFixture.path)/journal/.swp", [1])
    let store = try fixture.open()
    #expect(store.health.damage.map(\.file) == ["journal/notes.txt"])
    #expect(BoardContents(store.board) == BoardContents(changes))
    try fixture.change(store, 4)
  }

  /// A line of JSON with a right checksum.
  static func line(_ json: String) -> [UInt8] {
    let body = Array(json.utf8.dropLast())
    let sum = ChangeID.hex(UInt64(Checksum.crc32c(body.span)), digits: 8)
    return body + Array(",\"crc\":\"\(sum)\"}\n".utf8)
  }

  @Test(
    "What a newer version wrote is kept and counted; a feature that must be known forbids writing")
  func newer() throws {
    let (fixture, changes, path, lines) = try Self.lines(3)
    let replica = ChangeID.hex(changes[0].id.replica, digits: 16)
    func common(_ sequence: Int) -> String {
      #""id":"\#(replica)-\#(sequence)-00000001","lamport":\#(sequence),"at":0,"on":"2019-05-16","actor":"B","login":"b""#
    }
    let item = "item/stalking-2019/R1"
    let newer = [
      #"{"v":1,\#(common(4)),"kind":"teleport","ops":[]}"#,
      #"{"v":2,\#(common(5)),"kind":{"deep":[1]},"other":1}"#,
      #"{"v":1,\#(common(6)),"kind":"assign","ops":[{"e":"\#(item)","f":"mood","new":"x"},{"e":"\#(item)","f":"owner","new":"Zoe"}]}"#,
    ]
    fixture.disk.put(path, Array((lines + newer.map(Self.line)).joined()))
    let store = try fixture.open()
    #expect(store.health.newerChanges == 3 && store.health.isSound)
    #expect(store.board.item(StoreFixture.item(1))?.owner == "Zoe")
    let added = try fixture.change(store, 7)
    #expect(added.id.sequence == 7 && added.lamport == 7)
    let must = Self.line(#"{"v":1,\#(common(8)),"kind":"note","must":["sealed-notes"],"ops":[]}"#)
    fixture.disk.put(path, try #require(fixture.disk.contents(path)) + must)
    #expect(throws: StoreError.newerFormat(features: ["sealed-notes"])) {
      try fixture.change(store, 8)
    }
    #expect(throws: StoreError.newerFormat(features: ["sealed-notes"])) {
      try fixture.change(fixture.open(), 8)
    }
  }

  @Test("A line with a right checksum that is no change is reported")
  func malformed() throws {
    let (fixture, changes, path, lines) = try Self.lines(3)
    let replica = ChangeID.hex(changes[0].id.replica, digits: 16)
    let id = #""id":"\#(replica)-4-00000001","lamport":4"#
    let wrong = [
      "[1]", #"{"v":1}"#, #"{"v":1,\#(id),"kind":"note","ops":[]}"#, #"{"v":1,"v":1,\#(id)}"#,
      #"{"v":1,\#(id),"at":"x"}"#,
    ].map { text in text.hasPrefix("[") ? Self.line("[1,") : Self.line(text) }
    fixture.disk.put(path, Array((lines + wrong).joined()))
    let store = try fixture.open(.readOnly)
    #expect(store.health.damage.map(\.kind) == [StoreHealth.Kind](repeating: .malformed, count: 5))
    #expect(BoardContents(store.board) == BoardContents(changes))
  }
}
