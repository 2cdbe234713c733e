package import SystemCalls

/// One exchange of changes between a board and its copies on other machines, through a git repository.
///
/// Fetch, append what is unseen, commit, push; again if somebody pushed in between. The board's lock is held only
/// while files here are compared and extended. Stopped at any moment, the next run does what is left.
package struct SyncRun {
  private let store: Store
  private let repository: SyncRepository
  private let remote: String
  private var memory: SyncMemory?
  private var outcome: SyncOutcome

  /// How often a push is tried when others are faster.
  private static let attempts = 8

  /// Syncs once.
  ///
  /// - Parameters:
  ///   - store: The board, opened for writing.
  ///   - remote: A path or URL; nil for the one of the last sync. It is remembered once it was read from.
  ///   - startingOver: Whether what the remote held at the last sync is forgotten, so that it may have been set back.
  /// - Throws: ``SyncError``; what was received by then stays, and nothing here is ever lost.
  package static func once(
    _ store: Store, with remote: String?, startingOver: Bool = false, seam: any SystemSeam
  ) throws(SyncError) -> SyncOutcome {
    try SyncLock.holding(store.directory, seam: seam) { () throws(SyncError) in
      var run = try SyncRun(store, remote, seam)
      if startingOver { run.memory?.seen = nil }
      return try run.run()
    }
  }

  private init(_ store: Store, _ named: String?, _ seam: any SystemSeam) throws(SyncError) {
    self.store = store
    let memory = try SyncMemory.read(in: store.directory, seam: seam)
    if let named {
      remote = try SyncMemory.absolute(named, from: seam.currentDirectory())
    } else {
      guard let memory else { throw .noRemote }
      remote = memory.remote
    }
    self.memory = memory?.remote == remote ? memory : nil
    outcome = SyncOutcome(remote: remote)
    repository = try SyncRepository(at: store.directory.clone, remote: remote, seam: seam)
  }

  private mutating func run() throws(SyncError) -> SyncOutcome {
    for attempt in 0..<Self.attempts {
      if try exchange() { return outcome }
      let pause = 20 << min(attempt, 5)
      store.seam.sleep(milliseconds: pause + Int(store.seam.randomNumber() % UInt64(pause)))
    }
    throw .moved(remote: remote)
  }

  /// One round; false if somebody pushed in between.
  private mutating func exchange() throws(SyncError) -> Bool {
    let tip = try fetch()
    let tree: SyncTree? = if let tip { try repository.tree(of: tip) } else { nil }
    let boardFile = try settle(tree, tip)
    var there: [Segment.Name: [UInt8]] = [:]
    for (name, entry) in tree?.streams ?? [:] { there[name] = try repository.contents(of: entry) }
    let exchange = try store.exchange(with: there, of: remote)
    outcome.received += exchange.received
    outcome.erased += exchange.erased
    outcome.damaged = exchange.damaged
    outcome.beganNewStream = outcome.beganNewStream || exchange.beganNewStream
    outcome.isFirst = tip == nil
    try remember(tip)
    guard let (commit, sent) = try commit(exchange.streams, there, boardFile, tree, after: tip) else { return true }
    guard try repository.push(commit) == .done else { return false }
    outcome.sent += sent
    try remember(commit)
    return true
  }

  private func fetch() throws(SyncError) -> String? {
    let tip = try repository.fetch()
    guard let seen = memory?.seen, seen != tip else { return tip }
    guard let tip, try repository.descends(tip, from: seen) else { throw .rewound(remote: remote) }
    return tip
  }

  private mutating func remember(_ commit: String?) throws(SyncError) {
    let now = SyncMemory(remote: remote, seen: commit)
    if now == memory { return }
    try now.write(in: store.directory, seam: store.seam)
    memory = now
  }

  /// Agrees on the board's settings: whichever side changed them since the last sync wins, the remote if both did.
  ///
  /// - Returns: The object of the board file to send; nil if the remote's stands.
  private mutating func settle(_ tree: SyncTree?, _ tip: String?) throws(SyncError) -> [UInt8]? {
    let bytes = try store.settingsBytes()
    let ours: BoardFile
    do throws(BoardFile.Fault) { ours = try BoardFile(bytes) } catch {
      throw .store(.notABoard(path: store.path, detail: error.detail))
    }
    guard let tree else { return bytes }
    let theirBytes = try repository.contents(of: tree.boardFile)
    let theirs = try SyncRun.checked(theirBytes, remote: remote)
    guard theirs.storeID == store.storeID else { throw .otherBoard(remote: remote) }
    if theirs == ours { return nil }
    let base: BoardFile? = if let seen = memory?.seen { try repository.boardFile(of: seen) } else { nil }
    if let base, base == theirs { return bytes }
    try store.takeSettings(theirBytes, insteadOf: ours)
    if base != ours { outcome.settings = .taken(insteadOf: ours.settings) }
    return nil
  }

  /// Reads the remote's board file; one that asks for a newer version is refused.
  static func checked(_ bytes: [UInt8], remote: String) throws(SyncError) -> BoardFile {
    let file: BoardFile
    do throws(BoardFile.Fault) { file = try BoardFile(bytes) } catch {
      throw .notABoard(remote: remote, detail: error.detail)
    }
    guard file.missingFeatures.isEmpty else { throw .store(.newerFormat(features: file.missingFeatures)) }
    return file
  }

  /// Makes a commit of what the remote lacks; nil if it lacks nothing.
  private func commit(
    _ streams: [Segment.Name: [UInt8]], _ theirs: [Segment.Name: [UInt8]], _ boardFile: [UInt8]?, _ tree: SyncTree?,
    after tip: String?
  ) throws(SyncError) -> (commit: String, sent: Int)? {
    var sent = 0
    var isNews = boardFile != nil
    var objects: [(name: Segment.Name, object: String)] = []
    for name in Set(streams.keys).union(tree?.streams.keys ?? [:].keys).sorted(by: { $0.text < $1.text }) {
      let bytes = streams[name] ?? []
      let there = theirs[name] ?? []
      if let object = tree?.streams[name]?.object, there.starts(with: bytes) {
        objects.append((name, object))
      } else if !bytes.isEmpty {
        isNews = true
        sent += max(0, StreamProof.changes(in: bytes[...]) - StreamProof.changes(in: there[...]))
        objects.append((name, try repository.store(bytes)))
      }
    }
    guard isNews else { return nil }
    let settings: String
    if let boardFile { settings = try repository.store(boardFile) } else { settings = tree?.boardFile.object ?? "" }
    let message = "\(sent) \(sent == 1 ? "change" : "changes") from \(store.seam.hostName())"
    return (try repository.commit(boardFile: settings, streams: objects, after: tip, message: message), sent)
  }
}

extension BoardDirectory {
  /// Our own clone of the remote.
  var clone: String { "\(local)/sync" }
}
