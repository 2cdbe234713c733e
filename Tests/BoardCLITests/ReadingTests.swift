import Foundation
import Testing

@Suite("Verbs that read the board")
struct ReadingTests {
  @Test("list --json holds every promised member of an item")
  func listJSON() {
    let answer = Officer.withBoard().board("list", "--json")
    #expect(answer.status == 0)
    #expect(answer.json["schemaVersion"] as? Int == 1)
    #expect(answer.json["kind"] as? String == "item-list")
    #expect(answer.json["today"] as? String == "2019-05-16")
    #expect(answer.json["asOf"] is String)
    let items = answer.list("items")
    #expect(items.map { $0["ref"] as? String } == ["R1", "R2", "R3.1", "A1"].map { "stalking-2019/\($0)" })
    let members = """
      ref report kind number paragraph status text addressees period due dueOriginal overdueDays owner \
      chiefOfficerComments bodyComments bodyReply acceptance closure reopened slips lastChange
      """
    for name in members.split(separator: " ") { #expect(items[0][String(name)] != nil, "\(name)") }
    #expect(items[0]["number"] as? Int == 1)
    #expect(items[2]["number"] as? String == "3.1")
    #expect(items[0]["addressees"] as? [String] == ["chief constables"])
    #expect(items[1]["overdueDays"] as? Int == 15)
    #expect(items[0]["overdueDays"] is NSNull)
    #expect(items[3]["kind"] as? String == "area-for-improvement")
  }

  @Test("a query narrows, and one that matches nothing exits 1 with its empty list")
  func queries() {
    let officer = Officer.withBoard()
    let overdue = officer.board("list", "--json", "overdue", "-kind:afi")
    #expect(overdue.list("items").map { $0["ref"] as? String } == ["stalking-2019/R2"])
    let none = officer.board("list", "zebra", "--json")
    #expect(none.status == 1)
    #expect(none.json["kind"] as? String == "item-list")
    #expect(none.errors.isEmpty)
    let bad = officer.board("list", "status:nowhere")
    #expect(bad.status == 64)
    #expect(bad.output.isEmpty)
  }

  @Test("an empty board lists nothing and is no failure", arguments: ["list", "due", "log", "report", "s55", "check"])
  func empty(verb: String) {
    let officer = Officer()
    officer.board("init", "/t.board")
    let answer = officer.board(verb, "--json")
    #expect(answer.status == 0)
    #expect(answer.json["schemaVersion"] as? Int == 1)
    #expect(officer.board(verb).status == 0)
  }

  @Test("porcelain is TAB-separated: ref, status, due, owner, addressees, text")
  func porcelain() {
    let officer = Officer.withBoard()
    officer.board("assign", "R1", "DCI Hale")
    let first = officer.board("list", "--porcelain").output.split(separator: "\n").first
    #expect(
      first == "stalking-2019/R1\tforce-action\t2019-10-10\tDCI Hale\tchief constables\tForces should record crimes.")
  }

  @Test(
    "a CSV cell that a spreadsheet would run is made harmless",
    arguments: [
      ("a formula", "=SUM(A1)", "'=SUM(A1)"), ("after spaces", "  +1", "'+1"), ("full width", "＝1", "'＝1"),
      ("an at sign", "@x", "'@x"), ("a combining mark behind it", "=\u{301}x", "'=\u{301}x"),
      ("a comma", "a,b", "\"a,b\""), ("a quote", "a\"b", "\"a\"\"b\""), ("harmless", "a=b", "a=b"),
    ])
  func csv(name: String, text: String, cell: String) {
    let officer = Officer.withBoard()
    officer.board("edit", "R3.1", "paragraph=\(text)")
    let output = officer.board("list", "ref:R3.1", "--csv").output
    #expect(output.hasPrefix("ref,kind,paragraph,"))
    #expect(output.contains("\r\nstalking-2019/R3.1,recommendation,\(cell),"))
  }

  @Test("two forms at once are refused", arguments: [["--csv", "--porcelain"], ["--json", "--csv"]])
  func forms(flags: [String]) {
    #expect(Officer.withBoard().board("list", flags[0], flags[1]).status == 64)
  }

