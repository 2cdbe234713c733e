internal import BoardCLI
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

  /// How many reports may wait before the files are followed no further: the face is stuck, and would hold them all.
  static let waitingReports = 16
  /// How long until a board that could not be opened is tried again.
  static let retryMilliseconds = 2000

  /// Starts the thread; its first report is ``StoreReport/opened(_:)`` or ``StoreReport/failed(_:)``.
  ///
  /// - Parameters:
  ///   - past: The moment that the board is shown as of, read-only; `nil` for the board as it is.
  ///   - keepsTrying: Whether a board that cannot be opened is tried again, with a report each time.
  init(
    path: String, mode: Store.Mode, past: FaceRequest.Past? = nil, author: Author, keepsTrying: Bool = false,
    world: World
  ) throws(SystemError) {
    let system = world.system
    let reports = try Mailbox<StoreReport>()
    let requests = try Mailbox<StoreRequest>()
    self.reports = reports
    self.requests = requests
    try BackgroundThread.start {
      while true {
        do throws(StoreError) {
          let store = try Store.open(at: path, mode: mode, seam: system)
          var board: Board?
          if let past {
            let count = past.last.flatMap { store.board.place(of: $0) }.map { $0 + 1 } ?? 0
            board = try store.board(upTo: count)
          }
          var run = Run(
            store: store, past: board, path: path, author: author, requests: requests, reports: reports, world: world)
          run.untilStopped()
          return
        } catch {
          if reports.count < StoreWorker.waitingReports { reports.post(.failed(error)) }
          if !keepsTrying { return }
          system.sleep(milliseconds: StoreWorker.retryMilliseconds)
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
    /// The board as it was, where that is shown.
    let past: Board?
    let path: String
    let author: Author
    let requests: Mailbox<StoreRequest>
    let reports: Mailbox<StoreReport>
    let world: World
    var system: any SystemSeam { world.system }
    /// The directory that was read last, to tell another one in its place.
    var directory: FileStatus?

    init(
      store: Store, past: Board?, path: String, author: Author, requests: Mailbox<StoreRequest>,
      reports: Mailbox<StoreReport>, world: World
    ) {
      self.store = store
      self.past = past
      self.path = path
      self.author = author
      self.requests = requests
      self.reports = reports
      self.world = world
      directory = try? world.system.status(at: path)
    }

    /// Serves requests and follows the files until it is told to stop.
    mutating func untilStopped() {
      reports.post(.opened(BoardState(store, past: past)))
      var watch = watchDescriptor()
      let pause = store.pollMilliseconds
      while true {
        // A poll that fails (it cannot, short of no memory) must not make this loop spin.
        let ready = try? system.poll(
          [requests.descriptor] + (watch.map { [$0] } ?? []), milliseconds: pause)
        if ready == nil { system.sleep(milliseconds: pause) }
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
      if past != nil {
        return reports.post(.read(BoardState(store, past: past), changes: [], isChanged: false))
      }
      reports.post(
        .read(BoardState(store), changes: changes(refresh.newChanges), isChanged: refresh.isChanged))
    }

    /// The changes in full; one whose line has gone since is left out: the next reading will say so.
    private func changes(_ ids: [ChangeID]) -> [Change] {
      // After a reload on a long history only the latest matter to a person.
      ids.suffix(100).compactMap { try? store.change($0) }
    }

    private mutating func serve(_ request: StoreRequest) {
      switch request {
      case .commit(let command, let expected, let today):
        answer(on: today) { author throws(StoreError) in
          try store.commit(by: author, expecting: expected) { (board, id) throws(BoardError) in
            try board.plan(command, as: id)
          }
        }
      case .undo(let id, let today):
        answer(on: today) { author throws(StoreError) in try store.undo(id, by: author) }
      case .redo(let today):
        answer(on: today) { author throws(StoreError) in try store.redo(by: author) }
      case .timeline(let entity):
        guard let changes = timeline(of: entity) else { break }
        reports.post(.timeline(entity, past.map { past in changes.filter { past.place(of: $0.id) != nil } } ?? changes))
      case .writeMinutes(let id, let path, let replacing):
        let (files, failure) = MinutesFiles(store: store, world: world).write(id, to: path, replacing: replacing)
        reports.post(.minutes(id, files: files, failure: failure))
      case .refresh:
        follow()
        reports.post(.refreshed)
      case .stop: break
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
        store.tendSnapshot()
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
