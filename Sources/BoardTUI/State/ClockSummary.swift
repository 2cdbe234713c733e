internal import BoardModel

/// The section 55 clock that the header shows: the nearest that is open, and how many more there are.
struct ClockSummary: Equatable, Sendable {
  let report: String
  let clock: Section55Clock
  /// The statutory gaps.
  let gaps: Int
  /// The other reports with open clocks.
  let others: Int
  /// The day of the next meeting, where the statutory period ends before it.
  let endsBefore: CalendarDay?

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
    let meeting = board.openMeeting
    let next = meeting?.nextOn ?? board.nextMeetingDay(after: max(today, meeting?.heldOn ?? today))
    endsBefore = clock.daysLeft >= 0 && clock.lastDay < next ? next : nil
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
