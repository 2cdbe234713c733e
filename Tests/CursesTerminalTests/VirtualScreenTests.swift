import TestSupport
import Testing

/// What a program sends to a screen of 6 × 3, and the rows that it then shows.
struct Sent: CustomTestStringConvertible, Sendable {
  let name: String
  let bytes: String
  let lines: [String]
  var testDescription: String { name }

  init(_ name: String, _ bytes: String, _ lines: String...) {
    self.name = name
    self.bytes = bytes
    self.lines = lines
  }
}

@Suite struct VirtualScreenTests {
  @Test(
    "Sequences do to the screen what xterm does",
    arguments: [
      Sent("text", "ab", "ab    ", "      ", "      "),
      Sent("line ends", "ab\r\ncd\n\u{08}e", "ab    ", "cd    ", " e    "),
      Sent("text wraps only when more follows", "abcdef\u{1B}[2;1Hx", "abcdef", "x     ", "      "),
      Sent("text wraps", "abcdefgh", "abcdef", "gh    ", "      "),
      Sent("the corner does not scroll", "\u{1B}[3;6HX", "      ", "      ", "     X"),
      Sent("the screen scrolls", "1\r\n2\r\n3\r\n4", "2     ", "3     ", "4     "),
      Sent("places", "\u{1B}[2;3Hx\u{1B}[Hy\u{1B}[3dz\u{1B}[6Gw", "y     ", "  x   ", " z   w"),
      Sent("steps", "\u{1B}[2B\u{1B}[3Cx\u{1B}[A\u{1B}[2Dy", "      ", "  y   ", "   x  "),
      Sent("tabs", "\tx\u{1B}[Zy", "y    x", "      ", "      "),
      Sent("erase to the end", "abcdef\u{1B}[1;3H\u{1B}[K", "ab    ", "      ", "      "),
      Sent("erase to the start", "abcdef\u{1B}[1;3H\u{1B}[1K", "   def", "      ", "      "),
      Sent("erase below", "ab\r\ncd\r\nef\u{1B}[2;2H\u{1B}[J", "ab    ", "c     ", "      "),
      Sent("erase above", "ab\r\ncd\r\nef\u{1B}[2;1H\u{1B}[1J", "      ", " d    ", "ef    "),
      Sent("erase all", "ab\u{1B}[H\u{1B}[2J", "      ", "      ", "      "),
      Sent("erase characters", "abcdef\u{1B}[1;2H\u{1B}[2X", "a  def", "      ", "      "),
      Sent("delete characters", "abcdef\u{1B}[1;2H\u{1B}[2P", "adef  ", "      ", "      "),
      Sent("insert characters", "abcdef\u{1B}[1;2H\u{1B}[2@", "a  bcd", "      ", "      "),
      Sent("insert mode", "ab\u{1B}[H\u{1B}[4hx\u{1B}[4ly", "xyb   ", "      ", "      "),
      Sent("insert lines", "1\r\n2\r\n3\u{1B}[2;1H\u{1B}[L", "1     ", "      ", "2     "),
      Sent("delete lines", "1\r\n2\r\n3\u{1B}[1;1H\u{1B}[2M", "3     ", "      ", "      "),
      Sent("scroll region", "1\r\n2\r\n3\u{1B}[1;2r\u{1B}[2;1H\n4\u{1B}[r", "2     ", "4     ", "3     "),
      Sent("scroll backwards", "1\r\n2\u{1B}[H\u{1B}M0", "0     ", "1     ", "2     "),
      Sent("repeat", "ab\u{1B}[3b", "abbbb ", "      ", "      "),
      Sent("wide characters", "日本x", "日本x ", "      ", "      "),
      Sent("wide character at the edge wraps", "abcde日", "abcde ", "日    ", "      "),
      Sent("half of a wide character drawn over", "日\u{1B}[1;2Hx", " x    ", "      ", "      "),
      Sent("marks", "e\u{301}a", "e\u{301}a    ", "      ", "      "),
      Sent("line drawing", "\u{1B}(0lqk\u{1B}(Bq", "┌─┐q  ", "      ", "      "),
      Sent("second screen", "ab\u{1B}[?1049hxy\u{1B}[?1049lc", "abc   ", "      ", "      "),
      Sent("titles are not text", "\u{1B}]0;title\u{07}a\u{1B}]2;t\u{1B}\\b", "ab    ", "      ", "      "),
    ])
  func drawn(row: Sent) {
    var screen = VirtualScreen(columns: 6, rows: 3)
    screen.feed(row.bytes)
    #expect(screen.lines == row.lines)
    #expect(screen.unknown == [])
    var slowly = VirtualScreen(columns: 6, rows: 3)
    for byte in row.bytes.utf8 { slowly.feed([byte]) }
    #expect(slowly.lines == row.lines)
  }

  @Test("Looks follow the numbers of SGR")
  func looks() {
    var screen = VirtualScreen(columns: 5, rows: 1)
    screen.feed("\u{1B}[1;31ma\u{1B}[22;7;39mb\u{1B}[0;38;5;214;48;5;16mc\u{1B}[m\u{1B}[4;94md\u{1B}(B\u{1B}[m")
    #expect(screen.look(column: 0, row: 0) == VirtualScreen.Look(foreground: 1, bold: true))
    #expect(screen.look(column: 1, row: 0) == VirtualScreen.Look(reverse: true))
    #expect(screen.look(column: 2, row: 0) == VirtualScreen.Look(foreground: 214, background: 16))
    #expect(screen.look(column: 3, row: 0) == VirtualScreen.Look(foreground: 12, underline: true))
    #expect(screen.look(column: 4, row: 0) == VirtualScreen.Look())
  }

  @Test("Modes, bell and cursor are known, and what is not understood is told")
  func modes() {
    var screen = VirtualScreen(columns: 5, rows: 2)
    screen.feed("\u{1B}[?25l\u{1B}[?1000;1006h\u{07}\u{1B}[2;3H\u{1B}[5y")
    #expect(!screen.modes.contains(25) && screen.modes.isSuperset(of: [1000, 1006]))
    #expect(screen.bells == 1)
    #expect(screen.cursor == (2, 1))
    #expect(screen.unknown == ["ESC [ [5] y"])
  }

  @Test("Another size keeps what still fits")
  func resized() {
    var screen = VirtualScreen(columns: 3, rows: 2)
    screen.feed("abc\r\nd")
    screen.resize(columns: 2, rows: 3)
    #expect(screen.lines == ["ab", "d ", "  "])
    screen.resize(columns: 1, rows: 1)
    #expect(screen.lines == ["a"])
    #expect(screen.cursor == (0, 0))
  }
}
