internal import BoardModel
internal import Commands

extension AppState {
  /// Asks for what is said at the end of a meeting.
  mutating func endMeeting(_ walk: MeetingWalk) {
    guard canChange(), let meeting = board.meeting(walk.meeting) else { return }
    open(endForm(meeting))
  }

  /// Shows what the meeting came to, and has its minutes written.
  mutating func showSummary(of id: String) -> [Effect] {
    overlays.removeAll()
    if let waiting = frozen, !waiting.isAsked {
      frozen = nil
      _ = take(waiting.board, waiting.changes)
    }
    var view = SummaryView(meeting: id)
    let wish = minutesWish.flatMap { $0.meeting == id ? $0 : nil }
    minutesWish = nil
    if wish != nil { view.minutes = .writing }
    overlays.append(.summary(view))
    return wish.map { [.writeMinutes(meeting: $0.meeting, path: $0.path, replacing: $0.replacing)] } ?? []
  }

  mutating func performOnSummary(_ action: KeyAction) -> [Effect] {
    guard case .summary(var view)? = overlays.last else { return [] }
    switch action {
    case .minutes: openMinutesForm(view.meeting)
    case .down, .up:
      view.top = max(0, min(view.top + (action == .down ? 1 : -1), summaryLines(view).count - summaryRows))
      overlays[overlays.count - 1] = .summary(view)
    case .back: overlays.removeLast()
    default: return performOnSelectedCard(action)
    }
    return []
  }

  /// Asks where a meeting's minutes go.
  mutating func openMinutesForm(_ id: String) {
    open(minutesForm(id))
  }

  /// Has minutes written.
  mutating func write(_ wish: MinutesWish) -> [Effect] {
    setMinutes(.writing, of: wish.meeting)
    return [.writeMinutes(meeting: wish.meeting, path: wish.path, replacing: wish.replacing)]
  }

  /// The minutes were written, or not.
  mutating func takeMinutes(of id: String, files: [String], failure: String?) {
    setMinutes(failure.map { .failed($0) } ?? .written(files), of: id)
    guard case .summary? = overlays.last else {
      if let failure { return refuse("the minutes were not written: \(failure)") }
      return say("minutes written: \(files.joined(separator: ", "))")
    }
  }

  private mutating func setMinutes(_ minutes: SummaryView.Minutes, of id: String) {
    guard let index = overlays.firstIndex(where: { $0.view == .summary }), case .summary(var view) = overlays[index],
      view.meeting == id
    else { return }
    view.minutes = minutes
    overlays[index] = .summary(view)
  }

  /// Carries out what a form asks for besides a command.
  mutating func carryOut(_ request: FormRequest, isFollowed: Bool) -> [Effect] {
    switch request {
    case .lookOver(let view):
      overlays.append(.agenda(view))
      scrollAgenda()
    case .add(let entities): addToAgenda(entities)
    case .minutes(let wish):
      if !isFollowed { return write(wish) }
      minutesWish = wish
    }
    return []
  }
}
