extension BoardBuilder {
  /// The board of all changes given.
  ///
  /// - Complexity: Linear in the writes; quadratic only in the entries of one record that were undone or forged.
  package consuming func finish() -> PackedBoard {
    let order = writesByRecord()
    var play = Play(parts, writes: writes.count)
    for record in parts.records.indices {
      play.begin(record)
      for place in order.starts[record]..<order.starts[record + 1] { play.carryOut(writes[Int(order.places[place])]) }
      play.end()
    }
    writes = []
    parts = PackedBoard.Parts()
    return PackedBoard(play.finish(lastClock: lastOrder?.lamport ?? 0))
  }

  /// The places of the writes, those of one record together and in their order (counting sort).
  private func writesByRecord() -> (starts: [Int], places: [Int32]) {
    var starts = [Int](repeating: 0, count: parts.records.count + 1)
    for write in writes { starts[Int(write.record) + 1] += 1 }
    for record in parts.records.indices { starts[record + 1] += starts[record] }
    var next = starts
    var places = [Int32](repeating: 0, count: writes.count)
    for (place, write) in writes.enumerated() {
      places[next[Int(write.record)]] = Int32(truncatingIfNeeded: place)
      next[Int(write.record)] += 1
    }
    return (starts, places)
  }

  /// Plays the writes of one record after the other; the record at play is the last of the lists.
  private struct Play {
    private var parts: PackedBoard.Parts
    private var firstRegister = 0
    private var firstStep = 0
    private var firstTouch = 0
    /// For each field, the place of its register in the record at play; -1 for none.
    private var places = [Int32](repeating: -1, count: 256)
    /// The highest number of an entry of the record; entries with higher ones are new.
    private var lastEntry = -1
    /// Whether the record has an entry of a stranger, which is no more told by its number.
    private var hasStrangeEntry = false
    /// Which undos and redos put anything back.
    private var effective: Set<UInt32> = []

    init(_ parts: PackedBoard.Parts, writes: Int) {
      self.parts = parts
      self.parts.registers.reserveCapacity(writes)
      self.parts.touches.reserveCapacity(writes)
      self.parts.steps.reserveCapacity(writes)
    }

    mutating func begin(_ record: Int) {
      firstRegister = parts.registers.count
      firstStep = parts.steps.count
      firstTouch = parts.touches.count
      lastEntry = -1
      hasStrangeEntry = false
      parts.records[record].firstRegister = UInt32(truncatingIfNeeded: firstRegister)
      parts.records[record].firstStep = UInt32(truncatingIfNeeded: firstStep)
      parts.records[record].firstTouch = UInt32(truncatingIfNeeded: firstTouch)
    }

    mutating func end() {
      for place in firstRegister..<parts.registers.count { places[Int(parts.registers[place].field)] = -1 }
    }

    mutating func carryOut(_ write: Write) {
      let place = place(of: write)
      switch write.mode {
      case .set: set(write, at: place)
      default: putBack(write, at: place)
      }
    }

    private mutating func set(_ write: Write, at place: Int?) {
      touch(write.change)
      if let place {
        let isExpected = isSame(parts.registers[place].writer, write.from)
        parts.registers[place].contested = isExpected ? 0 : 1
        parts.registers[place].value = write.value
        parts.registers[place].writer = write.change
      } else {
        let field = write.field
        if !field.isEntry { places[Int(field.ordinal)] = Int32(parts.registers.count - firstRegister) }
        parts.registers.append(
          PackedRegister(
            field, entry: write.entry, write.value, writer: write.change, contested: write.from != .none))
      }
      if write.field.isTracked { parts.steps.append(PackedStep(write.field, write.value, writer: write.change)) }
    }

    private mutating func putBack(_ write: Write, at place: Int?) {
      guard let place, isSame(parts.registers[place].writer, write.from) else { return }
      let isUndo = write.mode == .undo || write.mode == .undoKept
      parts.registers[place].value = write.value
      parts.registers[place].writer = write.restores
      if write.mode == .undoKept || write.mode == .redoKept { parts.registers[place].contested = isUndo ? 1 : 0 }
      if write.field.isTracked {
        let changed = isUndo ? write.from : write.restores
        for step in firstStep..<parts.steps.count
        where parts.steps[step].field == write.field.ordinal && isSame(parts.steps[step].writer, changed) {
          parts.steps[step].undone = isUndo ? 1 : 0
        }
      }
      touch(write.change)
      effective.insert(write.change.raw)
    }

    private mutating func touch(_ change: ChangeNumber) {
      let place = Int32(truncatingIfNeeded: change.raw)
      if parts.touches.count == firstTouch || parts.touches[parts.touches.count - 1] != place {
        parts.touches.append(place)
      }
    }

    /// The place of the register of a write; nil if it was never written.
    private mutating func place(of write: Write) -> Int? {
      if !write.field.isEntry {
        let place = places[Int(write.field.ordinal)]
        return place < 0 ? nil : firstRegister + Int(place)
      }
      if let entry = write.entry.place {
        if entry > lastEntry, !hasStrangeEntry {
          lastEntry = entry
          return nil
        }
      } else {
        hasStrangeEntry = true
      }
      for place in firstRegister..<parts.registers.count
      where parts.registers[place].field == write.field.ordinal && isSame(parts.registers[place].entry, write.entry) {
        return place
      }
      return nil
    }

    /// Whether two numbers are of one change: a stranger may have come into the history later.
    private func isSame(_ left: ChangeNumber, _ right: ChangeNumber) -> Bool {
      if left == right { return true }
      guard left.isStranger || right.isStranger else { return false }
      return id(left) == id(right)
    }

    private func id(_ number: ChangeNumber) -> ChangeID {
      if number == .none { return .none }
      guard let place = number.place else { return parts.strangers[number.stranger] }
      let change = parts.history[place]
      return ChangeID(
        replica: parts.replicas[Int(change.replica)], sequence: change.sequence, nonce: change.nonce)
    }

    consuming func finish(lastClock: UInt64) -> PackedBoard.Parts {
      var end = PackedRecord(.report, name: 0)
      end.firstRegister = UInt32(truncatingIfNeeded: parts.registers.count)
      end.firstStep = UInt32(truncatingIfNeeded: parts.steps.count)
      end.firstTouch = UInt32(truncatingIfNeeded: parts.touches.count)
      parts.records.append(end)
      // As the changes come: an undo of an undo speaks after what it takes back.
      for place in effective.sorted() {
        let change = parts.history[Int(place)]
        guard change.reverses >= 0 else { continue }
        parts.history[Int(change.reverses)].undone = 1
        let below = parts.history[Int(change.reverses)].reverses
        if ChangeKind.all[Int(change.kind)] == .redo, below >= 0 { parts.history[Int(below)].undone = 0 }
      }
      parts.lastClock = lastClock
      return parts
    }
  }
}
