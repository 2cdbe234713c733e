/// What a name on the command line or in the palette means on a board.
package enum Target: Hashable, Sendable {
  case item(ItemReference)
  case report(String)

  /// The entity of the journal.
  package var entity: EntityReference {
    switch self {
    case .item(let reference): .item(reference)
    case .report(let key): .report(key)
    }
  }
}

extension Board {
  /// Resolves `stalking-2019/R1`, or `R1` (any case) where only one report has it, to an item on the board.
  ///
  /// - Throws: ``BoardError/unknownReference(_:candidates:)`` with the nearest names,
  ///   ``BoardError/ambiguousReference(_:candidates:)``, or ``BoardError/withdrawn(_:reason:)``.
  package func resolve(_ name: String) throws(BoardError) -> ItemReference {
    if let reference = ItemReference(name) {
      guard let item = item(reference) else {
        throw .unknownReference(name, candidates: nearest(to: name))
      }
      if let reason = item.withdrawn { throw .withdrawn(reference, reason: reason) }
      return reference
    }
    guard let (kind, number) = ItemReference.local(name) else {
      throw .unknownReference(name, candidates: nearest(to: name))
    }
    let matches = items.map(\.reference).filter { $0.kind == kind && $0.number == number }
    guard let only = matches.first else { throw .unknownReference(name, candidates: nearest(to: name)) }
    if matches.count > 1 { throw .ambiguousReference(name, candidates: matches.map(\.description)) }
    return only
  }

  /// Resolves many names, each target once, in the order given; short names are looked up together.
  ///
  /// - Parameter reports: Whether a name may also be a report's key.
  /// - Throws: As ``resolve(_:)`` for the first name that means nothing.
  /// - Complexity: Linear in the names and the items of the board.
  package func resolveTargets(_ names: some Sequence<String>, reports: Bool) throws(BoardError) -> [Target] {
    var targets: [Target] = []
    var seen: Set<Target> = []
    var short: [String: [ItemReference]]?
    for name in names {
      let target: Target
      if reports, report(name.lowercased()) != nil {
        target = .report(name.lowercased())
      } else if let (kind, number) = ItemReference.local(name) {
        let known = short ?? Dictionary(grouping: items.map(\.reference), by: \.short)
        short = known
        let matches = known["\(kind.letter)\(number)"] ?? []
        target = .item(matches.count == 1 ? matches[0] : try resolve(name))
      } else {
        target = .item(try resolve(name))
      }
      if seen.insert(target).inserted { targets.append(target) }
    }
    return targets
  }

  /// Resolves a name that may also be a report's key.
  package func resolveTarget(_ name: String) throws(BoardError) -> Target {
    if report(name.lowercased()) != nil { return .report(name.lowercased()) }
    return .item(try resolve(name))
  }

  /// Resolves a report's key.
  package func resolveReport(_ name: String) throws(BoardError) -> InspectionReport {
    if let report = report(name.lowercased()) { return report }
    let keys = reports.map(\.key)
    throw .unknownReference(name, candidates: Board.nearest(to: name, among: keys))
  }

  /// Resolves a change by its whole id or by the short form that `log` prints.
  package func resolveChange(_ name: String) throws(BoardError) -> ChangeSummary {
    if let id = ChangeID(name), let place = place(of: id) { return history[place] }
    let matches = history.filter { $0.id.short == name || String($0.id.sequence) == name }
    if matches.count == 1 { return matches[0] }
    if matches.count > 1 {
      throw .ambiguousReference(name, candidates: matches.prefix(5).map(\.id.description))
    }
    throw .unknownChange(name)
  }

  private func nearest(to name: String) -> [String] {
    Board.nearest(to: name, among: items.map(\.reference.description) + reports.map(\.key))
  }

  /// Up to five names that a person may have meant: within an edit distance of 2, or ending in the same item.
  package static func nearest(to name: String, among names: [String]) -> [String] {
    let wanted = Array(name.lowercased().utf8.prefix(80))
    let scored = names.compactMap { candidate -> (Int, String)? in
      let lowered = candidate.lowercased()
      if let slash = lowered.lastIndex(of: "/"), lowered[lowered.index(after: slash)...].utf8.elementsEqual(wanted) {
        return (1, candidate)
      }
      let distance = editDistance(wanted, Array(lowered.utf8))
      return distance <= max(1, min(2, wanted.count / 3)) ? (distance, candidate) : nil
    }
    return scored.sorted { $0 < $1 }.prefix(5).map(\.1)
  }

  /// The number of insertions, deletions and substitutions between two texts (Levenshtein).
  ///
  /// - Complexity: O(*m* × *n*).
  private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let substitution = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, min(diagonal, row[j]) + 1)
      }
    }
    return row[right.count]
  }
}
