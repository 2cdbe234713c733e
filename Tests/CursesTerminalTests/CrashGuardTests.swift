import CursesTerminal
import Glibc
import ScreenGrid
import TestSupport
import Testing

/// A process of its own draws on a pseudo-terminal and is ended; its terminal is looked at afterwards.
@Suite(.serialized) struct CrashGuardTests {
  @Test(
    "A crash, a kill and a hang-up leave the terminal sane and end the process as they would have",
    arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTERM, SIGHUP, SIGINT])
  func restored(signal number: Int32) async throws {
    let glass = try PseudoTerminal(columns: 20, rows: 4)
    let path = glass.path
    await #expect(processExitsWith: .signal(number)) { [path = path as String, number = number as Int32] in
      let descriptor = open(path, O_RDWR | O_NOCTTY)
      let options = CursesTerminal.Options(terminalName: "xterm-256color", input: descriptor, output: descriptor)
      var terminal = try CursesTerminal(options, now: { 0 })
      terminal.usesMouse = true
      var grid = Grid(columns: 20, rows: 4)
      grid.put("drawn", column: 0, row: 0)
      terminal.present(Frame(grid))
      // Threads of a pool block most signals; another thread of the process takes it.
      kill(getpid(), number)
      sleep(10)
      terminal.close()
    }
    glass.settle()
    #expect(String(decoding: glass.received, as: UTF8.self).contains("drawn"))
    #expect(glass.isInLineMode)
    #expect(glass.screen.modes.isDisjoint(with: [1049, 2004, 1000, 1006]))
    #expect(glass.screen.modes.contains(25))
    #expect(glass.screen.unknown == [])
  }

  @Test("A trap of the language itself leaves the terminal sane")
  func trapped() async throws {
    let glass = try PseudoTerminal(columns: 20, rows: 4)
    let path = glass.path
    await #expect(processExitsWith: .failure) { [path = path as String] in
      let descriptor = open(path, O_RDWR | O_NOCTTY)
      let options = CursesTerminal.Options(terminalName: "xterm-256color", input: descriptor, output: descriptor)
      var terminal = try CursesTerminal(options, now: { 0 })
      terminal.present(Frame(Grid(columns: 20, rows: 4)))
      let grid = Grid(columns: terminal.size.columns - 19, rows: 1)
      _ = grid[terminal.size.columns, 0]
      terminal.close()
    }
    glass.settle()
    #expect(glass.screen.modes.isDisjoint(with: [1049, 2004]))
    #expect(glass.isInLineMode)
    #expect(!glass.received.isEmpty)
  }

  @Test("While another program has the terminal, its C-c does not end ours, and a kill leaves its screen alone")
  func away() async throws {
    let glass = try PseudoTerminal(columns: 20, rows: 4)
    let path = glass.path
    await #expect(processExitsWith: .signal(SIGTERM)) { [path = path as String] in
      let descriptor = open(path, O_RDWR | O_NOCTTY)
      let options = CursesTerminal.Options(terminalName: "xterm-256color", input: descriptor, output: descriptor)
      var terminal = try CursesTerminal(options, now: { 0 })
      terminal.present(Frame(Grid(columns: 20, rows: 4)))
      terminal.suspend()
      kill(getpid(), SIGINT)
      usleep(50_000)
      let text = "\u{1B}[?1049heditor"
      write(descriptor, text, text.utf8.count)
      kill(getpid(), SIGTERM)
      sleep(10)
      terminal.resume()
    }
    glass.settle()
    #expect(glass.screen.contains("editor"))
    #expect(glass.screen.modes.contains(1049))
  }
}
