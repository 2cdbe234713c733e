internal import BoardModel
internal import ScreenGrid

/// A meeting that is shown, one item a screen.
struct MeetingWalk: Equatable, Sendable {
  /// One screen of a meeting.
  enum Step: Equatable, Sendable {
    /// The open actions of earlier meetings.
    case matters
    case entity(EntityReference)
    /// What came of it, and what was passed over.
    case end
  }

  /// A piece of a line.
  struct Piece: Equatable, Sendable {
    let text: String
    let style: Style
  }

  /// One line of a screen, its pieces three columns apart.
  struct Line: Equatable, Sendable {
    let pieces: [Piece]
    /// The columns that it stands further in.
    var indent = 0
    /// The number of the choice that it belongs to; `nil` for a line that cannot be chosen.
    var choice: Int?
  }

  /// Something on a screen that can be chosen.
  enum Choice: Equatable, Sendable {
    case action(ChangeID)
    case entity(EntityReference)
  }

  /// The meeting's id.
  let meeting: String
  private(set) var steps: [Step] = []
  private(set) var index = 0
  /// The first line that is visible.
  var top = 0
  /// The choice that is selected, where there are any.
  var selected = 0
  /// What is shown, for the width it was made for.
  var lines: [Line] = []
  var choices: [Choice] = []

  /// A meeting that goes on where it was.
  init(_ meeting: Meeting, on board: Board) {
    self.meeting = meeting.id
    take(meeting, on: board)
    switch meeting.place {
    case .start: break
    case .at(let entity): go(to: .entity(entity))
    case .end: go(to: .end)
    }
  }

  var step: Step { steps[index] }

  /// The item or report that is shown; `nil` on the other screens.
  var entity: EntityReference? {
    if case .entity(let entity) = step { return entity }
    return nil
  }

  /// The number of the item that is shown, and how many there are; 0 before the first.
  var place: (number: Int, count: Int) {
    let count = steps.count { if case .entity = $0 { true } else { false } }
    let before = steps[...index].count { if case .entity = $0 { true } else { false } }
    return (before, count)
  }

  /// `4 of 11`; what the screen is where it shows no item.
  var placeWords: String {
    switch step {
    case .matters: "Matters arising"
    case .entity: "\(place.number) of \(place.count)"
    case .end: "End of \(place.count)"
    }
  }

  /// The choice that is selected; `nil` where there is none.
  var choice: Choice? { choices.indices.contains(selected) ? choices[selected] : nil }

  /// Takes the screens from the meeting as it now is, and stays where it was.
  mutating func take(_ meeting: Meeting, on board: Board) {
    let before = steps.isEmpty ? nil : step
    let course = meeting.course.map { Step.entity($0) }
    steps = (board.mattersArising(for: meeting).isEmpty ? [] : [.matters]) + course + [.end]
    index = before.flatMap { steps.firstIndex(of: $0) } ?? min(index, steps.count - 1)
  }

  /// Goes so many screens on or back; `false` where there is none.
  mutating func go(by count: Int) -> Bool {
    guard steps.indices.contains(index + count) else { return false }
    index += count
    (top, selected) = (0, 0)
    return true
  }

  /// Goes to a screen, if there is such a one.
  mutating func go(to step: Step) {
    guard let place = steps.firstIndex(of: step) else { return }
    index = place
    (top, selected) = (0, 0)
  }

  mutating func goToFirst() { _ = go(by: -index) }
  mutating func goToLast() { _ = go(by: steps.count - 1 - index) }
}
