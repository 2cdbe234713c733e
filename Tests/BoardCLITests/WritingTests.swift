import Foundation
import Testing

/// What JSON null becomes.
typealias NSNullLike = NSNull

@Suite("Verbs that change the board")
struct WritingTests {
  @Test(
    "a write says old and new and how to take it back",
    arguments: [
      ("move", ["move", "R1", "awaiting-npcc"], "stalking-2019/R1: Force action → Awaiting NPCC. Undo: board undo\n"),
      (
        "lower case", ["move", "r1", "AWAITING-NPCC"],
        "stalking-2019/R1: Force action → Awaiting NPCC. Undo: board undo\n"
      ),
      (
        "assign", ["assign", "R1", "A1", "DCI Hale"],
        "stalking-2019/R1: owner: awaiting allocation → DCI Hale\n"
          + "stalking-2019/A1: owner: awaiting allocation → DCI Hale. Undo: board undo\n"
      ),
      (
        "due", ["due", "R1", "2019-11-30", "--reason", "agreed"],
        "stalking-2019/R1: due date: 10 October 2019 → 30 November 2019. Undo: board undo\n"
      ),
      (
        "verify", ["verify", "R3.1"], "stalking-2019/R3.1: verified: none → 16 May 2019. Undo: board undo\n"
      ),
      (
        "record", ["record", "stalking-2019", "published", "2019-05-30"],
        "stalking-2019: published on: none → 30 May 2019. Undo: board undo\n"
      ),
      (
        "withdraw", ["withdraw", "A1", "--reason", "read twice"],
        "withdrew stalking-2019/A1: read twice. Undo: board undo\n"
      ),
      ("note", ["note", "R1", "asked again"], "stalking-2019/R1: note: asked again. Undo: board undo\n"),
      (
        "edit", ["edit", "R1", "acceptance=accepted"],
        "stalking-2019/R1: acceptance: none → accepted. Undo: board undo\n"
      ),
      ("add", ["add", "stalking-2019", "coc", "--text", "A concern."], "added stalking-2019/C1. Undo: board undo\n"),
    ] as [(String, [String], String)])
  func oldAndNew(name: String, line: [String], expected: String) {
    let officer = Officer.withBoard()
    let answer = officer.board(bytes: line.map { Array($0.utf8) })
    #expect(answer.output == expected)
    #expect(answer.errors.isEmpty)
    #expect(answer.status == 0)
  }

  @Test("several items are one change, taken back by one undo")
  func oneChange() {
    let officer = Officer.withBoard()
    let before = officer.changeCount
    officer.board("move", "R1", "R2", "awaiting-npcc")
    #expect(officer.changeCount == before + 1)
    let undo = officer.board("undo")
    #expect(undo.output.hasPrefix("undid “moved stalking-2019/R1, R2: Force action → Awaiting NPCC” of K. Ali"))
    #expect(officer.item("R2")["status"] as? String == "force-action")
  }

