internal import BoardModel
package import Commands

/// A command line taken apart: the verb, its flags, its operands, and the global flags.
package struct Invocation: Sendable {
  /// The verb; ``VerbTable/chair`` when none was given.
  package let verb: Verb
  /// The values of the verb's own flags; an empty text for flags without a value.
  package let flags: [String: String]
  /// What stands behind the verb, in order.
  package let operands: [String]
  /// The global flags.
  package let globals: GlobalFlags

  /// Whether a flag was given.
  func has(_ flag: String) -> Bool { flags[flag] != nil }

  /// The value of a flag; `nil` when it was not given.
  subscript(flag: String) -> String? { flags[flag] }

  /// The operand at a place.
  func operand(_ index: Int, _ name: String) throws(Failure) -> String {
    guard index < operands.count else { throw .usage(.missingOperand(name, verb: verb.name)) }
    return operands[index]
  }

  /// Refuses what stands behind the last operand that the verb knows.
  func expectAtMost(_ count: Int) throws(Failure) {
    if operands.count > count { throw .usage(.extraOperand(operands[count], verb: verb.name)) }
  }

  /// The day in a flag; `nil` when it was not given.
  func day(_ flag: String) throws(Failure) -> CalendarDay? {
    guard let text = flags[flag] else { return nil }
    return try Invocation.day(text, what: "--\(flag)")
  }

  /// Reads a day as typed.
  static func day(_ text: String, what: String) throws(Failure) -> CalendarDay {
    guard let day = CalendarDay(text) else { throw .usage(.badDate(what: what, value: text)) }
    return day
  }

  /// One of fixed words, in any case.
  static func choice(_ text: String, among allowed: [String], what: String) throws(Failure) -> String {
    let lower = text.lowercased()
    guard allowed.contains(lower) else {
      throw .usage(
        .badChoice(what: what, value: text, allowed: allowed, nearest: Spelling.nearest(to: text, among: allowed)))
    }
    return lower
  }
}

/// The flags that work with every verb, as given; environment variables are looked up later.
package struct GlobalFlags: Hashable, Sendable {
  /// When output is coloured.
  package enum Color: String, CaseIterable, Hashable, Sendable {
    case auto, always, never
  }

  /// `--board`.
  package var board: String?
  /// `--today`.
  package var today: String?
  /// `--as`.
  package var actor: String?
  /// `--color`.
  package var color = Color.auto
  /// `--json`.
  package var json = false
  /// `--quiet`.
  package var quiet = false
  /// `--no-input`.
  package var noInput = false
  /// `--help`.
  package var help = false
  /// `--version`.
  package var version = false
}
