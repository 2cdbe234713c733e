internal import Glibc
package import ScreenGrid

/// A terminal driven by curses: shows frames, reads keys, and is left as it was found.
///
/// A process has one at a time. The caller waits for ``inputDescriptor`` in its own `poll`, and then calls ``readKey()``
/// until it returns `nil`; an interrupted `poll` (a resize, a continued process) is such a call too.
package struct CursesTerminal: Terminal, ~Copyable {
  private let screen: CursesScreen
  private let guardian: CrashGuard
  private var decoder: KeyDecoder
  private var pen: Pen
  private let now: () -> Int

  /// What the terminal shows; `nil` when that is not known.
  private var shown: Frame?
  private var isCursorVisible = true
  private var state = State.active

  private let hasNoClipboard: Bool
  private let isConsole: Bool

  private enum State { case active, suspended, hungUp, closed }

  /// How long a lone ESC waits for the rest of a sequence, in milliseconds.
  private static let escapeDelay: Int32 = 25

  /// Whether clicks and the wheel are reported; off at first, so that the terminal's own selection works.
  package var usesMouse = false {
    didSet { if usesMouse != oldValue, state == .active { screen.send(usesMouse ? Modes.mouseOn : Modes.mouseOff) } }
  }

  /// The colours in use; the next frame is shown in new ones.
  package var theme: ColorTheme {
    get { pen.theme }
    set {
      guard newValue != pen.theme else { return }
      pen.setTheme(newValue, on: screen)
      shown = nil
    }
  }

  /// The marks that suit the locale and the terminal.
  package let glyphs: GlyphSet

  /// Opens the terminal and takes its screen.
  ///
  /// - Parameters:
  ///   - options: The terminal's name, colours and marks.
  ///   - now: The milliseconds of any clock that only goes forward; it tells double clicks.
  /// - Throws: ``TerminalError``; the terminal is untouched then.
  package init(_ options: Options, now: @escaping () -> Int) throws(TerminalError) {
    guard isatty(options.input) == 1, isatty(options.output) == 1 else { throw .notATerminal }
    guard let name = options.terminalName, !name.isEmpty else { throw .noTerminalName }
    let isUTF8 = CursesScreen.setLocale()
    switch CursesScreen.kind(ofTerminal: name, output: options.output) {
    case .unknown: throw .unknownTerminal(name: name)
    case .cannotMoveCursor: throw .cannotMoveCursor(name: name)
    case .usable: break
    }
    let guardian = CrashGuard(descriptor: options.output)
    Modes.addRestoringBytes(to: guardian)
    guard let screen = CursesScreen(terminalName: name, input: options.input, output: options.output) else {
      throw .cannotStart(name: name)
    }
    guardian.arm()
    _ = screen.followTerminalSize()
    decoder = KeyDecoder(sequences: Modes.keySequences())
    pen = Pen(theme: options.theme, colors: options.allowsColor ? screen.startColors() : 0, on: screen)
    hasNoClipboard = Clipboard.terminalsWithout.contains { name.hasPrefix($0) }
    let isConsole = name.hasPrefix("linux")
    self.isConsole = isConsole
    glyphs = options.glyphs ?? (!isUTF8 ? .ascii : isConsole ? .console : .unicode)
    self.screen = screen
    self.guardian = guardian
    self.now = now
    self.screen.send(Modes.pasteOn)
  }

  deinit {
    if state == .active { leaveScreen() }
  }

  /// Where keys arrive, for the caller's `poll`.
  package var inputDescriptor: Int32 { screen.input }

  /// Readable once the process is asked to end (TERM, HUP, INT), for the caller's `poll`; ``readKey()`` then says hang-up.
  package var endDescriptor: Int32 { guardian.endDescriptor() }

  /// The signal that asked the process to end; `nil` while none has.
  package static var signalToEnd: Int32? { CrashGuard.signalToEnd() }

  package var size: Size { Size(columns: max(1, screen.columns), rows: max(1, screen.rows)) }

  /// Shows a frame.
  ///
  /// - Complexity: O(cells), but only rows that changed reach curses, and only cells that changed are sent.
  package mutating func present(_ frame: Frame) {
    guard state == .active else { return }
    let last = shown.flatMap { $0.grid.size == frame.grid.size ? $0.grid : nil }
    if last == nil { screen.erase() }
    for row in 0..<min(frame.grid.rows, screen.rows) {
      let new = frame.grid.row(row)
      let change = last.map { frame.grid.changedColumns(inRow: row, since: $0) } ?? 0..<new.count
      if let change { write(new, columns: change, row: row) }
    }
    showCursor(frame.cursor)
    shown = frame
  }

  private mutating func write(_ row: ArraySlice<Cell>, columns: Range<Int>, row number: Int) {
    let end = min(columns.upperBound, screen.columns)
    guard columns.lowerBound < end else { return }
    let cells = row[row.startIndex + columns.lowerBound..<row.startIndex + end]
    screen.write(pen.cells(for: cells), column: columns.lowerBound, row: number)
  }

  private mutating func showCursor(_ cursor: Position?) {
    let place = cursor.flatMap { place in
      (0..<screen.columns).contains(place.column) && (0..<screen.rows).contains(place.row) ? place : nil
    }
    if (place != nil) != isCursorVisible {
      isCursorVisible = place != nil
      screen.setCursorVisible(isCursorVisible)
    }
    // A terminal that cannot hide its cursor shows it where it disturbs least.
    screen.show(cursorColumn: place?.column ?? 0, cursorRow: place?.row ?? max(0, screen.rows - 1))
  }

  package mutating func readKey() -> Key? {
    switch state {
    case .active: break
    case .hungUp: return .hangup
    case .suspended, .closed: return nil
    }
    if CrashGuard.signalToEnd() != nil { return .hangup }
    if let key = decoder.next(isFinal: false) { return key }
    if guardian.takeContinued() {
      takeScreen()
      return .resize
    }
    if screen.followTerminalSize() {
      shown = nil
      return .resize
    }
    return readArrivedKey()
  }

  private mutating func readArrivedKey() -> Key? {
    let input = KeyInput(descriptor: screen.input)
    while true {
      switch input.read(waiting: decoder.isIncomplete ? Self.escapeDelay : 0) {
      case .bytes(let bytes): decoder.feed(bytes, at: now())
      case .nothing: return decoder.next(isFinal: true)
      case .hangup:
        if let key = decoder.next(isFinal: true) { return key }
        state = .hungUp
        return .hangup
      }
      if let key = decoder.next(isFinal: false) { return key }
    }
  }

  package mutating func suspend() {
    guard state == .active else { return }
    leaveScreen()
    guardian.leave()
    state = .suspended
  }

  package mutating func resume() {
    guard state == .suspended else { return }
    state = .active
    guardian.comeBack()
    takeScreen()
  }

  /// Stops the program as C-z does, gives the terminal to the shell meanwhile, and takes it again when continued.
  package mutating func stopProcess() {
    guard state == .active else { return }
    suspend()
    guardian.stopProcess()
    resume()
  }

  private func leaveScreen() {
    screen.send((usesMouse ? Modes.mouseOff : "") + Modes.pasteOff)
    if !isCursorVisible { screen.setCursorVisible(true) }
    screen.leave()
    guardian.disarm()
  }

  private mutating func takeScreen() {
    _ = screen.followTerminalSize()
    screen.forget()
    screen.show(cursorColumn: 0, cursorRow: 0)
    screen.send(Modes.pasteOn + (usesMouse ? Modes.mouseOn : ""))
    screen.setCursorVisible(isCursorVisible)
    shown = nil
  }

  package mutating func redraw() {
    shown = nil
    screen.forget()
  }

  package mutating func beep() {
    if state == .active { screen.ring() }
  }

  /// Puts a text into the terminal's clipboard (OSC 52), where it has one and lets programs use it.
  ///
  /// Terminals that are known to print such sequences instead get nothing.
  package mutating func copy(_ text: String) {
    guard state == .active, !hasNoClipboard else { return }
    screen.send(Clipboard.sequence(for: text))
  }

  /// Keeps the Linux console from going dark; other terminals are looked after by those who draw them.
  ///
  /// It stays so until the console is reset, because nothing tells what it was set to before.
  package mutating func keepLit() {
    if state == .active, isConsole { screen.send(Modes.keepLit) }
  }

  package mutating func close() {
    if state == .active { leaveScreen() }
    state = .closed
  }
}
