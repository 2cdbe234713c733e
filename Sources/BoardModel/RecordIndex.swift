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
  /// The items of each report by kind and number, withdrawn ones and those taken back too.
  private(set) var items: [String: [Entry]] = [:]

  /// Adds a record.
  ///
  /// - Complexity: Linear in the items of its report that come after it: mostly none.
  mutating func add(_ entity: EntityReference, at place: Int) {
    switch entity {
    case .report: reports.append(place)
    case .meeting: meetings.append(place)
    // Few questions are about actions: they are found among all records.
    case .action: break
    case .item(let reference):
      let entry = Entry(kind: reference.kind, number: reference.number, place: place)
      items[reference.report, default: []].insertSorted(entry)
    }
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
