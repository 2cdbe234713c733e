internal import BoardModel

extension ItemRegister {
  /// The register as Markdown: provenance, the clocks, a table, then every item in full.
  package var markdown: String {
    var page = "# \(InertMarkdown.line("Register of recommendations: \(provenance.board)"))\n\n"
    for line in provenance.lines { page += "- \(line.name): \(InertMarkdown.line(line.value))\n" }
    page += clocksInMarkdown
    page += "\n## Items\n\n"
    if items.isEmpty { return page + "No items.\n" }
    page += InertMarkdown.head(["Reference", "Status", "Due"] + (isWhole ? ["Owner"] : []) + ["Marks", "Text"])
    for item in items {
      let owner = isWhole ? [item.owner ?? "awaiting allocation"] : []
      page += InertMarkdown.row(
        [item.reference.description, item.status.title, item.dueState(on: today).words(today: today)] + owner
          + [item.markWords.joined(separator: ", "), item.text])
    }
    page += "\n## Items in full\n"
    for item in items { page += inMarkdown(item) }
    return page
  }

  private var clocksInMarkdown: String {
    let sections = reports.filter { !$0.isClosed }.map { ($0, board.section55($0, today: today)) }
    if sections.isEmpty { return "" }
    var text = "\n## Section 55 clocks\n\n"
    text += InertMarkdown.head(["Report", "Published", "Last lawful day", "Clock", "Statutory gaps", "Advisory gaps"])
    for (report, section) in sections {
      text += InertMarkdown.row([
        "\(report.key): \(report.title)", report.publicationDate?.inWords ?? "not known",
        section.clock?.lastDay.inWordsWithWeekday ?? "no clock", section.clockWords,
        String(section.statutoryGaps.count), String(section.advisoryGaps.count),
      ])
    }
    return text
  }

  private func inMarkdown(_ item: Item) -> String {
    var text = "\n### \(InertMarkdown.line("\(item.reference): \(item.kind.title) \(item.reference.number)"))\n\n"
    text += InertMarkdown.paragraphs(item.text) + "\n\n"
    for fact in facts(of: item) { text += "- \(fact.name): \(InertMarkdown.line(fact.value))\n" }
    for part in texts(of: item) {
      text += "\n**\(part.name)**\n\n\(InertMarkdown.paragraphs(part.value))\n"
    }
    return text
  }
}
