import BoardModel
import Foundation
import SystemCalls
import TestSupport
import Testing

@Suite("Papers and exports from the shell")
struct PapersOutTests {
  @Test("paper prints the response with its blanks, in each format")
  func paper() {
    let officer = Officer.withBoard()
    let text = officer.board("paper", "stalking-2019")
    #expect(text.status == 0)
    #expect(text.output.hasPrefix("DRAFT, not ready: 7 statutory gaps\n"))
    #expect(text.output.contains("[ blank: the body's comments on the report as a whole, 55(5)(a) ]"))
    #expect(officer.board("paper", "stalking-2019", "--format", "markdown").output.hasPrefix("**DRAFT"))
    #expect(officer.board("paper", "stalking-2019", "--format=html").output.hasPrefix("<!DOCTYPE html>"))
    #expect(officer.board("paper").status == 64)
    #expect(officer.board("paper", "stalking-2019", "--format", "pdf").status == 64)
    #expect(officer.board("paper", "nothing").status == 66)
  }

  @Test("paper --json holds the paper, the clock and the gaps")
  func paperJSON() {
    let answer = Officer.withBoard().board("paper", "stalking-2019", "--json")
    #expect(answer.json["kind"] as? String == "section-55-paper")
    #expect(answer.json["ready"] as? Bool == false)
    #expect((answer.json["paper"] as? String)?.contains("DRAFT") == true)
    #expect(((answer.json["section55"] as? [String: Any])?["statutoryGaps"] as? [Any])?.count == 7)
    #expect(answer.list("items").count == 4)
  }

  @Test("the paper that one board writes is what another reads")
  func importsAgain() {
    let officer = Officer.withBoard()
    officer.board("respond", "R1", "We do that.\nA review follows.")
    officer.board("comment", "R1", "--position", "proposed", "Good.")
    officer.board("reply", "R1", "Thank you.")
    officer.board("init", "/copy.board")
    let text = officer.board("paper", "stalking-2019").output
    let answer = officer.board("import", "-", "--yes", "--board", "/copy.board", input: text)
    #expect(answer.status == 0, "\(answer.errors)")
    let members = ["ref", "kind", "text", "chiefOfficerComments", "bodyComments", "bodyReply", "position"]
    func items(_ board: String) -> [[String]] {
      officer.board("list", "--json", "--board", board).list("items").map { item in
        members.map { item[$0] as? String ?? "" }
      }
    }
    #expect(items("/copy.board") == items("/t.board"))
  }

  @Test("export gives the register in each format; --json is --format json")
  func export() {
    let officer = Officer.withBoard()
    #expect(officer.board("export").output.hasPrefix("ref,report,reportTitle,"))
    #expect(officer.board("export", "--format", "markdown").output.hasPrefix("# Register of recommendations: Test"))
    #expect(officer.board("export", "--format", "html").output.hasPrefix("<!DOCTYPE html>"))
    let json = officer.board("export", "--json")
    #expect(json.output == officer.board("export", "--format=json").output)
    #expect(json.json["kind"] as? String == "register")
    #expect(json.list("items").count == 4 && json.list("reports").count == 1)
    let provenance = json.json["provenance"] as? [String: Any] ?? [:]
    #expect(provenance["board"] as? String == "Test")
    #expect((provenance["digest"] as? String)?.hasPrefix("sha256:") == true)
    #expect((provenance["counts"] as? [String: Any])?["force-action"] as? Int == 4)
    #expect(officer.board("export", "--json", "--format", "csv").status == 64)
  }

  @Test("items in a JSON export are those of list --json")
  func sameItems() {
    let officer = Officer.withBoard()
    officer.board("note", "R1", "Asked again")
    let listed = officer.board("list", "--json").json["items"] as? NSArray
    #expect(officer.board("export", "--json").json["items"] as? NSArray == listed)
  }

  @Test("a query narrows the export, a minus excludes, and one that matches nothing exits 1")
  func query() {
    let officer = Officer.withBoard()
    let refs = officer.board("export", "--json", "kind:rec", "-overdue").list("items").compactMap {
      $0["ref"] as? String
    }
    #expect(refs == ["stalking-2019/R1", "stalking-2019/R3.1"])
    let none = officer.board("export", "--json", "zebra")
    #expect(none.status == 1 && none.json["kind"] as? String == "register" && none.errors.isEmpty)
    #expect(officer.board("export", "status:nowhere").status == 64)
  }

