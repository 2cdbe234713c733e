import CursesTerminal
import Foundation
import Glibc
import ScreenGrid
import TestSupport
import Testing

/// Curses is driven in this process, on a pseudo-terminal: what it sends is drawn and compared.
///
/// Curses keeps its state in globals, so these tests run one at a time.
@Suite(.serialized) struct CursesTerminalTests {
  /// A terminal of glass and the program's end of it.
  struct Setup {
    let glass: PseudoTerminal
    let descriptor: Int32

    init(columns: Int = 20, rows: Int = 4) throws {
      glass = try PseudoTerminal(columns: columns, rows: rows)
      descriptor = Glibc.open(glass.path, O_RDWR | O_NOCTTY)
      try #require(descriptor >= 0)
    }

    func open(
      name: String? = "xterm-256color", theme: ColorTheme = .standard, color: Bool = true
    ) throws -> CursesTerminal {
      let options = CursesTerminal.Options(
        terminalName: name, theme: theme, allowsColor: color, glyphs: .unicode, input: descriptor, output: descriptor)
      return try CursesTerminal(options, now: { 0 })
    }

    func close() { Glibc.close(descriptor) }
  }

  private func frame(_ lines: [String], columns: Int = 20, rows: Int = 4, cursor: Position? = nil) -> Frame {
    var grid = Grid(columns: columns, rows: rows)
    for (row, line) in lines.enumerated() { grid.put(line, column: 0, row: row) }
    return Frame(grid, cursor: cursor)
  }

  @Test("A frame is drawn as it is, wide characters, marks and the last corner too, with the cursor in its place")
  func drawn() throws {
    let setup = try Setup()
    var terminal = try setup.open()
    let lines = [
      "Awaiting NPCC │ ▲3", "日本 e\u{301} ✓", String(repeating: "x", count: 20),
      "corner " + String(repeating: "y", count: 13),
    ]
    let frame = frame(lines, cursor: Position(column: 3, row: 1))
    terminal.present(frame)
    setup.glass.settle()
    #expect(setup.glass.screen.lines == rows(of: frame.grid))
    #expect(setup.glass.screen.cursor == (3, 1))
    #expect(setup.glass.screen.modes.isSuperset(of: [25, 1049, 2004]))
    #expect(setup.glass.screen.unknown == [])
    terminal.close()
    setup.close()
  }

