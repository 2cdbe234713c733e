internal import Commands

/// `board help [VERB]` and `board completions SHELL`.
enum HelpVerbs {
  static func help(_ shell: Shell) throws(Failure) -> ExitStatus {
    try shell.invocation.expectAtMost(1)
    guard let name = shell.invocation.operands.first else {
      Help.overview(shell)
      return .done
    }
    if name == "settings" {
      Help.settings(shell)
      return .done
    }
    guard let verb = VerbTable.verb(named: name) else {
      throw .usage(.unknownVerb(name, nearest: VerbTable.nearest(to: name)))
    }
    Help.page(verb, shell)
    return .done
  }

  static func completions(_ shell: Shell) throws(Failure) -> ExitStatus {
    let word = try shell.invocation.operand(0, "SHELL")
    try shell.invocation.expectAtMost(1)
    let names = Completions.Shell.allCases.map(\.rawValue)
    let name = try Invocation.choice(word, among: names, what: "SHELL")
    guard let kind = Completions.Shell(rawValue: name) else { return .usage }
    shell.console.raw(Array(Completions.script(for: kind).utf8))
    return .done
  }
}
