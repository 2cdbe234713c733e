import Foundation
import Testing

@Suite("A meeting from the shell")
struct MeetingTests {
  /// An officer whose board had a meeting in March that set one action.
  private func afterMarch() -> Officer {
    let officer = Officer.withBoard()
    officer.board("meeting", "start", "March", "--today", "2019-03-21")
    officer.board(
      "action", "add", "To write to the NPCC lead.", "--owner", "DCI Hale", "--due", "2019-05-10", "--ref", "R2",
      "--today", "2019-03-21")
    officer.board("meeting", "end", "--today", "2019-03-21")
    return officer
  }

  /// The names of the actions, oldest first.
  private func actions(_ officer: Officer) -> [String] {
    officer.board("actions", "--json").list("actions").compactMap { $0["change"] as? String }
      .sorted { (Int($0.split(separator: "-")[1]) ?? 0) < (Int($1.split(separator: "-")[1]) ?? 0) }
      .map { id in
        let parts = id.split(separator: "-")
        return "\(parts[1])-\(parts[2].prefix(4))"
      }
  }

  @Test("A whole meeting from its start to its minutes, in the words of boards")
  func whole() {
    let officer = afterMarch()
    let start = officer.board("meeting", "start", "Business Coordination Board", "--next", "2019-07-11")
    #expect(
      start.output == "began meeting 2019-05-16: Business Coordination Board (agenda of 2). Undo: board undo\n")
    officer.board("move", "R2", "awaiting-npcc")
    let decided = officer.board("decide", "R2", "noted", "The Board heard that the lead has not answered.")
    #expect(decided.output == "decided on stalking-2019/R2: noted. Undo: board undo\n")
    officer.board("decide", "R1", "agreed", "that the pilot be extended")
    officer.board("due", "R1", "2019-11-30", "--reason", "agreed by the Board")
    officer.board("decide", "R1", "date-revised", "--assurance", "Partial: one audit of two was seen.")
    officer.board(
      "action", "add", "report the figures", "--owner", "Insp. Fell", "--due", "2019-07-04", "--ref", "R1")
    officer.board("action", "add", "book the room", "--owner", "L. Moss", "--due", "2019-06-01")
    officer.board("note", "R2", "quiet word", "--private")
    officer.board("note", "R2", "Asked again.")
    officer.board("assign", "A1", "Sgt Ali")
    officer.board("undo")
    officer.board("meeting", "skip", "stalking-2019")
    let end = officer.board("meeting", "end", "--assurance", "The Board was assured on what it saw.")
    #expect(
      end.output == """
        ended meeting 2019-05-16. Undo: board undo
        2 discussed, 3 decisions, 1 skipped, 2 actions set, 0 not reached.

        """)
    let ids = actions(officer)
    let minutes = officer.board("minutes")
    #expect(minutes.status == 0)
    #expect(
      minutes.output == """
        BUSINESS COORDINATION BOARD
        ===========================

        Minutes of the meeting held on Thursday 16 May 2019 · Test

        Matters arising from the last action log
        ----------------------------------------

        - \(ids[0]): DCI Hale to write to the NPCC lead (stalking-2019/R2) – OVERDUE 6 days

        1. Stalking and harassment (stalking-2019)
        ------------------------------------------

        Not taken at this meeting.

        2. Recommendation 2, Stalking and harassment (stalking-2019/R2)
        ---------------------------------------------------------------

        The NPCC lead should write.

        The Board heard that the lead has not answered.

        RESOLVED – that the recommendation be noted.

        - Recorded: status: Force action → Awaiting NPCC
        - Recorded: note: Asked again.

        3. Recommendation 1, Stalking and harassment (stalking-2019/R1)
        ---------------------------------------------------------------

        Forces should record crimes.

        RESOLVED – that the pilot be extended.

        RESOLVED – that the due date of the recommendation be revised to 30 November
        2019.

        Assurance statement: Partial: one audit of two was seen.

        Action – Insp. Fell to report the figures by 4 July 2019 (\(ids[1])).

        - Recorded: due date: 10 October 2019 → 30 November 2019 – agreed by the Board

        Other actions
        -------------

        Action – L. Moss to book the room by 1 June 2019 (\(ids[2])).

        Assurance statement: The Board was assured on what it saw.

        Next meeting: Thursday 11 July 2019

        """)
    let json = officer.board("minutes", "2019-05-16", "--json")
    #expect(json.json["kind"] as? String == "minutes")
    #expect(
      json.list("items").map { $0["ref"] as? String } == ["stalking-2019", "stalking-2019/R2", "stalking-2019/R1"])
    #expect(json.list("mattersArising").map { $0["id"] as? String } == [ids[0]])
    for format in ["text", "markdown", "html"] {
      let paper = officer.board("minutes", "--format", format).output
      #expect(paper.contains("that the recommendation be noted."), "\(format)")
      #expect(!paper.contains("quiet word"), "\(format)")
    }
    #expect(!json.output.contains("quiet word"))
    let march = officer.board("minutes", "2019-03-21").output
    #expect(march.contains("Action – DCI Hale to write to the NPCC lead by 10 May 2019 (\(ids[0]))."))
    #expect(!march.contains("Insp. Fell"))
  }

  @Test("Every change made while a meeting is on carries its id, from the shell too")
  func carried() {
    let officer = Officer.withBoard()
    officer.board("meeting", "start", "May")
    officer.board("assign", "R1", "DCI Hale")
    officer.board("meeting", "end")
    officer.board("assign", "R1", "Sgt Ali")
    let changes = officer.board("log", "--json").list("changes").prefix(4)
    #expect(changes.map { $0["kind"] as? String } == ["assign", "meeting", "assign", "meeting"])
    #expect(changes.map { $0["meeting"] as? String } == [nil, "2019-05-16", "2019-05-16", nil])
  }

  @Test(
    "an empty board answers with empty lists and 0",
    arguments: [
      (["meeting", "list"], "meeting-list", "meetings"), (["actions"], "actions", "actions"),
      (["agenda"], "agenda", "items"), (["minutes"], "minutes", "items"), (["stats"], "stats", "reports"),
      (["changes"], "changes", "items"), (["changes", "--since", "2019-01-01"], "changes", "changes"),
    ])
  func empty(line: [String], kind: String, list: String) {
    let officer = Officer()
    officer.board("init", "/t.board")
    let answer = officer.board(bytes: (line + ["--json"]).map { Array($0.utf8) })
    #expect(answer.status == 0)
    #expect(answer.json["kind"] as? String == kind)
    #expect(answer.json["schemaVersion"] as? Int == 1)
    #expect((answer.json[list] as? [Any])?.isEmpty == true)
    let text = officer.board(bytes: line.map { Array($0.utf8) })
    #expect(text.status == 0 && !text.output.isEmpty && text.errors.isEmpty)
  }

  @Test(
    "what cannot be done is refused with its own status and changes nothing",
    arguments: [
      ("no meeting is on: decide", ["decide", "R1", "noted"], 1, "no-meeting-is-on"),
      ("no meeting is on: end", ["meeting", "end"], 1, "no-meeting-is-on"),
      ("no meeting is on: skip", ["meeting", "skip", "R1"], 1, "no-meeting-is-on"),
      ("no such outcome", ["decide", "R1", "approved"], 64, nil),
      ("no such step", ["meeting", "pause"], 64, nil),
      ("no such meeting", ["minutes", "1999-01-01"], 66, "unknown-meeting"),
      ("no such meeting to decide at", ["decide", "R1", "noted", "--meeting", "x"], 66, "unknown-meeting"),
      ("no such action", ["action", "done", "99"], 66, "unknown-action"),
      ("no such item", ["decide", "R9", "noted"], 66, "unknown-reference"),
      ("an agenda of nothing", ["meeting", "start", "--agenda", "zebra"], 1, "nothing-matches"),
      ("a bad query", ["meeting", "start", "--agenda", "colour:red"], 64, "bad-query"),
      ("a bad day", ["meeting", "start", "--on", "soon"], 64, nil),
      ("an action without owner", ["action", "add", "x", "--due", "2019-06-01"], 64, nil),
      ("an action without day", ["action", "add", "x", "--owner", "A"], 64, nil),
      ("an action without words", ["action", "add", " ", "--owner", "A", "--due", "2019-06-01"], 65, "empty-text"),
      ("a flag of another step", ["meeting", "end", "--agenda", "overdue"], 64, nil),
      ("a bad moment", ["changes", "--since", "yesterday"], 64, nil),
      ("json and a format", ["minutes", "--format", "html"], 64, nil),
      ("figures of nothing", ["stats", "zebra"], 1, nil),
    ] as [(String, [String], Int32, String?)])
  func refused(name: String, line: [String], status: Int32, code: String?) {
    let officer = Officer.withBoard()
    let before = officer.changeCount
    let answer = officer.board(bytes: (line + ["--json"]).map { Array($0.utf8) })
    #expect(answer.status == status, "\(name): \(answer.errors)")
    if let code { #expect(answer.error["name"] as? String == code, "\(name)") }
    #expect(officer.changeCount == before, "\(name)")
  }

  @Test("an action is set, postponed, handed over and finished, each with its undo")
  func actionLife() {
    let officer = Officer.withBoard()
    officer.board("action", "add", "-", "--owner", "DCI Hale", "--due", "2019-05-14", input: "write to the lead\n")
    let id = actions(officer)[0]
    #expect(officer.board("actions").output.contains("OVERDUE 2 days"))
    #expect(officer.board("action", "due", id, "2019-06-20").status == 1)
    #expect(
      officer.board("action", "due", id, "2019-06-20", "--reason", "leave").output
        == "set the due date of action \(id): 14 May 2019 → 20 June 2019. Undo: board undo\n")
    #expect(
      officer.board("action", "assign", id, "Sgt Ali").output
        == "assigned action \(id): DCI Hale → Sgt Ali. Undo: board undo\n")
    #expect(
      officer.board("action", "done", id, "Sent.", "--dry-run").output
        == "would change: finished action \(id) on 16 May 2019\nNothing was written (--dry-run).\n")
    officer.board("action", "done", id, "Sent.")
    let done = officer.board("actions", "--json").list("actions").first
    #expect(done?["doneOn"] as? String == "2019-05-16" && done?["result"] as? String == "Sent.")
    #expect(officer.board("undo").status == 0)
    #expect(officer.board("actions", "--json").list("actions").first?["open"] as? Bool == true)
    #expect(officer.board("action", "assign", id, "Sgt Ali").output.hasPrefix("Nothing to change"))
  }

  @Test("the agenda of the meeting that is on is the one given; between meetings what is due before the next")
  func agenda() {
    let officer = afterMarch()
    let proposed = officer.board("agenda", "--json")
    #expect(proposed.list("items").map { $0["ref"] as? String } == ["stalking-2019", "stalking-2019/R2"])
    #expect(proposed.list("mattersArising").count == 1)
    officer.board("meeting", "start", "--agenda", "kind:afi")
    let given = officer.board("agenda", "--json")
    #expect(given.list("items").map { $0["ref"] as? String } == ["stalking-2019/A1"])
    #expect((given.json["meeting"] as? [String: Any])?["title"] as? String == "Test, 16 May 2019")
    #expect(officer.board("agenda").output.contains("1. Area for improvement 1, Stalking and harassment"))
    #expect(officer.board("agenda", "2019-03-21", "--json").status == 0)
  }

  @Test("a paper for Markdown or the web shows data as text, never as markup")
  func escaped() {
    let officer = Officer.withBoard()
    officer.board("meeting", "start", "A <b>bold</b> *title*", "--agenda", "ref:R1")
    officer.board("decide", "R1", "noted", "<script>alert(1)</script> [x](y) \u{1B}[31m")
    let html = officer.board("minutes", "--format", "html").output
    #expect(!html.contains("<script>") && html.contains("&lt;script&gt;"))
    #expect(html.contains("<title>A &lt;b&gt;bold&lt;/b&gt; *title*</title>"))
    let markdown = officer.board("minutes", "--format", "markdown").output
    #expect(markdown.hasPrefix("# A \\<b\\>bold\\</b\\> \\*title\\*\n"))
    #expect(markdown.contains("\\[x\\](y)") && !markdown.contains("\u{1B}"))
  }

  @Test("changes tells what is new, moved from where and edited since the last meeting")
  func changes() {
    let officer = afterMarch()
    officer.board("move", "R2", "awaiting-npcc")
    officer.board("note", "R1", "asked")
    officer.board("add", "stalking-2019", "coc", "--text", "A concern.")
    let json = officer.board("changes", "--since", "last-meeting", "--json")
    #expect(json.list("items").map { $0["ref"] as? String } == ["R1", "R2", "C1"].map { "stalking-2019/\($0)" })
    #expect(json.list("items").map { $0["mark"] as? String } == ["edited", "moved", "new"])
    #expect(json.list("items")[1]["from"] as? String == "force-action")
    #expect(json.list("changes").count == 3)
    let text = officer.board("changes").output
    #expect(text.contains("MOVED ←Force action") && text.contains("EDITED") && text.contains("NEW"))
    #expect(officer.board("changes", "--since", "2019-05-17", "--json").list("items").isEmpty)
  }

  @Test("stats counts by status, report, owner and kind, and holds time by holder")
  func stats() {
    let officer = Officer.withBoard()
    officer.board("assign", "R1", "DCI Hale", "--today", "2019-05-26")
    let json = officer.board("stats", "--json", "--today", "2019-06-05").json
    #expect(json["items"] as? Int == 4 && json["overdue"] as? Int == 1)
    let holders = json["holders"] as? [[String: Any]] ?? []
    #expect(holders.map { $0["holder"] as? String } == ["awaiting allocation", "DCI Hale"])
    #expect(holders.map { $0["days"] as? Int } == [70, 10])
    let text = officer.board("stats", "--today", "2019-06-05").output
    #expect(text.contains("DCI Hale") && text.contains("Age of open items"))
    let past = officer.board("stats", "--as-at", "2019-05-20", "--json", "--today", "2019-06-05").json
    #expect((past["holders"] as? [[String: Any]])?.map { $0["days"] as? Int } == [16])
  }

  @Test("past papers can be read as they were")
  func asAt() {
    let officer = afterMarch()
    officer.board("action", "done", actions(officer)[0])
    let then = officer.board("actions", "--json", "--as-at", "2019-03-21").list("actions")
    #expect(then.map { $0["open"] as? Bool } == [true])
    #expect(officer.board("minutes", "--as-at", "2019-03-20").status == 0)
  }
}
