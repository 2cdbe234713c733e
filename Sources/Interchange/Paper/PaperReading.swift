package import BoardModel

/// What was read from a paper, what was left aside and what is doubtful; nothing of it is on the board yet.
package struct PaperReading: Hashable, Sendable {
  /// The report that the paper is about.
  package var report = ReadReport()
  /// The items in the paper's order; at least one.
  package var items: [ReadItem] = []
  /// Text that became neither an item nor a field of the report.
  package var skipped: [SkippedText] = []
  /// What a person should look at before the board changes; doubts about one item stand in it.
  package var doubts: [Doubt] = []
  /// The lines that the report's fields were read from.
  package var reportLines: [Int] = []
}

/// The fields of a report as a paper states them.
package struct ReadReport: Hashable, Sendable {
  /// Its title.
  package var title: String?
  /// Who published it.
  package var publisher: String?
  /// The day of publication, when the paper states a day.
  package var publicationDate: CalendarDay?
  /// The month of publication, when the paper states only that.
  package var publicationMonth: StatedMonth?
  /// The publication of the report that this one follows up.
  package var originalPublicationDate: CalendarDay?
  /// The date of the paper itself.
  package var paperDate: CalendarDay?
  /// To whom the paper goes.
  package var to: String?
  /// Who sends it.
  package var from: String?
  /// The contact officers, each with rank and post.
  package var contactOfficers: [String] = []
  /// The reference document, as printed.
  package var referenceDocument: String?
  /// The force that the paper is about.
  package var force: String?
  /// Whether the report follows up an earlier one, so that periods run from that one's publication.
  package var isFollowUp = false

  /// The day that periods run from: the original publication, else the publication unless it is a follow-up.
  package var periodStart: CalendarDay? { originalPublicationDate ?? (isFollowUp ? nil : publicationDate) }
}

/// One item as read.
package struct ReadItem: Hashable, Sendable {
  /// What the report calls it.
  package var kind: ItemKind
  /// Its number, the paper's or in reading order.
  package var number: ItemNumber
  /// The paper's paragraph, `3.1`.
  package var paragraph: String?
  /// Its whole text; entries of a list stand on lines of their own.
  package var text: String
  /// The chief officer's comments.
  package var response: String?
  /// The label before them, as printed.
  package var responseLabel: String?
  /// The body's comments.
  package var bodyComments: String?
  /// The body's response to the chief officer's comments.
  package var bodyReply: String?
  /// The (5B) position, when the paper states one.
  package var position: ResponsePosition?
  /// Who should act.
  package var addressees: [String] = []
  /// Who in the force holds it, when the paper says so.
  package var owner: String?
  /// Whether it is accepted, when the paper says so.
  package var acceptance: Acceptance?
  /// When it is to be done, in the paper's words.
  package var period: CompletionPeriod?
  /// Words that say when it is to be done, and no date that follows from them: `by spring 2020`.
  package var unclearPeriod: String?
  /// The day that follows from the period.
  package var due: CalendarDay?
  /// The status that the words suggest, with the reason.
  package var proposal: StatusProposal
  /// The numbers of its lines, labels and response included.
  package var lines: [Int]
  /// What is doubtful about it.
  package var doubts: [Doubt] = []

  /// The words that say when it is to be done, whether a date follows from them or not.
  package var periodWords: String? { period?.words ?? unclearPeriod }
  /// The status that the words suggest.
  package var proposedStatus: Status { proposal.status }
  /// Why, quoting the paper.
  package var statusReason: String { proposal.reason }
  /// Whether the local part is complete and a national part is not.
  package var nationalOpen: Bool { proposal.nationalOpen }
  /// The kind's letter and the number: `R7.1`.
  package var short: String { "\(kind.letter)\(number)" }

  /// The closing words of an item that the paper calls done: its own words as the reason, and that nobody checked.
  package var closing: Command.ClosingWords? {
    guard proposal.status == .complete else { return nil }
    return Command.ClosingWords(
      ground: proposal.ground, reason: proposal.doneWords ?? proposal.reason,
      noEvidence: "stated in the paper, not yet checked",
      nationalOpen: proposal.nationalOpen)
  }
}

/// Text that was left aside, and why.
package struct SkippedText: Hashable, Sendable {
  /// The numbers of its lines.
  package let lines: [Int]
  /// The text, lines joined.
  package let text: String
  /// Why it is neither an item nor a field.
  package let why: Reason

  /// Why text was left aside.
  package enum Reason: String, Hashable, Sendable {
    case heading = "a heading"
    case introduction = "before the first item"
    case between = "after an item, and no part of it"
    case ornament = "no words"
    case table = "a table's heading"
    case tableRow = "a row without a number and a text of a recommendation"
    case labelAlone = "a label without a text of its own"
    case repeated = "a second value for a field that was read before"
    case withoutItem = "a label of an item's part, and no item before it"
    case placeholder = "a placeholder"
    case contents = "an entry of a table of contents"
    case furniture = "a page's header, footer, number or link"
    case otherVoice = "what another body says of the item above"
    case boardReference = "the name that a board had for the item above"
  }
}

/// Something a person should look at.
package struct Doubt: Hashable, Sendable {
  /// The field it is about; `nil` for the paper as a whole.
  package let field: Field?
  /// The lines to look at; empty for the paper as a whole.
  package let lines: [Int]
  /// What is doubtful, as one sentence without a full stop.
  package let sentence: String
}
