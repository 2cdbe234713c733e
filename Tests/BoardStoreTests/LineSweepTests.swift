import BoardModel
import BoardStore
import Foundation
import TestSupport
import Testing

/// What happens to the lines of a journal from outside: every cut, flip, deletion, doubling, swap; any order of arrival.
@Suite struct LineSweepTests {
  /// A journal of short lines, and its changes.
  static func journal(_ count: Int) throws -> (StoreFixture, [Change], String, [UInt8]) {
    let (fixture, _) = try StoreFixture.board(changes: 1)
    let store = try fixture.open()
    for number in 1..<count {
      _ = try store.commit(by: StoreFixture.author()) { (board, id) throws(BoardError) in
        try board.plan(.assign([StoreFixture.item(number % 4 + 1)], owner: "O\(number)"), as: id)
      }
    }
    let path = try fixture.stream()
    return (fixture, try store.allChanges(), path, try #require(fixture.disk.contents(path)))
  }

  /// What a board shows, cheaply.
  static func ids(_ board: Board) -> [ChangeID] { board.history.map(\.id) }

  @Test("Every prefix of a journal of 200 changes shows its whole lines, opened afresh and read along")
  func prefixes() throws {
    let (fixture, changes, path, bytes) = try Self.journal(200)
    let expected = changes.map(\.id)
    fixture.disk.put(path, [])
    let along = try fixture.open(.readOnly)
    var count = FaultCount()
    var whole = 0
    for length in 1...bytes.count {
      let isEnd = bytes[length - 1] == 0x0A
      if isEnd { whole += 1 }
      fixture.disk.put(path, Array(bytes[..<length]))
      along.refresh()
      if along.changeCount != whole || !along.health.isSound { count.wrong += 1 }
      // Afresh at each place of a line, though not of every line: a line reads the same wherever it stands.
      if isEnd || whole % 20 == 0 || FaultCount.isLong {
        let afresh = try fixture.open(.readOnly)
        if afresh.changeCount != whole || !afresh.health.isSound { count.wrong += 1 }
        if isEnd, BoardContents(afresh.board) != BoardContents(along.board) { count.wrong += 1 }
      }
      count.judge(found: Self.ids(along.board).suffix(1), acknowledged: Array(expected[..<whole].suffix(1)))
      #expect(count.isClean, "cut at \(length)")
    }
    #expect(BoardContents(along.board) == BoardContents(changes))
    count.report("every prefix of a journal of 200 changes")
  }

  @Test("Every byte changed, with three masks: what is shown is true, what is missing is reported")
  func flips() throws {
    let (fixture, changes, path, bytes) = try Self.journal(FaultCount.rounds(16, long: 60))
    let all = Set(changes.map(\.id))
    var count = FaultCount()
    for place in bytes.indices {
      for mask in [0x01, 0x20, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[place] ^= mask
        fixture.disk.put(path, damaged)
        let store = try fixture.open(.readOnly)
        let found = Self.ids(store.board)
        let line = bytes[..<place].count { $0 == 0x0A }
        // A changed LF joins two lines; a LF that appears cuts one in two.
        let kept = changes.indices.filter { $0 != line && !(bytes[place] == 0x0A && $0 == line + 1) }
        count.judge(found: found, acknowledged: kept.map { changes[$0].id })
        if !all.isSuperset(of: found) || found.count != kept.count { count.wrong += 1 }
        if place < bytes.count - 1, store.health.damage.first?.line != line + 1 { count.wrong += 1 }
        if mask == 1, place % 64 == 0, try store.allChanges() != kept.map({ changes[$0] }) { count.wrong += 1 }
        #expect(count.isClean, "byte \(place), mask \(mask)")
      }
    }
    count.report("every byte changed, three masks")
  }

  @Test("Every line of 200 deleted, doubled, swapped with the next: nothing false is shown, and it is reported")
  func lines() throws {
    let (fixture, changes, path, bytes) = try Self.journal(200)
    let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    var count = FaultCount()
    func look(_ lines: [[UInt8]], kept: [Change], isSound: Bool = false) throws {
      fixture.disk.put(path, Array(lines.joined()))
      let store = try fixture.open(.readOnly)
      count.judge(found: Self.ids(store.board), acknowledged: kept.map(\.id))
      if store.health.isSound != isSound || store.changeCount != kept.count { count.wrong += 1 }
      #expect(count.isClean)
    }
    for number in lines.indices {
      let isLast = number == lines.count - 1
      var without = lines
      without.remove(at: number)
      // A last line that is cut away leaves no trace in the file itself; a copy that synced still has it.
      try look(without, kept: changes.indices.filter { $0 != number }.map { changes[$0] }, isSound: isLast)
      var doubled = lines
      doubled.insert(lines[number], at: number)
      try look(doubled, kept: changes)
      if isLast { continue }
      var swapped = lines
      swapped.swapAt(number, number + 1)
      // The one that comes too late is left out.
      try look(swapped, kept: changes.indices.filter { $0 != number }.map { changes[$0] })
    }
    count.report("every line of 200 deleted, doubled, swapped")
  }

  @Test("2,000 shuffles: lines out of order show nothing false; streams that arrive in any order end alike")
  func shuffles() throws {
    var random = SeededRandom(seed: 2000)
    var count = FaultCount()
    let (fixture, changes, path, bytes) = try Self.journal(20)
    let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    let all = Dictionary(uniqueKeysWithValues: changes.map { ($0.id, $0) })
    for round in 0..<FaultCount.rounds(1000, long: 5000) {
      fixture.disk.put(path, Array(lines.shuffled(using: &random).joined()))
      let store = try fixture.open(.readOnly)
      count.judge(found: Self.ids(store.board), acknowledged: [])
      for change in try store.allChanges() where all[change.id] != change { count.wrong += 1 }
      #expect(count.isClean, "lines, round \(round)")
    }
    let histories = try (1...3).map { try FoldTests.history(UInt64($0), count: 12, &random) }
    let expected = BoardContents(histories.joined().sorted { $0.order < $1.order })
    for round in 0..<FaultCount.rounds(1000, long: 5000) {
      try Self.deliver(histories, expected, &random, &count)
      #expect(count.isClean, "streams, round \(round)")
    }
    count.report("shuffles of lines and of streams")
  }

  /// Streams grow in pieces of any length, in any order, under a reader that looks now and then.
  static func deliver(
    _ histories: [[Change]], _ expected: BoardContents, _ random: inout SeededRandom, _ count: inout FaultCount
  ) throws {
    let fixture = try StoreFixture()
    let reader = try fixture.open(.readOnly)
    let streams = histories.map { Array($0.map { LineWriter.line(for: $0) }.joined()) }
    var sent = streams.map { _ in 0 }
    while let number = streams.indices.filter({ sent[$0] < streams[$0].count }).randomElement(using: &random) {
      sent[number] = min(streams[number].count, sent[number] + Int.random(in: 1...4000, using: &random))
      let name = "\(ChangeID.hex(histories[number][0].id.replica, digits: 16)).jsonl"
      fixture.disk.put("\(StoreFixture.path)/journal/\(name)", Array(streams[number][..<sent[number]]))
      if Bool.random(using: &random) { reader.refresh() }
    }
    reader.refresh()
    count.judge(found: ids(reader.board), acknowledged: histories.joined().map(\.id))
    if BoardContents(reader.board) != expected || !reader.health.isSound { count.wrong += 1 }
  }

  /// One thing that editors, mergers and transfers do to text files.
  struct Mishap: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let kept: [Int]
    let damaged: [Int]
    let change: @Sendable ([[UInt8]]) -> [UInt8]
  }

