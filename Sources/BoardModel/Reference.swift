/// An item's number in its report: `7`, or `7.1` for a sub-recommendation.
package struct ItemNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The recommendation's number, from 1.
  package let major: Int
  /// The sub-recommendation's number, from 1; 0 for none.
  package let minor: Int

  /// A number from its parts.
  package init(_ major: Int, minor: Int = 0) {
    self.major = major
    self.minor = minor
  }

  /// Reads `7` or `7.1`, parts from 1 to 9999; anything else is `nil`.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let major = ItemNumber.part(parts[0]) else { return nil }
    if parts.count == 2 {
      guard let minor = ItemNumber.part(parts[1]) else { return nil }
      self.init(major, minor: minor)
    } else {
      self.init(major)
    }
  }

  private static func part(_ digits: Substring.SubSequence) -> Int? {
    digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
      ? Int(digits).flatMap { (1...9999).contains($0) ? $0 : nil } : nil
  }

  private static func part(_ digits: some StringProtocol) -> Int? {
    part(Substring(digits))
  }

  package var description: String {
    minor == 0 ? String(major) : "\(major).\(minor)"
  }

  package static func < (left: ItemNumber, right: ItemNumber) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}

/// The lasting name of an item: `stalking-2019/R1`.
///
/// It never changes and is never given out twice.
package struct ItemReference: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The key of the report the item stands in.
  package let report: String
  /// What the report calls it.
  package let kind: ItemKind
  /// Its number among those of its kind.
  package let number: ItemNumber

  /// A reference from its parts.
  package init(report: String, kind: ItemKind, number: ItemNumber) {
    self.report = report
    self.kind = kind
    self.number = number
  }

  /// Reads a whole reference, `stalking-2019/R1`; letters in any case, the key as it is.
  package init?(_ text: some StringProtocol) {
    guard let slash = text.lastIndex(of: "/"),
      let (kind, number) = ItemReference.local(text[text.index(after: slash)...])
    else { return nil }
    let key = text[..<slash].lowercased()
    guard ReportKey.isValid(key) else { return nil }
    self.init(report: key, kind: kind, number: number)
  }

  /// Reads the part of a reference behind the slash: `R1`, `a12`, `R7.1`.
  package static func local(_ text: some StringProtocol) -> (kind: ItemKind, number: ItemNumber)? {
    guard let letter = text.first,
      let kind = ItemKind.allCases.first(where: { $0.letter == Character(letter.uppercased()) }),
      let number = ItemNumber(text.dropFirst())
    else { return nil }
    return (kind, number)
  }

  /// The part behind the slash: `R1`.
  package var short: String { "\(kind.letter)\(number)" }

  package var description: String { "\(report)/\(short)" }

  package static func < (left: ItemReference, right: ItemReference) -> Bool {
    left.report == right.report ? left.isBefore(right) : left.report < right.report
  }

  /// Whether this reference comes before another one of the same report.
  func isBefore(_ other: ItemReference) -> Bool {
    kind == other.kind ? number < other.number : kind < other.kind
  }
}

/// The rule for report keys.
package enum ReportKey {
  /// Whether a text can be a report's key: 1 to 64 lower-case ASCII letters, digits and inner hyphens.
  package static func isValid(_ text: some StringProtocol) -> Bool {
    let bytes = text.utf8
    guard !bytes.isEmpty, bytes.count <= 64, bytes.first != UInt8(ascii: "-") else { return false }
    return bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }
}

/// What a change can be about.
package enum EntityReference: Hashable, Sendable, CustomStringConvertible {
  case report(String)
  case item(ItemReference)
  /// A meeting by its id, the day it is held on (`2019-05-16`, a second one on that day `2019-05-16-2`).
  case meeting(String)
  /// An action by the id of the change that set it.
  case action(ChangeID)

  /// Reads the form that the journal holds: `report/KEY`, `item/KEY/R1`, `meeting/ID`, `action/CHANGE`.
  package init?(_ text: some StringProtocol) {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    let rest = text[text.index(after: slash)...]
    switch text[..<slash] {
    case "report":
      guard ReportKey.isValid(rest) else { return nil }
      self = .report(String(rest))
    case "item":
      guard let reference = ItemReference(rest) else { return nil }
      self = .item(reference)
    case "meeting":
      guard ReportKey.isValid(rest) else { return nil }
      self = .meeting(String(rest))
    case "action":
      guard let id = ChangeID(rest) else { return nil }
      self = .action(id)
    default: return nil
    }
  }

  package var description: String {
    switch self {
    case .report(let key): "report/\(key)"
    case .item(let reference): "item/\(reference)"
    case .meeting(let id): "meeting/\(id)"
    case .action(let id): "action/\(id)"
    }
  }

  /// The name that people use: the reference or key without its class.
  package var name: String {
    switch self {
    case .report(let key): key
    case .item(let reference): reference.description
    case .meeting(let id): "meeting \(id)"
    case .action(let id): "action \(id.short)"
    }
  }
}
