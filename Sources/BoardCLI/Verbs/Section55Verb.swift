internal import BoardModel

/// `board s55 [KEY]`: the statutory clock and every gap; exits 1 while a statutory gap is open.
enum Section55Verb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
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
        if index > 0 { shell.console.line() }
        checklist(section, board, shell)
      }
    }
    return sections.allSatisfy { $0.statutoryGaps.isEmpty } ? .done : .no
  }

  private static func checklist(_ section: Section55, _ board: Board, _ shell: Shell) {
    let console = shell.console
    let title = board.report(section.report)?.title ?? ""
    console.line(.strong(section.report), Span("  \(title)"))
    clock(section, console)
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

  private static func clock(_ section: Section55, _ console: Console) {
    guard let clock = section.clock else {
      console.line(.warning("No clock: the day of publication is not known."))
      return
    }
    let last = clock.lastDay.inWordsWithWeekday
    let left = clock.daysLeft
    if left < 0 {
      console.line(.warning("The last lawful day was \(last): \(-left) \(left == -1 ? "day" : "days") late."))
    } else {
      console.line(
        Span("Day \(clock.day) of \(clock.length) · \(left) \(left == 1 ? "day" : "days") left · "),
        .strong("last lawful day \(last)"))
    }
  }

  private static func line(_ gap: Section55Gap, _ console: Console) {
    let law = gap.subsection ?? "advice"
    console.line(.faint("  [ ] \(console.fitted(law, to: 10)) "), .strong(gap.entity.name), Span("  \(gap.words)"))
  }
}
