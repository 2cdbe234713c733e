internal import BoardModel
internal import InertText
internal import ScreenGrid

/// One screen of a meeting as lines to scroll through, broad and with space between its parts.
struct MeetingText {
  private(set) var lines: [MeetingWalk.Line] = []
  private(set) var choices: [MeetingWalk.Choice] = []
  /// The most columns of a text, so that the eye finds the next line.
  static let broadest = 110

  private let meeting: Meeting
  private let board: Board
  private let since: SinceLastMeeting?
  private let width: Int
  private let glyphs: GlyphSet
  private let today: CalendarDay
  /// Whether parts are set apart by empty lines.
  private let isTall: Bool

  init(_ walk: MeetingWalk, _ meeting: Meeting, state: AppState) {
    self.meeting = meeting
    board = state.board
    since = state.sinceLast
    width = max(10, min(state.size.columns - 2, MeetingText.broadest))
    glyphs = state.glyphs
    today = state.today
    isTall = state.size.rows >= 20
    switch walk.step {
    case .matters: addMatters()
    case .entity(let entity): add(entity)
    case .end: addEnd()
    }
  }

  // MARK: Screens

  private mutating func addMatters() {
    let actions = board.mattersArising(for: meeting)
    heading("Matters arising from the last action log")
    for action in actions {
      let state = action.state(on: meeting.heldOn ?? today)
      let style: Style =
        !action.isOpen ? .complete : action.overdueDays(on: today) == nil ? .plain.bold : .overdue.bold
      let mark = action.isOpen ? glyphs.unchecked : glyphs.check
      choose("\(mark) \(state) \(glyphs.separator) \(action.owner ?? "nobody")", .action(action.id), style: style)
      add(action.text, indent: 2, choice: choices.count - 1)
      let about = action.about.map { "\($0.name)" }
      let result = action.result.map { "\(glyphs.arrow) \($0)" }
      let rest = [about, result].compactMap { $0 }.joined(separator: "  ")
      if !rest.isEmpty { add(rest, style: .dim, indent: 2, choice: choices.count - 1) }
      gap()
    }
  }

  private mutating func add(_ entity: EntityReference) {
    switch entity {
    case .item(let reference):
      guard let item = board.item(reference), item.isOnBoard else {
        return add("\(reference) is no longer on the board.", style: .warning)
      }
      addHead(item)
      add(item.text, style: .plain.bold)
      gap()
      addDecisions(.item(reference))
      addTexts(item.chiefOfficerComments, item.bodyComments, item.bodyReply)
      for (title, field) in [("Evidence", Field.evidence), ("Notes", .note)] {
        addEntries(title, item.record.entries(field).map(\.text))
      }
    case .report(let key):
      guard let report = board.report(key) else { return add("\(key) is no longer on the board.", style: .warning) }
      addHead(report)
      addDecisions(.report(key))
      addTexts(report.chiefOfficerComments, report.bodyComments, report.bodyReply)
    case .meeting, .action: break
    }
  }

  private mutating func addEnd() {
    let tally = MeetingTally(of: meeting, on: board)
    heading(meeting.title)
    add("\(tally.words).", style: .plain.bold)
    gap()
    for (title, entities) in [("Skipped", tally.skipped), ("Not reached", tally.notReached)] where !entities.isEmpty {
      heading("\(title): \(entities.count)")
      for entity in entities {
        let text = item(entity)?.text ?? board.report(entity.name)?.title ?? ""
        choose("\(entity.name)  \(text)", .entity(entity), isCut: true)
      }
      gap()
    }
    let ways = choices.isEmpty ? "" : "Enter goes to the line selected. "
    add("\(ways)M ends the meeting and writes its minutes.", style: .notice)
  }

  // MARK: Parts

  /// The facts of an item, the most pressing first.
  private mutating func addHead(_ item: Item) {
    let name = [item.reference.description, item.kind.title, item.paragraph].compactMap { $0 }
    add(name.joined(separator: "  "), style: .key.bold)
    let path = item.statusPath.map(\.letter).joined(separator: glyphs.arrow)
    let state = item.dueState(on: today)
    addRow([
      (item.status.title, item.status.style.bold), (path, .dim),
      (state.words(today: today, separator: glyphs.separator), MeetingText.style(state)),
      (item.owner ?? "awaiting allocation", item.owner == nil ? .warning : .field),
    ])
    if !item.addressees.isEmpty {
      add("\(glyphs.arrow) \(item.addressees.joined(separator: ", "))", style: .dim)
    }
    let marks = CardMark.marks(of: item, glyphs: glyphs).map(\.words).joined(separator: " \(glyphs.separator) ")
    if !marks.isEmpty { add(marks, style: .mark) }
    addSince(.item(item.reference))
    gap()
  }

