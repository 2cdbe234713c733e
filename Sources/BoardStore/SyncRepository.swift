import SystemCalls

/// The board's own clone: what git does for a sync, one step each.
///
/// Nothing is ever checked out: trees are read and written as objects, so that no attribute, filter or link of a
/// remote's acts on this machine.
struct SyncRepository {
  let git: SyncGit
  let remote: String
  private let seam: any SystemSeam

  static let branch = "refs/heads/board"
  private static let hub = "refs/board/hub"

  /// What a push came to.
  enum Pushed {
    case done
    /// Somebody else was first.
    case moved
  }

  /// Opens the clone, or makes it; what an earlier run left half-made is made whole.
  init(at path: String, remote: String, seam: any SystemSeam) throws(SyncError) {
    git = SyncGit(repository: path, seam: seam)
    self.remote = remote
    self.seam = seam
    // Whoever held these was stopped: only one sync runs here at a time.
    for name in ["HEAD.lock", "config.lock", "packed-refs.lock", "\(Self.hub).lock"] {
      do throws(SystemError) {
        try seam.unlink("\(path)/\(name)")
      } catch {
        if error.errno != .noEntry, error.errno != .notDirectory { throw .local(error) }
      }
    }
    try git.local(["init", "--quiet", "--bare", "--template=", "--initial-branch=board", path])
  }

  /// Fetches the remote's branch and gives its commit; nil if the remote is there and has no such branch.
  func fetch() throws(SyncError) -> String? {
    let listing = try git.run(["ls-remote", "--quiet", "--", remote, Self.branch])
    guard listing.succeeded else { throw git.failure(listing, remote: remote) }
    if listing.output.isEmpty { return nil }
    let result = try git.run([
      "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", remote, "+\(Self.branch):\(Self.hub)",
    ])
    guard result.succeeded else { throw git.failure(result, remote: remote) }
    return try git.name(["rev-parse", "--verify", "--quiet", "\(Self.hub)^{commit}"])
  }

  /// Whether a commit seen earlier is part of the history of another.
  func descends(_ commit: String, from earlier: String) throws(SyncError) -> Bool {
    let result = try git.run(["merge-base", "--is-ancestor", earlier, commit])
    // 128: the earlier one is not even there.
    return result.succeeded
  }

  /// The bytes of an object.
  func contents(of entry: SyncTree.Entry) throws(SyncError) -> [UInt8] {
    try git.local(["cat-file", "blob", entry.object], limit: max(entry.size, 1))
  }

  /// Stores bytes as an object and gives its name.
  func store(_ bytes: [UInt8]) throws(SyncError) -> String {
    try git.name(["hash-object", "-w", "--stdin"], input: bytes)
  }

  /// The files of a commit.
  func tree(of commit: String) throws(SyncError) -> SyncTree {
    let limit = 8 << 20
    let result = try git.run(["ls-tree", "-r", "-z", "-l", "--full-tree", commit], limit: limit)
    guard result.succeeded else {
      throw .brokenClone(path: git.repository, detail: SyncGit.lastWords(result.errors))
    }
    guard result.dropped == 0 else { throw .notABoard(remote: remote, detail: "it holds too many files") }
    return try SyncTree(listing: result.output, remote: remote)
  }

  /// The board file of an earlier commit; nil if it cannot be had any more.
  func boardFile(of commit: String) throws(SyncError) -> BoardFile? {
    let result = try git.run(["cat-file", "blob", "\(commit):board.json"], limit: BoardFile.longest)
    guard result.succeeded, result.dropped == 0 else { return nil }
    return try? BoardFile(result.output)
  }

  /// Makes a commit of these objects after another one.
  func commit(
    boardFile: String, streams: [(name: Segment.Name, object: String)], after parent: String?, message: String
  ) throws(SyncError) -> String {
    var rows = ["100644 blob \(boardFile)\tboard.json"]
    if !streams.isEmpty {
      let journal = streams.map { "100644 blob \($0.object)\t\($0.name.text)\n" }.joined()
      rows.append("040000 tree \(try git.name(["mktree"], input: Array(journal.utf8)))\tjournal")
    }
    let top = try git.name(["mktree"], input: Array(rows.map { "\($0)\n" }.joined().utf8))
    return try git.name(
      ["commit-tree", "--no-gpg-sign", top] + (parent.map { ["-p", $0] } ?? []), input: Array("\(message)\n".utf8))
  }

  /// Puts a commit at the tip of the remote's branch, if nobody was faster; never by force.
  func push(_ commit: String) throws(SyncError) -> Pushed {
    let result = try git.run([
      "push", "--quiet", "--porcelain", "--no-verify", "--", remote, "\(commit):\(Self.branch)",
    ])
    if result.succeeded { return .done }
    let text = String(decoding: result.output + result.errors, as: UTF8.self).lowercased()
    let signs = [
      "fetch first", "non-fast-forward", "cannot lock ref", "failed to update ref", "incorrect old value",
      "reference already exists", "stale info",
    ]
    if signs.contains(where: text.contains) { return .moved }
    // Git tells its refusals on standard output here, and everything else on standard error.
    var told = result
    told.errors += result.output
    throw git.failure(told, remote: remote)
  }
}