  @Test("Any frame after any other is drawn as it is", arguments: 0..<8)
  func anyFrames(seed: UInt64) throws {
    let setup = try Setup(columns: 12, rows: 5)
    var terminal = try setup.open()
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func number(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 16) % bound
    }
    let texts = ["日本語", "abc", "e\u{301}é", "    ", "xxxxxxxxxxxx", "✓▲", "—", "😀"]
    let styles: [Style] = [.plain, .title, .selection, .overdue.underlined, .dim]
    var grid = Grid(columns: 12, rows: 5)
    for _ in 0..<40 {
      for _ in 0..<1 + number(6) {
        grid.put(
          texts[number(texts.count)], column: number(14) - 2, row: number(5), style: styles[number(styles.count)])
      }
      if number(10) == 0 { grid = Grid(columns: 12, rows: 5) }
      terminal.present(Frame(grid))
      setup.glass.settle(milliseconds: 2)
      #expect(setup.glass.screen.lines == rows(of: grid))
    }
    #expect(setup.glass.screen.unknown == [])
    terminal.close()
    setup.close()
  }

  @Test("An unchanged frame sends nothing, and a step of the selection little")
  func fewBytes() throws {
    let setup = try Setup(columns: 160, rows: 50)
    var terminal = try setup.open()
    var grid = Grid(columns: 160, rows: 50)
    for row in 0..<50 {
      for column in 0..<3 {
        grid.put("stalking-2019/R\(row) The force should review its", column: column * 53, row: row)
      }
    }
    func selected(_ row: Int) -> Frame {
      var chosen = grid
      chosen.restyle(Area(column: 53, row: row, columns: 50, rows: 1), style: .selection)
      return Frame(chosen, cursor: Position(column: 53, row: row))
    }
    terminal.present(selected(10))
    setup.glass.settle()
    var before = setup.glass.received.count
    terminal.present(selected(10))
    setup.glass.settle()
    #expect(setup.glass.received.count == before)
    before = setup.glass.received.count
    terminal.present(selected(11))
    setup.glass.settle()
    #expect(setup.glass.received.count - before <= 300)
    #expect(setup.glass.screen.look(column: 60, row: 11).reverse)
    #expect(!setup.glass.screen.look(column: 60, row: 10).reverse)
    terminal.close()
    setup.close()
  }

  @Test("Roles have their colours, and without colour keep bold and reverse")
  func colors() throws {
    for allowsColor in [true, false] {
      let setup = try Setup()
      var terminal = try setup.open(color: allowsColor)
      var grid = Grid(columns: 20, rows: 4)
      grid.put("late", column: 0, row: 0, style: .overdue)
      grid.put("chosen", column: 5, row: 0, style: .selection)
      terminal.present(Frame(grid))
      setup.glass.settle()
      let late = setup.glass.screen.look(column: 0, row: 0)
      #expect(late.bold)
      #expect(late.foreground == (allowsColor ? 209 : nil))
      #expect(setup.glass.screen.look(column: 5, row: 0).reverse)
      if !allowsColor {
        let sent = String(decoding: setup.glass.received, as: UTF8.self)
        #expect(!sent.contains("[3") && !sent.contains(";3"))
      }
      terminal.close()
      setup.close()
    }
  }

  @Test("Another theme repaints in its colours")
  func themeChanged() throws {
    let setup = try Setup()
    var terminal = try setup.open()
    var grid = Grid(columns: 20, rows: 4)
    grid.put("late", column: 0, row: 0, style: .overdue)
    terminal.present(Frame(grid))
    terminal.theme = .light
    terminal.present(Frame(grid))
    setup.glass.settle()
    #expect(setup.glass.screen.look(column: 0, row: 0).foreground == 160)
    terminal.close()
    setup.close()
  }

  @Test("Keys are read without waiting, and nothing is read twice")
  func keys() throws {
    let setup = try Setup()
    var terminal = try setup.open()
    terminal.present(frame(["ready"]))
    #expect(terminal.readKey() == nil)
    setup.glass.send("j\u{1B}[A\u{1B}OB\u{03}é\u{1B}[200~two\rlines\u{1B}[201~\u{1B}")
    #expect(terminal.readKey() == .character("j"))
    #expect(terminal.readKey() == .up)
    #expect(terminal.readKey() == .down)
    #expect(terminal.readKey() == .ctrl("c"))
    #expect(terminal.readKey() == .character("é"))
    #expect(terminal.readKey() == .paste("two\nlines"))
    #expect(terminal.readKey() == .escape)
    #expect(terminal.readKey() == nil)
    terminal.close()
    setup.close()
  }

  @Test("A change of size is a key, down to 1 × 1 and back")
  func resized() throws {
    let setup = try Setup()
    var terminal = try setup.open()
    terminal.present(frame(["one"]))
    for (columns, rows) in [(1, 1), (30, 6), (20, 4)] {
      setup.glass.settle()
      setup.glass.resize(columns: columns, rows: rows)
      #expect(terminal.readKey() == .resize)
      #expect(terminal.readKey() == nil)
      #expect(terminal.size == Size(columns: columns, rows: rows))
      terminal.present(frame(["two", "three"], columns: columns, rows: rows))
      setup.glass.settle()
      #expect(setup.glass.screen.lines.first?.hasPrefix(columns == 1 ? "t" : "two") == true)
    }
    terminal.close()
    setup.close()
  }

  @Test("A frame of another size than the screen is cut or leaves the rest blank")
  func otherSize() throws {
    let setup = try Setup(columns: 4, rows: 2)
    var terminal = try setup.open()
    terminal.present(frame(["abcdef", "gh", "ij"], columns: 6, rows: 3))
    setup.glass.settle()
    #expect(setup.glass.screen.lines == ["abcd", "gh  "])
    terminal.present(frame(["x"], columns: 2, rows: 1, cursor: Position(column: 9, row: 9)))
    setup.glass.settle()
    #expect(setup.glass.screen.lines == ["x   ", "    "])
    terminal.close()
    setup.close()
  }

  @Test("A closed window is a hang-up, said again at every read and never waited for")
  func hangUp() throws {
    let setup = try Setup()
    var terminal = try setup.open()
    terminal.present(frame(["ready"]))
    setup.glass.settle()
    setup.glass.hangUp()
    #expect(terminal.readKey() == .hangup)
    #expect(terminal.readKey() == .hangup)
    terminal.present(frame(["nobody sees this"]))
    terminal.close()
    setup.close()
  }

  @Test("Another program gets the terminal as it was, and the frame comes back in full")
  func suspended() throws {
    let setup = try Setup()
    var terminal = try setup.open()
    terminal.present(frame(["board"]))
    setup.glass.settle()
    #expect(!setup.glass.isInLineMode)
    terminal.suspend()
    terminal.present(frame(["not now"]))
    #expect(terminal.readKey() == nil)
    setup.glass.settle()
    #expect(setup.glass.isInLineMode)
    #expect(setup.glass.screen.modes.isDisjoint(with: [1049, 2004]))
    #expect(setup.glass.screen.modes.contains(25))
    terminal.resume()
    terminal.present(frame(["board"]))
    setup.glass.settle()
    #expect(!setup.glass.isInLineMode)
    #expect(setup.glass.screen.contains("board"))
    #expect(setup.glass.screen.modes.isSuperset(of: [1049, 2004]))
    terminal.close()
    setup.close()
  }

  @Test("Closing leaves the terminal as it was, twice as well as once, with the mouse off")
  func closed() throws {
    let setup = try Setup()
    let before = setup.glass.screen.modes
    var terminal = try setup.open()
    terminal.usesMouse = true
    terminal.present(frame(["board"]))
    setup.glass.settle()
    #expect(setup.glass.screen.modes.isSuperset(of: [1000, 1006]))
    terminal.close()
    terminal.close()
    setup.glass.settle()
    #expect(setup.glass.isInLineMode)
    #expect(setup.glass.screen.modes.subtracting([1]) == before)
    #expect(!setup.glass.screen.contains("board"))
    setup.close()
  }

  @Test("A continued process takes the terminal again and draws anew")
  func continued() throws {
    let setup = try Setup()
    var terminal = try setup.open()
    terminal.present(frame(["board"]))
    setup.glass.settle()
    let text = "\u{1B}[H\u{1B}[2Jshell"
    write(setup.descriptor, text, text.utf8.count)
    kill(getpid(), SIGCONT)
    let end = Date.now.addingTimeInterval(5)
    var key = terminal.readKey()
    while key == nil, Date.now < end { key = terminal.readKey() }
    #expect(key == .resize)
    terminal.present(frame(["board"]))
    setup.glass.settle()
    #expect(setup.glass.screen.lines[0] == "board".padding(toLength: 20, withPad: " ", startingAt: 0))
    terminal.close()
    setup.close()
  }

  @Test(
    "Frames are drawn on terminals with many colours, eight and none",
    arguments: ["xterm", "xterm-256color", "screen-256color", "tmux-256color", "linux", "rxvt", "vt100", "vt220"])
  func otherTerminals(name: String) throws {
    let setup = try Setup()
    var terminal: CursesTerminal
    do {
      terminal = try setup.open(name: name)
    } catch TerminalError.unknownTerminal {
      // The terminal database of this machine is a small one.
      return
    }
    var grid = Grid(columns: 20, rows: 4)
    for row in 0..<4 { grid.put("é line \(row)", column: row, row: row, style: row == 2 ? .overdue : .plain) }
    terminal.present(Frame(grid))
    setup.glass.settle()
    #expect(setup.glass.screen.lines == rows(of: grid))
    #expect(setup.glass.screen.look(column: 4, row: 2).bold)
    terminal.close()
    setup.glass.settle()
    #expect(setup.glass.isInLineMode)
    setup.close()
  }

  @Test("A disturbed screen is drawn again when asked")
  func redrawn() throws {
    let setup = try Setup()
    var terminal = try setup.open()
    terminal.present(frame(["board"]))
    setup.glass.settle()
    write(setup.descriptor, "\u{1B}[2J", 4)
    terminal.redraw()
    terminal.present(frame(["board"]))
    setup.glass.settle()
    #expect(setup.glass.screen.contains("board"))
    terminal.close()
    setup.close()
  }

  @Test("Terminals without the means are refused by name, and left untouched")
  func refused() throws {
    let setup = try Setup()
    func refusal(_ name: String?) -> TerminalError? {
      do {
        var terminal = try setup.open(name: name)
        terminal.close()
        return nil
      } catch {
        return error as? TerminalError
      }
    }
    #expect(refusal(nil) == .noTerminalName)
    #expect(refusal("") == .noTerminalName)
    #expect(refusal("no-such-terminal") == .unknownTerminal(name: "no-such-terminal"))
    #expect(refusal("dumb") == .cannotMoveCursor(name: "dumb"))
    #expect(setup.glass.isInLineMode)
    #expect(!setup.glass.receive(milliseconds: 20))
    let options = CursesTerminal.Options(terminalName: "xterm", input: 0, output: setup.descriptor)
    let pipe = try #require(openPipe())
    var piped = options
    piped.input = pipe.reading
    do {
      let terminal = try CursesTerminal(piped, now: { 0 })
      Issue.record("opened on a pipe, \(terminal.size)")
    } catch {
      #expect(error == .notATerminal)
    }
    Glibc.close(pipe.reading)
    Glibc.close(pipe.writing)
    setup.close()
  }

  private func openPipe() -> (reading: Int32, writing: Int32)? {
    var ends: [Int32] = [0, 0]
    return pipe(&ends) == 0 ? (ends[0], ends[1]) : nil
  }

  @Test("The environment says which terminal it is and whether colour is wanted")
  func environment() {
    #expect(CursesTerminal.Options(environment: { ["TERM": "vt100"][$0] }).terminalName == "vt100")
    #expect(CursesTerminal.Options(environment: { ["NO_COLOR": "1"][$0] }).allowsColor == false)
    #expect(CursesTerminal.Options(environment: { ["NO_COLOR": ""][$0] }).allowsColor)
    #expect(CursesTerminal.Options(environment: { _ in nil }).terminalName == nil)
  }
}
