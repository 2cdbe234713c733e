package import BoardModel

/// The response that section 55 (5) of the Police Act 1996 asks the local policing body to publish, with a visible
/// blank for everything that is still missing.
///
/// There are as many blanks as the report has gaps (``BoardModel/Board/section55(_:today:)``). It is made of parts in
/// reading order; each format puts them out in its own way.
package struct Section55Paper: Sendable {
  /// One part of the paper.
  enum Part: Hashable, Sendable {
    /// That the paper is a draft, and why.
    case banner(String)
    /// The paper's own title.
    case title(String)
    /// A heading.
    case heading(String)
    /// A sentence of the paper's own.
    case prose(String)
    /// A name and a value of one line.
    case fact(String, String)
    /// An item's kind and number, and its text.
    case item(String, String)
    /// Somebody's comments behind their name.
    case comments(String, String)
    /// Something missing, behind the name of what it is missing for.
    case blank(String?, Section55Gap)
  }

  /// Section 55 for the report.
  package let section: Section55
  /// The report's title.
  package let title: String
  private(set) var parts: [Part] = []
  private let board: Board
  private let report: InspectionReport

  /// Whether no statutory gap is left.
  package var isReady: Bool { section.statutoryGaps.isEmpty }

  /// The paper on one report of a board.
  ///
  /// - Parameters:
  ///   - today: The day that the clock counts from.
  ///   - asOf: The moment the board is shown as of.
  package init(_ report: InspectionReport, on board: Board, today: CalendarDay, asOf: String) {
    self.board = board
    self.report = report
    section = board.section55(report, today: today)
    title = report.title
    addHead()
    addWhole()
    for kind in ItemKind.allCases { addItems(of: kind) }
    addSteps()
    addOrigin(asOf: asOf)
    addEnd()
  }

  private var body: String { board.settings.body ?? "the local policing body" }
  private var force: String { report.record[.force] ?? board.settings.force ?? "the force" }

  private mutating func addHead() {
    let count = section.statutoryGaps.count
    if count > 0 { parts.append(.banner("DRAFT, not ready: \(count) statutory \(count == 1 ? "gap" : "gaps")")) }
    parts.append(.title("Response under section 55(5) of the Police Act 1996"))
    parts.append(.fact("Title", report.title))
    if let publisher = report.publisher { parts.append(.fact("Publisher", publisher)) }
    if let day = report.publicationDate {
      parts.append(.fact("Published", day.inWords))
    } else {
      addBlank("Published", .publicationDate)
    }
    if let day = report.originalPublicationDate { parts.append(.fact("Originally published", day.inWords)) }
    parts.append(.fact("Force", force))
    parts.append(
      .prose(
        """
        This is what \(body) publishes on that report, as it concerns \(force), under section 55(5) of the Police Act \
        1996: (a) its own comments, (b) the comments of the chief officer of police, and (c) its reply to those. For \
        each item that asks for action, section 55(5B) has it explain what was done or is proposed, or why nothing is.
        """))
    guard let clock = section.clock else { return }
    parts.append(
      .prose(
        """
        It has to be out before the end of \(clock.length) days beginning with the day of publication, section 55(5A): \
        the last lawful day is \(clock.lastDay.inWordsWithWeekday).
        """))
  }

  private mutating func addWhole() {
    parts.append(.heading("Comments on the report as a whole"))
    if let text = report.chiefOfficerComments { parts.append(.comments(Section55Paper.chiefOfficer, text)) }
    if let text = report.bodyComments {
      parts.append(.comments(Section55Paper.bodyComments, text))
    } else {
      addBlank(Section55Paper.bodyComments, .bodyComments)
    }
    if let text = report.bodyReply {
      parts.append(.comments(Section55Paper.bodyReply, text))
    } else {
      addBlank(Section55Paper.bodyReply, .bodyReply)
    }
  }

  private mutating func addItems(of kind: ItemKind) {
    let items = board.items(of: report.key).filter { $0.kind == kind }
    if items.isEmpty { return }
    parts.append(.heading(kind.plural))
    for item in items { add(item) }
  }

  private mutating func add(_ item: Item) {
    parts.append(.item("\(item.kind.title) \(item.reference.number)", item.text))
    if !item.addressees.isEmpty { parts.append(.fact("Addressed to", item.addressees.joined(separator: "; "))) }
    let paragraph = item.paragraph.map { ", paragraph \($0)" } ?? ""
    parts.append(.fact("Board reference", "\(item.reference)\(paragraph)"))
    if let text = item.chiefOfficerComments { parts.append(.comments(Section55Paper.chiefOfficer, text)) }
    let entity = EntityReference.item(item.reference)
    if let position = item.position {
      parts.append(.fact(Section55Paper.position, position.title))
    } else {
      addBlank(Section55Paper.position, .position, of: entity)
    }
    if let text = item.bodyComments {
      parts.append(.comments(Section55Paper.bodyComments, text))
    } else {
      addBlank(Section55Paper.bodyComments, .itemComment, of: entity)
    }
    if let text = item.bodyReply { parts.append(.comments(Section55Paper.bodyReply, text)) }
  }

  private mutating func addSteps() {
    parts.append(.heading("Publication and sending"))
    let response = report.response
    add(.published, on: response.publishedOn, "This response was published on")
    add(.sentToInspectors, on: response.sentToInspectorsOn, "A copy went to the inspectors, section 55(6), on")
    add(
      .sentToSecretaryOfState, on: response.sentToSecretaryOfStateOn,
      "A copy went to the Secretary of State, section 55(6), on")
  }

  private mutating func add(_ missing: Section55Gap.Missing, on day: CalendarDay?, _ words: String) {
    guard let day else { return addBlank(nil, missing) }
    var sentence = "\(words) \(day.inWords)"
    if missing == .published, let late = section.clock.map({ $0.lastDay.days(to: day) }), late > 0 {
      sentence += ", \(late) \(late == 1 ? "day" : "days") after the last lawful day"
    }
    parts.append(.prose(sentence + "."))
  }

  private mutating func addOrigin(asOf: String) {
    let items = board.items(of: report.key)
    let kinds = ItemKind.allCases.map { kind in "\(kind.letter) \(items.count { $0.kind == kind })" }
    parts.append(
      .prose(
        "Written from the board “\(board.settings.name)” as of \(asOf): \(report.key), "
          + "\(kinds.joined(separator: ", ")); state digest (SHA-256) \(board.stateDigest)."))
  }

  private mutating func addEnd() {
    let officers = report.record.list(.contactOfficers)
    let document = report.record[.referenceDocument]
    if officers.isEmpty, document == nil { return }
    parts.append(.heading("Further information"))
    if let document { parts.append(.fact("Reference document", document)) }
    // The last part: a reader of papers takes what follows for more officers.
    if !officers.isEmpty { parts.append(.fact("Contact officers", officers.joined(separator: "; "))) }
  }

  /// Adds a blank where the report has that gap.
  private mutating func addBlank(_ name: String?, _ missing: Section55Gap.Missing, of entity: EntityReference? = nil) {
    let entity = entity ?? .report(report.key)
    guard let gap = section.gaps.first(where: { $0.missing == missing && $0.entity == entity }) else { return }
    parts.append(.blank(name, gap))
  }

  static let chiefOfficer = "Chief officer's comments"
  static let bodyComments = "Local policing body's comments"
  static let bodyReply = "Local policing body's reply"
  static let position = "Position under section 55(5B)"
}

extension Section55Gap {
  /// The gap as a paper shows it: `[ blank: the body's comments on the report as a whole, 55(5)(a) ]`.
  var blank: String {
    "[ blank\(isStatutory ? "" : ", advice only"): \(words)\(subsection.map { ", \($0)" } ?? "") ]"
  }
}

extension ItemKind {
  /// The kind as a heading over several.
  fileprivate var plural: String {
    switch self {
    case .recommendation: "Recommendations"
    case .areaForImprovement: "Areas for improvement"
    case .causeOfConcern: "Causes of concern"
    }
  }
}
