import Foundation
import SystemCalls
import TestSupport
import Testing

@Suite("Several items and queries in one command")
struct SelectionTests {
  private func line(_ words: [String]) -> [[UInt8]] { words.map { Array($0.utf8) } }

  @Test(
    "every verb that changes items takes several, as one change and one undo step",
    arguments: [
      ("note", ["note", "R1", "R2", "asked again"]),
      ("evidence", ["evidence", "R1", "R2", "Audit of 12 May"]),
      ("verify", ["verify", "R1", "R2"]),
      ("withdraw", ["withdraw", "R1", "R2", "--reason", "read twice"]),
      ("edit", ["edit", "R1", "R2", "tags=training"]),
      ("respond", ["respond", "R1", "R2", "We agree."]),
      ("comment", ["comment", "R1", "R2", "stalking-2019", "Welcome."]),
      ("position", ["comment", "R1", "R2", "--position", "proposed"]),
      ("reply", ["reply", "R1", "R2", "Noted."]),
      ("due", ["due", "R1", "R2", "2020-01-31", "--reason", "agreed"]),
      ("assign", ["assign", "R1", "R2", "DCI Hale"]),
      ("move", ["move", "R1", "R2", "awaiting-npcc"]),
    ])
  func several(name: String, words: [String]) {
    let officer = Officer.withBoard()
    let before = officer.changeCount
    let answer = officer.board(bytes: line(words))
    #expect(answer.status == 0, "\(answer.errors)")
    #expect(officer.changeCount == before + 1)
    #expect(answer.output.contains("R1") && answer.output.contains("R2"))
    #expect(officer.board("undo").status == 0)
    let items = officer.board("list", "--json").list("items")
    #expect(items.count == 4)
    #expect(items.allSatisfy { $0["status"] as? String == "force-action" && $0["owner"] is NSNull })
  }

  @Test("a text of one word that looks like no reference stays a text, and two texts are one word too many")
  func textOrName() {
    let officer = Officer.withBoard()
    #expect(officer.board("note", "R1", "asked").output == "stalking-2019/R1: note: asked. Undo: board undo\n")
    #expect(officer.board("note", "R1", "asked", "again").status == 64)
    #expect(officer.board("note", "R1", "R9", "asked").status == 66)
    #expect(officer.board("note", "R1", "A1", "--text", "R9").output.contains("stalking-2019/A1: note: R9"))
  }

  @Test("without a text several items get the one from standard input")
  func inputForSeveral() {
    let officer = Officer.withBoard()
    let answer = officer.board("evidence", "R1", "R2", input: "Minutes of 3 May\nitem 4\n")
    #expect(answer.status == 0)
    let entries = officer.item("R2")["evidence"] as? [[String: Any]]
    #expect(entries?.first?["text"] as? String == "Minutes of 3 May\nitem 4")
  }

  @Test("- reads references from standard input: what list --porcelain prints can be piped in")
  func piped() {
    let officer = Officer.withBoard()
    let list = officer.board("list", "kind:rec", "--porcelain").output
    let answer = officer.board("assign", "-", "DCI Hale", input: list)
    #expect(answer.status == 0)
    #expect(answer.output.contains("stalking-2019/R3.1: owner: awaiting allocation → DCI Hale"))
    #expect(officer.item("A1")["owner"] is NSNull)
    let none = officer.board("assign", "-", "DCI Hale", input: "\n")
    #expect(none.status == 1)
    #expect(none.errors == "board: standard input names no item; nothing was changed\n")
  }

  @Test("in a pipe --all-matching needs --yes, and says how many items match")
  func needsYes() {
    let officer = Officer.withBoard()
    let before = officer.changeCount
    let answer = officer.board("assign", "kind:rec", "DCI Hale", "--all-matching")
    #expect(answer.status == 64)
    #expect(answer.errors.contains("--yes to change the 3 items that match"))
    #expect(officer.changeCount == before)
    #expect(officer.board("assign", "kind:rec", "DCI Hale", "--all-matching", "--dry-run").output.contains("R3.1"))
    #expect(officer.board("assign", "kind:rec", "-overdue", "DCI Hale", "--all-matching", "--yes").status == 0)
    #expect(officer.changeCount == before + 1)
    #expect(officer.item("R1")["owner"] as? String == "DCI Hale")
    #expect(officer.item("R2")["owner"] is NSNull)
  }

