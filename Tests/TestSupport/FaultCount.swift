internal import Foundation

/// How many faults a test tried and what became of what was acknowledged; `make faults` prints these as one table.
package struct FaultCount: Sendable {
  /// Whether the long form runs (`BOARD_FAULTS=long`, as `make faults` sets it).
  package static let isLong = ProcessInfo.processInfo.environment["BOARD_FAULTS"] == "long"

  /// The number of rounds: the short form's, or the long form's.
  package static func rounds(_ short: Int, long: Int) -> Int { isLong ? long : short }

  /// Faults tried.
  package var tried = 0
  /// Acknowledged changes found again.
  package var present = 0
  /// Acknowledged changes that were gone.
  package var lost = 0
  /// Boards that showed something else than the changes that stand.
  package var wrong = 0

  /// Nothing tried yet.
  package init() {}

  /// Judges one state: what was acknowledged has to be among what is found.
  package mutating func judge<Change: Equatable>(found: [Change], acknowledged: [Change]) {
    tried += 1
    let missing = acknowledged.count { !found.contains($0) }
    lost += missing
    present += acknowledged.count - missing
  }

  /// Whether nothing was lost and nothing wrong.
  package var isClean: Bool { lost == 0 && wrong == 0 }

  /// Prints the row of the table, in the long form.
  package func report(_ name: String) {
    if Self.isLong { print("FAULTS| \(name) | \(tried) | \(present) | \(lost) | \(wrong) |") }
  }
}
