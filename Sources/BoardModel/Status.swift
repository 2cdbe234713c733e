/// Who has the next move on an item, as the board sees it.
///
/// It is not the addressee, the acceptance, the inspectorate's own register status or a verification.
package enum Status: String, CaseIterable, Hashable, Sendable {
  /// A national lead (NPCC, CPS, College, Home Office) must act first.
  case awaitingNPCC = "awaiting-npcc"
  /// The force is doing, or will do, something.
  case forceAction = "force-action"
  /// The local part is done: a closure ground is recorded.
  case complete = "complete"

  /// Reads the raw value in bytes.
  init?(ascii bytes: Span<UInt8>) {
    // No two raw values are as long as each other.
    for status in [Status.awaitingNPCC, .forceAction, .complete] where status.rawValue.utf8.count == bytes.count {
      let wanted = status.rawValue.utf8Span.span
      for place in 0..<bytes.count where bytes[place] != wanted[place] { return nil }
      self = status
      return
    }
    return nil
  }

  /// The status as a column's heading.
  package var title: String {
    switch self {
    case .awaitingNPCC: "Awaiting NPCC"
    case .forceAction: "Force action"
    case .complete: "Complete"
    }
  }

  /// One letter for an item's path through the statuses: `N→F→C`.
  package var letter: String {
    switch self {
    case .awaitingNPCC: "N"
    case .forceAction: "F"
    case .complete: "C"
    }
  }

  /// Place among the columns, 0 to 2.
  package var column: Int {
    switch self {
    case .awaitingNPCC: 0
    case .forceAction: 1
    case .complete: 2
    }
  }
}

/// What an inspection report asks for.
package enum ItemKind: String, CaseIterable, Hashable, Comparable, Sendable {
  case recommendation
  case areaForImprovement = "area-for-improvement"
  case causeOfConcern = "cause-of-concern"

  /// The letter of a reference: R, A or C.
  package var letter: Character {
    switch self {
    case .recommendation: "R"
    case .areaForImprovement: "A"
    case .causeOfConcern: "C"
    }
  }

  /// The kind as people say it.
  package var title: String {
    switch self {
    case .recommendation: "Recommendation"
    case .areaForImprovement: "Area for improvement"
    case .causeOfConcern: "Cause of concern"
    }
  }

  /// The kind in the width of a card: Rec, AFI, CoC.
  package var short: String {
    switch self {
    case .recommendation: "Rec"
    case .areaForImprovement: "AFI"
    case .causeOfConcern: "CoC"
    }
  }

  /// Reads a kind as people write it: the whole name, its letter, `rec`, `afi` or `coc`, in any case.
  package init?(named word: some StringProtocol) {
    switch word.lowercased() {
    case "recommendation", "rec", "r": self = .recommendation
    case "area-for-improvement", "afi", "a": self = .areaForImprovement
    case "cause-of-concern", "cause-for-concern", "coc", "cause", "c": self = .causeOfConcern
    default: return nil
    }
  }

  package static func < (left: ItemKind, right: ItemKind) -> Bool {
    left.order < right.order
  }

  private var order: Int {
    switch self {
    case .recommendation: 0
    case .areaForImprovement: 1
    case .causeOfConcern: 2
    }
  }
}

/// The position that section 55 (5B) asks the body to explain for each recommendation.
package enum ResponsePosition: String, CaseIterable, Hashable, Sendable {
  /// Action has been taken.
  case taken
  /// Action is proposed.
  case proposed
  /// No action, with the reason in the body's comments.
  case noAction = "none"

  /// The position as a sentence's end.
  package var title: String {
    switch self {
    case .taken: "action taken"
    case .proposed: "action proposed"
    case .noAction: "no action, with the reason"
    }
  }
}

/// Whether the force accepts what an item asks; *not accepted, with a reason* is lawful.
package enum Acceptance: String, CaseIterable, Hashable, Sendable {
  case accepted
  case partly
  case notAccepted = "not-accepted"
}

/// The state of an item on the inspectorate's own register.
package enum RegisterStatus: String, CaseIterable, Hashable, Sendable {
  case awaitingReview = "awaiting-review"
  case beingProgressed = "being-progressed"
  case complete
  case superseded
}

/// Why an item could be closed.
package enum ClosureGround: String, CaseIterable, Hashable, Sendable {
  case done
  case noAction = "no-action"
  case superseded

  /// The ground in words.
  package var title: String {
    switch self {
    case .done: "done"
    case .noAction: "no action is to be taken"
    case .superseded: "superseded"
    }
  }
}

/// Where a due date comes from.
package enum DueSource: String, CaseIterable, Hashable, Sendable {
  /// The inspectorate's own period or date.
  case inspectorate
  /// A date the force or the body set itself.
  case `internal`
}
