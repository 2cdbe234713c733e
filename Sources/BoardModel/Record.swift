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
  private var order = RegisterOrder()

  /// An empty record.
  package init(entity: EntityReference) {
    self.entity = entity
    self.registers = []
    self.steps = []
    self.changes = []
  }

  /// The value of a field; `nil` for none.
  ///
  /// - Complexity: Constant, but for fields first written after 16 others.
  package subscript(field: Field) -> String? {
    place(of: field).flatMap { registers[$0].value }
  }

  /// The register behind a key; `nil` when it was never written.
  package func register(_ key: FieldKey) -> Register? {
    place(of: key).map { registers[$0] }
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
    switch entity {
    case .item: has(.kind)
    case .report, .meeting: has(.title)
    case .action: has(.text)
    }
  }

  /// Whether it exists and was not withdrawn.
  var isOnBoard: Bool { exists && !has(.withdrawn) }

  /// Whether a field has a value.
  package func has(_ field: Field) -> Bool {
    guard let place = place(of: field) else { return false }
    return registers[place].value != nil
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
    if changes.isEmpty { changes.reserveCapacity(8) }
    if changes.last != index { changes.append(index) }
  }

  /// Sets a register as a new command does; marks it contested when the command had not seen the present value.
  ///
  /// - Parameters:
  ///   - from: The effective writer that the command saw.
  ///   - writer: The change it is part of.
  mutating func write(
    _ value: String?, to key: FieldKey, from: ChangeID, by writer: ChangeID, on day: CalendarDay
  ) {
    if let place = place(of: key) {
      registers[place].contested = registers[place].writer != from
      registers[place].value = value
      registers[place].writer = writer
    } else {
      // Most items come to more than a handful: room for eight at once saves moving them three times.
      if registers.isEmpty { registers.reserveCapacity(8) }
      order.note(key, at: registers.count)
      registers.append(Register(key: key, value: value, writer: writer, contested: from != .none))
    }
    if key.field.isTracked {
      if steps.isEmpty { steps.reserveCapacity(4) }
      steps.append(Step(field: key.field, value: value, writer: writer, on: day, undone: false))
    }
  }

  /// Puts a register back as an undo or redo does; `false`, and nothing done, when its effective writer is another.
  mutating func restore(_ operation: Operation, writer: ChangeID, undoing: Bool) -> Bool {
    guard let place = place(of: operation.key), registers[place].writer == operation.from else { return false }
    registers[place].value = operation.new
    registers[place].writer = writer
    // Only the settling of a contested field leaves the value as it was; taken back, the field is contested again.
    if operation.old == operation.new { registers[place].contested = undoing }
    if operation.key.field.isTracked {
      let changed = undoing ? operation.from : writer
      for index in steps.indices where steps[index].field == operation.key.field && steps[index].writer == changed {
        steps[index].undone = undoing
      }
    }
    return true
  }

  private func place(of field: Field) -> Int? {
    if let place = order.place(of: field) { return place }
    return place(of: FieldKey(field), from: RegisterOrder.length)
  }

  private func place(of key: FieldKey) -> Int? {
    key.entry == .none ? place(of: key.field) : place(of: key, from: 0)
  }

  private func place(of key: FieldKey, from start: Int) -> Int? {
    var place = start
    while place < registers.count {
      if registers[place].key == key { return place }
      place += 1
    }
    return nil
  }
}

/// Which fields the first 16 registers of a record are of, a byte each, so that a field is found without reading them.
private struct RegisterOrder: Hashable, Sendable {
  /// Registers 0 to 7, the first in the lowest byte; 255 for none and for entries.
  private var first = UInt64.max
  /// Registers 8 to 15.
  private var second = UInt64.max

  /// How many registers it tells of.
  static let length = 16

  mutating func note(_ key: FieldKey, at place: Int) {
    guard place < Self.length, key.entry == .none else { return }
    let bits = UInt64(~key.field.ordinal) << UInt64(place % 8 * 8)
    if place < 8 { first ^= bits } else { second ^= bits }
  }

  func place(of field: Field) -> Int? {
    let pattern = 0x0101_0101_0101_0101 * UInt64(field.ordinal)
    if let place = Self.lowestZero(first ^ pattern) { return place }
    return Self.lowestZero(second ^ pattern).map { $0 + 8 }
  }

  /// The place of the lowest byte that is zero.
  private static func lowestZero(_ word: UInt64) -> Int? {
    let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
    return zeros == 0 ? nil : zeros.trailingZeroBitCount / 8
  }
}

extension Field {
  /// The place of the field among all fields, below 255.
  fileprivate var ordinal: UInt8 {
    // An enumeration of fewer than 256 cases without payloads is one byte that counts them.
    unsafe unsafeBitCast(self, to: UInt8.self)
  }
}
