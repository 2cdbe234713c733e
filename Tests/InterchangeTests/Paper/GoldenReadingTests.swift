import BoardModel
import Foundation
import Interchange
import Testing

/// `RECORD_GOLDEN=1` writes the expected readings, and the tests still fail.
@Suite("The sample papers are read as their expected readings say")
struct GoldenReadingTests {
  @Test("A sample's reading is the one that stands beside it", arguments: SamplePapers.withItems)
  func golden(name: String) throws {
    let picture = ReadingPicture.of(try SamplePapers.reading(name))
    let url = SamplePapers.directory.appendingPathComponent("expected/\(name).reading")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(picture.utf8).write(to: url)
      Issue.record("recorded \(url.lastPathComponent); run again without RECORD_GOLDEN")
    }
    #expect(picture == (try String(decoding: Data(contentsOf: url), as: UTF8.self)))
  }

  @Test("A paper that asks for nothing is refused, not imported empty")
  func noItems() throws {
    #expect(throws: PaperError.noItems(lines: 15)) { try SamplePapers.reading(SamplePapers.noItems) }
  }

  @Test("The three samples together hold 30 items in all three statuses")
  func together() throws {
    let items = try SamplePapers.withItems.flatMap { try SamplePapers.reading($0).items }
    #expect(items.count == 30)
    #expect(Status.allCases.map { status in items.count { $0.proposedStatus == status } } == [10, 13, 7])
  }
}

/// What a right reading of one item holds; texts are in the paper.
private struct Expected {
  let short: String
  let paragraph: String
  let addressees: [String]
  let period: String
  let due: String
  let status: Status
}

@Suite("The stalking paper with a cut sentence, inner numbers, restarting numbers and TAB labels")
struct StalkingPaperTests {
  private static let lead = "NPCC lead for stalking and harassment"
  private static let items: [Expected] = [
    Expected(
      short: "R1", paragraph: "3.1", addressees: ["chief constables"], period: "within six months", due: "2019-10-10",
      status: .forceAction),
    Expected(
      short: "R2", paragraph: "3.2", addressees: ["NPCC lead", "CPS lead"], period: "within six months",
      due: "2019-10-10", status: .awaitingNPCC),
    Expected(
      short: "R3", paragraph: "3.3", addressees: ["chief constables"], period: "within six months", due: "2019-10-10",
      status: .forceAction),
    Expected(
      short: "R4", paragraph: "3.4", addressees: [lead, "Home Office", "partners nationally"],
      period: "within six months", due: "2019-10-10", status: .complete),
    Expected(
      short: "R5", paragraph: "3.5", addressees: [lead], period: "within three months", due: "2019-07-10",
      status: .awaitingNPCC),
    Expected(
      short: "R6", paragraph: "3.6", addressees: [lead], period: "within six months", due: "2019-10-10",
      status: .awaitingNPCC),
    Expected(
      short: "R7", paragraph: "3.7", addressees: [lead], period: "within three months", due: "2019-07-10",
      status: .awaitingNPCC),
    Expected(
      short: "A1", paragraph: "4.1", addressees: [lead], period: "within three months", due: "2019-07-10",
      status: .awaitingNPCC),
  ]

  @Test("Each item has its number, paragraph, addressees, period, date and status", arguments: items.indices)
  func item(index: Int) throws {
    let expected = Self.items[index]
    let reading = try SamplePapers.reading(SamplePapers.stalking)
    let item = try #require(reading.items.count == 8 ? reading.items[index] : nil)
    #expect(item.short == expected.short)
    #expect(item.paragraph == expected.paragraph)
    #expect(item.addressees == expected.addressees)
    #expect(item.period?.words == expected.period)
    #expect(item.due?.description == expected.due)
    #expect(item.proposedStatus == expected.status)
    #expect(item.doubts.isEmpty)
  }

  @Test("A sentence that a blank line cuts is one text; 1) and 2) inside a text are no items")
  func traps() throws {
    let items = try SamplePapers.reading(SamplePapers.stalking).items
    #expect(items[5].text.contains("write to chief constables to ask"))
    #expect(items[5].lines.count == 3)
    #expect(items[6].text.contains("two duties: 1) officers") && items[6].text.contains("right; and 2) forces"))
  }

  @Test("A completed item quotes the paper, says that nobody checked, and leaves the national part open")
  func completed() throws {
    let closing = try #require(try SamplePapers.reading(SamplePapers.stalking).items[3].closing)
    #expect(closing.ground == .done)
    #expect(closing.reason?.hasPrefix("The Constabulary has adopted that wording") == true)
    #expect(closing.noEvidence == "stated in the paper, not yet checked")
    #expect(closing.nationalOpen)
  }

  @Test("The report is known by its title in mixed case, its publisher and its three dates")
  func report() throws {
    let report = try SamplePapers.reading(SamplePapers.stalking).report
    #expect(report.title?.hasPrefix("Stalking and harassment – What") == true)
    #expect(report.publicationDate?.description == "2019-04-10")
    #expect(report.originalPublicationDate == nil)
    #expect(report.paperDate?.description == "2019-05-16")
    #expect(report.contactOfficers.count == 3)
    #expect(report.contactOfficers.last == "Petra LINGWOOD – Inspection Liaison Officer")
    #expect(report.referenceDocument?.hasSuffix("harrassment-commissioner-request-update-since-2017.pdf") == true)
    #expect(report.force == "Fenshire Constabulary")
  }
}
