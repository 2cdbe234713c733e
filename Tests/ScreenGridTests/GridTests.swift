import ScreenGrid
import TestSupport
import Testing

@Suite struct GridTests {
  @Test("Text is drawn where asked, in its style, and says how many columns it took")
  func drawn() {
    var grid = Grid(columns: 8, rows: 2)
    let used = grid.put("To do", column: 1, row: 0, style: .title)
    grid.put("x", column: 1 + used, row: 0, style: .warning.bold)
    #expect(used == 5)
    #expect(
      picture(of: grid) == """
        │ To dox │
        │        │
        │.TTTTTW.│
        │........│
        """)
    #expect(
      attributePicture(of: grid) == """
        │......b.│
        │........│
        """)
  }

  @Test("Drawing outside the screen is clipped on every side")
  func clipped() {
    var grid = Grid(columns: 4, rows: 1)
    #expect(grid.put("abcdefgh", column: -2, row: 0) == 6)
    #expect(rows(of: grid) == ["cdef"])
    grid.put("x", column: 0, row: -1)
    grid.put("x", column: 0, row: 1)
    grid.put("x", column: 4, row: 0)
    grid.put("x", column: -1, row: 0)
    grid.fill(Area(column: 3, row: -5, columns: 100, rows: 100))
    grid.box(Area(column: -1, row: -1, columns: 9, rows: 9))
    #expect(rows(of: grid) == ["cde "])
  }

  @Test("A limit ends the text before the screen does")
  func limited() {
    var grid = Grid(columns: 6, rows: 1)
    #expect(grid.put("abcdef", column: 1, row: 0, limit: 3) == 3)
    #expect(grid.put("abcdef", column: 5, row: 0, limit: -1) == 0)
    #expect(rows(of: grid) == [" abc  "])
  }

  @Test("No half of a wide character is ever left")
  func wideCharactersWhole() {
    var grid = Grid(columns: 5, rows: 1)
    #expect(grid.put("日本語", column: 0, row: 0) == 4)
    #expect(rows(of: grid) == ["日本 "])
    grid.put("x", column: 1, row: 0)
    #expect(rows(of: grid) == [" x本 "])
    grid.put("語", column: 3, row: 0)
    #expect(rows(of: grid) == [" x 語"])
    grid.put("日本", column: -1, row: 0)
    #expect(rows(of: grid) == [" 本語"])
    grid.put("語", column: 2, row: 0)
    #expect(rows(of: grid) == [" x語 "].map { $0.replacing("x", with: " ") })
  }

  @Test("Marks share the cell of their letter")
  func marks() {
    var grid = Grid(columns: 3, rows: 1)
    #expect(grid.put("e\u{301}a", column: 0, row: 0) == 2)
    #expect(grid[0, 0].text == "e\u{301}")
    grid.put("e\u{301}a", column: -1, row: 0)
    #expect(rows(of: grid) == ["aa "])
  }

  @Test("What is drawn is inert, whoever forgot to make it so")
  func inert() {
    var grid = Grid(columns: 6, rows: 1)
    grid.put("a\u{1B}[\u{202E}\n", column: 0, row: 0)
    #expect(rows(of: grid) == ["a�[�  "])
  }

  @Test("Where only ASCII can be shown, data and our own marks are ASCII")
  func asciiGlyphs() {
    var grid = Grid(columns: 6, rows: 3, glyphs: .ascii)
    grid.box(grid.area)
    grid.put("é" + grid.glyphs.ellipsis, column: 1, row: 1)
    #expect(
      picture(of: grid) == """
        │+----+│
        │|?.. |│
        │+----+│
        │------│
        │-....-│
        │------│
        """)
  }

  @Test("Every mark of the program can be shown with its own set", arguments: [GlyphSet.unicode, .console, .ascii])
  func glyphsAreShowable(glyphs: GlyphSet) {
    let border = glyphs.border
    let marks = [
      glyphs.selection, glyphs.ellipsis, glyphs.up, glyphs.down, glyphs.left, glyphs.right, glyphs.check,
      glyphs.unchecked, glyphs.bullet, glyphs.separator, glyphs.arrow, glyphs.warning, border.horizontal,
      border.vertical, border.topLeft, border.topRight, border.bottomLeft, border.bottomRight, border.teeLeft,
      border.teeRight, border.teeTop, border.teeBottom, border.cross,
    ]
    for mark in marks {
      var grid = Grid(columns: mark.unicodeScalars.count, rows: 1, glyphs: glyphs)
      grid.put(mark, column: 0, row: 0)
      #expect(rows(of: grid) == [mark])
    }
  }

  @Test("Boxes have corners, lines have length, and areas can change style alone")
  func shapes() {
    var grid = Grid(columns: 5, rows: 3)
    grid.box(grid.area)
    grid.put("abc", column: 1, row: 1)
    grid.restyle(Area(column: 2, row: 1, columns: 2, rows: 1), style: .selection)
    #expect(
      picture(of: grid)
        == """
        │┌───┐│
        │││abc││
        │└───┘│
        │-----│
        │-.SS-│
        │-----│
        """.replacing("│││abc││", with: "││abc││"))
  }

  @Test("Dimming a screen keeps its texts and roles")
  func dimmed() {
    var grid = Grid(columns: 2, rows: 1)
    grid.put("a", column: 0, row: 0, style: .title.bold)
    grid.dimAll()
    #expect(
      picture(of: grid) == """
        │a │
        │T.│
        """)
    #expect(attributePicture(of: grid) == "│#d│")
  }

  @Test("Grids are equal when every cell is, and sizes below nothing are nothing")
  func compared() {
    var one = Grid(columns: 3, rows: 1)
    var other = one
    one.put("a", column: 0, row: 0)
    #expect(one != other)
    other.put("a", column: 0, row: 0, style: .title)
    #expect(one != other)
    other.put("a", column: 0, row: 0)
    #expect(one == other)
    #expect(Grid(columns: -1, rows: 5).cells.isEmpty)
    #expect(MemoryLayout<Cell>.stride == 24)
  }

  @Test("What changed in a row is found from its first to its last cell, wide characters whole")
  func changes() {
    var old = Grid(columns: 10, rows: 2)
    old.put("a日b", column: 0, row: 0)
    #expect(old.changedColumns(inRow: 0, since: old) == nil)
    var new = old
    new.put("x", column: 5, row: 0)
    new.put("y", column: 8, row: 0, style: .title)
    #expect(new.changedColumns(inRow: 0, since: old) == 5..<9)
    #expect(new.changedColumns(inRow: 1, since: old) == nil)
    new = old
    new.restyle(Area(column: 2, row: 0, columns: 1, rows: 1), style: .title)
    #expect(new.changedColumns(inRow: 0, since: old) == 1..<3)
    new = old
    new.restyle(Area(column: 1, row: 0, columns: 1, rows: 1), style: .title)
    #expect(new.changedColumns(inRow: 0, since: old) == 1..<3)
    new = old
    new.put("x", column: 2, row: 0)
    #expect(new.changedColumns(inRow: 0, since: old) == 1..<3)
    #expect(old.changedColumns(inRow: 0, since: new) == 1..<3)
  }

  @Test("Every role has its own letter in pictures")
  func lettersDiffer() {
    #expect(Set(Role.allCases.map { letter(of: $0) }).count == Role.allCases.count)
  }
}
