internal import BoardModel

/// `board s55 [KEY]`: the statutory clock and every gap; exits 1 while a statutory gap is open.
enum Section55Verb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
    let form = try shell.tableForm()
    let session = try shell.openForReading()
    let board = session.board
    var sections = board.section55(today: shell.today)
    if let key = shell.invocation.operands.first {
      sections = [board.section55(try shell.report(key, on: board), today: shell.today)]
    }
    if shell.json {
      shell.answer("section-55", session) { writer in
        writer.array("reports", of: sections) { JSONOutput.section55($1, on: board, to: &$0) }
      }
    } else {
      shell.console.page()
      if sections.isEmpty { shell.console.line("No reports on this board.") }
      for (index, section) in sections.enumerated() {
        if form == .linear {
          sentences(section, board, shell.console)
          continue
        }
        if index > 0 { shell.console.line() }
        checklist(section, board, shell)
      }
    }
    return sections.allSatisfy { $0.statutoryGaps.isEmpty } ? .done : .no
  }

  private static func checklist(_ section: Section55, _ board: Board, _ shell: Shell) {
    let console = shell.console
    let title = board.report(section.report)?.title ?? ""
    console.hanging([.strong(section.report), Span("  ")], title, indent: 2)
    clock(section, published: board.report(section.report)?.record.day(.publishedOn), console)
    let statutory = section.statutoryGaps
    if statutory.isEmpty {
      console.line(.good("No statutory gap."))
    } else {
      console.line(.warning("\(statutory.count) statutory \(statutory.count == 1 ? "gap" : "gaps"):"))
      for gap in statutory { line(gap, console) }
    }
    let advisory = section.advisoryGaps
    if !advisory.isEmpty {
      console.line("\(advisory.count) advisory \(advisory.count == 1 ? "gap" : "gaps"), good practice:")
      for gap in advisory { line(gap, console) }
    }
  }

  private static func clock(_ section: Section55, published: CalendarDay?, _ console: Console) {
    guard let clock = section.clock else {
      console.line(.warning("No clock: the day of publication is not known."))
      return
    }
    let last = clock.lastDay.inWordsWithWeekday
    let left = clock.daysLeft
    if left < 0 {
      // Once nothing is missing, the day of publication tells whether it was late, and no longer today.
      if section.statutoryGaps.isEmpty, let published {
        let days = clock.lastDay.days(to: published)
        let how = days > 0 ? "\(Linear.count(days, "day")) late" : "in time"
        console.paragraph("Published on \(published.inWords), \(how); the last lawful day was \(last).")
      } else {
        console.paragraph("The last lawful day was \(last): \(Linear.count(-left, "day")) late.", role: .warning)
      }
    } else {
      console.hanging(
        [.strong("Day \(clock.day) of \(clock.length)")],
        " · \(Linear.count(left, "day")) left · last lawful day \(last)", indent: 2)
    }
  }

  private static func sentences(_ section: Section55, _ board: Board, _ console: Console) {
    console.line(Linear.sentence("Report \(section.report): \(board.report(section.report)?.title ?? "")"))
    if let clock = section.clock {
      let last = clock.lastDay.inWordsWithWeekday
      if clock.daysLeft >= 0 {
        console.line(
          "Day \(clock.day) of \(clock.length), \(Linear.count(clock.daysLeft, "day")) left; the last lawful day is \(last)."
        )
      } else {
        console.line("The last lawful day was \(last).")
      }
    } else {
      console.line("No clock runs: the day of publication is not known.")
    }
    console.line("\(Linear.count(section.statutoryGaps.count, "statutory gap")).")
    for (index, gap) in section.statutoryGaps.enumerated() {
      console.line("Gap \(index + 1), section \(gap.subsection ?? "55"), \(gap.entity.name): \(gap.words).")
    }
    for gap in section.advisoryGaps { console.line("Advice, \(gap.entity.name): \(gap.words).") }
  }

  private static func line(_ gap: Section55Gap, _ console: Console) {
    let law = gap.subsection ?? "advice"
    console.hanging(
      [.faint("  [ ] \(console.fitted(law, to: 10)) "), .strong(gap.entity.name), Span("  ")], gap.words, indent: 17)
  }
}
