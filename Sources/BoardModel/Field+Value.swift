extension Field {
  /// A value of this field as people say it: statuses by their titles, dates in words, lists on one line.
  ///
  /// The text is the data's own where the field is free text; whoever shows it makes it inert.
  package func words(for value: String?) -> String {
    guard let value else { return wordForNone }
    switch self {
    case .status: return Status(rawValue: value)?.title ?? value
    case .position: return ResponsePosition(rawValue: value)?.title ?? value
    case .closureGround: return ClosureGround(rawValue: value)?.title ?? value
    case .publicationDate, .originalPublicationDate, .paperDate, .commentsInvitedBy, .publishedOn, .sentToInspectorsOn,
      .sentToSecretaryOfStateOn, .closed, .due, .verified, .heldOn, .ended, .nextOn, .doneOn:
      return CalendarDay(value)?.inWords ?? value
    case .outcome: return MeetingOutcome(rawValue: value)?.title ?? value
    case .about, .decided, .discussed, .skipped, .agenda:
      return value.split(separator: "\n").map { EntityReference($0)?.name ?? String($0) }.joined(separator: ", ")
    default: return value.split(whereSeparator: \.isNewline).joined(separator: ", ")
    }
  }

  /// What stands where a field has no value.
  private var wordForNone: String {
    switch self {
    case .owner: "awaiting allocation"
    case .due: "no date"
    case .status: "not on the board"
    default: "none"
    }
  }
}

extension Operation {
  /// What it does, in words: `owner: awaiting allocation → Sgt Ali`; long texts are cut.
  ///
  /// - Parameter limit: The characters of each value that are kept.
  package func words(limit: Int = 60) -> String {
    let field = key.field
    if field.isEntry {
      return new == nil ? "\(field.words) taken away" : "\(field.words): \(Operation.cut(field.words(for: new), limit))"
    }
    return "\(field.words): \(arrow(limit: limit))"
  }

  /// The value before and after: `Force action → Complete`.
  package func arrow(limit: Int = 60) -> String {
    let field = key.field
    return "\(Operation.cut(field.words(for: old), limit)) → \(Operation.cut(field.words(for: new), limit))"
  }

  /// This operation turned round, as an undo did it or takes it back.
  var reversed: Operation {
    Operation(entity: entity, key: key, old: new, new: old, from: from, restores: restores)
  }

  static func cut(_ text: String, _ limit: Int) -> String {
    text.count <= limit ? text : text.prefix(max(0, limit - 1)) + "…"
  }
}
