internal import BoardModel
internal import Interchange
internal import SystemCalls

/// `board due`: what falls due; with references a new due date.
enum DueVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    shell.invocation.operands.isEmpty ? try list(shell) : try revise(shell)
  }

  /// The open items with a due date, the earliest first.
  private static func list(_ shell: Shell) throws(Failure) -> ExitStatus {
    let isForFile = shell.invocation.has("ics")
    let writing = ["reason", "dry-run", "all-matching", "yes", "if-status", "if-unchanged-since"]
    for flag in writing + (isForFile ? [] : ["output", "force"]) where shell.invocation.has(flag) {
      throw .usage(.flagWithoutUse(flag: flag, verb: "due"))
    }
    let form = try shell.tableForm()
    let limit = try limit(shell)
    let session = try shell.openForReading()
    // Every item but those of closed reports, whose clocks no longer run.
    let current = Query.everything.items(on: session.board, today: shell.today)
    let open = current.compactMap { item -> (due: CalendarDay, item: Item)? in
      guard item.status != .complete, let due = item.due, limit.map({ due <= $0 }) ?? true else { return nil }
      return (due, item)
    }
    let items = open.sorted { ($0.due, $0.item.reference) < ($1.due, $1.item.reference) }.map(\.item)
    if form == .calendar {
      let calendar = DueCalendar(
        of: items, on: session.board, storeID: session.storeID, stamp: shell.world.system.now().nanoseconds / 1_000_000)
      try OutputFile.put(Array(calendar.text.utf8), kind: "due", format: "ics", items: items.count, session, shell)
      return .done
    }
    if form == .text || form == .linear, items.isEmpty {
      shell.console.line("Nothing falls due\(limit.map { " by \($0.inWords)" } ?? "").")
    } else {
      ListVerb.write(items, form, kind: "due", session, shell)
    }
    return .done
  }

  /// The last day that is shown; `nil` for all.
  private static func limit(_ shell: Shell) throws(Failure) -> CalendarDay? {
    var limit = try shell.invocation.day("before").map { $0.adding(days: -1) }
    if let text = shell.invocation["within"] {
      let end = try end(of: text, from: shell.today)
      limit = limit.map { min($0, end) } ?? end
    }
    return limit
  }

  /// Reads `30`, `30d`, `2w`, `3m`.
  private static func end(of text: String, from today: CalendarDay) throws(Failure) -> CalendarDay {
    let unit = text.last.flatMap { "dwm".contains($0.lowercased()) ? $0.lowercased() : nil }
    let digits = unit == nil ? Substring(text) : text.dropLast()
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.utf8.count <= 4, let count = Int(digits) else {
      throw .usage(.badNumber(what: "--within", value: text, expected: "a number of days, or 30d, 4w, 6m"))
    }
    switch unit {
    case "w": return today.adding(days: count * 7)
    case "m": return today.adding(months: count)
    default: return today.adding(days: count)
    }
  }

  private static func revise(_ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    for flag in ["within", "before", "csv", "porcelain", "linear", "ics", "output", "force", "as-at"]
    where invocation.has(flag) {
      throw .usage(.flagWithoutUse(flag: flag, verb: "due"))
    }
    let text = try invocation.operand(max(1, invocation.operands.count - 1), "DATE")
    let day = try Invocation.day(text, what: "DATE")
    let session = try Session.writing(shell)
    let selection = try shell.selection(invocation.operands.dropLast(), in: session)
    let command = try shell.complete(Words(reason: invocation["reason"]), on: session.board) { words in
      .due(selection.items, day, reason: words.reason ?? "")
    }
    return try shell.write(command, on: selection, in: session)
  }
}