  @Test("on a terminal --all-matching shows the count and the first items, and no changes nothing")
  func asks() {
    var officer = Officer.withBoard()
    officer.terminals = [0, 1, 2]
    let before = officer.changeCount
    let no = officer.board("move", "kind:rec", "awaiting-npcc", "--all-matching", input: "n\n")
    #expect(no.status == 1)
    #expect(no.output.contains("“kind:rec” matches 3 items:"))
    #expect(no.output.contains("stalking-2019/R2"))
    #expect(no.errors.contains("Change all 3? [y/N]"))
    #expect(officer.changeCount == before)
    #expect(officer.board("move", "kind:rec", "awaiting-npcc", "--all-matching", input: "y\n").status == 0)
    #expect(officer.changeCount == before + 1)
  }

  @Test(
    "a query that names nothing, or nothing at all, changes nothing and says why",
    arguments: [
      (["assign", "zebra", "Hale", "--all-matching", "--yes"], 1, "zebra"),
      (["assign", "Hale", "--all-matching", "--yes"], 64, "OWNER"),
      (["verify", "--all-matching", "--yes"], 64, "QUERY"),
      (["move", "status:nowhere", "complete", "--all-matching", "--yes"], 64, "status:nowhere"),
      (["verify", "R1", "--yes"], 64, "--yes"),
      (["note", "overdue", "asked", "--all-matching", "--yes"], 1, "overdue asked"),
    ] as [([String], Int32, String)])
  func refusedQuery(words: [String], status: Int32, says: String) {
    let officer = Officer.withBoard()
    let before = officer.changeCount
    let answer = officer.board(bytes: line(words))
    #expect(answer.status == status)
    #expect(answer.errors.contains(says), "\(answer.errors)")
    #expect(officer.changeCount == before)
  }

  @Test("a note for all that a query finds has its text in --text, or on standard input")
  func noteForAll() {
    let officer = Officer.withBoard()
    #expect(officer.board("note", "overdue", "--all-matching", "--yes", "--text", "late").status == 0)
    #expect(officer.board("note", "kind:afi", "--all-matching", "--yes", input: "piped\n").status == 0)
    #expect((officer.item("R2")["notes"] as? [[String: Any]])?.first?["text"] as? String == "late")
    #expect((officer.item("A1")["notes"] as? [[String: Any]])?.first?["text"] as? String == "piped")
  }

  @Test("fields are set on all that a query finds, and a comparison in the query is no field")
  func editMatching() {
    let officer = Officer.withBoard()
    let answer = officer.board("edit", "due<=2019-05-10", "--all-matching", "--yes", "tags=late")
    #expect(answer.output == "stalking-2019/R2: tags: none → late. Undo: board undo\n")
  }

  @Test("--if-status refuses with 75 while an item stands elsewhere, names it, and changes nothing")
  func ifStatus() {
    let officer = Officer.withBoard()
    officer.board("move", "R2", "awaiting-npcc", "--as", "M. Fox")
    let before = officer.changeCount
    let answer = officer.board("assign", "R1", "R2", "DCI Hale", "--if-status", "force-action")
    #expect(answer.status == 75)
    #expect(answer.errors.contains("stalking-2019/R2") && answer.errors.contains("M. Fox"))
    #expect(officer.changeCount == before)
    #expect(officer.board("assign", "R1", "DCI Hale", "--if-status", "force-action").status == 0)
    #expect(officer.board("comment", "stalking-2019", "x", "--if-status", "complete").status == 64)
    #expect(officer.board("move", "R1", "complete", "--if-status", "don").status == 64)
  }

