import Foundation
import Synchronization
import SystemCalls
import TestSupport
import Testing

@Suite("On a terminal")
struct TerminalTests {
  private func officer() -> Officer {
    var officer = Officer.withBoard()
    officer.terminals = [0, 1, 2]
    return officer
  }

  @Test("words that a rule wants are asked for, one by one")
  func asks() {
    let officer = officer()
    let answer = officer.board("move", "R1", "complete", input: "perhaps\ndone\n\nAdopted\n\nnot seen yet\n")
    #expect(answer.status == 0)
    #expect(answer.errors.contains("Why can stalking-2019/R1 be closed"))
    #expect(answer.errors.contains("“perhaps” is none of these"))
    #expect(answer.errors.contains("Why is there no evidence?"))
    let closure = officer.item("R1")["closure"] as? [String: Any]
    #expect(closure?["ground"] as? String == "done")
    #expect(closure?["reason"] as? String == "Adopted")
    #expect(closure?["noEvidence"] as? String == "not seen yet")
  }

  @Test("who stops answering changes nothing")
  func givesUp() {
    let officer = officer()
    let before = officer.changeCount
    let answer = officer.board("move", "R1", "complete", input: "done\n")
    #expect(answer.status == 1)
    #expect(officer.changeCount == before)
  }

  @Test(
    "with --no-input nothing is asked", arguments: [["move", "R1", "complete"], ["respond", "R1"], ["edit", "R1"]])
  func noInput(line: [String]) {
    let answer = officer().board(bytes: (line + ["--no-input"]).map { Array($0.utf8) }, input: "done\n")
    #expect(answer.status == 1 || answer.status == 64)
    #expect(!answer.errors.contains("?"))
    #expect(answer.programs.isEmpty)
  }

  /// An editor that puts a text into the file it is given.
  private static func editor(_ change: @escaping @Sendable (String) -> String)
    -> @Sendable (MemoryDisk, ProgramCall) -> ProgramResult
  {
    { disk, call in
      let path = call.arguments.last ?? ""
      let before = String(decoding: disk.contents(path) ?? [], as: UTF8.self)
      disk.put(path, Array(change(before).utf8))
      return ProgramResult(end: .exited(0))
    }
  }

  @Test("a text without TEXT is written in the editor, which starts with the present one and leaves no file")
  func editor() {
    var officer = officer()
    officer.variables["EDITOR"] = "ed --quiet"
    officer.disk.putDirectory("/tmp")
    officer.board("respond", "R1", "First.")
    officer.editor = TerminalTests.editor { $0 + "Second.\n" }
    let answer = officer.board("respond", "R1")
    #expect(answer.status == 0)
    #expect(answer.programs.first?.prefix(2) == ["sh", "-c"])
    #expect(answer.programs.first?[2] == "ed --quiet \"$@\"")
    #expect(officer.item("R1")["chiefOfficerComments"] as? String == "First.\nSecond.")
    #expect((try? ShellWorld(officer.disk).entries(of: "/tmp")) == [])
  }

  @Test("edit opens all fields as a form, and only what changed is written")
  func form() {
    var officer = officer()
    officer.disk.putDirectory("/tmp")
    officer.board("edit", "R1", "text=one\n[owner]\n\\[tags]")
    officer.editor = TerminalTests.editor { form in
      #expect(form.contains("\\[owner]\n\\\\[tags]"))
      return form.replacingOccurrences(of: "\n\n[tags]\n", with: "\n\n[tags]\nb\na\n")
    }
    let answer = officer.board("edit", "R1")
    #expect(answer.output.contains("tags"))
    #expect(officer.item("R1")["tags"] as? [String] == ["b", "a"])
    #expect(officer.item("R1")["text"] as? String == "one\n[owner]\n\\[tags]")
    officer.editor = TerminalTests.editor { $0 }
    #expect(officer.board("edit", "R1").output.hasPrefix("Nothing to change"))
    officer.editor = TerminalTests.editor { $0 + "\n[nonsense]\n" }
    #expect(officer.board("edit", "R1").status == 65)
  }

