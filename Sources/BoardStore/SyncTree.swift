/// The files that a commit of the remote's holds, after everything that belongs to no board was refused.
struct SyncTree {
  /// One file.
  struct Entry: Equatable {
    /// Git's name of its contents.
    let object: String
    /// Its size in bytes.
    let size: Int
  }

  /// The longest stream that is taken, in bytes: several million changes.
  ///
  /// A small pack can unfold to any size.
  static let longestStream = 1 << 30

  let boardFile: Entry
  let streams: [Segment.Name: Entry]

  /// Reads what `git ls-tree -r -z -l` lists.
  ///
  /// - Throws: ``SyncError/foreignFile(remote:path:)`` for a link, a module or any file that is neither `board.json`
  ///   nor a stream; ``SyncError/notABoard(remote:detail:)``.
  init(listing: [UInt8], remote: String) throws(SyncError) {
    var boardFile: Entry?
    var streams: [Segment.Name: Entry] = [:]
    for row in listing.split(separator: 0) {
      guard let tab = row.firstIndex(of: 0x09) else { throw .notABoard(remote: remote, detail: "it cannot be listed") }
      let path = String(decoding: row[(tab + 1)...], as: UTF8.self)
      let facts = String(decoding: row[..<tab], as: UTF8.self).split(separator: " ").map(String.init)
      guard facts.count == 4, facts[0] == "100644", facts[1] == "blob", SyncMemory.isObjectName(facts[2]),
        let size = Int(facts[3])
      else { throw .foreignFile(remote: remote, path: path) }
      let entry = Entry(object: facts[2], size: size)
      if path == "board.json" {
        boardFile = entry
      } else if path.hasPrefix("journal/"), let name = Segment.Name(String(path.dropFirst(8))) {
        guard size <= SyncTree.longestStream else {
          throw .notABoard(remote: remote, detail: "“\(path)” is longer than any stream may be (\(size) bytes)")
        }
        streams[name] = entry
      } else {
        throw .foreignFile(remote: remote, path: path)
      }
    }
    guard let boardFile, boardFile.size <= BoardFile.longest else {
      throw .notABoard(remote: remote, detail: "its branch “board” has no board.json")
    }
    self.boardFile = boardFile
    self.streams = streams
  }
}
