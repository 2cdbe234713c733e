/// What a board is set up with: names, and how the statutory clock counts.
package struct BoardSettings: Hashable, Sendable {
  /// The board's name, shown in headers: `Cambridgeshire`.
  package var name: String
  /// The local policing body that must respond; `nil` for "the body".
  package var body: String?
  /// The force; `nil` for "the force".
  package var force: String?
  /// How days are counted from publication.
  package var countingRule: CountingRule
  /// The length of the period in days; section 55 (5A) says 56.
  package var responseDays: Int

  /// Settings from their parts; the defaults are section 55's.
  package init(
    name: String, body: String? = nil, force: String? = nil, countingRule: CountingRule = .publicationIsDayOne,
    responseDays: Int = 56
  ) {
    self.name = name
    self.body = body
    self.force = force
    self.countingRule = countingRule
    self.responseDays = responseDays
  }
}

/// Which day a period "of n days" begins with.
package enum CountingRule: String, CaseIterable, Hashable, Sendable {
  /// Section 55 (5A), "beginning with the day on which the report is published": that day is day 1.
  case publicationIsDayOne = "publication-is-day-1"
  /// Other clocks (super-complaints): the day after publication is day 1.
  case publicationIsDayZero = "publication-is-day-0"

  /// The number of the publication day itself.
  var firstNumber: Int {
    switch self {
    case .publicationIsDayOne: 1
    case .publicationIsDayZero: 0
    }
  }
}
