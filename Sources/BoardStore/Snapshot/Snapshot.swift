import BoardModel
import SystemCalls

/// A fold kept beside the journals, so that opening a long history does not read all of it; docs/decisions/0009.
///
/// It is made from the journals alone, never from another snapshot, and stands for exactly the lines up to a place in
/// each of them. Those lines must be the same still: ``Snapshot/Covered`` says how that is known.
struct Snapshot {
  /// A journal file as far as the snapshot goes.
  struct Covered {
    let name: Segment.Name
    /// How many bytes of whole lines are covered, and how many lines they are.
    let consumed: Int
    let lines: Int
    /// The digest of those lines.
    let digest: UInt64
    let lastBytes: [UInt8]
    /// The file when it was read; a file that is so still has the same lines.
    let seen: SeenFile
  }

  /// How far a stream has come.
  struct Progress {
    let replica: UInt64
    let next: UInt32
    let clock: UInt64
  }

  let storeID: UInt64
  let covered: [Covered]
  let streams: [Progress]
  /// Sealed tails among the lines: no damage, but `check` lists them.
  let sealed: [StoreHealth.Finding]
  let clock: UInt64
  let places: [LinePlace]
  let board: PackedBoard
  /// Tells this snapshot from others.
  var identity: UInt64 = 0

  /// Smaller histories are folded as fast as a snapshot is read.
  static let fewestChanges = 1000

  /// How many changes may be added before a snapshot of so many is made anew: few enough that they open quickly, so
  /// many that its making is paid by hundreds of changes.
  static func mostAdditions(to changes: Int) -> Int { min(4096, max(256, changes / 64)) }

  private static let magic = Array("board snapshot 1".utf8)

  /// What the bytes of the lists mean; another version or machine may mean something else.
  private static let vocabulary: UInt64 = {
    let sizes = [
      MemoryLayout<PackedChange>.stride, MemoryLayout<PackedRegister>.stride, MemoryLayout<PackedStep>.stride,
      MemoryLayout<PackedRecord>.stride, MemoryLayout<LinePlace>.stride, 1.littleEndian == 1 ? 1 : 0,
    ]
    return Digest.of(Array("\(PackedBoard.vocabulary) \(sizes)".utf8).span)
  }()

  /// The snapshot's file.
  var bytes: [UInt8] {
    var body = SnapshotWriter()
    body.add(Self.vocabulary)
    body.add(storeID)
    body.add(clock)
    body.add(covered.count)
    for file in covered { body.add(file) }
    body.add(streams.count)
    for stream in streams {
      body.add(stream.replica)
      body.add(Int(stream.next))
      body.add(stream.clock)
    }
    body.add(sealed.count)
    for finding in sealed {
      body.add(finding.file)
      body.add(finding.line)
      body.add(finding.offset)
      body.add(finding.length)
    }
    body.add(places)
    body.add(board.parts)
    var whole = SnapshotWriter()
    whole.add(Self.magic)
    whole.add(Digest.of(body.bytes.span))
    return whole.bytes + body.bytes
  }

  private static let headLength = 8 + 16 + 8

  /// Reads a snapshot's file; nil for one that is torn, of another version or another board.
  init?(_ bytes: [UInt8], storeID: UInt64) {
    guard bytes.count > Self.headLength else { return nil }
    var head = SnapshotReader(bytes, 0..<Self.headLength)
    guard head.list(of: UInt8.self) == Self.magic, case let stated = head.number(),
      stated == Digest.of(bytes.span.extracting(droppingFirst: Self.headLength))
    else { return nil }
    var body = SnapshotReader(bytes, Self.headLength..<bytes.count)
    guard body.number() == Self.vocabulary, body.number() == storeID else { return nil }
    self.storeID = storeID
    clock = body.number()
    covered = body.repeated { $0.covered() }
    streams = body.repeated {
      Progress(replica: $0.number(), next: UInt32(truncatingIfNeeded: $0.integer()), clock: $0.number())
    }
    sealed = body.repeated {
      StoreHealth.Finding(
        kind: .sealed, file: $0.text(), line: $0.integer(), offset: $0.integer(), length: $0.integer())
    }
    places = body.list(of: LinePlace.self)
    let parts = body.parts()
    let files = covered.count
    guard body.isAtEnd, parts.isSound, places.count == parts.changeCount,
      places.allSatisfy({ $0.segment >= 0 && Int($0.segment) < files && $0.length >= 0 && $0.offset >= 0 })
    else { return nil }
    board = PackedBoard(parts)
    identity = stated
  }

  /// The snapshot of a fold of whole journals; nil if there is damage, or anything else that must be read to be known.
  init?(of fold: Fold, storeID: UInt64) {
    let health = fold.health
    guard health.newerChanges == 0, health.missingFeatures.isEmpty, let board = fold.folded,
      health.findings.allSatisfy({ !$0.kind.isDamage || $0.kind == .foreignFile }),
      !fold.segments.contains(where: \.isDamaged)
    else { return nil }
    self.storeID = storeID
    self.board = board
    covered = fold.segments.map { segment in
      Covered(
        name: segment.name, consumed: segment.consumed, lines: segment.lines, digest: segment.digest,
        lastBytes: segment.lastBytes, seen: SeenFile(segment.status))
    }
    streams = fold.streams.map { Progress(replica: $0.replica, next: $0.next, clock: $0.clock) }
    sealed = health.findings.filter { $0.kind == .sealed }
    clock = fold.clock
    places = fold.places
  }
}

/// What tells that a file has not been written to since: it is the same one, as long, and last written then.
struct SeenFile: Equatable {
  let device: UInt64
  let inode: UInt64
  let size: Int
  let modified: Int64

  init(device: UInt64, inode: UInt64, size: Int, modified: Int64) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
  }

  init(_ status: FileStatus) {
    self.init(device: status.device, inode: status.inode, size: status.size, modified: status.modified)
  }
}
