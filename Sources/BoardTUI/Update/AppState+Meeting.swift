internal import BoardModel
internal import Commands

extension AppState {
  /// The meeting that is shown, whatever lies on top of it; `nil` when none is.
  var walk: MeetingWalk? {
    for case .meeting(let walk) in overlays { return walk }
    return nil
  }

  /// Looks whether a meeting is on and how far it is, for the board's header.
  mutating func lookForMeeting() {
    let open = board.openMeeting
    meeting = open?.title
    meetingPlace = open.map { MeetingWalk($0, on: board).placeWords } ?? ""
  }

  /// Begins a meeting, or goes on with the one that is on.
  mutating func openMeeting() {
    if let meeting = board.openMeeting { return show(meeting) }
    guard canChange() else { return }
    open(beginningForm())
  }

  /// Shows a meeting where it was; from now on what others change waits.
  mutating func show(_ meeting: Meeting) {
    guard walk == nil else { return }
    if frozen == nil { frozen = FrozenBoard(board: board, isAsked: false) }
    overlays.append(.meeting(MeetingWalk(meeting, on: board)))
    sinceLast = SinceLastMeeting(board)
    refreshMeeting()
  }

  mutating func performOnMeeting(_ action: KeyAction) -> [Effect] {
    guard let walk else { return [] }
    switch action {
    case .nextItem: step(1)
    case .previousItem: step(-1)
    case .on: if !scroll(by: max(1, meetingRows - 1)) { step(1) }
    case .down: move(1)
    case .up: move(-1)
    case .halfPageDown: scroll(by: max(1, meetingRows / 2))
    case .halfPageUp: scroll(by: -max(1, meetingRows / 2))
    case .first: changeWalk { $0.goToFirst() }
    case .last: changeWalk { $0.goToLast() }
    case .discussed: return mark(.discussed)
    case .skipped: return mark(.skipped)
    case .open: return openChoice(walk)
    case .timeline: return openShown(walk, atTimeline: true)
    case .agenda: openAgenda(of: walk)
    case .since: openSince()
    case .takeIn: return takeIn()
    case .freeze: freezeMeeting()
    case .section55: openClock(of: walk)
    case .meeting: endMeeting(walk)
    case .respond: openText(.chiefOfficerComments, walk)
    case .comment: openText(.bodyComments, walk)
    case .reply: openText(.bodyReply, walk)
    case .due, .owner: changeChosen(action, walk)
    case .palette: openPalette()
    case .redraw: return takeInQuietly() + performOnSelectedCard(.redraw)
    case .back: return leaveMeeting()
    default: return performOnSelectedCard(action)
    }
    return []
  }

  /// Changes the meeting that is shown, and makes its lines again.
  mutating func changeWalk(_ change: (inout MeetingWalk) -> Void) {
    guard let index = overlays.firstIndex(where: { $0.view == .meeting }), case .meeting(var walk) = overlays[index]
    else { return }
    change(&walk)
    overlays[index] = .meeting(walk)
    refreshMeeting()
  }

  /// To the next item or the one before.
  mutating func step(_ count: Int) {
    guard let walk else { return }
    var moved = walk
    guard moved.go(by: count) else {
      return say(count < 0 ? "this is the beginning" : "this is the end of the agenda; M ends the meeting")
    }
    if let before = walk.entity, case .item(let reference) = before { recent[reference] = nil }
    changeWalk { $0 = moved }
  }

  /// Down or up: in a list to the next line that can be chosen, else a line of the text.
  private mutating func move(_ count: Int) {
    guard let walk else { return }
    if walk.choices.isEmpty {
      scroll(by: count)
    } else {
      changeWalk { $0.selected = max(0, min($0.selected + count, $0.choices.count - 1)) }
    }
  }

  /// Scrolls the text; `false` when there is nothing more that way.
  @discardableResult
  private mutating func scroll(by count: Int) -> Bool {
    guard let walk else { return false }
    let top = max(0, min(walk.top + count, walk.lines.count - meetingRows))
    guard top != walk.top else { return false }
    changeWalk { $0.top = top }
    return true
  }

  /// Makes the shown meeting's lines again, after the board, the size or the place changed.
  mutating func refreshMeeting() {
    guard let index = overlays.firstIndex(where: { $0.view == .meeting }), case .meeting(var walk) = overlays[index]
    else { return }
    guard let meeting = board.meeting(walk.meeting), !meeting.hasEnded else {
      overlays.removeSubrange(index...)
      if frozen?.isAsked == false { frozen = nil }
      return say("meeting \(walk.meeting) \(board.meeting(walk.meeting) == nil ? "was taken back" : "is over")")
    }
    walk.take(meeting, on: board)
    let text = MeetingText(walk, meeting, state: self)
    walk.lines = text.lines
    walk.choices = text.choices
    walk.selected = max(0, min(walk.selected, walk.choices.count - 1))
    walk.top = max(0, min(walk.top, walk.lines.count - meetingRows))
    if let row = walk.lines.firstIndex(where: { $0.choice == walk.selected }) {
      if row < walk.top { walk.top = row }
      if row >= walk.top + meetingRows { walk.top = row - meetingRows + 1 }
    }
    overlays[index] = .meeting(walk)
  }

