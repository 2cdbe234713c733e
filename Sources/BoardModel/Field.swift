/// A field of a report, an item or a meeting, named as in the journal, in JSON and on the command line.
///
/// Dates are `YYYY-MM-DD`; lists hold one element a line; enumerations hold their raw values.
package enum Field: String, CaseIterable, Hashable, Sendable {
  // Reports
  case title, publisher, force, publicationDate, originalPublicationDate, paperDate, paperTo, paperFrom, contactOfficers
  case referenceDocument, commentsInvitedBy, publishedOn, sentToInspectorsOn, sentToSecretaryOfStateOn, closed

  // Items
  case kind, paragraph, text, addressees, period, due, dueSource, owner, status, position, acceptance, registerStatus
  case closureGround, closureReason, noEvidence, nationalOpen, verified, rank, withdrawn, tags

  // Reports and items: the three texts of section 55 (5)
  case chiefOfficerComments, bodyComments, bodyReply

  // One for each entry: the key carries the id of the change that made it
  case note, privateNote, evidence

  // Meetings (`title` too); the agenda is a list of entities
  case heldOn, ended, agenda, nextOn

  // Entries of a meeting: what it dealt with, each an entity
  case decided, discussed, skipped

  // Entries of an item, a report or a meeting: what a meeting decided, the words of the minute, its assurance
  case outcome, minute, assurance

  // Entries: the names of parts whose text was erased for good
  case redacted

  // Actions (`text`, `owner` and `due` too): what they are about, the meeting that set them, when done and with what
  case about, setAt, doneOn, result

  /// Whether a key of this field carries the id of the change that made the entry.
  package var isEntry: Bool {
    switch self {
    case .note, .privateNote, .evidence, .decided, .discussed, .skipped, .outcome, .minute, .assurance, .redacted:
      true
    default: false
    }
  }

  /// Whether every value that the field had is kept with its day, for slips, reopenings and time by holder.
  package var isTracked: Bool {
    switch self {
    case .status, .due, .owner: true
    default: false
    }
  }

  /// Whether the field's value says that its entity exists; it is written first and taken back last.
  package func isExistence(of entity: EntityReference) -> Bool {
    switch entity {
    case .item: self == .kind
    case .report, .meeting: self == .title
    case .action: self == .text
    }
  }

  /// The field in words, for history and messages.
  package var words: String {
    switch self {
    case .publicationDate: "publication date"
    case .originalPublicationDate: "original publication date"
    case .paperDate: "date of the paper"
    case .paperTo: "addressed to"
    case .paperFrom: "from"
    case .contactOfficers: "contact officers"
    case .referenceDocument: "reference document"
    case .commentsInvitedBy: "comments invited by"
    case .publishedOn: "published on"
    case .sentToInspectorsOn: "sent to the inspectors on"
    case .sentToSecretaryOfStateOn: "sent to the Secretary of State on"
    case .due: "due date"
    case .dueSource: "source of the due date"
    case .position: "(5B) position"
    case .registerStatus: "register status"
    case .closureGround: "closure ground"
    case .closureReason: "closure reason"
    case .noEvidence: "no evidence because"
    case .nationalOpen: "national part open"
    case .chiefOfficerComments: "chief officer's comments"
    case .bodyComments: "body's comments"
    case .bodyReply: "body's reply"
    case .privateNote: "private note"
    case .heldOn: "held on"
    case .nextOn: "next meeting on"
    case .minute: "words of the minute"
    case .assurance: "assurance statement"
    case .setAt: "set at"
    case .doneOn: "done on"
    default: rawValue
    }
  }
}

/// One register of an entity: a field, and for entries (notes, evidence) the change that made the entry.
package struct FieldKey: Hashable, Sendable, CustomStringConvertible {
  /// The field.
  package let field: Field
  /// The change that made the entry; ``ChangeID/none`` for fields that are not entries.
  package let entry: ChangeID

  /// The key of a plain field.
  package init(_ field: Field) {
    self.field = field
    self.entry = .none
  }

  /// The key of one entry of a field.
  package init(_ field: Field, entry: ChangeID) {
    self.field = field
    self.entry = entry
  }

  /// Reads the journal's form: `status`, or `note.<change id>`; `nil` for a field this version does not know.
  package init?(_ text: some StringProtocol) {
    guard let dot = text.firstIndex(of: ".") else {
      guard let field = Field(rawValue: String(text)), !field.isEntry else { return nil }
      self.init(field)
      return
    }
    guard let field = Field(rawValue: String(text[..<dot])), field.isEntry,
      let entry = ChangeID(text[text.index(after: dot)...])
    else { return nil }
    self.init(field, entry: entry)
  }

  package var description: String {
    entry == .none ? field.rawValue : "\(field.rawValue).\(entry)"
  }
}
