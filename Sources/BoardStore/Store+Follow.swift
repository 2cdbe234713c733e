package import BoardModel
package import SystemCalls

extension Store {
  /// What reading along found.
  package struct Refresh: Sendable, Hashable {
    /// Whether anything differs: changes, settings, findings, or the files being there again.
    package var isChanged = false
    /// The changes that were not there before, in their order.
    package var newChanges: [ChangeID] = []
    /// Whether everything was read again from the start.
    package var isReloaded = false

    /// Nothing new.
    package init() {}
  }

  /// Reads what others have added since, without a lock.
  ///
  /// A file that was replaced, shrank, or no longer ends its known part as it did is read again from the start.
  /// If a file is missing or cannot be read, the board stays as it is and ``outage`` says why and since when. Half
  /// lines are left where they are.
  /// - Complexity: When nothing changed, one directory read and one `stat` a file.
  @discardableResult
  package func refresh() -> Refresh {
    do throws(StoreError) {
      let hadOutage = outage != nil
      var refresh = try readAdditions()
      outage = nil
      lastGoodRead = seam.now()
      if hadOutage { refresh.isChanged = true }
      return refresh
    } catch {
      let isNew = outage?.error != error
      outage = Outage(error: error, since: outage?.since ?? seam.now())
      var refresh = Refresh()
      refresh.isChanged = isNew
      return refresh
    }
  }

  /// Reads what was added, or everything if what was read no longer stands.
  func readAdditions() throws(StoreError) -> Refresh {
    var refresh = Refresh()
    try readBoardFileAgain(&refresh)
    do throws(SystemError) {
      if !needsReload {
        switch try state() {
        case .same: return refresh
        case .grown:
          needsReload = true
          let before = fold.board.history.count
          if try fold.readAdditions() {
            needsReload = false
            refresh.newChanges = fold.board.history[before...].map(\.id)
            refresh.isChanged = true
            return refresh
          }
        case .other: needsReload = true
        }
      }
    } catch {
      throw .reading(error)
    }
    try reload(&refresh)
    return refresh
  }

  private enum FilesState {
    /// As they were.
    case same
    /// What was read still stands, and more may have come.
    case grown
    /// Something else: files were added, replaced, cut or rewritten.
    case other
  }

  private func state() throws(SystemError) -> FilesState {
    var found = Fold(settings: boardFile.settings)
    let names = try seam.streamNames(directory, into: &found)
    let known = Set(fold.segments.map(\.name))
    if let lost = fold.segments.first(where: { segment in !names.contains(segment.name) }) {
      throw SystemError(.open, path: lost.path, .noEntry)
    }
    if names.count != known.count { return .other }
    let foreign = fold.health.findings.filter { $0.kind == .foreignFile }
    if found.health.findings != foreign { return .other }
    var state = FilesState.same
    for segment in fold.segments {
      switch try self.state(of: segment) {
      case .same: continue
      case .grown: state = .grown
      case .other: return .other
      }
    }
    return state
  }

  private func state(of segment: Segment) throws(SystemError) -> FilesState {
    let now = try seam.status(at: segment.path)
    if now == segment.status { return .same }
    guard now.isSameFile(as: segment.status), now.size >= segment.consumed else { return .other }
    let start = segment.consumed - segment.lastBytes.count
    guard try segment.held.file.read(count: segment.lastBytes.count, at: start) == segment.lastBytes
    else {
      return .other
    }
    // Written to without growing: something in the middle may have changed.
    return now.size == segment.status.size && now.modified != segment.status.modified
      ? .other : .grown
  }

  private func readBoardFileAgain(_ refresh: inout Refresh) throws(StoreError) {
    if let status = try? seam.status(at: directory.boardFile), status == boardFileStatus { return }
    let (file, status) = try Store.readBoardFile(directory, seam: seam)
    boardFileStatus = status
    if file == boardFile { return }
    // Another board under the same name has nothing in common with this one.
    if file.storeID != boardFile.storeID { needsReload = true }
    boardFile = file
    fold.board.settings = file.settings
    refresh.isChanged = true
  }

  private func reload(_ refresh: inout Refresh) throws(StoreError) {
    let loaded = try Store.load(directory, boardFile, seam: seam)
    let before = Set(fold.board.history.map(\.id))
    refresh.newChanges = loaded.board.history.map(\.id).filter { id in !before.contains(id) }
    refresh.isReloaded = true
    refresh.isChanged = true
    fold = loaded
    // What it stood for may be what was replaced.
    snapshot = nil
    needsReload = false
    // A directory that was replaced has another inode: it is watched anew.
    try watchDirectories()
  }
}

extension Store {
  /// A descriptor that becomes readable when files of the board change; nil where the system cannot watch.
  ///
  /// It may stay silent on network file systems, so that ``refresh()`` belongs on a timer as well.
  package func watchDescriptor() throws(StoreError) -> FileDescriptor? {
    if watch == nil {
      do throws(SystemError) {
        watch = try seam.makeWatch()
      } catch {
        // Out of watches or descriptors: following goes on by the timer.
        return nil
      }
      try watchDirectories()
    }
    return watch
  }

  /// Reads away what the watch has reported; call it before ``refresh()``.
  package func drainWatch() {
    guard let watch else { return }
    // Nothing left to read is reported as an error (EAGAIN); any other would come again at the next poll.
    while let events = try? seam.read(watch, count: 65_536), !events.isEmpty {}
  }

  private func watchDirectories() throws(StoreError) {
    guard let watch else { return }
    do throws(SystemError) {
      try seam.watch(path, with: watch)
    } catch {
      throw .reading(error)
    }
    do throws(SystemError) {
      try seam.watch(directory.journal, with: watch)
    } catch {
      // An empty board may lack it; its making shows in the directory above, and then all is read and watched anew.
      if error.errno == .noEntry { return }
      throw .reading(error)
    }
  }
}
