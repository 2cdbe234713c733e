internal import BoardStore
internal import SystemCalls

extension ErrorPrinter {
  /// What to say about a sync that could not be done.
  static func syncReport(_ error: SyncError) -> ErrorReport {
    switch error {
    case .store(let reason): return report(.store(reason))
    case .local(let reason):
      return ErrorReport(
        "sync-files", .inputOutput, "“\(reason.path)”: \(reason.errno); the board is as it was: sync again afterwards")
    case .programMissing(let program):
      let package = program == "ssh" ? "openssh-client" : program
      return ErrorReport(
        "program-missing", .unavailable, "cannot run “\(program)”: it is not installed; Debian has it in \(package)")
    case .busy:
      return ErrorReport("busy", .tryAgain, "another sync of this board is under way here: try again in a moment")
    case .noRemote:
      return ErrorReport(
        "no-remote", .usage, "this board has no remote yet; name one: board sync REMOTE (a bare git repository)")
    case .badRemote(let name):
      return ErrorReport(
        "bad-remote", .usage, "“\(name)” cannot be a remote; give a path, or an ssh or https URL of a git repository")
    case .moved(let remote):
      return ErrorReport(
        "moved", .tryAgain,
        "“\(remote)” was written to each time this copy wanted to send; what came is here, nothing is lost: try again")
    case .brokenClone(let path, let detail):
      return ErrorReport(
        "broken-clone", .inputOutput,
        "git does not work in “\(path)” (\(detail)); that directory holds nothing of its own: remove it and sync again")
    default: return remoteReport(error)
    }
  }

  /// What to say when the remote does not answer, does not take, or is full.
  private static func remoteReport(_ error: SyncError) -> ErrorReport {
    switch error {
    case .unreachable(let remote, let detail):
      return ErrorReport(
        "unreachable", .inputOutput, "“\(remote)” does not answer (\(detail)); the board is as it was: sync again later"
      )
    case .refused(let remote, let detail):
      return ErrorReport(
        "refused", .inputOutput,
        "“\(remote)” does not take what was sent (\(detail)); nothing is lost: ask who keeps it, then sync again")
    case .full(let remote, let detail):
      return ErrorReport(
        "full", .inputOutput,
        "no room for the sync with “\(remote)” (\(detail)); nothing is lost: make room, sync again")
    case .nothingToJoin(let remote):
      return ErrorReport(
        "nothing-to-join", .notFound,
        "“\(remote)” holds no board yet; run board sync on the copy that has it first, or make one with board init")
    default: return refusal(error)
    }
  }

  /// What to say when what the remote holds cannot be followed.
  private static func refusal(_ error: SyncError) -> ErrorReport {
    let untouched = "nothing was taken or sent"
    switch error {
    case .notABoard(let remote, let detail):
      return ErrorReport("not-a-board", .badData, "“\(remote)” holds no board: \(detail); \(untouched)")
    case .otherBoard(let remote):
      return ErrorReport(
        "another-board", .badData, "“\(remote)” holds another board; \(untouched): name this board's own remote")
    case .rewound(let remote):
      return ErrorReport(
        "rewound", .no,
        "“\(remote)” no longer holds what it held at the last sync: it was set back or made anew; \(untouched). "
          + "If that was meant, say so: board sync --start-over")
    case .disagrees(let remote, let file, let offset):
      return ErrorReport(
        "disagrees", .no,
        "“\(remote)” and this board hold different bytes in \(file) from offset \(offset) on; \(untouched): "
          + "one of the two was changed by hand or restored; compare them with board check")
    case .forged(let remote, let file, let line, let fault):
      return ErrorReport(
        "forged", .badData,
        "“\(remote)”: \(file), line \(line) \(words(fault)); \(untouched): find out who wrote to that repository")
    case .foreignFile(let remote, let path):
      return ErrorReport(
        "foreign-file", .badData,
        "“\(remote)” holds “\(path)”, which belongs to no board; \(untouched): take it out of the branch “board”")
    default: return ErrorReport("sync-failed", .fault, "the sync ended for a reason that has no words: \(error)")
    }
  }

  /// What is wrong with a line of a stream.
  static func words(_ fault: StreamProof.Fault) -> String {
    switch fault {
    case .conflictMarker: "is a conflict marker: somebody merged by hand"
    case .damaged: "does not match its checksum"
    case .malformed: "is no change, though its checksum is right"
    case .otherReplica: "is a change of another copy"
    case .outOfOrder: "has not the next number of its stream"
    case .clock: "has a clock beyond reason"
    case .unfinished: "does not end"
    }
  }
}
