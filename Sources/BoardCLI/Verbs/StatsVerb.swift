internal import BoardModel

/// `board stats [QUERY…]`: counts, ages and time by holder.
enum StatsVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let query: Query
    do throws(BoardError) {
      query = try Query(parsing: shell.invocation.operands.joined(separator: " "))
    } catch {
      throw .board(error)
    }
    let session = try shell.openForReading()
    let day = session.day(shell.today)
    let items = query.items(on: session.board, today: shell.today)
    let figures = Statistics(of: items, today: day)
    let isMissed = items.isEmpty && !session.board.items.isEmpty
    if shell.json {
      shell.answer("stats", session) { JSONOutput.statistics(figures, on: session.board, to: &$0) }
    } else if items.isEmpty {
      if isMissed {
        shell.console.note("board: nothing matches “\(shell.invocation.operands.joined(separator: " "))”")
      } else {
        shell.console.line("No items on this board yet: nothing to count.")
      }
    } else {
      shell.console.page()
      page(figures, session, shell)
    }
    return isMissed ? .no : .done
  }

  private static func page(_ figures: Statistics, _ session: Session, _ shell: Shell) {
    let console = shell.console
    group("STATUS", [figures.all], console) { _ in "All items" }
    group("REPORT", figures.reports, console) { $0.name ?? "" }
    group("OWNER", figures.owners, console) { $0.name ?? "awaiting allocation" }
    group("KIND", figures.kinds, console) { count in
      count.name.flatMap(ItemKind.init(rawValue:))?.title ?? ""
    }
    if let ages = figures.ages {
      fact("Age of open items", "median \(days(ages.median)), longest \(days(ages.longest)) (\(ages.oldest))", console)
    }
    fact("Open without a date", String(figures.withoutDate), console)
    fact("Open without an owner", String(figures.withoutOwner), console)
    let slips = figures.slips.map { "\($0.reference) ×\($0.count)" }
    fact("Due dates moved later", slips.isEmpty ? "none" : slips.joined(separator: ", "), console)
    let reopened = figures.reopened.map { "\($0.reference) ×\($0.count)" }
    fact("Reopened", reopened.isEmpty ? "none" : reopened.joined(separator: ", "), console)
    for status in Status.allCases {
      fact("Time in \(status.title)", days(figures.daysIn[status] ?? 0), console)
    }
    console.line()
    var table = Table([Table.Column("DAYS"), Table.Column("ITEMS"), Table.Column("HELD BY")])
    for held in figures.held { table.add([Span(String(held.days)), Span(String(held.items)), Span(held.holder.name)]) }
    table.write(to: console)
  }

  private static func group(
    _ heading: String, _ counts: [Statistics.Count], _ console: Console, _ name: (Statistics.Count) -> String
  ) {
    var table = Table(
      [Table.Column("ITEMS")] + Status.allCases.map { Table.Column($0.title.uppercased()) } + [
        Table.Column("OVERDUE"), Table.Column(heading),
      ])
    for count in counts {
      table.add(
        [Span(String(count.total))] + Status.allCases.map { Span(String(count.statuses[$0] ?? 0)) } + [
          count.overdue > 0 ? .warning(String(count.overdue)) : Span("0"), Span(name(count)),
        ])
    }
    table.write(to: console)
    console.line()
  }

  private static func fact(_ name: String, _ value: String, _ console: Console) {
    console.line(.faint(console.fitted(name, to: 24)), Span(value))
  }

  private static func days(_ count: Int) -> String { "\(count) \(count == 1 ? "day" : "days")" }
}

extension Session {
  /// The day up to which time counts: today, or the day of the past that is shown.
  func day(_ today: CalendarDay) -> CalendarDay {
    guard let asOf else { return today }
    return CalendarDay(asOf) ?? board.history.last?.on ?? today
  }
}
