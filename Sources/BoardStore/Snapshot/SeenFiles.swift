/// A small note beside a snapshot: how the journals were when a writer last knew that what the snapshot covers stands.
///
/// Every append changes a journal's size and time, and making the snapshot anew for each would cost more than it saves.
/// So a writer that knew the files before its own line notes how they are after it. A note that is missing, torn or
/// of another snapshot costs time only: then the covered lines are read and compared with their digest.
struct SeenFiles {
  /// The ``Snapshot/identity`` of the snapshot that it belongs to.
  let snapshot: UInt64
  let files: [(name: Segment.Name, seen: SeenFile)]

  private static let magic = Array("board seen 1".utf8)

  init(snapshot: UInt64, files: [(name: Segment.Name, seen: SeenFile)]) {
    self.snapshot = snapshot
    self.files = files
  }

  var bytes: [UInt8] {
    var body = SnapshotWriter()
    body.add(Self.magic)
    body.add(snapshot)
    body.add(files.count)
    for file in files {
      body.add(file.name)
      body.add(file.seen)
    }
    let sum = Digest.of(body.bytes.span)
    body.add(sum)
    return body.bytes
  }

  init?(_ bytes: [UInt8]) {
    guard bytes.count > 8 else { return nil }
    var end = SnapshotReader(bytes, bytes.count - 8..<bytes.count)
    let stated = end.number()
    guard stated == Digest.of(bytes.span.extracting(0..<bytes.count - 8)) else { return nil }
    var body = SnapshotReader(bytes, 0..<bytes.count - 8)
    guard body.list(of: UInt8.self) == Self.magic else { return nil }
    snapshot = body.number()
    files = body.repeated { ($0.name(), $0.seen()) }
    guard body.isAtEnd else { return nil }
  }
}
