package import BoardModel
package import Commands
package import ScreenGrid

/// Everything that the chair's screen is at one moment.
///
/// Changed by ``update(_:)`` for keys and ``receive(_:)`` for events, drawn by ``render()``; holds no file, clock or
/// terminal.
package struct AppState: Sendable {
  // What it is given
  package internal(set) var board: Board
  package internal(set) var today: CalendarDay
  /// Whether `today` was set by hand, which the header says.
  let isTodayPinned: Bool
  /// Who the changes of this screen are by.
  let actor: String
  /// The local time of day, `14:02`, of milliseconds since 1970; `nil` where nobody can tell.
  let timeOfDay: @Sendable (Int64) -> String?
  package internal(set) var size: Size
  /// The marks of the terminal, and whether plain ones are wanted instead.
  let terminalGlyphs: GlyphSet
  var prefersASCII = false

  // What is made from it when the board, the day or the filter changes
  var order: ColumnOrder
  var clock: ClockSummary?
  /// The title of the meeting that is on; `nil` between meetings.
  var meeting: String?
  /// How far that meeting is: `4 of 11`.
  var meetingPlace = ""
  /// What waits while the screen is frozen; `nil` when it is not.
  var frozen: FrozenBoard?

  // What is shown
  var selection = Selection()
  var density: Density?
  /// The density that was right for the screen when it got its size.
  var fittingDensity = Density.compact
  /// The cards of the longest column at that time, which the height of cards is made for.
  var fittingCards = 0
  package internal(set) var filterText = ""
  var filter: Query
  var overlays: [Overlay] = []
  /// The cards that the next change is for.
  var marked: Set<ItemReference> = []
  /// What was typed into forms that were left.
  var drafts: [Form.DraftKey: [Form.Question]] = [:]
  /// Whether nothing of the board may be seen.
  var isBlank = false
  var theme = ScreenTheme.standard
  var usesMouse = false
  /// The undo or redo that waits for the words of its question.
  var question: AwaitedQuestion?
  package internal(set) var notice: Notice?
  /// What others did since the last key: the last of it, and how much more there was.
  package internal(set) var news: Notice?
  var newsCount = 0
  /// What others did to a card since it was last visited, in words: `MOVED ←Awaiting NPCC by K. Ali 14:02`.
  var recent: [ItemReference: RecentChange] = [:]

  /// What became of every item since the last meeting, while it is shown or the cards are marked with it.
  var sinceLast: SinceLastMeeting?
  /// Whether the cards are marked with what became of them since the last meeting.
  var marksSince = false
  /// Those marks.
  var sinceMarks: [ItemReference: RecentChange] = [:]
  /// Where the minutes go once the meeting's end is recorded.
  var minutesWish: MinutesWish?
  /// The folder that minutes are proposed for; empty for the one that the program was started in.
  package var minutesFolder = ""
  /// The moment that the board is shown as of, in words; `nil` for now.
  package var asAt: String?

  // The store
  /// The changes made on this screen since it started.
  var session: [ChangeID: String] = [:]
  var pending: [Pending] = []
  var isSaving = false
  var banner: String?
  var readOnly: String?

  /// A screen on a board.
  ///
  /// - Parameters:
  ///   - board: The board as it is.
  ///   - today: The day that dates count from.
  ///   - isTodayPinned: Whether that day was set by hand.
  ///   - actor: The name that changes are made under.
  ///   - size: The size of the terminal.
  ///   - glyphs: What the terminal can show.
  ///   - timeOfDay: The local time of day of milliseconds since 1970, `14:02`.
  package init(
    board: Board, today: CalendarDay, isTodayPinned: Bool, actor: String, size: Size, glyphs: GlyphSet,
    timeOfDay: @escaping @Sendable (Int64) -> String? = { _ in nil }
  ) {
    self.board = board
    self.today = today
    self.isTodayPinned = isTodayPinned
    self.actor = actor
    self.timeOfDay = timeOfDay
    self.size = size
    terminalGlyphs = glyphs
    filter = .everything
    order = ColumnOrder(board, today: today, filter: filter)
    clock = ClockSummary(board, today: today)
    lookForMeeting()
    chooseFittingDensity()
    selectFirstCard()
  }

  /// The selected card; `nil` in an empty column.
  package var selected: ItemReference? { selection.reference }
  /// The selected column, 0 to 2.
  package var selectedColumn: Int { selection.column }
  /// The view that takes the keys.
  package var view: KeyView { isBlank ? .blank : overlays.last?.view ?? .board }
  /// Whether a change is on its way to the disk.
  package var isWaitingForStore: Bool { !pending.isEmpty }

  /// Whether what others change waits.
  package var isFrozen: Bool { frozen != nil }

  var glyphs: GlyphSet { prefersASCII ? .ascii : terminalGlyphs }

  /// The selected item as the board has it: the one that is open, or shown in a meeting, before that of the columns.
  var selectedItem: Item? {
    for overlay in overlays.reversed() {
      switch overlay {
      case .card(let card): return board.item(card.item)
      case .meeting(let walk): return walk.entity.flatMap { item($0) }
      default: continue
      }
    }
    return selection.reference.flatMap { board.item($0) }
  }

  var layout: BoardLayout? { layout(density ?? fittingDensity) }

  func layout(_ density: Density) -> BoardLayout? {
    BoardLayout(
      size: size, density: density, rowsAbove: bannerText == nil ? 1 : 2, hasStrip: true, cards: fittingCards)
  }

  /// What must not be missed: damage, and that nothing can be written.
  var bannerText: String? {
    switch (banner, readOnly) {
    case (let banner?, let readOnly?): "\(banner) \(glyphs.separator) read-only: \(readOnly)"
    case (let banner?, nil): banner
    case (nil, let readOnly?): "read-only: \(readOnly)"
    case (nil, nil): nil
    }
  }
}

/// An undo or redo that is not of this screen: before it is asked about, its change is looked up.
struct AwaitedQuestion: Equatable, Sendable {
  /// The change to take back, or the undo to take back.
  let change: ChangeID
  /// One of the things it touched, whose history holds it.
  let entity: EntityReference
  let isRedo: Bool
}

/// A change on its way to the store.
struct Pending: Sendable {
  /// The cards it is about; none for a report.
  let items: [ItemReference]
  /// The status it gives them; `nil` when it gives none.
  let status: Status?
  /// The form it came from, to be shown again if it is refused.
  let form: Form?
}
