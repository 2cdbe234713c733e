extension PackedBoard {
  /// The id behind a number.
  func id(_ number: ChangeNumber) -> ChangeID {
    if let place = number.place { return id(at: place) }
    return number == .none ? .none : parts.strangers[number.stranger]
  }

  /// The id of the change at a place of the history.
  func id(at place: Int) -> ChangeID {
    let change = parts.history[place]
    return ChangeID(replica: parts.replicas[Int(change.replica)], sequence: change.sequence, nonce: change.nonce)
  }

  /// The change at a place of the history.
  func summary(at place: Int) -> ChangeSummary {
    let change = parts.history[place]
    let id = ChangeID(replica: parts.replicas[Int(change.replica)], sequence: change.sequence, nonce: change.nonce)
    var summary = ChangeSummary(
      id: id, at: change.at, on: CalendarDay(daysSinceEpoch: change.on), actor: change.actor,
      kind: ChangeKind.all[Int(change.kind)], reverses: change.reverses)
    summary.undone = change.undone == 1
    return summary
  }

  /// The place of a change in the history; nil when it is not there.
  ///
  /// - Complexity: Constant where one copy wrote all, else linear from the end.
  func place(of id: ChangeID) -> Int? {
    guard let replica = parts.replicas.firstIndex(of: id.replica) else { return nil }
    func isIt(_ change: PackedChange) -> Bool {
      change.sequence == id.sequence && change.nonce == id.nonce && Int(change.replica) == replica
    }
    let guess = Int(id.sequence) - 1
    if parts.history.indices.contains(guess), isIt(parts.history[guess]) { return guess }
    return parts.history.lastIndex(where: isIt)
  }

  /// What the record at a place is of.
  func entity(of place: Int) -> EntityReference {
    let record = parts.records[place]
    switch PackedRecord.Class(rawValue: record.tag) {
    case .item:
      let number = ItemNumber(Int(record.major), minor: Int(record.minor))
      return .item(
        ItemReference(
          report: parts.names[Int(record.name)], kind: ItemKind.all[Int(record.itemKind)], number: number))
    case .meeting: return .meeting(parts.names[Int(record.name)])
    case .action: return .action(id(ChangeNumber(raw: record.name)))
    case .report, nil: return .report(parts.names[Int(record.name)])
    }
  }

  /// Where the registers of a record are.
  func registers(of place: Int) -> Range<Int> {
    Int(parts.records[place].firstRegister)..<Int(parts.records[place + 1].firstRegister)
  }

  /// Where the steps of a record are.
  func steps(of place: Int) -> Range<Int> {
    Int(parts.records[place].firstStep)..<Int(parts.records[place + 1].firstStep)
  }

  /// The changes that touched a record.
  func touches(of place: Int) -> ArraySlice<Int32> {
    parts.touches[Int(parts.records[place].firstTouch)..<Int(parts.records[place + 1].firstTouch)]
  }

  /// The register of a plain field of a record; nil when it was never written.
  func register(_ field: Field, of place: Int) -> PackedRegister? {
    let wanted = field.ordinal
    for number in registers(of: place) where parts.registers[number].field == wanted { return parts.registers[number] }
    return nil
  }

  /// A register as the model knows it.
  func register(_ packed: PackedRegister) -> Register {
    Register(
      key: key(of: packed), value: text(packed.value), writer: id(packed.writer), contested: packed.contested == 1)
  }

  /// The key of a register.
  func key(of packed: PackedRegister) -> FieldKey {
    let field = Field.all[Int(packed.field)]
    return field.isEntry ? FieldKey(field, entry: id(packed.entry)) : FieldKey(field)
  }

  /// A step as the model knows it.
  func step(_ packed: PackedStep) -> Step {
    let place = packed.writer.place
    return Step(
      field: Field.all[Int(packed.field)], value: text(packed.value), writer: id(packed.writer),
      on: CalendarDay(daysSinceEpoch: place.map { parts.history[$0].on } ?? 0), undone: packed.undone == 1)
  }

  /// A value; nil for none.
  func text(_ place: PackedText) -> String? {
    guard place.count >= 0 else { return nil }
    return String(decoding: parts.text[place.start..<place.start + Int(place.count)], as: UTF8.self)
  }

  /// Looks at the bytes of a value that is there.
  func withText<Value>(_ place: PackedText, _ look: (Span<UInt8>) -> Value) -> Value {
    let text = parts.text
    return look(text.span.extracting(place.start..<place.start + Int(place.count)))
  }

  /// A record that can be written to.
  func live(_ place: Int) -> LiveRecord {
    LiveRecord(
      registers: registers(of: place).map { register(parts.registers[$0]) },
      steps: steps(of: place).map { step(parts.steps[$0]) }, changes: Array(touches(of: place)))
  }
}
