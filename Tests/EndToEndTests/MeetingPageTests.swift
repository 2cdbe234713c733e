import Foundation
import TestSupport
import Testing

/// `docs/meeting.md` tells a whole meeting on the sample board, with the screens that the program really shows.
@Suite struct MeetingPageTests {
  static let page = BoardBinary.root.appendingPathComponent("docs/meeting.md")

  @Test("The page of the meeting is what happens on the sample board; RECORD_GOLDEN=1 writes it anew and still fails")
  func fresh() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    var story = try Story(binary)
    try story.begin()
    try story.takeMatters()
    try story.takeReport()
    try story.takeItems()
    try story.end()
    try story.readMinutes()
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(story.text.utf8).write(to: Self.page)
      Issue.record("docs/meeting.md was written anew; run again without RECORD_GOLDEN")
    }
    let kept = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(story.text == kept, "docs/meeting.md is not what the program shows; RECORD_GOLDEN=1 writes it anew")
  }
}

/// The meeting of 16 May 2019, as its page tells it.
private struct Story {
  private(set) var text = """
    # A meeting, from its agenda to its minutes

    It is Thursday 16 May 2019, the day of the sample board's meeting. You are the clerk, at the keyboard, and the screen is on the
    projector. Type along: `board demo` opens the same board, and nothing you do there is kept. A test runs this page and compares
    every screen; `RECORD_GOLDEN=1 swift test -c release --filter MeetingPageTests` writes it anew.

    """
  private let binary: BoardBinary
  private let terminal: PseudoTerminal
  private let board: String

  init(_ binary: BoardBinary) throws {
    self.binary = binary
    terminal = try binary.screen(["demo"])
    try terminal.expect("Elsewhere:")
    board = try #require(try binary.demoBoards().first)
    terminal.send("g")
    try terminal.expectGone("Elsewhere:")
  }

  private mutating func tell(_ words: String) {
    text += "\n\(words)\n"
  }

  /// The screen as it is, with what differs from run to run made equal.
  private mutating func show() {
    terminal.settle(milliseconds: 200)
    let lines = terminal.screen.lines.map { line in
      let quiet = Story.lasting(line)
      return String(quiet.reversed().drop { $0 == " " }.reversed())
    }
    text += "\n```text\n\(lines.joined(separator: "\n"))\n```\n"
  }

  /// Times of day as noon, and the random digits of a change's name as one and the same.
  private static func lasting(_ line: String) -> String {
    line.replacing(/\b\d\d:\d\d\b/) { _ in "12:00" }.replacing(/\b(\d+)-[0-9a-f]{4}\b/) { "\($0.1)-8c1d" }
  }

  mutating func begin() throws {
    tell(
      """
      ## Before the meeting

      Press `M`. The title and the days are proposed; the next meeting is expected 56 days on unless somebody agreed on a day. Leave the
      agenda empty for what is due before that next meeting, or type a query, as behind `/`.
      """)
    try terminal.type("M", until: "A meeting begins")
    show()
    tell(
      """
      Four times Enter, and the agenda is there to look over. Reports come first whose 56 days end before the next meeting, then the items
      that are overdue or fall due, the earliest first. `Space` leaves a line out, `J` and `K` put it elsewhere, `a` adds a reference or what
      a query finds. Nothing is recorded yet: Esc goes back.
      """)
    try terminal.type("\r\r\r\r", until: "not begun")
    show()
    try terminal.type("j", until: "▶ [✓] crime-2018/R5")
    tell("Let us keep it so. Enter begins the meeting.")
    try terminal.type("\r", until: "Matters arising from the last action log")
    try terminal.expect("began meeting")
  }

  mutating func takeMatters() throws {
    tell(
      """
      ## Matters arising

      A meeting shows one thing a screen, and a clicker's PgDn and PgUp go on and back; F5 and Esc, which clickers send as well, never change
      anything. The line below the header tells how far the meeting is, and warns of a clock that runs out before the next one.
      """)
    show()
    tell(
      """
      The first action was done last week. `x` asks what came of it; `D` gives the selected action another day, with the reason, and `o`
      hands it over.
      """)
    try terminal.type("x", until: "What came of it")
    terminal.send("The thirteen papers were fetched on 10 May\r")
    try terminal.expect("▶ Done on")
    try terminal.type("\r", until: "done 16 May 2019")
    show()
  }

  mutating func takeReport() throws {
    tell(
      """
      ## The report whose days run out

      PgDn. This is the screen that must not be missed: the report's last lawful day, and what the body still owes. `c` writes its comments on
      the report as a whole, `p` its reply to the Chief Constable, `5` opens the whole checklist.
      """)
    try terminal.type("\u{1b}[6~", until: "1 of ")
    show()
    tell(
      """
      The body has its comments ready: `c`, the words, Enter. Then the decision: `d`, and the letter of the outcome. Words that begin with
      *that* are the resolution itself; without any the minutes use the usual ones. Two times Enter goes past the assurance statement.
      """)
    try terminal.type("c", until: "as a whole")
    try terminal.type(
      "The Commissioner supports every recommendation.\r", until: "wrote the body's comments")
    try terminal.type("da", until: "▶ agreed")
    show()
    try terminal.type("\r", until: "Words of the minute")
    try terminal.type("that the response be published by 31 May", until: "31 May")
    try terminal.type("\r\r", until: "✓ DISCUSSED")
    show()
  }

