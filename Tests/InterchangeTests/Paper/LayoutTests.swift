import BoardModel
import Interchange
import Testing

@Suite("The layouts in which papers and registers print their items")
struct LayoutTests {
  @Test("A label's text may stand on the next line, or behind a blank one")
  func textBelow() throws {
    let reading = try read("Recommendation 15:\nThe force should act.\n\nAFI 2\n\nThe force should wait.\n")
    #expect(reading.items.map(\.short) == ["R15", "A2"])
    #expect(reading.items.map(\.text) == ["The force should act.", "The force should wait."])
  }

  @Test("Unnumbered items are numbered in reading order, past the numbers that the paper gives")
  func unnumbered() throws {
    let act = "The force should act.\n\n"
    let reading = try read(
      "Recommendation: \(act)Recommendation 1: \(act)Recommendation: \(act)Area for improvement: \(act)")
    #expect(reading.items.map(\.short) == ["R2", "R1", "R3", "A1"])
  }

  @Test("A number that the paper gives twice is kept once, with a doubt")
  func twice() throws {
    let reading = try read("Recommendation 1: The force should act.\n\nRecommendation 1: The force should wait.\n")
    #expect(reading.items.map(\.short) == ["R1", "R2"])
    #expect(reading.items[1].doubts.contains { $0.sentence.contains("two items R1") })
  }

  @Test("Four lines make an item: number, status, text, addressee")
  func fourLines() throws {
    let paper = """
      1
      Complete
      By May the guidance should be read by every supervisor
      in the force.
      Chief constables

      2

      In progress

      The guidance should be tested once a year.

      College of Policing
      """
    let reading = try read(paper)
    #expect(reading.items.map(\.short) == ["R1", "R2"])
    #expect(reading.items.map(\.addressees) == [["Chief constables"], ["College of Policing"]])
    #expect(reading.items.map(\.proposedStatus) == [.complete, .forceAction])
    #expect(reading.items[0].text.hasSuffix("every supervisor in the force."))
  }

  @Test("A register's marks give the status, closed or not", arguments: ["[/status][/on]", "[/on]", "[/status]", ""])
  func register(end: String) throws {
    let reading = try read("Recommendation 1: The force should act.\n\n[on]12 March 2021 [status]Complete\(end)\n")
    #expect(reading.items[0].proposedStatus == .complete)
    #expect(reading.items[0].text == "The force should act." && reading.items[0].response == nil)
  }

  @Test("A table with a line a row is read by its headings")
  func table() throws {
    let paper = """
      | Ref | Recommendation | Owner | Force response | Status |
      |-----|----------------|-------|----------------|--------|
      | 1 | The force should act by June 2019. | Chief constables | It will. | In progress |
      | 2 | The College should help. | College of Policing | Done. | Closed |
      """
    let reading = try read(paper)
    #expect(reading.items.map(\.short) == ["R1", "R2"])
    #expect(reading.items.map(\.response) == ["It will.", "Done."])
    #expect(reading.items.map(\.proposedStatus) == [.forceAction, .complete])
    #expect(reading.items[1].nationalOpen)
  }

