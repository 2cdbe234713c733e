/// Folds a long history into a packed board.
///
/// Changes are given in their order, each begun and then filled with its writes. Nothing is looked up on the board
/// meanwhile: ``finish()`` sorts the writes by record and plays them one record after the other, so that the memory a
/// record takes is touched once and not for every change. The board is the one that ``Board/apply(_:)`` makes of the
/// same changes.
package struct BoardBuilder: Sendable {
  /// One write, or one register put back by an undo or redo.
  struct Write {
    let value: PackedText
    let record: Int32
    let change: ChangeNumber
    /// The effective writer that the change saw.
    let from: ChangeNumber
    let entry: ChangeNumber
    /// For a register put back, its effective writer afterwards.
    let restores: ChangeNumber
    let field: Field
    let mode: Mode

    enum Mode {
      /// A new value.
      case set
      /// A value put back; `kept` if it is the one that was there.
      case undo, undoKept, redo, redoKept
    }
  }

  /// The changes of one copy of the store by their numbers there.
  struct Stream {
    let replica: UInt64
    let first: UInt32
    var places: [Int32] = []
  }

  var parts = PackedBoard.Parts()
  var writes: [Write] = []
  private var streams: [Stream] = []
  private var lastStream = 0
  /// Changes that came out of the order of their numbers.
  private var odd: [ChangeID: Int32] = [:]
  private var strangers: [ChangeID: Int] = [:]
  private var entities: [EntityReference: Int32] = [:]
  private var names: [String: UInt32] = [:]
  /// The order of the last change.
  package private(set) var lastOrder: Change.OrderKey?

  /// A builder without changes.
  package init() {}

  /// Makes room for so many changes, so that long lists need not be moved while they grow.
  package mutating func reserve(changes: Int) {
    // Room that is not used costs addresses, no memory.
    parts.history.reserveCapacity(changes)
    writes.reserveCapacity(changes * 2)
    parts.text.reserveCapacity(changes * 64)
  }

  /// The number of an actor's name.
  package mutating func actor(_ name: String) -> Int32 {
    if let place = parts.actors.lastIndex(of: name) { return Int32(place) }
    parts.actors.append(name)
    return Int32(parts.actors.count - 1)
  }

  /// The number of an entity's record, which is made if there is none.
  package mutating func record(_ entity: EntityReference) -> Int32 {
    if let place = entities[entity] { return place }
    let place = Int32(parts.records.count)
    entities[entity] = place
    switch entity {
    case .report(let key): parts.records.append(PackedRecord(.report, name: name(key)))
    case .meeting(let id): parts.records.append(PackedRecord(.meeting, name: name(id)))
    case .action(let id): parts.records.append(PackedRecord(.action, name: number(of: id).raw))
    case .item(let item):
      parts.records.append(PackedRecord(.item, name: name(item.report), kind: item.kind, item.number))
    }
    return place
  }

  private mutating func name(_ text: String) -> UInt32 {
    if let place = names[text] { return place }
    parts.names.append(text)
    names[text] = UInt32(parts.names.count - 1)
    return UInt32(parts.names.count - 1)
  }

  /// Begins the next change of the order.
  ///
  /// - Precondition: `order` is after that of the change before.
  package mutating func begin(
    _ id: ChangeID, _ order: Change.OrderKey, at: Int64, on: CalendarDay, actor: Int32, kind: ChangeKind,
    reverses: ChangeID? = nil
  ) {
    precondition(lastOrder.map { $0 < order } ?? true, "changes are folded in their order")
    lastOrder = order
    let reversed = reverses.flatMap { number(of: $0).place }
    let place = Int32(parts.history.count)
    let stream = streamNumber(id.replica, first: id.sequence)
    parts.history.append(
      PackedChange(
        id, replica: Int32(stream), at: at, on: on, actor: actor, kind: kind, reverses: reversed.map(Int32.init) ?? -1))
    let next = Int(id.sequence) - Int(streams[stream].first)
    // A few missing numbers leave holes; many are not worth a long list.
    if next >= streams[stream].places.count, next < streams[stream].places.count + 64 {
      while streams[stream].places.count < next { streams[stream].places.append(-1) }
      streams[stream].places.append(place)
    } else {
      odd[id] = place
    }
  }

  /// Keeps a text, to be written next.
  package mutating func keep(_ text: Span<UInt8>) -> PackedText {
    let start = parts.text.count
    unsafe text.withUnsafeBufferPointer { bytes in unsafe parts.text.append(contentsOf: bytes) }
    return PackedText(start: start, count: Int32(truncatingIfNeeded: text.count))
  }

  /// Keeps a text, to be written next; none for nil.
  package mutating func keep(_ text: String?) -> PackedText {
    guard let text else { return .none }
    let start = parts.text.count
    parts.text += text.utf8
    return PackedText(start: start, count: Int32(truncatingIfNeeded: parts.text.count - start))
  }

  /// Sets a register of a record as part of the change that was begun last; `from` is where its old value came from.
  package mutating func write(_ value: PackedText, to key: FieldKey, of record: Int32, from: ChangeID) {
    let change = ChangeNumber(place: parts.history.count - 1)
    writes.append(
      Write(
        value: value, record: record, change: change, from: number(of: from),
        entry: key.entry == .none ? .none : number(of: key.entry), restores: .none, field: key.field, mode: .set))
  }

  /// Adds a whole change, the next of the order.
  package mutating func add(_ change: Change) {
    begin(
      change.id, change.order, at: change.at, on: change.on, actor: actor(change.actor), kind: change.kind,
      reverses: change.reverses)
    for operation in change.operations {
      guard change.kind.isReversal else {
        write(keep(operation.new), to: operation.key, of: record(operation.entity), from: operation.from)
        continue
      }
      // What was never named cannot be put back.
      guard let writer = operation.restores, let record = entities[operation.entity] else { continue }
      let kept = operation.old == operation.new
      writes.append(
        Write(
          value: keep(operation.new), record: record, change: ChangeNumber(place: parts.history.count - 1),
          from: number(of: operation.from),
          entry: operation.key.entry == .none ? .none : number(of: operation.key.entry), restores: number(of: writer),
          field: operation.key.field, mode: change.kind == .undo ? (kept ? .undoKept : .undo) : kept ? .redoKept : .redo
        ))
    }
  }
}