  @Test("--if-unchanged-since refuses with 75 what somebody changed after that change, in a dry run too")
  func ifUnchanged() {
    let officer = Officer.withBoard()
    let seen = (officer.item("R1")["lastChange"] as? [String: Any])?["id"] as? String ?? ""
    #expect(officer.board("assign", "R1", "DCI Hale", "--if-unchanged-since", seen).status == 0)
    let before = officer.changeCount
    for extra in [[], ["--dry-run"]] {
      let words = ["assign", "R1", "DI Moss", "--if-unchanged-since", seen] + extra
      let answer = officer.board(bytes: line(words))
      #expect(answer.status == 75)
      #expect(answer.errors.contains("stalking-2019/R1 was changed by K. Ali"))
    }
    #expect(officer.board("report", "edit", "stalking-2019", "force=X", "--if-unchanged-since", "99-9999").status == 66)
    #expect(officer.changeCount == before)
    #expect(officer.board("report", "edit", "stalking-2019", "force=X", "--if-unchanged-since", seen).status == 0)
  }

  @Test("what an editor left is kept, and its place named, when the board refuses it")
  func draftKept() {
    var officer = Officer.withBoard()
    officer.terminals = [0, 1, 2]
    officer.disk.putDirectory("/tmp")
    officer.editor = { disk, call in
      disk.put(call.arguments.last ?? "", Array(String(repeating: "long ", count: 20_000).utf8))
      return ProgramResult(end: .exited(0))
    }
    let answer = officer.board("respond", "R1")
    #expect(answer.status == 65)
    #expect(answer.errors.contains("board: what you wrote is kept in /tmp/board-stalking-2019-R1-"))
    let names = (try? ShellWorld(officer.disk).entries(of: "/tmp")) ?? []
    #expect(names.count == 1)
  }
}

@Suite("The stock wording")
struct StockWordingTests {
  private func officer() -> Officer {
    let officer = Officer.withBoard()
    officer.board("edit", "R2", "addressees=the NPCC lead, the College of Policing")
    officer.board("move", "R2", "awaiting-npcc")
    return officer
  }

  @Test("for an item that awaits others it names them, and sets the position that the law asks for")
  func names() {
    let officer = officer()
    #expect(officer.board("s55").output.contains("Others must act first on R2: board comment REF --stock"))
    #expect(officer.board("comment", "R2", "--stock", "--yes").status == 0)
    let item = officer.item("R2")
    #expect(item["position"] as? String == "none")
    let words = item["bodyComments"] as? String ?? ""
    #expect(
      words.hasPrefix("The addressees of this recommendation (the NPCC lead; the College of Policing) must act first."))
    #expect(!officer.board("s55").output.contains("--stock"))
  }

  @Test("nobody's words are put on the board unasked: a terminal asks, a pipe wants --yes")
  func asks() {
    var officer = officer()
    #expect(officer.board("comment", "R2", "--stock").status == 64)
    let words = officer.board("comment", "R2", "--stock", "--dry-run").output.split { $0.isWhitespace }
    #expect(words.joined(separator: " ").contains("will be commented on again."))
    officer.terminals = [0, 1, 2]
    let no = officer.board("comment", "R2", "--stock", input: "\n")
    #expect(no.status == 1)
    #expect(no.output.contains("must act first"))
    #expect(officer.item("R2")["bodyComments"] is NSNull)
    #expect(officer.board("comment", "R2", "--stock", "--position", "proposed", input: "y\n").status == 0)
    #expect(officer.item("R2")["position"] as? String == "proposed")
  }

  @Test("it is refused for what awaits nobody, what has comments already, and a report as a whole")
  func refused() {
    let officer = officer()
    #expect(officer.board("comment", "R1", "--stock", "--yes").status == 1)
    officer.board("comment", "R2", "Our own words.")
    #expect(officer.board("comment", "R2", "--stock", "--yes").status == 1)
    #expect(officer.item("R2")["bodyComments"] as? String == "Our own words.")
    #expect(officer.board("comment", "stalking-2019", "--stock", "--yes").status == 64)
  }
}

