internal import BoardModel
internal import Commands
internal import ScreenGrid

extension AppState {
  /// Takes in what the program tells, and says what it has to do for it.
  package mutating func receive(_ event: Event) -> [Effect] {
    switch event {
    case .boardChanged(let board, let changes):
      if frozen == nil { return take(board, changes) }
      hold(board, changes)
    case .saved(let change, let board): return finish(change, board)
    case .refused(let sentence): refuseOldest(sentence)
    case .saving: isSaving = !pending.isEmpty
    case .timeline(let entity, let changes): take(changes, of: entity)
    case .edited(let edited): return take(edited)
    case .minutes(let id, let files, let failure): takeMinutes(of: id, files: files, failure: failure)
    case .health(let banner, let readOnly):
      self.banner = banner
      self.readOnly = readOnly
      resize()
    case .announcement(let text): say(text)
    case .resized(let size):
      self.size = size
      resize()
    case .tick(let today):
      self.today = today
      refreshBoard()
    }
    return []
  }

  private mutating func resize() {
    chooseFittingDensity()
    scrollIntoView()
    refreshCard()
    scrollClock()
    refreshMeeting()
    scrollAgenda()
    scrollSince()
  }

  /// A board that others changed: the selection stays on its card, and what changed is marked.
  mutating func take(_ board: Board, _ changes: [Change]) -> [Effect] {
    self.board = board
    let foreign = changes.filter { session[$0.id] == nil }
    for change in foreign { mark(change) }
    refreshBoard()
    tell(foreign, on: board)
    return timelineOfOpenCard()
  }

  /// Marks the cards that somebody else changed; a new order of a column marks none.
  private mutating func mark(_ change: Change) {
    for case .item(let reference) in change.entities {
      let own = change.operations.filter { $0.entity == .item(reference) }
      if own.allSatisfy({ $0.key.field == .rank }) { continue }
      let recent = RecentChange(change, on: reference, time: timeOfDay(change.at))
      self.recent[reference] = recent.after(self.recent[reference])
    }
  }

  /// Says what others did, beside what this screen has to say: the last of it, and how much more since the last key.
  mutating func tell(_ foreign: [Change], on board: Board, also: String? = nil) {
    guard let last = foreign.last else { return }
    newsCount += foreign.count
    let more = newsCount > 1 ? ", and \(newsCount - 1) more" : ""
    let rest = also.map { " \(glyphs.separator) \($0)" } ?? ""
    news = Notice(kind: .news, text: "\(last.actor) \(last.description(on: board))\(more)\(rest)")
  }

  /// A change of this screen is recorded; the selection goes along with its card.
  private mutating func finish(_ change: Change?, _ board: Board) -> [Effect] {
    let saved = pending.isEmpty ? nil : pending.removeFirst()
    marked.subtract(saved?.items ?? [])
    isSaving = isSaving && !pending.isEmpty
    self.board = boardAfter(change, board)
    guard let change else {
      refreshBoard()
      say("nothing to change")
      return []
    }
    let words = change.description(on: board)
    session[change.id] = words
    if change.kind == .add, case .item(let reference)? = change.entities.first { selection.reference = reference }
    refreshBoard(isOwn: true)
    // Of what was taken back, the words name the person; the day is that of the change taken back.
    let reversed = change.reverses.flatMap(board.place(of:)).map { board.history[$0].on.inWords }
    let text = words + (reversed.map { " \(glyphs.separator) \($0)" } ?? "")
    let wayBack = change.kind == .undo ? "C-r to redo" : "u to undo"
    notice = Notice(kind: .done, text: text, wayBack: wayBack)
    return follow(change) + timelineOfOpenCard()
  }

  /// A change of this screen was refused; a form that it came from is shown again with its words.
  private mutating func refuseOldest(_ sentence: String) {
    let refused = pending.isEmpty ? nil : pending.removeFirst()
    isSaving = isSaving && !pending.isEmpty
    let isInTheWay = overlays.contains { $0.view == .form || $0.view == .confirm }
    guard var form = refused?.form else { return refuse(sentence) }
    if isInTheWay {
      drafts[form.draftKey] = form.questions
      return refuse("\(sentence); what you typed is kept as a draft")
    }
    form.complaint = sentence
    // Whoever saves once more has read what it is now.
    form.expected = expectations(of: form)
    overlays.append(.form(form))
  }

  private mutating func take(_ changes: [Change], of entity: EntityReference) {
    askAwaited(changes, of: entity)
    for index in overlays.indices {
      guard case .card(var card) = overlays[index], .item(card.item) == entity else { continue }
      card.timeline = changes.map { change in
        let own = change.operations.filter { $0.entity == entity }
        let words = change.kind.isReversal ? change.description(on: board) : AppState.words(for: own)
        return TimelineEntry(
          change: change.id, day: change.on, actor: change.actor, words: words, reason: change.reason)
      }
      overlays[index] = .card(card)
    }
    refreshCard()
  }

  /// What a change did to one card: its field and value; for a new card only that.
  private static func words(for operations: [Operation]) -> String {
    if operations.contains(where: { $0.key.field == .kind && $0.old == nil }) { return "added to the board" }
    return operations.map { $0.words(limit: 400) }.joined(separator: "; ")
  }
}
