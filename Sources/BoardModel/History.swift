/// Every change of a board, in order.
package struct History: RandomAccessCollection, Sendable, Equatable {
  private let base: PackedBoard?
  private let baseCount: Int
  /// The changes applied since.
  private var tail: [ChangeSummary] = []
  /// Whether changes of the base are taken back, where that differs from the base.
  private var undone: [Int: Bool] = [:]

  init(_ base: PackedBoard?) {
    self.base = base
    baseCount = base?.parts.history.count ?? 0
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { baseCount + tail.count }

  package subscript(place: Int) -> ChangeSummary {
    guard let base, place < baseCount else { return tail[place - baseCount] }
    var summary = base.summary(at: place)
    if !undone.isEmpty, let now = undone[place] { summary.undone = now }
    return summary
  }

  /// The place of a change; nil when it is not there.
  ///
  /// - Complexity: Constant where one copy wrote all, else linear from the end.
  func place(of id: ChangeID) -> Int? {
    if let place = tail.lastIndex(where: { $0.id == id }) { return baseCount + place }
    return base?.place(of: id)
  }

  mutating func append(_ summary: ChangeSummary) { tail.append(summary) }

  /// Notes whether a change is taken back.
  mutating func set(undone isUndone: Bool, at place: Int) {
    if place < baseCount { undone[place] = isUndone } else { tail[place - baseCount].undone = isUndone }
  }

  package static func == (left: History, right: History) -> Bool { left.elementsEqual(right) }
}
