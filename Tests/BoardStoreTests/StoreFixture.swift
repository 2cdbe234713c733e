import BoardModel
import BoardStore
import SystemCalls
import TestSupport
import Testing

/// A board on a simulated disk, and what tests do to it.
struct StoreFixture {
  static let path = "/boards/a.board"
  let disk: MemoryDisk

  /// An empty board.
  init() throws {
    disk = MemoryDisk()
    disk.putDirectory("/boards")
    _ = try Store.create(
      at: Self.path, settings: BoardSettings(name: "Test"), seam: MemoryProcess(disk))
  }

  init(_ disk: MemoryDisk) { self.disk = disk }

  /// A board of one report, four items, and moves and notes up to `changes` changes; and those changes.
  static func board(changes: Int) throws -> (StoreFixture, [Change]) {
    let fixture = try StoreFixture()
    let store = try fixture.open()
    for number in 0..<changes { try fixture.change(store, number) }
    return (fixture, try store.allChanges())
  }

  func open(_ mode: Store.Mode = .readWrite, as process: MemoryProcess? = nil) throws -> Store {
    try Store.open(at: Self.path, mode: mode, seam: process ?? MemoryProcess(disk))
  }

  static func author(_ name: String = "K. Ali") -> Author {
    Author(actor: name, login: "kali", today: CalendarDay(daysSinceEpoch: 18_032))
  }

  static let report = "stalking-2019"

  static func item(_ number: Int) -> ItemReference {
    ItemReference(report: report, kind: .recommendation, number: ItemNumber(number))
  }

  /// The change a board gets as its `number`th, from 0.
  static func command(_ number: Int) -> Command {
    if number == 0 {
      let items = (1...4).map { BoardRecorder.item(report, .recommendation, $0) }
      return .importPaper(
        report: report, fields: [.title: "Stalking and “harassment”"], items: items)
    }
    let item = item(number % 4 + 1)
    switch number % 3 {
    case 0: return .note(item, text: "Note \(number)\nof two lines", isPrivate: false)
    case 1: return .assign([item], owner: "Owner \(number)")
    default:
      return .due(
        [item], CalendarDay(daysSinceEpoch: Int32(18_100 + number)),
        reason: "Slipped for the \(number)th time")
    }
  }

  @discardableResult
  func change(_ store: Store, _ number: Int, as name: String = "K. Ali") throws -> Change {
    let made = try store.commit(by: Self.author(name)) { (board, id) throws(BoardError) in
      try board.plan(Self.command(number), as: id)
    }
    return try #require(made)
  }

  /// The path of the only stream, or of the first.
  func stream(_ place: Int = 0) throws -> String {
    let streams = disk.paths.filter { $0.hasSuffix(".jsonl") }
    try #require(streams.count > place)
    return streams[place]
  }
}

/// What a board is, for comparing two.
struct BoardContents: Equatable {
  let records: [Record]
  let history: [ChangeSummary]

  init(_ board: Board) {
    records = board.records
    history = Array(board.history)
  }

  /// The fold of some changes.
  init(_ changes: some Sequence<Change>) {
    var board = Board(settings: BoardSettings(name: "Test"))
    for change in changes { board.apply(change) }
    self.init(board)
  }
}