  /// A report as a whole: its clock, what is missing, and how its items stand.
  private mutating func addHead(_ report: InspectionReport) {
    add(report.key, style: .key.bold)
    add(report.title, style: .plain.bold)
    let section = board.section55(report, today: today)
    if let clock = section.clock {
      let left = clock.daysLeft
      let words =
        left < 0 ? "LATE by \(-left) \(left == -1 ? "day" : "days")" : "\(left) \(left == 1 ? "day" : "days") left"
      let style: Style = left < 0 ? .overdue.bold : left <= 7 ? .warning.bold : .plain.bold
      addRow([
        ("Section 55 ends on \(clock.lastDay.inWordsWithWeekday)", style),
        ("day \(clock.day) of \(clock.length)", .dim), (words, style),
      ])
    } else {
      add("no clock runs: the publication date is missing", style: .warning)
    }
    addSince(.report(report.key))
    let counts = Status.allCases.map { status in
      "\(status.title) \(board.items(of: report.key).count { $0.status == status })"
    }
    add(counts.joined(separator: "  "), style: .dim)
    gap()
    let gaps = section.gaps
    heading(gaps.isEmpty ? "Nothing is missing" : "Missing: \(section.statutoryGaps.count) that the law asks for")
    for gap in gaps.filter({ $0.entity == .report(report.key) }) {
      add("\(glyphs.unchecked) \(gap.subsection.map { "\($0.dropFirst(2)) " } ?? "")\(gap.words)", indent: 2)
    }
    for kind in [Section55Gap.Missing.position, .itemComment] {
      let items = gaps.filter { $0.missing == kind }
      guard let first = items.first else { continue }
      let names = items.compactMap { gap in if case .item(let reference) = gap.entity { reference.short } else { nil } }
      let law = first.subsection.map { "\($0.dropFirst(2)) " } ?? "advice: "
      add("\(glyphs.unchecked) \(law)\(first.words): \(names.joined(separator: ", "))", indent: 2)
    }
    gap()
  }

  private mutating func addSince(_ entity: EntityReference) {
    guard let words = since?.words(entity) else { return }
    add("since the last meeting: \(words)", style: since?.entry(entity) == nil ? .dim : .mark)
  }

  /// What this meeting and earlier ones decided, and the actions about it.
  private mutating func addDecisions(_ entity: EntityReference) {
    let decisions = board.decisions(about: entity)
    let own = Set(board.decisions(of: meeting).map(\.id))
    let actions = board.actions.filter { $0.about == entity }
    let here = decisions.filter { own.contains($0.id) }
    let actionsHere = actions.filter { $0.meeting == meeting.id }
    if !here.isEmpty || !actionsHere.isEmpty {
      heading("At this meeting")
      for decision in here { add(decision, style: .plain.bold) }
      for action in actionsHere { add(action, style: .plain.bold) }
      gap()
    }
    let before = decisions.filter { !own.contains($0.id) }
    let open = actions.filter { $0.isOpen && $0.meeting != meeting.id }
    guard !before.isEmpty || !open.isEmpty else { return }
    heading("Before")
    for decision in before { add(decision, style: .plain) }
    for action in open { add(action, style: .plain) }
    gap()
  }

  private mutating func add(_ decision: MeetingDecision, style: Style) {
    let words = [decision.text, decision.assurance.map { "Assurance: \($0)" }].compactMap { $0 }
    let text = words.isEmpty ? "" : ": \(words.joined(separator: " "))"
    let day = board.place(of: decision.id).map { board.history[$0].on.short(inYear: today.components.year) } ?? ""
    add("\(glyphs.check) \(decision.outcome.title) (\(day))\(text)", style: style, indent: 2)
  }

  private mutating func add(_ action: MeetingAction, style: Style) {
    let state = action.state(on: today)
    add("\(glyphs.arrow) \(action.owner ?? ""), \(state): \(action.text)", style: style, indent: 2)
  }

  private mutating func addTexts(_ chief: String?, _ body: String?, _ reply: String?) {
    for (title, text) in [
      ("Chief officer's comments (5)(b)", chief), ("Body's comments (5)(a)", body),
      ("Body's reply to the chief officer (5)(c)", reply),
    ] {
      heading(title)
      add(text ?? "none yet", style: text == nil ? .dim : .plain)
      gap()
    }
  }

  private mutating func addEntries(_ title: String, _ texts: [String]) {
    if texts.isEmpty { return }
    heading(title)
    for text in texts { add("\(glyphs.bullet) \(text)") }
    gap()
  }

  // MARK: Lines

  private mutating func heading(_ text: String) { add(text, style: .title.bold) }

  private mutating func gap() {
    if isTall { lines.append(MeetingWalk.Line(pieces: [])) }
  }

  private mutating func add(_ text: String, style: Style = .plain, indent: Int = 0, choice: Int? = nil) {
    for line in wrapped(text, to: max(4, width - indent), in: glyphs.repertoire) {
      lines.append(
        MeetingWalk.Line(pieces: [MeetingWalk.Piece(text: line, style: style)], indent: indent, choice: choice))
    }
  }

  /// Facts beside each other, in as many lines as they need.
  private mutating func addRow(_ facts: [(String, Style)]) {
    var row: [MeetingWalk.Piece] = []
    var used = 0
    for (text, style) in facts where !text.isEmpty {
      let taken = columns(of: text, in: glyphs.repertoire)
      if used + taken > width, !row.isEmpty {
        lines.append(MeetingWalk.Line(pieces: row))
        (row, used) = ([], 0)
      }
      row.append(MeetingWalk.Piece(text: truncated(text, to: width, in: glyphs.repertoire), style: style))
      used += taken + MeetingText.pieceGap
    }
    lines.append(MeetingWalk.Line(pieces: row))
  }

  /// The columns between two facts on one line.
  static let pieceGap = 3

  private mutating func choose(
    _ text: String, _ choice: MeetingWalk.Choice, style: Style = .plain, isCut: Bool = false
  ) {
    choices.append(choice)
    let words = isCut ? truncated(text, to: width - 2, in: glyphs.repertoire) : text
    add(words, style: style, indent: isCut ? 2 : 0, choice: choices.count - 1)
  }

  private func item(_ entity: EntityReference) -> Item? {
    if case .item(let reference) = entity { return board.item(reference) }
    return nil
  }

  private static func style(_ state: DueState) -> Style {
    if case .overdue = state { return .overdue.bold }
    return ShortDue.style(state)
  }
}
