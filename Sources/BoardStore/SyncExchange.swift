import BoardModel
import SystemCalls

/// What a meeting of our streams with the remote's came to.
struct SyncExchange {
  /// How many changes were appended here.
  var received = 0
  /// The sound lines of every stream here, after that.
  var streams: [Segment.Name: [UInt8]] = [:]
  /// How many lines here lost a text that was erased elsewhere.
  var erased = 0
  /// Whether the remote held lines of our own stream that we had lost.
  var beganNewStream = false
  /// Damaged lines here: what stands behind them is not sent.
  var damaged: [SyncOutcome.Damage] = []
}

extension Store {
  /// Appends what the remote's streams hold beyond ours; all is checked before anything is written.
  ///
  /// Known streams are only extended. It holds the lock and waits for no network.
  /// - Complexity: Linear in the bytes of all streams, here and there, which are in memory meanwhile.
  func exchange(
    with there: [Segment.Name: [UInt8]], of remote: String
  ) throws(SyncError) -> SyncExchange {
    var result = Result<SyncExchange, SyncError>.success(SyncExchange())
    var files: [HeldFile] = []
    do throws(StoreError) {
      try mayWrite()
      try locked { () throws(StoreError) in
        let here = try streamContents()
        do throws(SyncError) {
          let comparison = try SyncComparison(here: here, there: there, remote: remote)
          result = .success(try take(comparison, &files))
        } catch {
          result = .failure(error)
        }
      }
      try makeDurable(files)
      _ = try readAdditions()
    } catch {
      throw .store(error)
    }
    return try result.get()
  }

  /// The bytes of every stream here.
  private func streamContents() throws(StoreError) -> [Segment.Name: [UInt8]] {
    do throws(SystemError) {
      var found = Fold(settings: boardFile.settings)
      var contents: [Segment.Name: [UInt8]] = [:]
      for name in try seam.streamNames(directory, into: &found) {
        contents[name] = try seam.readFile(directory.stream(name), limit: .max - 1, follows: false)
      }
      return contents
    } catch {
      throw .reading(error)
    }
  }

  private func take(
    _ comparison: SyncComparison, _ files: inout [HeldFile]
  ) throws(SyncError) -> SyncExchange {
    var exchange = SyncExchange()
    exchange.streams = comparison.streams
    exchange.damaged = comparison.damaged
    do throws(StoreError) {
      exchange.erased = try erase(comparison)
      exchange.beganNewStream = try leaveStream(ifAmong: comparison.additions)
      for addition in comparison.additions {
        files.append(try extend(addition))
        exchange.received += addition.changes
      }
    } catch {
      throw .store(error)
    }
    return exchange
  }

  /// Writes the files anew whose texts were erased elsewhere, and removes what holds them under `.local`.
  ///
  /// The clone stays: its history is the remote's, and goes with that.
  private func erase(_ comparison: SyncComparison) throws(StoreError) -> Int {
    if comparison.rewritten.isEmpty { return 0 }
    do throws(SystemError) {
      let modes = BoardModes(of: try seam.status(at: path))
      for (name, bytes) in comparison.rewritten.sorted(by: { $0.key.text < $1.key.text }) {
        try seam.writeFile(bytes, to: directory.stream(name), replacing: true, mode: modes.file)
      }
      try removeLocalCopies(keepingClone: true)
      return comparison.erased
    } catch {
      needsReload = true
      throw .redactionUnfinished(error)
    }
  }

  /// Gives this copy a stream of its own if the remote is ahead in the present one: somebody may still write that.
  private func leaveStream(ifAmong additions: [SyncComparison.Addition]) throws(StoreError) -> Bool {
    do throws(SystemError) {
      guard let own = try ReplicaIdentity.find(in: directory, seam: seam)?.replica,
        additions.contains(where: { $0.name.replica == own })
      else { return false }
      // Before the lines are appended: stopped in between, nothing would tell that they came from outside.
      let modes = BoardModes(of: try seam.status(at: path))
      identity = try ReplicaIdentity.make(in: directory, modes: modes, seam: seam)
      return true
    } catch {
      throw .writing(error)
    }
  }

  /// Appends to one stream's file, all or nothing, or begins it.
  private func extend(_ addition: SyncComparison.Addition) throws(StoreError) -> HeldFile {
    let path = directory.stream(addition.name)
    do throws(SystemError) {
      let modes = BoardModes(of: try seam.status(at: self.path))
      try ensureJournal(modes)
      var flags: OpenFlags = [.writeOnly, .append, .noFollow, .nonBlocking]
      if addition.size == nil { flags.formUnion([.create, .exclusive]) }
      let held = HeldFile(try OpenFile(path, flags, mode: modes.file, seam: seam))
      if addition.size == nil { try held.file.setMode(modes.file) }
      let before = try held.file.status()
      guard before.kind == .regular else { throw SystemError(.open, path: path, .noDevice) }
      guard before.size == addition.size ?? 0 else { throw SystemError(.open, path: path, .exists) }
      do throws(SystemError) {
        try held.file.writeAll(addition.rest)
      } catch {
        // What stays if this fails too is a torn tail: readers ignore it, and the next sync completes it.
        try? held.file.truncate(to: before.size)
        throw error
      }
      return held
    } catch {
      if error.errno == .exists { throw .changedUnderYou(path: path) }
      throw .writing(error)
    }
  }

  private func makeDurable(_ files: [HeldFile]) throws(StoreError) {
    if files.isEmpty { return }
    do throws(SystemError) {
      for held in files { try held.file.syncData() }
      try seam.syncDirectory(directory.journal)
    } catch {
      hasUnsureWrite = true
      throw .writesStopped
    }
  }

  /// The board's settings as bytes, and what they say.
  func settingsBytes() throws(SyncError) -> [UInt8] {
    do throws(SystemError) {
      return try seam.readFile(directory.boardFile, limit: BoardFile.longest, follows: false)
    } catch {
      throw .store(.reading(error))
    }
  }

  /// Takes the remote's settings in place of ours, unless ours changed since they were compared.
  func takeSettings(_ bytes: [UInt8], insteadOf ours: BoardFile) throws(SyncError) {
    do throws(StoreError) {
      try locked { () throws(StoreError) in
        let (now, _) = try Store.readBoardFile(directory, seam: seam)
        guard now == ours else { throw .changedUnderYou(path: directory.boardFile) }
        do throws(SystemError) {
          let modes = BoardModes(of: try seam.status(at: path))
          try seam.writeFile(bytes, to: directory.boardFile, replacing: true, mode: modes.file)
        } catch {
          throw .writing(error)
        }
      }
      _ = try readAdditions()
    } catch {
      throw .store(error)
    }
  }
}
