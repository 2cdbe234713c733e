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
  private let options: WallState.Options
  private var today: CalendarDay
  /// The board that is shown, to tell another one in its place.
  private var shown: (storeID: UInt64, changes: Int)?
  /// Whether the directory of what is read next is another one than before.
  private var isNewPlace = false

  /// How long the wall waits for the thread that reads before it looks at the clock itself.
  ///
  /// The thread reports every two seconds, and with each report the clock moves on.
  private static let patienceMilliseconds = 2500

  init(
    terminal: consuming CursesTerminal, worker: StoreWorker, today: CalendarDay, clock: DayClock,
    options: WallState.Options, system: any SystemSeam
  ) {
    state = WallState(
      today: today, now: WallFace.moment(system.now(), system), size: terminal.size, glyphs: terminal.glyphs,
      options: options)
    self.terminal = terminal
    self.worker = worker
    self.clock = clock
    self.options = options
    self.system = system
    self.today = today
    self.terminal.keepLit()
  }

  /// Shows the board until somebody leaves or the terminal is gone.
  ///
  /// - Parameter reports: What the thread has told already.
  mutating func run(_ reports: [StoreReport]) -> Ending {
    for report in reports { take(report) }
    while true {
      terminal.present(state.render())
      let ready =
        (try? system.poll(
          [terminal.inputDescriptor, terminal.endDescriptor].map(FileDescriptor.init) + [worker.reports.descriptor],
          milliseconds: WallFace.patienceMilliseconds)) ?? []
      if let ending = readKeys() { return ending }
      // The time comes first: what is told next is told as of now.
      state.receive(.time(WallFace.moment(system.now(), system)))
      if ready.contains(worker.reports.descriptor) {
        for report in worker.reports.takeAll() { take(report) }
      }
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

  private mutating func take(_ report: StoreReport) {
    switch report {
    case .opened(let now): take(now, changes: [], isChanged: true)
    case .failed(let error): fail(error)
    case .read(let now, let changes, let isChanged): take(now, changes: changes, isChanged: isChanged)
    case .replaced: isNewPlace = true
    case .saved, .refused, .timeline, .minutes, .refreshed, .stopped: break
    }
  }

  private mutating func take(_ now: BoardState, changes: [Change], isChanged: Bool) {
    if let outage = now.outage { return fail(outage.error) }
    let read = WallFace.moment(now.lastGoodRead, system)
    guard isChanged else { return state.receive(.read(at: read)) }
    let before = shown
    shown = (now.storeID, now.board.history.count)
    let isOther = before.map { $0.storeID != now.storeID } ?? false
    // Lines that were damaged in place are gone from the count as well, and have a banner of their own.
    let lost = now.health.damage.isEmpty || isNewPlace ? max(0, (before?.changes ?? 0) - now.board.history.count) : 0
    state.receive(
      .board(now.board, changes: before == nil || isOther ? [] : changes, last: lastChange(of: now.board), at: read))
    state.receive(.damage(Sentence.leftOut(now.health)))
    if before != nil, isOther || isNewPlace || lost > 0 {
      state.receive(.replaced(Sentence.replaced(isOther: isOther, lost: lost)))
    }
    isNewPlace = false
  }

  private mutating func fail(_ error: StoreError) {
    state.receive(.failed(why: Sentence.onWall(error, names: !options.isPublic, system)))
  }

  /// The last change as the wall names it.
  private func lastChange(of board: Board) -> WallState.LastChange? {
    guard let last = board.history.last else { return nil }
    let time = SystemCalls.WallTime(nanoseconds: last.at * 1_000_000)
    return WallState.LastChange(at: WallFace.moment(time, system).clock, by: board.actor(of: last))
  }

  private static func moment(_ time: SystemCalls.WallTime, _ system: any SystemSeam) -> BoardTUI.WallTime {
    let local = system.localTime(at: time)
    let day = CalendarDay(year: local.year, month: local.month, day: local.day) ?? CalendarDay(daysSinceEpoch: 0)
    return BoardTUI.WallTime(
      WallClock(day: day, hour: local.hour, minute: local.minute, second: local.second),
      uptime: Int(system.monotonic() / 1_000_000_000))
  }

  /// Gives the terminal back.
  consuming func close() {
    terminal.close()
  }
}
