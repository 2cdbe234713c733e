internal import BoardModel

/// What became of every item since the last meeting, as a list.
struct SinceView: Equatable, Sendable {
  /// One item or report.
  struct Row: Equatable, Sendable {
    let entity: EntityReference
    /// `MOVED ←Force action`, `UNCHANGED 2 meetings`.
    let words: String
    let isUnchanged: Bool
  }

  private(set) var rows: [Row] = []
  var selected = 0
  var top = 0

  init(_ since: SinceLastMeeting) {
    take(since)
  }

  /// Takes the rows anew and stays on the row's item where it still is one.
  mutating func take(_ since: SinceLastMeeting) {
    let before = rows.indices.contains(selected) ? rows[selected].entity : nil
    rows = since.entries.map { Row(entity: $0.entity, words: SinceLastMeeting.words($0), isUnchanged: false) }
    rows += since.unchanged.map {
      Row(entity: .item($0.item), words: SinceLastMeeting.words(unchangedFor: $0.meetings), isUnchanged: true)
    }
    let place = before.flatMap { entity in rows.firstIndex { $0.entity == entity } }
    selected = place ?? max(0, min(selected, rows.count - 1))
  }
}
