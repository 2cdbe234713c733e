extension Plan {
  /// An item's change of status, with the words that the rules want.
  mutating func move(
    _ reference: ItemReference, to status: Status, closing: Command.ClosingWords?, reason: String?
  ) throws(BoardError) {
    let entity = EntityReference.item(reference)
    try present(entity)
    guard let item = board.item(reference) else { return }
    guard item.status != status else { return }
    if status == .complete {
      try put(entity, .status, status.rawValue)
      try close(entity, closing ?? Command.ClosingWords(), hasEvidence: !item.record.entries(.evidence).isEmpty)
    } else {
      if item.status == .complete { _ = try words(reason, .reason, of: entity) }
      try put(entity, .status, status.rawValue)
      for field in [Field.closureGround, .closureReason, .noEvidence, .nationalOpen, .verified] {
        try put(entity, field, nil)
      }
    }
  }

  /// Writes how an item was closed; evidence given earlier counts.
  mutating func close(_ entity: EntityReference, _ closing: Command.ClosingWords, hasEvidence: Bool) throws(BoardError)
  {
    guard let ground = closing.ground else { throw .missing(.ground, of: entity) }
    try put(entity, .closureGround, ground.rawValue)
    try put(entity, .closureReason, words(closing.reason, .reason, of: entity))
    if let evidence = closing.evidence {
      try put(entity, FieldKey(.evidence, entry: id), words(evidence, .evidence, of: entity))
    } else if let noEvidence = closing.noEvidence {
      try put(entity, .noEvidence, words(noEvidence, .evidence, of: entity))
    } else if !hasEvidence {
      throw .missing(.evidence, of: entity)
    }
    if closing.nationalOpen { try put(entity, .nationalOpen, "yes") }
  }

  /// The (5B) position; no action needs the reason in the body's comments, given now or earlier.
  mutating func take(_ position: ResponsePosition, on reference: ItemReference, text: String?) throws(BoardError) {
    let entity = EntityReference.item(reference)
    try present(entity)
    if position == .noAction, text.flatMap(Plan.trimmed) == nil, board.record(entity)?[.bodyComments] == nil {
      throw .missing(.explanation, of: entity)
    }
    try put(entity, .position, position.rawValue)
    if let text { try put(entity, .bodyComments, words(text, in: .bodyComments)) }
  }

  /// A revised due date; a date set by hand is the board's own unless it is the first.
  mutating func revise(_ reference: ItemReference, due day: CalendarDay, reason: String) throws(BoardError) {
    let entity = EntityReference.item(reference)
    try present(entity)
    _ = try words(reason, .reason, of: entity)
    try put(entity, .due, day.description)
    try put(entity, .dueSource, DueSource.internal.rawValue)
  }

  /// A new item; its name must never have been used.
  mutating func add(_ new: Command.NewItem) throws(BoardError) {
    let entity = EntityReference.item(new.reference)
    guard board.record(entity) == nil else { throw .nameTaken(entity) }
    try put(entity, .kind, new.reference.kind.rawValue)
    for field in Field.allCases where field != .kind && field != .status {
      guard let value = new.fields[field] else { continue }
      try put(entity, field, FieldRule.checked(value, for: field, allowed: FieldRule.ofItems))
    }
    let status = new.fields[.status] ?? Status.forceAction.rawValue
    try put(entity, .status, FieldRule.checked(status, for: .status, allowed: FieldRule.ofItems + [.status]))
    if status == Status.complete.rawValue {
      try close(entity, new.closing ?? Command.ClosingWords(), hasEvidence: false)
    }
  }

  /// A new report; its key must never have been used.
  mutating func addReport(_ key: String, fields: [Field: String]) throws(BoardError) {
    let entity = EntityReference.report(key)
    guard ReportKey.isValid(key) else { throw .badKey(key) }
    guard board.record(entity) == nil else { throw .nameTaken(entity) }
    try put(entity, .title, words(fields[.title] ?? "", in: .title))
    for field in Field.allCases where field != .title {
      guard let value = fields[field] else { continue }
      try put(entity, field, FieldRule.checked(value, for: field, allowed: FieldRule.ofReports))
    }
  }

  /// A paper: its report when it is new, what it newly says of a known one, and its new items.
  mutating func addPaper(_ key: String, fields: [Field: String], items: [Command.NewItem]) throws(BoardError) {
    if board.record(.report(key)) == nil {
      try addReport(key, fields: fields)
    } else {
      for field in Field.allCases {
        guard let value = fields[field], board.record(.report(key))?[field] == nil else { continue }
        try put(.report(key), field, FieldRule.checked(value, for: field, allowed: FieldRule.ofReports))
      }
    }
    if !items.isEmpty, board.report(key) != nil { try take(into: key) }
    for item in items { try add(item) }
  }

  /// Fields changed by hand.
  mutating func edit(_ entity: EntityReference, fields: [Field: String?]) throws(BoardError) {
    let allowed = if case .report = entity { FieldRule.ofReports } else { FieldRule.ofItems }
    for field in Field.allCases {
      guard let value = fields[field] else { continue }
      if let value {
        try put(entity, field, FieldRule.checked(value, for: field, allowed: allowed))
      } else {
        guard allowed.contains(field), !FieldRule.required.contains(field) else {
          throw .emptyText(field: field)
        }
        try put(entity, field, nil)
      }
    }
  }
}
