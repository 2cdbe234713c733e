internal import BoardModel

/// Section 55 of one report, as a checklist on the screen.
struct ClockView: Equatable, Sendable {
  var list: ClockList
  /// The step that is selected.
  var selected = 0
  /// The first line that is visible.
  var top = 0

  var report: String { list.section.report }

  /// The selected step; `nil` where there is none.
  var step: ClockStep? { list.steps.indices.contains(selected) ? list.steps[selected] : nil }

  /// Selects the first gap from a step on, and round; stays where nothing is missing.
  mutating func selectGap(from start: Int) {
    let order = Array(list.steps.indices.drop { $0 < start }) + list.steps.indices.prefix(start)
    if let gap = order.first(where: { !list.steps[$0].isFilled }) { selected = gap }
  }
}

/// One thing that section 55, or good practice, asks for.
struct ClockStep: Equatable, Sendable {
  let missing: Section55Gap.Missing
  let entity: EntityReference
  let isFilled: Bool
  /// `(5)(a)`; empty for advice.
  let label: String
  /// What is asked for, or what the board holds.
  let words: String

  var isStatutory: Bool { missing != .itemComment }
}

/// All that section 55 asks of one report, filled or not: what the law asks for first, then advice.
struct ClockList: Equatable, Sendable {
  let section: Section55
  private(set) var steps: [ClockStep] = []

  /// Looks a report through.
  ///
  /// - Complexity: Linear in the records of the board.
  init(_ report: InspectionReport, on board: Board, today: CalendarDay) {
    section = board.section55(report, today: today)
    let gaps = Set(section.gaps)
    let whole = EntityReference.report(report.key)
    addWhole(report, gaps: gaps)
    let items = board.items(of: report.key)
    for item in items where item.kind == .recommendation {
      let position = item.position.map { "\($0.title): " } ?? ""
      add(.position, .item(item.reference), gaps, "\(item.reference.short)  \(position)\(item.text)")
    }
    for item in items where item.kind != .recommendation {
      let words = item.bodyComments ?? "\(Section55Gap(missing: .itemComment, entity: whole).words): \(item.text)"
      add(.itemComment, .item(item.reference), gaps, "\(item.reference.short)  \(words)")
    }
  }

  private mutating func addWhole(_ report: InspectionReport, gaps: Set<Section55Gap>) {
    let whole = EntityReference.report(report.key)
    let values: [(Section55Gap.Missing, String?)] = [
      (.publicationDate, report.publicationDate?.inWords), (.bodyComments, report.bodyComments),
      (.bodyReply, report.bodyReply), (.published, report.response.publishedOn?.inWords),
      (.sentToInspectors, report.response.sentToInspectorsOn?.inWords),
      (.sentToSecretaryOfState, report.response.sentToSecretaryOfStateOn?.inWords),
    ]
    for (missing, value) in values {
      let gap = Section55Gap(missing: missing, entity: whole)
      // A reply is asked for only where the chief officer commented; it may also stand with the items.
      if missing == .bodyReply, value == nil, !gaps.contains(gap) { continue }
      let name = missing == .publicationDate && value != nil ? "publication of the report" : gap.words
      add(missing, whole, gaps, value.map { "\(name): \($0)" } ?? name)
    }
  }

  private mutating func add(
    _ missing: Section55Gap.Missing, _ entity: EntityReference, _ gaps: Set<Section55Gap>, _ words: String
  ) {
    let gap = Section55Gap(missing: missing, entity: entity)
    let label = gap.subsection.map { String($0.dropFirst(2)) } ?? ""
    steps.append(
      ClockStep(missing: missing, entity: entity, isFilled: !gaps.contains(gap), label: label, words: words))
  }

  /// The lines of the list: headings as texts, steps as their numbers.
  enum Line: Equatable, Sendable {
    case heading(String)
    case step(Int)
  }

  /// The list with its headings.
  var lines: [Line] {
    var lines: [Line] = []
    for isStatutory in [true, false] {
      let members = steps.indices.filter { steps[$0].isStatutory == isStatutory }
      guard !members.isEmpty else { continue }
      let missing = members.count { !steps[$0].isFilled }
      let count = missing == 0 ? "all \(members.count) done" : "\(missing) of \(members.count) missing"
      lines.append(.heading("\(isStatutory ? "Asked for by section 55" : "Good practice"): \(count)"))
      lines += members.map { .step($0) }
    }
    return lines
  }
}
