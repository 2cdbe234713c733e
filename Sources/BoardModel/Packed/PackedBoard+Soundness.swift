extension PackedBoard.Parts {
  /// Whether every place that a part names is there, so that nothing read from a file can lead outside the lists.
  package var isSound: Bool {
    guard let end = records.last, history.count < 1 << 31, strangers.count < 1 << 30 else { return false }
    guard Int(end.firstRegister) == registers.count, Int(end.firstStep) == steps.count,
      Int(end.firstTouch) == touches.count
    else { return false }
    return hasSoundHistory && hasSoundRecords && hasSoundLists
  }

  private var hasSoundHistory: Bool {
    for place in history.indices {
      let change = history[place]
      guard change.actor >= 0, Int(change.actor) < actors.count, change.replica >= 0,
        Int(change.replica) < replicas.count, Int(change.kind) < ChangeKind.all.count, change.reverses >= -1,
        Int(change.reverses) < place
      else { return false }
    }
    return true
  }

  private var hasSoundRecords: Bool {
    var before = PackedRecord(.report, name: 0)
    for (place, record) in records.enumerated() {
      guard record.firstRegister >= before.firstRegister, record.firstStep >= before.firstStep,
        record.firstTouch >= before.firstTouch
      else { return false }
      before = record
      if place == records.count - 1 { break }
      switch PackedRecord.Class(rawValue: record.tag) {
      case nil: return false
      case .action: guard isSound(ChangeNumber(raw: record.name)) else { return false }
      case .report, .meeting, .item: guard Int(record.name) < names.count else { return false }
      }
      guard Int(record.itemKind) < ItemKind.all.count else { return false }
    }
    return true
  }

  private var hasSoundLists: Bool {
    for register in registers {
      guard Int(register.field) < Field.all.count, isSound(register.value), isSound(register.writer),
        isSound(register.entry)
      else { return false }
    }
    for step in steps {
      guard Int(step.field) < Field.all.count, isSound(step.value), isSound(step.writer) else { return false }
    }
    for place in touches { guard place >= 0, Int(place) < history.count else { return false } }
    return true
  }

  private func isSound(_ text: PackedText) -> Bool {
    text.count == -1 || (text.count >= 0 && text.start >= 0 && text.start <= self.text.count - Int(text.count))
  }

  private func isSound(_ number: ChangeNumber) -> Bool {
    if let place = number.place { return place < history.count }
    return number == .none || number.stranger < strangers.count
  }
}
