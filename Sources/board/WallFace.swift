internal import BoardModel
internal import BoardStore
internal import BoardTUI
internal import CursesTerminal
internal import ScreenGrid
internal import SystemCalls

/// The read-only display: frames out, and of keys only those that page and leave.
struct WallFace: ~Copyable {
  private var terminal: CursesTerminal
  private var state: WallState
  private let worker: StoreWorker
  private let clock: DayClock
  private let system: any SystemSeam
  private var today: CalendarDay

  /// How long the wall waits for the thread that reads before it looks at the clock itself.
  ///
  /// The thread reports every two seconds, and with each report the clock moves on.
  private static let patienceMilliseconds = 5000

  init(
    terminal: consuming CursesTerminal, opened: BoardState, worker: StoreWorker, today: CalendarDay, clock: DayClock,
    options: WallState.Options, system: any SystemSeam
  ) {
    state = WallState(
      today: today, now: WallFace.moment(system.now(), system), size: terminal.size, glyphs: terminal.glyphs,
      options: options)
    self.terminal = terminal
    self.worker = worker
    self.clock = clock
    self.system = system
    self.today = today
    take(opened, changes: [], isChanged: true)
  }

  /// Shows the board until somebody leaves or the terminal is gone.
  mutating func run() -> Ending {
    while true {
      terminal.present(state.render())
      let ready =
        (try? system.poll(
          [terminal.inputDescriptor, terminal.endDescriptor].map(FileDescriptor.init) + [worker.reports.descriptor],
          milliseconds: WallFace.patienceMilliseconds)) ?? []
      if let ending = readKeys() { return ending }
      if ready.contains(worker.reports.descriptor) {
        for case .read(let now, let changes, let isChanged) in worker.reports.takeAll() {
          take(now, changes: changes, isChanged: isChanged)
        }
      }
      state.receive(.time(WallFace.moment(system.now(), system)))
      if let day = clock.today(system), day != today {
        today = day
        state.receive(.tick(today: day))
      }
    }
  }

  private mutating func readKeys() -> Ending? {
    while let key = terminal.readKey() {
      switch key {
      case .hangup: return .hungUp
      case .resize: state.receive(.resized(terminal.size))
      default: if state.update(key).contains(.quit) { return .left }
      }
    }
    return nil
  }

  private mutating func take(_ now: BoardState, changes: [Change], isChanged: Bool) {
    let damaged = now.health.damage.isEmpty ? nil : Sentence.banner(now)
    if let outage = now.outage {
      state.receive(.failed(why: Sentence.of(outage.error)))
      return
    }
    let read = WallFace.moment(now.lastGoodRead, system)
    if isChanged {
      state.receive(.board(now.board, changes: changes, last: lastChange(of: now.board), at: read))
      state.receive(.damage(damaged))
    } else {
      state.receive(.read(at: read))
    }
  }

  /// The last change as the wall names it: its time, with the day where that is not today's, and its actor.
  private func lastChange(of board: Board) -> WallState.LastChange? {
    guard let last = board.history.last else { return nil }
    let local = system.localTime(at: SystemCalls.WallTime(nanoseconds: last.at * 1_000_000))
    let minutes = "\(local.hour < 10 ? "0" : "")\(local.hour):\(local.minute < 10 ? "0" : "")\(local.minute)"
    // Times of day are the real ones, whatever day the board is shown for.
    let now = system.localTime(at: system.now())
    let isToday = (local.year, local.month, local.day) == (now.year, now.month, now.day)
    let day = CalendarDay(year: local.year, month: local.month, day: local.day)?.short(inYear: now.year) ?? ""
    return WallState.LastChange(time: isToday ? minutes : "\(day) \(minutes)", actor: board.actor(of: last))
  }

  private static func moment(_ time: SystemCalls.WallTime, _ system: any SystemSeam) -> BoardTUI.WallTime {
    let local = system.localTime(at: time)
    return BoardTUI.WallTime(
      hour: local.hour, minute: local.minute, second: local.second, uptime: Int(system.monotonic() / 1_000_000_000))
  }

  /// Gives the terminal back.
  consuming func close() {
    terminal.close()
  }
}
