import SystemCalls

/// Keeps two syncs of one copy apart; the board's own lock is another one.
enum SyncLock {
  /// Does something while no other sync of this copy runs.
  ///
  /// - Throws: ``SyncError/busy`` if another one is under way, at once.
  static func holding<Value>(
    _ directory: BoardDirectory, seam: any SystemSeam, _ body: () throws(SyncError) -> Value
  ) throws(SyncError) -> Value {
    let file = try open(directory, seam: seam)
    let isFree: Bool
    do throws(SystemError) { isFree = try file.tryLock() } catch { throw .local(error) }
    guard isFree else { throw .busy }
    let result: Result<Value, SyncError>
    do throws(SyncError) { result = .success(try body()) } catch { result = .failure(error) }
    // Closing lets go of it as well, so a failure here changes nothing.
    try? file.unlock()
    return try result.get()
  }

  private static func open(
    _ directory: BoardDirectory, seam: any SystemSeam
  ) throws(SyncError) -> OpenFile {
    do throws(SystemError) {
      let modes = BoardModes(of: try seam.status(at: directory.path))
      try seam.ensureDirectory(directory.local, mode: modes.directory)
      return try OpenFile(
        "\(directory.local)/sync.lock", [.readWrite, .create, .noFollow, .nonBlocking], mode: modes.file, seam: seam)
    } catch {
      throw .local(error)
    }
  }
}
