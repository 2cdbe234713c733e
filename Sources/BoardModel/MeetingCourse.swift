/// Where a meeting goes on after it was interrupted.
package enum MeetingPlace: Hashable, Sendable {
  /// Nothing was dealt with yet.
  case start
  /// At an item or a report.
  case at(EntityReference)
  /// Everything was dealt with.
  case end
}

extension Meeting {
  /// Where it goes on: at what was decided on last, or behind what was marked last at the first that is not dealt with.
  package var place: MeetingPlace {
    let last = record.registers.last { register in
      switch register.key.field {
      case .decided, .discussed, .skipped: register.value != nil
      default: false
      }
    }
    guard let last, let entity = last.value.flatMap({ EntityReference($0) }) else { return .start }
    if last.key.field == .decided { return .at(entity) }
    let course = self.course
    let behind = (course.firstIndex(of: entity) ?? -1) + 1
    let order = course.dropFirst(behind) + course.prefix(behind)
    return order.first { progress(of: $0) == nil }.map { .at($0) } ?? .end
  }
}

/// What a meeting came to, counted.
package struct MeetingTally: Hashable, Sendable {
  /// What was discussed, in order; what was decided on counts.
  package let discussed: [EntityReference]
  /// What was passed over.
  package let skipped: [EntityReference]
  /// What the meeting did not come to.
  package let notReached: [EntityReference]
  /// How many outcomes were recorded.
  package let decisions: Int
  /// How many actions were set.
  package let actions: Int

  /// Counts a meeting.
  package init(of meeting: Meeting, on board: Board) {
    let course = meeting.course
    discussed = course.filter { meeting.progress(of: $0) == .discussed }
    skipped = course.filter { meeting.progress(of: $0) == .skipped }
    notReached = course.filter { meeting.progress(of: $0) == nil }
    decisions = board.decisions(of: meeting).count
    actions = board.actions(of: meeting).count
  }

  /// `4 discussed, 3 decisions, 1 skipped, 2 actions set, 1 not reached`.
  package var words: String {
    func count(_ number: Int, _ one: String, _ several: String) -> String { "\(number) \(number == 1 ? one : several)" }
    return [
      "\(discussed.count) discussed", count(decisions, "decision", "decisions"), "\(skipped.count) skipped",
      count(actions, "action set", "actions set"), "\(notReached.count) not reached",
    ].joined(separator: ", ")
  }
}
