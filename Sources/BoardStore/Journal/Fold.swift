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
  /// While all is read from the start: what becomes the board.
  private var builder: BoardBuilder?
  /// The builder's numbers of the reader's entities; -1 for those it does not have.
  private var recordPlaces: [Int32] = []
  /// The builder's numbers of the reader's actors; -1 for those it does not have.
  private var actorPlaces: [Int32] = []

  /// What was folded from the starts of all files; nil on a fold that was gone on with.
  private(set) var folded: PackedBoard?

  init(settings: BoardSettings) { board = Board(settings: settings) }

  /// A fold that goes on where a snapshot ends; its files are to be added, then ``resume(_:)``.
  init(_ snapshot: Snapshot, settings: BoardSettings) {
    board = Board(snapshot.board, settings: settings)
    places = snapshot.places
    clock = snapshot.clock
    health.findings = snapshot.sealed
  }

  /// Puts the streams where a snapshot ends.
  mutating func resume(_ snapshot: Snapshot) {
    for progress in snapshot.streams {
      guard let stream = streams.first(where: { $0.replica == progress.replica }) else { continue }
      stream.next = progress.next
      stream.clock = progress.clock
    }
  }

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
  /// - Returns: False if a change belongs before one that was applied already: then all must be folded again.
  mutating func readAdditions() throws(SystemError) -> Bool {
    var readers = streams.map { stream in StreamReader(stream) }
    guard try merge(&readers) else { return false }
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
    return true
  }

  /// Reads all streams from their starts.
  mutating func readAll() throws(SystemError) {
    let bytes = segments.reduce(0) { sum, segment in sum + segment.status.size }
    // Few changes are shorter than this.
    let changes = bytes / 256
    var builder = BoardBuilder()
    builder.reserve(changes: changes)
    places.reserveCapacity(changes)
    self.builder = builder
    // From the start, every order is found by merging; nothing can come too late.
    _ = try readAdditions()
    if let packed = self.builder.take()?.finish() {
      board = Board(packed, settings: board.settings)
      folded = packed
    }
    recordPlaces = []
    actorPlaces = []
    clock = max(clock, board.lastOrder?.lamport ?? 0)
  }

  /// Applies what the streams hold in the one order; false if something comes too late for it.
  private mutating func merge(_ readers: inout [StreamReader]) throws(SystemError) -> Bool {
    for number in readers.indices { try readers[number].advance(&reader) }
    while let number = smallest(of: readers) {
      // As long as the others' next changes come later, this stream is read on.
      let limit = secondSmallest(of: readers, but: number)
      while let order = readers[number].order, limit.map({ order < $0 }) ?? true {
        if let last = builder == nil ? board.lastOrder : builder?.lastOrder, order <= last { return false }
        apply(&readers[number])
        try readers[number].advance(&reader)
      }
    }
    return true
  }

  private func smallest(of readers: [StreamReader]) -> Int? {
    readers.indices.filter { readers[$0].order != nil }.min { left, right in
      guard let first = readers[left].order, let second = readers[right].order else { return false }
      return first < second
    }
  }

  private func secondSmallest(of readers: [StreamReader], but smallest: Int) -> Change.OrderKey? {
    readers.indices.compactMap { number in number == smallest ? nil : readers[number].order }.min()
  }

  /// Applies the change that a reader has found.
  private mutating func apply(_ found: inout StreamReader) {
    switch found.found {
    case .none: return
    case .change(let change): apply(change)
    case .scanned: apply(found.scanned, found.buffer.span)
    }
    places.append(found.place)
  }

  private mutating func apply(_ change: Change) {
    if builder == nil { board.apply(change) } else { builder?.add(change) }
  }

  private mutating func apply(_ line: ScannedLine, _ buffer: Span<UInt8>) {
    guard builder != nil, line.reverses == nil, !line.kind.isReversal else {
      apply(reader.change(line, buffer))
      return
    }
    let actor = actorPlace(line.actor)
    builder?.begin(line.id, line.order, at: line.at, on: line.on, actor: actor, kind: line.kind)
    for operation in line.operations {
      let record = recordPlace(operation.entity)
      let value = keep(operation.new, buffer)
      builder?.write(value, to: operation.key, of: record, from: operation.from)
    }
  }

  /// Keeps a text of a line in the builder.
  private mutating func keep(_ place: TextPlace?, _ buffer: Span<UInt8>) -> PackedText {
    guard let place else { return .none }
    if place.isEscaped { return builder?.keep(EscapedText.decode(place, buffer)) ?? .none }
    return builder?.keep(buffer.extracting(place.range)) ?? .none
  }

  /// The builder's number of an actor's name.
  private mutating func actorPlace(_ actor: Int) -> Int32 {
    if actor < actorPlaces.count, actorPlaces[actor] >= 0 { return actorPlaces[actor] }
    while actorPlaces.count <= actor { actorPlaces.append(-1) }
    actorPlaces[actor] = builder?.actor(reader.actors[actor]) ?? -1
    return actorPlaces[actor]
  }

  /// The builder's number of an entity's record.
  private mutating func recordPlace(_ entity: Int) -> Int32 {
    if entity < recordPlaces.count, recordPlaces[entity] >= 0 { return recordPlaces[entity] }
    while recordPlaces.count <= entity { recordPlaces.append(-1) }
    recordPlaces[entity] = builder?.record(reader.entities[entity]) ?? -1
    return recordPlaces[entity]
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
