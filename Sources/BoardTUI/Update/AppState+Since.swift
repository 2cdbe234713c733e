internal import BoardModel
internal import Commands

extension AppState {
  /// Opens the list of what became of every item since the last meeting; marks on the cards go first.
  mutating func openSince() {
    if marksSince, walk == nil {
      marksSince = false
      markSince()
      return say("the cards are no longer marked; s shows the list again")
    }
    let since = SinceLastMeeting(board)
    sinceLast = since
    overlays.append(.since(SinceView(since)))
  }

  mutating func performOnSince(_ action: KeyAction) -> [Effect] {
    guard case .since(let view)? = overlays.last else { return [] }
    let page = sinceRows
    switch action {
    case .down: selectRow { $0 + 1 }
    case .up: selectRow { $0 - 1 }
    case .pageDown: selectRow { $0 + page }
    case .pageUp: selectRow { $0 - page }
    case .first: selectRow { _ in 0 }
    case .last: selectRow { _ in Int.max }
    case .open: return openRow(view)
    case .since:
      marksSince.toggle()
      markSince()
      say(marksSince ? "the cards are marked since the last meeting; s takes the marks away" : "no longer marked")
      overlays.removeLast()
    case .back: overlays.removeLast()
    default: return performOnSelectedCard(action)
    }
    return []
  }

  private mutating func selectRow(_ place: (Int) -> Int) {
    guard case .since(var view)? = overlays.last else { return }
    view.selected = max(0, min(place(view.selected), view.rows.count - 1))
    overlays[overlays.count - 1] = .since(view)
    scrollSince()
  }

  private mutating func openRow(_ view: SinceView) -> [Effect] {
    guard view.rows.indices.contains(view.selected) else {
      refuse("nothing is selected")
      return []
    }
    switch view.rows[view.selected].entity {
    case .item(let reference): return openCard(reference)
    case .report(let key): openClock(of: key)
    case .meeting, .action: break
    }
    return []
  }

  /// Scrolls the list so that its selected row is visible.
  mutating func scrollSince() {
    guard let index = overlays.lastIndex(where: { $0.view == .since }), case .since(var view) = overlays[index]
    else { return }
    view.top = AppState.top(view.top, selected: view.selected, count: view.rows.count, rows: sinceRows)
    overlays[index] = .since(view)
  }

  /// Looks again at what changed since the last meeting, where it is shown.
  mutating func refreshSince() {
    let index = overlays.lastIndex { $0.view == .since }
    guard marksSince || index != nil || walk != nil else {
      sinceLast = nil
      return
    }
    let since = SinceLastMeeting(board)
    sinceLast = since
    markSince()
    guard let index, case .since(var view) = overlays[index] else { return }
    view.take(since)
    overlays[index] = .since(view)
    scrollSince()
  }

  /// Makes the marks on cards from what became of them since the last meeting.
  mutating func markSince() {
    sinceMarks = [:]
    guard marksSince, let sinceLast else { return }
    for (reference, meetings) in sinceLast.unchanged {
      let words = SinceLastMeeting.words(unchangedFor: meetings)
      sinceMarks[reference] = RecentChange(short: "=\(meetings)", words: words)
    }
    for entry in sinceLast.entries {
      guard case .item(let reference) = entry.entity else { continue }
      let words = SinceLastMeeting.words(entry)
      sinceMarks[reference] = RecentChange(short: String(words.prefix { $0 != " " }), words: words)
    }
  }
}
