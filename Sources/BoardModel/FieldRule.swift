/// Which fields can be set by hand, and what they take.
package enum FieldRule {
  /// The fields of a report that can be set by hand.
  package static let ofReports: [Field] = [
    .title, .publisher, .force, .publicationDate, .originalPublicationDate, .paperDate, .paperTo, .paperFrom,
    .contactOfficers, .referenceDocument, .commentsInvitedBy, .publishedOn, .sentToInspectorsOn,
    .sentToSecretaryOfStateOn, .chiefOfficerComments, .bodyComments, .bodyReply,
  ]

  /// The fields of an item that can be set by hand; the status, due date and closure have verbs of their own.
  package static let ofItems: [Field] = [
    .paragraph, .text, .addressees, .period, .due, .dueSource, .owner, .acceptance, .registerStatus, .tags,
    .chiefOfficerComments, .bodyComments, .bodyReply, .position,
  ]

  /// The fields that cannot be emptied.
  package static let required: [Field] = [.title, .text]

  /// The value as it will be recorded.
  ///
  /// - Throws: ``BoardError/invalidValue(field:value:allowed:)`` for a value that the field cannot hold,
  ///   ``BoardError/fieldNotEditable(name:allowed:)`` for a field not among `allowed`,
  ///   ``BoardError/emptyText(field:)`` for white space.
  package static func checked(_ value: String, for field: Field, allowed: [Field]) throws(BoardError) -> String {
    guard allowed.contains(field) else {
      throw .fieldNotEditable(name: field.rawValue, allowed: allowed.map(\.rawValue))
    }
    guard let trimmed = Plan.trimmed(value) else { throw .emptyText(field: field) }
    func among(_ names: [String]) throws(BoardError) -> String {
      guard names.contains(trimmed) else {
        throw .invalidValue(field: field, value: trimmed, allowed: names.joined(separator: ", "))
      }
      return trimmed
    }
    switch field {
    case .publicationDate, .originalPublicationDate, .paperDate, .commentsInvitedBy, .publishedOn,
      .sentToInspectorsOn, .sentToSecretaryOfStateOn, .due, .verified, .heldOn:
      guard let day = CalendarDay(trimmed) else {
        throw .invalidValue(field: field, value: trimmed, allowed: "a date as YYYY-MM-DD")
      }
      return day.description
    case .status: return try among(Status.allCases.map(\.rawValue))
    case .position: return try among(ResponsePosition.allCases.map(\.rawValue))
    case .acceptance: return try among(Acceptance.allCases.map(\.rawValue))
    case .registerStatus: return try among(RegisterStatus.allCases.map(\.rawValue))
    case .dueSource: return try among(DueSource.allCases.map(\.rawValue))
    default: return trimmed
    }
  }
}
