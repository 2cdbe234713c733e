/// The statutory clock of one report on one day (section 55 (5A), Police Act 1996).
package struct Section55Clock: Hashable, Sendable {
  /// The last lawful day: publication + 55 under the default rule.
  package let lastDay: CalendarDay
  /// The number of the day it is counted on; publication is day 1 under the default rule.
  package let day: Int
  /// The length of the period.
  package let length: Int

  /// The clock that runs from a publication day, as it stands on `today`.
  package init(publication: CalendarDay, today: CalendarDay, settings: BoardSettings) {
    let first = settings.countingRule.firstNumber
    self.lastDay = publication.adding(days: settings.responseDays - first)
    self.day = publication.days(to: today) + first
    self.length = settings.responseDays
  }

  /// Days left after the day it is counted on; 0 on the last lawful day, negative when late.
  package var daysLeft: Int { length - day }
}

/// Something that section 55 asks for and the board does not hold.
package struct Section55Gap: Hashable, Sendable {
  /// What is missing.
  package enum Missing: String, CaseIterable, Hashable, Sendable {
    /// The report's publication day, without which no clock runs.
    case publicationDate = "publication-date"
    /// (5)(a): the body's comments on the report as a whole.
    case bodyComments = "body-comments"
    /// (5)(c): the body's response to the chief officer's comments.
    case bodyReply = "body-reply"
    /// (5B): action taken or proposed, or why none, for one recommendation.
    case position
    /// The body's comment on an area for improvement or cause of concern: good practice, not law.
    case itemComment = "item-comment"
    /// (5): publication.
    case published
    /// (6): the copy to the inspectors.
    case sentToInspectors = "sent-to-inspectors"
    /// (6): the copy to the Secretary of State.
    case sentToSecretaryOfState = "sent-to-secretary-of-state"
  }

  /// What is missing.
  package let missing: Missing
  /// The report, or the item, that it is missing for.
  package let entity: EntityReference

  /// Something missing for a report or an item.
  package init(missing: Missing, entity: EntityReference) {
    self.missing = missing
    self.entity = entity
  }

  /// Whether the law asks for it; else it is advice.
  package var isStatutory: Bool { missing != .itemComment }

  /// The sub-section of the Act; `nil` for advice.
  package var subsection: String? {
    switch missing {
    case .bodyComments: "55(5)(a)"
    case .bodyReply: "55(5)(c)"
    case .position: "55(5B)"
    case .published: "55(5)"
    case .sentToInspectors, .sentToSecretaryOfState: "55(6)"
    case .publicationDate: "55(5A)"
    case .itemComment: nil
    }
  }

  /// What is missing, in words.
  package var words: String {
    switch missing {
    case .publicationDate: "the report's publication date: no clock can run without it"
    case .bodyComments: "the body's comments on the report as a whole"
    case .bodyReply: "the body's response to the chief officer's comments"
    case .position: "the body's position: action taken or proposed, or why none"
    case .itemComment: "the body's comments"
    case .published: "publication of the response"
    case .sentToInspectors: "a copy sent to the inspectors"
    case .sentToSecretaryOfState: "a copy sent to the Secretary of State"
    }
  }
}

/// Section 55 for one report on one day: its clock and every gap.
package struct Section55: Hashable, Sendable {
  /// The report.
  package let report: String
  /// The clock; `nil` while the publication date is not known.
  package let clock: Section55Clock?
  /// What is missing: the report's own steps first, then its items in order.
  package let gaps: [Section55Gap]

  /// The gaps that the law asks to be filled.
  package var statutoryGaps: [Section55Gap] { gaps.filter(\.isStatutory) }
  /// The gaps that good practice asks to be filled.
  package var advisoryGaps: [Section55Gap] { gaps.filter { !$0.isStatutory } }
}

extension Board {
  /// Section 55 for one report, as it stands on `today`.
  ///
  /// (5)(c) counts as answered by a reply on the report as a whole, or by one on everything the chief officer commented on.
  package func section55(_ report: InspectionReport, today: CalendarDay) -> Section55 {
    let whole = EntityReference.report(report.key)
    var gaps: [Section55Gap] = []
    func add(_ missing: Section55Gap.Missing, _ entity: EntityReference) {
      gaps.append(Section55Gap(missing: missing, entity: entity))
    }
    let items = items(of: report.key)
    if report.publicationDate == nil { add(.publicationDate, whole) }
    if report.bodyComments == nil { add(.bodyComments, whole) }
    if report.bodyReply == nil {
      let wholeAwaits = report.chiefOfficerComments != nil
      let itemAwaits = items.contains { $0.chiefOfficerComments != nil && $0.bodyReply == nil }
      if wholeAwaits || itemAwaits { add(.bodyReply, whole) }
    }
    if report.response.publishedOn == nil { add(.published, whole) }
    if report.response.sentToInspectorsOn == nil { add(.sentToInspectors, whole) }
    if report.response.sentToSecretaryOfStateOn == nil { add(.sentToSecretaryOfState, whole) }
    for item in items {
      switch item.kind {
      case .recommendation:
        if item.position == nil { add(.position, .item(item.reference)) }
      case .areaForImprovement, .causeOfConcern:
        if item.bodyComments == nil { add(.itemComment, .item(item.reference)) }
      }
    }
    let clock = report.publicationDate.map {
      Section55Clock(publication: $0, today: today, settings: settings)
    }
    return Section55(report: report.key, clock: clock, gaps: gaps)
  }

  /// Section 55 for every report whose clock still matters, the nearest last day first.
  ///
  /// A report leaves when it is closed; one without gaps stays, after those with gaps.
  package func section55(today: CalendarDay) -> [Section55] {
    reports.filter { !$0.isClosed }.map { section55($0, today: today) }.sorted { left, right in
      let leftOpen = !left.statutoryGaps.isEmpty
      let rightOpen = !right.statutoryGaps.isEmpty
      if leftOpen != rightOpen { return leftOpen }
      switch (left.clock?.lastDay, right.clock?.lastDay) {
      case (let a?, let b?) where a != b: return a < b
      case (nil, .some): return false
      case (.some, nil): return true
      default: return left.report < right.report
      }
    }
  }
}
