/// The lists of a record that is written to change by change.
struct LiveRecord: Hashable, Sendable {
  /// The registers that were ever written, in the order of their first writing.
  var registers: [Register] = []
  /// The values that tracked fields had, oldest first, undone ones included.
  var steps: [Step] = []
  /// The places in ``Board/history`` of the changes that touched it, oldest first.
  var changes: [Int32] = []

  /// The value of a plain field; `nil` for none.
  func value(of field: Field) -> String? {
    for register in registers where register.key.field == field { return register.value }
    return nil
  }

  /// Notes that a change touched this record.
  mutating func touch(_ index: Int32) {
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
      registers.append(Register(key: key, value: value, writer: writer, contested: from != .none))
    }
    if key.field.isTracked {
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

  private func place(of key: FieldKey) -> Int? { registers.firstIndex { $0.key == key } }
}
