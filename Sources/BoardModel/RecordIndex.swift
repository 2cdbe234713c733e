/// Where the records of each kind are among all records, so that no question has to look at every one.
struct RecordIndex: Sendable {
  /// An item's record and what it is sorted by.
  struct Entry: Sendable {
    let kind: ItemKind
    let number: ItemNumber
    let place: Int

    static func < (left: Entry, right: Entry) -> Bool {
      left.kind == right.kind ? left.number < right.number : left.kind < right.kind
    }
  }

  /// The places of reports, in the order in which they were first named.
  private(set) var reports: [Int] = []
  /// The places of meetings, in the order in which they were first named.
  private(set) var meetings: [Int] = []
  /// The places of actions, in the order in which they were set.
  private(set) var actions: [Int] = []
  /// The items of each report by kind and number, withdrawn ones and those taken back too.
  private(set) var items: [String: [Entry]] = [:]
  /// The places of everything that is no item.
  private var others: [EntityReference: Int] = [:]

  /// The index of no records.
  init() {}

  /// The index of the records of a packed board.
  init(_ board: PackedBoard) {
    var byName: [[Entry]] = Array(repeating: [], count: board.parts.names.count)
    for place in 0..<board.recordCount {
      let record = board.parts.records[place]
      if record.tag == PackedRecord.Class.item.rawValue {
        let number = ItemNumber(Int(record.major), minor: Int(record.minor))
        let entry = Entry(kind: ItemKind.all[Int(record.itemKind)], number: number, place: place)
        byName[Int(record.name)].insertSorted(entry)
      } else {
        add(board.entity(of: place), at: place)
      }
    }
    for (name, entries) in byName.enumerated() where !entries.isEmpty { items[board.parts.names[name]] = entries }
  }

  /// The place of a record; nil when there is none.
  ///
  /// - Complexity: O(log *n*) in the items of a report.
  func place(of entity: EntityReference) -> Int? {
    guard case .item(let reference) = entity else { return others[entity] }
    guard let entries = items[reference.report] else { return nil }
    let wanted = Entry(kind: reference.kind, number: reference.number, place: 0)
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && !(wanted < entries[low]) ? entries[low].place : nil
  }

  /// Adds a record.
  ///
  /// - Complexity: Linear in the items of its report that come after it: mostly none.
  mutating func add(_ entity: EntityReference, at place: Int) {
    switch entity {
    case .report: reports.append(place)
    case .meeting: meetings.append(place)
    case .action: actions.append(place)
    case .item(let reference):
      let entry = Entry(kind: reference.kind, number: reference.number, place: place)
      items[reference.report, default: []].insertSorted(entry)
      return
    }
    others[entity] = place
  }
}

extension [RecordIndex.Entry] {
  /// Inserts an entry behind all that are not after it.
  fileprivate mutating func insertSorted(_ entry: RecordIndex.Entry) {
    var place = count
    while place > 0, entry < self[place - 1] { place -= 1 }
    insert(entry, at: place)
  }
}
