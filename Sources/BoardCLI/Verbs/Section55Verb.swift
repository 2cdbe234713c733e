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
    guard let report = board.report(section.report) else { return }
    console.hanging([.strong(section.report), Span("  ")], report.title, indent: 2)
    if let day = report.closedOn { console.line("Closed on \(day.inWords).") }
    clock(section, published: report.record.day(.publishedOn), console)
    invitation(report, board, shell)
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
    done(report, board, console)
    ways(section, board, console)
  }

  /// What the body invited, section 55 (4), and whether it came.
  private static func invitation(_ report: InspectionReport, _ board: Board, _ shell: Shell) {
    guard let day = report.commentsInvitedBy else { return }
    let left = shell.today.days(to: day)
    let when =
      left < 0
      ? "\(-left) \(left == -1 ? "day" : "days") ago" : left == 0 ? "today" : "in \(left) \(left == 1 ? "day" : "days")"
    shell.console.line("The chief officer's comments were invited by \(day.inWords), \(when).")
  }

  /// What of the response is there, ticked off.
  private static func done(_ report: InspectionReport, _ board: Board, _ console: Console) {
    let items = board.items(of: report.key)
    let commented = items.count { $0.chiefOfficerComments != nil }
    let positions = items.count { $0.kind == .recommendation && $0.position != nil }
    var lines: [(law: String, words: String)] = []
    if report.bodyComments != nil { lines.append(("55(5)(a)", "the body's comments on the report as a whole")) }
    if report.chiefOfficerComments != nil { lines.append(("55(5)(b)", "the chief officer's comments on the whole")) }
    if commented > 0 {
      lines.append(("55(5)(b)", "the chief officer's comments on \(commented) of \(items.count) items"))
    }
    if report.bodyReply != nil { lines.append(("55(5)(c)", "the body's response to them")) }
    if positions > 0 {
      let count = items.count { $0.kind == .recommendation }
      lines.append(("55(5B)", "a position on \(positions) of \(count) recommendations"))
    }
    let steps = [
      (report.response.publishedOn, "55(5)", "published"),
      (report.response.sentToInspectorsOn, "55(6)", "sent to the inspectors"),
      (report.response.sentToSecretaryOfStateOn, "55(6)", "sent to the Secretary of State"),
    ]
    for (day, law, words) in steps {
      if let day { lines.append((law, "\(words) on \(day.inWords)")) }
    }
    if lines.isEmpty { return }
    console.line("There:")
    for line in lines {
      console.line(.faint("  [x] \(console.fitted(line.law, to: 10)) "), .strong(report.key), Span("  \(line.words)"))
    }
  }

  /// Which verbs fill the gaps.
  private static func ways(_ section: Section55, _ board: Board, _ console: Console) {
    let missing = Set(section.gaps.map(\.missing))
    var ways: [String] = []
    if missing.contains(.publicationDate) { ways.append("board report edit \(section.report) publicationDate=DATE") }
    if missing.contains(.bodyComments) { ways.append("board comment \(section.report)") }
    if missing.contains(.bodyReply) { ways.append("board reply \(section.report)") }
    if missing.contains(.position) { ways.append("board comment REF --position taken|proposed|none TEXT") }
    if missing.contains(.itemComment) { ways.append("board comment REF") }
    if !missing.isDisjoint(with: [.published, .sentToInspectors, .sentToSecretaryOfState]) {
      ways.append("board record \(section.report) STEP DATE")
    }
    if ways.isEmpty { return }
    for (index, way) in ways.enumerated() {
      console.hanging([Span(index == 0 ? "Filled with: " : "             ")], way, indent: 13)
    }
    let offered = board.items(of: section.report).filter {
      $0.position == nil && $0.bodyComments == nil && $0.stockComment != nil
    }
    if !offered.isEmpty {
      console.paragraph(
        "Others must act first on \(offered.map(\.reference.short).joined(separator: ", ")): "
          + "board comment REF --stock offers a wording")
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
