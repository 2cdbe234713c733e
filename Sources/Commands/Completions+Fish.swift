extension Completions {
  /// The script for fish, which takes a line of output for a candidate and quotes it itself.
  static var fish: String {
    var script = """
      # Completions of board for fish.
      function __board_live
        set -l call board
        set -l line (commandline -opc)
        if set -l place (contains -i -- --board $line)
          set -a call --board $line[(math $place + 1)]
        end
        switch $argv[1]

      """
    for words in LiveWords.allCases {
      script += "    case \(words.rawValue)\n      \(words.pipeline("$call"))\n"
    }
    script += "  end\nend\ncomplete -c board -f\n"
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
      for live in LiveWords.of(verb) {
        script += "complete -c board \(condition) -a '(__board_live \(live.rawValue))'\n"
      }
      if takesFiles(verb) { script += "complete -c board \(condition) -F\n" }
    }
    return script
  }

  private static func fishFlag(_ flag: Verb.Flag) -> String {
    var value = flag.value == nil ? "" : " -r"
    if !flag.allowed.isEmpty { value = " -x -a '\(flag.allowed.joined(separator: " "))'" }
    if let live = LiveWords(flag: flag) { value = " -x -a '(__board_live \(live.rawValue))'" }
    if flag.name == "board" || flag.name == "output" { value = " -r -F" }
    let letter = flag.letter.map { " -s \($0)" } ?? ""
    return "-l \(flag.name)\(letter)\(value) -d '\(quoted(flag.meaning))'"
  }
}
