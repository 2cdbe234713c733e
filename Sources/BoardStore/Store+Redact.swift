package import BoardModel
import SystemCalls

/// What an erasure did.
package struct RedactionOutcome: Hashable, Sendable {
  /// How many lines of the journals lost a text.
  package var lines = 0
  /// How many files they stand in.
  package var files = 0
  /// How many torn or damaged pieces were blanked.
  package var pieces = 0
  /// The record of it; `nil` if there was nothing to erase, or nothing that was not erased before.
  package var change: Change?
}

extension Store {
  /// Erases the texts of a part of an entity from every line here, and records who did it and why.
  ///
  /// The one operation that rewrites: under the lock, each file that held a text is written anew beside the old one,
  /// synced, renamed, its directory synced. Stopped in between, some files are done; the same call does the others.
  /// Copies under `.local` (snapshot, sync clone, quarantine) are removed; backups, other copies of the board until
  /// they sync, and the history of a git remote are beyond its reach. There is no undo.
  ///
  /// - Throws: As ``commit(by:expecting:_:)``, and ``StoreError/redactionUnfinished(_:)``.
  /// - Complexity: Linear in the bytes of all journals, one file at a time in memory.
  package func redact(
    _ part: RedactedPart, of entity: EntityReference, reason: String, by author: Author
  ) throws(StoreError) -> RedactionOutcome {
    try mayWrite()
    var outcome = RedactionOutcome()
    var appended: Appended?
    try withoutSync { () throws(StoreError) in
      try locked { () throws(StoreError) in
        appended = try redactInside(part, entity, reason, author, &outcome)
      }
    }
    guard let appended else { return outcome }
    do throws(SystemError) {
      try appended.file.file.syncData()
      try seam.syncDirectory(directory.journal)
      appended.segment?.hasDurableName = true
    } catch {
      hasUnsureWrite = true
      throw .notConfirmed(appended.change.id, error)
    }
    outcome.change = appended.change
    return outcome
  }

  /// How many lines an erasure would change; nothing is written.
  package func redactionPreview(_ part: RedactedPart, of entity: EntityReference) throws(StoreError) -> RedactionOutcome
  {
    var outcome = RedactionOutcome()
    var redaction = Redaction(of: part, in: entity)
    do throws(SystemError) {
      for segment in fold.segments { redaction.collect(from: try contents(of: segment)) }
      for segment in fold.segments where redaction.rewritten(try contents(of: segment)) != nil { outcome.files += 1 }
    } catch {
      throw .reading(error)
    }
    (outcome.lines, outcome.pieces) = (redaction.lines, redaction.pieces)
    return outcome
  }

  private func redactInside(
    _ part: RedactedPart, _ entity: EntityReference, _ reason: String, _ author: Author,
    _ outcome: inout RedactionOutcome
  ) throws(StoreError) -> Appended? {
    _ = try readAdditions()
    guard health.missingFeatures.isEmpty else { throw .newerFormat(features: health.missingFeatures) }
    // Judged before anything is touched: without a reason nothing is erased.
    do throws(BoardError) {
      _ = try board.redaction(of: part, in: entity, reason: reason, as: .none)
    } catch {
      throw .refused(error)
    }
    var redaction = Redaction(of: part, in: entity)
    do throws(SystemError) {
      for segment in fold.segments { redaction.collect(from: try contents(of: segment)) }
      try removeLeftovers()
    } catch {
      throw .reading(error)
    }
    do throws(SystemError) {
      let modes = BoardModes(of: try seam.status(at: path))
      for segment in fold.segments {
        guard let bytes = redaction.rewritten(try contents(of: segment)) else { continue }
        try seam.writeFile(bytes, to: segment.path, replacing: true, mode: modes.file)
        outcome.files += 1
      }
      (outcome.lines, outcome.pieces) = (redaction.lines, redaction.pieces)
      try removeLocalCopies()
    } catch {
      needsReload = true
      throw redaction.lines + redaction.pieces > 0 ? .redactionUnfinished(error) : .writing(error)
    }
    let isNews = redaction.lines > 0 || (redaction.foundMarks && !board.isRedacted(part, in: entity))
    guard isNews else { return nil }
    return try append(by: author, at: seam.now()) { (board, id) throws(StoreError) in
      do throws(BoardError) {
        return try board.redaction(of: part, in: entity, reason: reason, as: id)
      } catch {
        throw .refused(error)
      }
    }
  }

  private func contents(of segment: Segment) throws(SystemError) -> [UInt8] {
    try segment.held.file.read(count: try segment.held.file.status().size, at: 0)
  }

  /// Removes what a writer of whole files that was stopped left beside the streams.
  private func removeLeftovers() throws(SystemError) {
    for name in try seam.entries(of: directory.journal) where name.hasPrefix(".") && name.contains(".jsonl.") {
      try seam.unlink("\(directory.journal)/\(name)")
    }
  }

  /// Removes everything under `.local` that may hold texts: all but ids, the remote's name and locks.
  func removeLocalCopies(keepingClone: Bool = false) throws(SystemError) {
    let names: [String]
    do throws(SystemError) { names = try seam.entries(of: directory.local) } catch {
      if error.errno == .noEntry { return }
      throw error
    }
    for name in names where !name.hasPrefix("replica-") && name != "remote" && name != "sync.lock" {
      if keepingClone, name == "sync" { continue }
      let path = "\(directory.local)/\(name)"
      if try seam.linkStatus(at: path).kind == .directory { try seam.removeTree(path) } else { try seam.unlink(path) }
    }
  }

  /// Does something while no sync of this copy runs: its clone holds the texts as well.
  private func withoutSync(_ body: () throws(StoreError) -> Void) throws(StoreError) {
    var result = Result<Void, StoreError>.success(())
    do throws(SyncError) {
      try SyncLock.holding(directory, seam: seam) { () throws(SyncError) in
        do throws(StoreError) { try body() } catch { result = .failure(error) }
      }
    } catch {
      switch error {
      case .local(let reason): throw .writing(reason)
      default: throw .locked(holder: "a sync of this copy")
      }
    }
    try result.get()
  }
}
