internal import BoardModel
internal import Commands

extension AppState {
  mutating func openFilter() {
    overlays.append(.filter(FilterLine(input: TextInput(filterText), before: selection.reference)))
  }

  mutating func performOnFilter(_ action: KeyAction) -> [Effect] {
    switch action {
    case .accept: keepFilter()
    case .cancel:
      guard case .filter(let line)? = overlays.popLast() else { break }
      setFilter("")
      if let before = line.before { select(before) }
    case .down, .up, .nextColumn, .previousColumn: _ = moveAbout(action)
    default: editFilter { $0.edit(action) }
    }
    return []
  }

  /// Enter: the filter stays, unless its text means nothing.
  private mutating func keepFilter() {
    guard case .filter(let line)? = overlays.last else { return }
    if let complaint = line.complaint { return refuse(complaint) }
    overlays.removeLast()
  }

  /// Edits the filter's text and applies it at once; while it means nothing the last one that did stays in force.
  mutating func editFilter(_ edit: (inout TextInput) -> Void) {
    guard case .filter(var line)? = overlays.last else { return }
    edit(&line.input)
    line.complaint = nil
    do {
      let query = try Query(parsing: line.input.text)
      apply(query, text: line.input.text)
    } catch {
      line.complaint = error.sentence
    }
    overlays[overlays.count - 1] = .filter(line)
  }

  /// Sets a filter that is known to mean something.
  mutating func setFilter(_ text: String) {
    do {
      apply(try Query(parsing: text), text: text)
    } catch {
      refuse(error.sentence)
    }
  }

  mutating func apply(_ query: Query, text: String) {
    filterText = query.isEmpty ? "" : text
    guard query != filter else { return }
    let isNarrower = query.narrows(filter)
    filter = query
    if isNarrower {
      order.narrow(to: query, on: board, today: today)
    } else {
      order.apply(query, on: board, today: today)
    }
    if let reference = selection.reference, select(reference) { return }
    if case .filter(let line)? = overlays.last, let before = line.before, select(before) { return }
    let nearest = [selection.column, 1, 0, 2].first { !order.shown[$0].isEmpty }
    select(column: nearest ?? selection.column, row: 0)
  }
}

extension TextInput {
  /// Carries out an action that edits a text; others change nothing.
  mutating func edit(_ action: KeyAction) {
    switch action {
    case .cursorLeft: moveLeft()
    case .cursorRight: moveRight()
    case .lineStart: moveToStart()
    case .lineEnd: moveToEnd()
    case .deleteBackward: deleteBackward()
    case .deleteForward: deleteForward()
    case .deleteWord: deleteWord()
    case .deleteToStart: deleteToStart()
    case .deleteToEnd: deleteToEnd()
    case .newLine: insert("\n")
    default: break
    }
  }
}
