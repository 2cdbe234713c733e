internal import BoardModel

/// The section 55 clock that the header shows: the nearest that is open, and how many more there are.
struct ClockSummary: Equatable, Sendable {
  let report: String
  let clock: Section55Clock
  /// The statutory gaps.
  let gaps: Int
  /// The other reports with open clocks.
  let others: Int
  /// Whether the last lawful day falls before the next meeting, so that what is missing must be settled now.
  let isBeforeNextMeeting: Bool

  /// Looks for the nearest open clock; `nil` when none is open.
  ///
  /// - Complexity: Linear in the records for the report that is shown; reports whose own steps are missing are not
  ///   looked into further.
  init?(_ board: Board, today: CalendarDay) {
    var open: [(report: InspectionReport, clock: Section55Clock)] = []
    for report in board.reports where !report.isClosed {
      guard let published = report.publicationDate, ClockSummary.isOpen(report, on: board, today: today) else {
        continue
      }
      open.append((report, Section55Clock(publication: published, today: today, settings: board.settings)))
    }
    guard let nearest = open.min(by: { ($0.clock.lastDay, $0.report.key) < ($1.clock.lastDay, $1.report.key) }) else {
      return nil
    }
    report = nearest.report.key
    clock = nearest.clock
    gaps = board.section55(nearest.report, today: today).statutoryGaps.count
    others = open.count - 1
    let next = ClockSummary.nextMeeting(board, today: today)
    isBeforeNextMeeting = next.map { nearest.clock.daysLeft >= 0 && nearest.clock.lastDay < $0 } ?? false
  }

  /// The day of the next meeting, counted from the latest one; `nil` on a board that never had a meeting.
  private static func nextMeeting(_ board: Board, today: CalendarDay) -> CalendarDay? {
    guard let latest = board.meetings.compactMap(\.heldOn).last else { return nil }
    if board.openMeeting == nil {
      let next = board.nextMeetingDay(after: latest)
      if next > today { return next }
    }
    return board.nextMeetingDay(after: today)
  }

  private static func isOpen(_ report: InspectionReport, on board: Board, today: CalendarDay) -> Bool {
    let response = report.response
    if report.bodyComments == nil || response.publishedOn == nil || response.sentToInspectorsOn == nil
      || response.sentToSecretaryOfStateOn == nil
    {
      return true
    }
    return !board.section55(report, today: today).statutoryGaps.isEmpty
  }
}
