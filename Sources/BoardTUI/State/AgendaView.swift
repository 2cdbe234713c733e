internal import BoardModel

/// What a meeting goes through, as a list that can be changed.
struct AgendaView: Equatable, Sendable {
  /// Whether the meeting has yet to begin.
  enum Purpose: Equatable, Sendable {
    case begin(Beginning)
    /// The id of the meeting that is on.
    case change(String)
  }

  /// A meeting that is to begin.
  struct Beginning: Equatable, Sendable {
    let title: String
    let day: CalendarDay
    let next: CalendarDay?
    /// The form that asked for it, to go back to.
    let form: Form
  }

  /// One line.
  struct Entry: Equatable, Sendable {
    let entity: EntityReference
    /// Whether it is on the agenda; one that was left out stays in the list, to be taken in again.
    var isIn = true
  }

  let purpose: Purpose
  var entries: [Entry]
  var selected = 0
  var top = 0

  /// What is on the agenda, in order.
  var entities: [EntityReference] { entries.filter(\.isIn).map(\.entity) }

  /// Adds what is not there yet behind the rest; what was left out is taken in again.
  ///
  /// - Returns: How many came onto the agenda.
  mutating func add(_ entities: [EntityReference]) -> Int {
    var added = 0
    for entity in entities {
      if let place = entries.firstIndex(where: { $0.entity == entity }) {
        if entries[place].isIn { continue }
        entries[place].isIn = true
      } else {
        entries.append(Entry(entity: entity))
      }
      added += 1
    }
    return added
  }
}
