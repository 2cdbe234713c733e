package import BoardModel
package import SystemCalls

/// A change that was made some time ago, to be recorded as of then.
package struct PastChange: Sendable {
  /// Who made it, and on which day of theirs.
  package let author: Author
  /// When.
  package let time: WallTime
  /// What it does.
  package let command: Command

  /// A past change from its parts.
  package init(by author: Author, at time: WallTime, _ command: Command) {
    self.author = author
    self.time = time
    self.command = command
  }
}

extension Store {
  /// Records a history that was made elsewhere, one line a change, and makes it durable in one go.
  ///
  /// - Throws: As ``commit(by:_:)``; changes before the one that failed are then recorded.
  package func record(_ history: [PastChange]) throws(StoreError) {
    try mayWrite()
    var last: Appended?
    try locked { () throws(StoreError) in
      for past in history {
        let appended = try append(by: past.author, at: past.time) { (board, id) throws(StoreError) in
          do throws(BoardError) { return try board.plan(past.command, as: id) } catch { throw .refused(error) }
        }
        last = appended ?? last
      }
    }
    guard let last else { return }
    do throws(SystemError) {
      try last.file.file.syncData()
      try seam.syncDirectory(directory.journal)
      last.segment?.hasDurableName = true
    } catch {
      hasUnsureWrite = true
      throw .notConfirmed(last.change.id, error)
    }
  }
}
