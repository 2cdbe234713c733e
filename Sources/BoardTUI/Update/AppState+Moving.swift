internal import BoardModel

extension AppState {
  /// The selected item, for a change; without one, or where nothing can be written, says so.
  mutating func itemToChange() -> Item? {
    if let readOnly {
      refuse("nothing can be changed: \(readOnly)")
      return nil
    }
    guard let item = selectedItem else {
      refuse("no card is selected")
      return nil
    }
    return item
  }

  /// The status of an item once everything on its way is saved.
  func coming(_ item: Item) -> Status {
    pending.last { $0.items.contains(item.reference) && $0.status != nil }?.status ?? item.status
  }

  /// Moves the selected card one column to the left or right.
  mutating func moveCard(by step: Int) -> [Effect] {
    guard let item = itemToChange() else { return [] }
    let column = coming(item).column + step
    guard let status = Status.allCases.first(where: { $0.column == column }) else {
      refuse("\(item.reference) is in the \(step < 0 ? "first" : "last") column already")
      return []
    }
    return move(item, to: status)
  }

  /// Moves a card, after a form where the rules want words.
  mutating func move(_ item: Item, to status: Status) -> [Effect] {
    let now = coming(item)
    if status == now {
      refuse("\(item.reference) is in \(status.title) already")
    } else if status == .complete {
      openForm(.complete)
    } else if now == .complete {
      openForm(.reopen(status))
    } else {
      return commit(.move([item.reference], to: status, closing: nil, reason: nil), status: status)
    }
    return []
  }

  /// Asks the program to record a command about the selected card, if the board's rules allow it.
  mutating func commit(_ command: Command, status: Status? = nil, form: Form? = nil) -> [Effect] {
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
    pending.append(Pending(items: selection.reference.map { [$0] } ?? [], status: status, form: form))
    return [.commit(command)]
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
