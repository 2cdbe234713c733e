import CursesTerminal
import Glibc
import ScreenGrid
import TestSupport
import Testing

/// A process of its own draws on a pseudo-terminal and is ended; its terminal is looked at afterwards.
@Suite(.serialized) struct CrashGuardTests {
  @Test(
    "A crash leaves the terminal sane and ends the process as it would have; so do a kill and an interrupt that nobody heeds",
    arguments: [SIGSEGV, SIGABRT, SIGILL, SIGQUIT, SIGTERM, SIGINT])
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
      usleep(50_000)
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

  @Test(
    "A kill, a hang-up and an interrupt ask the program to end, through its poll and as a key",
    arguments: [SIGTERM, SIGHUP, SIGINT])
  func asked(signal number: Int32) async throws {
    let glass = try PseudoTerminal(columns: 20, rows: 4)
    let path = glass.path
    await #expect(processExitsWith: .exitCode(7)) { [path = path as String, number = number as Int32] in
      let descriptor = open(path, O_RDWR | O_NOCTTY)
      let options = CursesTerminal.Options(terminalName: "xterm-256color", input: descriptor, output: descriptor)
      var terminal = try CursesTerminal(options, now: { 0 })
      terminal.present(Frame(Grid(columns: 20, rows: 4)))
      kill(getpid(), number)
      // A shell that hangs up tells its jobs twice.
      if number == SIGHUP { kill(getpid(), number) }
      var entry = pollfd(fd: terminal.endDescriptor, events: Int16(POLLIN), revents: 0)
      while poll(&entry, 1, 5000) < 0 {}
      let isAsked = entry.revents & Int16(POLLIN) != 0 && terminal.readKey() == .hangup
      terminal.close()
      exit(isAsked && CursesTerminal.signalToEnd == number ? 7 : 1)
    }
    glass.settle()
    #expect(glass.isInLineMode)
    #expect(glass.screen.modes.isDisjoint(with: [1049, 2004]))
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
