internal import BoardModel

extension AppState {
  /// Marks the selected card, or takes its mark away, and goes to the next one.
  mutating func toggleMark() {
    guard let reference = selection.reference else { return refuse("no card is selected") }
    if marked.remove(reference) == nil { marked.insert(reference) }
    select(column: selection.column, row: selection.row + 1)
  }

  /// The marked items that are shown, in the order of the columns.
  var markedItems: [Item] {
    marked.isEmpty ? [] : order.shown.joined().filter { marked.contains($0.reference) }
  }

  /// How many cards are marked, and that some cannot be seen; `nil` for none.
  var markWords: String? {
    guard !marked.isEmpty else { return nil }
    let hidden = marked.count - markedItems.count
    let rest = hidden == 0 ? "" : ", \(hidden) hidden by the filter and left alone"
    return "\(marked.count) marked\(rest): the next change is for all; Esc clears"
  }

  /// Forgets marks of cards that are no longer on the board.
  mutating func dropStaleMarks() {
    if !marked.isEmpty { marked = marked.filter { board.item($0)?.isOnBoard == true } }
  }

  /// Copies the references of the marked cards, or of the selected one.
  mutating func copyReferences() -> [Effect] {
    var references = walk == nil ? markedItems.map(\.reference) : []
    if references.isEmpty { references = selectedItem.map { [$0.reference] } ?? [] }
    guard !references.isEmpty else {
      refuse("no card is selected")
      return []
    }
    let text = references.map(\.description).joined(separator: "\n")
    let what = references.count == 1 ? text : "\(references.count) references"
    say("\(what) sent to the clipboard of the terminal")
    return [.copy(text)]
  }
}
