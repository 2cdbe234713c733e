package import SystemCalls

extension SyncRun {
  /// Makes a copy of the board that a remote holds, in a directory that does not exist yet, without its changes:
  /// the first sync brings them.
  ///
  /// A directory that an earlier try left without its `board.json`, which is written last, is taken up again.
  /// - Throws: ``StoreError/alreadyExists(path:)`` in ``SyncError/store(_:)`` if something else is there.
  package static func join(_ path: String, to named: String, seam: any SystemSeam) throws(SyncError) -> Store {
    let remote = try SyncMemory.absolute(named, from: seam.currentDirectory())
    let directory = BoardDirectory(path: path)
    let isNew = try makeOrTake(directory, seam: seam)
    do throws(SyncError) {
      try SyncLock.holding(directory, seam: seam) { () throws(SyncError) in
        try fill(directory, from: remote, seam: seam)
      }
    } catch {
      // What stays if this fails too is no board, and the next try takes it up.
      if isNew { try? seam.removeTree(path) }
      throw error
    }
    do throws(StoreError) {
      return try Store.open(at: path, mode: .readWrite, seam: seam)
    } catch {
      throw .store(error)
    }
  }

  /// Whether a path is nothing, or the beginning of a copy that was never finished: then it can be joined from there.
  package static func canJoin(at path: String, seam: any SystemSeam) -> Bool {
    guard (try? seam.linkStatus(at: path)) != nil else { return true }
    guard let entries = try? seam.entries(of: path) else { return false }
    return isUnfinished(entries)
  }

  /// Whether a directory holds no more than what a join makes before the board file, or nothing.
  private static func isUnfinished(_ entries: [String]) -> Bool {
    entries.allSatisfy { entry in entry == ".local" || entry.hasPrefix(".board.json.") }
  }

  private static func makeOrTake(_ directory: BoardDirectory, seam: any SystemSeam) throws(SyncError) -> Bool {
    do throws(SystemError) {
      try seam.makeDirectory(directory.path, mode: 0o777)
      let modes = BoardModes(of: try seam.status(at: directory.path))
      let top = try OpenFile(directory.path, [.directory], seam: seam)
      try top.setMode(modes.directory)
      return true
    } catch {
      guard error.errno == .exists else { throw .store(.cannotCreate(path: directory.path, error)) }
      guard let entries = try? seam.entries(of: directory.path), isUnfinished(entries) else {
        throw .store(.alreadyExists(path: directory.path))
      }
      return false
    }
  }

  private static func fill(
    _ directory: BoardDirectory, from remote: String, seam: any SystemSeam
  ) throws(SyncError) {
    let repository = try SyncRepository(at: directory.clone, remote: remote, seam: seam)
    guard let tip = try repository.fetch() else { throw .nothingToJoin(remote: remote) }
    let bytes = try repository.contents(of: try repository.tree(of: tip).boardFile)
    _ = try checked(bytes, remote: remote)
    try SyncMemory(remote: remote, seen: nil).write(in: directory, seam: seam)
    do throws(SystemError) {
      let modes = BoardModes(of: try seam.status(at: directory.path))
      try seam.writeFile(bytes, to: directory.boardFile, replacing: false, mode: modes.file)
      try seam.syncDirectory(seam.directoryPart(of: directory.path))
    } catch {
      throw .store(.cannotCreate(path: directory.path, error))
    }
  }
}

extension SystemSeam {
  /// Removes a directory with all that is in it; links are removed, not followed.
  func removeTree(_ path: String) throws(SystemError) {
    for name in try entries(of: path) {
      let inner = "\(path)/\(name)"
      if try linkStatus(at: inner).kind == .directory { try removeTree(inner) } else { try unlink(inner) }
    }
    try removeDirectory(path)
  }
}