  @Test("text from data is inert on its way out")
  func inert() {
    let officer = Officer.withBoard()
    officer.board("edit", "R1", "text=evil\u{1B}[31m\u{202E}text\u{200B}")
    for verb in [["list"], ["show", "R1"], ["log"], ["list", "--json"], ["list", "--csv"], ["list", "--porcelain"]] {
      let output = officer.board(bytes: verb.map { Array($0.utf8) }).output
      #expect(!output.isEmpty)
      #expect(!output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{200B}" }, "\(verb)")
    }
    let error = officer.board("show", "R\u{1B}[1m")
    #expect(!error.errors.contains("\u{1B}"))
  }

  @Test("s55 gives the clock and every gap, and exits 1 while a statutory gap is open")
  func section55() {
    let officer = Officer.withBoard()
    let answer = officer.board("s55", "--json")
    #expect(answer.status == 1)
    #expect(answer.errors.isEmpty)
    #expect(answer.json["kind"] as? String == "section-55")
    let report = answer.list("reports").first ?? [:]
    #expect(report["lastDay"] as? String == "2019-06-04")
    #expect(report["day"] as? Int == 37)
    #expect(report["daysLeft"] as? Int == 19)
    #expect((report["statutoryGaps"] as? [Any])?.count == 7)
    #expect((report["advisoryGaps"] as? [Any])?.count == 1)
    let text = officer.board("s55").output
    #expect(text.contains("Day 37 of 56 · 19 days left · last lawful day Tuesday 4 June 2019"))
  }

  @Test("s55 exits 0 once every statutory gap is filled, late or not")
  func gapsFilled() {
    let officer = Officer.withBoard()
    officer.board("comment", "stalking-2019", "Ours.")
    for step in ["published", "sent-to-inspectors", "sent-to-secretary-of-state"] {
      officer.board("record", "stalking-2019", step, "2019-05-30")
    }
    for item in ["R1", "R2", "R3.1"] { officer.board("comment", item, "--position", "taken") }
    #expect(officer.board("s55").status == 0)
    let later = officer.board("s55", "--today", "2019-09-01", "stalking-2019")
    #expect(later.status == 0)
    #expect(later.output.contains("Published on 30 May 2019, in time; the last lawful day was Tuesday 4 June 2019."))
    officer.board("record", "stalking-2019", "published", "2019-06-06")
    #expect(officer.board("s55", "--today", "2019-09-01").output.contains("Published on 6 June 2019, 2 days late"))
  }

  @Test("due lists what falls due, the earliest first, within a span or before a day")
  func due() {
    let officer = Officer.withBoard()
    #expect(refs(officer.board("due", "--json")) == ["stalking-2019/R2", "stalking-2019/R1"])
    #expect(refs(officer.board("due", "--json", "--within", "30d")) == ["stalking-2019/R2"])
    #expect(refs(officer.board("due", "--json", "--within", "6m")) == ["stalking-2019/R2", "stalking-2019/R1"])
    #expect(refs(officer.board("due", "--json", "--before", "2019-05-01")).isEmpty)
    #expect(officer.board("due", "--within", "soon").status == 64)
    #expect(officer.board("due", "--reason", "x").status == 64)
  }

  private func refs(_ answer: Officer.Answer) -> [String] {
    answer.list("items").compactMap { $0["ref"] as? String }
  }

