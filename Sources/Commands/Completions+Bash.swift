extension Completions {
  /// The script for bash.
  ///
  /// The line is taken apart at spaces only, because bash itself splits words at `:` and `=` too. Candidates are
  /// compared and quoted one by one: `compgen -W` would run what stands in them.
  static var bash: String {
    var script = """
      # Completions of board for bash.
      _board_live() {
        case $1 in

      """
    for words in LiveWords.allCases {
      script += "    \(words.rawValue)) \(words.pipeline("\"${_board_call[@]}\"")) ;;\n"
    }
    script += """
        esac
      }
      _board_offer() {
        local word
        while IFS= read -r word; do
          [[ -n $word && $word == "$_board_word"* ]] && COMPREPLY+=("$word")
        done
      }
      _board_fixed() { printf '%s\\n' "$@" | tr ' ' '\\n'; }
      _board() {
        local line=${COMP_LINE:0:COMP_POINT} verb= before= i last
        local -a words=() _board_call=("${COMP_WORDS[0]}")
        read -ra words <<< "$line"
        [[ $line == *[[:space:]] ]] && words+=("")
        last=$((${#words[@]} - 1))
        local _board_word=${words[last]} lead=
        before=${words[last-1]}
        COMPREPLY=()
        for ((i = 1; i < last; i++)); do
          case ${words[i]} in
            --board) _board_call+=(--board "${words[++i]}") ;;
            --board=*) _board_call+=("${words[i]}") ;;
            --today|--as|--color) ((i++)) ;;
            -*) ;;
            *) [[ -z $verb ]] && verb=${words[i]} ;;
          esac
        done
        if [[ $_board_word == --*=* ]]; then
          before=${_board_word%%=*} lead=${_board_word%%=*}= _board_word=${_board_word#*=}
        fi
        case $verb:$before in
          *:--board) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -d -- "$_board_word"); return ;;
          *:-o|*:--output) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$_board_word"); return ;;

      """
    // One name may take other words behind another verb: --format.
    for (verb, flag) in flags {
      let pattern = "    \(verb):--\(flag.name))"
      if !flag.allowed.isEmpty {
        script += "\(pattern) _board_offer < <(_board_fixed '\(flag.allowed.joined(separator: " "))') ;;\n"
      } else if let live = LiveWords(flag: flag) {
        let more = flag.name == "since" ? "; _board_offer <<< last-meeting" : ""
        script += "\(pattern) _board_offer < <(_board_live \(live.rawValue))\(more) ;;\n"
      }
    }
    script += "    *) case $verb in\n      '') _board_offer < <(_board_fixed '\(verbNames)') ;;\n"
    for verb in VerbTable.verbs {
      script += "      \(verb.name))\n        _board_offer < <(_board_fixed '\(fixedWords(of: verb))')\n"
      for live in LiveWords.of(verb) {
        script += "        [[ $_board_word == -* ]] || _board_offer < <(_board_live \(live.rawValue))\n"
      }
      if takesFiles(verb) {
        script += "        mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- \"$_board_word\")\n"
      }
      script += "        ;;\n"
    }
    script += """
          esac
          [[ $_board_word == -* ]] && _board_offer < <(_board_fixed '\(globalFlags)') ;;
        esac
        # What bash has split off already is not put in again; the rest is quoted as one word.
        [[ -n $lead && $COMP_WORDBREAKS != *=* ]] || lead=
        local split=
        [[ $COMP_WORDBREAKS == *:* && $_board_word == *:* ]] && split=${_board_word%:*}:
        for i in "${!COMPREPLY[@]}"; do
          last=${COMPREPLY[i]}
          printf -v last '%q' "${last#"$split"}"
          COMPREPLY[i]=$lead$last
        done
      }
      complete -F _board board

      """
    return script
  }
}
