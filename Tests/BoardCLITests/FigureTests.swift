import Foundation
import TestSupport
import Testing

@Suite("Figures and what changed, from the shell")
struct FigureTests {
  /// R1 went to the NPCC in June, R2 was completed in July.
  private func officer() -> Officer {
    let officer = Officer.withBoard()
    officer.board("move", "R1", "awaiting-npcc", "--today", "2019-06-10")
    officer.board(
      "move", "R2", "complete", "--ground", "done", "--reason", "ok", "--no-evidence", "none", "--today", "2019-07-20")
    return officer
  }

  @Test("stats --json carries how the items stood at the end of each month, the last as of today")
  func months() {
    let answer = officer().board("stats", "--json", "--today", "2019-08-05")
    let months = answer.list("months")
    #expect(months.map { $0["month"] as? String } == ["2019-05", "2019-06", "2019-07", "2019-08"])
    #expect(months.map { $0["on"] as? String } == ["2019-05-31", "2019-06-30", "2019-07-31", "2019-08-05"])
    let counts = months.map { $0["statuses"] as? [String: Int] ?? [:] }
    #expect(counts.map { $0["awaiting-npcc"] } == [0, 1, 1, 1])
    #expect(counts.map { $0["force-action"] } == [4, 3, 2, 2])
    #expect(counts.map { $0["complete"] } == [0, 0, 1, 1])
  }

