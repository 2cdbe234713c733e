/// Figures about some of a board's items on one day.
package struct Statistics: Sendable {
  /// How many items of a group stand where.
  package struct Count: Hashable, Sendable {
    /// What the group has in common: a report's key, an owner, a kind; `nil` for items without an owner.
    package let name: String?
    /// The items by status.
    package fileprivate(set) var statuses: [Status: Int] = [:]
    /// The open ones that are past their due date.
    package fileprivate(set) var overdue = 0

    /// All items of the group.
    package var total: Int { statuses.values.reduce(0, +) }
    /// Those that are not complete.
    package var open: Int { total - (statuses[.complete] ?? 0) }

    fileprivate init(name: String?) {
      self.name = name
    }
  }

  /// How long the open items have been on the board, in days.
  package struct Ages: Hashable, Sendable {
    /// The middle one; of an even number the lower of the two.
    package let median: Int
    /// The longest.
    package let longest: Int
    /// The item that has been open the longest.
    package let oldest: ItemReference
  }

  /// Who holds an item while it is open.
  package enum Holder: Hashable, Sendable {
    /// A national lead, while the item awaits the NPCC: not the force's delay.
    case national
    /// An owner in the force.
    case owner(String)
    /// The force, before anybody was named.
    case unallocated

    /// The holder in words.
    package var name: String {
      switch self {
      case .national: "national bodies"
      case .owner(let name): name
      case .unallocated: "awaiting allocation"
      }
    }
  }

  /// The days that a holder had items in hand.
  package struct TimeHeld: Hashable, Sendable {
    /// Who.
    package let holder: Holder
    /// Days, added up over the items.
    package fileprivate(set) var days = 0
    /// How many items the holder had, for a day or not.
    package fileprivate(set) var items = 0
  }

  /// All items.
  package private(set) var all = Count(name: nil)
  /// By report, in the order of keys.
  package private(set) var reports: [Count] = []
  /// By owner, the one with the most open items first.
  package private(set) var owners: [Count] = []
  /// By kind, in the order of a report.
  package private(set) var kinds: [Count] = []
  /// Open items without a due date.
  package private(set) var withoutDate = 0
  /// Open items without an owner.
  package private(set) var withoutOwner = 0
  /// How long the open items have been on the board; `nil` when none is open.
  package private(set) var ages: Ages?
  /// Days spent in each status, added up over the items.
  package private(set) var daysIn: [Status: Int] = [:]
  /// Days by holder, the longest first.
  package private(set) var held: [TimeHeld] = []
  /// Items whose due date was moved later, and how often.
  package private(set) var slips: [(reference: ItemReference, count: Int)] = []
  /// Items that went back from complete, and how often.
  package private(set) var reopened: [(reference: ItemReference, count: Int)] = []

  /// The figures of some items.
  ///
  /// - Parameters:
  ///   - items: In their default order.
  ///   - today: The day up to which time counts.
  /// - Complexity: Linear in the items and what is recorded of them.
  package init(of items: [Item], today: CalendarDay) {
    var openAges: [(days: Int, reference: ItemReference)] = []
    for item in items {
      count(item, today)
      let spells = Spell.of(item, until: today)
      for status in Status.allCases {
        let days = spells.reduce(0) { $0 + ($1.status == status ? $1.days : 0) }
        if days > 0 { daysIn[status, default: 0] += days }
      }
      add(spells)
      if item.status != .complete, let first = spells.first {
        openAges.append((max(0, first.since.days(to: today)), item.reference))
      }
      if item.slips > 0 { slips.append((item.reference, item.slips)) }
      if item.reopened > 0 { reopened.append((item.reference, item.reopened)) }
    }
    let sorted = openAges.sorted { ($0.days, $1.reference) < ($1.days, $0.reference) }
    if let last = sorted.last {
      ages = Ages(median: sorted[(sorted.count - 1) / 2].days, longest: last.days, oldest: last.reference)
    }
    owners.sort { ($1.open, $0.name ?? "~") < ($0.open, $1.name ?? "~") }
    held.sort { ($1.days, $0.holder.name) < ($0.days, $1.holder.name) }
    kinds.sort { Statistics.place($0) < Statistics.place($1) }
  }

  private static func place(_ count: Count) -> Int {
    ItemKind.allCases.firstIndex { $0.rawValue == count.name } ?? 0
  }

  private mutating func count(_ item: Item, _ today: CalendarDay) {
    let status = item.status
    var isOverdue = false
    if case .overdue = item.dueState(on: today) { isOverdue = true }
    func add(_ name: String?, to counts: inout [Count]) {
      let index = counts.firstIndex { $0.name == name } ?? counts.endIndex
      if index == counts.endIndex { counts.append(Count(name: name)) }
      counts[index].statuses[status, default: 0] += 1
      if isOverdue { counts[index].overdue += 1 }
    }
    all.statuses[status, default: 0] += 1
    if isOverdue { all.overdue += 1 }
    add(item.reference.report, to: &reports)
    add(item.owner, to: &owners)
    add(item.kind.rawValue, to: &kinds)
    if status != .complete, item.due == nil { withoutDate += 1 }
    if status != .complete, item.owner == nil { withoutOwner += 1 }
  }

  private mutating func add(_ spells: [Spell]) {
    var seen: Set<Holder> = []
    for spell in spells {
      guard let holder = spell.holder else { continue }
      let index = held.firstIndex { $0.holder == holder } ?? held.endIndex
      if index == held.endIndex { held.append(TimeHeld(holder: holder)) }
      held[index].days += spell.days
      if seen.insert(holder).inserted { held[index].items += 1 }
    }
  }
}

/// A time during which an item had one status and one owner.
package struct Spell: Hashable, Sendable {
  /// The status.
  package let status: Status
  /// Who held the item; `nil` while it was complete.
  package let holder: Statistics.Holder?
  /// Its first day.
  package let since: CalendarDay
  /// How many days it lasted, or lasts so far.
  package let days: Int

  /// The times of an item up to a day, oldest first, from the days on which its status and owner were set.
  package static func of(_ item: Item, until today: CalendarDay) -> [Spell] {
    var spells: [Spell] = []
    var status: Status?
    var owner: String?
    var since = CalendarDay(daysSinceEpoch: 0)
    func end(on day: CalendarDay) {
      guard let status else { return }
      let holder: Statistics.Holder? =
        switch status {
        case .awaitingNPCC: .national
        case .forceAction: owner.map { .owner($0) } ?? .unallocated
        case .complete: nil
        }
      spells.append(Spell(status: status, holder: holder, since: since, days: max(0, since.days(to: day))))
    }
    for step in item.record.steps where !step.undone && (step.field == .status || step.field == .owner) {
      // Days of people whose clocks differ may go back; time does not.
      let day = status == nil ? step.on : max(since, step.on)
      end(on: day)
      since = day
      if step.field == .owner { owner = step.value } else { status = step.value.flatMap(Status.init(rawValue:)) }
    }
    end(on: max(since, today))
    return spells
  }
}
