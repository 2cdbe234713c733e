import Foundation
import TestSupport
import Testing

@Suite("Answers for programs and for ears")
struct FormTests {
  /// A board with an owner, a slip, an action and a meeting; changes have fixed times.
  private func officer() -> Officer {
    let officer = Officer.withBoard()
    officer.board("assign", "R1", "DCI Hale")
    officer.board("due", "R1", "2019-11-30", "--reason", "agreed")
    officer.board("move", "R2", "awaiting-npcc")
    officer.board("meeting", "start", "May", "--agenda", "ref:R1")
    officer.board("decide", "R1", "noted")
    officer.board("action", "add", "write to\tthe lead", "--owner", "DCI Hale", "--due", "2019-05-01", "--ref", "R1")
    officer.board("meeting", "end")
    officer.board("edit", "R3.1", "tags=x")
    return officer
  }

  /// With what differs from board to board made equal.
  private func lasting(_ text: String) -> String {
    text.replacingOccurrences(of: #"\b(\d+)-[0-9a-f]{4}\b"#, with: "$1-XXXX", options: .regularExpression)
  }

  @Test(
    "--porcelain never changes: fields between TABs, no header, no colour",
    arguments: [
      (
        ["list"],
        """
        stalking-2019/R1|force-action|2019-11-30|DCI Hale|chief constables|Forces should record crimes.
        stalking-2019/R2|awaiting-npcc|2019-05-01|||The NPCC lead should write.
        stalking-2019/R3.1|force-action||||Part of the third.
        stalking-2019/A1|force-action||||The force should improve.

        """
      ),
      (
        ["due"],
        """
        stalking-2019/R2|awaiting-npcc|2019-05-01|||The NPCC lead should write.
        stalking-2019/R1|force-action|2019-11-30|DCI Hale|chief constables|Forces should record crimes.

        """
      ),
      (
        ["log", "R2"],
        """
        8-XXXX|2019-05-16T00:00:00Z|K. Ali|move|stalking-2019/R2|moved stalking-2019/R2: Force action → Awaiting NPCC
        3-XXXX|2019-05-16T00:00:00Z|K. Ali|add|stalking-2019/R2|added stalking-2019/R2

        """
      ),
      (["actions"], "11-XXXX|open|2019-05-01|DCI Hale|stalking-2019/R1|write to the lead\n"),
      (["changes"], "stalking-2019/R3.1|edited||force-action|tags\n"),
      (["report"], "stalking-2019|2019-04-10|4|19|7|Stalking and harassment\n"),
      (["meeting", "list"], "2019-05-16|2019-05-16|ended|1|1|1|May\n"),
      (
        ["stats"],
        """
        all||4|4|1|1|3|0
        report|stalking-2019|4|4|1|1|3|0
        owner||3|3|1|1|2|0
        owner|DCI Hale|1|1|0|0|1|0
        kind|recommendation|3|3|1|1|2|0
        kind|area-for-improvement|1|1|0|0|1|0
        month|2019-05|4|4||1|3|0

        """
      ),
    ] as [([String], String)])
  func porcelain(line: [String], expected: String) {
    var officer = officer()
    let rows = expected.replacingOccurrences(of: "|", with: "\t")
    let words = (line + ["--porcelain"]).map { Array($0.utf8) }
    #expect(lasting(officer.board(bytes: words).output) == rows)
    officer.terminals = [0, 1, 2]
    officer.size = (40, 10)
    #expect(lasting(officer.board(bytes: words + [Array("--color=always".utf8)]).output) == rows)
  }

  @Test(
    "--csv has a header, and as many cells in each row",
    arguments: [
      (["list"], "ref,kind,paragraph,status"), (["due"], "ref,kind,paragraph,status"), (["log"], "change,at,on,actor"),
      (["actions"], "action,text,owner,due"), (["changes"], "ref,what,from,status,fields"),
      (["report"], "key,publicationDate,items"), (["meeting", "list"], "meeting,heldOn,state"),
      (["stats"], "group,name,items,open,overdue,awaiting-npcc,force-action,complete"),
    ] as [([String], String)])
  func csv(line: [String], header: String) {
    let output = officer().board(bytes: (line + ["--csv"]).map { Array($0.utf8) }).output
    let rows = output.components(separatedBy: "\r\n").dropLast()
    #expect(rows.first?.hasPrefix(header) == true, "\(output)")
    let cells = rows.map { $0.components(separatedBy: ",").count }
    #expect(rows.count > 1 && Set(cells).count == 1, "\(output)")
  }

  @Test(
    "--linear says what the table shows in sentences, without signs that are read out as noise",
    arguments: [
      (
        ["list"],
        "stalking-2019/R2, recommendation 2. Status: Awaiting NPCC. Overdue by 15 days: it was due on 1 May 2019. Owner: awaiting allocation. Text: The NPCC lead should write."
      ),
      (["list"], "4 items: 1 Awaiting NPCC, 3 Force action, 0 Complete."),
      (["show", "R1"], "Due on 30 November 2019, in 198 days. Owner: DCI Hale. Marked: 1 slip."),
      (["show", "R1"], "Originally due: 10 October 2019."),
      (["due"], "stalking-2019/R1, recommendation 1."),
      (["s55"], "Day 37 of 56, 19 days left; the last lawful day is Tuesday 4 June 2019."),
      (["s55"], "Gap 1, section 55(5)(a), stalking-2019: "),
      (["stats"], "By owner, DCI Hale: 1 item: 0 Awaiting NPCC, 1 Force action, 0 Complete."),
      (["stats"], "Due dates moved later: stalking-2019/R1 times 1."),
      (["log"], "K. Ali: moved stalking-2019/R2: Force action to Awaiting NPCC."),
      (["changes"], "stalking-2019/R3.1 was edited: tags. Its status is Force action."),
      (["actions"], "DCI Hale: write to the lead. About stalking-2019/R1. Overdue by 15 days."),
      (["agenda"], "Section: Matters arising from the last action log."),
      (["minutes"], "RESOLVED: that the recommendation be noted."),
      (["report"], "Report stalking-2019: Stalking and harassment. Published on 10 April 2019. 4 items."),
      (["meeting", "list"], "Meeting 2019-05-16, held on 16 May 2019: May. It has ended: 1 outcome, 1 action."),
    ] as [([String], String)])
  func linear(line: [String], sentence: String) {
    let output = officer().board(bytes: (line + ["--linear"]).map { Array($0.utf8) }).output
    #expect(output.contains(sentence), "\(output)")
    for sign in ["→", "←", "·", "×", "│", "---", "===", "…"] { #expect(!output.contains(sign), "\(sign) in \(output)") }
    #expect(output.split(separator: "\n").allSatisfy { ".!?:;".contains($0.last ?? " ") }, "\(output)")
  }

  @Test(
    "two forms at once are refused", arguments: [["--linear", "--csv"], ["--json", "--linear"], ["--ics", "--csv"]])
  func conflicts(flags: [String]) {
    #expect(officer().board("due", flags[0], flags[1]).status == 64)
  }

  /// Every table there is.
  static let tables: [[String]] = [
    ["list"], ["due"], ["report"], ["report", "stalking-2019"], ["stats"], ["changes", "--since", "2019-01-01"],
    ["actions"], ["meeting"], ["s55"], ["show", "R1"], ["log"], ["agenda"], ["minutes"], ["help"],
    ["help", "settings"],
  ]

  @Test("nothing is wider than the terminal, and every cell is there at any width", arguments: [40, 80, 200])
  func widths(columns: Int) {
    var officer = officer()
    officer.board(
      "edit", "R1", "text=" + String(repeating: "long words ", count: 40),
      "owner=Detective Superintendent on vulnerability")
    officer.terminals = [1]
    officer.size = (columns, 1000)
    officer.variables["NO_COLOR"] = "1"
    for line in Self.tables {
      let output = officer.board(bytes: line.map { Array($0.utf8) }).output
      for row in output.split(separator: "\n") where !row.hasPrefix("  board ") {
        #expect(row.count <= columns, "\(line) at \(columns): \(row)")
        #expect(!row.hasSuffix(" "), "\(line) at \(columns): \(row)|")
      }
    }
    let list = officer.board("list").output
    for word in ["stalking-2019/R1", "Force", "15", "(1 slip) long"] {
      #expect(list.contains(word), "\(word): \(list)")
    }
    #expect(list.contains("Detective"), "\(list)")
  }

  @Test("COLUMNS sets the width, on a terminal and in a pipe; without it a pipe gets whole lines")
  func columns() {
    var officer = officer()
    officer.board("edit", "R1", "text=" + String(repeating: "long words ", count: 40))
    #expect(officer.board("list").output.split(separator: "\n").contains { $0.count > 400 })
    officer.variables["COLUMNS"] = "60"
    #expect(officer.board("list").output.split(separator: "\n").allSatisfy { $0.count <= 60 })
    officer.terminals = [1]
    officer.size = (200, 1000)
    officer.variables["NO_COLOR"] = "1"
    #expect(officer.board("list").output.split(separator: "\n").allSatisfy { $0.count <= 60 })
    officer.variables["COLUMNS"] = "many"
    #expect(officer.board("list").output.split(separator: "\n").contains { $0.count > 150 })
  }
}
