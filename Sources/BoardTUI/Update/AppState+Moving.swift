internal import BoardModel
internal import Commands

extension AppState {
  /// Whether anything can be written; says so if not.
  mutating func canChange() -> Bool {
    guard let readOnly else { return true }
    refuse("nothing can be changed: \(readOnly)")
    return false
  }

  /// The selected item, for a change; without one, or where nothing can be written, says so.
  mutating func itemToChange() -> Item? {
    guard canChange() else { return nil }
    guard let item = selectedItem else {
      refuse(walk == nil ? "no card is selected" : "no card is shown")
      return nil
    }
    return item
  }

  /// The items that a change is for: the marked ones that are shown, else the selected one; empty after saying why.
  mutating func itemsToChange() -> [Item] {
    let marked = markedItems
    if marked.isEmpty || overlays.contains(where: { $0.view == .card || $0.view == .meeting }) {
      return itemToChange().map { [$0] } ?? []
    }
    return canChange() ? marked : []
  }

  /// The status of an item once everything on its way is saved.
  func coming(_ item: Item) -> Status {
    pending.last { $0.items.contains(item.reference) && $0.status != nil }?.status ?? item.status
  }

  /// Moves the marked cards, or the selected one, one column to the left or right.
  mutating func moveCard(by step: Int) -> [Effect] {
    let items = itemsToChange()
    guard let first = items.first else { return [] }
    let column = coming(first).column
    guard items.allSatisfy({ coming($0).column == column }) else {
      refuse("the marked cards are in several columns; m picks one status for all")
      return []
    }
    guard let status = Status.allCases.first(where: { $0.column == column + step }) else {
      refuse("\(AppState.names(items)): in the \(step < 0 ? "first" : "last") column already")
      return []
    }
    return move(items, to: status)
  }

  /// Moves cards, after a form where the rules want words.
  mutating func move(_ items: [Item], to status: Status) -> [Effect] {
    let moving = items.filter { coming($0) != status }
    if moving.isEmpty {
      refuse("\(AppState.names(items)): in \(status.title) already")
    } else if status == .complete {
      open(form(.complete, for: moving))
    } else if moving.contains(where: { coming($0) == .complete }) {
      open(form(.reopen(status), for: moving))
    } else {
      let references = moving.map(\.reference)
      return commit(.move(references, to: status, closing: nil, reason: nil), items: references, status: status)
    }
    return []
  }

  /// A few references as words.
  static func names(_ items: [Item]) -> String {
    let names = items.prefix(3).map(\.reference.description).joined(separator: ", ")
    return items.count > 3 ? "\(names) and \(items.count - 3) more" : names
  }

  /// Asks the program to record a command, if the board's rules allow it.
  ///
  /// - Parameters:
  ///   - items: The cards it is about; without any, the selected one.
  ///   - preconditions: What the person has seen, where others' changes must not be written over.
  mutating func commit(
    _ command: Command, items: [ItemReference] = [], status: Status? = nil, form: Form? = nil,
    expecting preconditions: [Precondition] = []
  ) -> [Effect] {
    // While something is on its way this board is behind, and only the store can judge.
    if pending.isEmpty {
      do {
        if try board.plan(command, as: .none).operations.isEmpty {
          say("nothing to change")
          return []
        }
      } catch {
        refuse(error, form: form)
        return []
      }
    }
    let cards = items.isEmpty && form == nil ? selectedItem.map { [$0.reference] } ?? [] : items
    pending.append(Pending(items: cards, status: status, form: form))
    return [.commit(command, expecting: preconditions)]
  }

  /// Shows why something was refused, in the form that it came from.
  private mutating func refuse(_ error: BoardError, form: Form?) {
    guard var form else { return refuse(error.sentence) }
    form.complaint = error.sentence
    overlays.append(.form(form))
  }

  /// Puts the selected card one place up or down in its column.
  mutating func reorder(by step: Int) -> [Effect] {
    guard let item = itemToChange() else { return [] }
    let shown = order.shown[selection.column]
    guard shown.indices.contains(selection.row + step) else {
      refuse("\(item.reference) is the \(step < 0 ? "first" : "last") of its column already")
      return []
    }
    if !pending.isEmpty {
      refuse("the change before is still being saved; try again")
      return []
    }
    let other = shown[selection.row + step].reference
    var references = order.all[selection.column].map(\.reference)
    guard let from = references.firstIndex(of: item.reference), let to = references.firstIndex(of: other) else {
      return []
    }
    references.remove(at: from)
    references.insert(item.reference, at: to)
    // Ranked cards stand before all others, so everything down to the lower of the two needs a rank.
    let ranked = references[...max(from, to)].enumerated().map { ($0.element, Optional($0.offset + 1)) }
    return commit(.rank(Dictionary(uniqueKeysWithValues: ranked)))
  }
}
