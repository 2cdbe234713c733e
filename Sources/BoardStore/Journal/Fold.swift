import BoardModel
import JSONText
import SystemCalls

/// The board as folded from all streams, and how far each was read.
struct Fold {
  var board: Board
  var streams: [Stream] = []
  var segments: [Segment] = []
  /// Where the line of each change in the board's history stands.
  var places: [LinePlace] = []
  var health = StoreHealth()
  /// The largest clock seen, also of changes that are not shown.
  var clock: UInt64 = 0
  private var reader = LineReader()

  init(settings: BoardSettings) { board = Board(settings: settings) }

  /// Adds a file; those of one stream in the order of their numbers.
  mutating func add(_ segment: Segment) {
    segments.append(segment)
    if let stream = streams.first(where: { $0.replica == segment.name.replica }) {
      stream.segments.append(segment)
    } else {
      let stream = Stream(replica: segment.name.replica)
      stream.segments = [segment]
      streams.append(stream)
    }
  }

  /// Reads what is new in all streams, in the one order of changes: the streams are merged as they are read.
  ///
  /// - Returns: The ids of the new changes; nil if one of them belongs before a change that was applied already:
  ///   then all must be folded again.
  mutating func readAdditions() throws(SystemError) -> [ChangeID]? {
    let readers = streams.map { stream in StreamReader(stream) }
    guard let added = try merge(readers) else { return nil }
    for reader in readers {
      health.findings += reader.findings
      health.newerChanges += reader.newer
      for feature in reader.missingFeatures where !health.missingFeatures.contains(feature) {
        health.missingFeatures.append(feature)
      }
      clock = max(clock, reader.largestClock)
    }
    clock = max(clock, board.lastOrder?.lamport ?? 0)
    noteTornTails()
    return added
  }

  /// Applies what the streams hold in the one order; nil if something comes too late for it.
  private mutating func merge(_ readers: [StreamReader]) throws(SystemError) -> [ChangeID]? {
    var added: [ChangeID] = []
    if readers.count == 1 {
      while let found = try readers[0].next(&reader) {
        guard take(found, &added) else { return nil }
      }
      return added
    }
    var heads: [StreamReader.Found?] = []
    for reader in readers { heads.append(try reader.next(&self.reader)) }
    while let first = smallest(of: heads), let found = heads[first] {
      guard take(found, &added) else { return nil }
      heads[first] = try readers[first].next(&reader)
    }
    return added
  }

  private mutating func take(_ found: StreamReader.Found, _ added: inout [ChangeID]) -> Bool {
    if let last = board.lastOrder, found.change.order <= last { return false }
    board.apply(found.change)
    places.append(found.place)
    added.append(found.change.id)
    return true
  }

  /// The place of the head that comes first in the order.
  private func smallest(of heads: [StreamReader.Found?]) -> Int? {
    var best: Int?
    for (place, head) in heads.enumerated() {
      guard let head else { continue }
      if let known = best, let least = heads[known], least.change.order < head.change.order {
        continue
      }
      best = place
    }
    return best
  }

  /// Findings of torn tails are as of the last reading.
  private mutating func noteTornTails() {
    health.findings.removeAll { finding in finding.kind == .torn }
    for segment in segments where segment.torn > 0 {
      health.findings.append(
        StoreHealth.Finding(
          kind: .torn, file: segment.shownPath, line: segment.lines + 1, offset: segment.consumed,
          length: segment.torn))
    }
  }

  /// Reads one line again.
  mutating func change(at place: LinePlace) throws(SystemError) -> Change? {
    let bytes = try segments[Int(place.segment)].held.file.read(
      count: Int(place.length), at: place.offset)
    guard bytes.count == Int(place.length), LineFormat.verdict(on: bytes.span) == .whole else {
      return nil
    }
    var scanner = JSONScanner(bytes)
    if case .change(let change, _) = reader.read(&scanner, 0..<bytes.count) { return change }
    return nil
  }
}
