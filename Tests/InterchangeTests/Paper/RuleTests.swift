import BoardModel
import Interchange
import Testing

/// A text, and what a rule should make of it.
private struct Row: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let expected: [String]

  init(_ name: String, _ text: String, _ expected: String...) {
    (self.name, self.text, self.expected) = (name, text, expected)
  }

  var testDescription: String { name }
}

@Suite("Who should act is the subject of what is asked")
struct AddresseeTests {
  private static let rows = [
    Row("article and period", "Within six months the force should act.", "force"),
    Row("period between commas", "Chief constables, within six months, should act.", "Chief constables"),
    Row("period behind the verb", "West Fen Police should, within a year, act.", "West Fen Police"),
    Row(
      "two with articles", "The Home Office and the College of Policing should agree.", "Home Office",
      "College of Policing"),
    Row("long form and abbreviation", "The National Police Chiefs' Council (NPCC) lead must act.", "NPCC lead"),
    Row(
      "an and inside a name", "The NPCC lead for rape and serious assault reviews it.",
      "NPCC lead for rape and serious assault"),
    Row(
      "commissioners", "Chief constables and police and crime commissioners should act.", "Chief constables",
      "police and crime commissioners"),
    Row("recipients", "The NPCC lead should write to chief constables.", "NPCC lead"),
    Row("those reminded", "The College of Policing reminds forces that they should act.", "College of Policing"),
    Row(
      "works with", "The Home Office works with the NPCC lead and partners nationally to act.", "Home Office",
      "NPCC lead", "partners nationally"),
    Row("should work with", "The force should work with the CPS to act.", "force", "CPS"),
    Row("recommended plain form", "We recommend that chief constables review it.", "chief constables"),
    Row(
      "second clause", "We recommend that the CPS lead reviews it, and that the Home Office acts.", "CPS lead",
      "Home Office"),
    Row(
      "second sentence", "The force should act. The College of Policing should help.", "force", "College of Policing"),
    Row(
      "short form later", "The NPCC lead for custody should act. The NPCC lead should write.", "NPCC lead for custody"),
    Row("condition first", "Where gaps are found, the force should close them.", "force"),
    Row("inner subject", "Chief constables should ensure that forces should not wait.", "Chief constables"),
    Row("things do not act", "Processes should be clear."),
    Row("nobody named", "Review the training."),
    Row("aside", "The force, working with the council, should act.", "force"),
  ]

  @Test("Addressees", arguments: rows)
  fileprivate func addressees(_ row: Row) throws {
    #expect(try read("Recommendation 1: \(row.text)\n").items[0].addressees == row.expected)
  }
}

@Suite("When it is to be done, in the paper's words and as a date")
struct PeriodTests {
  private static let rows = [
    Row("months", "Within six months the force should act.", "within six months", "2019-10-30"),
    Row("figures", "Within 6 months the force should act.", "within 6 months", "2019-10-30"),
    Row("months' end", "Within ten months, the force should act.", "within ten months", "2020-02-29"),
    Row("a year", "The force should, within a year, act.", "within a year", "2020-04-30"),
    Row("weeks", "Within two weeks the force should act.", "within two weeks", "2019-05-14"),
    Row("immediately", "The force should immediately act.", "immediately", "2019-04-30"),
    Row("with immediate effect", "With immediate effect, the force should act.", "with immediate effect", "2019-04-30"),
    Row("a day", "By 31 March 2020 the force should act.", "by 31 March 2020", "2020-03-31"),
    Row("a month", "By February 2020, forces should act.", "by February 2020", "2020-02-29"),
    Row("the end of a month", "By the end of June 2019 the force should act.", "by the end of June 2019", "2019-06-30"),
    Row(
      "not later than", "Not later than 1st May 2020 the force should act.", "not later than 1st May 2020", "2020-05-01"
    ),
    Row("short figures", "By 27/03/25, the force should act.", "by 27/03/25", "2025-03-27"),
    Row("behind what is asked", "The force should act within three months.", "within three months", "2019-07-30"),
    Row("hours are no period", "The force should record crimes within 24 hours."),
    Row("an inner period", "The force should tell victims within five days."),
    Row("no such day", "By 31/02/25 the force should act."),
  ]

  @Test("Periods", arguments: rows)
  fileprivate func periods(_ row: Row) throws {
    let item = try read("Published: 30 April 2019\n\nRecommendation 1: \(row.text)\n").items[0]
    #expect([item.period?.words, item.due?.description].compactMap { $0 } == row.expected)
  }
}

@Suite("The proposed status follows the response's own words")
struct StatusTests {
  private static let rows = [
    Row("awaits", "The force will await further information.", "awaiting-npcc"),
    Row("addressed elsewhere", "This is addressed to the NPCC lead.", "awaiting-npcc"),
    Row("addressed to forces", "This is addressed to chief constables.", "force-action"),
    Row("awaits its own audit", "We are awaiting the results of our internal audit.", "force-action"),
    Row("has adopted", "The force has adopted the description.", "complete"),
    Row("in place", "A process is now in place.", "complete"),
    Row("been trained", "All officers have been trained.", "complete"),
    Row("done and a promise", "The force has adopted it. Training will follow.", "force-action"),
    Row("begun", "The force has begun the work.", "force-action"),
    Row("not done", "The force has not adopted it.", "force-action"),
    Row("done by another", "The College has published guidance.", "force-action"),
    Row("inside a condition", "The force acts where an order has been issued.", "force-action"),
    Row("nothing said", "Noted.", "force-action"),
    Row("going on", "Work is in progress.", "force-action"),
  ]

  @Test("Statuses", arguments: rows)
  fileprivate func statuses(_ row: Row) throws {
    let item = try read("Recommendation 1: The force should act.\nResponse: \(row.text)\n").items[0]
    #expect([item.proposedStatus.rawValue] == row.expected, "\(item.statusReason)")
    #expect((item.closing != nil) == (item.proposedStatus == .complete))
  }

  @Test("A status that the paper states wins over the response")
  func stated() throws {
    let item = try read("Recommendation 1: The force should act.\nResponse: It will.\nStatus: Closed\n").items[0]
    #expect(item.proposedStatus == .complete && item.statusReason.contains("“Closed”"))
  }

  @Test("The labels are data: a board's own label is read like the standard ones")
  func ownLabel() throws {
    let paper = Array("Recommendation 1: The force should act.\nWhat we say: It will.\n".utf8)
    #expect(try PaperReader().read(paper).items[0].response == nil)
    var labels = PaperLabels.standard
    labels.add("What we say", try #require(LabelRole(named: "response")))
    let item = try PaperReader(labels: labels).read(paper).items[0]
    #expect(item.response == "It will." && item.responseLabel == "What we say:")
  }
}