extension BoardBuilder {
  /// The place of a copy of the store among the streams, which is made if there is none.
  private mutating func streamNumber(_ replica: UInt64, first: UInt32) -> Int {
    if let place = streamNumber(replica) { return place }
    parts.replicas.append(replica)
    streams.append(Stream(replica: replica, first: first))
    return streams.count - 1
  }

  private mutating func streamNumber(_ replica: UInt64) -> Int? {
    if lastStream < streams.count, streams[lastStream].replica == replica { return lastStream }
    guard let place = streams.firstIndex(where: { $0.replica == replica }) else { return nil }
    lastStream = place
    return place
  }

  /// The number of a change, also of one that is not in the history.
  private mutating func number(of id: ChangeID) -> ChangeNumber {
    if id.sequence == 0, id == .none { return .none }
    if let stream = streamNumber(id.replica), id.sequence >= streams[stream].first {
      let next = Int(id.sequence - streams[stream].first)
      if next < streams[stream].places.count, case let place = streams[stream].places[next], place >= 0,
        parts.history[Int(place)].nonce == id.nonce
      {
        return ChangeNumber(place: Int(place))
      }
    }
    if let place = odd[id] { return ChangeNumber(place: Int(place)) }
    if let place = strangers[id] { return ChangeNumber(stranger: place) }
    strangers[id] = parts.strangers.count
    parts.strangers.append(id)
    return ChangeNumber(stranger: parts.strangers.count - 1)
  }
}
