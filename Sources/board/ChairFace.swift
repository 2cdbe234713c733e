internal import BoardCLI
internal import BoardModel
internal import BoardStore
internal import BoardTUI
internal import CursesTerminal
internal import ScreenGrid
internal import SystemCalls

/// The chair's screen: keys in, frames out, and the store behind a thread of its own.
struct ChairFace: ~Copyable {
  private var terminal: CursesTerminal
  private var state: AppState
  private let worker: StoreWorker
  private let author: Author
  private let clock: DayClock
  private let system: any SystemSeam
  /// When the oldest commit that waits was asked for; `nil` when none waits.
  private var waitingSince: Int64?
  private var isSavingAnnounced = false
  /// Why this screen writes no more, once that is so.
  private var readOnly: String?
  /// Set when the person is done; what waits for the disk is finished first.
  private var isLeaving = false
  /// Set when the thread that holds the store has finished.
  private var hasEnded = false
  /// How often the files were read because this screen asked.
  private var refreshes = 0

  /// How long a save may take before the screen says so.
  private static let quietSave: Int64 = 50_000_000
  /// How long what waits for the disk may take when the terminal is gone or a signal asks to end.
  private static let longestFarewell: Int64 = 500_000_000
  /// How long to wait for others' changes to be read before a text from the editor is compared with the board.
  private static let longestReading: Int64 = 2_000_000_000

  init(
    terminal: consuming CursesTerminal, opened: BoardState, worker: StoreWorker, author: Author, clock: DayClock,
    notice: String?, settings: UserSettings, system: any SystemSeam
  ) {
    state = AppState(
      board: opened.board, today: author.today, isTodayPinned: clock.isPinned, actor: author.actor, size: terminal.size,
      glyphs: terminal.glyphs, timeOfDay: { TimeOfDay.words($0, system) })
    self.terminal = terminal
    self.worker = worker
    self.author = author
    self.clock = clock
    self.system = system
    tellHealth(opened)
    perform(
      state.take(
        theme: settings.screenTheme, density: settings.density.flatMap(Density.init(rawValue:)),
        usesMouse: settings.usesMouse))
    if let notice { perform(state.receive(.announcement(notice))) }
  }

  /// Says where minutes are proposed for, and that the board is one of the past where it is.
  mutating func prepare(minutesFolder: String, asAt moment: String?) {
    state.minutesFolder = minutesFolder
    guard let moment else { return }
    state.asAt = moment
    readOnly = "this is the board as at \(moment)"
    perform(state.receive(.health(banner: nil, readOnly: readOnly)))
  }

  /// Shows the board until the person leaves or the terminal is gone.
  mutating func run() -> Ending {
    while true {
      terminal.present(state.render())
      let ready =
        (try? system.poll(
          [terminal.inputDescriptor, terminal.endDescriptor].map(FileDescriptor.init) + [worker.reports.descriptor],
          milliseconds: patience())) ?? []
      if let ending = readKeys() {
        finishSaving()
        return ending
      }
      if ready.contains(worker.reports.descriptor), receiveReports() { return .left }
      if hasEnded { return .left }
      passTime()
    }
  }

  /// Lets the thread that holds the store finish what was asked, as far as that takes no longer than a hang-up may.
  private mutating func finishSaving() {
    worker.ask(.stop)
    let end = system.monotonic() + ChairFace.longestFarewell
    while !hasEnded {
      let left = (end - system.monotonic()) / 1_000_000
      guard left > 0 else { return }
      _ = try? system.poll([worker.reports.descriptor], milliseconds: Int(left))
      hasEnded = receiveReports()
    }
  }

  /// How long to wait when nothing happens: until a save is slow, or the day is over.
  private func patience() -> Int {
    guard let waitingSince, !isSavingAnnounced else { return clock.millisecondsToNextLook(system) }
    return max(0, Int((waitingSince + ChairFace.quietSave - system.monotonic()) / 1_000_000) + 1)
  }

  private mutating func readKeys() -> Ending? {
    while let key = terminal.readKey() {
      switch key {
      case .hangup: return .hungUp
      case .resize: perform(state.receive(.resized(terminal.size)))
      default: if !isLeaving { perform(state.update(key)) }
      }
    }
    return nil
  }

