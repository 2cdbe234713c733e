internal import BoardModel
internal import Interchange

/// What was read from a paper, for a person to look through before the board changes.
enum ImportPage {
  static func show(_ plan: ImportPlan, _ paper: ImportVerb.Paper, _ shell: Shell) {
    let console = shell.console
    if plan.command == nil {
      for difference in plan.differences { console.paragraph(difference.sentence) }
      return
    }
    let count = plan.reading.items.count
    console.line(.strong(paper.file), Span(": \(count) \(count == 1 ? "item" : "items")"))
    console.line("  \(console.fitted("report", to: 24)) \(plan.key) (\(plan.isNewReport ? "new" : "on the board"))")
    for field in FieldRule.ofReports {
      guard let value = plan.reportFields[field] else { continue }
      for (index, line) in console.lines(field.words(for: value), indent: 27).enumerated() {
        console.line(.faint("  \(console.fitted(index == 0 ? field.words : "", to: 24)) "), Span(line))
      }
    }
    let new = Set(plan.newItems.map(\.reference))
    for item in plan.reading.items {
      let reference = ItemReference(report: plan.key, kind: item.kind, number: item.number)
      show(item, isNew: new.contains(reference), console)
    }
    console.line()
    skipped(plan.reading.skipped, console)
    doubts(plan.doubts, console)
  }

  private static func show(_ item: ReadItem, isNew: Bool, _ console: Console) {
    console.line()
    var facts = [item.proposedStatus.title]
    if item.nationalOpen { facts.append("national part open") }
    if let due = item.due { facts.append("due \(due.inWords)") } else { facts.append("no date") }
    if !isNew { facts.append("on the board already") }
    console.line(.strong("  \(console.fitted(item.short, to: 6)) "), Span(facts.joined(separator: " · ")))
    console.line(Span("         "), Span(console.cut(item.text, to: (console.columns ?? 100) - 10)))
    if !item.addressees.isEmpty {
      console.paragraph("to \(item.addressees.joined(separator: ", "))", indent: 9, role: .faint)
    }
    if isNew { console.paragraph("why: \(item.statusReason)", indent: 9, role: .faint) }
  }

  private static func skipped(_ skipped: [SkippedText], _ console: Console) {
    guard !skipped.isEmpty else { return }
    let count = skipped.reduce(0) { $0 + $1.lines.count }
    console.line(.strong("Skipped (\(count) \(count == 1 ? "line" : "lines")):"))
    for piece in skipped {
      let place = piece.lines.first.map { "line \($0)" } ?? ""
      console.line(
        .faint("  \(console.fitted(place, to: 10)) \(piece.why.rawValue): "), Span(console.cut(piece.text, to: 60)))
    }
  }

  private static func doubts(_ doubts: [Doubt], _ console: Console) {
    guard !doubts.isEmpty else { return }
    console.line(.warning("Doubtful (\(doubts.count)): please look"))
    for doubt in doubts {
      let place = doubt.lines.isEmpty ? "" : "line \(doubt.lines.map(String.init).joined(separator: ", ")): "
      console.paragraph("\(place)\(doubt.sentence)", indent: 2)
    }
  }
}
