extension Board {
  /// Turns a command into the operations that carry it out on this board; an empty list when nothing would change.
  ///
  /// - Parameters:
  ///   - command: What is wanted.
  ///   - id: The id that the change will have; it names notes and evidence.
  /// - Throws: The rule that says no.
  package func plan(_ command: Command, as id: ChangeID) throws(BoardError) -> ChangeDraft {
    var plan = Plan(board: self, id: id)
    return try plan.draft(command)
  }
}

/// A change being put together against one board.
struct Plan {
  let board: Board
  let id: ChangeID
  private(set) var operations: [Operation] = []

  init(board: Board, id: ChangeID) {
    self.board = board
    self.id = id
  }

  mutating func draft(_ command: Command) throws(BoardError) -> ChangeDraft {
    var reason: String?
    let kind: ChangeKind
    switch command {
    case .importPaper(let report, let fields, let items):
      kind = .import
      try addPaper(report, fields: fields, items: items)
    case .addReport(let key, let fields):
      kind = .reportAdd
      try addReport(key, fields: fields)
    case .editReport(let key, let fields):
      kind = .reportEdit
      try present(.report(key))
      try edit(.report(key), fields: fields)
    case .addItem(let item):
      kind = .add
      try take(into: item.reference.report)
      try add(item)
    case .editItem(let reference, let fields):
      kind = .edit
      try present(.item(reference))
      try edit(.item(reference), fields: fields)
    case .move(let references, let status, let closing, let why):
      kind = .move
      reason = status == .complete ? closing?.reason : why
      for reference in references { try move(reference, to: status, closing: closing, reason: why) }
    case .withdraw(let reference, let why):
      kind = .withdraw
      reason = why
      try present(.item(reference))
      try put(.item(reference), .withdrawn, words(why, .reason, of: .item(reference)))
    case .comment(let field, let entity, let text):
      kind = field == .chiefOfficerComments ? .respond : field == .bodyComments ? .comment : .reply
      try present(entity)
      try put(entity, field, words(text, in: field))
    case .position(let reference, let position, let text):
      kind = .comment
      try take(position, on: reference, text: text)
    case .assign(let references, let owner):
      kind = .assign
      for reference in references {
        try present(.item(reference))
        try put(.item(reference), .owner, owner)
      }
    case .due(let references, let day, let why):
      kind = .due
      reason = why
      for reference in references { try revise(reference, due: day, reason: why) }
    case .note(let reference, let text, let isPrivate):
      kind = .note
      try append(isPrivate ? .privateNote : .note, text, to: reference)
    case .evidence(let reference, let text):
      kind = .evidence
      try append(.evidence, text, to: reference)
    case .verify(let reference, let day):
      kind = .verify
      try present(.item(reference))
      try put(.item(reference), .verified, day.description)
    case .record(let report, let step, let day):
      kind = .record
      try present(.report(report))
      try put(.report(report), step, day.description)
    case .closeReport(let key, let day, let why):
      kind = .reportClose
      reason = why.flatMap(Plan.trimmed)
      try close(report: key, on: day, reason: reason)
    case .reopenReport(let key, let why):
      kind = .reportReopen
      reason = why.flatMap(Plan.trimmed)
      try present(.report(key))
      try put(.report(key), .closed, nil)
    case .rank(let ranks):
      kind = .rank
      for (reference, rank) in ranks.sorted(by: { $0.key < $1.key }) {
        try put(.item(reference), .rank, rank.map(String.init))
      }
    case .together(let commands):
      let drafts = try together(commands)
      kind = drafts.first?.kind ?? .edit
      reason = drafts.lazy.compactMap(\.reason).first
      operations = drafts.flatMap(\.operations)
    case .meeting(let command):
      (kind, reason) = try meet(command)
    case .settle(let entity, let field):
      kind = .settle
      try settle(entity, field)
    }
    return ChangeDraft(kind: kind, reason: reason, operations: operations)
  }

  /// Sets a register, unless it has the value already.
  mutating func put(_ entity: EntityReference, _ key: FieldKey, _ value: String?) throws(BoardError) {
    if let value, value.utf8.count > Plan.longestText { throw .textTooLong(field: key.field, bytes: value.utf8.count) }
    let register = board.record(entity)?.register(key)
    guard register?.value != value else { return }
    operations.append(
      Operation(entity: entity, key: key, old: register?.value, new: value, from: register?.writer ?? .none))
  }

  mutating func put(_ entity: EntityReference, _ field: Field, _ value: String?) throws(BoardError) {
    try put(entity, FieldKey(field), value)
  }

  /// The bytes that one field holds at most.
  static let longestText = 65_536

  /// Refuses to change what is not on the board: it may have been withdrawn, or its addition undone, a moment ago.
  func present(_ entity: EntityReference) throws(BoardError) {
    switch entity {
    case .item(let reference):
      guard let item = board.item(reference) else { throw .unknownReference(reference.description, candidates: []) }
      if let reason = item.withdrawn { throw .withdrawn(reference, reason: reason) }
    case .report(let key):
      if board.report(key) == nil { throw .unknownReference(key, candidates: []) }
    case .meeting, .action: break
    }
  }

  /// A text that must say something, without the white space around it.
  func words(_ text: String, in field: Field) throws(BoardError) -> String {
    guard let trimmed = Plan.trimmed(text) else { throw .emptyText(field: field) }
    return trimmed
  }

  /// Words that a rule asks for.
  func words(_ text: String?, _ requirement: BoardError.Requirement, of entity: EntityReference) throws(BoardError)
    -> String
  {
    guard let trimmed = text.flatMap(Plan.trimmed) else { throw .missing(requirement, of: entity) }
    return trimmed
  }

  /// A text without the white space around it; `nil` when nothing is left.
  static func trimmed(_ text: String) -> String? {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return nil }
    return String(text[first...last])
  }

  /// The parts of one change, each planned on the board as it is.
  private func together(_ commands: [Command]) throws(BoardError) -> [ChangeDraft] {
    var drafts: [ChangeDraft] = []
    for command in commands { drafts.append(try board.plan(command, as: id)) }
    return drafts
  }

  private mutating func append(_ field: Field, _ text: String, to reference: ItemReference) throws(BoardError) {
    try present(.item(reference))
    try put(.item(reference), FieldKey(field, entry: id), words(text, in: field))
  }

  /// Writes the present value once more, this time having seen it.
  private mutating func settle(_ entity: EntityReference, _ field: Field) throws(BoardError) {
    let key = FieldKey(field)
    guard let register = board.record(entity)?.register(key), register.contested else {
      throw .notContested(entity, field, contested: board.record(entity)?.contestedFields.map(\.field) ?? [])
    }
    operations.append(
      Operation(entity: entity, key: key, old: register.value, new: register.value, from: register.writer))
  }
}
