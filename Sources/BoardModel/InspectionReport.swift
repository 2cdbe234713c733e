/// An inspection report on the board: a typed view of its record.
package struct InspectionReport: Sendable {
  /// Everything recorded of it.
  package let record: Record
  /// Its key, unique on the board: `stalking-2019`.
  package let key: String

  /// The view of a report's record; `nil` when the record is of something else.
  package init?(_ record: Record) {
    guard case .report(let key) = record.entity else { return nil }
    self.record = record
    self.key = key
  }

  /// The report's title.
  package var title: String { record[.title] ?? "" }
  /// Who published it.
  package var publisher: String? { record[.publisher] }
  /// The day of publication: day 1 of the section 55 clock.
  package var publicationDate: CalendarDay? { record.day(.publicationDate) }
  /// The publication of the report that this one follows up; periods run from it.
  package var originalPublicationDate: CalendarDay? { record.day(.originalPublicationDate) }
  /// The day by which the body invited the chief officer's comments, section 55 (4).
  package var commentsInvitedBy: CalendarDay? { record.day(.commentsInvitedBy) }
  /// Comments of the chief officer on the report as a whole, (5)(b).
  package var chiefOfficerComments: String? { record[.chiefOfficerComments] }
  /// Comments of the body on the report as a whole, (5)(a).
  package var bodyComments: String? { record[.bodyComments] }
  /// The body's response to the chief officer's comments, (5)(c).
  package var bodyReply: String? { record[.bodyReply] }
  /// What was published and sent when.
  package var response: Section55Response {
    Section55Response(
      publishedOn: record.day(.publishedOn), sentToInspectorsOn: record.day(.sentToInspectorsOn),
      sentToSecretaryOfStateOn: record.day(.sentToSecretaryOfStateOn))
  }
  /// Whether it has left screens and clocks.
  package var isClosed: Bool { record.has(.closed) }
  /// The day it was closed; `nil` while it is open.
  package var closedOn: CalendarDay? { record.day(.closed) }
}

/// The recorded steps of a section 55 response.
package struct Section55Response: Hashable, Sendable {
  /// The day the response was published, (5).
  package let publishedOn: CalendarDay?
  /// The day a copy went to the inspectors, (6).
  package let sentToInspectorsOn: CalendarDay?
  /// The day a copy went to the Secretary of State, (6).
  package let sentToSecretaryOfStateOn: CalendarDay?
}
