internal import BoardModel
internal import ScreenGrid

/// What is said of cards that changed: what others just did goes before what became of them since the last meeting.
struct CardChanges: Sendable {
  var recent: [ItemReference: RecentChange] = [:]
  var since: [ItemReference: RecentChange] = [:]

  subscript(reference: ItemReference) -> RecentChange? { recent[reference] ?? since[reference] }
}

/// How cards are shown: what is the same for all cards of a screen.
struct CardDisplay: Sendable {
  let today: CalendarDay
  let glyphs: GlyphSet
  let density: Density
  /// Whether owners may be named; a public screen leaves officers out.
  var showsOwners = true
  /// What stands before a card's short reference.
  let prefixes: [String: String]
  let recent: CardChanges
  /// The cards with changes on their way to the disk.
  var saving: Set<ItemReference> = []
  /// The cards that the next change is for.
  var marked: Set<ItemReference> = []

  func label(of item: Item) -> String { (prefixes[item.reference.report] ?? "") + item.reference.short }

  func owner(of item: Item) -> String? { showsOwners ? item.owner : nil }

  /// The due date in at most 7 columns; nothing for a complete item.
  func shortDue(of item: Item) -> String {
    item.status == .complete ? "" : ShortDue.words(item.dueState(on: today), today: today)
  }

  /// The due date in words; of a complete item when and on which ground it was closed.
  func dueWords(of item: Item) -> String {
    if item.status == .complete { return item.closingWords(today: today, separator: glyphs.separator) }
    return item.dueState(on: today).words(today: today, separator: glyphs.separator)
  }

  /// The owner; that there is none matters only while something is to be done.
  func ownerWords(of item: Item) -> String? {
    guard showsOwners else { return nil }
    return item.owner ?? (item.status == .complete ? nil : "no owner")
  }

  func marks(of item: Item) -> [CardMark] {
    let own = CardMark.marks(of: item, glyphs: glyphs, isSaving: saving.contains(item.reference))
    return marked.contains(item.reference) ? [CardMark(sign: "*", words: "MARKED")] + own : own
  }
}

extension AppState {
  /// How this screen shows its cards.
  var cardDisplay: CardDisplay {
    var display = CardDisplay(
      today: today, glyphs: glyphs, density: layout?.density ?? .compact, prefixes: order.prefixes,
      recent: CardChanges(recent: recent, since: sinceMarks))
    display.marked = marked
    for change in pending { display.saving.formUnion(change.items) }
    return display
  }
}

extension Item {
  /// The day it became complete; `nil` while it is open.
  var completedOn: CalendarDay? {
    guard status == .complete else { return nil }
    return record.steps.last { $0.field == .status && !$0.undone && $0.value == Status.complete.rawValue }?.on
  }

  /// When it was closed and why it could be: `done 3 May`, `superseded · 3 May 2018`.
  func closingWords(today: CalendarDay, separator: String) -> String {
    let day = completedOn?.short(inYear: today.components.year) ?? ""
    switch closure?.ground {
    case .done: return "done \(day)"
    case .noAction: return "no action \(separator) \(day)"
    case .superseded: return "superseded \(separator) \(day)"
    case nil: return "complete \(separator) \(day)"
    }
  }
}

extension Status {
  /// The role of the status's column.
  var style: Style {
    switch self {
    case .awaitingNPCC: .awaitingNPCC
    case .forceAction: .forceAction
    case .complete: .complete
    }
  }

  /// The status in the width of a tab.
  var shortTitle: String {
    switch self {
    case .awaitingNPCC: "NPCC"
    case .forceAction: "Force"
    case .complete: "Complete"
    }
  }
}
