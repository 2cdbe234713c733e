extension Board {
  /// The keys of the closed reports: finished ones that left screens and clocks.
  package var closedReports: Set<String> {
    Set(reports.lazy.filter(\.isClosed).map(\.key))
  }
}

extension Plan {
  /// A report closed; one that is not finished wants a reason.
  mutating func close(report key: String, on day: CalendarDay, reason: String?) throws(BoardError) {
    try present(.report(key))
    guard let report = board.report(key), !report.isClosed else { return }
    if reason == nil {
      let open = board.items(of: key).count { $0.status != .complete }
      let gaps = board.section55(report, today: day).statutoryGaps.count
      if open > 0 || gaps > 0 { throw .reportUnfinished(key, open: open, gaps: gaps) }
    }
    try put(.report(key), .closed, day.description)
  }

  /// Refuses to add items to a report that is not there or is closed: nobody would see them.
  func take(into key: String) throws(BoardError) {
    try present(.report(key))
    if board.report(key)?.isClosed == true { throw .reportClosed(key) }
  }
}