  mutating func takeItems() throws {
    tell(
      """
      ## An item

      PgDn again. What is on the screen is what a key changes, whatever is selected on the board behind it: `H` and `L` move the card, `o` sets
      its owner, `w` writes a note, `V` records evidence, and every change carries the meeting. `u` takes the last one back.
      """)
    try terminal.type("\u{1b}[6~", until: "2 of ")
    show()
    tell(
      """
      This one is half a year late. The board gives it a new date: `d`, `d` for *date revised*, Enter. The form asks for what the rules want,
      the date and its reason, with the words of the minute below; the date, the outcome and the minute are one change, and one `u` takes all
      back. *Closed* and *reopened* work alike. An outcome that was recorded wrongly is corrected with `d` as well.
      """)
    try terminal.type("dd", until: "▶ date revised")
    try terminal.type("\r", until: "▶ New date")
    try terminal.type("30 Jun\r", until: "▶ Reason")
    try terminal.type("A quarter's figures are wanted", until: "wanted")
    show()
    try terminal.type("\r\r\r", until: "✓ DISCUSSED")
    tell(
      """
      And somebody is to do something: `A`, what, by whom, by which day. Owner and day are proposed.
      """)
    try terminal.type("A", until: "What is to be done")
    try terminal.type("bring the quarter's figures", until: "figures")
    try terminal.type("\r", until: "▶ By whom")
    try terminal.type("\r", until: "▶ By which day")
    try terminal.type("\r", until: "set action")
    show()
    tell(
      """
      ## Somebody else types

      While you talk, an officer at a shell assigns a card of the same board. It is announced, who, when and what, and nothing moves under
      the chair's hand; `i` takes it in when you like. `F` keeps even that line away, and `.` blanks the screen for a private session.
      """)
    #expect(
      try binary.run(
        "assign", "crime-2018/R4", "Insp. T. Quill", "--as", "L. Moss", environment: ["BOARD_DIR": board]
      ).status == 0)
    try terminal.expect("L. Moss assigned")
    terminal.send("g")
    try terminal.type("\u{1b}[6~\u{1b}[6~", until: "2 of ")
    try terminal.expect("L. Moss assigned")
    show()
    try terminal.type("i", until: "L. Moss assigned")
    tell(
      """
      ## Through the rest

      `x` marks an item as discussed and goes on, `X` skips it. `s` shows what became of every item since the last meeting, with how many
      meetings have passed over what did not change; `a` is the agenda, to go to an item or to change the order.
      """)
    // Its decision has marked the second item as discussed before.
    try terminal.type("x", until: "3 of ")
    try terminal.type("X", until: "4 of ")
    try terminal.expect("as skipped")
    try terminal.type("s", until: "Since the meeting of 21 March 2019")
    show()
    try terminal.escape(from: "Since the meeting of")
    try terminal.type("x", until: "5 of ")
    try terminal.expect("as discussed")
    tell(
      """
      If the screen dies now, nothing is lost: `board`, then `M`, goes on at the fifth item.
      """)
  }

  mutating func end() throws {
    tell(
      """
      ## The end

      `G` goes to the end of the agenda. What was skipped and what was not reached is offered once more; Enter goes there.
      """)
    try terminal.type("G", until: "End of ")
    show()
    tell("`M` ends the meeting: the day of the next one, an assurance statement, and where the minutes go.")
    try terminal.type("M", until: "The meeting ends")
    try terminal.type("\r", until: "▶ Assurance statement")
    try terminal.type("The Board was assured on crime recording.", until: "recording.")
    show()
    try terminal.type("\r", until: "▶ Minutes to")
    try terminal.type("\r", until: "The minutes are in")
    show()
    tell(
      """
      Ended too early? `u`, and the meeting is on again. `w` writes the minutes once more, elsewhere or over the first ones.
      """)
  }

  mutating func readMinutes() throws {
    let file = binary.directory.appendingPathComponent("minutes-2019-05-16.txt")
    let minutes = try String(contentsOf: file, encoding: .utf8)
    let lines = minutes.split(separator: "\n", omittingEmptySubsequences: false).map { Story.lasting(String($0)) }
    tell(
      """
      ## The minutes

      `minutes-2019-05-16.txt`, and the same as Markdown in `minutes-2019-05-16.md`. Private notes never stand in them.

      ```text
      \(lines.joined(separator: "\n"))```

      The shell does all of this on the same board: `board meeting start`, `board agenda --add`, `board decide`, `board action add`,
      `board meeting end`, `board minutes`; see [commands.md](commands.md). The keys are in [keys.md](keys.md).
      """)
    try terminal.escape(from: "The minutes are in")
    try terminal.quit()
  }
}
