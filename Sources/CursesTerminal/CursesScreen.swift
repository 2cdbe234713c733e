internal import CNcurses
internal import Glibc

/// The one open screen of curses: every call into it is here.
@safe struct CursesScreen: ~Copyable {
  private var screen: board_screen
  let input: Int32
  let output: Int32

  /// A cell as curses holds it.
  typealias Cell = cchar_t

  /// Opens a screen in raw mode, where every key arrives as itself; `nil` if curses refuses.
  init?(terminalName: String, input: Int32, output: Int32) {
    unsafe screen = board_screen()
    self.input = input
    self.output = output
    guard unsafe board_screen_open(&screen, terminalName, input, output) != 0 else { return nil }
  }

  deinit {
    var closing = unsafe screen
    unsafe board_screen_close(&closing)
  }

  /// What the terminal database says of a terminal, without opening it.
  enum Kind { case unknown, cannotMoveCursor, usable }

  static func kind(ofTerminal name: String, output: Int32) -> Kind {
    switch unsafe board_terminal_kind(UInt32(board_terminal_lookup(name, output))) {
    case BOARD_TERMINAL_USABLE: .usable
    case BOARD_TERMINAL_CANNOT_MOVE_CURSOR: .cannotMoveCursor
    default: .unknown
    }
  }

  /// Prepares the C library for UTF-8; says whether the locale, installed or not, is UTF-8 itself.
  static func setLocale() -> Bool { board_set_locale() != 0 }

  /// A string of the terminal database for the terminal looked up last.
  static func capability(_ name: String) -> String? {
    guard let text = unsafe board_capability(name) else { return nil }
    return unsafe String(cString: text)
  }

  /// The size that curses draws for.
  var columns: Int { Int(board_columns()) }
  var rows: Int { Int(board_rows()) }

  /// Takes over the size that the terminal has now; says whether it is another one.
  func followTerminalSize() -> Bool {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard unsafe board_system_size(output, &rows, &columns) != 0 else { return false }
    guard rows != board_rows() || columns != board_columns() else { return false }
    return resizeterm(rows, columns) == OK
  }

  /// Starts colours; returns how many there are, 0 for none.
  func startColors() -> Int { Int(board_start_colors()) }

  /// Defines a pair of colours; -1 is the terminal's own.
  func setPair(_ pair: Int16, foreground: Int, background: Int) {
    init_pair(pair, Int16(clamping: foreground), Int16(clamping: background))
  }

  /// Makes a curses cell of scalars that end with 0.
  static func cell(_ scalars: [UInt32], attributes: UInt8, pair: Int16) -> Cell {
    var cell = cchar_t()
    unsafe board_fill_cell(&cell, scalars, attributes, pair)
    return cell
  }

  /// The columns that curses gives a character, -1 for one that it does not know.
  static func width(of scalar: Unicode.Scalar) -> Int { Int(board_library_width(scalar.value)) }

  /// Writes characters from a place on; the cursor stays where it is.
  func write(_ cells: [Cell], column: Int, row: Int) {
    unsafe board_write_cells(Int32(row), Int32(column), cells, Int32(cells.count))
  }

  func erase() { board_erase() }

  /// Makes ``show(cursorColumn:cursorRow:)`` clear the terminal and send all.
  func forget() { board_forget_screen() }

  /// Sends what changed and puts the cursor in its place.
  func show(cursorColumn: Int, cursorRow: Int) { board_show(Int32(cursorRow), Int32(cursorColumn)) }

  func setCursorVisible(_ isVisible: Bool) { curs_set(isVisible ? 1 : 0) }

  func ring() { CNcurses.beep() }

  /// Gives the terminal its old modes and screen back; the next ``show(cursorColumn:cursorRow:)`` takes it again.
  func leave() { endwin() }

  /// Sends bytes past curses, for switches that it does not know.
  ///
  /// A terminal that is gone is noticed by reading.
  func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }
}
