/// The present value of one register and the change that it comes from.
package struct Register: Hashable, Sendable {
  /// Which register.
  package let key: FieldKey
  /// The value; `nil` for none.
  package var value: String?
  /// The effective writer: the change that the value comes from; ``ChangeID/none`` when an undo uncovered nothing.
  package var writer: ChangeID
  /// Whether two copies set it without seeing each other and nobody has acknowledged that.
  package var contested: Bool
}

/// A value that a tracked field (status, due, owner) had, and since when.
package struct Step: Hashable, Sendable {
  /// The field.
  package let field: Field
  /// The value from then on.
  package let value: String?
  /// The change that set it.
  package let writer: ChangeID
  /// The actor's day of that change.
  package let on: CalendarDay
  /// Whether it has been undone; an undone step counts nowhere.
  package var undone: Bool
}

/// Everything recorded of one report, item, meeting or action: its registers, few and sparse, and where they come from.
///
/// It reads a packed board in place, and has lists of its own once it is written to.
package struct Record: Hashable, Sendable {
  /// What it is about.
  package let entity: EntityReference
  private var body: Body

  private enum Body: Sendable {
    case packed(PackedBoard, Int)
    case live(LiveRecord)
    /// While the lists are being written to.
    case vacant
  }

  /// An empty record.
  package init(entity: EntityReference) {
    self.entity = entity
    body = .live(LiveRecord())
  }

  /// The record at a place of a packed board.
  init(_ board: PackedBoard, _ place: Int) {
    entity = board.entity(of: place)
    body = .packed(board, place)
  }

  /// The registers that were ever written, in the order of their first writing.
  package var registers: [Register] {
    switch body {
    case .packed(let board, let place): board.registers(of: place).map { board.register(board.parts.registers[$0]) }
    case .live(let live): live.registers
    case .vacant: []
    }
  }

  /// The values that tracked fields had, oldest first, undone ones included.
  package var steps: [Step] {
    switch body {
    case .packed(let board, let place): board.steps(of: place).map { board.step(board.parts.steps[$0]) }
    case .live(let live): live.steps
    case .vacant: []
    }
  }

  /// The places in ``Board/history`` of the changes that touched it, oldest first.
  package var changes: ArraySlice<Int32> {
    switch body {
    case .packed(let board, let place): board.touches(of: place)
    case .live(let live): live.changes[...]
    case .vacant: []
    }
  }

  /// The value of a field; `nil` for none.
  package subscript(field: Field) -> String? {
    switch body {
    case .packed(let board, let place): board.register(field, of: place).flatMap { board.text($0.value) }
    case .live(let live): live.value(of: field)
    case .vacant: nil
    }
  }

  /// The register behind a key; `nil` when it was never written.
  package func register(_ key: FieldKey) -> Register? {
    guard case .packed(let board, let place) = body, key.entry == .none else {
      return registers.first { $0.key == key }
    }
    return board.register(key.field, of: place).map { board.register($0) }
  }

  /// Whether a field has a value.
  package func has(_ field: Field) -> Bool {
    switch body {
    case .packed(let board, let place): (board.register(field, of: place)?.value.count ?? -1) >= 0
    case .live(let live): live.value(of: field) != nil
    case .vacant: false
    }
  }

  /// The lines of a list field; empty for none.
  package func list(_ field: Field) -> [String] {
    self[field]?.split(separator: "\n").map(String.init) ?? []
  }

  /// The day in a date field; `nil` for none.
  package func day(_ field: Field) -> CalendarDay? {
    withText(of: field) { CalendarDay(ascii: $0) } ?? nil
  }

  /// Looks at the bytes of a field's value in place; nil for none.
  func withText<Value>(of field: Field, _ look: (Span<UInt8>) -> Value) -> Value? {
    switch body {
    case .packed(let board, let place):
      guard let text = board.register(field, of: place)?.value, text.count >= 0 else { return nil }
      return board.withText(text, look)
    case .live(let live): return live.value(of: field).map { look($0.utf8Span.span) }
    case .vacant: return nil
    }
  }

  /// Whether a test holds for the bytes of the value of any register whose field is wanted.
  func hasText(in isWanted: (Field) -> Bool, where test: (Span<UInt8>) -> Bool) -> Bool {
    guard case .packed(let board, let place) = body else {
      return registers.contains { isWanted($0.key.field) && ($0.value.map { test($0.utf8Span.span) } ?? false) }
    }
    return board.registers(of: place).contains { number in
      let register = board.parts.registers[number]
      guard register.value.count >= 0, isWanted(Field.all[Int(register.field)]) else { return false }
      return board.withText(register.value, test)
    }
  }

  /// Looks at the bytes of the values that a tracked field had, oldest first, without what was undone.
  func eachStanding(_ field: Field, _ look: (Span<UInt8>) -> Void) {
    guard case .packed(let board, let place) = body else {
      for step in steps where step.field == field && !step.undone { step.value.map { look($0.utf8Span.span) } }
      return
    }
    let wanted = field.ordinal
    for number in board.steps(of: place) {
      let step = board.parts.steps[number]
      if step.field == wanted, step.undone == 0, step.value.count >= 0 { board.withText(step.value, look) }
    }
  }

  /// The entries of a field that stand, in the order in which they were made.
  package func entries(_ field: Field) -> [(id: ChangeID, text: String)] {
    registers.compactMap { register in
      guard register.key.field == field, let value = register.value else { return nil }
      return (register.key.entry, value)
    }
  }

  /// Whether the entity exists: it was made and that was not undone.
  package var exists: Bool {
    switch entity {
    case .item: has(.kind)
    case .report, .meeting: has(.title)
    case .action: has(.text)
    }
  }

  /// Whether it exists and was not withdrawn.
  var isOnBoard: Bool { exists && !has(.withdrawn) }

  /// The values that a tracked field had, oldest first, without what was undone.
  package func path(of field: Field) -> [Step] {
    steps.filter { $0.field == field && !$0.undone }
  }

  /// The fields whose value two copies set without seeing each other.
  package var contestedFields: [FieldKey] {
    switch body {
    case .packed(let board, let place):
      board.registers(of: place).compactMap { number in
        let register = board.parts.registers[number]
        return register.contested == 1 ? board.key(of: register) : nil
      }
    case .live(let live): live.registers.compactMap { $0.contested ? $0.key : nil }
    case .vacant: []
    }
  }

  /// Changes the record's own lists, which it gets from the packed board if it has none yet.
  mutating func write<Value>(_ change: (inout LiveRecord) -> Value) -> Value {
    var live: LiveRecord
    switch body {
    case .packed(let board, let place): live = board.live(place)
    case .live(let lists): live = lists
    case .vacant: live = LiveRecord()
    }
    // The lists have one owner while they change, or each of them would be copied.
    body = .vacant
    defer { body = .live(live) }
    return change(&live)
  }

  package static func == (left: Record, right: Record) -> Bool {
    left.entity == right.entity && left.registers == right.registers && left.steps == right.steps
      && left.changes == right.changes
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(entity)
    hasher.combine(changes)
  }
}
