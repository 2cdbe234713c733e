internal import BoardModel
internal import BoardStore
internal import SystemCalls

/// What a face asks of the thread that holds the store.
enum StoreRequest: Sendable {
  /// Record a command; answered, in order, with ``StoreReport/saved(_:_:)`` or ``StoreReport/refused(_:_:)``.
  case commit(Command, expecting: [Precondition], today: CalendarDay)
  /// Take back a change; answered like a commit.
  case undo(ChangeID, today: CalendarDay)
  /// Put back what was undone last; answered like a commit.
  case redo(today: CalendarDay)
  /// Every change that touched an entity; answered with ``StoreReport/timeline(_:_:)``.
  case timeline(EntityReference)
  /// Write a meeting's minutes; answered with ``StoreReport/minutes(_:files:failure:)``.
  case writeMinutes(String, path: String, replacing: Bool)
  /// Read what others wrote, now; answered with ``StoreReport/refreshed`` behind what was read.
  case refresh
  /// Finish what was asked before, and end.
  case stop
}

/// What the thread that holds the store tells the face.
enum StoreReport: Sendable {
  /// The board was opened and read; always the first report, or else ``failed(_:)``.
  case opened(BoardState)
  /// The board could not be opened; nothing follows, unless the thread was asked to keep trying.
  case failed(StoreError)
  /// The files were read again: others' changes if any, and how the store is now.
  case read(BoardState, changes: [Change], isChanged: Bool)
  /// The directory of the board is another one than before; what it holds comes next.
  case replaced
  /// A command of this face is durable; no change when there was nothing to do.
  case saved(Change?, BoardState)
  /// A command of this face was not recorded, or not surely.
  case refused(StoreError, BoardState)
  /// The history of an entity, oldest first.
  case timeline(EntityReference, [Change])
  /// A meeting's minutes were written to these files; why one was not.
  case minutes(String, files: [String], failure: String?)
  /// The files were read because the face asked.
  case refreshed
  /// What was asked before ``StoreRequest/stop`` is done.
  case stopped
}

/// The board at one moment, with all that a face says of the store.
struct BoardState: Sendable {
  let board: Board
  let health: StoreHealth
  let outage: Store.Outage?
  let lastGoodRead: WallTime
  /// What tells this board from any other that may take its place.
  let storeID: UInt64

  /// - Parameter past: The board as it was, where that is shown; `nil` for the board as it is.
  init(_ store: Store, past: Board? = nil) {
    board = past ?? store.board
    health = store.health
    outage = store.outage
    lastGoodRead = store.lastGoodRead
    storeID = store.storeID
  }
}