@Suite("Closing a report")
struct ClosingTests {
  /// A report with nothing left to do.
  private func finished() -> Officer {
    let officer = Officer.withBoard()
    officer.board("report", "add", "custody-2018", "--title", "Custody", "--published", "2018-02-12")
    officer.board("add", "custody-2018", "afi", "1", "--text", "Cells should be warm.", "due=2018-08-12")
    officer.board(
      "move", "custody-2018/A1", "complete", "--ground", "done", "--reason", "Heated", "--evidence", "Visit")
    officer.board("comment", "custody-2018", "Welcome.")
    for step in ["published", "sent-to-inspectors", "sent-to-secretary-of-state"] {
      officer.board("record", "custody-2018", step, "2018-03-01")
    }
    return officer
  }

  @Test("a report that is not finished is closed only with a reason, and the refusal says what is open")
  func unfinished() {
    let officer = Officer.withBoard()
    let answer = officer.board("report", "close", "stalking-2019")
    #expect(answer.status == 1)
    #expect(answer.errors.contains("4 items are not complete, 7 statutory gaps are open"), "\(answer.errors)")
    let closed = officer.board("report", "close", "stalking-2019", "--reason", "Merged into another paper")
    #expect(closed.output == "closed report stalking-2019: Merged into another paper. Undo: board undo\n")
    #expect(officer.board("report", "close", "stalking-2019").output.hasPrefix("Nothing to change: stalking-2019"))
  }

  @Test("on a terminal the reason is asked for")
  func asks() {
    var officer = Officer.withBoard()
    officer.terminals = [0, 1, 2]
    #expect(officer.board("report", "close", "stalking-2019", input: "Merged\n").status == 0)
  }

  @Test("a closed report leaves lists, clocks and what falls due, and stays in history and in queries that name it")
  func leaves() {
    let officer = finished()
    #expect(officer.board("report", "close", "custody-2018").status == 0)
    let list = officer.board("list")
    #expect(!list.output.contains("custody-2018/A1"))
    #expect(list.output.contains("Closed and left out: custody-2018"))
    #expect(officer.board("list", "report:custody-2018").output.contains("custody-2018/A1"))
    #expect(officer.board("list", "warm").status == 1)
    #expect(officer.board("s55", "--json").list("reports").count == 1)
    #expect(!officer.board("due").output.contains("custody-2018"))
    #expect(officer.board("show", "custody-2018/A1").status == 0)
    #expect(officer.board("log", "custody-2018").output.contains("closed report custody-2018"))
    let report = officer.board("report", "custody-2018", "--json").list("reports").first
    #expect(report?["closed"] as? Bool == true)
    #expect(report?["closedOn"] as? String == "2019-05-16")
  }

  @Test("reopening brings it back, undo and redo go both ways, and nothing is added while it is closed")
  func reopening() {
    let officer = finished()
    officer.board("report", "close", "custody-2018")
    let refused = officer.board("add", "custody-2018", "afi", "2", "--text", "x")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("board report reopen custody-2018"))
    #expect(officer.board("report", "reopen", "custody-2018").status == 0)
    #expect(officer.board("list").output.contains("custody-2018/A1"))
    officer.board("undo")
    #expect(!officer.board("list").output.contains("custody-2018/A1"))
    officer.board("redo")
    #expect(officer.board("list").output.contains("custody-2018/A1"))
  }

  @Test("flags of one form of report are refused in another")
  func flags() {
    let officer = finished()
    #expect(officer.board("report", "--reason", "x").status == 64)
    #expect(officer.board("report", "close", "custody-2018", "--title", "x").status == 64)
    #expect(officer.board("report", "add", "x-1", "--title", "X", "--as-at", "2019-01-01").status == 64)
  }
}
