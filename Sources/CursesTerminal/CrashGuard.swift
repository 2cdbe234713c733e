internal import CNcurses

/// Gives the terminal back when the process crashes or is killed, and then lets the signal do its work.
///
/// A Swift trap runs no `deinit`, so this is done by handlers of SEGV, BUS, ILL, TRAP, ABRT, FPE, QUIT, TERM, HUP and
/// INT and ALRM: they send bytes prepared beforehand, put the modes of the terminal back, restore the handler that was there
/// before, and raise the signal again. TERM, HUP and INT first ask to end, and do that only when nobody listens for a
/// second. A process has one guard at a time.
///
/// The state of the handlers belongs to this file's object code, so nothing here may be inlined elsewhere.
struct CrashGuard: ~Copyable {
  /// Remembers how the terminal is now, and installs the handlers, which do nothing until ``arm()``.
  ///
  /// Must come before curses is started: that keeps its own handlers, which end the process with a status of its own,
  /// from being installed.
  init(descriptor: Int32) {
    Self.install(descriptor: descriptor)
  }

  deinit { Self.remove() }

  @inline(never)
  private static func install(descriptor: Int32) {
    board_guard_save_modes(descriptor)
    board_guard_install()
  }

  @inline(never)
  private static func remove() {
    board_guard_disarm()
    board_guard_remove()
  }

  /// Adds bytes to what is sent to the terminal in a crash; 512 in all, the rest is left out.
  @inline(never)
  func add(_ text: String) {
    unsafe board_guard_add(text)
  }

  /// Adds a string of the terminal database; says whether the terminal has one of that name.
  @discardableResult @inline(never)
  func add(capability name: String) -> Bool {
    guard let text = unsafe board_capability(name) else { return false }
    unsafe board_guard_add(text)
    return true
  }

  /// From now on a fatal signal restores the terminal.
  @inline(never)
  func arm() { board_guard_arm() }

  /// The signal that asked the process to end; `nil` while none has.
  @inline(never)
  static func signalToEnd() -> Int32? {
    let number = board_guard_asked_to_end()
    return number == 0 ? nil : number
  }

  /// Readable once the process is asked to end; -1 where there is no such descriptor.
  @inline(never)
  func endDescriptor() -> Int32 { board_guard_end_descriptor() }

  /// The terminal is as it was found: fatal signals leave it alone.
  @inline(never)
  func disarm() { board_guard_disarm() }

  /// Another program has the terminal: fatal signals leave it alone, and C-c and C-\ typed there do not end this process.
  @inline(never)
  func leave() { board_guard_leave() }

  /// The terminal is ours again, after ``leave()``.
  @inline(never)
  func comeBack() { board_guard_return() }

  /// Whether the process was stopped and continued since the last call.
  @inline(never)
  func takeContinued() -> Bool { board_guard_take_continued() != 0 }

  /// Stops the process and its group, as a shell expects of C-z, until the shell continues them; only after ``leave()``.
  @inline(never)
  func stopProcess() { board_guard_stop() }
}
