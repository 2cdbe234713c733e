import Foundation
import TestSupport
import Testing

/// A paper goes in; the board says what it says, and what section 55 still wants.
@Suite struct PaperTests {
  static let shared = BoardBinary.root.deletingLastPathComponent().appendingPathComponent("shared/papers")
  static var hasShared: Bool { FileManager.default.fileExists(atPath: shared.path) }

  /// The sample paper, which has the structure and facts of a real one.
  static let sample = BoardBinary.root
    .appendingPathComponent("sample-data/stalking-2019-cut-sentence-restarting-numbers.txt")

  func imported(_ paper: URL) throws -> BoardBinary {
    let binary = try BoardBinary()
    #expect(try binary.run("init", binary.board, "--name", "Test").status == 0)
    let result = try binary.run("import", paper.path, "--yes")
    #expect(result.status == 0, "\(result.errors)")
    return binary
  }

  @Test("The real paper reads exactly as it should, item for item", .enabled(if: hasShared, "no shared papers here"))
  func realPaper() throws {
    let binary = try imported(Self.shared.appendingPathComponent("cambridgeshire-stalking-2019.txt"))
    defer { binary.clean() }
    let data = try Data(contentsOf: Self.shared.appendingPathComponent("cambridgeshire-stalking-2019.expected.json"))
    let expected = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let wanted = try #require(expected["items"] as? [[String: Any]])
    let list = try #require(try binary.run("list", "--json").json)
    let items = try #require(list["items"] as? [[String: Any]])
    #expect(items.count == wanted.count)
    let statuses = ["awaitingNPCC": "awaiting-npcc", "forceAction": "force-action", "complete": "complete"]
    let kinds = ["recommendation": "recommendation", "areaForImprovement": "area-for-improvement"]
    for (item, want) in zip(items, wanted) {
      #expect(item["kind"] as? String == kinds[want["kind"] as? String ?? ""])
      #expect(item["number"] as? Int == want["number"] as? Int)
      #expect(item["paragraph"] as? String == want["paragraph"] as? String)
      #expect(item["text"] as? String == want["text"] as? String)
      #expect(item["chiefOfficerComments"] as? String == want["response"] as? String)
      #expect(item["addressees"] as? [String] == want["addressees"] as? [String])
      #expect((item["period"] as? String)?.lowercased() == want["period"] as? String)
      #expect(item["due"] as? String == want["due_from_publication"] as? String)
      #expect(item["status"] as? String == statuses[want["lane"] as? String ?? ""])
    }
    let reports = try #require(try binary.run("report", "--json").json?["reports"] as? [[String: Any]])
    let report = try #require(reports.first)
    #expect(report["key"] as? String == "stalking-2019")
    #expect(report["title"] as? String == expected["report_title"] as? String)
    #expect(report["publicationDate"] as? String == "2019-04-10")
    #expect(report["paperDate"] as? String == "2019-05-16")
    #expect(report["paperTo"] as? String == "Business Coordination Board")
    #expect(report["paperFrom"] as? String == "Chief Constable")
    #expect((report["contactOfficers"] as? [String])?.count == 3)
    #expect(report["referenceDocument"] as? String == expected["reference_url"] as? String)
  }

  @Test(
    "The sample paper gives 5 awaiting NPCC, 2 force action, 1 complete; a second import changes nothing and says so")
  func samplePaper() throws {
    let binary = try imported(Self.sample)
    defer { binary.clean() }
    let items = try #require(try binary.run("list", "--json").json?["items"] as? [[String: Any]])
    let counts = Dictionary(grouping: items) { $0["status"] as? String ?? "" }.mapValues(\.count)
    #expect(counts == ["awaiting-npcc": 5, "force-action": 2, "complete": 1])
    let before = try binary.run("log", "--json").output
    let again = try binary.run("import", Self.sample.path, "--yes")
    #expect(again.status == 0)
    #expect(again.output.lowercased().contains("nothing"))
    #expect(try binary.run("log", "--json").json?["changes"] as? [[String: Any]] != nil)
    #expect(try binary.run("log", "--porcelain").output.split(separator: "\n").count == 1)
    #expect(!before.isEmpty)
  }

  @Test("In a pipe an import refuses to guess, and a dry run changes nothing")
  func importInPipe() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    try binary.run("init", binary.board)
    #expect(try binary.run("import", Self.sample.path).status == 64)
    #expect(try binary.run("import", Self.sample.path, "--dry-run").status == 0)
    #expect((try binary.run("list", "--json").json?["items"] as? [Any])?.isEmpty == true)
    let plan = try #require(try binary.run("import", Self.sample.path, "--dry-run", "--json").json)
    #expect(plan["kind"] as? String == "import-plan")
    #expect((plan["items"] as? [Any])?.count == 8)
  }

  @Test(
    "Section 55: day 37, 19 left, 12 statutory gaps and one advisory; filled one by one with the verbs, none is left")
  func section55() throws {
    let binary = try imported(Self.sample)
    defer { binary.clean() }
    func state() throws -> (report: [String: Any], status: Int32) {
      let result = try binary.run("s55", "--today", "2019-05-16", "--json")
      let reports = try #require(result.json?["reports"] as? [[String: Any]])
      return (try #require(reports.first), result.status)
    }
    let start = try state()
    #expect(start.status == 1)
    #expect(start.report["lastDay"] as? String == "2019-06-04")
    #expect(start.report["day"] as? Int == 37)
    #expect(start.report["daysLeft"] as? Int == 19)
    #expect((start.report["statutoryGaps"] as? [Any])?.count == 12)
    #expect((start.report["advisoryGaps"] as? [Any])?.count == 1)
    var steps: [[String]] = [
      ["comment", "stalking-2019", "The Commissioner has read the report as a whole."],
      ["reply", "stalking-2019", "The Commissioner accepts the Chief Constable's comments."],
      ["record", "stalking-2019", "published", "2019-05-30"],
      ["record", "stalking-2019", "sent-to-inspectors", "2019-05-30"],
      ["record", "stalking-2019", "sent-to-secretary-of-state", "2019-05-31"],
    ]
    steps += (1...7).map { ["comment", "R\($0)", "--position", "proposed", "Action is proposed."] }
    for (done, step) in steps.enumerated() {
      let result = try binary.start(step).finish()
      #expect(result.status == 0, "\(step): \(result.errors)")
      #expect((try state().report["statutoryGaps"] as? [Any])?.count == 11 - done)
    }
    #expect(try state().status == 0)
    #expect(try binary.run("comment", "A1", "Noted.").status == 0)
    #expect((try state().report["advisoryGaps"] as? [Any])?.isEmpty == true)
  }
}
