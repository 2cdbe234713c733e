extension Board {
  /// The day that the next meeting is expected on: as agreed at the latest meeting that said so, else as long after
  /// `day` as the last two meetings lay apart, else 56 days on, the length of the statutory period.
  package func nextMeetingDay(after day: CalendarDay) -> CalendarDay {
    let held = meetings
    if let agreed = held.last(where: { $0.nextOn != nil })?.nextOn, agreed > day { return agreed }
    let days = held.compactMap(\.heldOn)
    if days.count > 1 {
      let interval = days[days.count - 2].days(to: days[days.count - 1])
      if interval >= 7 { return day.adding(days: interval) }
    }
    return day.adding(days: 56)
  }

  /// What a meeting on a day should go through when nobody named anything.
  ///
  /// First the reports whose statutory period ends before the next meeting with gaps still open; then the open items
  /// that are overdue or fall due before it, the earliest first; then what the last meeting deferred.
  ///
  /// - Parameter end: The day of the next meeting; what falls due before it belongs here.
  package func proposedAgenda(on day: CalendarDay, before end: CalendarDay) -> [EntityReference] {
    let closed = closedReports
    let reports = section55(today: day).filter { section in
      guard !section.statutoryGaps.isEmpty, !closed.contains(section.report), let clock = section.clock else {
        return false
      }
      return clock.lastDay < end
    }
    let due = items.compactMap { item -> (due: CalendarDay, reference: ItemReference)? in
      guard item.status != .complete, !closed.contains(item.reference.report), let due = item.due, due < end else {
        return nil
      }
      return (due, item.reference)
    }
    let deferred = lastMeeting.map { decisions(of: $0).filter { $0.outcome == .deferred }.map(\.entity) } ?? []
    var seen: Set<EntityReference> = []
    let found =
      reports.map { EntityReference.report($0.report) }
      + due.sorted { ($0.due, $0.reference) < ($1.due, $1.reference) }.map { .item($0.reference) }
      + deferred.filter(isOnBoard)
    return found.filter { seen.insert($0).inserted }
  }

  /// Whether an item or report is on the board at present.
  package func isOnBoard(_ entity: EntityReference) -> Bool {
    switch entity {
    case .item(let reference): item(reference)?.isOnBoard ?? false
    case .report(let key): report(key) != nil
    case .meeting, .action: record(entity)?.exists ?? false
    }
  }
}
