internal import BoardModel
internal import InertText
internal import ScreenGrid

/// One line of an open card.
struct CardLine: Equatable, Sendable {
  var label = ""
  let text: String
  let style: Style
}

/// Everything about one item, as lines to scroll through.
struct CardText {
  private(set) var lines: [CardLine] = []
  /// The line that the timeline begins at.
  private(set) var timelineStart = 0
  /// The columns that labels take.
  static let labelColumns = 16

  private let width: Int
  private let glyphs: GlyphSet
  private let today: CalendarDay

  init(item: Item, state: AppState, timeline: [TimelineEntry]?) {
    width = max(10, min(state.size.columns - 2, 100))
    glyphs = state.glyphs
    today = state.today
    addHead(item, recent: state.recent[item.reference])
    addFacts(item, timeline)
    addClosure(item)
    addTexts(item)
    addEntries(item)
    timelineStart = lines.count + 1
    addTimeline(timeline)
  }

  private mutating func addHead(_ item: Item, recent: RecentChange?) {
    let marks = CardMark.marks(of: item, glyphs: glyphs).map(\.words)
    if !marks.isEmpty { add(marks.joined(separator: " \(glyphs.separator) "), style: .mark) }
    if let recent { add(recent.words(glyphs), style: .mark) }
    if !lines.isEmpty { add("") }
    add(item.text)
    add("")
  }

  /// The due dates that it had, each later one with why and by whom, once the history is there.
  private mutating func addDueDates(_ item: Item, _ timeline: [TimelineEntry]?) {
    let steps = item.record.path(of: .due)
    guard steps.count > 1 else { return }
    for (index, step) in steps.enumerated() {
      let day = step.value.flatMap { CalendarDay($0)?.inWords } ?? "no date"
      let entry = index == 0 ? nil : timeline?.first { $0.change == step.writer }
      let why = entry.map { ", \($0.reason ?? "no reason given") (\($0.actor), \($0.day.inWords))" } ?? ""
      fact(index == 0 ? "Due dates" : " ", index == 0 ? day : "\(glyphs.arrow) \(day)\(why)")
    }
  }

  private mutating func addFacts(_ item: Item, _ timeline: [TimelineEntry]?) {
    let arrow = glyphs.arrow
    fact("Status", "\(item.status.title)   \(item.statusPath.map(\.letter).joined(separator: arrow))", .plain)
    fact("Addressees", item.addressees.isEmpty ? "none named" : item.addressees.joined(separator: ", "))
    if let paragraph = item.paragraph { fact("Paragraph", paragraph) }
    if let period = item.period { fact("Period", period) }
    if item.status == .complete { fact("Closed", item.closingWords(today: today, separator: glyphs.separator)) }
    let state = item.dueState(on: today)
    let source = item.record[.dueSource].map { " (\($0))" } ?? ""
    let isOpen = item.status != .complete
    if isOpen || item.due != nil {
      fact("Due", state.words(today: today, separator: glyphs.separator) + source, ShortDue.style(state))
    }
    addDueDates(item, timeline)
    let owners = item.record.path(of: .owner).map { $0.value ?? "awaiting allocation" }
    if isOpen || item.owner != nil { fact("Owner", item.owner ?? "awaiting allocation") }
    if owners.count > 1 { fact("Owners", owners.joined(separator: " \(arrow) ")) }
    if let held = CardText.held(item, today: today) { fact("Held by", held) }
    for key in item.record.contestedFields {
      let value = key.field.words(for: item.record[key.field])
      let words =
        "\(key.field.words) is “\(value)”, and another copy set it too; :settle \(key.field.rawValue) keeps it"
      fact("Contested", words, .warning)
    }
    if let acceptance = item.acceptance { fact("Acceptance", acceptance.rawValue) }
    if let register = item.record[.registerStatus] { fact("On the register", register) }
    if item.kind == .recommendation {
      fact("(5B) position", item.position?.title ?? "not stated", item.position == nil ? .warning : .plain)
    }
    if !item.tags.isEmpty { fact("Tags", item.tags.joined(separator: ", ")) }
  }

  /// The days that each holder had the item in hand: waiting for national bodies is not the force's delay.
  private static func held(_ item: Item, today: CalendarDay) -> String? {
    var holders: [(name: String, days: Int)] = []
    for spell in Spell.of(item, until: today) {
      guard let name = spell.holder?.name, spell.days > 0 else { continue }
      let index = holders.firstIndex { $0.name == name } ?? holders.endIndex
      if index == holders.endIndex { holders.append((name, 0)) }
      holders[index].days += spell.days
    }
    if holders.isEmpty { return nil }
    return holders.map { "\($0.name) \($0.days) \($0.days == 1 ? "day" : "days")" }.joined(separator: ", ")
  }

  private mutating func addClosure(_ item: Item) {
    guard let closure = item.closure else { return }
    fact("Ground", "\(closure.ground.title): \(closure.reason)")
    if let words = closure.noEvidence { fact("No evidence", words) }
    if closure.nationalOpen { fact("National part", "still open", .mark) }
    fact("Verified", item.verified?.inWords ?? "not yet")
  }

  private mutating func addTexts(_ item: Item) {
    for (title, text) in [
      ("Chief officer's comments (5)(b)", item.chiefOfficerComments), ("Body's comments (5)(a)", item.bodyComments),
      ("Body's reply to the chief officer (5)(c)", item.bodyReply),
    ] {
      heading(title)
      add(text ?? "none yet", style: text == nil ? .dim : .plain)
    }
  }

  private mutating func addEntries(_ item: Item) {
    for (title, field) in [("Evidence", Field.evidence), ("Notes", .note), ("Private notes", .privateNote)] {
      let entries = item.record.entries(field)
      if entries.isEmpty { continue }
      heading(title)
      for entry in entries { add("\(glyphs.bullet) \(entry.text)") }
    }
  }

  private mutating func addTimeline(_ timeline: [TimelineEntry]?) {
    heading("Timeline")
    guard let timeline else { return add("being read\(glyphs.ellipsis)", style: .dim) }
    for entry in timeline.reversed() {
      let reason = entry.reason.map { " \(glyphs.separator) \($0)" } ?? ""
      fact(entry.day.short(inYear: 0), "\(entry.actor): \(entry.words)\(reason)")
    }
  }

  private mutating func heading(_ title: String) {
    add("")
    add(title, style: .title)
  }

  private mutating func add(_ text: String, style: Style = .plain) {
    for line in wrapped(text, to: width, in: glyphs.repertoire) { lines.append(CardLine(text: line, style: style)) }
  }

  /// A label and a value beside it; on a narrow screen, below it.
  private mutating func fact(_ label: String, _ value: String, _ style: Style = .plain) {
    let room = width - CardText.labelColumns
    guard room >= 20 else {
      lines.append(CardLine(text: label, style: .dim))
      return add(value, style: style)
    }
    for (index, line) in wrapped(value, to: room, in: glyphs.repertoire).enumerated() {
      let label = index == 0 ? label : " "
      lines.append(CardLine(label: label, text: line, style: style))
    }
  }
}
