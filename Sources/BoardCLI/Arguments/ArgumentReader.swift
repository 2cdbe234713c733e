internal import BoardModel
internal import Commands
internal import InertText

/// Takes a command line apart by the verb table.
///
/// Global flags may stand anywhere; a verb's own flags stand behind it. `--flag value` and `--flag=value` are the same;
/// behind `--` everything is an operand. A flag's letter behind one hyphen stands for it. In verbs that take a query a word with one hyphen is an operand.
package struct ArgumentReader {
  private let words: [String]
  private var next = 0
  private var verb: Verb?
  private var flags: [String: String] = [:]
  private var operands: [String] = []
  private var globals = GlobalFlags()

  /// Reads arguments as the system gives them, without the program's own name.
  package static func read(_ arguments: [[UInt8]]) throws(UsageError) -> Invocation {
    var words: [String] = []
    for argument in arguments {
      guard let word = String(validating: argument, as: UTF8.self) else {
        throw .notUTF8(shown: visible(bytes: argument))
      }
      words.append(word)
    }
    return try read(words)
  }

  /// Reads arguments that are UTF-8.
  package static func read(_ words: [String]) throws(UsageError) -> Invocation {
    var reader = ArgumentReader(words: words)
    return try reader.invocation()
  }

  /// Whether `--json` stands on the line, for errors in the rest of it.
  package static func wantsJSON(_ arguments: [[UInt8]]) -> Bool {
    arguments.prefix { $0 != Array("--".utf8) }.contains(Array("--json".utf8))
  }

  private init(words: [String]) {
    self.words = words
  }

  private mutating func invocation() throws(UsageError) -> Invocation {
    if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) { return help() }
    while next < words.count {
      let word = words[next]
      next += 1
      if word == "--" {
        try takeOperands(words[next...])
        break
      } else if word.hasPrefix("--") {
        try takeFlag(word)
      } else if let flag = verb?.flags.first(where: { $0.letter.map { "-\($0)" } == word }) {
        try takeFlag("--\(flag.name)")
      } else if isShortFlag(word) {
        throw unknownFlag(word)
      } else {
        try takeOperand(word)
      }
    }
    return Invocation(verb: verb ?? VerbTable.chair, flags: flags, operands: operands, globals: globals)
  }

  /// Help is given however wrong the rest of the line may be.
  private func help() -> Invocation {
    var globals = GlobalFlags()
    globals.help = true
    globals.json = words.contains("--json")
    let verb = words.lazy.compactMap { $0.isEmpty ? nil : VerbTable.verb(named: $0) }.first
    return Invocation(verb: verb ?? VerbTable.chair, flags: [:], operands: [], globals: globals)
  }

  private func isShortFlag(_ word: String) -> Bool {
    guard word.hasPrefix("-"), word != "-", let verb else { return word.hasPrefix("-") && word != "-" }
    // A verb that changes what a query finds takes -TERM only when there is a query.
    let changesMatching = words.contains("--all-matching") && verb.flags.contains { $0.name == "all-matching" }
    return !verb.takesQuery && !changesMatching
  }

  private mutating func takeOperands(_ rest: ArraySlice<String>) throws(UsageError) {
    for word in rest { try takeOperand(word) }
  }

  private mutating func takeOperand(_ word: String) throws(UsageError) {
    guard verb == nil else {
      operands.append(word)
      return
    }
    guard !word.isEmpty, let found = VerbTable.verb(named: word) else {
      throw .unknownVerb(word, nearest: VerbTable.nearest(to: word))
    }
    verb = found
    for name in flags.keys where !found.flags.contains(where: { $0.name == name }) { throw unknownFlag("--\(name)") }
  }

  private mutating func takeFlag(_ word: String) throws(UsageError) {
    let body = word.dropFirst(2)
    let equals = body.firstIndex(of: "=")
    let name = String(equals.map { body[..<$0] } ?? body)
    let attached = equals.map { String(body[body.index(after: $0)...]) }
    if let flag = VerbTable.globalFlags.first(where: { $0.name == name }) {
      try setGlobal(flag, value(of: flag, attached: attached))
    } else if let flag = (verb ?? VerbTable.chair).flags.first(where: { $0.name == name }) {
      if flags[name] != nil { throw .givenTwice(flag: flag.name) }
      flags[name] = try value(of: flag, attached: attached)
    } else {
      throw unknownFlag("--\(name)")
    }
  }

  private mutating func value(of flag: Verb.Flag, attached: String?) throws(UsageError) -> String {
    guard let placeholder = flag.value else {
      if let attached { throw .unexpectedValue(flag: flag.name, value: attached) }
      return ""
    }
    var value = attached
    if value == nil, next < words.count, !words[next].hasPrefix("--") {
      value = words[next]
      next += 1
    }
    guard let value else { throw .missingValue(flag: flag.name, placeholder: placeholder) }
    if !flag.allowed.isEmpty, !flag.allowed.contains(value) {
      throw .badChoice(
        what: "--\(flag.name)", value: value, allowed: flag.allowed,
        nearest: Spelling.nearest(to: value, among: flag.allowed))
    }
    return value
  }

  private mutating func setGlobal(_ flag: Verb.Flag, _ value: String) throws(UsageError) {
    switch flag.name {
    case "board":
      if value.isEmpty { throw .missingValue(flag: "board", placeholder: "DIR") }
      globals.board = value
    case "today": globals.today = value
    case "as": globals.actor = value
    case "color": globals.color = GlobalFlags.Color(rawValue: value) ?? .auto
    case "json": globals.json = true
    case "quiet": globals.quiet = true
    case "no-input": globals.noInput = true
    case "help": globals.help = true
    default: globals.version = true
    }
  }

  private func unknownFlag(_ word: String) -> UsageError {
    let own = verb ?? VerbTable.chair
    let elsewhere = VerbTable.verbs.filter { verb in verb.flags.contains { "--\($0.name)" == word } }.map(\.name)
    // A flag that another verb has is no slip of the fingers.
    let name = String(word.drop { $0 == "-" })
    let known = elsewhere.isEmpty ? (own.flags + VerbTable.globalFlags).map(\.name) : []
    let nearest = Spelling.nearest(to: name, among: known).map { "--\($0)" }
    return .unknownFlag(word, verb: own.name, nearest: nearest, elsewhere: elsewhere)
  }
}
