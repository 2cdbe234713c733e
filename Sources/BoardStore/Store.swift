package import BoardModel
package import SystemCalls

/// A board on disk: the fold of its journals, and the one way to add to them.
///
/// To be used from one thread at a time. ``board`` is the last good state whatever happens to the files.
package final class Store {
  /// Whether changes can be made.
  package enum Mode: Sendable {
    /// Takes no lock, opens for reading only and creates nothing.
    case readOnly
    /// Reading, and writing when asked to.
    case readWrite
  }

  /// Since when and why the files cannot be read.
  package struct Outage: Sendable, Hashable {
    /// Why.
    package let error: StoreError
    /// Since when.
    package let since: WallTime

    /// States an outage.
    package init(error: StoreError, since: WallTime) {
      self.error = error
      self.since = since
    }
  }

  /// The path of the board directory, as it was given.
  package let path: String
  /// How it was opened.
  package let mode: Mode
  /// Why the files cannot be read now; nil while they can.
  package internal(set) var outage: Outage?
  /// How often a reader should look by itself, in milliseconds: nothing announces a change on a network file system.
  ///
  /// - Complexity: Reads the list of mounts; to be asked once.
  package var pollMilliseconds: Int { seam.isOnNetwork(path) ? 1000 : 2000 }
  /// When the files were last read without a fault.
  package internal(set) var lastGoodRead: WallTime

  let seam: any SystemSeam
  let directory: BoardDirectory
  var fold: Fold
  var boardFile: BoardFile
  var boardFileStatus: FileStatus
  /// Whether an earlier sync failed: then nothing more is written.
  var hasUnsureWrite = false
  /// Whether the state in memory may be half of something: then all is read again.
  var needsReload = false
  var watch: FileDescriptor?
  /// The snapshot that stands for the beginning of the journals; nil if none is known to.
  var snapshot: KnownSnapshot?
  /// The stream this copy writes; nil until it is asked for or if it has none yet.
  var identity: ReplicaIdentity?

  /// Opens a board and folds its journals, or what was added to them since a snapshot.
  ///
  /// - Parameter usesSnapshot: Whether a snapshot may stand for lines that were not written to since.
  /// - Throws: ``StoreError/noBoard(path:)``, ``StoreError/notABoard(path:detail:)``, or why a file cannot be read.
  ///   A damaged journal is no error: see ``health``.
  /// - Complexity: O(*n*) in the bytes of all journals.
  package static func open(
    at path: String, mode: Mode, usesSnapshot: Bool = true, seam: any SystemSeam
  ) throws(StoreError) -> Store {
    try Store(path, mode, usesSnapshot, seam)
  }

  private init(
    _ path: String, _ mode: Mode, _ usesSnapshot: Bool, _ seam: any SystemSeam
  ) throws(StoreError) {
    self.path = path
    self.mode = mode
    self.seam = seam
    directory = BoardDirectory(path: path)
    (boardFile, boardFileStatus) = try Store.readBoardFile(directory, seam: seam)
    if usesSnapshot, let found = Store.loadSnapshot(directory, boardFile, seam: seam) {
      fold = found.fold
      snapshot = found.known
    } else {
      fold = try Store.load(directory, boardFile, seam: seam)
    }
    lastGoodRead = seam.now()
  }

  deinit { if let watch { seam.close(watch) } }

  /// The board as of the last reading.
  package var board: Board { fold.board }

  /// What is wrong with the journals, as of the last reading.
  package var health: StoreHealth {
    var health = fold.health
    for feature in boardFile.missingFeatures where !health.missingFeatures.contains(feature) {
      health.missingFeatures.append(feature)
    }
    return health
  }

  /// How many changes the board consists of.
  package var changeCount: Int { fold.places.count }

  /// Tells this board and its copies from all others.
  package var storeID: UInt64 { boardFile.storeID }

  static func readBoardFile(
    _ directory: BoardDirectory, seam: any SystemSeam
  ) throws(StoreError) -> (BoardFile, FileStatus) {
    let status: FileStatus
    let bytes: [UInt8]
    do throws(SystemError) {
      status = try seam.status(at: directory.boardFile)
      bytes = try seam.readFile(directory.boardFile, limit: BoardFile.longest, follows: false)
    } catch {
      throw noBoardFile(directory, error, seam: seam)
    }
    do throws(BoardFile.Fault) {
      return (try BoardFile(bytes), status)
    } catch {
      throw .notABoard(path: directory.path, detail: error.detail)
    }
  }

  private static func noBoardFile(
    _ directory: BoardDirectory, _ error: SystemError, seam: any SystemSeam
  ) -> StoreError {
    guard error.errno == .noEntry || error.errno == .notDirectory else { return .reading(error) }
    guard let status = try? seam.status(at: directory.path) else {
      return .noBoard(path: directory.path)
    }
    let detail = status.kind == .directory ? "it has no board.json" : "it is no directory"
    return .notABoard(path: directory.path, detail: detail)
  }

  /// Folds all journals from their starts.
  static func load(
    _ directory: BoardDirectory, _ file: BoardFile, seam: any SystemSeam
  ) throws(StoreError) -> Fold {
    do throws(SystemError) {
      var fold = Fold(settings: file.settings)
      for name in try seam.streamNames(directory, into: &fold) {
        fold.add(try seam.openSegment(directory, name, index: fold.segments.count))
      }
      try fold.readAll()
      return fold
    } catch {
      throw .reading(error)
    }
  }
}

extension SystemSeam {
  /// The streams of a board, those of one copy in order; other files in their directory become findings.
  func streamNames(_ directory: BoardDirectory, into fold: inout Fold) throws(SystemError)
    -> [Segment.Name]
  {
    var names: [Segment.Name] = []
    for entry in try journalEntries(directory).sorted() where !entry.hasPrefix(".") {
      if let name = Segment.Name(entry) {
        names.append(name)
      } else {
        fold.health.findings.append(
          StoreHealth.Finding(
            kind: .foreignFile, file: "journal/\(entry)", line: 0, offset: 0, length: 0))
      }
    }
    return names.sorted { ($0.replica, $0.number) < ($1.replica, $1.number) }
  }

  /// The names in the journal directory; none if there is no such directory, because git keeps no empty ones.
  private func journalEntries(_ directory: BoardDirectory) throws(SystemError) -> [String] {
    do throws(SystemError) {
      return try entries(of: directory.journal)
    } catch {
      guard error.errno == .noEntry else { throw error }
      // Without its board file the board is gone, not empty.
      _ = try status(at: directory.boardFile)
      return []
    }
  }

  /// Opens a stream's file for reading; a link, a FIFO or a device is refused.
  func openSegment(
    _ directory: BoardDirectory, _ name: Segment.Name, index: Int
  ) throws(SystemError) -> Segment {
    let path = directory.stream(name)
    let file = try OpenFile(path, [.noFollow, .nonBlocking], seam: self)
    let status = try file.status()
    guard status.kind == .regular else { throw SystemError(.open, path: path, .noDevice) }
    return Segment(name, path: path, index: index, held: HeldFile(file), status: status)
  }
}
