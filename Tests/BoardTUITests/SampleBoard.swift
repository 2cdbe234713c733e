import BoardModel
import BoardTUI
import ScreenGrid
import TestSupport

/// Boards to draw, and a screen on one that answers as the program does.
enum SampleBoard {
  static let today = CalendarDay("2019-05-16") ?? CalendarDay(daysSinceEpoch: 0)

  /// One report with eight cards in all three columns: one late, one slipped, one reopened, one unevidenced.
  static func stalking() throws -> BoardRecorder {
    var recorder = BoardRecorder(today: "2019-05-16")
    let texts = [
      "The national lead should agree a single definition of stalking with prosecutors.",
      "Within six months forces should train every call taker to recognise stalking, and to ask about the history.",
      "Chief constables should stop using information notices, and tell victims why.",
      "Forces should ensure that the risk to a victim is assessed by a trained officer, and assessed again whenever "
        + "the circumstances change.",
      "The College of Policing should write guidance on the use of bail.",
      "Forces should record crimes of stalking within 24 hours.",
      "Forces should name a senior lead.",
    ]
    let addressees = [
      "NPCC lead\nCPS", "chief constables", "chief constables", "chief constables", "College of Policing",
    ]
    let due = ["2019-07-10", "2019-10-10", "2019-05-13", "2019-06-01", "2020-04-10"]
    let items = texts.enumerated().map { index, text in
      var fields: [Field: String] = [
        .text: text, .addressees: index < 5 ? addressees[index] : "forces",
        .status: index == 0 || index == 4 ? "awaiting-npcc" : "force-action",
        .chiefOfficerComments: "The force will do this.", .paragraph: "3.\(index + 1)",
      ]
      if index < 5 {
        fields[.due] = due[index]
        fields[.dueSource] = "inspectorate"
      }
      return Command.NewItem(reference: reference("stalking-2019/R\(index + 1)"), fields: fields)
    }
    let area = Command.NewItem(
      reference: reference("stalking-2019/A1"),
      fields: [.text: "The force should use its data to find repeat victims.", .status: "force-action"])
    try recorder.run(
      .importPaper(
        report: "stalking-2019", fields: [.title: "Stalking and harassment", .publicationDate: "2019-04-10"],
        items: items + [area]),
      as: "Importer")
    try recorder.run(.assign([reference("stalking-2019/R2")], owner: "Supt J. Hale"))
    try recorder.run(.assign([reference("stalking-2019/R3")], owner: "DCI Moss"))
    try recorder.run(
      .due([reference("stalking-2019/R4")], day("2019-08-01"), reason: "the training course was full"))
    try complete("stalking-2019/R6", &recorder)
    try recorder.run(
      .move([reference("stalking-2019/R6")], to: .forceAction, closing: nil, reason: "two crimes were late"))
    try complete("stalking-2019/R7", &recorder)
    return recorder
  }

  /// Three reports with so many cards that columns do not fit.
  static func large(_ count: Int) throws -> BoardRecorder {
    var recorder = BoardRecorder(today: "2019-05-16")
    for (index, key) in ["custody-2018", "fire-2018", "stalking-2019"].enumerated() {
      let items = (1...max(1, count / 3)).map { number in
        var item = BoardRecorder.item(key, .recommendation, number)
        item.fields[.status] = Status.allCases[(number + index) % 2].rawValue
        item.fields[.due] = day("2019-05-01").adding(days: number % 400).description
        if number % 2 == 0 { item.fields[.owner] = "Supt J. Hale" }
        return item
      }
      try recorder.run(
        .importPaper(
          report: key, fields: [.title: "Report \(key)", .publicationDate: "2019-04-1\(index)"], items: items),
        as: "Importer")
    }
    return recorder
  }

  static func complete(_ name: String, _ recorder: inout BoardRecorder) throws {
    let words = Command.ClosingWords(ground: .done, reason: "a lead is named", noEvidence: "stated in the paper")
    try recorder.run(.move([reference(name)], to: .complete, closing: words, reason: nil))
  }

  static func reference(_ name: String) -> ItemReference {
    ItemReference(name) ?? ItemReference(report: "none", kind: .recommendation, number: ItemNumber(1))
  }

  static func day(_ text: String) -> CalendarDay { CalendarDay(text) ?? CalendarDay(daysSinceEpoch: 0) }
}