  /// Marks what is shown as discussed or skipped, and goes on; on matters arising the chosen action is done.
  private mutating func mark(_ progress: MeetingProgress) -> [Effect] {
    guard let walk, canChange() else { return [] }
    if case .action(let id)? = walk.choice, progress == .discussed {
      openActionForm(.finish(id), id)
      return []
    }
    var entity = walk.entity
    if case .entity(let chosen)? = walk.choice { entity = chosen }
    guard let entity else {
      say("nothing is to be marked here; PgDn goes on")
      return []
    }
    let isMarked = board.meeting(walk.meeting)?.progress(of: entity) == progress
    if walk.entity != nil { step(1) }
    if isMarked {
      say("\(entity.name) is \(progress.rawValue) already")
      return []
    }
    return commit(.meeting(.mark(entity, progress, at: walk.meeting)))
  }

  /// Enter: opens what is selected, or what is shown.
  private mutating func openChoice(_ walk: MeetingWalk) -> [Effect] {
    switch walk.choice {
    case .action(let id)?: openActionPicker(id)
    case .entity(let entity)?: changeWalk { $0.go(to: .entity(entity)) }
    case nil:
      if walk.step == .end { endMeeting(walk) } else { return openShown(walk, atTimeline: false) }
    }
    return []
  }

  /// Opens the card that is shown; of a report its section 55.
  private mutating func openShown(_ walk: MeetingWalk, atTimeline: Bool) -> [Effect] {
    switch walk.entity {
    case .item?: return openCard(atTimeline: atTimeline)
    case .report?: openClock(of: walk)
    default: refuse("no card is shown")
    }
    return []
  }

  private mutating func openClock(of walk: MeetingWalk) {
    switch walk.entity {
    case .item(let reference)?: openClock(of: reference.report)
    case .report(let key)?: openClock(of: key)
    default: openClock()
    }
  }

  private mutating func openText(_ field: Field, _ walk: MeetingWalk) {
    guard let entity = walk.entity else { return refuse("no card is shown") }
    openForm(.text(field), on: entity)
  }

  /// A new date or owner: of the chosen action, or of the card that is shown.
  private mutating func changeChosen(_ action: KeyAction, _ walk: MeetingWalk) {
    if case .action(let id)? = walk.choice {
      openActionForm(action == .due ? .revise(id) : .handOver(id), id)
    } else {
      openForm(action == .due ? .due : .owner)
    }
  }

  /// Back to the board; the meeting stays on, and what waited is shown there.
  private mutating func leaveMeeting() -> [Effect] {
    let effects = takeInQuietly()
    overlays.removeAll { $0.view == .meeting }
    if frozen?.isAsked == false { frozen = nil }
    if notice == nil { say("the meeting is still on; M or F5 goes on with it") }
    return effects
  }

  /// Shows what others changed meanwhile.
  private mutating func takeIn() -> [Effect] {
    guard let waiting = frozen, !waiting.changes.isEmpty else {
      say("nothing by others waits")
      return []
    }
    return takeInQuietly()
  }

  /// Shows what waited, if anything did; what comes later waits again.
  private mutating func takeInQuietly() -> [Effect] {
    guard let waiting = frozen else { return [] }
    frozen = FrozenBoard(board: waiting.board, isAsked: waiting.isAsked)
    return take(waiting.board, waiting.changes)
  }

  /// F: what others change is not announced any more, or is announced again.
  private mutating func freezeMeeting() {
    guard let waiting = frozen else { return }
    frozen?.isAsked.toggle()
    say(
      waiting.isAsked ? "announced again: \(waiting.words)" : "frozen: what others change is not announced; F ends it")
  }

  /// What a change of this screen at a meeting leads to.
  mutating func follow(_ change: Change) -> [Effect] {
    if change.kind.isReversal { return goBack(with: change) }
    for operation in change.operations {
      guard case .meeting(let id) = operation.entity, operation.new != nil else { continue }
      if operation.key.field == .heldOn, let meeting = board.meeting(id) {
        overlays.removeAll { $0.view == .agenda }
        show(meeting)
      } else if operation.key.field == .ended {
        return showSummary(of: id)
      }
    }
    return []
  }

  /// After an undo or redo the meeting shows what it was about.
  private mutating func goBack(with change: Change) -> [Effect] {
    if let place = overlays.firstIndex(where: { $0.view == .summary }), case .summary(let view) = overlays[place],
      let meeting = board.meeting(view.meeting), !meeting.hasEnded
    {
      overlays.removeSubrange(place...)
      show(meeting)
      return []
    }
    guard let walk else { return [] }
    for operation in change.operations {
      let marked = (operation.old ?? operation.new).flatMap { EntityReference($0) }
      let entity = operation.key.field.isEntry && operation.entity == .meeting(walk.meeting) ? marked : operation.entity
      guard let entity, walk.steps.contains(.entity(entity)) else { continue }
      changeWalk { $0.go(to: .entity(entity)) }
      break
    }
    return []
  }
}
