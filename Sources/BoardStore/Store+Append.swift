import BoardModel
import SystemCalls

/// A change that is written, and the file to sync before it is acknowledged.
struct Appended {
  let change: Change
  let file: HeldFile
  /// Whether the directory has to be synced as well.
  let needsName: Bool
  /// The file in the fold; nil if it could not be opened for reading.
  let segment: Segment?
}

extension Store {
  /// Appends a line to a file of this copy's stream; a torn tail is sealed in the same write.
  func append(_ line: [UInt8], of change: Change, to segment: Segment) throws(StoreError)
    -> Appended
  {
    let file: HeldFile
    let before: FileStatus
    do throws(SystemError) {
      file = HeldFile(
        try OpenFile(segment.path, [.writeOnly, .append, .noFollow, .nonBlocking], seam: seam))
      before = try file.file.status()
    } catch {
      throw .writing(error)
    }
    guard before.kind == .regular else { throw .planted(path: segment.path) }
    let isKnown =
      before.isSameFile(as: segment.status) && before.size == segment.consumed + segment.torn
    guard isKnown else {
      needsReload = true
      throw .changedUnderYou(path: segment.path)
    }
    let bytes = segment.torn > 0 ? LineFormat.seal + [0x0A] + line : line
    let after = try write(bytes, for: change, to: file, size: before.size)
    note(change, line: line, in: segment, after)
    return Appended(
      change: change, file: file, needsName: !segment.hasDurableName, segment: segment)
  }

  /// Begins a file of this copy's stream with a line.
  func append(_ line: [UInt8], of change: Change, toNew name: Segment.Name) throws(StoreError)
    -> Appended
  {
    let path = directory.stream(name)
    let file: HeldFile
    do throws(SystemError) {
      let modes = BoardModes(of: try seam.status(at: self.path))
      try ensureJournal(modes)
      let flags: OpenFlags = [.writeOnly, .append, .create, .exclusive, .noFollow]
      file = HeldFile(try OpenFile(path, flags, mode: modes.file, seam: seam))
      // From here on there is a file that the fold does not know.
      needsReload = true
      try file.file.setMode(modes.file)
    } catch {
      if error.errno == .exists { throw .changedUnderYou(path: path) }
      throw .writing(error)
    }
    let after = try write(line, for: change, to: file, size: 0)
    var segment: Segment?
    do throws(SystemError) {
      let opened = try seam.openSegment(directory, name, index: fold.segments.count)
      fold.add(opened)
      note(change, line: line, in: opened, after)
      segment = opened
      needsReload = false
    } catch {
      // It is written all the same; the next reading finds it.
      fold.board.apply(change)
    }
    return Appended(change: change, file: file, needsName: true, segment: segment)
  }

  /// Makes the journal directory where git or a copy left it out because it was empty.
  func ensureJournal(_ modes: BoardModes) throws(SystemError) {
    if let found = try? seam.status(at: directory.journal), found.kind == .directory { return }
    try seam.ensureDirectory(directory.journal, mode: modes.directory)
    try seam.syncDirectory(path)
  }

  /// Writes bytes at the end of a file that has `size` bytes, all or nothing, in one write.
  private func write(
    _ bytes: [UInt8], for change: Change, to file: HeldFile, size: Int
  ) throws(StoreError) -> FileStatus {
    var reason = SystemError(.write, path: file.file.path, .noSpace)
    var written = 0
    do throws(SystemError) { written = try file.file.write(bytes) } catch { reason = error }
    guard written == bytes.count else {
      throw takeBack(bytes.count, of: change, from: file, size: size, reason)
    }
    do throws(SystemError) {
      let after = try file.file.status()
      guard try seam.status(at: file.file.path).isSameFile(as: after) else {
        needsReload = true
        throw SystemError(.stat, path: file.file.path, .noEntry)
      }
      if after.size != size + bytes.count { needsReload = true }
      return after
    } catch {
      // The file was renamed or removed while it was written to: the line went where nobody reads.
      needsReload = true
      if error.errno == .noEntry { throw .changedUnderYou(path: file.file.path) }
      hasUnsureWrite = true
      throw .notConfirmed(change.id, error)
    }
  }

  /// Cuts a file back after a write that did not end, so that what is reported as not saved never appears.
  ///
  /// If it cannot be cut, what is there stays a torn tail, which the next writer seals.
  private func takeBack(
    _ count: Int, of change: Change, from file: HeldFile, size: Int, _ reason: SystemError
  ) -> StoreError {
    needsReload = true
    do throws(SystemError) {
      try file.file.truncate(to: size)
      try file.file.syncData()
    } catch {
      // Should all of it be there in spite of the error, it cannot be called unsaved.
      if let now = try? file.file.status(), now.size >= size + count {
        hasUnsureWrite = true
        return .notConfirmed(change.id, reason)
      }
    }
    return .writing(reason)
  }

  /// Takes a change that was just written into the state in memory.
  private func note(_ change: Change, line: [UInt8], in segment: Segment, _ after: FileStatus) {
    if segment.torn > 0 {
      fold.health.findings.removeAll { finding in
        finding.kind == .torn && finding.file == segment.shownPath
      }
      fold.health.findings.append(
        StoreHealth.Finding(
          kind: .sealed, file: segment.shownPath, line: segment.lines + 1, offset: segment.consumed,
          length: segment.torn + LineFormat.seal.count))
      segment.lines += 1
      segment.consumed += segment.torn + LineFormat.seal.count + 1
      segment.torn = 0
    }
    fold.board.apply(change)
    fold.places.append(
      LinePlace(
        segment: Int32(segment.index), length: Int32(line.count - 1), offset: segment.consumed))
    segment.lines += 1
    segment.consumed += line.count
    segment.lastBytes = Array(line.suffix(Segment.comparedLength))
    segment.status = after
    fold.clock = change.lamport
    guard let stream = fold.streams.first(where: { $0.replica == change.id.replica }) else {
      return
    }
    stream.next = change.id.sequence + 1
    stream.clock = change.lamport
    stream.unexplained = 0
    stream.known = nil
  }
}
