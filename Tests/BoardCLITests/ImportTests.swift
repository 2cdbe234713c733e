import Foundation
import SystemCalls
import TestSupport
import Testing

@Suite("Importing papers")
struct ImportTests {
  private static let paper = """
    To: Business Coordination Board
    From: Chief Constable
    Date: 16 May 2019

    Custody services – inspection of custody suites

    Published by HMICFRS on 10 April 2019.

    3.1. Recommendation 1: Within six months chief constables should ensure that cells are checked.

    Response: The Constabulary will continue to monitor its checks.

    3.2. Recommendation 2: Within three months the NPCC lead should write to chief constables.

    Response: This recommendation is addressed to the NPCC lead. The Constabulary will await further information.

    """

  private func officer() -> Officer {
    let officer = Officer()
    officer.board("init", "/t.board")
    officer.disk.put("/paper.txt", Array(ImportTests.paper.utf8))
    return officer
  }

  @Test("in a pipe nothing is added without --yes; the plan is shown all the same")
  func pipe() {
    let officer = officer()
    let answer = officer.board("import", "/paper.txt")
    #expect(answer.status == 64)
    #expect(answer.output.contains("R2") && answer.output.contains("Awaiting NPCC") && answer.output.contains("why:"))
    #expect(answer.errors.contains("--yes"))
    let json = officer.board("import", "/paper.txt", "--json")
    #expect(json.status == 64 && json.output.isEmpty)
    #expect(json.error["name"] as? String == "needs-answer")
    #expect(officer.changeCount == 0)
  }

  @Test("--dry-run shows the plan and adds nothing")
  func dryRun() {
    let officer = officer()
    let answer = officer.board("import", "/paper.txt", "--dry-run", "--json")
    #expect(answer.status == 0)
    #expect(answer.json["kind"] as? String == "import-plan")
    let items = answer.list("items")
    #expect(items.map { $0["proposedStatus"] as? String } == ["force-action", "awaiting-npcc"])
    #expect(items.allSatisfy { !($0["reason"] as? String ?? "").isEmpty })
    #expect((answer.json["report"] as? [String: Any])?["publicationDate"] as? String == "2019-04-10")
    #expect(answer.json["skipped"] is [Any] && answer.json["doubts"] is [Any])
    #expect(answer.json["change"] is NSNull)
    #expect(officer.changeCount == 0)
  }

  @Test("--yes adds the items as one change, and the same paper again changes nothing")
  func again() {
    let officer = officer()
    let answer = officer.board("import", "/paper.txt", "--yes", "--report", "custody-2019")
    #expect(answer.status == 0)
    #expect(answer.output.hasSuffix("imported custody-2019 (2 items). Undo: board undo\n"))
    #expect(officer.changeCount == 1)
    #expect(officer.item("custody-2019/R2")["status"] as? String == "awaiting-npcc")
    #expect(officer.item("custody-2019/R1")["due"] as? String == "2019-10-10")
    let again = officer.board("import", "/paper.txt", "--yes", "--report", "custody-2019")
    #expect(again.status == 0)
    #expect(again.output == "Nothing changed: /paper.txt is on the board already, as custody-2019.\n")
    #expect(officer.board("import", "/paper.txt").status == 0)
    #expect(officer.changeCount == 1)
    #expect(officer.board("undo").status == 0)
    #expect(officer.board("list", "--json").list("items").isEmpty)
  }

  @Test("on a terminal it asks; no is no", arguments: [("y\n", Int32(0), 1), ("n\n", 1, 0), ("", 1, 0)])
  func asks(answer: String, status: Int32, changes: Int) {
    var officer = officer()
    officer.terminals = [0, 1, 2]
    let run = officer.board("import", "/paper.txt", input: answer)
    #expect(run.errors.contains("Add 2 items to"))
    #expect(run.status == status)
    #expect(officer.changeCount == changes)
  }

  @Test("standard input is read for -, and --published sets the day that periods run from")
  func standardInput() {
    let officer = officer()
    let answer = officer.board(
      "import", "-", "--yes", "--json", "--published", "2019-05-01", "--report", "x", input: ImportTests.paper)
    #expect(answer.status == 0)
    #expect(officer.item("x/R2")["due"] as? String == "2019-08-01")
  }

  @Test(
    "what cannot be read has a status of its own, and a board stays as it is",
    arguments: [
      ("empty", [], 65), ("only white space", Array(" \n\t\n".utf8), 65),
      ("binary", [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2], 65),
      ("not UTF-8", [0x52, 0xFF, 0xFE, 0x0A], 65), ("no items", Array("A letter about nothing.\n".utf8), 65),
    ] as [(String, [UInt8], Int32)])
  func bad(name: String, bytes: [UInt8], status: Int32) {
    let officer = officer()
    officer.disk.put("/bad", bytes)
    let answer = officer.board("import", "/bad", "--yes", "--json")
    #expect(answer.status == status)
    #expect(answer.output.isEmpty)
    #expect(answer.error["name"] as? String == "bad-paper")
    #expect(officer.board("import", "/paper.txt", "/bad", "--yes").status == status)
    #expect(officer.changeCount == 0)
  }

  @Test("a missing file is 66, and a directory or FIFO is refused without waiting")
  func noFile() {
    let officer = officer()
    officer.disk.putFIFO("/fifo")
    #expect(officer.board("import", "/nowhere", "--yes").status == 66)
    #expect(officer.board("import", "/fifo", "--yes").status == 65)
    #expect(officer.board("import", "--yes").status == 64)
    #expect(officer.board("import", "/paper.txt", "--report", "No Key!", "--yes").status == 64)
  }

  @Test("a PDF goes through pdftotext, which is named when it is missing")
  func converter() {
    var officer = officer()
    officer.disk.put("/paper.pdf", Array("%PDF-1.4 …".utf8))
    let missing = officer.board("import", "/paper.pdf", "--yes")
    #expect(missing.status == 69)
    #expect(missing.errors.contains("poppler-utils"))
    officer.editor = { _, _ in ProgramResult(end: .exited(0), output: Array(ImportTests.paper.utf8)) }
    #expect(officer.board("import", "/paper.pdf", "--yes").status == 0)
    officer.editor = { _, _ in ProgramResult(end: .exited(1)) }
    #expect(officer.board("import", "/paper.pdf", "--yes").status == 65)
  }
}
