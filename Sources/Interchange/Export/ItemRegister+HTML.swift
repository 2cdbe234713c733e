internal import BoardModel

extension ItemRegister {
  /// The register as one self-contained page: clocks, the board in three columns, the chart, every item in full.
  package var html: String {
    let title = "Register of recommendations: \(provenance.board)"
    var body = "<header>\n<h1 dir=\"auto\">\(InertHTML.escaped(title))</h1>\n"
    body += "<p>\(InertHTML.escaped("\(provenance.counts) · \(today.inWordsWithWeekday)"))</p>\n</header>\n<main>\n"
    body += clocksInHTML + columnsInHTML + chartInHTML + itemsInHTML
    body += "</main>\n<footer>\n<h2>Where this comes from</h2>\n\(HTMLPage.facts(provenance.lines))</footer>\n"
    return HTMLPage.page(title: title, body: body)
  }

  private var clocksInHTML: String {
    let open = reports.filter { !$0.isClosed }
    if open.isEmpty { return "" }
    let caption = "The local policing body's duty under section 55, Police Act 1996"
    var html = "<section>\n<h2>Section 55 clocks</h2>\n"
    html += HTMLPage.tableHead(
      caption: caption,
      ["Report", "Published", "Last lawful day", "Clock", "Statutory gaps", "Advisory gaps"])
    for report in open {
      let section = board.section55(report, today: today)
      html += HTMLPage.row(
        "\(report.key): \(report.title)",
        [
          report.publicationDate?.inWords ?? "not known", section.clock?.lastDay.inWordsWithWeekday ?? "no clock",
          section.clockWords, String(section.statutoryGaps.count), String(section.advisoryGaps.count),
        ])
    }
    return html + HTMLPage.tableEnd + gapsInHTML(open) + "</section>\n"
  }

  private func gapsInHTML(_ open: [InspectionReport]) -> String {
    var html = ""
    for report in open {
      let gaps = board.section55(report, today: today).statutoryGaps
      if gaps.isEmpty { continue }
      html += "<h3>\(InertHTML.escaped("Still to be done for \(report.key)"))</h3>\n<ul>\n"
      for gap in gaps {
        html += "<li>\(InertHTML.escaped("\(gap.subsection ?? ""): \(gap.words) (\(gap.entity.name))"))</li>\n"
      }
      html += "</ul>\n"
    }
    return html
  }

  private var columnsInHTML: String {
    var html = "<section>\n<h2>The board</h2>\n<div class=\"columns\">\n"
    let columns = board.columns(today: today, among: items)
    for status in Status.allCases {
      let cards = columns[status.column]
      html += "<section>\n<h3>\(InertHTML.escaped("\(status.title) (\(cards.count))"))</h3>\n"
      if cards.isEmpty { html += "<p>No items.</p>\n" }
      for item in cards { html += card(item) }
      html += "</section>\n"
    }
    html += "</div>\n"
    let closed = items.count - columns.joined().count
    if closed > 0 {
      html += "<p>\(closed) \(closed == 1 ? "item" : "items") of closed reports: only in the list below.</p>\n"
    }
    return html + "</section>\n"
  }

  private func card(_ item: Item) -> String {
    let state = item.dueState(on: today)
    var html = "<article class=\"card\">\n<h4>\(InertHTML.escaped("\(item.reference) · \(item.kind.short)"))</h4>\n"
    html += "<p dir=\"auto\">\(InertHTML.escaped(ItemRegister.opening(item.text)))</p>\n"
    let isLate = if case .overdue = state { true } else { false }
    html += "<p\(isLate ? " class=\"late\"" : "")>\(InertHTML.escaped(state.words(today: today)))</p>\n"
    var facts = [item.addressees.isEmpty ? "" : "to \(item.addressees.joined(separator: ", "))"]
    if isWhole { facts.append(item.owner.map { "owner \($0)" } ?? "awaiting allocation") }
    facts += item.markWords
    let words = facts.filter { !$0.isEmpty }.joined(separator: " · ")
    if !words.isEmpty { html += "<p dir=\"auto\">\(InertHTML.escaped(words))</p>\n" }
    return html + "</article>\n"
  }

  /// The first words of a text, up to 200 scalars; the whole text stands in the list below.
  private static func opening(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 200, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(Substring(scalars[..<end])) + "…"
  }

  private var chartInHTML: String {
    let history = StatusHistory(items, through: today)
    guard let chart = StatusChart(history) else { return "" }
    var html = "<section>\n<h2>The three statuses over time</h2>\n<figure>\n\(chart.svg)"
    html += "<figcaption>\(InertHTML.escaped(chart.description))</figcaption>\n</figure>\n"
    let points = history.sampled(40)
    let some = points.count < history.points.count
    html += HTMLPage.tableHead(
      caption: some ? "The same in numbers, \(points.count) of \(history.points.count) days" : "The same in numbers",
      ["Day"] + Status.allCases.map(\.title))
    for point in points { html += HTMLPage.row(point.day.inWords, point.counts.map(String.init)) }
    return html + HTMLPage.tableEnd + "</section>\n"
  }

  private var itemsInHTML: String {
    var html = "<section>\n<h2>Every item in full</h2>\n"
    if items.isEmpty { html += "<p>No items.</p>\n" }
    for report in reports {
      let own = items.filter { $0.reference.report == report.key }
      if own.isEmpty { continue }
      html += "<section>\n<h3 dir=\"auto\">\(InertHTML.escaped("\(report.key): \(report.title)"))</h3>\n"
      for item in own { html += inHTML(item) }
      html += "</section>\n"
    }
    return html + "</section>\n"
  }

  private func inHTML(_ item: Item) -> String {
    let name = "\(item.reference): \(item.kind.title) \(item.reference.number)"
    var html = "<article class=\"item\">\n<h4>\(InertHTML.escaped(name))</h4>\n"
    html += InertHTML.paragraphs(item.text) + HTMLPage.facts(facts(of: item))
    for part in texts(of: item) {
      html += "<h5>\(InertHTML.escaped(part.name))</h5>\n\(InertHTML.paragraphs(part.value))"
    }
    return html + "</article>\n"
  }
}
