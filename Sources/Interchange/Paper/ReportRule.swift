import BoardModel

/// Reads the report's fields from the sentences that name it: "the report “…” published by … on 10 April 2019".
struct ReportRule {
  private(set) var report = ReadReport()
  private(set) var lines: [Int] = []
  private(set) var doubts: [Doubt] = []

  /// - Parameters:
  ///   - facts: The fields behind labels; they win.
  ///   - prose: The blocks outside items, in the paper's order.
  init(facts: LabelledFacts, prose: [Block]) {
    take(facts)
    var dates: [Published] = []
    var titles: [(title: QuotedTitle, block: Block)] = []
    for block in prose where block.words.count <= PaperLimits.field {
      let text = Wording(block.words)
      let published = Published.all(in: text)
      dates += published.map { $0.at(block) }
      if let title = QuotedTitle(text, published: published) { titles.append((title, block)) }
      if report.paperDate == nil, published.isEmpty { takeLoneDate(text, block) }
      if FollowUp.isNamed(in: text) { report.isFollowUp = true }
    }
    take(titles, prose: prose)
    take(dates)
    takeForce(prose)
  }

  private mutating func take(_ facts: LabelledFacts) {
    report.title = facts.text(.title)
    report.publisher = facts.text(.publisher)
    report.to = facts.text(.paperTo)
    report.from = facts.text(.paperFrom)
    report.force = facts.text(.force)
    report.referenceDocument = facts.text(.referenceDocument)
    report.contactOfficers = facts.facts[.contactOfficers].map(ContactOfficers.split) ?? []
    report.paperDate = takeDay(facts, .paperDate, .paperDate)
    report.publicationDate = takeDay(facts, .published, .publicationDate)
    report.originalPublicationDate = takeDay(facts, .originallyPublished, .originalPublicationDate)
    lines += facts.lines
  }

  private mutating func takeDay(
    _ facts: LabelledFacts, _ label: LabelRole.ReportField, _ field: Field
  ) -> CalendarDay? {
    let (date, isUnreadable) = facts.date(label)
    let place = facts.facts[label]?.lines ?? []
    if isUnreadable {
      doubt(field, place, "“\(facts.text(label) ?? "")” could not be read as a date")
    }
    switch date {
    case .day(let day)?: return day
    case .month(let month)?:
      if field == .publicationDate { report.publicationMonth = month }
      doubt(field, place, "only the month is stated: \(month.inWords)")
      return nil
    case nil: return nil
    }
  }

  /// A line that is nothing but a date, in a letter's head.
  private mutating func takeLoneDate(_ text: Wording, _ block: Block) {
    guard text.count <= 6, case (.day(let day), let end)? = StatedDate.read(text, at: 0), end == text.count else {
      return
    }
    report.paperDate = day
    lines += block.lines
  }

  private mutating func take(_ titles: [(title: QuotedTitle, block: Block)], prose: [Block]) {
    if report.title == nil, let best = titles.max(by: { $0.title.rank < $1.title.rank }) {
      // Of equal ones, the first stands.
      let first = titles.first { $0.title.rank == best.title.rank } ?? best
      report.title = first.title.words
      lines += first.block.lines
    }
    if report.title == nil, let heading = prose.first(where: TitleHeading.isTitle) {
      report.title = TitleHeading.title(heading)
      lines += heading.lines
      doubt(.title, heading.lines, "the title was taken from a heading")
    }
    if report.title == nil { doubt(.title, [], "the paper does not say which report it answers") }
  }

  private mutating func take(_ dates: [Published]) {
    for date in dates where report.publisher == nil { report.publisher = date.publisher }
    lines += dates.flatMap(\.lines)
    var days: Set<CalendarDay> = []
    for date in dates {
      if case .day(let day) = date.date { days.insert(day) }
    }
    if report.publicationDate == nil, let latest = days.max() {
      report.publicationDate = latest
      let place = dates.filter { $0.date == .day(latest) }.flatMap(\.lines)
      if let paper = report.paperDate, latest > paper {
        doubt(.publicationDate, place, "the publication date is later than the paper")
      }
    }
    let earlier = days.filter { day in report.publicationDate.map { day < $0 } ?? false }
    if report.originalPublicationDate == nil, let original = earlier.min() {
      report.originalPublicationDate = original
      if earlier.count > 1 {
        doubt(.originalPublicationDate, dates.flatMap(\.lines), "several earlier dates of publication are stated")
      }
    }
    guard report.publicationDate == nil else { return }
    if report.publicationMonth == nil, case .month(let month)? = dates.first(where: { $0.date != nil })?.date {
      report.publicationMonth = month
      doubt(.publicationDate, dates.flatMap(\.lines), "only the month of publication is stated: \(month.inWords)")
    } else if report.publicationMonth == nil {
      doubt(.publicationDate, [], "no date of publication is stated")
    }
  }

  private mutating func takeForce(_ prose: [Block]) {
    if report.publisher == nil {
      report.publisher = prose.lazy.compactMap { PublisherName.find(Wording(Array($0.words.prefix(2000)))) }.first
    }
    guard report.force == nil else { return }
    report.force = ForceName.find(prose)
  }

  private mutating func doubt(_ field: Field, _ lines: [Int], _ sentence: String) {
    doubts.append(Doubt(field: field, lines: lines, sentence: sentence))
  }
}

/// Whether a paper answers a report that follows up an earlier one.
enum FollowUp {
  static func isNamed(in text: Wording) -> Bool {
    for index in 0..<text.count {
      switch text[index] {
      case "revisit", "re-inspection", "reinspection", "post-inspection": return true
      case "post" where text[index + 1] == "inspection": return true
      case "follow-up" where ["report", "inspection", "review", "visit"].contains(text[index + 1]): return true
      case "original":
        let nouns: Set<String> = ["report", "inspection", "cause", "causes", "recommendations", "recommendation"]
        if text.contains(anyOf: nouns, in: index + 1..<index + 3) { return true }
      default: continue
      }
    }
    return false
  }
}
