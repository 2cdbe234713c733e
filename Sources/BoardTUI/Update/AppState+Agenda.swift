internal import BoardModel
internal import Commands

extension AppState {
  /// Opens the agenda of the meeting that is shown, at what is shown.
  mutating func openAgenda(of walk: MeetingWalk) {
    guard let meeting = board.meeting(walk.meeting) else { return }
    var view = AgendaView(
      purpose: .change(meeting.id), entries: meeting.course.map { AgendaView.Entry(entity: $0) })
    view.selected = view.entries.firstIndex { $0.entity == walk.entity } ?? 0
    overlays.append(.agenda(view))
    scrollAgenda()
  }

  mutating func performOnAgenda(_ action: KeyAction) -> [Effect] {
    let page = agendaRows
    switch action {
    case .accept: return acceptAgenda()
    case .down: selectEntry { $0 + 1 }
    case .up: selectEntry { $0 - 1 }
    case .pageDown: selectEntry { $0 + page }
    case .pageUp: selectEntry { $0 - page }
    case .first: selectEntry { _ in 0 }
    case .last: selectEntry { _ in Int.max }
    case .mark: changeEntry { view in view.entries[view.selected].isIn.toggle() }
    case .orderDown: moveEntry(1)
    case .orderUp: moveEntry(-1)
    case .add: open(addingToAgendaForm())
    case .back: leaveAgenda()
    default: return performOnSelectedCard(action)
    }
    return []
  }

  private mutating func changeAgenda(_ change: (inout AgendaView) -> Void) {
    guard let index = overlays.lastIndex(where: { $0.view == .agenda }), case .agenda(var view) = overlays[index]
    else { return }
    change(&view)
    overlays[index] = .agenda(view)
    scrollAgenda()
  }

  private mutating func selectEntry(_ place: (Int) -> Int) {
    changeAgenda { $0.selected = max(0, min(place($0.selected), $0.entries.count - 1)) }
  }

  /// Changes the selected line; without any, says so.
  private mutating func changeEntry(_ change: (inout AgendaView) -> Void) {
    guard case .agenda(let view)? = overlays.last, !view.entries.isEmpty else {
      return refuse("the agenda is empty; a adds to it")
    }
    changeAgenda { view in
      change(&view)
      view.selected = min(view.selected + 1, view.entries.count - 1)
    }
  }

  private mutating func moveEntry(_ step: Int) {
    guard case .agenda(let view)? = overlays.last, view.entries.indices.contains(view.selected + step) else {
      return refuse("this is the \(step < 0 ? "first" : "last") line already")
    }
    changeAgenda { view in
      view.entries.swapAt(view.selected, view.selected + step)
      view.selected += step
    }
  }

  /// Puts items onto the agenda that is being put together.
  mutating func addToAgenda(_ entities: [EntityReference]) {
    var added = 0
    changeAgenda { view in
      added = view.add(entities)
      if added > 0, let last = entities.last {
        view.selected = view.entries.firstIndex { $0.entity == last } ?? view.selected
      }
    }
    say(added == 0 ? "on the agenda already" : "\(added) added")
  }

  /// Enter: the meeting begins; or its agenda is kept, and the selected item shown.
  private mutating func acceptAgenda() -> [Effect] {
    guard case .agenda(let view)? = overlays.last else { return [] }
    switch view.purpose {
    case .begin(let beginning):
      guard canChange() else { return [] }
      let id = board.meetingID(on: beginning.day)
      return commit(
        .meeting(
          .start(
            id: id, title: beginning.title, on: beginning.day, agenda: view.entities, next: beginning.next)))
    case .change(let id):
      overlays.removeLast()
      let chosen = view.entries.indices.contains(view.selected) ? view.entries[view.selected].entity : nil
      let isChanged = board.meeting(id)?.course != view.entities
      // The walk goes to an item that is new only once it is there.
      if let chosen, !isChanged || walk?.steps.contains(.entity(chosen)) == true {
        changeWalk { $0.go(to: .entity(chosen)) }
      }
      guard isChanged, canChange() else { return [] }
      return commit(.meeting(.setAgenda(view.entities, of: id)))
    }
  }

  /// Esc: nothing was changed; before the meeting began, its form is there again.
  private mutating func leaveAgenda() {
    guard case .agenda(let view)? = overlays.popLast() else { return }
    if case .begin(let beginning) = view.purpose {
      overlays.append(.form(beginning.form))
      say("no meeting has begun")
    }
  }

  /// Scrolls the agenda so that its selected line is visible.
  mutating func scrollAgenda() {
    guard let index = overlays.lastIndex(where: { $0.view == .agenda }), case .agenda(var view) = overlays[index]
    else { return }
    view.top = AppState.top(view.top, selected: view.selected, count: view.entries.count, rows: agendaRows)
    overlays[index] = .agenda(view)
  }

  /// The first visible line of a list, moved as little as possible so that the selected one is visible.
  static func top(_ top: Int, selected: Int, count: Int, rows: Int) -> Int {
    let top = max(0, min(top, count - rows))
    return selected < top ? selected : selected >= top + rows ? selected - rows + 1 : top
  }
}
