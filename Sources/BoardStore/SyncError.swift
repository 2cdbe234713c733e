package import SystemCalls

/// Why a sync could not be done; facts only.
///
/// The board here is as it was, or holds changes that came besides.
package enum SyncError: Error, Hashable, Sendable {
  /// The board itself could not be read or written.
  case store(StoreError)
  /// A file beside the board, under `.local`, could not be read or written.
  case local(SystemError)
  /// A program that is needed is not installed: `git` or `ssh`.
  case programMissing(String)
  /// Another sync of this copy is under way.
  case busy
  /// No remote was named, now or earlier.
  case noRemote
  /// What was named cannot be a remote.
  case badRemote(String)
  /// The remote does not answer, or there is no repository; with git's last words.
  case unreachable(remote: String, detail: String)
  /// The remote does not take what is sent; with git's last words.
  case refused(remote: String, detail: String)
  /// The disk of the remote, or ours, is full; with git's last words.
  case full(remote: String, detail: String)
  /// Others pushed each time before us.
  case moved(remote: String)
  /// The remote holds no board yet, so that there is nothing to join.
  case nothingToJoin(remote: String)
  /// The remote's branch holds something else than a board.
  case notABoard(remote: String, detail: String)
  /// The remote holds another board.
  case otherBoard(remote: String)
  /// The remote no longer holds what it held at the last sync.
  case rewound(remote: String)
  /// The remote's copy of a stream is not the beginning of ours, nor ours of it: where they part.
  case disagrees(remote: String, file: String, offset: Int)
  /// A line of the remote's is no change of its stream.
  case forged(remote: String, file: String, line: Int, StreamProof.Fault)
  /// A file of the remote's that belongs to no board.
  case foreignFile(remote: String, path: String)
  /// Our own clone under `.local/sync` does not work; with git's last words.
  case brokenClone(path: String, detail: String)
}