  /// - Returns: Whether the thread has finished all that was asked before leaving.
  private mutating func receiveReports() -> Bool {
    for report in worker.reports.takeAll() {
      switch report {
      case .opened, .failed, .replaced: continue
      case .read(let now, let changes, let isChanged):
        if isChanged {
          perform(state.receive(.boardChanged(now.board, changes: changes)))
          tellHealth(now)
        }
      case .saved(let change, let now):
        settle()
        perform(state.receive(.saved(change, board: now.board)))
        tellHealth(now)
      case .refused(let error, let now):
        settle()
        perform(state.receive(.refused(Sentence.of(error))))
        if Sentence.endsWriting(error) { readOnly = Sentence.of(error) }
        tellHealth(now)
      case .timeline(let entity, let changes): perform(state.receive(.timeline(entity, changes)))
      case .minutes(let id, let files, let failure):
        perform(state.receive(.minutes(id, files: files, failure: failure)))
      case .refreshed: refreshes += 1
      case .stopped: return true
      }
    }
    return false
  }

  private mutating func settle() {
    isSavingAnnounced = false
    waitingSince = state.isWaitingForStore ? system.monotonic() : nil
  }

  private mutating func tellHealth(_ now: BoardState) {
    perform(state.receive(.health(banner: Sentence.banner(now), readOnly: readOnly)))
  }

  private mutating func passTime() {
    if let waitingSince, !isSavingAnnounced, system.monotonic() - waitingSince >= ChairFace.quietSave {
      isSavingAnnounced = true
      perform(state.receive(.saving))
    }
    if let day = clock.today(system), day != state.today { perform(state.receive(.tick(today: day))) }
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .commit(let command, let expected): ask(.commit(command, expecting: expected, today: state.today))
      case .undo(let id): ask(.undo(id, today: state.today))
      case .redo: ask(.redo(today: state.today))
      case .askTimeline(let entity): worker.ask(.timeline(entity))
      case .editText(let entity, let field, let text, let before): edit(entity, field, text, before: before)
      case .writeMinutes(let id, let path, let replacing):
        worker.ask(.writeMinutes(id, path: path, replacing: replacing))
      case .copy(let text): terminal.copy(text)
      case .theme(let theme): terminal.theme = ColorTheme(theme)
      case .mouse(let isWanted): terminal.usesMouse = isWanted
      case .reload: worker.ask(.refresh)
      case .redraw: terminal.redraw()
      case .suspend: terminal.stopProcess()
      case .quit:
        isLeaving = true
        worker.ask(.stop)
      }
    }
  }

  /// Gives the terminal to the person's editor, and takes it back with the text.
  private mutating func edit(_ entity: EntityReference, _ field: Field, _ text: String, before: String?) {
    terminal.suspend()
    let subject = "\(entity.name)-\(field.rawValue)"
    do throws(EditingFault) {
      let after = try TextEditing(system: system).edit(text, subject: subject)
      terminal.resume()
      takeOthersChanges()
      perform(state.receive(.edited(EditedText(entity: entity, field: field, before: before, after: after))))
    } catch {
      terminal.resume()
      perform(state.receive(.announcement(error.sentence)))
    }
    perform(state.receive(.resized(terminal.size)))
  }

  /// Takes in what others wrote while the editor had the terminal, so that both texts can be offered.
  private mutating func takeOthersChanges() {
    let wanted = refreshes + 1
    worker.ask(.refresh)
    let end = system.monotonic() + ChairFace.longestReading
    while refreshes < wanted, !hasEnded, system.monotonic() < end {
      _ = try? system.poll([worker.reports.descriptor], milliseconds: 100)
      hasEnded = receiveReports() || hasEnded
    }
  }

  private mutating func ask(_ request: StoreRequest) {
    if waitingSince == nil { waitingSince = system.monotonic() }
    worker.ask(request)
  }

  /// Gives the terminal back.
  consuming func close() {
    terminal.close()
  }
}

/// Times of day as a screen says them.
enum TimeOfDay {
  /// The local hour and minute of milliseconds since 1970, `14:02`.
  static func words(_ milliseconds: Int64, _ system: any SystemSeam) -> String {
    let local = system.localTime(at: SystemCalls.WallTime(nanoseconds: milliseconds * 1_000_000))
    return "\(local.hour < 10 ? "0" : "")\(local.hour):\(local.minute < 10 ? "0" : "")\(local.minute)"
  }
}

extension ColorTheme {
  /// The colours behind a choice on the screen.
  init(_ theme: ScreenTheme) {
    switch theme {
    case .standard: self = .standard
    case .light: self = .light
    case .colorBlind: self = .colorBlind
    case .monochrome: self = .monochrome
    }
  }
}

extension UserSettings {
  /// The theme that was set.
  var screenTheme: ScreenTheme { theme.flatMap(ScreenTheme.init(rawValue:)) ?? .standard }
}

/// How a screen ended.
enum Ending {
  /// The person left.
  case left
  /// The terminal is gone.
  case hungUp
}