  @Test("what somebody else wrote while the editor was open is not written over: 75, and nothing is saved")
  func meanwhile() {
    var officer = officer()
    officer.disk.putDirectory("/tmp")
    officer.board("respond", "R1", "First.")
    officer.editor = { disk, call in
      var other = Officer(disk: disk)
      other.variables["BOARD_ACTOR"] = "B. Shah"
      other.board("respond", "R1", "Theirs.")
      disk.put(call.arguments.last ?? "", Array("Mine.".utf8))
      return ProgramResult(end: .exited(0))
    }
    let answer = officer.board("respond", "R1")
    #expect(answer.status == 75)
    #expect(answer.errors.contains("“Theirs.”, set by B. Shah") && answer.errors.contains("“First.”"))
    #expect(officer.item("R1")["chiefOfficerComments"] as? String == "Theirs.")
  }

  @Test(
    "an editor that is missing gives 69, one that fails changes nothing",
    arguments: [(Int32(127), Int32(69)), (Int32(1), Int32(1))])
  func noEditor(end: Int32, status: Int32) {
    var officer = officer()
    officer.disk.putDirectory("/tmp")
    officer.editor = { _, _ in ProgramResult(end: .exited(end)) }
    #expect(officer.board("respond", "R1").status == status)
  }

  @Test("tables fit the width, and nothing is coloured with NO_COLOR", arguments: [40, 60, 80, 200])
  func width(columns: Int) {
    var officer = officer()
    officer.board("edit", "R1", "text=" + String(repeating: "long words ", count: 40))
    officer.size = (columns, 100)
    officer.variables["NO_COLOR"] = "1"
    let output = officer.board("list").output
    #expect(!output.contains("\u{1B}"))
    for line in output.split(separator: "\n") { #expect(line.count <= columns, "\(line)") }
    #expect(output.contains("stalking-2019/R3.1"))
    officer.variables["NO_COLOR"] = nil
    #expect(officer.board("list").output.contains("\u{1B}[1m"))
    #expect(!officer.board("list", "--color=never").output.contains("\u{1B}"))
  }

  @Test("in a pipe there is no colour unless it is asked for")
  func pipe() {
    let officer = Officer.withBoard()
    #expect(!officer.board("list").output.contains("\u{1B}"))
    #expect(officer.board("list", "--color", "always").output.contains("\u{1B}[1m"))
  }

  @Test("what does not fit goes through the pager; what fits, and what is for programs, does not")
  func pager() {
    var officer = officer()
    officer.editor = { _, _ in ProgramResult(end: .exited(0)) }
    officer.size = (80, 4)
    officer.variables["PAGER"] = "more -x"
    let long = officer.board("list")
    #expect(long.programs == [["sh", "-c", "more -x"]])
    #expect(long.output.isEmpty)
    #expect(officer.board("list", "--json").programs.isEmpty)
    officer.variables["PAGER"] = ""
    #expect(officer.board("list").programs.isEmpty)
    officer.variables["PAGER"] = "missing"
    officer.editor = { _, _ in ProgramResult(end: .exited(127)) }
    #expect(officer.board("list").output.contains("stalking-2019/R1"))
    officer.size = (80, 50)
    #expect(officer.board("list").programs.isEmpty)
  }

  @Test("where the locale is not UTF-8 our own marks are ASCII and the data's show as ?")
  func ascii() {
    var officer = officer()
    officer.variables["LANG"] = "C"
    officer.variables["NO_COLOR"] = "1"
    officer.board("edit", "R1", "owner=Zoë")
    let output = officer.board("move", "R1", "awaiting-npcc").output
    #expect(output == "stalking-2019/R1: Force action -> Awaiting NPCC. Undo: board undo\n")
    #expect(officer.board("list").output.contains("Zo?"))
  }
}
