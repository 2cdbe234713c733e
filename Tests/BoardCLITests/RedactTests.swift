import Foundation
import TestSupport
import Testing

@Suite("board redact")
struct RedactTests {
  private func officer() -> Officer {
    let officer = Officer.withBoard()
    officer.board("assign", "R1", "Sgt Secret")
    officer.board("note", "R1", "About Secret")
    return officer
  }

  private func holds(_ officer: Officer, _ text: String) -> Bool {
    officer.disk.paths.contains { path in
      officer.disk.contents(path).map { String(decoding: $0, as: UTF8.self).contains(text) } ?? false
    }
  }

  @Test("in a pipe the reference has to be given once more with --confirm, and exactly")
  func confirm() {
    let officer = officer()
    let bare = officer.board("redact", "R1", "owner", "--reason", "Request 12")
    #expect(bare.status == 64 && bare.errors.contains("--confirm stalking-2019/R1"))
    let wrong = officer.board("redact", "R1", "owner", "--reason", "Request 12", "--confirm", "R1")
    #expect(wrong.status == 64 && wrong.errors.contains("stalking-2019/R1"))
    #expect(holds(officer, "Sgt Secret"))
    let done = officer.board("redact", "R1", "owner", "--reason", "Request 12", "--confirm", "stalking-2019/R1")
    #expect(done.status == 0 && done.output.contains("Erased the owner of stalking-2019/R1 for good: 1 line in 1 file"))
    #expect(done.output.contains("git update-ref") && done.output.contains("backups"))
    #expect(!holds(officer, "Sgt Secret") && holds(officer, "About Secret"))
    #expect(officer.item("R1")["owner"] as? String == "[redacted]")
    #expect(officer.board("log", "R1").output.contains("erased the owner of stalking-2019/R1 for good"))
    #expect(officer.board("undo").output.contains("note"))
    #expect(officer.board("check").output.contains("1 erasure by board redact"))
    #expect(officer.board("check", "--json").json["redactions"] as? Int == 1)
    let again = officer.board("redact", "R1", "owner", "--reason", "Request 12", "--confirm", "stalking-2019/R1")
    #expect(again.status == 0 && again.output.contains("Nothing to erase"))
  }

  @Test("on a terminal the reference is typed; anything else leaves all as it is")
  func typed() {
    var officer = officer()
    officer.terminals = [0, 1, 2]
    let no = officer.board("redact", "R1", "note", "--reason", "Request", input: "yes\n")
    #expect(no.status == 1 && holds(officer, "About Secret"))
    let yes = officer.board("redact", "R1", "note", "--reason", "Request", input: "stalking-2019/R1\n")
    #expect(yes.status == 0 && !holds(officer, "About Secret"))
  }

  @Test("a dry run says how much it would be; without a reason, or of a field without free text, nothing is done")
  func refused() {
    let officer = officer()
    let dry = officer.board("redact", "R1", "owner", "--reason", "x", "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("1 line in 1 file"))
    #expect(officer.board("redact", "R1", "owner", "--confirm", "stalking-2019/R1").status == 1)
    let field = officer.board("redact", "R1", "due", "--reason", "x", "--confirm", "stalking-2019/R1")
    #expect(field.status == 64 && field.errors.contains("owner"))
    #expect(officer.board("redact", "R9", "owner", "--reason", "x", "--confirm", "R9").status == 66)
    #expect(holds(officer, "Sgt Secret"))
    let json = officer.board(
      "redact", "R1", "owner", "--reason", "x", "--confirm", "stalking-2019/R1", "--json"
    ).json
    #expect(json["lines"] as? Int == 1 && (json["notReached"] as? [String])?.count == 4)
  }
}
