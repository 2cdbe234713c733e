internal import BoardModel
internal import Commands
package import ScreenGrid

extension WallState {
  /// Carries out a key: paging and, but for a kiosk, quitting; all others are ignored.
  package mutating func update(_ key: Key) -> [Effect] {
    switch KeyMap.action(of: key, in: .wall) {
    case .pageDown: turnPage(by: 1)
    case .pageUp: turnPage(by: -1)
    case .quit where !options.isKiosk: return [.quit]
    default: break
    }
    return []
  }

  /// Takes in what the program tells.
  package mutating func receive(_ event: Event) {
    switch event {
    case .board(let board, let changes, let last, let time):
      self.board = board
      lastChange = last
      finishRead(at: time)
      mark(changes)
      arrange()
    case .read(let time): finishRead(at: time)
    case .failed(let why): failure = why
    case .damage(let sentence): damage = sentence
    case .replaced(let words): notice = ("\(now.clock.minutes) \(words)", now.uptime)
    case .time(let time): pass(to: time)
    case .resized(let size): self.size = size
    case .tick(let today):
      self.today = today
      arrange()
    }
  }

  private mutating func finishRead(at time: WallTime) {
    if isStale, let lastRead {
      let gap = WallTime.words(seconds: time.uptime - lastRead.uptime)
      notice = ("\(time.clock.minutes) up to date again, after \(gap)", time.uptime)
    }
    lastRead = time
    failure = nil
    pass(to: time)
  }

  /// Time passes: pages turn, and what was marked or told fades.
  private mutating func pass(to time: WallTime) {
    now = time
    if recent.contains(where: { time.uptime - $0.value.uptime >= WallState.markedFor }) {
      recent = recent.filter { time.uptime - $0.value.uptime < WallState.markedFor }
    }
    if let told = notice?.uptime, time.uptime - told >= WallState.markedFor { notice = nil }
    if time.uptime - pageSince >= max(1, options.pageSeconds) { turnPage(by: 1) }
  }

  private mutating func turnPage(by step: Int) {
    page &+= step
    pageSince = now.uptime
  }

  private mutating func mark(_ changes: [Change]) {
    for change in changes {
      for case .item(let reference) in change.entities {
        let words = RecentChange(change, on: reference, namesActor: !options.isPublic)
        recent[reference] = (words, now.uptime)
      }
    }
  }

  private mutating func arrange() {
    guard let board else { return }
    columns = board.columns(today: today).map { cards in
      // A rank given by hand comes after what is late: nobody stands at the wall to look further down.
      let late = cards.filter(isLate)
      return late.isEmpty ? cards : late + cards.filter { !isLate($0) }
    }
    overdue = columns.joined().count(where: isLate)
    prefixes = ColumnOrder.prefixes(for: board.reports.filter { !$0.isClosed }.map(\.key))
    clocks = board.section55(today: today).filter { $0.clock != nil && !$0.statutoryGaps.isEmpty }
  }

  private func isLate(_ item: Item) -> Bool {
    if case .overdue = item.dueState(on: today) { true } else { false }
  }
}
