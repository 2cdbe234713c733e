/// What is wrong with a command line; facts only, the error printer words them.
package enum UsageError: Error, Hashable, Sendable {
  /// An argument that is not UTF-8, shown with signs for what is not.
  case notUTF8(shown: String)
  /// No verb of that name.
  case unknownVerb(String, nearest: [String])
  /// No flag of that name for this verb; other verbs that have it.
  case unknownFlag(String, verb: String, nearest: [String], elsewhere: [String])
  /// A flag without the value it needs.
  case missingValue(flag: String, placeholder: String)
  /// A value behind a flag that takes none.
  case unexpectedValue(flag: String, value: String)
  /// A flag of a verb given twice.
  case givenTwice(flag: String)
  /// A word that is not among those allowed.
  case badChoice(what: String, value: String, allowed: [String], nearest: [String])
  /// A date that is none.
  case badDate(what: String, value: String)
  /// A number that is none, or out of its range.
  case badNumber(what: String, value: String, expected: String)
  /// A name that cannot be one: empty, or with control characters.
  case badName(what: String, value: String, expected: String)
  /// An operand is missing.
  case missingOperand(String, verb: String)
  /// An operand too many.
  case extraOperand(String, verb: String)
  /// A word that should be `FIELD=VALUE`.
  case notAField(String)
  /// A field that this verb does not set, and the verb that does.
  case fieldElsewhere(String, verb: String)
  /// A field that does not exist here.
  case unknownField(String, nearest: [String], allowed: [String])
  /// A flag that the verb cannot do without.
  case missingFlag(String, verb: String)
  /// Two flags that exclude each other.
  case conflict(String, String)
  /// A question that nobody is there to answer, and the flags that answer it.
  case needsAnswer(verb: String, flags: String)
  /// A text that is nowhere: no operand, no terminal for the editor, nothing on standard input.
  case missingText(verb: String)
  /// A screen asked for where no terminal is.
  case notATerminal(verb: String)
  /// A verb with a flag that it cannot honour.
  case flagWithoutUse(flag: String, verb: String)
}