  @Test("a dry run shows the change and writes nothing")
  func dryRun() {
    let officer = Officer.withBoard()
    let before = officer.changeCount
    let answer = officer.board("move", "R1", "awaiting-npcc", "--dry-run")
    #expect(
      answer.output
        == "would change: stalking-2019/R1: Force action → Awaiting NPCC\nNothing was written (--dry-run).\n")
    #expect(answer.status == 0)
    #expect(officer.changeCount == before)
    let json = officer.board("move", "R1", "awaiting-npcc", "--dry-run", "--json").json
    #expect(json["dryRun"] as? Bool == true)
    #expect(officer.changeCount == before)
  }

  @Test("a write of no effect says so, changes nothing and is no failure")
  func noEffect() {
    let officer = Officer.withBoard()
    let before = officer.changeCount
    let answer = officer.board("move", "R1", "force-action")
    #expect(answer.output == "Nothing to change: stalking-2019/R1 — it is already so.\n")
    #expect(answer.status == 0)
    #expect(officer.changeCount == before)
    #expect(officer.board("move", "R1", "force-action", "--json").json["change"] is NSNullLike)
  }

  @Test("of several items the ones that stay are named")
  func partly() {
    let officer = Officer.withBoard()
    officer.board("move", "R1", "awaiting-npcc")
    let answer = officer.board("move", "R1", "R2", "awaiting-npcc")
    #expect(
      answer.output
        == "stalking-2019/R1: unchanged\nstalking-2019/R2: Force action → Awaiting NPCC. Undo: board undo\n")
  }

  @Test("with --quiet a write that worked says nothing")
  func quiet() {
    let officer = Officer.withBoard()
    let answer = officer.board("move", "R1", "awaiting-npcc", "--quiet")
    #expect(answer.output.isEmpty && answer.errors.isEmpty && answer.status == 0)
  }

  @Test(
    "in a pipe a rule that wants words refuses with 1",
    arguments: [
      ("no ground", ["move", "R1", "complete"], "missing-ground"),
      ("no reason", ["move", "R1", "complete", "--ground", "done"], "missing-reason"),
      ("no evidence", ["move", "R1", "complete", "--ground", "done", "--reason", "x"], "missing-evidence"),
      ("a due date without a reason", ["due", "R1", "2019-12-01"], "missing-reason"),
      ("a withdrawal without a reason", ["withdraw", "R1"], "missing-reason"),
      ("no action without a reason", ["comment", "R1", "--position", "none"], "missing-explanation"),
      ("a name that is taken", ["add", "stalking-2019", "rec", "1", "--text", "x"], "name-taken"),
    ])
  func refused(name: String, line: [String], code: String) {
    let officer = Officer.withBoard()
    let before = officer.changeCount
    let answer = officer.board(bytes: (line + ["--json"]).map { Array($0.utf8) })
    #expect(answer.status == 1)
    #expect(answer.output.isEmpty)
    #expect(answer.error["name"] as? String == code)
    #expect(officer.changeCount == before)
  }

  @Test(
    "a wrong command line or name changes nothing and says which status",
    arguments: [
      ("unknown item", ["move", "R9", "complete"], 66, "unknown-reference"),
      ("unknown status", ["move", "R1", "complet"], 64, "bad-choice"),
      ("no status", ["move", "R1"], 64, "missing-operand"),
      ("no item", ["move"], 64, "missing-operand"),
      ("both kinds of evidence", ["move", "R1", "complete", "--evidence=a", "--no-evidence=b"], 64, "conflict"),
      ("a ground for another status", ["move", "R1", "force-action", "--ground", "done"], 64, "flag-without-use"),
      ("a bad date", ["due", "R1", "2019-02-30", "--reason", "x"], 64, "bad-date"),
      ("an owner that is an item", ["assign", "R1", "R2"], 64, "missing-operand"),
      ("an unknown field", ["edit", "R1", "onwer=x"], 64, "unknown-field"),
      ("a due date by edit", ["edit", "R1", "due=2020-01-01"], 64, "field-elsewhere"),
      ("no field in a pipe", ["edit", "R1"], 64, "missing-operand"),
      ("no FIELD=VALUE", ["edit", "R1", "words"], 64, "not-a-field"),
      ("a value that the field cannot hold", ["edit", "R1", "acceptance=maybe"], 64, "invalid-value"),
      ("words without quotes", ["note", "R1", "two", "words"], 64, "extra-operand"),
      ("an empty text", ["note", "R1", "  "], 65, "empty-text"),
      ("an unknown step", ["record", "stalking-2019", "printed", "2019-05-30"], 64, "bad-choice"),
      ("an unknown report", ["record", "custody-2020", "published", "2019-05-30"], 66, "unknown-reference"),
      ("an unknown kind", ["add", "stalking-2019", "wish", "--text", "x"], 64, "bad-choice"),
      ("a bad number", ["add", "stalking-2019", "rec", "0", "--text", "x"], 64, "bad-number"),
      ("a bad key", ["report", "add", "Käse", "--title", "x"], 64, "bad-name"),
      ("a report without a title", ["report", "add", "custody-2020"], 64, "missing-flag"),
      ("a bad name of the actor", ["note", "R1", "x", "--as", "a\nb"], 64, "bad-name"),
      ("an unknown change", ["undo", "99-abcd"], 66, "unknown-change"),
      ("a position of a whole report", ["comment", "stalking-2019", "--position", "taken"], 64, "flag-without-use"),
    ])
  func wrong(name: String, line: [String], status: Int, code: String) {
    let officer = Officer.withBoard()
    let before = officer.changeCount
    let answer = officer.board(bytes: (line + ["--json"]).map { Array($0.utf8) })
    #expect(answer.status == Int32(status))
    #expect(answer.output.isEmpty)
    #expect(answer.error["name"] as? String == code)
    #expect(!(answer.error["message"] as? String ?? "").isEmpty)
    #expect(officer.changeCount == before)
  }

  @Test("an ambiguous reference lists the candidates")
  func ambiguous() {
    let officer = Officer.withBoard()
    officer.board("report", "add", "custody-2020", "--title", "Custody")
    officer.board("add", "custody-2020", "rec", "1", "--text", "x")
    let answer = officer.board("verify", "R1")
    #expect(answer.status == 64)
    #expect(answer.errors.contains("custody-2020/R1, stalking-2019/R1"))
  }

  @Test("a text without TEXT comes from standard input in a pipe, and - always means it")
  func piped() {
    let officer = Officer.withBoard()
    #expect(officer.board("respond", "stalking-2019", input: "We accept.\n\nAll of it.\n").status == 0)
    officer.board("comment", "R1", "--position", "none", "-", input: "For the lead.\n")
    let reports = officer.board("report", "--json").list("reports")
    #expect(reports.first?["chiefOfficerComments"] as? String == "We accept.\n\nAll of it.")
    #expect(officer.item("R1")["bodyComments"] as? String == "For the lead.")
    #expect(officer.item("R1")["position"] as? String == "none")
  }

  @Test("a long text that was only added to does not read as if nothing had changed")
  func longText() {
    let officer = Officer.withBoard()
    let text = String(repeating: "Cells are checked. ", count: 10)
    officer.board("respond", "R1", text)
    #expect(
      officer.board("respond", "R1", text + "Twice.").output
        == "stalking-2019/R1: chief officer's comments: rewritten, 189 → 196 characters. Undo: board undo\n")
  }

  @Test("closing, reopening, slipping and revising show in the item")
  func life() {
    let officer = Officer.withBoard()
    officer.board(
      "move", "R1", "complete", "--ground", "done", "--reason", "Adopted", "--no-evidence", "not yet seen",
      "--national-open")
    var item = officer.item("R1")
    let closure = item["closure"] as? [String: Any]
    #expect(closure?["ground"] as? String == "done")
    #expect(closure?["nationalOpen"] as? Bool == true)
    #expect(item["unevidenced"] as? Bool == true)
    #expect(officer.board("move", "R1", "force-action").status == 1)
    officer.board("move", "R1", "force-action", "--reason", "challenged")
    officer.board("due", "R1", "2019-12-01", "--reason", "later")
    item = officer.item("R1")
    #expect(item["reopened"] as? Int == 1)
    #expect(item["slips"] as? Int == 1)
    #expect(item["due"] as? String == "2019-12-01")
    #expect(item["dueOriginal"] as? String == "2019-10-10")
    #expect(item["closure"] is NSNullLike)
  }

  @Test("undo and redo go back and forth, and each names the way back")
  func history() {
    let officer = Officer.withBoard()
    officer.board("move", "R1", "awaiting-npcc")
    #expect(officer.board("undo").output.hasSuffix("Redo: board redo\n"))
    #expect(officer.item("R1")["status"] as? String == "force-action")
    #expect(officer.board("redo").output.hasSuffix("Undo: board undo\n"))
    #expect(officer.item("R1")["status"] as? String == "awaiting-npcc")
    #expect(officer.board("redo").status == 1)
    #expect(officer.board("undo", "--as", "nobody").status == 1)
  }

  @Test("an undo of what somebody changed later is refused by name, and --only-free takes back the rest")
  func onlyFree() {
    let officer = Officer.withBoard()
    officer.board("assign", "R1", "R2", "DCI Hale")
    let id = officer.board("log", "--json").list("changes").first?["id"] as? String ?? ""
    officer.board("assign", "R1", "Sgt Ali", "--as", "M. Fox")
    let refused = officer.board("undo", id)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("M. Fox"))
    #expect(officer.board("undo", id, "--only-free").status == 0)
    #expect(officer.item("R1")["owner"] as? String == "Sgt Ali")
    #expect(officer.item("R2")["owner"] is NSNullLike)
  }

  @Test("settings of the board are edited by its name")
  func settings() {
    let officer = Officer.withBoard()
    let answer = officer.board("edit", "board", "body=The PCC", "responseDays=60")
    #expect(answer.output.hasPrefix("board: body: none → The PCC\nboard: responseDays: 56 → 60\n"))
    #expect(officer.board("s55", "--json").list("reports").first?["length"] as? Int == 60)
    #expect(officer.board("edit", "board", "responseDays=0").status == 64)
  }
}
