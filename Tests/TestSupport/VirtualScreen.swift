import InertText

/// A terminal's screen, as a program would have drawn it: interprets what curses sends for TERM=xterm-256color.
///
/// What it does not understand is collected in ``unknown``, so that a test notices instead of comparing a wrong screen.
package struct VirtualScreen {
  package private(set) var columns: Int
  package private(set) var rows: Int
  /// The column and row of the cursor, from 0.
  package internal(set) var cursor = (column: 0, row: 0)
  /// The private modes that are on.
  ///
  /// Those used: 25 cursor, 1049 second screen, 2004 bracketed paste, 1000 and 1006 mouse, 1 arrows in application mode.
  package internal(set) var modes: Set<Int> = [7, 25]
  /// How often the bell rang.
  package internal(set) var bells = 0
  /// The sequences that were not understood, in order.
  package internal(set) var unknown: [String] = []

  /// One column of one row.
  package struct Cell: Equatable {
    /// The character with its marks; empty in the second half of a wide one.
    package var text = " "
    package var look = Look()
  }

  /// Colours of the palette (`nil` for the terminal's own) and attributes.
  package struct Look: Equatable {
    package var foreground: Int?
    package var background: Int?
    package var bold: Bool
    package var dim: Bool
    package var underline: Bool
    package var reverse: Bool

    package init(
      foreground: Int? = nil, background: Int? = nil, bold: Bool = false, dim: Bool = false, underline: Bool = false,
      reverse: Bool = false
    ) {
      self.foreground = foreground
      self.background = background
      self.bold = bold
      self.dim = dim
      self.underline = underline
      self.reverse = reverse
    }
  }

  var cells: [[Cell]]
  private var otherScreen: [[Cell]]?
  private var saved = (column: 0, row: 0)
  var look = Look()
  var scrollTop = 0
  var scrollBottom: Int
  /// The cursor is past the last column: the next character goes to the next row.
  var wrapsNext = false
  var lastCharacter = " "
  var usesLineDrawing = false
  var inserts = false
  private var parser = VirtualScreenParser()

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    scrollBottom = rows - 1
    cells = Self.blank(columns: columns, rows: rows)
  }

  private static func blank(columns: Int, rows: Int) -> [[Cell]] {
    Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The rows as text, each as long as the screen is wide.
  package var lines: [String] { cells.map { $0.map(\.text).joined() } }

  /// The rows as text between bars, one below the other.
  package var picture: String { lines.map { "│\($0)│" }.joined(separator: "\n") }

  /// The look of a cell.
  package func look(column: Int, row: Int) -> Look { cells[row][column].look }

  /// Whether some row holds the text.
  package func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// Interprets bytes; a sequence may be cut between two calls.
  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if let command = parser.take(byte) { perform(command) }
    }
  }

  package mutating func feed(_ text: String) { feed(text.utf8) }

  /// Changes the size, keeping what is at the top left, as most terminals do.
  package mutating func resize(columns: Int, rows: Int) {
    func resized(_ old: [[Cell]]) -> [[Cell]] {
      var new = Self.blank(columns: columns, rows: rows)
      for row in 0..<min(rows, old.count) {
        for column in 0..<min(columns, old[row].count) { new[row][column] = old[row][column] }
      }
      return new
    }
    cells = resized(cells)
    otherScreen = otherScreen.map(resized)
    self.columns = columns
    self.rows = rows
    scrollTop = 0
    scrollBottom = rows - 1
    moveCursor(column: cursor.column, row: cursor.row)
  }

  mutating func moveCursor(column: Int, row: Int) {
    cursor = (min(max(0, column), columns - 1), min(max(0, row), rows - 1))
    wrapsNext = false
  }

  mutating func saveCursor() { saved = cursor }
  mutating func restoreCursor() { moveCursor(column: saved.column, row: saved.row) }

  mutating func useSecondScreen(_ isOn: Bool) {
    if isOn, otherScreen == nil {
      saveCursor()
      otherScreen = cells
      cells = Self.blank(columns: columns, rows: rows)
    } else if !isOn, let first = otherScreen {
      cells = first
      otherScreen = nil
      restoreCursor()
    }
  }

  /// A blank cell in the background colour of the moment, which is what erasing leaves.
  var erased: Cell { Cell(text: " ", look: Look(background: look.background)) }

  mutating func reset() {
    let (columns, rows, unknown, bells) = (columns, rows, unknown, bells)
    self = VirtualScreen(columns: columns, rows: rows)
    self.unknown = unknown
    self.bells = bells
  }
}
