/// Our streams held against the remote's: what is to be appended here, and what can be sent; nothing is touched yet.
struct SyncComparison {
  /// What one file here lacks.
  struct Addition {
    let name: Segment.Name
    /// The file's size now; nil if there is no such file.
    let size: Int?
    /// The bytes to append.
    let rest: [UInt8]
    /// How many changes that are, a torn first line counted whole.
    let changes: Int
  }

  private(set) var additions: [Addition] = []
  /// Files here that hold texts which the remote has erased, as they will be without them.
  private(set) var rewritten: [Segment.Name: [UInt8]] = [:]
  /// How many lines here lose a text.
  private(set) var erased = 0
  /// The sound lines of every stream, as they will be here after the additions.
  private(set) var streams: [Segment.Name: [UInt8]] = [:]
  /// Damaged lines here: what stands behind them is not sent.
  private(set) var damaged: [SyncOutcome.Damage] = []

  /// Compares file by file.
  ///
  /// - Throws: ``SyncError/forged(remote:file:line:_:)`` or ``SyncError/disagrees(remote:file:offset:)`` for the first
  ///   file of the remote's that cannot be followed.
  init(here: [Segment.Name: [UInt8]], there: [Segment.Name: [UInt8]], remote: String) throws(SyncError) {
    let (here, there, spread) = SyncRedaction.spread(here, there)
    erased = spread.count
    var ours: [UInt64: StreamProof] = [:]
    var theirs: [UInt64: StreamProof] = [:]
    let names = Set(here.keys).union(there.keys)
    for name in names.sorted(by: { ($0.replica, $0.number) < ($1.replica, $1.number) }) {
      var live = here[name] ?? []
      let file = "journal/\(name.text)"
      if spread.files.contains(name) { rewritten[name] = live }
      var verdict = ours[name.replica, default: StreamProof()].check(live, of: name)
      streams[name] = Array(live.prefix(verdict.length))
      if let fault = verdict.fault {
        damaged.append(SyncOutcome.Damage(file: file, line: verdict.lines + 1, fault: fault))
      }
      guard var other = there[name] else { continue }
      let proof = theirs[name.replica, default: StreamProof()].check(other, of: name)
      if let fault = proof.fault ?? (proof.length < other.count ? .unfinished : nil) {
        throw .forged(remote: remote, file: file, line: proof.lines + 1, fault)
      }
      let sound = live.prefix(verdict.length)
      if Self.firstDifference(sound, other) != nil, let joined = SyncRedaction(sound, other[...]) {
        other = joined.theirs
        streams[name] = joined.ours
        if joined.taken > 0 {
          live = joined.ours + live[verdict.length...]
          verdict.length = joined.ours.count
          rewritten[name] = live
          erased += joined.taken
        }
      }
      if other.count > verdict.length { streams[name] = other }
      // Behind damage of ours nothing can be compared, and nothing is written there.
      let compared = verdict.fault == nil ? live.count : verdict.length
      if let parted = Self.firstDifference(live.prefix(compared), other) {
        throw .disagrees(remote: remote, file: file, offset: parted)
      }
      guard verdict.fault == nil, other.count > live.count else { continue }
      additions.append(
        Addition(
          name: name, size: here[name] == nil ? nil : live.count, rest: Array(other[live.count...]),
          changes: StreamProof.changes(in: other[verdict.length...])))
    }
  }

  /// Where two texts part within the shorter one; nil if one begins the other.
  private static func firstDifference(_ left: ArraySlice<UInt8>, _ right: [UInt8]) -> Int? {
    let count = min(left.count, right.count)
    if left.prefix(count).elementsEqual(right.prefix(count)) { return nil }
    return (0..<count).first { left[left.startIndex + $0] != right[$0] }
  }
}
