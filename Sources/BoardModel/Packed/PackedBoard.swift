/// A board as flat lists of numbers and one text: what a fold of whole journals leaves, and what a snapshot of it holds.
///
/// It never changes; a ``Board`` lays over it what was written since. Its parts name each other by their places, so that
/// a board of many thousand items is a dozen lists instead of a hundred thousand objects, and is read from a file as it
/// stands in memory.
package final class PackedBoard: Sendable {
  /// The lists that a packed board consists of.
  package struct Parts: Sendable {
    /// Every change, in order.
    package var history: [PackedChange] = []
    /// The registers of all records, those of one record together, in the order of their first writing.
    package var registers: [PackedRegister] = []
    /// The values that tracked fields had, those of one record together, oldest first.
    package var steps: [PackedStep] = []
    /// The places in `history` of the changes that touched each record, those of one record together, oldest first.
    package var touches: [Int32] = []
    /// What each record is of, and where its lists begin; one more marks the ends of the lists.
    package var records: [PackedRecord] = []
    /// All values, end to end, with those that were overwritten.
    package var text: [UInt8] = []
    /// Report keys and meeting ids.
    package var names: [String] = []
    /// The names of actors, each once.
    package var actors: [String] = []
    /// The copies of the store that made the changes.
    package var replicas: [UInt64] = []
    /// Ids that no change of the history has, in damaged or foreign lines.
    package var strangers: [ChangeID] = []
    /// The clock of the last change; 0 for none.
    package var lastClock: UInt64 = 0

    /// No change and no record.
    package init() {}

    /// How many changes there are.
    package var changeCount: Int { history.count }
  }

  /// The lists.
  package let parts: Parts

  /// Wraps lists that a fold has made, or that ``Parts/isSound`` has been asked about.
  package init(_ parts: Parts) { self.parts = parts }

  /// How many records it has.
  var recordCount: Int { max(0, parts.records.count - 1) }
}

/// A change by number: its place in the history, or a place among the strangers, or none.
package struct ChangeNumber: Hashable, Sendable, BitwiseCopyable {
  /// Below 2^31 a place in the history; from there a place among the strangers; the highest number is none.
  package let raw: UInt32

  /// No change.
  package static let none = ChangeNumber(raw: .max)

  init(raw: UInt32) { self.raw = raw }
  init(place: Int) { raw = UInt32(truncatingIfNeeded: place) }
  init(stranger: Int) { raw = UInt32(truncatingIfNeeded: stranger) | 1 << 31 }

  /// The place in the history; nil for strangers and none.
  var place: Int? { raw >> 31 == 0 ? Int(raw) : nil }
  /// Whether it is a place among the strangers.
  var isStranger: Bool { raw >> 31 == 1 && self != .none }
  /// The place among the strangers.
  var stranger: Int { Int(raw & (1 << 31 - 1)) }
}

/// One change of the history, 40 bytes without a gap.
package struct PackedChange: Sendable, BitwiseCopyable {
  let at: Int64
  let sequence: UInt32
  let nonce: UInt32
  let on: Int32
  let actor: Int32
  /// The place of the change it reverses; -1 for none.
  let reverses: Int32
  /// The place of its copy of the store among the replicas.
  let replica: Int32
  /// The place of its kind among all kinds.
  let kind: UInt8
  /// 1 if it is taken back at present.
  var undone: UInt8
  private let gap: UInt16 = 0
  private let secondGap: UInt32 = 0

  init(_ id: ChangeID, replica: Int32, at: Int64, on: CalendarDay, actor: Int32, kind: ChangeKind, reverses: Int32) {
    self.at = at
    self.sequence = id.sequence
    self.nonce = id.nonce
    self.on = on.daysSinceEpoch
    self.actor = actor
    self.reverses = reverses
    self.replica = replica
    self.kind = kind.ordinal
    self.undone = 0
  }
}

/// Where a value stands in the text.
package struct PackedText: Hashable, Sendable, BitwiseCopyable {
  let start: Int
  /// In bytes; -1 for no value.
  let count: Int32

  /// No value.
  package static let none = PackedText(start: 0, count: -1)
}

/// One register of a record, 24 bytes without a gap.
package struct PackedRegister: Sendable, BitwiseCopyable {
  var value: PackedText
  var writer: ChangeNumber
  /// For one of several entries of a field, the change that made it.
  let entry: ChangeNumber
  let field: UInt8
  /// 1 if it is contested.
  var contested: UInt8
  private let gap: UInt16 = 0

  init(_ field: Field, entry: ChangeNumber, _ value: PackedText, writer: ChangeNumber, contested: Bool) {
    self.value = value
    self.writer = writer
    self.entry = entry
    self.field = field.ordinal
    self.contested = contested ? 1 : 0
  }
}

/// One value that a tracked field had, 24 bytes without a gap.
package struct PackedStep: Sendable, BitwiseCopyable {
  let value: PackedText
  let writer: ChangeNumber
  let field: UInt8
  /// 1 if it was undone.
  var undone: UInt8
  private let gap: UInt16 = 0
  private let secondGap: UInt32 = 0

  init(_ field: Field, _ value: PackedText, writer: ChangeNumber) {
    self.value = value
    self.writer = writer
    self.field = field.ordinal
    self.undone = 0
  }
}

/// What a record is of and where its lists begin, 32 bytes without a gap.
package struct PackedRecord: Sendable, BitwiseCopyable {
  /// What a record can be of.
  enum Class: UInt8 {
    case report, item, meeting, action
  }

  var firstRegister: UInt32
  var firstStep: UInt32
  var firstTouch: UInt32
  /// The place of the report's key or the meeting's id among the names; for an action the raw ``ChangeNumber``.
  let name: UInt32
  let major: Int32
  let minor: Int32
  let itemKind: UInt8
  let tag: UInt8
  private let gap: UInt16 = 0
  private let secondGap: UInt32 = 0

  init(_ tag: Class, name: UInt32, kind: ItemKind = .recommendation, _ number: ItemNumber = ItemNumber(0)) {
    firstRegister = 0
    firstStep = 0
    firstTouch = 0
    self.name = name
    major = Int32(truncatingIfNeeded: number.major)
    minor = Int32(truncatingIfNeeded: number.minor)
    itemKind = kind.ordinal
    self.tag = tag.rawValue
  }
}
