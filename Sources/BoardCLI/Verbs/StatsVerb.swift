internal import BoardModel

/// `board stats [QUERY…]`: counts, ages, time by holder, and a chart by month.
enum StatsVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let form = try shell.tableForm()
    let query = try shell.query()
    let session = try shell.openForReading()
    let day = session.day(shell.today)
    let items = query.items(on: session.board, today: shell.today)
    let figures = Statistics(of: items, today: day)
    let months = StatusHistory(items, through: day).months
    let isMissed = items.isEmpty && !session.board.items.isEmpty
    switch form {
    case .json:
      shell.answer("stats", session) { JSONOutput.statistics(figures, months, on: session.board, to: &$0) }
    case .csv, .porcelain: shell.rows(form, header: header, rows(figures, months))
    case .linear, .text, .calendar:
      if isMissed {
        shell.tellNothingMatches(query, on: session.board)
      } else if items.isEmpty {
        shell.console.line("No items on this board yet: nothing to count.")
      } else {
        shell.console.page()
        if form == .linear { sentences(figures, months, shell.console) } else { page(figures, months, shell.console) }
      }
    }
    return isMissed ? .no : .done
  }

  private static func groups(_ figures: Statistics) -> [(group: String, counts: [Statistics.Count])] {
    [
      ("all", [figures.all]), ("report", figures.reports), ("owner", figures.owners), ("kind", figures.kinds),
    ]
  }

  // MARK: For programs

  private static let header =
    ["group", "name", "items", "open", "overdue"] + Status.allCases.map(\.rawValue)

  private static func rows(_ figures: Statistics, _ months: [StatusHistory.Point]) -> [[String]] {
    var rows: [[String]] = []
    for (group, counts) in groups(figures) {
      for count in counts {
        let statuses = Status.allCases.map { String(count.statuses[$0] ?? 0) }
        rows.append(
          [group, count.name ?? "", String(count.total), String(count.open), String(count.overdue)] + statuses)
      }
    }
    for month in months {
      let total = month.counts.reduce(0, +)
      let open = total - month.counts[Status.complete.column]
      rows.append(
        ["month", month.month, String(total), String(open), ""]
          + Status.allCases.map { String(month.counts[$0.column]) })
    }
    return rows
  }

  // MARK: For people

  private static func name(_ count: Statistics.Count, _ group: String) -> String {
    switch group {
    case "all": "All items"
    case "owner": count.name ?? "awaiting allocation"
    case "kind": count.name.flatMap(ItemKind.init(rawValue:))?.title ?? ""
    default: count.name ?? ""
    }
  }

  private static func page(_ figures: Statistics, _ months: [StatusHistory.Point], _ console: Console) {
    for (group, counts) in groups(figures) {
      var table = Table(
        [Table.Column(group == "all" ? "STATUS" : group.uppercased()), Table.Column("ITEMS", isNumber: true)]
          + Status.allCases.map { Table.Column($0.title.uppercased(), short: $0.heading, isNumber: true) }
          + [Table.Column("OVERDUE", short: "LATE", isNumber: true)])
      for count in counts {
        table.add(
          [.strong(name(count, group)), Span(String(count.total))]
            + Status.allCases.map { Span(String(count.statuses[$0] ?? 0)) }
            + [count.overdue > 0 ? .warning(String(count.overdue)) : Span("0")])
      }
      table.write(to: console)
      console.line()
    }
    for (name, value) in facts(figures) {
      console.hanging([.faint(console.fitted(name, to: 22)), Span("  ")], value, indent: 24)
    }
    console.line()
    var table = Table([
      Table.Column("HELD BY"), Table.Column("DAYS", isNumber: true), Table.Column("ITEMS", isNumber: true),
    ])
    for held in figures.held {
      table.add([.strong(held.holder.name), Span(String(held.days)), Span(String(held.items))])
    }
    table.write(to: console)
    console.line()
    MonthChart(months).write(to: console)
  }

  private static func facts(_ figures: Statistics) -> [(name: String, value: String)] {
    var facts: [(String, String)] = []
    if let ages = figures.ages {
      facts.append(
        (
          "Age of open items",
          "median \(Linear.count(ages.median, "day")), longest \(Linear.count(ages.longest, "day")) (\(ages.oldest))"
        ))
    }
    facts.append(("Open without a date", String(figures.withoutDate)))
    facts.append(("Open without an owner", String(figures.withoutOwner)))
    facts.append(("Due dates moved later", times(figures.slips)))
    facts.append(("Reopened", times(figures.reopened)))
    for status in Status.allCases {
      facts.append(("Time in \(status.title)", Linear.count(figures.daysIn[status] ?? 0, "day")))
    }
    return facts
  }

  private static func times(_ counts: [(reference: ItemReference, count: Int)]) -> String {
    counts.isEmpty ? "none" : counts.map { "\($0.reference) ×\($0.count)" }.joined(separator: ", ")
  }

  private static func sentences(_ figures: Statistics, _ months: [StatusHistory.Point], _ console: Console) {
    for (group, counts) in groups(figures) {
      for count in counts {
        let lead = group == "all" ? "All items" : "By \(group), \(name(count, group))"
        let late = count.overdue > 0 ? ". Overdue: \(count.overdue)" : ""
        console.line("\(lead): \(Linear.counts(count.statuses))\(late).")
      }
    }
    for (name, value) in facts(figures) { console.line("\(name): \(Linear.spoken(value)).") }
    for held in figures.held {
      let items = Linear.count(held.items, "item")
      console.line("Held by \(held.holder.name): \(Linear.count(held.days, "day")) over \(items).")
    }
    for month in months {
      let counts = Dictionary(uniqueKeysWithValues: Status.allCases.map { ($0, month.counts[$0.column]) })
      console.line("On \(month.day.inWords): \(Linear.counts(counts)).")
    }
  }
}

extension Status {
  /// The status as a heading where there is little room.
  fileprivate var heading: String {
    switch self {
    case .awaitingNPCC: "NPCC"
    case .forceAction: "FORCE"
    case .complete: "DONE"
    }
  }
}

extension StatusHistory.Point {
  /// The month as `2019-05`.
  var month: String { String(day.description.prefix(7)) }
}

extension Session {
  /// The day up to which time counts: today, or the day of the past that is shown.
  func day(_ today: CalendarDay) -> CalendarDay {
    guard let asOf else { return today }
    return CalendarDay(asOf) ?? board.history.last?.on ?? today
  }
}
