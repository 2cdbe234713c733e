/// What is known of one recorded change without reading it again: enough for undo, for cards and for the header.
package struct ChangeSummary: Hashable, Sendable {
  /// Its unique name.
  package let id: ChangeID
  /// Wall time in milliseconds since 1970-01-01 UTC, for display.
  package let at: Int64
  /// The actor's day.
  package let on: CalendarDay
  /// The place of the actor's name in ``Board/actors``.
  package let actor: Int32
  /// The kind of command.
  package let kind: ChangeKind
  /// For an undo or redo, the place in ``Board/history`` of the change it reverses; -1 for none.
  package let reverses: Int32
  /// Whether it is taken back at present.
  package var undone: Bool

  /// The summary of a change that stands; `reverses` is -1 for none.
  package init(
    id: ChangeID, at: Int64, on: CalendarDay, actor: Int32, kind: ChangeKind, reverses: Int32 = -1
  ) {
    self.id = id
    self.at = at
    self.on = on
    self.actor = actor
    self.kind = kind
    self.reverses = reverses
    self.undone = false
  }
}

/// The whole board: a fold over the changes in their order.
///
/// A value; ``apply(_:)`` is the only way it changes.
package struct Board: Sendable {
  /// Names and counting rule; from the store, not from changes.
  package var settings: BoardSettings
  /// Every change applied so far, in order.
  package private(set) var history: History
  /// The names of actors, each once.
  package private(set) var actors: [String] = []
  /// The place in the order of the last change applied; `nil` on an empty board.
  package private(set) var lastOrder: Change.OrderKey?
  private var list: RecordList
  private(set) var index = RecordIndex()

  /// An empty board.
  package init(settings: BoardSettings) {
    self.settings = settings
    history = History(nil)
    list = RecordList(nil)
  }

  /// A packed board, to be gone on with.
  ///
  /// - Complexity: Linear in the records, not in the changes.
  package init(_ base: PackedBoard, settings: BoardSettings) {
    self.settings = settings
    history = History(base)
    list = RecordList(base)
    actors = base.parts.actors
    index = RecordIndex(base)
    lastOrder = history.last.map { last in
      Change.OrderKey(lamport: base.parts.lastClock, replica: last.id.replica, sequence: last.id.sequence)
    }
  }

  /// Everything recorded, in the order in which it was first named.
  ///
  /// - Complexity: Linear in the records.
  package var records: [Record] { (0..<list.count).map { list[$0] } }

  /// The records at some places, without those whose making was undone.
  func recorded(_ places: [Int]) -> [Record] { places.map { list[$0] }.filter(\.exists) }

  /// The record of an entity; `nil` when nothing was ever recorded of it.
  package func record(_ entity: EntityReference) -> Record? {
    index.place(of: entity).map { list[$0] }
  }

  /// The actor of a change in the history.
  package func actor(of summary: ChangeSummary) -> String {
    actors[Int(summary.actor)]
  }

  /// The place of a change in ``history``; `nil` when it is not there.
  ///
  /// - Complexity: Constant where one copy wrote all, else linear from the end.
  package func place(of id: ChangeID) -> Int? { history.place(of: id) }

  /// Applies the next change of the order.
  ///
  /// - Precondition: `change.order` is after ``lastOrder``; the store sorts, and folds again when an earlier one arrives.
  package mutating func apply(_ change: Change) {
    precondition(lastOrder.map { $0 < change.order } ?? true, "changes are applied in their order")
    lastOrder = change.order
    let index = Int32(history.count)
    let reversed = change.reverses.flatMap { place(of: $0) }
    history.append(
      ChangeSummary(
        id: change.id, at: change.at, on: change.on, actor: intern(change.actor), kind: change.kind,
        reverses: reversed.map(Int32.init) ?? -1))
    if change.kind.isReversal {
      applyReversal(change, index: index, reversed: reversed)
    } else {
      for operation in change.operations {
        list.write(at: place(making: operation.entity)) { record in
          record.touch(index)
          record.write(operation.new, to: operation.key, from: operation.from, by: change.id, on: change.on)
        }
      }
    }
  }

  /// An undo or redo changes only registers whose effective writer is the one it names.
  private mutating func applyReversal(_ change: Change, index: Int32, reversed: Int?) {
    var applied = false
    for operation in change.operations {
      guard let writer = operation.restores, let place = self.index.place(of: operation.entity) else { continue }
      let isDone = list.write(at: place) { record in
        guard record.restore(operation, writer: writer, undoing: change.kind == .undo) else { return false }
        record.touch(index)
        return true
      }
      applied = applied || isDone
    }
    guard applied, let reversed else { return }
    let below = history[reversed].reverses
    history.set(undone: true, at: reversed)
    // A redo takes back an undo: the change below it stands again.
    if change.kind == .redo, below >= 0 { history.set(undone: false, at: Int(below)) }
  }

  /// The place among the records of an entity, which gets an empty record if it has none.
  private mutating func place(making entity: EntityReference) -> Int {
    if let place = index.place(of: entity) { return place }
    let place = list.count
    list.append(Record(entity: entity))
    index.add(entity, at: place)
    return place
  }

  /// The place in ``actors`` of a name, which is added if it is new.
  private mutating func intern(_ actor: String) -> Int32 {
    // The latest names are the likeliest; boards have few actors.
    if let index = actors.lastIndex(of: actor) { return Int32(index) }
    actors.append(actor)
    return Int32(actors.count - 1)
  }
}

extension Board {
  /// The reports on the board, by key.
  package var reports: [InspectionReport] {
    recorded(index.reports).compactMap(InspectionReport.init).sorted { $0.key < $1.key }
  }

  /// The report with a key; `nil` when the board has none.
  package func report(_ key: String) -> InspectionReport? {
    record(.report(key)).flatMap { $0.exists ? InspectionReport($0) : nil }
  }

  /// The items on the board in the default order: report, kind (R, A, C), number.
  package var items: [Item] {
    var items: [Item] = []
    items.reserveCapacity(list.count)
    for report in index.items.keys.sorted() { appendItems(of: report, to: &items) }
    return items
  }

  /// The items of one report that are on the board, by kind and number.
  package func items(of report: String) -> [Item] {
    var items: [Item] = []
    appendItems(of: report, to: &items)
    return items
  }

  private func appendItems(of report: String, to items: inout [Item]) {
    for entry in index.items[report] ?? [] {
      let record = list[entry.place]
      if record.isOnBoard, let item = Item(record) { items.append(item) }
    }
  }

  /// An item by its reference, withdrawn ones too; `nil` when it does not exist.
  package func item(_ reference: ItemReference) -> Item? {
    record(.item(reference)).flatMap { $0.exists ? Item($0) : nil }
  }

  /// The meetings, oldest first.
  package var meetings: [Meeting] {
    recorded(index.meetings).compactMap(Meeting.init).sorted { $0.id < $1.id }
  }

  /// The meeting that is on; `nil` between meetings.
  package var openMeeting: Meeting? { meetings.last { !$0.hasEnded } }

  /// The next free number for an unnumbered item of a report; numbers ever used are never given out again.
  package func nextNumber(report: String, kind: ItemKind) -> ItemNumber {
    let used = index.items[report]?.last { $0.kind == kind }
    return ItemNumber((used?.number.major ?? 0) + 1)
  }
}
