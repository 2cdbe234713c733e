/// Completion scripts, written from the verb table; references, keys, owners and more come from the board itself.
///
/// What a board holds is data that others wrote: no script hands it to a shell to be read again.
package enum Completions {
  /// The shells that have one.
  package enum Shell: String, CaseIterable, Sendable {
    case bash, zsh, fish
  }

  /// The script of a shell.
  package static func script(for shell: Shell) -> String {
    switch shell {
    case .bash: bash
    case .zsh: zsh
    case .fish: fish
    }
  }

  static var verbNames: String { VerbTable.verbs.map(\.name).joined(separator: " ") }
  static var globalFlags: String { VerbTable.globalFlags.map { "--\($0.name)" }.joined(separator: " ") }

  /// Every flag with the verb it belongs to; `*` for those that stand everywhere, which are last.
  static var flags: [(verb: String, flag: Verb.Flag)] {
    VerbTable.verbs.flatMap { verb in verb.flags.map { (verb: verb.name, flag: $0) } }
      + VerbTable.globalFlags.map { (verb: "*", flag: $0) }
  }

  /// The words that are always right behind a verb: operands of fixed words, and its flags.
  static func fixedWords(of verb: Verb) -> String {
    var words: [String] = []
    for operand in verb.operands {
      if case .oneOf(let fixed) = operand.kind { words += fixed }
    }
    if verb.name == "help" { words += VerbTable.verbs.map(\.name) }
    return (words + verb.flags.map { "--\($0.name)" }).joined(separator: " ")
  }

  /// Whether a verb is given files.
  static func takesFiles(_ verb: Verb) -> Bool {
    verb.operands.contains { if case .file = $0.kind { true } else { false } }
  }

  static func quoted(_ text: String) -> String {
    text.filter { $0 != "'" && $0 != ":" && $0 != "[" && $0 != "]" }
  }
}
