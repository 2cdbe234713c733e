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

  /// How long a save may take before the screen says so.
  private static let quietSave: Int64 = 50_000_000

  init(
    terminal: consuming CursesTerminal, opened: BoardState, worker: StoreWorker, author: Author, clock: DayClock,
    notice: String?, system: any SystemSeam
  ) {
    state = AppState(
      board: opened.board, today: author.today, isTodayPinned: clock.isPinned, actor: author.actor, size: terminal.size,
      glyphs: terminal.glyphs)
    self.terminal = terminal
    self.worker = worker
    self.author = author
    self.clock = clock
    self.system = system
    tellHealth(opened)
    if let notice { perform(state.receive(.announcement(notice))) }
  }

  /// Shows the board until the person leaves or the terminal is gone.
  mutating func run() -> Ending {
    while true {
      terminal.present(state.render())
      let ready =
        (try? system.poll(
          [FileDescriptor(rawValue: terminal.inputDescriptor), worker.reports.descriptor], milliseconds: patience()))
        ?? []
      if let ending = readKeys() { return ending }
      if ready.contains(worker.reports.descriptor), receiveReports() { return .left }
      if hasEnded { return .left }
      passTime()
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
      case .commit(let command): ask(.commit(command, today: state.today))
      case .undo(let id): ask(.undo(id, today: state.today))
      case .redo: ask(.redo(today: state.today))
      case .askTimeline(let entity): worker.ask(.timeline(entity))
      case .editText(let entity, let field, let text, let before): edit(entity, field, text, before: before)
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
      // What others wrote meanwhile comes first, so that it is not written over.
      hasEnded = receiveReports() || hasEnded
      perform(state.receive(.edited(EditedText(entity: entity, field: field, before: before, after: after))))
    } catch {
      terminal.resume()
      perform(state.receive(.announcement(error.sentence)))
    }
    perform(state.receive(.resized(terminal.size)))
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

extension ColorTheme {
  /// The colours behind a choice on the screen.
  init(_ theme: ScreenTheme) {
    switch theme {
    case .standard: self = .standard
    case .light: self = .light
    case .monochrome: self = .monochrome
    }
  }
}

/// How a screen ended.
enum Ending {
  /// The person left.
  case left
  /// The terminal is gone.
  case hungUp
}
