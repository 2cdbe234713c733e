import BoardModel
import Interchange
import TestSupport
import Testing

@Suite("The section 55 response as the body publishes it")
struct Section55PaperTests {
  @Test("each gap is one visible blank, and the headline counts the statutory ones")
  func gaps() throws {
    var fixture = try ExportFixture()
    try fixture.recorder.run(
      .comment(.chiefOfficerComments, on: .item(fixture.reference(.recommendation, 1)), text: "In hand."))
    let paper = try fixture.paper()
    #expect(!paper.isReady)
    for form in [paper.text, paper.markdown, paper.html] {
      #expect(form.contains("DRAFT, not ready: 7 statutory gaps"))
      #expect(form.split(separator: "[ blank: ").count - 1 == 7)
      #expect(form.split(separator: "[ blank, advice only: ").count - 1 == 1)
    }
    #expect(paper.text.contains("[ blank: the body's comments on the report as a whole, 55(5)(a) ]"))
  }

  @Test("without a gap there is no headline and no blank")
  func ready() throws {
    var fixture = try ExportFixture()
    try fixture.fillGaps()
    let paper = try fixture.paper()
    #expect(paper.isReady)
    for form in [paper.text, paper.markdown, paper.html] {
      #expect(!form.contains("DRAFT") && !form.contains("[ blank"))
      #expect(form.contains("16 May 2019"))
    }
  }

  @Test("publication after the last lawful day is called so")
  func late() throws {
    var fixture = try ExportFixture()
    try fixture.recorder.run(
      .record(report: fixture.key, step: .publishedOn, on: try #require(CalendarDay("2019-06-05"))))
    #expect(
      try fixture.paper().text.contains("published on 5 June 2019, 1 day after the last lawful day"))
  }

  @Test("the parts of an item stand in the order of the law: text, (b), position, (a), (c)")
  func order() throws {
    var fixture = try ExportFixture()
    try fixture.fillGaps()
    let item = EntityReference.item(fixture.reference(.recommendation, 1))
    try fixture.recorder.run(.comment(.bodyReply, on: item, text: "Thank you."))
    let text = try fixture.paper().text
    let places = [
      "Recommendation 1: Forces should", "Board reference: stalking-2019/R1", "Chief officer's comments: In hand.",
      "Position under section 55(5B): action taken", "Local policing body's comments: Seen to.",
      "Local policing body's reply: Thank you.", "Recommendation 2:", "Publication and sending",
    ].map { text.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  /// What has to come back.
  private struct Essence: Equatable {
    let name: String
    let text: String
    let comments: [String?]
    let position: ResponsePosition?
  }

  private func essence(_ board: Board, _ key: String) -> [Essence] {
    board.items(of: key).map {
      Essence(
        name: $0.reference.short, text: $0.text, comments: [$0.chiefOfficerComments, $0.bodyComments, $0.bodyReply],
        position: $0.position)
    }
  }

  private func essence(_ reading: PaperReading) -> [Essence] {
    reading.items.map {
      Essence(
        name: $0.short, text: $0.text, comments: [$0.response, $0.bodyComments, $0.bodyReply], position: $0.position)
    }
  }

  private func paper(_ recorder: BoardRecorder, _ key: String) throws -> Section55Paper {
    Section55Paper(
      try recorder.board.resolveReport(key), on: recorder.board, today: recorder.today, asOf: "2019-05-16T10:00:00Z")
  }

  @Test("the paper on a sample is read back as the same items", arguments: SamplePapers.withItems)
  func roundTrip(name: String) throws {
    var recorder = BoardRecorder()
    let plan = try ImportPlan(try SamplePapers.reading(name), onto: recorder.board, name: name)
    try recorder.run(try #require(plan.command))
    let text = try paper(recorder, plan.key).text
    let reading = try read(text)
    #expect(essence(reading) == essence(recorder.board, plan.key))
    let report = try recorder.board.resolveReport(plan.key)
    #expect(reading.report.title == report.title)
    #expect(reading.report.publicationDate == report.publicationDate)
    #expect(reading.report.contactOfficers == report.record.list(.contactOfficers))
    #expect(reading.report.referenceDocument == report.record[.referenceDocument])
  }

  @Test("random boards come back: kinds, numbers, texts, all comments, positions", arguments: UInt64(1)...30)
  func randomRoundTrip(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var recorder = BoardRecorder()
    let key = "custody-2018"
    try recorder.run(.addReport(key: key, fields: [.title: "Custody", .publicationDate: "2018-03-01"]))
    for kind in ItemKind.allCases {
      for number in 1...Int.random(in: 1...5, using: &random) {
        let reference = ItemReference(report: key, kind: kind, number: ItemNumber(number))
        let text = Self.texts.randomElement(using: &random) ?? ""
        try recorder.run(
          .addItem(.init(reference: reference, fields: [.text: text, .status: "force-action"], closing: nil)))
        for field in [Field.chiefOfficerComments, .bodyComments, .bodyReply] where Bool.random(using: &random) {
          let words = Self.comments.randomElement(using: &random) ?? ""
          try recorder.run(.comment(field, on: .item(reference), text: words))
        }
        guard Bool.random(using: &random) else { continue }
        try recorder.run(
          .position(reference, ResponsePosition.allCases.randomElement(using: &random) ?? .taken, text: "Seen to."))
      }
    }
    #expect(essence(try read(try paper(recorder, key).text)) == essence(recorder.board, key))
  }

  private static let texts = [
    "Forces should record every crime.", "By July 2019 the force should:\n- train its staff\n- check its cells",
    "The force should look at this.\nIt should also say when.",
    "Chief constables should ensure that: 1) one; and 2) two.",
    "Nobody is told to do this", "The service has no plan (see paragraph 4).", "A recommendation without an end",
  ]

  private static let comments = [
    "In hand.", "We accept this.\nA review follows in May.", "Done:\n- one\n- two", "Agreed; see recommendation 27.",
    "Progress is slow, and we know it. Force Response times are a matter of record.", "No.",
    "This is the first paragraph.\n\nThis is another one.".replacing("\n\n", with: "\n"),
  ]

  @Test(
    "a line of a comment that looks like a label or a heading breaks no item apart",
    arguments: [
      "Recommendation 9: do this", "Response: yes", "Next steps", "# Title", "| a | b |", "Contact officers: nobody",
      "2. Background",
    ])
  func hostileLines(line: String) throws {
    var fixture = try ExportFixture()
    let item = EntityReference.item(fixture.reference(.recommendation, 1))
    try fixture.recorder.run(.comment(.chiefOfficerComments, on: item, text: "We agree.\n\(line)\nThe end."))
    let reading = try read(try fixture.paper().text)
    #expect(reading.items.map(\.short) == ["R1", "R2", "A1"])
    #expect(reading.items[0].response == "We agree. \(line)\nThe end.")
  }

  @Test("hostile texts are inert in the text form and add no item")
  func hostile() throws {
    var fixture = try ExportFixture(text: "Forces should. \(Hostile.script) \(Hostile.bidi)\(Hostile.marks)")
    try fixture.recorder.run(
      .comment(.chiefOfficerComments, on: .item(fixture.reference(.recommendation, 1)), text: Hostile.all))
    let text = try fixture.paper().text
    for scalar in ["\u{202E}", "\u{1B}", "\u{200B}", "\u{FEFF}"] { #expect(!text.contains(scalar)) }
    #expect(try read(text).items.map(\.short) == ["R1", "R2", "A1"])
  }
}