  @Test(
    "--public leaves names, evidence and private notes out of every format",
    arguments: ["csv", "json", "markdown", "html"])
  func forThePublic(format: String) {
    let officer = Officer.withBoard()
    officer.board("assign", "R1", "DCI Hale")
    officer.board("note", "R1", "a quiet word", "--private")
    officer.board("evidence", "R1", "audit of 12 May")
    officer.board("report", "edit", "stalking-2019", "contactOfficers=Sgt Otter")
    officer.board("action", "add", "Look again", "--owner", "PC Vole", "--due", "2019-06-01")
    let shown = officer.board("export", "--format", format).output
    #expect(shown.contains("DCI Hale") && shown.contains("audit of 12 May"))
    let answer = officer.board("export", "--public", "--format", format)
    #expect(answer.status == 0)
    for secret in ["DCI Hale", "a quiet word", "audit of 12 May", "Otter", "PC Vole", "K. Ali", "alex"] {
      #expect(!answer.output.contains(secret), "\(secret)")
    }
    #expect(!shown.contains("a quiet word"))
    #expect(officer.board("export", "--public", "owner:hale").status == 64)
    #expect(officer.board("export", "--public", "hale").status == 1)
  }

  @Test("--as-at exports and prints the board as it was, and says as of when")
  func asAt() {
    let officer = Officer.withBoard()
    officer.board("move", "R1", "awaiting-npcc", "--today", "2019-05-20")
    officer.board("comment", "stalking-2019", "Welcome.", "--today", "2019-05-20")
    let then = officer.board("export", "--json", "--as-at", "2019-05-16")
    #expect(then.json["asOf"] as? String == "2019-05-16")
    #expect(then.list("items").first?["status"] as? String == "force-action")
    #expect(!officer.board("paper", "stalking-2019", "--as-at", "2019-05-16").output.contains("Welcome."))
    #expect(officer.board("paper", "stalking-2019").output.contains("Welcome."))
  }

  @Test("-o writes a new file; one that is there is replaced only with --force", arguments: ["paper", "export"])
  func file(verb: String) throws {
    let officer = Officer.withBoard()
    let line = verb == "paper" ? ["paper", "stalking-2019"] : ["export"]
    func run(_ more: String...) -> Officer.Answer { officer.board(bytes: (line + more).map { Array($0.utf8) }) }
    let answer = run("-o", "/out.txt")
    #expect(answer.status == 0)
    #expect(answer.output.hasPrefix("Wrote /out.txt: "))
    let written = try #require(officer.disk.contents("/out.txt"))
    #expect(String(decoding: written, as: UTF8.self) == run("-o", "-").output)
    officer.disk.put("/out.txt", Array("old".utf8))
    let refused = run("--output=/out.txt")
    #expect(refused.status == 73 && refused.errors.contains("/out.txt") && refused.errors.contains("--force"))
    #expect(officer.disk.contents("/out.txt") == Array("old".utf8))
    #expect(run("-o", "/out.txt", "--force", "--quiet").output.isEmpty)
    #expect(officer.disk.contents("/out.txt") == written)
    let json = run("-o", "/out.json", "--json").json
    #expect(json["file"] as? String == "/out.json")
    #expect(run("--force").status == 64)
    #expect(run("-o", "").status == 64)
    #expect(run("-o", "/missing/out.txt").status == 73)
  }

  @Test("planted links, FIFOs and directories are left alone, with --force too; so is the board itself")
  func planted() {
    let officer = Officer.withBoard()
    officer.disk.put("/victim", Array("old".utf8))
    officer.disk.putLink("/link", to: "/victim")
    officer.disk.putLink("/dangling", to: "/nowhere")
    officer.disk.putFIFO("/fifo")
    officer.disk.putDirectory("/folder")
    let paths = ["/link", "/dangling", "/fifo", "/folder", "/t.board/board.json", "/t.board/new.csv"]
    for path in paths {
      let answer = officer.board("export", "-o", path, "--force", "--json")
      #expect(answer.status == 73, "\(path)")
      #expect((answer.error["message"] as? String)?.contains(path) == true)
      #expect(answer.output.isEmpty)
    }
    #expect(officer.disk.contents("/victim") == Array("old".utf8))
    #expect(officer.disk.contents("/nowhere") == nil)
    #expect(officer.board("check").status == 0)
  }

  @Test("a full disk is 74 with the path, and leaves what was there")
  func fullDisk() {
    let officer = Officer.withBoard()
    officer.disk.put("/out.html", Array("old".utf8))
    let before = officer.disk.paths
    officer.disk.setRoom(100)
    let answer = officer.board("export", "--format", "html", "-o", "/out.html", "--force")
    #expect(answer.status == 74 && answer.errors.contains("/out.html"))
    #expect(officer.disk.contents("/out.html") == Array("old".utf8))
    #expect(officer.disk.paths == before)
  }

  @Test("an empty board exports nothing and is no failure", arguments: ["csv", "json", "markdown", "html"])
  func empty(format: String) {
    let officer = Officer()
    officer.board("init", "/t.board")
    #expect(officer.board("export", "--format", format).status == 0)
  }

  @Test("on a terminal the paper is wrapped and inert")
  func terminal() {
    var officer = Officer.withBoard()
    officer.board("respond", "R1", "\u{1B}[31mred \u{202E}" + String(repeating: "word ", count: 60))
    officer.terminals = [0, 1, 2]
    let output = officer.board("paper", "stalking-2019").output
    #expect(!output.contains("\u{1B}[31m") && !output.contains("\u{202E}"))
    #expect(output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
