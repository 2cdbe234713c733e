import CursesTerminal
import Foundation
import Glibc
import ScreenGrid
import TestSupport
import Testing

/// A process of its own, as the locale belongs to the whole process, draws with the marks that suit it.
@Suite(.serialized) struct LocaleTests {
  @Test(
    "Where the locale is not UTF-8 marks and data are ASCII, installed or not; the Linux console has its own",
    arguments: [
      ("C", "xterm", "Caf?|.."), ("xx_XX.none", "xterm", "Caf?|.."), ("C", "linux", "Caf?|.."),
      ("C.UTF-8", "xterm", "Café│…"), ("xx_XX.utf8", "xterm", "Café│…"), ("C.UTF-8", "linux", "Café│.."),
    ])
  func marksFollowLocale(locale: String, name: String, shown: String) async throws {
    let glass = try PseudoTerminal(columns: 10, rows: 1)
    let path = glass.path
    await #expect(processExitsWith: .success) {
      [locale = locale as String, name = name as String, path = path as String] in
      setenv("LC_ALL", locale, 1)
      let descriptor = open(path, O_RDWR | O_NOCTTY)
      let options = CursesTerminal.Options(terminalName: name, input: descriptor, output: descriptor)
      var terminal = try CursesTerminal(options, now: { 0 })
      var grid = Grid(columns: 10, rows: 1, glyphs: terminal.glyphs)
      grid.put("Café" + terminal.glyphs.border.vertical + terminal.glyphs.ellipsis, column: 0, row: 0)
      terminal.present(Frame(grid))
      terminal.close()
    }
    glass.settle()
    let leaving = "\u{1B}[?1049l"
    var drawn = VirtualScreen(columns: 10, rows: 1)
    drawn.feed(String(decoding: glass.received, as: UTF8.self).components(separatedBy: leaving)[0])
    #expect(drawn.contains(shown))
  }
}
