/// A second, plain account of what undo for several people means, which shares no code with the product.
///
/// Fields are names, events are what people did. It holds all events in their order and finds every value by going
/// through them from the start: slow, and short enough to be checked by reading.
struct ReferenceModel {
  /// The name of an event: when by the logical clock, on which copy, and its number there.
  struct Name: Hashable, Comparable {
    let clock: Int
    let copy: Int
    let number: Int

    static func < (left: Name, right: Name) -> Bool {
      (left.clock, left.copy, left.number) < (right.clock, right.copy, right.number)
    }
  }

  /// What stands in a field, and which event put it there.
  struct Cell: Equatable {
    var value: String?
    var from: Name?
    var isContested = false
  }

  /// What somebody did to fields.
  struct Event {
    enum Deed {
      /// Each field's new value, and what was seen in it before.
      case set([String: (new: String?, seen: Cell)])
      /// Takes back an event in these fields.
      case undo(Name, fields: Set<String>)
      /// Takes back an undo.
      case redo(Name, fields: Set<String>)
    }

    let name: Name
    let actor: String
    let deed: Deed
  }

  private(set) var events: [Name: Event] = [:]
  private(set) var cells: [String: Cell] = [:]
  private(set) var undone: Set<Name> = []

  /// All events in their order.
  private(set) var ordered: [Event] = []

  /// Takes in events, in any order, also such as are known.
  mutating func learn(_ new: some Sequence<Event>) {
    for event in new { events[event.name] = event }
    ordered = events.values.sorted { $0.name < $1.name }
    cells = [:]
    undone = []
    for event in ordered { replay(event) }
  }

  /// Takes in an event that comes after all others.
  mutating func add(_ event: Event) {
    precondition(ordered.last.map { $0.name < event.name } ?? true)
    events[event.name] = event
    ordered.append(event)
    replay(event)
  }

  private mutating func replay(_ event: Event) {
    switch event.deed {
    case .set(let writes):
      for (field, write) in writes {
        let now = cells[field] ?? Cell()
        cells[field] = Cell(value: write.new, from: event.name, isContested: now.from != write.seen.from)
      }
    case .undo(let target, let fields):
      guard case .set(let writes)? = events[target]?.deed else { return }
      var isDone = false
      for field in fields where cells[field]?.from == target {
        guard let seen = writes[field]?.seen else { continue }
        cells[field]?.value = seen.value
        cells[field]?.from = seen.from
        isDone = true
      }
      if isDone { undone.insert(target) }
    case .redo(let undo, let fields):
      guard case .undo(let target, _)? = events[undo]?.deed, case .set(let writes)? = events[target]?.deed else {
        return
      }
      var isDone = false
      for field in fields {
        guard let write = writes[field], let cell = cells[field], cell.from == write.seen.from else { continue }
        cells[field]?.value = write.new
        cells[field]?.from = target
        isDone = true
      }
      if isDone {
        undone.insert(undo)
        undone.remove(target)
      }
    }
  }

  /// Rule 2: the latest own event that stands.
  func latestOwn(_ actor: String) -> Name? {
    ordered.last { event in
      guard case .set = event.deed, event.actor == actor else { return false }
      return !undone.contains(event.name)
    }?.name
  }

  /// Rule 5: the latest own undo that stands, unless a command of one's own came after it.
  func latestOwnUndo(_ actor: String) -> Name? {
    for event in ordered.reversed() where event.actor == actor {
      switch event.deed {
      case .set: return nil
      case .undo: if !undone.contains(event.name) { return event.name }
      case .redo: continue
      }
    }
    return nil
  }

  /// Rules 3 and 4: the fields that an undo puts back; `nil` if it is refused.
  func fieldsToUndo(_ target: Name, onlyFree: Bool) -> Set<String>? {
    guard case .set(let writes)? = events[target]?.deed, !undone.contains(target) else { return nil }
    let free = writes.keys.filter { cells[$0]?.from == target }
    if free.count == writes.count || (onlyFree && !free.isEmpty) { return Set(free) }
    return nil
  }

  /// The fields that a redo puts back; `nil` if it is refused.
  func fieldsToRedo(_ undo: Name) -> Set<String>? {
    guard case .undo(let target, let fields)? = events[undo]?.deed, case .set(let writes)? = events[target]?.deed else {
      return nil
    }
    let isFree = fields.allSatisfy { field in
      guard let seen = writes[field]?.seen, let cell = cells[field] else { return false }
      return cell.from == seen.from && cell.value == seen.value
    }
    return isFree ? fields : nil
  }
}
