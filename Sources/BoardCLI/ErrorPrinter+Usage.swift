internal import BoardModel
internal import Commands

extension ErrorPrinter {
  /// A lasting name for programs.
  static func name(of error: UsageError) -> String {
    switch error {
    case .notUTF8: "not-utf-8"
    case .unknownVerb: "unknown-verb"
    case .unknownFlag: "unknown-flag"
    case .missingValue: "missing-value"
    case .unexpectedValue: "unexpected-value"
    case .givenTwice: "given-twice"
    case .badChoice: "bad-choice"
    case .badDate: "bad-date"
    case .badNumber: "bad-number"
    case .badName: "bad-name"
    case .missingOperand: "missing-operand"
    case .extraOperand: "extra-operand"
    case .notAField: "not-a-field"
    case .fieldElsewhere: "field-elsewhere"
    case .unknownField: "unknown-field"
    case .missingFlag: "missing-flag"
    case .conflict: "conflict"
    case .needsAnswer: "needs-answer"
    case .missingText: "missing-text"
    case .notATerminal: "not-a-terminal"
    case .flagWithoutUse: "flag-without-use"
    }
  }

  /// What is wrong with the command line, and the way out.
  static func sentence(_ error: UsageError) -> String {
    switch error {
    case .notUTF8(let shown):
      "“\(shown)” is not UTF-8; type it again in a UTF-8 locale, or read a file of such a name with - < FILE"
    case .unknownVerb(let name, let nearest): "no verb “\(name)”\(guess(nearest)); `board help` lists them"
    case .unknownFlag(let flag, let verb, let nearest, let elsewhere):
      "no flag “\(flag)” for \(invocation(verb))\(guess(nearest))\(owners(flag, verb, elsewhere, nearest)); \(help(verb))"
    case .missingValue(let flag, let placeholder):
      "--\(flag) needs a value: --\(flag) \(placeholder) (one that begins with -- is written --\(flag)=…)"
    case .unexpectedValue(let flag, let value): "--\(flag) takes no value, so “\(value)” has no place"
    case .givenTwice(let flag): "\(flag) is given twice; say it once"
    case .badChoice(let what, let value, let allowed, let nearest):
      "“\(value)” is no \(what)\(guess(nearest)); it takes \(allowed.joined(separator: ", "))"
    case .badDate(let what, let value): "\(what): “\(value)” is no date; write it as 2019-05-16"
    case .badNumber(let what, let value, let expected): "\(what): “\(value)” will not do; it takes \(expected)"
    case .badName(let what, let value, let expected): "\(what): “\(value)” will not do; it takes \(expected)"
    case .missingOperand(let name, let verb): "\(name) is missing: \(usage(verb))"
    case .extraOperand(let word, let verb):
      "“\(word)” is one word too many: \(usage(verb)); put quotes around a text of several words"
    case .notAField(let word): "“\(word)” should be FIELD=VALUE; put quotes around a value of several words"
    case .fieldElsewhere(let name, let verb):
      "\(name) has a verb of its own: `board \(verb)` (see `board help \(verb)`)"
    case .unknownField(let name, let nearest, let allowed):
      "no field “\(name)”\(guess(nearest)); there are \(allowed.joined(separator: ", "))"
    case .missingFlag(let flag, let verb): "--\(flag) is missing: \(usage(verb))"
    case .conflict(let one, let other): "--\(one) and --\(other) exclude each other"
    case .needsAnswer(let verb, let flags):
      "\(invocation(verb)) asks before it changes the board, and there is nobody to ask: say \(flags)"
    case .missingText(let verb): "the text is missing: \(usage(verb))"
    case .notATerminal(let verb): "\(invocation(verb)) needs a terminal; `board list` works in a pipe"
    case .flagWithoutUse(let flag, let verb):
      "--\(flag) has no use with this form of \(invocation(verb)); \(help(verb))"
    }
  }

  private static func guess(_ nearest: [String]) -> String {
    Spelling.question(nearest)
  }

  private static func owners(_ flag: String, _ verb: String, _ elsewhere: [String], _ nearest: [String]) -> String {
    guard !elsewhere.isEmpty, nearest.isEmpty else { return "" }
    if verb.isEmpty { return " (it stands behind its verb: board \(elsewhere.joined(separator: ", "))…)" }
    return " (\(elsewhere.joined(separator: ", ")) \(elsewhere.count == 1 ? "has" : "have") it)"
  }

  private static func invocation(_ verb: String) -> String { verb.isEmpty ? "board" : "board \(verb)" }

  private static func help(_ verb: String) -> String { verb.isEmpty ? "see `board help`" : "see `board help \(verb)`" }

  private static func usage(_ verb: String) -> String {
    let forms = VerbTable.verb(named: verb)?.synopsis.map { "board \($0)" } ?? []
    return forms.joined(separator: "; or: ")
  }
}