  static let mishaps = [
    Mishap(testDescription: "a byte order mark", kept: [1, 2, 3], damaged: [1]) { [0xEF, 0xBB, 0xBF] + $0.joined() },
    Mishap(testDescription: "CRLF at every line's end", kept: [], damaged: [1, 2, 3, 4]) {
      $0.flatMap { $0.dropLast() + [0x0D, 0x0A] }
    },
    Mishap(testDescription: "a run of NUL over a line", kept: [0, 2, 3], damaged: [2]) {
      Array($0[0] + [UInt8](repeating: 0, count: $0[1].count - 1) + [0x0A] + $0[2] + $0[3])
    },
    Mishap(testDescription: "NUL behind the end, as a crash may leave", kept: [0, 1, 2, 3], damaged: []) {
      Array($0.joined()) + [UInt8](repeating: 0, count: 700)
    },
    Mishap(testDescription: "conflict markers of a merge", kept: [0, 1, 2, 3], damaged: [3, 5, 6]) {
      $0[0] + $0[1] + Array("<<<<<<< ours\n".utf8) + $0[2] + Array("=======\n>>>>>>> theirs\n".utf8) + $0[3]
    },
    Mishap(testDescription: "an empty line", kept: [0, 1, 2, 3], damaged: [2]) {
      $0[0] + [0x0A] + $0[1] + $0[2] + $0[3]
    },
    Mishap(testDescription: "foreign bytes", kept: [0, 1, 2, 3], damaged: [3]) {
      $0[0] + $0[1] + [0x1B, 0x5B, 0xFF, 0x00, 0xC3, 0x0A] + $0[2] + $0[3]
    },
  ]

  @Test(
    "What editors, merges and transfers do to a file is reported by line; the other lines count", arguments: mishaps)
  func mishap(mishap: Mishap) throws {
    let (fixture, changes, path, bytes) = try Self.journal(4)
    let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
    fixture.disk.put(path, mishap.change(lines))
    let store = try fixture.open()
    #expect(Self.ids(store.board) == mishap.kept.map { changes[$0].id })
    #expect(store.health.damage.filter { $0.kind == .damaged }.map(\.line) == mishap.damaged)
    if mishap.kept.first == 0 {
      try fixture.change(store, 5)
      #expect(try fixture.open().changeCount == mishap.kept.count + 1)
    }
  }
}
