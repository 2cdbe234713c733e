import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("The filter") struct FilterTests {
  @Test("filters as one types, counts, and keeps a card selected")
  func live() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("/hal")
    #expect(screen.screen.contains("1/8"))
    #expect(screen.selected == "stalking-2019/R2")
    screen.press(.enter)
    #expect(screen.state.view == .board)
    #expect(screen.screen.contains("filter: hal  1/8"))
    #expect(screen.screen.contains("Force action  1/5"))
    #expect(screen.screen.contains("nothing matches"))
    screen.press(.escape)
    #expect(screen.state.filterText == "")
    #expect(screen.selected == "stalking-2019/R2")
  }

  @Test("Esc while typing clears it and goes back to the card that was selected")
  func escape() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("jj/definition")
    let before = "stalking-2019/R2"
    #expect(screen.selected == "stalking-2019/R1")
    screen.press(.escape)
    #expect(screen.selected == before)
    #expect(screen.state.filterText == "")
  }

  @Test("A term that means nothing is explained, and the last good filter stays in force")
  func badTerm() throws {
    var screen = ScreenDriver(try SampleBoard.stalking(), size: (120, 24))
    screen.type("/hale")
    screen.press(.paste(" status:x"))
    #expect(screen.screen.contains("means nothing"))
    #expect(screen.selected == "stalking-2019/R2")
    screen.press(.enter)
    #expect(screen.state.view == .filter)
    #expect(screen.state.notice?.kind == .refusal)
  }

  @Test("n and N go round all matches, over all columns")
  func nextMatch() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("/should")
    screen.press(.enter)
    let first = screen.selected
    var seen: [String] = []
    for _ in 0..<8 {
      seen.append(screen.selected)
      screen.type("n")
    }
    #expect(Set(seen).count == 8)
    #expect(screen.selected == first)
    screen.type("N")
    #expect(screen.selected == seen.last)
    screen.press(.escape)
    screen.type("n")
    #expect(screen.state.notice?.kind == .refusal)
  }

  @Test(
    "A filter typed letter by letter finds what the same filter finds at once",
    arguments: ["thing 1", "r2 -hale", "owner:hale thing", "-thing"])
  func narrowing(text: String) throws {
    var typed = ScreenDriver(try SampleBoard.large(60))
    typed.type("/" + text)
    var pasted = ScreenDriver(try SampleBoard.large(60))
    pasted.type("/")
    pasted.press(.paste(text))
    #expect(typed.rows[22] == pasted.rows[22])
    #expect(typed.rows[1] == pasted.rows[1])
    typed.press(.backspace, .backspace, .backspace, .ctrl("u"))
    #expect(typed.rows[22].hasSuffix("60/60"))
  }

  @Test("Where nothing matches, nothing is lost")
  func nothing() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("/zzz")
    screen.press(.enter)
    #expect(screen.selected == "none")
    screen.type("n")
    screen.press(.enter, .down, .tab)
    screen.type("L")
    #expect(screen.state.notice?.text == "no card is selected")
    screen.press(.escape)
    #expect(screen.selected != "none")
  }
}
