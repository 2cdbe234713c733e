package import BoardModel
import SystemCalls

/// Who makes a change, and on which day of theirs.
package struct Author: Sendable, Hashable {
  /// Who acts, as they name themselves.
  package var actor: String
  /// The login name.
  package var login: String
  /// Their today: every question about dates is answered from it.
  package var today: CalendarDay
  /// The id of the meeting that is on; nil for none.
  package var meeting: String?

  /// An author from the parts.
  package init(actor: String, login: String, today: CalendarDay, meeting: String? = nil) {
    self.actor = actor
    self.login = login
    self.today = today
    self.meeting = meeting
  }
}

extension Store {
  /// Makes one change: one line in the journal, durable when this returns.
  ///
  /// The plan is made inside the lock, against a board that holds everything others have written.
  ///
  /// - Parameters:
  ///   - preconditions: What has to hold on that board.
  ///   - plan: Turns the board, and the id the change will have, into what is to be done.
  /// - Returns: The change; nil if the plan is empty, then nothing is written.
  /// - Throws: ``StoreError/refused(_:)`` if the plan throws; ``StoreError/changedMeanwhile(_:)`` if a precondition does
  ///   not hold; ``StoreError/locked(holder:)`` after 5 seconds;
  ///   ``StoreError/notConfirmed(_:_:)`` if it is written but not surely durable, after which this store writes
  ///   no more; otherwise nothing is saved.
  package func commit(
    by author: Author, expecting preconditions: [Precondition] = [],
    _ plan: (Board, ChangeID) throws(BoardError) -> ChangeDraft
  ) throws(StoreError) -> Change? {
    try commit(by: author) { (board, id) throws(StoreError) in
      if let unmet = board.firstUnmet(of: preconditions) { throw .changedMeanwhile(unmet) }
      do throws(BoardError) { return try plan(board, id) } catch { throw .refused(error) }
    }
  }

  /// Takes back a change, or this actor's latest one.
  ///
  /// - Parameter onlyFree: Whether what somebody changed later is left alone, instead of refusing.
  package func undo(
    _ id: ChangeID? = nil, by author: Author, onlyFree: Bool = false
  ) throws(StoreError) -> Change? {
    try commit(by: author) { (board, _) throws(StoreError) in
      guard let wanted = id ?? board.latestUndoable(by: author.actor)?.id else {
        throw .refused(.nothingToUndo(actor: author.actor))
      }
      let change = try self.change(wanted)
      do throws(BoardError) {
        return try board.undo(of: change, onlyFree: onlyFree)
      } catch {
        throw .refused(error)
      }
    }
  }

  /// Puts back what this actor undid last.
  package func redo(by author: Author) throws(StoreError) -> Change? {
    try commit(by: author) { (board, _) throws(StoreError) in
      guard let wanted = board.latestRedoable(by: author.actor)?.id else {
        throw .refused(.nothingToRedo(actor: author.actor))
      }
      let undo = try self.change(wanted)
      do throws(BoardError) { return try board.redo(of: undo) } catch { throw .refused(error) }
    }
  }

  /// What a change would do, against the board as last read; nothing is written.
  package func draft(
    _ plan: (Board, ChangeID) throws(BoardError) -> ChangeDraft
  ) throws(StoreError) -> ChangeDraft {
    let id = ChangeID(
      replica: identity?.replica ?? 1, sequence: 1,
      nonce: UInt32(truncatingIfNeeded: seam.randomNumber()))
    do throws(BoardError) { return try plan(board, id) } catch { throw .refused(error) }
  }

  /// Replaces the settings of the board; not a change, not undoable.
  package func save(_ settings: BoardSettings) throws(StoreError) {
    try mayWrite()
    try locked { () throws(StoreError) in
      let (file, _) = try Store.readBoardFile(directory, seam: seam)
      guard file.missingFeatures.isEmpty else { throw .newerFormat(features: file.missingFeatures) }
      var changed = file
      changed.settings = settings
      do throws(SystemError) {
        let modes = BoardModes(of: try seam.status(at: path))
        try seam.writeFile(
          changed.bytes, to: directory.boardFile, replacing: true, mode: modes.file)
      } catch {
        throw .writing(error)
      }
      _ = try readAdditions()
    }
  }

