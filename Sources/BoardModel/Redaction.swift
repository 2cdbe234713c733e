// Erasing a text for good is no change of a register: the lines that carried the text are rewritten, and a change of
// kind `redact` says who did it, when and why. It sets one entry, which names what lost its text.

/// What of a report, an item, a meeting or an action loses its text.
package enum RedactedPart: Hashable, Sendable {
  /// A field of free text: every value that it ever had, and every entry if it holds entries.
  case field(Field)
  /// The reasons given with the changes that touched the entity.
  case reasons

  /// What stands in the place of a text that was erased.
  package static let mark = "[redacted]"

  /// The fields of free text: those that may hold something about a person.
  package static let fields: [Field] = [
    .title, .publisher, .force, .paperTo, .paperFrom, .contactOfficers, .referenceDocument, .paragraph, .text,
    .addressees, .period, .owner, .closureReason, .noEvidence, .withdrawn, .tags, .chiefOfficerComments, .bodyComments,
    .bodyReply, .note, .privateNote, .evidence, .minute, .assurance, .result,
  ]

  /// Reads `owner`, or `reason`, in any case; `nil` for what holds no free text.
  package init?(_ name: String) {
    if name.lowercased() == "reason" {
      self = .reasons
    } else if let field = RedactedPart.fields.first(where: { $0.rawValue.lowercased() == name.lowercased() }) {
      self = .field(field)
    } else {
      return nil
    }
  }

  /// Its name, as on the command line and in the journal.
  package var name: String {
    switch self {
    case .field(let field): field.rawValue
    case .reasons: "reason"
    }
  }

  /// What it is, in words.
  package var words: String {
    switch self {
    case .field(let field): field.words
    case .reasons: "reason of every change"
    }
  }

  /// Every name that ``init(_:)`` reads.
  package static var names: [String] { fields.map(\.rawValue) + ["reason"] }
}

extension Board {
  /// The record of an erasure, without any text of what was erased.
  ///
  /// - Parameter id: The id the change will have; it names the entry.
  /// - Throws: ``BoardError/missing(_:of:)`` without a reason, ``BoardError/unknownReference(_:candidates:)`` for an
  ///   entity of which nothing was ever recorded.
  package func redaction(
    of part: RedactedPart, in entity: EntityReference, reason: String?, as id: ChangeID
  ) throws(BoardError) -> ChangeDraft {
    guard record(entity) != nil else { throw .unknownReference(entity.name, candidates: []) }
    guard let words = reason.flatMap(Plan.trimmed) else { throw .missing(.reason, of: entity) }
    let key = FieldKey(.redacted, entry: id)
    return ChangeDraft(
      kind: .redact, reason: words,
      operations: [Operation(entity: entity, key: key, old: nil, new: part.name, from: .none)])
  }

  /// Whether an erasure of this was recorded.
  package func isRedacted(_ part: RedactedPart, in entity: EntityReference) -> Bool {
    record(entity)?.entries(.redacted).contains { $0.text == part.name } ?? false
  }
}
