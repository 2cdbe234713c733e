extension Completions {
  /// The script for zsh; candidates go through `compadd`, which quotes them.
  static var zsh: String {
    var script = """
      #compdef board
      # Completions of board for zsh.
      _board_live() {
        local -a words
        case $1 in

      """
    for words in LiveWords.allCases {
      script += "    \(words.rawValue)) words=(${(f)\"$(\(words.pipeline("$_board_call")))\"}) ;;\n"
    }
    script += """
        esac
        (( $#words )) && compadd -a words
      }
      _board() {
        local verb= i
        local -a _board_call=(board)
        for (( i = 2; i < CURRENT; i++ )); do
          case $words[i] in
            --board) _board_call+=(--board $words[++i]) ;;
            --board=*) _board_call+=($words[i]) ;;
            --today|--as|--color) (( i++ )) ;;
            -*) ;;
            *) [[ -z $verb ]] && verb=$words[i] ;;
          esac
        done
        case $verb:$words[CURRENT-1] in
          *:--board) _files -/; return ;;
          *:-o|*:--output) _files; return ;;

      """
    for (verb, flag) in flags {
      let pattern = "    \(verb):--\(flag.name))"
      if !flag.allowed.isEmpty {
        script += "\(pattern) compadd -- \(flag.allowed.joined(separator: " ")); return ;;\n"
      } else if let live = LiveWords(flag: flag) {
        let more = flag.name == "since" ? "; compadd -- last-meeting" : ""
        script += "\(pattern) _board_live \(live.rawValue)\(more); return ;;\n"
      }
    }
    script += "  esac\n  case $verb in\n    '')\n      local -a verbs=(\n"
    for verb in VerbTable.verbs { script += "        '\(verb.name):\(quoted(verb.summary))'\n" }
    script += "      )\n      _describe verb verbs ;;\n"
    for verb in VerbTable.verbs {
      script += "    \(verb.name))\n      compadd -- \(fixedWords(of: verb))"
      for live in LiveWords.of(verb) { script += "\n      _board_live \(live.rawValue)" }
      if takesFiles(verb) { script += "\n      _files" }
      script += " ;;\n"
    }
    script += """
        esac
        [[ $PREFIX == -* ]] && compadd -- \(globalFlags)
      }
      _board "$@"

      """
    return script
  }
}
