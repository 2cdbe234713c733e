import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport
import Testing

@Suite("Changes from outside") struct OutsideChangeTests {
  static let r4 = SampleBoard.reference("stalking-2019/R4")

  @Test("keep the selection on its card, are announced, and marked in words until the card is visited")
  func marked() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("j")
    #expect(screen.selected == "stalking-2019/R4")
    try screen.outside(.move([Self.r4], to: .awaitingNPCC, closing: nil, reason: nil))
    #expect(screen.selected == "stalking-2019/R4")
    #expect(screen.state.selectedColumn == 0)
    #expect(screen.state.news?.text.hasPrefix("K. Ali moved stalking-2019/R4") == true)
    #expect(screen.screen.contains("MOVED ←Force"))
    screen.display(1)
    #expect(screen.screen.contains("MOVED ←Force action by K. Ali 14:02"))
    screen.type("k")
    #expect(!screen.screen.contains("MOVED"))
  }

  @Test("that come before the next key are counted, and leave what the screen itself has to say")
  func counted() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("H")
    for owner in ["Hale", "Moss", "Ali", "Quaye"] { try screen.outside(.assign([Self.r4], owner: owner)) }
    #expect(screen.state.news?.text.hasSuffix("and 3 more") == true)
    #expect(screen.screen.contains("u to undo"))
    #expect(screen.screen.contains("Ali → Quaye, and 3 more"))
    screen.type("j")
    #expect(!screen.screen.contains("3 more"))
    try screen.outside(.assign([Self.r4], owner: "Hale"))
    #expect(screen.state.news?.text.contains("more") == false)
  }

  @Test("name the field that was edited, and a card that moved and was then edited has moved")
  func fields() throws {
    var screen = ScreenDriver(try SampleBoard.stalking(), size: (160, 24))
    screen.display(1)
    try screen.outside(.due([Self.r4], SampleBoard.day("2019-12-01"), reason: "late"))
    #expect(screen.screen.contains("EDITED due date"))
    try screen.outside(.move([Self.r4], to: .awaitingNPCC, closing: nil, reason: nil))
    #expect(screen.screen.contains("MOVED ←Force"))
    try screen.outside(.assign([Self.r4], owner: "Hale"))
    #expect(screen.screen.contains("MOVED ←Force"))
    try screen.outside(.rank([SampleBoard.reference("stalking-2019/R2"): 1]))
    #expect(!screen.screen.contains("EDITED"))
  }

  @Test("of a card that is not selected leave the selection alone")
  func others() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    try screen.outside(.assign([Self.r4], owner: "Hale"))
    #expect(screen.selected == "stalking-2019/R3")
    #expect(screen.screen.contains("EDITED"))
    screen.type("R")
    #expect(!screen.screen.contains("EDITED"))
  }

  @Test("that take the selected card away select its neighbour and close it where it was open")
  func withdrawn() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("j")
    screen.press(.enter)
    try screen.outside(.withdraw(Self.r4, reason: "misread"))
    #expect(screen.state.view == .board)
    #expect(screen.selected == "stalking-2019/R2")
  }

  @Test("leave a form, and what is typed in it, alone")
  func form() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("whello")
    try screen.outside(.assign([Self.r4], owner: "Hale"))
    #expect(screen.state.view == .form)
    #expect(screen.screen.contains("hello"))
  }

  @Test("The day rolls over, and clocks and due dates with it")
  func midnight() throws {
    var screen = ScreenDriver(try SampleBoard.stalking(), isPinned: false)
    #expect(screen.screen.contains("Thu 16 May 2019"))
    screen.receive(.tick(today: SampleBoard.day("2019-05-17")))
    #expect(screen.screen.contains("day 38 of 56 · 18 left"))
    #expect(screen.screen.contains("OVERDUE 4 days"))
  }

  @Test("Damage is said across the screen, and the cards keep their rows")
  func damage() throws {
    var screen = ScreenDriver(try SampleBoard.large(90))
    screen.receive(.health(banner: "2 damaged lines: run board check", readOnly: nil))
    #expect(screen.rows[1].contains("2 damaged lines: run board check"))
    #expect(screen.rows.count { $0.contains("/R") && $0.contains("│") } == 12)
  }
}

@Suite("An open card") struct OpenCardTests {
  @Test("shows the text, the facts, the three texts of section 55 and the timeline")
  func whole() throws {
    var screen = ScreenDriver(try SampleBoard.stalking(), size: (80, 60))
    screen.type("jjj")
    screen.press(.enter)
    #expect(screen.selected == "stalking-2019/R6")
    let text = screen.screen
    for words in [
      "Forces should record crimes of stalking within 24 hours.", "Force action   F→C→F", "reopened",
      "Chief officer's comments (5)(b)", "The force will do this.", "Body's reply", "none yet", "not stated",
      "Timeline", "two crimes were late", "K. Ali", "added to the board",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test("shows how its due date went")
  func due() throws {
    var screen = ScreenDriver(try SampleBoard.stalking(), size: (80, 60))
    screen.type("j")
    screen.press(.enter)
    #expect(screen.screen.contains("1 June 2019 → 1 August 2019"))
    #expect(screen.screen.contains("slipped ×1"))
    let words = screen.screen.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("the training course was full"))
  }

  @Test("t opens it at its timeline")
  func timeline() throws {
    var screen = ScreenDriver(try SampleBoard.stalking(), size: (80, 14))
    screen.type("jt")
    #expect(screen.rows.contains { $0.contains("Timeline") || $0.contains("the training course") })
    #expect(!screen.rows[1].contains("Forces should ensure"))
  }

  @Test("scrolls to its end and not beyond, and Esc and q go back without quitting")
  func scrolling() throws {
    var screen = ScreenDriver(try SampleBoard.stalking(), size: (60, 12))
    screen.press(.enter)
    screen.type("G")
    let end = screen.screen
    screen.type("j")
    #expect(screen.screen == end)
    #expect(end.contains("▲"))
    screen.type("g")
    #expect(screen.rows[1].contains("Chief constables should stop"))
    screen.type("q")
    #expect(screen.state.view == .board)
    screen.press(.escape)
    #expect(!screen.effects.contains(.quit))
    screen.type("q")
    #expect(screen.effects.last == .quit)
  }

  @Test("can be changed, and shows the change at once")
  func changing() throws {
    var screen = ScreenDriver(try SampleBoard.stalking(), size: (80, 60))
    screen.press(.enter)
    screen.type("cwell done")
    screen.press(.enter)
    #expect(screen.state.view == .card)
    #expect(screen.screen.contains("well done"))
    screen.type("H")
    #expect(screen.screen.contains("Recommendation · Awaiting NPCC"))
  }

  @Test("Help lists the keys of the view, searches them, and runs one")
  func help() throws {
    var screen = ScreenDriver(try SampleBoard.stalking())
    screen.type("?pick")
    #expect(screen.screen.contains("pick the card's status"))
    #expect(!screen.screen.contains("redo"))
    screen.press(.enter)
    #expect(screen.state.view == .picker)
  }

  @Test("Display options change density and marks")
  func display() throws {
    var screen = ScreenDriver(try SampleBoard.stalking(), size: (100, 30))
    #expect(!screen.screen.contains("+1"))
    screen.type("Oj")
    screen.press(.enter)
    #expect(screen.rows[4].contains("R4"))
    screen.type("Ok")
    screen.press(.up, .enter)
    #expect(screen.screen.utf8.count == screen.screen.count)
  }
}