  @Test("log holds every change with who, when, what, and undo pairs; the newest first")
  func log() {
    let officer = Officer.withBoard()
    officer.board("move", "R1", "awaiting-npcc", "--reason", "theirs")
    officer.board("undo")
    let changes = officer.board("log", "--json").list("changes")
    #expect(officer.board("log", "--json").json["kind"] as? String == "change-list")
    #expect(changes.count == 7)
    #expect(changes[0]["undoes"] as? String == changes[1]["id"] as? String)
    #expect(changes[1]["undone"] as? Bool == true)
    #expect(changes[1]["by"] as? String == "K. Ali")
    #expect(changes[1]["login"] as? String == "alex")
    #expect(changes[1]["reason"] as? String == "theirs")
    #expect(changes[1]["field"] as? String == "status")
    #expect(changes[1]["old"] as? String == "force-action")
    #expect(changes[1]["new"] as? String == "awaiting-npcc")
    #expect(changes[1]["at"] as? String == "2019-05-16T00:00:00Z")
    #expect(officer.board("log", "R2", "--json").list("changes").count == 1)
    #expect(
      officer.board("log").output.contains("undid “moved stalking-2019/R1: Force action → Awaiting NPCC” of K. Ali"))
    let porcelain = officer.board("log", "--porcelain").output.split(separator: "\n")
    #expect(porcelain.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 6 })
    #expect(officer.board("log", "--csv").output.hasPrefix("change,at,on,actor,"))
  }

  @Test("--as-at shows the board as it was after a change, or at the end of a day")
  func asAt() {
    let officer = Officer.withBoard()
    officer.board("move", "R1", "awaiting-npcc", "--today", "2019-05-20")
    #expect(status("R1", officer.board("list", "--json", "--as-at", "2019-05-19")) == "force-action")
    #expect(status("R1", officer.board("list", "--json", "--as-at", "2019-05-20")) == "awaiting-npcc")
    #expect(officer.board("list", "--json", "--as-at", "3").list("items").count == 2)
    #expect(officer.board("list", "--json", "--as-at", "2019-05-15").list("items").isEmpty)
    #expect(officer.board("list", "--as-at", "yesterday").status == 66)
  }

  private func status(_ short: String, _ answer: Officer.Answer) -> String? {
    answer.list("items").first { $0["ref"] as? String == "stalking-2019/\(short)" }?["status"] as? String
  }

  @Test("a withdrawn item leaves the list and can still be read whole")
  func withdrawn() {
    let officer = Officer.withBoard()
    officer.board("withdraw", "A1", "--reason", "no item")
    #expect(officer.board("list", "--json").list("items").count == 3)
    #expect(officer.board("show", "stalking-2019/A1").output.contains("WITHDRAWN: no item"))
    #expect(officer.board("show", "a1").status == 0)
    #expect(officer.board("verify", "stalking-2019/A1").status == 66)
  }

  @Test("show holds the whole item and its timeline")
  func show() {
    let officer = Officer.withBoard()
    officer.board("note", "R1", "Asked again", "--private")
    let page = officer.board("show", "R1").output
    for part in ["Forces should record crimes.", "chief constables", "Private note", "Asked again", "Timeline"] {
      #expect(page.contains(part), "\(part)")
    }
    let json = officer.board("show", "r1", "--json")
    #expect(json.json["kind"] as? String == "item")
    #expect(json.list("changes").count == 2)
  }

  @Test("report lists key, title and publication date")
  func reports() {
    let officer = Officer.withBoard()
    let answer = officer.board("report", "--json")
    #expect(answer.json["kind"] as? String == "report-list")
    #expect(answer.list("reports").first?["key"] as? String == "stalking-2019")
    #expect(answer.list("reports").first?["title"] as? String == "Stalking and harassment")
    #expect(answer.list("reports").first?["publicationDate"] as? String == "2019-04-10")
    #expect(officer.board("report", "edit", "stalking-2019", "publisher=HMICFRS").status == 0)
    #expect(officer.board("report", "stalking-2019").output.contains("HMICFRS"))
    #expect(officer.board("report", "nothing").status == 66)
  }

  @Test("check names file, line and offset of damage and exits 1; other verbs work and warn")
  func check() throws {
    let officer = Officer.withBoard()
    #expect(officer.board("check").status == 0)
    let path = try #require(officer.journal)
    var bytes = try #require(officer.disk.contents(path))
    let second = try #require(bytes.firstIndex(of: 0x0A)) + 1
    bytes[second + 60] ^= 1
    officer.disk.put(path, bytes)
    let answer = officer.board("check", "--json")
    #expect(answer.status == 1)
    #expect(answer.json["kind"] as? String == "store-check")
    let damage = (answer.json["damage"] as? [[String: Any]])?.first ?? [:]
    #expect(damage["line"] as? Int == 2)
    #expect(damage["offset"] as? Int == second)
    #expect((damage["file"] as? String)?.hasPrefix("journal/") == true)
    #expect(officer.board("check").output.contains("line 2, offset \(second)"))
    let list = officer.board("list")
    #expect(list.status == 0)
    #expect(list.errors == "board: 1 damaged line in the journal: run `board check`\n")
  }
}

extension Officer {
  /// The path of the board's only stream.
  var journal: String? {
    let process = ShellWorld(disk)
    return (try? process.entries(of: "/t.board/journal"))?.first.map { "/t.board/journal/\($0)" }
  }
}
