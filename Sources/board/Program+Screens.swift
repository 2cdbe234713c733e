internal import BoardCLI
internal import BoardModel
internal import BoardStore
internal import BoardTUI
internal import CursesTerminal
internal import ScreenGrid
internal import SystemCalls

extension Program {
  /// Opens the chair's screen on a board and stays until the person leaves.
  ///
  /// - Returns: The exit status.
  static func chair(
    _ request: FaceRequest, path: String, past: FaceRequest.Past? = nil, today: CalendarDay?, notice: String?,
    minutesFolder: String, world: World
  ) -> Int32 {
    let clock = DayClock(pinned: today)
    let author = Author(
      actor: request.actor, login: request.login,
      today: clock.today(world.system) ?? CalendarDay(daysSinceEpoch: 0))
    do throws(OpeningFault) {
      let (worker, opened) = try openStore(path, past == nil ? .readWrite : .readOnly, past, author, world)
      var face = ChairFace(
        terminal: try openTerminal(request, world), opened: opened, worker: worker, author: author, clock: clock,
        notice: notice, settings: request.settings, system: world.system)
      face.prepare(minutesFolder: minutesFolder, asAt: past?.words)
      let ending = face.run()
      face.close()
      return status(after: ending)
    } catch {
      return error.report(world)
    }
  }

  /// Opens the wall on a board, read-only, and stays until it is ended.
  static func wall(_ request: FaceRequest, path: String, _ options: FaceRequest.WallOptions, world: World) -> Int32 {
    let clock = DayClock(pinned: request.today)
    let author = Author(
      actor: request.actor, login: request.login,
      today: clock.today(world.system) ?? CalendarDay(daysSinceEpoch: 0))
    do throws(OpeningFault) {
      // A display nobody stands at waits for its board; a person who typed a wrong name is told at once.
      let (worker, reports) = try startWorker(path, .readOnly, nil, author, keepsTrying: options.isKiosk, world)
      if case .failed(let error)? = reports.first, !options.isKiosk { throw .store(error) }
      var wallOptions = WallState.Options()
      wallOptions.isPublic = options.isPublic
      wallOptions.isKiosk = options.isKiosk
      wallOptions.isTodayPinned = clock.isPinned
      wallOptions.pageSeconds = options.pageSeconds
      var face = WallFace(
        terminal: try openTerminal(request, world), worker: worker, today: author.today, clock: clock,
        options: wallOptions, system: world.system)
      let ending = face.run(reports)
      face.close()
      return status(after: ending)
    } catch {
      return error.report(world)
    }
  }

  /// 0 when the person left; after a signal that asked to end, or a hang-up, the status that a shell gives for it.
  private static func status(after ending: Ending) -> Int32 {
    ending == .left ? 0 : 128 + (CursesTerminal.signalToEnd ?? hangUpSignal)
  }

  /// SIGHUP, for a terminal that is gone without a word.
  private static let hangUpSignal: Int32 = 1

  /// Why a screen could not be opened.
  private enum OpeningFault: Error {
    case store(StoreError)
    case system(SystemError)
    case terminal(TerminalError)

    /// Says so on standard error and gives the exit status.
    func report(_ world: World) -> Int32 {
      switch self {
      case .store(let error): CommandLineFace.report(error, world: world)
      case .system(let error): CommandLineFace.report(.unreadable(error), world: world)
      case .terminal(let error): CommandLineFace.reportScreen(Sentence.of(error), world: world)
      }
    }
  }

  /// Starts the thread that holds the store and waits until the board is open.
  private static func openStore(
    _ path: String, _ mode: Store.Mode, _ past: FaceRequest.Past?, _ author: Author, _ world: World
  ) throws(OpeningFault) -> (StoreWorker, BoardState) {
    let (worker, reports) = try startWorker(path, mode, past, author, keepsTrying: false, world)
    switch reports.first {
    case .opened(let state): return (worker, state)
    case .failed(let error): throw .store(error)
    default: preconditionFailure("the first report says whether the board is open")
    }
  }

  /// Starts the thread that holds the store and waits for its first report.
  private static func startWorker(
    _ path: String, _ mode: Store.Mode, _ past: FaceRequest.Past?, _ author: Author, keepsTrying: Bool,
    _ world: World
  ) throws(OpeningFault) -> (StoreWorker, [StoreReport]) {
    do throws(SystemError) {
      let worker = try StoreWorker(
        path: path, mode: mode, past: past, author: author, keepsTrying: keepsTrying, world: world)
      while true {
        _ = try world.system.poll([worker.reports.descriptor], milliseconds: nil)
        let reports = worker.reports.takeAll()
        if !reports.isEmpty { return (worker, reports) }
      }
    } catch {
      throw .system(error)
    }
  }

  private static func openTerminal(_ request: FaceRequest, _ world: World) throws(OpeningFault) -> CursesTerminal {
    var options = CursesTerminal.Options(environment: world.system.environment)
    options.theme = ColorTheme(request.settings.screenTheme)
    if request.ascii { options.glyphs = .ascii }
    switch request.color {
    case .never: options.allowsColor = false
    case .always: options.allowsColor = true
    case .auto: break
    }
    let system = world.system
    do throws(TerminalError) {
      return try CursesTerminal(options, now: { Int(system.monotonic() / 1_000_000) })
    } catch {
      throw .terminal(error)
    }
  }
}
