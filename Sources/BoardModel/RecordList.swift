/// The records of a board: those of its packed base, those of them that were written to since, and new ones.
struct RecordList: Sendable {
  private let base: PackedBoard?
  private let baseCount: Int
  private var changed: [Int: Record] = [:]
  private var added: [Record] = []

  init(_ base: PackedBoard?) {
    self.base = base
    baseCount = base?.recordCount ?? 0
  }

  var count: Int { baseCount + added.count }

  /// The record at a place, below ``count``.
  subscript(place: Int) -> Record {
    guard let base, place < baseCount else { return added[place - baseCount] }
    if !changed.isEmpty, let record = changed[place] { return record }
    return Record(base, place)
  }

  mutating func append(_ record: Record) { added.append(record) }

  /// Changes the record at a place.
  mutating func write<Value>(at place: Int, _ change: (inout LiveRecord) -> Value) -> Value {
    guard let base, place < baseCount else { return added[place - baseCount].write(change) }
    return changed[place, default: Record(base, place)].write(change)
  }
}
