internal import BoardModel
internal import BoardStore
internal import SystemCalls

/// The thread that alone holds the store of a running screen or wall.
///
/// It commits what the face asks, follows what others write, and reports through a mailbox, so that no key ever waits
/// for a lock or a disk.
final class StoreWorker: Sendable {
  /// Where the face finds reports.
  let reports: Mailbox<StoreReport>
  private let requests: Mailbox<StoreRequest>

  /// How often the files are looked at even if nothing announced a change: network file systems announce none.
  static let safetyPollMilliseconds = 2000
  /// How many reports may wait before the files are followed no further: the face is stuck, and would hold them all.
  static let waitingReports = 16

  /// Starts the thread; its first report is ``StoreReport/opened(_:)`` or ``StoreReport/failed(_:)``.
  ///
  /// - Parameter keepsTrying: Whether a board that cannot be opened is tried again, with a report each time.
  init(
    path: String, mode: Store.Mode, author: Author, keepsTrying: Bool = false, system: any SystemSeam
  ) throws(SystemError) {
    let reports = try Mailbox<StoreReport>()
    let requests = try Mailbox<StoreRequest>()
    self.reports = reports
    self.requests = requests
    try BackgroundThread.start {
      while true {
        do throws(StoreError) {
          let store = try Store.open(at: path, mode: mode, seam: system)
          var run = Run(
            store: store, path: path, author: author, requests: requests, reports: reports, system: system)
          run.untilStopped()
          return
        } catch {
          if reports.count < StoreWorker.waitingReports { reports.post(.failed(error)) }
          if !keepsTrying { return }
          system.sleep(milliseconds: StoreWorker.safetyPollMilliseconds)
        }
      }
    }
  }

  /// Asks the thread for something; returns at once.
  func ask(_ request: StoreRequest) {
    requests.post(request)
  }

  /// The thread's own side.
  private struct Run {
    let store: Store
    let path: String
    let author: Author
    let requests: Mailbox<StoreRequest>
    let reports: Mailbox<StoreReport>
    let system: any SystemSeam
    /// The directory that was read last, to tell another one in its place.
    var directory: FileStatus?

    init(
      store: Store, path: String, author: Author, requests: Mailbox<StoreRequest>, reports: Mailbox<StoreReport>,
      system: any SystemSeam
    ) {
      self.store = store
      self.path = path
      self.author = author
      self.requests = requests
      self.reports = reports
      self.system = system
      directory = try? system.status(at: path)
    }

    /// Serves requests and follows the files until it is told to stop.
    mutating func untilStopped() {
      reports.post(.opened(BoardState(store)))
      var watch = watchDescriptor()
      while true {
        // A poll that fails (it cannot, short of no memory) must not make this loop spin.
        let ready = try? system.poll(
          [requests.descriptor] + (watch.map { [$0] } ?? []), milliseconds: StoreWorker.safetyPollMilliseconds)
        if ready == nil { system.sleep(milliseconds: StoreWorker.safetyPollMilliseconds) }
        for request in requests.takeAll() {
          if case .stop = request {
            reports.post(.stopped)
            return
          }
          serve(request)
        }
        follow()
        if watch == nil { watch = watchDescriptor() }
      }
    }

    private func watchDescriptor() -> FileDescriptor? {
      // Without a watch the safety poll still follows; a directory that cannot be watched is reported by it.
      try? store.watchDescriptor()
    }

    private mutating func follow() {
      store.drainWatch()
      if reports.count >= StoreWorker.waitingReports { return }
      let refresh = store.refresh()
      if refresh.isReloaded, let now = try? system.status(at: path) {
        if let directory, !now.isSameFile(as: directory) { reports.post(.replaced) }
        directory = now
      }
      reports.post(
        .read(BoardState(store), changes: changes(refresh.newChanges), isChanged: refresh.isChanged))
    }

    /// The changes in full; one whose line has gone since is left out: the next reading will say so.
    private func changes(_ ids: [ChangeID]) -> [Change] {
      // After a reload on a long history only the latest matter to a person.
      ids.suffix(100).compactMap { try? store.change($0) }
    }

    private func serve(_ request: StoreRequest) {
      switch request {
      case .commit(let command, let today):
        answer(on: today) { author throws(StoreError) in
          try store.commit(by: author) { (board, id) throws(BoardError) in try board.plan(command, as: id) }
        }
      case .undo(let id, let today):
        answer(on: today) { author throws(StoreError) in try store.undo(id, by: author) }
      case .redo(let today):
        answer(on: today) { author throws(StoreError) in try store.redo(by: author) }
      case .timeline(let entity):
        if let changes = timeline(of: entity) { reports.post(.timeline(entity, changes)) }
      case .refresh, .stop: break
      }
    }

    /// Every change that touched an entity; `nil` when the files cannot be read, which the next reading reports.
    private func timeline(of entity: EntityReference) -> [Change]? {
      if let changes = try? store.changes(touching: entity) { return changes }
      // A line that was read before is no longer where it was: the files were replaced.
      store.refresh()
      return try? store.changes(touching: entity)
    }

    private func answer(on today: CalendarDay, _ change: (Author) throws(StoreError) -> Change?) {
      var author = author
      author.today = today
      author.meeting = store.board.openMeeting?.id
      let before = store.board.history.count
      do throws(StoreError) {
        let saved = try change(author)
        reportOthers(since: before, except: saved?.id)
        reports.post(.saved(saved, BoardState(store)))
      } catch {
        reportOthers(since: before, except: nil)
        reports.post(.refused(error, BoardState(store)))
      }
    }

    /// What others wrote before our own line was read inside the lock; the next reading would not find it new.
    private func reportOthers(since count: Int, except own: ChangeID?) {
      let others = store.board.history.dropFirst(count).map(\.id).filter { $0 != own }
      guard !others.isEmpty else { return }
      reports.post(.read(BoardState(store), changes: changes(Array(others)), isChanged: true))
    }
  }
}
