/// Completion scripts, written from the verb table; references come from the board itself.
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

  /// What asks the board for its references.
  private static let references = "board list --porcelain 2>/dev/null | cut -f1"

  private static var verbNames: String { VerbTable.verbs.map(\.name).joined(separator: " ") }

  private static var bash: String {
    var script = """
      # Completions of board for bash.
      _board() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= i words=
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in -*) ;; *) verb=${COMP_WORDS[i]}; break ;; esac
        done
        case $verb:$before in
          *:--board) COMPREPLY=($(compgen -d -- "$word")); return ;;
          *:-o|*:--output) COMPREPLY=($(compgen -f -- "$word")); return ;;

      """
    // One name may take other words behind another verb: --format.
    let flags =
      VerbTable.globalFlags.map { (verb: "*", flag: $0) }
      + VerbTable.verbs.flatMap { verb in verb.flags.map { (verb: verb.name, flag: $0) } }
    for (verb, flag) in flags where !flag.allowed.isEmpty {
      script +=
        "    \(verb):--\(flag.name)) COMPREPLY=($(compgen -W '\(flag.allowed.joined(separator: " "))' -- \"$word\")); return ;;\n"
    }
    script += "  esac\n  case $verb in\n    '') words='\(verbNames)' ;;\n"
    for verb in VerbTable.verbs { script += "    \(verb.name)) words='\(fixedWords(of: verb))' ;;\n" }
    script += """
        esac
        case $word in
          -*) words=$words' \(VerbTable.globalFlags.map { "--\($0.name)" }.joined(separator: " "))' ;;
          *) case $verb in \(referenceVerbs.joined(separator: "|"))) words=$words' '$(\(references)) ;; esac ;;
        esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
        case $verb in import|init) COMPREPLY+=($(compgen -f -- "$word")) ;; esac
      }
      complete -F _board board

      """
    return script
  }

  private static var zsh: String {
    var script = """
      #compdef board
      # Completions of board for zsh.
      _board() {
        local verb= word
        for word in ${words[2,CURRENT-1]}; do
          [[ $word == -* ]] || { verb=$word; break }
        done
        case $verb in
          '')
            local -a verbs=(

      """
    for verb in VerbTable.verbs { script += "        '\(verb.name):\(quoted(verb.summary))'\n" }
    script += "      )\n      _describe verb verbs ;;\n"
    for verb in VerbTable.verbs {
      script += "    \(verb.name))\n      compadd -- \(fixedWords(of: verb))"
      if referenceVerbs.contains(verb.name) { script += "\n      compadd -- ${(f)\"$(\(references))\"}" }
      if verb.name == "import" || verb.name == "init" { script += "\n      _files" }
      script += " ;;\n"
    }
    script += """
        esac
        [[ $PREFIX == -* ]] && compadd -- \(VerbTable.globalFlags.map { "--\($0.name)" }.joined(separator: " "))
      }
      _board "$@"

      """
    return script
  }

  private static var fish: String {
    var script = "# Completions of board for fish.\ncomplete -c board -f\n"
    for flag in VerbTable.globalFlags { script += "complete -c board \(fishFlag(flag))\n" }
    for verb in VerbTable.verbs {
      script += "complete -c board -n __fish_use_subcommand -a \(verb.name) -d '\(quoted(verb.summary))'\n"
      let condition = "-n '__fish_seen_subcommand_from \(verb.name)'"
      for flag in verb.flags { script += "complete -c board \(condition) \(fishFlag(flag))\n" }
      for operand in verb.operands {
        if case .oneOf(let words) = operand.kind, !words.isEmpty {
          script += "complete -c board \(condition) -a '\(words.joined(separator: " "))'\n"
        }
      }
      if referenceVerbs.contains(verb.name) { script += "complete -c board \(condition) -a '(\(references))'\n" }
      if verb.name == "import" || verb.name == "init" { script += "complete -c board \(condition) -F\n" }
    }
    return script
  }

  private static func fishFlag(_ flag: Verb.Flag) -> String {
    let value =
      flag.value == nil ? "" : flag.allowed.isEmpty ? " -r" : " -x -a '\(flag.allowed.joined(separator: " "))'"
    return "-l \(flag.name)\(value) -d '\(quoted(flag.meaning))'"
  }

  /// The words that are always right behind a verb: its flags, and operands of fixed words.
  private static func fixedWords(of verb: Verb) -> String {
    var words: [String] = []
    for operand in verb.operands {
      if case .oneOf(let fixed) = operand.kind { words += fixed }
    }
    if verb.name == "help" { words += VerbTable.verbs.map(\.name) }
    return (words + verb.flags.map { "--\($0.name)" }).joined(separator: " ")
  }

  private static var referenceVerbs: [String] {
    VerbTable.verbs.filter { verb in
      verb.operands.contains { if case .reference = $0.kind { true } else { false } }
    }.map(\.name)
  }

  private static func quoted(_ text: String) -> String {
    text.filter { $0 != "'" && $0 != ":" }
  }
}
