internal import BoardModel
internal import Commands
package import ScreenGrid

extension AppState {
  /// Carries out a key and says what the program has to do for it.
  ///
  /// Never waits: changes leave as effects.
  ///
  /// - Complexity: Independent of the number of cards for keys that move about; linear in them for filters.
  package mutating func update(_ key: Key) -> [Effect] {
    switch key {
    case .resize, .hangup: return []
    case .mouse(let mouse): return perform(mouse)
    case _ where isBlank:
      isBlank = false
      return []
    case .paste(let text):
      type(text)
      return []
    default: break
    }
    notice = nil
    news = nil
    newsCount = 0
    question = nil
    let view = self.view
    if let action = KeyMap.action(of: key, in: view) { return perform(action, in: view) }
    if view == .picker, case .character(let letter) = key, goToOption(letter) { return [] }
    if view.takesText, case .character(let character) = key {
      type(String(character))
    } else if let name = key.name {
      refuse(
        "\(name) means nothing here; \(view == .board || overlays.last?.isPage == true ? "? shows the keys" : "Esc goes back")"
      )
    }
    return []
  }

  /// Carries out an action as if its key had been pressed in a view.
  mutating func perform(_ action: KeyAction, in view: KeyView) -> [Effect] {
    switch view {
    case .board: return performOnBoard(action)
    case .card: return performOnCard(action)
    case .section55: return performOnClock(action)
    case .meeting: return performOnMeeting(action)
    case .agenda: return performOnAgenda(action)
    case .since: return performOnSince(action)
    case .summary: return performOnSummary(action)
    case .filter: return performOnFilter(action)
    case .palette: return performOnPalette(action)
    case .picker: return performOnPicker(action)
    case .form: return performOnForm(action)
    case .confirm: return performOnQuestion(action)
    case .help: return performOnHelp(action)
    case .blank, .wall: return []
    }
  }

  private mutating func performOnBoard(_ action: KeyAction) -> [Effect] {
    if moveAbout(action) { return [] }
    switch action {
    case .open: return openCard(atTimeline: false)
    case .timeline: return openCard(atTimeline: true)
    case .orderUp: return reorder(by: -1)
    case .orderDown: return reorder(by: 1)
    case .filter: openFilter()
    case .nextMatch: goToMatch(1)
    case .previousMatch: goToMatch(-1)
    case .display: openDisplayOptions()
    case .section55: openClock()
    case .meeting: openMeeting()
    case .since: openSince()
    case .mark: toggleMark()
    case .add: openAddingForm()
    case .quickFilter: openQuickFilters()
    case .palette: openPalette()
    case .freeze: return toggleFreeze()
    case .back: leaveBoardLevel()
    case .quit: return [.quit]
    default: return performOnSelectedCard(action)
    }
    return []
  }

  /// What the board and an open card have in common.
  mutating func performOnSelectedCard(_ action: KeyAction) -> [Effect] {
    switch action {
    case .moveLeft: return moveCard(by: -1)
    case .moveRight: return moveCard(by: 1)
    case .pickStatus: openStatusPicker()
    case .owner: openForm(.owner)
    case .due: openForm(.due)
    case .note: openForm(.note)
    case .respond: openForm(.text(.chiefOfficerComments))
    case .comment: openForm(.text(.bodyComments))
    case .reply: openForm(.text(.bodyReply))
    case .evidence: openEvidence()
    case .decide: openDecision()
    case .action: openNewAction()
    case .editField: openFieldPicker()
    case .editText: openEditorPicker()
    case .copy: return copyReferences()
    case .blank: isBlank = true
    case .undo: return undo()
    case .redo: return redo()
    case .help: overlays.append(.help(HelpView(view: view)))
    case .redraw:
      recent = [:]
      return [.reload, .redraw]
    case .suspend: return [.suspend]
    default: break
    }
    return []
  }

  /// Esc on the board: it clears the marks, then the filter, and never quits.
  private mutating func leaveBoardLevel() {
    if !marked.isEmpty {
      marked = []
    } else if filterText.isEmpty {
      say("q quits")
    } else {
      setFilter("")
    }
  }

  /// Types a text into the view on top, if it takes any.
  private mutating func type(_ text: String) {
    switch overlays.last {
    case .filter: editFilter { $0.insert(text) }
    case .palette: typeIntoPalette(text)
    case .form: typeIntoForm(text)
    case .help: editHelp { $0.insert(text) }
    default: refuse("a text was pasted where none is typed")
    }
  }

  mutating func refuse(_ sentence: String) {
    notice = Notice(kind: .refusal, text: sentence)
  }

  mutating func say(_ sentence: String) {
    notice = Notice(kind: .news, text: sentence)
  }

  /// Changes the view on top in place, if it is of the wanted kind.
  mutating func changeTop(_ change: (inout Overlay) -> Void) {
    guard var top = overlays.popLast() else { return }
    change(&top)
    overlays.append(top)
  }
}
