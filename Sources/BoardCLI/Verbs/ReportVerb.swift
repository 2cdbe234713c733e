internal import BoardModel

/// `board report`: the reports; `add`, `edit`, `close` and `reopen` change them.
enum ReportVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let step = shell.invocation.operands.first ?? ""
    let used: Set<String> =
      switch step {
      case "add": ["title", "published", "dry-run"]
      case "edit": ["title", "published", "if-unchanged-since", "dry-run"]
      case "close", "reopen": ["reason", "if-unchanged-since", "dry-run"]
      default: ["as-at", "linear", "csv", "porcelain"]
      }
    for flag in shell.invocation.flags.keys.sorted() where !used.contains(flag) {
      throw .usage(.flagWithoutUse(flag: flag, verb: used.contains("as-at") ? "report" : "report \(step)"))
    }
    switch step {
    case "add": return try add(shell)
    case "edit": return try edit(shell)
    case "close", "reopen": return try close(shell, isReopening: step == "reopen")
    default:
      try shell.invocation.expectAtMost(1)
      let session = try shell.openForReading()
      let reports = try shell.invocation.operands.first.map { name throws(Failure) in
        [try shell.report(name, on: session.board)]
      }
      return try show(reports ?? session.board.reports, session, shell)
    }
  }

  /// Closes a report that is finished, or brings it back.
  private static func close(_ shell: Shell, isReopening: Bool) throws(Failure) -> ExitStatus {
    let name = try shell.invocation.operand(1, "KEY")
    try shell.invocation.expectAtMost(2)
    let session = try Session.writing(shell)
    let key = try shell.report(name, on: session.board).key
    let command = try shell.complete(Words(reason: shell.invocation["reason"]), on: session.board) { words in
      isReopening
        ? .reopenReport(key, reason: words.reason) : .closeReport(key, on: shell.today, reason: words.reason)
    }
    return try shell.write(
      .command(command), in: session, named: [.report(key)],
      expecting: try shell.conditions(on: [.report(key)], session.board))
  }

  private static func add(_ shell: Shell) throws(Failure) -> ExitStatus {
    let key = try Shell.newKey(try shell.invocation.operand(1, "KEY"))
    var fields = try Shell.fields(shell.invocation.operands.dropFirst(2), allowed: FieldRule.ofReports)
      .compactMapValues { $0 }
    if let title = shell.invocation["title"] { fields[.title] = title }
    if let day = try shell.invocation.day("published") { fields[.publicationDate] = day.description }
    if fields[.title] == nil { throw .usage(.missingFlag("title", verb: "report")) }
    let session = try Session.writing(shell)
    return try shell.write(.command(.addReport(key: key, fields: fields)), in: session)
  }

  private static func edit(_ shell: Shell) throws(Failure) -> ExitStatus {
    let name = try shell.invocation.operand(1, "KEY")
    var words = shell.invocation.operands.dropFirst(2)
    if let title = shell.invocation["title"] { words.append("title=\(title)") }
    if let day = shell.invocation["published"] { words.append("publicationDate=\(day)") }
    let session = try Session.writing(shell)
    let report = try shell.report(name, on: session.board)
    let target = Target.report(report.key)
    let selection = Selection(targets: [target], expected: try shell.conditions(on: [target], session.board))
    return try EditVerb.edit(selection, words: words, session, shell)
  }

  /// Puts reports out: as a table, or one of them whole.
  static func show(_ reports: [InspectionReport], _ session: Session, _ shell: Shell) throws(Failure) -> ExitStatus {
    let form = try shell.tableForm()
    if form == .csv || form == .porcelain {
      let header = ["key", "publicationDate", "items", "daysLeft", "statutoryGaps", "title"]
      shell.rows(form, header: header, reports.lazy.map { row($0, session.board, shell.today) })
    } else if form == .linear {
      for report in reports { sentences(report, session.board, shell) }
      if reports.isEmpty { shell.console.line("No reports on this board.") }
    } else if shell.json {
      shell.answer("report-list", session) { writer in
        writer.array("reports", of: reports) { JSONOutput.report($1, on: session.board, to: &$0) }
      }
    } else if let only = reports.first, !shell.invocation.operands.isEmpty {
      shell.console.page()
      page(only, session, shell)
    } else if reports.isEmpty {
      shell.console.line("No reports on this board yet. Read a paper with `board import FILE`.")
    } else {
      table(reports, session, shell)
    }
    return .done
  }

  private static func row(_ report: InspectionReport, _ board: Board, _ today: CalendarDay) -> [String] {
    let section = board.section55(report, today: today)
    return [
      report.key, report.publicationDate?.description ?? "", String(board.items(of: report.key).count),
      section.clock.map { String($0.daysLeft) } ?? "", String(section.statutoryGaps.count), report.title,
    ]
  }

  private static func sentences(_ report: InspectionReport, _ board: Board, _ shell: Shell) {
    let published =
      report.publicationDate.map { "Published on \($0.inWords)" } ?? "Its day of publication is not stated"
    let items = Linear.count(board.items(of: report.key).count, "item")
    let clock = clock(report, board, shell.today).text
    shell.console.line(
      "\(Linear.sentence("Report \(report.key): \(report.title)")) \(published). \(items). Section 55: \(clock).")
  }

  private static func table(_ reports: [InspectionReport], _ session: Session, _ shell: Shell) {
    var table = Table([
      Table.Column("KEY"), Table.Column("PUBLISHED"), Table.Column("ITEMS", isNumber: true), Table.Column("SECTION 55"),
      Table.Column("TITLE"),
    ])
    for report in reports {
      table.add([
        .strong(report.key),
        Span(report.publicationDate?.inWords ?? "not stated", short: report.publicationDate?.description),
        Span(String(session.board.items(of: report.key).count)), clock(report, session.board, shell.today),
        Span(report.title),
      ])
    }
    table.write(to: shell.console)
  }

  private static func clock(_ report: InspectionReport, _ board: Board, _ today: CalendarDay) -> Span {
    if report.isClosed { return .faint("closed") }
    let section = board.section55(report, today: today)
    let gaps = section.statutoryGaps.count
    if gaps == 0 { return .good("no gaps") }
    let words = gaps == 1 ? "1 gap" : "\(gaps) gaps"
    guard let clock = section.clock else { return .warning("no date, \(words)") }
    if clock.daysLeft < 0 { return .warning("\(-clock.daysLeft) days late, \(words)") }
    return Span("\(clock.daysLeft) days left, \(words)")
  }

  private static func page(_ report: InspectionReport, _ session: Session, _ shell: Shell) {
    let console = shell.console
    console.hanging([.strong(report.key), Span("  ")], report.title, indent: 2)
    for field in FieldRule.ofReports where field != .title {
      guard let value = report.record[field] else { continue }
      switch field {
      case .chiefOfficerComments, .bodyComments, .bodyReply:
        console.line()
        console.line(.strong(field.words))
        console.paragraph(value, indent: 2)
      default:
        console.hanging([.faint(console.fitted(field.words, to: 32)), Span("  ")], field.words(for: value), indent: 34)
      }
    }
    if let day = report.closedOn { console.line(.faint(console.fitted("closed", to: 34)), Span(day.inWords)) }
    console.line()
    ListVerb.write(session.board.items(of: report.key), .text, kind: "item-list", session, shell)
  }
}
