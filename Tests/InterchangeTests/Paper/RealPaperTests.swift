import BoardModel
import Foundation
import Interchange
import TestSupport
import Testing

/// Published papers that may not be part of the project; `BOARD_PAPERS` names their directory.
private enum RealPapers {
  static let directory: URL? = {
    var places = [URL]()
    if let named = ProcessInfo.processInfo.environment["BOARD_PAPERS"] { places.append(URL(fileURLWithPath: named)) }
    var above = BoardBinary.root
    for _ in 0..<3 {
      above.deleteLastPathComponent()
      places.append(above.appendingPathComponent("shared/papers"))
    }
    return places.first { FileManager.default.fileExists(atPath: $0.appendingPathComponent(stalking + ".txt").path) }
  }()

  static let stalking = "cambridgeshire-stalking-2019"
  static var arePresent: Bool { directory != nil }

  static func reading(_ name: String) throws -> PaperReading {
    let url = try #require(directory).appendingPathComponent(name + ".txt")
    return try PaperReader().read([UInt8](try Data(contentsOf: url)))
  }
}

@Suite(
  "Published papers are read as people read them",
  .enabled(
    if: RealPapers.arePresent, "the published papers are not on this machine; BOARD_PAPERS names their directory"))
struct RealPaperTests {
  @Test("The stalking paper of 2019 is read exactly as expected, text for text")
  func stalking() throws {
    let url = try #require(RealPapers.directory).appendingPathComponent(RealPapers.stalking + ".expected.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    let expected = try #require(json)
    let reading = try RealPapers.reading(RealPapers.stalking)
    #expect(reading.report.to == expected["to"] as? String)
    #expect(reading.report.from == expected["from"] as? String)
    #expect(reading.report.title == expected["report_title"] as? String)
    #expect(reading.report.publisher == expected["publisher"] as? String)
    #expect(reading.report.paperDate?.description == expected["paper_date"] as? String)
    #expect(reading.report.publicationDate?.description == expected["publication_date"] as? String)
    #expect(reading.report.contactOfficers.count == expected["contacts"] as? Int)
    #expect(reading.report.referenceDocument == expected["reference_url"] as? String)
    let items = try #require(expected["items"] as? [[String: Any]])
    #expect(reading.items.count == items.count)
    for (item, expected) in zip(reading.items, items) { expect(item, expected) }
  }

  private func expect(_ item: ReadItem, _ expected: [String: Any]) {
    let kinds = ["recommendation": ItemKind.recommendation, "areaForImprovement": .areaForImprovement]
    let lanes = ["awaitingNPCC": Status.awaitingNPCC, "forceAction": .forceAction, "complete": .complete]
    #expect(item.kind == kinds[expected["kind"] as? String ?? ""])
    #expect(item.number.description == (expected["number"] as? Int).map(String.init))
    #expect(item.paragraph == expected["paragraph"] as? String)
    #expect(item.text == expected["text"] as? String)
    #expect(item.response == expected["response"] as? String)
    #expect(item.responseLabel == expected["response_label"] as? String)
    #expect(item.addressees == expected["addressees"] as? [String])
    #expect(item.period?.words == expected["period"] as? String)
    #expect(item.due?.description == expected["due_from_publication"] as? String)
    #expect(item.proposedStatus == lanes[expected["lane"] as? String ?? ""])
    #expect(item.doubts.isEmpty)
    let lines = (expected["lines_text"] as? [Int] ?? []) + (expected["lines_response"] as? [Int] ?? [])
    #expect(item.lines == lines)
  }

  @Test("A heading alone, a month as date of publication and as deadline, a response without a label")
  func monthOnly() throws {
    let reading = try RealPapers.reading("heading-alone-month-deadline")
    #expect(reading.items.map(\.short) == ["R1"])
    #expect(reading.report.publicationDate == nil)
    #expect(reading.report.publicationMonth == StatedMonth(year: 2022, month: 8))
    #expect(reading.items[0].due?.description == "2023-03-31")
    #expect(reading.items[0].addressees == ["forces"])
    #expect(reading.items[0].text.hasSuffix("flagging repeat victims for more support"))
    #expect(reading.items[0].response?.hasPrefix("Every contact with the Force") == true)
    #expect(reading.doubts.contains { $0.sentence.contains("announces 2 recommendations") })
  }

  @Test("A letter with two dates: section 55 from the later, periods from the earlier")
  func letter() throws {
    let reading = try RealPapers.reading("letter-numbered-list-two-dates")
    #expect(reading.items.map(\.short) == ["R1", "R2", "R3", "R4", "R5", "R6"])
    #expect(reading.report.publicationDate?.description == "2023-06-06")
    #expect(reading.report.originalPublicationDate?.description == "2022-08-05")
    let due = [nil, "2022-11-05", "2022-08-05", "2022-11-05", "2022-08-05", "2023-02-05"]
    #expect(reading.items.map { $0.due?.description } == due)
    #expect(reading.report.force == "Warwickshire Police")
    #expect(reading.items.allSatisfy { $0.response == nil })
    #expect(reading.doubts.contains { $0.sentence.contains("announces 8 recommendations") })
  }

  @Test("A cause of concern with a recommendation under it, whose period runs from a report without a date")
  func cause() throws {
    let reading = try RealPapers.reading("cause-of-concern-unnumbered")
    #expect(reading.items.map(\.short) == ["C1", "R1"])
    #expect(reading.report.publicationDate?.description == "2023-10-31")
    #expect(reading.report.paperDate?.description == "2023-12-18")
    #expect(reading.items[1].period?.words == "within three months")
    #expect(reading.items[1].due == nil)
    #expect(reading.items[1].doubts.contains { $0.field == .due })
    #expect(reading.items[1].addressees == ["West Mercia Police"])
  }

  @Test("A table whose cells stand on lines of their own, with a sub-recommendation")
  func table() throws {
    let reading = try RealPapers.reading("pipe-table-sub-numbers")
    #expect(reading.items.map(\.short) == ["R7", "R7.1", "R10"])
    #expect(reading.items.map { $0.due?.description } == ["2025-03-27", nil, "2025-03-27"])
    #expect(reading.items[0].addressees == ["Chief Constables"])
    #expect(reading.items[0].response?.contains("\nMarch 2026 update: ") == true)
    #expect(reading.items[2].response == nil)
  }

  @Test("Unnumbered directives under a cause for concern, with placeholders and stated statuses")
  func unnumbered() throws {
    let reading = try RealPapers.reading("unnumbered-status-list")
    #expect(reading.items.map(\.short) == ["R1", "R2", "R3", "R4", "R5"])
    #expect(reading.items.allSatisfy { $0.response == nil && $0.proposedStatus == .forceAction })
    #expect(reading.items[4].doubts.contains { $0.field == .text })
  }

  @Test("Decisions asked of a committee are no items")
  func decisions() throws {
    #expect(throws: PaperError.self) { try RealPapers.reading("no-items-committee-decisions") }
  }
}
