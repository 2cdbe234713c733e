package import BoardModel
package import ScreenGrid

/// Everything that the wall, the read-only display, is at one moment.
///
/// Changed by ``update(_:)`` for keys and ``receive(_:)`` for events, drawn by ``render()``. What it holds is bounded by
/// the board and the changes of the last minutes, so that it can run for months.
package struct WallState: Sendable {
  /// The last change of the board, as the wall names it.
  package struct LastChange: Equatable, Sendable {
    let clock: WallClock
    let actor: String

    /// A change from its local time and its actor.
    package init(at clock: WallClock, by actor: String) {
      self.clock = clock
      self.actor = actor
    }
  }

  /// How the wall was started.
  package struct Options: Equatable, Sendable {
    /// Whether officers' names are left out.
    package var isPublic = false
    /// Whether no key ends it.
    package var isKiosk = false
    /// Whether its day was set by hand.
    package var isTodayPinned = false
    /// How long a page is shown; at least 1.
    package var pageSeconds = 15

    /// The options of a wall started without any.
    package init() {}
  }

  /// What the program tells the wall.
  package enum Event: Sendable {
    /// The store was read and holds something new; the changes may be left out where they are not known one by one.
    case board(Board, changes: [Change], last: LastChange?, at: WallTime)
    /// The store was read and holds nothing new.
    case read(at: WallTime)
    /// The store could not be read, and why.
    case failed(why: String)
    /// Lines of the store are damaged, as a sentence; `nil` for none.
    case damage(String?)
    /// Another store stands in the place of the one before, and in what it differs.
    case replaced(String)
    /// Time has passed, about a second.
    case time(WallTime)
    case resized(Size)
    /// The day has changed.
    case tick(today: CalendarDay)
  }

  /// How long a board without a good read counts as up to date, in seconds.
  static let staleAfter = 10
  /// After how many seconds without a good read the header says so.
  static let lateAfter = 4
  /// How long a change stays marked, and a notice shown, in seconds.
  static let markedFor = 300

  var board: Board?
  var today: CalendarDay
  let options: Options
  var size: Size
  let glyphs: GlyphSet

  /// The cards by column, and the open clocks, nearest first.
  var columns: [[Item]] = [[], [], []]
  var overdue = 0
  var prefixes: [String: String] = [:]
  var clocks: [Section55] = []

  var now: WallTime
  /// When the wall began, from which the hours count that its picture wanders by.
  let began: Int
  var lastRead: WallTime?
  var lastChange: LastChange?
  var failure: String?
  var damage: String?
  var recent: [ItemReference: (change: RecentChange, uptime: Int)] = [:]
  /// What happened to the store lately, and when.
  var notice: (words: String, uptime: Int)?
  /// Which page is shown, counted on for ever, and since when.
  var page = 0
  var pageSince: Int

  /// A wall that has read nothing yet.
  package init(today: CalendarDay, now: WallTime, size: Size, glyphs: GlyphSet, options: Options) {
    self.today = today
    self.now = now
    began = now.uptime
    self.size = size
    self.glyphs = glyphs
    self.options = options
    pageSince = now.uptime
  }

  /// How long ago the store was last read without a fault, in seconds; `nil` if it never was.
  var age: Int? { lastRead.map { now.uptime - $0.uptime } }

  /// Whether the board shown is older than it should be.
  package var isStale: Bool { age.map { $0 >= WallState.staleAfter } ?? (failure != nil) }

  /// What must not be missed: that the board is old, and that lines are damaged.
  var banners: [String] {
    var banners: [String] = []
    if isStale {
      let why = failure ?? "its disk or network does not answer"
      let since = lastRead.map { read in
        "NOT UPDATED SINCE \(read.clock.minutes(on: now.clock.day)) \(glyphs.separator) "
          + "\(WallTime.words(seconds: age ?? 0)) \(glyphs.separator) \(why)"
      }
      banners.append(since ?? "NOT READ YET \(glyphs.separator) \(why)")
    }
    if let damage { banners.append(damage) }
    return banners
  }
}