  func mayWrite() throws(StoreError) {
    guard mode == .readWrite else { throw .openedForReading }
    guard !hasUnsureWrite else { throw .writesStopped }
  }

  /// Does something with the lock held, and lets go of it whatever happens.
  func locked<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    let modes: BoardModes
    do throws(SystemError) { modes = BoardModes(of: try seam.status(at: path)) } catch {
      throw .reading(error)
    }
    let lock = try StoreLock(directory, modes: modes, seam: seam)
    let result: Result<Value, StoreError>
    do throws(StoreError) { result = .success(try body()) } catch { result = .failure(error) }
    lock.release()
    return try result.get()
  }

  private func commit(
    by author: Author, plan: (Board, ChangeID) throws(StoreError) -> ChangeDraft
  ) throws(StoreError) -> Change? {
    try mayWrite()
    var appended: Appended?
    try locked { () throws(StoreError) in appended = try append(by: author, at: seam.now(), plan) }
    guard let appended else { return nil }
    // After unlocking: others need not wait for this disk, and a later sync covers every earlier line.
    do throws(SystemError) {
      try appended.file.file.syncData()
      if appended.needsName { try seam.syncDirectory(directory.journal) }
      appended.segment?.hasDurableName = true
    } catch {
      hasUnsureWrite = true
      throw .notConfirmed(appended.change.id, error)
    }
    return appended.change
  }

  /// Plans and writes, inside the lock; the change is stamped with `time`.
  func append(
    by author: Author, at time: WallTime, _ plan: (Board, ChangeID) throws(StoreError) -> ChangeDraft
  ) throws(StoreError) -> Appended? {
    _ = try readAdditions()
    let missing = health.missingFeatures
    guard missing.isEmpty else { throw .newerFormat(features: missing) }
    let replica = try ownReplica()
    let stream = fold.streams.first { stream in stream.replica == replica }
    let id = ChangeID(
      replica: replica, sequence: stream?.next ?? 1,
      nonce: UInt32(truncatingIfNeeded: seam.randomNumber()))
    // The plan gets a copy; by the time the change is applied it is gone, and nothing has to be copied.
    let planned = try plan(board, id)
    if planned.operations.isEmpty { return nil }
    let change = Change(
      id: id, lamport: fold.clock + 1, at: time.nanoseconds / 1_000_000, on: author.today, actor: author.actor,
      login: author.login, meeting: author.meeting, kind: planned.kind, reason: planned.reason,
      reverses: planned.reverses, operations: planned.operations)
    let line = LineWriter.line(for: change)
    guard line.count <= LineFormat.longest else { throw .tooLarge(bytes: line.count) }
    if let segment = stream?.segments.last, !segment.isDamaged {
      return try append(line, of: change, to: segment)
    }
    let number = (stream?.segments.last?.name.number ?? 0) + 1
    return try append(line, of: change, toNew: Segment.Name(replica: replica, number: number))
  }

  /// The stream this copy writes; a copy without one, or a copied directory, gets a new one.
  private func ownReplica() throws(StoreError) -> UInt64 {
    do throws(SystemError) {
      let status = try seam.status(at: path)
      if let identity, identity.isBound(to: status, machine: seam.machineID()) {
        return identity.replica
      }
      identity = nil
      if let found = try ReplicaIdentity.find(in: directory, seam: seam) {
        identity = found
        return found.replica
      }
      let made = try ReplicaIdentity.make(in: directory, modes: BoardModes(of: status), seam: seam)
      identity = made
      return made.replica
    } catch {
      throw .writing(error)
    }
  }
}
