internal import BoardModel
internal import Commands
internal import ScreenGrid

extension AppState {
  /// Opens the selected card and asks for its history.
  mutating func openCard(atTimeline: Bool) -> [Effect] {
    guard let item = selectedItem else {
      refuse("no card is selected")
      return []
    }
    return openCard(item.reference, atTimeline: atTimeline)
  }

  /// Opens a card, whichever is selected, and asks for its history.
  mutating func openCard(_ reference: ItemReference, atTimeline: Bool = false) -> [Effect] {
    var card = CardView(item: reference)
    card.wantsTimeline = atTimeline
    overlays.append(.card(card))
    refreshCard()
    return [.askTimeline(.item(reference))]
  }

  mutating func performOnCard(_ action: KeyAction) -> [Effect] {
    let page = max(1, cardRows - 1)
    switch action {
    case .down: scrollCard { $0.top += 1 }
    case .up: scrollCard { $0.top -= 1 }
    case .pageDown: scrollCard { $0.top += page }
    case .pageUp: scrollCard { $0.top -= page }
    case .halfPageDown: scrollCard { $0.top += max(1, page / 2) }
    case .halfPageUp: scrollCard { $0.top -= max(1, page / 2) }
    case .first: scrollCard { $0.top = 0 }
    case .last: scrollCard { $0.top = $0.lines.count }
    case .timeline: scrollCard { $0.top = $0.timelineStart }
    case .nextCard: return openNeighbour(1)
    case .previousCard: return openNeighbour(-1)
    case .back: overlays.removeLast()
    default: return performOnSelectedCard(action)
    }
    return []
  }

  /// The rows that show an open card's text.
  var cardRows: Int { max(1, size.rows - (bannerText == nil ? 3 : 4)) }

  private mutating func scrollCard(_ scroll: (inout CardView) -> Void) {
    guard case .card(var card)? = overlays.last else { return }
    scroll(&card)
    card.top = max(0, min(card.top, card.lines.count - cardRows))
    overlays[overlays.count - 1] = .card(card)
  }

  /// Opens the card above or below in the column instead.
  private mutating func openNeighbour(_ step: Int) -> [Effect] {
    guard overlays.count == 1 else {
      refuse("this card was not opened from a column; Esc goes back")
      return []
    }
    let row = selection.row + step
    guard order.shown[selection.column].indices.contains(row) else {
      refuse("this is the \(step < 0 ? "first" : "last") card of the column")
      return []
    }
    overlays.removeLast()
    select(column: selection.column, row: row)
    return openCard(atTimeline: false)
  }

  /// Makes the lines of an open card again, after its item, the size or the history changed.
  mutating func refreshCard() {
    guard let index = overlays.firstIndex(where: { $0.view == .card }), case .card(var card) = overlays[index] else {
      return
    }
    guard let item = board.item(card.item), item.isOnBoard else {
      overlays.removeSubrange(index...)
      say("\(card.item) is no longer on the board")
      return
    }
    let text = CardText(item: item, state: self, timeline: card.timeline)
    card.lines = text.lines
    card.timelineStart = text.timelineStart
    if card.wantsTimeline, card.timeline != nil {
      card.top = card.timelineStart
      card.wantsTimeline = false
    }
    card.top = max(0, min(card.top, card.lines.count - cardRows))
    overlays[index] = .card(card)
  }

  /// Asks for an open card's history again, after something was recorded.
  func timelineOfOpenCard() -> [Effect] {
    for case .card(let card) in overlays { return [.askTimeline(.item(card.item))] }
    return []
  }
}