  @Test("Counts, cross-mentions, contents and decisions asked of a committee are no items")
  func mentions() throws {
    let paper = """
      Contents
      Recommendation 1\t4

      There are 9 recommendations. As per recommendation 27 the force acts.

      RECOMMENDATION The Committee is requested to note this paper.

      Recommendation 1: The force should act, as recommendation 3 says.
      """
    let reading = try read(paper)
    #expect(reading.items.map(\.short) == ["R1"])
    #expect(reading.skipped.contains { $0.why == .contents })
    #expect(
      reading.doubts.contains { $0.sentence == "the paper announces 9 recommendations, and 1 could be read in it" })
  }

  @Test("Several paragraphs and bullets of a response stay together until the next label or section")
  func longResponse() throws {
    let paper = """
      3.1 Recommendation 1: The force should act.

      Response: First.

      Second:
      - third;
      - fourth.

      3.2 Recommendation 2: The force should wait.

      4. Next steps

      Nothing.
      """
    let reading = try read(paper)
    #expect(reading.items[0].response == "First.\nSecond:\n- third;\n- fourth.")
    #expect(reading.items[1].response == nil)
    #expect(reading.skipped.map(\.text) == ["4. Next steps", "Nothing."])
  }

  @Test("What stands behind a complete text without a label is read as the response, with a doubt")
  func unlabelledResponse() throws {
    let item = try read("Recommendation 1: The force should act.\n\nOfficers were told in May.\n").items[0]
    #expect(item.response == "Officers were told in May." && item.responseLabel == nil)
    #expect(item.doubts.contains { $0.field == .chiefOfficerComments })
  }

  @Test("One response may answer several items that it names", arguments: ["1 and 2", "1, 2", "1-2", "1 – 2"])
  func sharedResponse(numbers: String) throws {
    let paper = """
      Recommendation 1: The force should act.

      Recommendation 2: The force should wait.

      Recommendation 3: The force should rest.

      Force response to recommendations \(numbers): Both are in hand.

      Response to recommendation 7: Nothing.
      """
    let reading = try read(paper)
    #expect(reading.items.map(\.response) == ["Both are in hand.", "Both are in hand.", nil])
    #expect(reading.items[0].responseLabel == "Force response to recommendations \(numbers):")
    #expect(reading.doubts.contains { $0.sentence.contains("R7") })
    #expect(reading.skipped.contains { $0.why == .withoutItem })
  }

  @Test("A stated list of addressees is cut into its names")
  func statedAddressees() throws {
    let paper = "Recommendation 1: Act.\nAddressed to: Chief Constables and the College of Policing; Home Office\n"
    #expect(try read(paper).items[0].addressees == ["Chief Constables", "College of Policing", "Home Office"])
  }

  @Test("A paragraph's number may have four digits, and a thousand items are a paper")
  func thousand() throws {
    let paper = (1...1_200).map {
      "3.\($0). Recommendation \($0): The force should act on point \($0).\n\nResponse: It will.\n"
    }
    let reading = try read(paper.joined(separator: "\n"))
    #expect(reading.items.map(\.short) == (1...1_200).map { "R\($0)" })
    #expect(reading.items.last?.paragraph == "3.1200")
  }

  @Test("A user's own labels are added to the standard ones and read like them")
  func ownLabels() throws {
    var labels = PaperLabels.standard
    labels.add("What we did", .response)
    labels.add("Proposal", .item(.recommendation))
    let paper = "Proposal 3: The force should act.\n\nWhat we did: It acted.\n"
    let reading = try PaperReader(labels: labels).read(Array(paper.utf8))
    #expect(reading.items.map(\.short) == ["R3"])
    #expect(reading.items[0].response == "It acted.")
  }

  @Test("A repeated response whose wrapped lines are alike is no page's header")
  func repeatedResponse() throws {
    let answer =
      "Response\n\nThis is addressed to the NPCC lead for custody. The Constabulary will await\nfurther information.\n\n"
    let paper = (1...3).map { "Recommendation \($0): The NPCC lead should write point \($0) down\n\n\(answer)" }
      .joined()
    let reading = try read(paper)
    #expect(reading.items.allSatisfy { $0.response?.hasPrefix("This is addressed") == true })
    #expect(reading.items.allSatisfy { $0.proposedStatus == .awaitingNPCC })
  }

  @Test("A header that interrupts sentences is left aside, also without blank lines around it")
  func headerInSentence() throws {
    let header = "Fenshire Constabulary – paper for the board\n"
    let paper =
      "Recommendation 1: Within six months the force should tell every victim\n\(header)what became of the case.\n\n"
      + "Response: Officers call each victim at the end of every week and they\n\(header)write the call down.\n"
    let reading = try read(paper)
    #expect(reading.items[0].text == "Within six months the force should tell every victim what became of the case.")
    #expect(reading.items[0].response?.hasSuffix("every week and they write the call down.") == true)
    #expect(reading.skipped.count { $0.why == .furniture } == 2)
  }
}
