import BoardModel
import SystemCalls

/// The snapshot that a store knows to stand for the beginning of its journals.
struct KnownSnapshot {
  let identity: UInt64
  /// How many changes it holds.
  let changes: Int
}

extension Store {
  /// Whether the beginning of the journals was taken from a snapshot, or has one made by this store.
  package var isFromSnapshot: Bool { snapshot != nil }

  /// Opens a board from its snapshot and what was added since; nil if there is none that stands for its journals.
  ///
  /// Whatever is wrong with the snapshot is no fault of the board: then all is folded from the journals.
  static func loadSnapshot(
    _ directory: BoardDirectory, _ file: BoardFile, seam: any SystemSeam
  ) -> (fold: Fold, known: KnownSnapshot)? {
    guard let bytes = try? seam.readFile(directory.snapshot, limit: .max, follows: false),
      let snapshot = Snapshot(bytes, storeID: file.storeID)
    else { return nil }
    do throws(SystemError) {
      var fold = Fold(snapshot, settings: file.settings)
      let names = try seam.streamNames(directory, into: &fold)
      let seen = seenFiles(directory, of: snapshot, seam: seam)
      for covered in snapshot.covered {
        guard names.contains(covered.name) else { return nil }
        let segment = try seam.openSegment(directory, covered.name, index: fold.segments.count)
        let now = SeenFile(segment.status)
        guard
          now == covered.seen || seen.contains(where: { $0.name == covered.name && $0.seen == now })
            || segment.begins(with: covered)
        else { return nil }
        segment.take(covered)
        fold.add(segment)
      }
      for name in names where !snapshot.covered.contains(where: { $0.name == name }) {
        fold.add(try seam.openSegment(directory, name, index: fold.segments.count))
      }
      fold.resume(snapshot)
      // A change that belongs before those of the snapshot came by another stream: all is folded again.
      guard try fold.readAdditions() else { return nil }
      return (fold, KnownSnapshot(identity: snapshot.identity, changes: snapshot.places.count))
    } catch {
      // The fold of the journals will meet it again, and says what it is.
      return nil
    }
  }

  private static func seenFiles(
    _ directory: BoardDirectory, of snapshot: Snapshot, seam: any SystemSeam
  ) -> [(name: Segment.Name, seen: SeenFile)] {
    guard let bytes = try? seam.readFile(directory.seenFiles, limit: 1 << 20, follows: false),
      let seen = SeenFiles(bytes), seen.snapshot == snapshot.identity
    else { return [] }
    return seen.files
  }

  /// Refreshes the snapshot if enough was added since, else notes that it still stands.
  ///
  /// To be called after a change was acknowledged. What goes wrong here costs time at the next opening, nothing else, so
  /// that it is no error.
  package func tendSnapshot() {
    guard mode == .readWrite, !needsReload, !hasUnsureWrite, outage == nil,
      changeCount >= Snapshot.fewestChanges, let status = try? seam.status(at: path)
    else { return }
    let modes = BoardModes(of: status)
    if let known = snapshot, changeCount - known.changes <= Snapshot.mostAdditions(to: changeCount) {
      let files = fold.segments.map { (name: $0.name, seen: SeenFile($0.status)) }
      replace(directory.seenFiles, with: SeenFiles(snapshot: known.identity, files: files).bytes, modes)
      return
    }
    snapshot = nil
    guard let fresh = try? Store.load(directory, boardFile, seam: seam),
      let made = Snapshot(of: fresh, storeID: storeID), case let bytes = made.bytes,
      replace(directory.snapshot, with: bytes, modes), let read = Snapshot(bytes, storeID: storeID)
    else { return }
    snapshot = KnownSnapshot(identity: read.identity, changes: read.places.count)
  }

  /// Replaces a file as a whole; it is not synced, because a torn one is found out by its digest.
  @discardableResult
  private func replace(_ path: String, with bytes: [UInt8], _ modes: BoardModes) -> Bool {
    let unfinished = BoardDirectory.unfinished(path)
    do throws(SystemError) {
      // What a writer left that was stopped here.
      try? seam.unlink(unfinished)
      let file = try OpenFile(unfinished, [.writeOnly, .create, .exclusive, .noFollow], mode: modes.file, seam: seam)
      try file.setMode(modes.file)
      try file.writeAll(bytes)
      try seam.rename(unfinished, to: path)
      return true
    } catch {
      try? seam.unlink(unfinished)
      return false
    }
  }
}

extension Segment {
  /// Whether the file begins with the lines that a snapshot covers, by their digest.
  ///
  /// - Complexity: One reading of those lines.
  func begins(with covered: Snapshot.Covered) -> Bool {
    guard status.size >= covered.consumed else { return false }
    var digest: UInt64 = 0
    var lines = 0
    var start = 0
    while start < covered.consumed {
      let wanted = min(covered.consumed - start, 1 << 20)
      guard let bytes = try? held.file.read(count: wanted, at: start), bytes.count == wanted else { return false }
      var place = 0
      while let end = LineFormat.lineEnd(in: bytes.span, from: place) {
        let line = bytes.span.extracting(place..<end)
        let verdict = LineFormat.verdict(on: line)
        guard verdict != .damaged else { return false }
        digest = LineFormat.adding(line, verdict, to: digest)
        lines += 1
        place = end + 1
      }
      // A line longer than the buffer is rare enough for the journals to be folded.
      if place == 0 { return false }
      start += place
    }
    return start == covered.consumed && lines == covered.lines && digest == covered.digest
  }

  /// Goes on behind what a snapshot covers.
  func take(_ covered: Snapshot.Covered) {
    consumed = covered.consumed
    lines = covered.lines
    digest = covered.digest
    lastBytes = covered.lastBytes
  }
}