  @Test("the chart has a bar for each month, its parts told apart by their signs, in ASCII where the locale is C")
  func chart() {
    var officer = officer()
    let text = officer.board("stats", "--today", "2019-08-05").output
    #expect(text.contains("2019-06  ░▒▒▒"))
    #expect(text.contains("2019-07  ░▒▒█"))
    #expect(text.contains("1+2+1"))
    officer.terminals = [1]
    officer.size = (80, 200)
    officer.variables["NO_COLOR"] = "1"
    officer.variables["LANG"] = "C"
    let plain = officer.board("stats", "--today", "2019-08-05").output
    #expect(plain.contains("2019-07  -==#"))
    #expect(plain.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("a chart of many items fits, and no status that has items is left out of it")
  func largeChart() {
    var officer = Officer.withBoard()
    for number in 10..<60 { officer.board("add", "stalking-2019", "rec", "\(number)", "--text", "x") }
    officer.board("move", "R10", "awaiting-npcc")
    officer.variables["COLUMNS"] = "40"
    let bar = officer.board("stats").output.split(separator: "\n").first { $0.hasPrefix("2019-05") } ?? ""
    #expect(bar.count <= 40 && bar.contains("░") && bar.contains("▒") && !bar.contains("█"), "\(bar)")
  }

  @Test("stats of the past count up to that day, and an empty board has nothing to count")
  func past() {
    let officer = officer()
    let then = officer.board("stats", "--json", "--as-at", "2019-06-15", "--today", "2019-08-05")
    #expect(then.list("months").map { $0["on"] as? String } == ["2019-05-31", "2019-06-15"])
    let empty = Officer()
    empty.board("init", "/t.board")
    #expect(empty.board("stats").output == "No items on this board yet: nothing to count.\n")
    #expect(empty.board("stats", "--json").list("months").isEmpty)
  }

  @Test("changes count from a day, after a change, or after the last meeting")
  func since() {
    let officer = officer()
    func refs(_ since: String) -> [String] {
      officer.board("changes", "--since", since, "--json").list("items").compactMap { $0["ref"] as? String }
    }
    #expect(refs("2019-07-01") == ["stalking-2019/R2"])
    #expect(refs("2019-06-10") == ["stalking-2019/R1", "stalking-2019/R2"])
    #expect(refs("5") == ["stalking-2019/R1", "stalking-2019/R2"])
    #expect(refs("6") == ["stalking-2019/R2"])
    #expect(refs("7") == [])
    #expect(refs("last-meeting").count == 4)
    let whole = officer.board("changes", "--since", "6", "--json")
    #expect(whole.list("changes").count == 1)
    #expect((whole.json["since"] as? String)?.split(separator: "-").count == 3)
    #expect(officer.board("changes", "--since", "6").output.contains("after change 6-"))
    #expect(officer.board("changes", "--since", "6", "--as-at", "6", "--json").list("items").isEmpty)
    #expect(officer.board("changes", "--since", "99").status == 66)
    #expect(officer.board("changes", "--since", "yesterday").status == 64)
    #expect(officer.board("changes", "--since", "2019-02-30").errors.contains("2019-02-30"))
  }

  @Test(
    "what a query does not find is explained, term by term",
    arguments: [
      (["list", "overdu"], "no item holds “overdu” (did you mean overdue?)"),
      (["list", "report:stlking-2019"], "no report’s key begins with “stlking-2019” (did you mean stalking-2019?)"),
      (["list", "owner:hael"], "nobody named “hael” owns an item (did you mean DCI Hale?)"),
      (["stats", "tag:x"], "no item has the tag “x”"),
      (["list", "ref:R9"], "no report has an item R9"),
      (["list", "owner:hale", "kind:afi"], "each term matches some items, and no item matches all of them"),
    ] as [([String], String)])
  func hints(line: [String], hint: String) {
    let officer = Officer.withBoard()
    officer.board("assign", "R1", "DCI Hale")
    let answer = officer.board(bytes: line.map { Array($0.utf8) })
    #expect(answer.status == 1)
    #expect(answer.errors == "board: nothing matches “\(line.dropFirst().joined(separator: " "))”: \(hint)\n")
  }

  @Test("--as-at holds for every verb that reads what a board says")
  func asAt() {
    let officer = officer()
    for verb in ["list", "due", "stats", "s55", "report", "log", "changes", "actions", "agenda", "minutes", "export"] {
      let now = officer.board(verb, "--json")
      let then = officer.board(verb, "--json", "--as-at", "1")
      #expect(then.json["asOf"] as? String == "1", "\(verb): \(then.errors)")
      #expect(now.json["asOf"] as? String != "1")
    }
    #expect(officer.board("show", "R1", "--as-at", "1").status == 66)
    #expect(officer.board("meeting", "list", "--json", "--as-at", "1").json["asOf"] as? String == "1")
    #expect(officer.board("paper", "stalking-2019", "--json", "--as-at", "1").list("items").isEmpty)
  }

  @Test("an export without items still says where it comes from")
  func emptyExport() {
    let officer = Officer.withBoard()
    let answer = officer.board("export", "zebra")
    #expect(answer.status == 1)
    let rows = answer.output.components(separatedBy: "\r\n").dropLast().map { $0.components(separatedBy: ",") }
    #expect(rows.count == 2)
    #expect(rows[0].first == "ref" && rows[1].first == "")
    #expect(rows[1].contains("Test") && rows[1].contains("zebra") && rows[1].contains("2019-05-16"))
  }

  @Test(
    "-o writes the papers of a meeting to a new file, and replaces one only with --force",
    arguments: ["minutes", "agenda", "actions"])
  func output(verb: String) throws {
    let officer = Officer.withBoard()
    officer.board("meeting", "start", "May", "--agenda", "ref:R1")
    officer.board("action", "add", "write", "--owner", "A", "--due", "2019-06-01")
    let shown = officer.board(verb, "--format", "markdown").output
    #expect(officer.board(verb, "--format", "markdown", "-o", "/out.md").output.hasPrefix("Wrote /out.md: markdown, "))
    #expect(String(decoding: try #require(officer.disk.contents("/out.md")), as: UTF8.self) == shown)
    #expect(officer.board(verb, "-o", "/out.md").status == 73)
    let json = officer.board(verb, "-o", "/out.md", "--force", "--json")
    #expect(json.json["kind"] as? String == "file" && json.json["of"] as? String == verb)
    #expect(json.json["format"] as? String == "text")
    #expect(officer.board(verb, "-o", "/t.board/journal/x", "--force").status == 73)
    #expect(officer.board(verb, "--force").status == 64)
  }
}
