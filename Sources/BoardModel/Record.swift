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
package struct Record: Hashable, Sendable {
  /// What it is about.
  package let entity: EntityReference
  /// The registers that were ever written, in the order of their first writing.
  package private(set) var registers: [Register]
  /// The values that tracked fields had, oldest first, undone ones included.
  package private(set) var steps: [Step]
  /// The places in ``Board/history`` of the changes that touched it, oldest first.
  package private(set) var changes: [Int32]

  /// An empty record.
  package init(entity: EntityReference) {
    self.entity = entity
    self.registers = []
    self.steps = []
    self.changes = []
  }

  /// The value of a field; `nil` for none.
  ///
  /// - Complexity: Linear in the few fields that were written.
  package subscript(field: Field) -> String? {
    // By index: handing whole registers to a closure would count references for each.
    for index in registers.indices where registers[index].key.field == field && registers[index].key.entry == .none {
      return registers[index].value
    }
    return nil
  }

  /// The register behind a key; `nil` when it was never written.
  package func register(_ key: FieldKey) -> Register? {
    registers.first { $0.key == key }
  }

  /// The lines of a list field; empty for none.
  package func list(_ field: Field) -> [String] {
    self[field]?.split(separator: "\n").map(String.init) ?? []
  }

  /// The day in a date field; `nil` for none.
  package func day(_ field: Field) -> CalendarDay? {
    self[field].flatMap { CalendarDay($0) }
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
    let field: Field =
      switch entity {
      case .item: .kind
      case .report, .meeting: .title
      case .action: .text
      }
    return self[field] != nil
  }

  /// The values that a tracked field had, oldest first, without what was undone.
  package func path(of field: Field) -> [Step] {
    steps.filter { $0.field == field && !$0.undone }
  }

  /// The fields whose value two copies set without seeing each other.
  package var contestedFields: [FieldKey] {
    registers.compactMap { $0.contested ? $0.key : nil }
  }

  /// Notes that a change touched this record.
  mutating func touch(_ index: Int32) {
    if changes.last != index { changes.append(index) }
  }

  /// Sets a register as a new command does; marks it contested when the command had not seen the present value.
  mutating func write(_ operation: Operation, by writer: ChangeID, on day: CalendarDay) {
    if let index = registers.firstIndex(where: { $0.key == operation.key }) {
      registers[index].contested = registers[index].writer != operation.from
      registers[index].value = operation.new
      registers[index].writer = writer
    } else {
      registers.append(
        Register(key: operation.key, value: operation.new, writer: writer, contested: operation.from != .none))
    }
    if operation.key.field.isTracked {
      steps.append(
        Step(field: operation.key.field, value: operation.new, writer: writer, on: day, undone: false))
    }
  }

  /// Puts a register back as an undo or redo does; `false`, and nothing done, when its effective writer is another.
  mutating func restore(_ operation: Operation, writer: ChangeID, undoing: Bool) -> Bool {
    guard let index = registers.firstIndex(where: { $0.key == operation.key }),
      registers[index].writer == operation.from
    else { return false }
    registers[index].value = operation.new
    registers[index].writer = writer
    // Only the settling of a contested field leaves the value as it was; taken back, the field is contested again.
    if operation.old == operation.new { registers[index].contested = undoing }
    if operation.key.field.isTracked {
      let changed = undoing ? operation.from : writer
      for index in steps.indices where steps[index].field == operation.key.field && steps[index].writer == changed {
        steps[index].undone = undoing
      }
    }
    return true
  }
}
