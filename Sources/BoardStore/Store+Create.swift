package import BoardModel
package import SystemCalls

extension Store {
  /// Makes a new, empty board and opens it for writing.
  ///
  /// - Parameters:
  ///   - path: A directory that does not exist yet, or an empty one. One that its group may write to makes
  ///     a board that the group shares.
  ///   - settings: Names and counting rule.
  /// - Throws: ``StoreError/alreadyExists(path:)`` or ``StoreError/cannotCreate(path:_:)``. What was begun is then
  ///   no board yet: `board.json` is written last.
  package static func create(
    at path: String, settings: BoardSettings, seam: any SystemSeam
  ) throws(StoreError) -> Store {
    let directory = BoardDirectory(path: path)
    do throws(SystemError) {
      try makeOrTake(path, seam: seam)
      let modes = BoardModes(of: try seam.status(at: path))
      let top = try OpenFile(path, [.directory], seam: seam)
      try top.setMode(modes.directory)
      try seam.ensureDirectory(directory.journal, mode: modes.directory)
      try seam.ensureDirectory(directory.local, mode: modes.directory)
      let lock = try OpenFile(
        directory.lock, [.readWrite, .create, .exclusive, .noFollow], mode: modes.file, seam: seam)
      try lock.setMode(modes.file)
      let file = BoardFile(storeID: max(1, seam.randomNumber()), settings: settings)
      _ = try ReplicaIdentity.make(in: directory, modes: modes, seam: seam)
      try seam.writeFile(file.bytes, to: directory.boardFile, replacing: false, mode: modes.file)
      try seam.syncDirectory(seam.directoryPart(of: path))
    } catch {
      if error.errno == .exists || error.errno == .notEmpty { throw .alreadyExists(path: path) }
      throw .cannotCreate(path: path, error)
    }
    return try open(at: path, mode: .readWrite, seam: seam)
  }

  /// Makes the directory, or takes an empty one that is there.
  private static func makeOrTake(_ path: String, seam: any SystemSeam) throws(SystemError) {
    do throws(SystemError) {
      try seam.makeDirectory(path, mode: 0o777)
    } catch {
      guard error.errno == .exists, try seam.entries(of: path).isEmpty else { throw error }
    }
  }
}
