internal import BoardModel
internal import Commands

extension AppState {
  /// Opens section 55 of the selected card's report; where that lacks nothing, of the one whose clock is nearest.
  mutating func openClock() {
    let own = selection.reference.flatMap { board.report($0.report) }.flatMap { report in
      board.section55(report, today: today).statutoryGaps.isEmpty ? nil : report.key
    }
    guard let key = own ?? clock?.report ?? selection.reference?.report ?? clockReports.first?.key else {
      return refuse("there is no report on this board")
    }
    openClock(of: key)
  }

  /// Opens section 55 of a report.
  mutating func openClock(of key: String) {
    guard let report = board.report(key) else { return refuse("there is no report on this board") }
    var view = ClockView(list: ClockList(report, on: board, today: today))
    view.selectGap(from: 0)
    overlays.append(.section55(view))
    scrollClock()
  }

  mutating func performOnClock(_ action: KeyAction) -> [Effect] {
    guard case .section55(let view)? = overlays.last else { return [] }
    let page = max(1, clockRows - 1)
    switch action {
    case .down: selectStep { $0 + 1 }
    case .up: selectStep { $0 - 1 }
    case .pageDown: selectStep { $0 + page }
    case .pageUp: selectStep { $0 - page }
    case .first: selectStep { _ in 0 }
    case .last: selectStep { _ in Int.max }
    case .nextReport: openReport(1, from: view)
    case .previousReport: openReport(-1, from: view)
    case .fill: if let step = view.step { fill(step) }
    case .respond: openText(.chiefOfficerComments, view)
    case .comment: openText(.bodyComments, view)
    case .reply: openText(.bodyReply, view)
    case .back: overlays.removeLast()
    default: return performOnSelectedCard(action)
    }
    return []
  }

  private mutating func selectStep(_ place: (Int) -> Int) {
    guard case .section55(var view)? = overlays.last else { return }
    view.selected = max(0, min(place(view.selected), view.list.steps.count - 1))
    overlays[overlays.count - 1] = .section55(view)
    scrollClock()
  }

  /// The reports whose section 55 can be looked at, the nearest last day first.
  private var clockReports: [InspectionReport] {
    let far = CalendarDay(daysSinceEpoch: Int32.max / 2)
    return board.reports.filter { !$0.isClosed }.sorted {
      ($0.publicationDate ?? far, $0.key) < ($1.publicationDate ?? far, $1.key)
    }
  }

  /// The place of a report among those that can be looked at, `2 of 3`.
  func clockPlace(_ key: String) -> (number: Int, count: Int) {
    let reports = clockReports
    return ((reports.firstIndex { $0.key == key } ?? 0) + 1, reports.count)
  }

  private mutating func openReport(_ step: Int, from view: ClockView) {
    let reports = clockReports
    guard let here = reports.firstIndex(where: { $0.key == view.report }), reports.count > 1 else {
      return refuse("this is the only report with a clock")
    }
    let report = reports[(here + step + reports.count) % reports.count]
    var next = ClockView(list: ClockList(report, on: board, today: today))
    next.selectGap(from: 0)
    overlays[overlays.count - 1] = .section55(next)
    scrollClock()
  }

  /// Asks for what a step wants; a step that is filled can be filled anew.
  private mutating func fill(_ step: ClockStep) {
    switch step.missing {
    case .bodyComments, .itemComment: openForm(.text(.bodyComments), on: step.entity)
    case .bodyReply: openForm(.text(.bodyReply), on: step.entity)
    case .position: openForm(.position, on: step.entity)
    case .publicationDate: openForm(.step(.publicationDate), on: step.entity)
    case .published: openForm(.step(.publishedOn), on: step.entity)
    case .sentToInspectors: openForm(.step(.sentToInspectorsOn), on: step.entity)
    case .sentToSecretaryOfState: openForm(.step(.sentToSecretaryOfStateOn), on: step.entity)
    }
  }

  private mutating func openText(_ field: Field, _ view: ClockView) {
    openForm(.text(field), on: view.step?.entity ?? .report(view.report))
  }

  /// Looks the open report through again after the board or the day changed.
  ///
  /// - Parameter isOwn: Whether a change of this screen was recorded, after which the next gap is selected.
  mutating func refreshClock(isOwn: Bool = false) {
    guard let index = overlays.firstIndex(where: { $0.view == .section55 }),
      case .section55(var view) = overlays[index]
    else { return }
    guard let report = board.report(view.report), !report.isClosed else {
      overlays.removeSubrange(index...)
      return say("\(view.report) is no longer on the board")
    }
    let before = view.step
    view.list = ClockList(report, on: board, today: today)
    if let before {
      let place = view.list.steps.firstIndex { $0.missing == before.missing && $0.entity == before.entity }
      view.selected = place ?? min(view.selected, max(0, view.list.steps.count - 1))
      if isOwn, !before.isFilled, view.step?.isFilled == true { view.selectGap(from: view.selected) }
    }
    overlays[index] = .section55(view)
    scrollClock()
  }

  /// Scrolls the open list so that its selected step is visible.
  mutating func scrollClock() {
    guard let index = overlays.firstIndex(where: { $0.view == .section55 }),
      case .section55(var view) = overlays[index]
    else { return }
    let lines = view.list.lines
    let row = lines.firstIndex(of: .step(view.selected)) ?? 0
    view.top = max(0, min(view.top, lines.count - clockRows))
    // The first step is shown with its heading.
    if row <= view.top { view.top = row <= 1 ? 0 : row }
    if row >= view.top + clockRows { view.top = row - clockRows + 1 }
    overlays[index] = .section55(view)
  }
}
