import BoardModel

extension SnapshotWriter {
  mutating func add(_ name: Segment.Name) {
    add(name.replica)
    add(name.number)
  }

  mutating func add(_ seen: SeenFile) {
    add(seen.device)
    add(seen.inode)
    add(seen.size)
    add(Int(seen.modified))
  }

  mutating func add(_ file: Snapshot.Covered) {
    add(file.name)
    add(file.consumed)
    add(file.lines)
    add(file.digest)
    add(file.lastBytes)
    add(file.seen)
  }

  mutating func add(_ parts: PackedBoard.Parts) {
    add(parts.history)
    add(parts.registers)
    add(parts.steps)
    add(parts.touches)
    add(parts.records)
    add(parts.text)
    add(parts.replicas)
    add(parts.lastClock)
    for texts in [parts.names, parts.actors] {
      add(texts.count)
      for text in texts { add(text) }
    }
    add(parts.strangers.count)
    for id in parts.strangers {
      add(id.replica)
      add(Int(id.sequence))
      add(Int(id.nonce))
    }
  }
}

extension SnapshotReader {
  /// What was written one after the other behind their number.
  mutating func repeated<Value>(_ read: (inout SnapshotReader) -> Value) -> [Value] {
    var values: [Value] = []
    var left = integer()
    while left > 0, !isShort {
      values.append(read(&self))
      left -= 1
    }
    return values
  }

  mutating func name() -> Segment.Name { Segment.Name(replica: number(), number: integer()) }

  mutating func seen() -> SeenFile {
    SeenFile(device: number(), inode: number(), size: integer(), modified: Int64(integer()))
  }

  mutating func covered() -> Snapshot.Covered {
    Snapshot.Covered(
      name: name(), consumed: integer(), lines: integer(), digest: number(), lastBytes: list(of: UInt8.self),
      seen: seen())
  }

  mutating func parts() -> PackedBoard.Parts {
    var parts = PackedBoard.Parts()
    parts.history = list(of: PackedChange.self)
    parts.registers = list(of: PackedRegister.self)
    parts.steps = list(of: PackedStep.self)
    parts.touches = list(of: Int32.self)
    parts.records = list(of: PackedRecord.self)
    parts.text = list(of: UInt8.self)
    parts.replicas = list(of: UInt64.self)
    parts.lastClock = number()
    parts.names = repeated { $0.text() }
    parts.actors = repeated { $0.text() }
    parts.strangers = repeated {
      ChangeID(
        replica: $0.number(), sequence: UInt32(truncatingIfNeeded: $0.integer()),
        nonce: UInt32(truncatingIfNeeded: $0.integer()))
    }
    return parts
  }
}
