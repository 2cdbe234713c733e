internal import Commands
internal import JSONText

/// Help from the verb table, on all verbs or on one.
enum Help {
  /// The version of the program.
  static func version(_ shell: Shell) {
    if shell.json {
      shell.console.raw(
        JSONOutput.object(kind: "version", asOf: shell.now, today: shell.today) {
          $0.member("version", ProgramVersion.current)
        })
    } else {
      shell.console.line("board \(ProgramVersion.current)")
    }
  }

  /// Everything in one page: the verbs by what they are for, the global flags.
  static func overview(_ shell: Shell) {
    let console = shell.console
    if shell.json { return json(VerbTable.verbs, shell) }
    console.page()
    console.hanging(
      [.strong("board")], " — recommendations of inspection reports, on a board of three statuses", indent: 2)
    for group in VerbTable.groups {
      console.line()
      console.line(.strong(group.title))
      for verb in group.verbs { pair(verb.invocation, verb.summary, console) }
    }
    console.line()
    console.line(.strong("Flags that work everywhere"))
    for flag in VerbTable.globalFlags { pair(flag.usage, flag.meaning, console) }
    console.line()
    console.paragraph(
      "Help on one verb: board help VERB. Your settings: board help settings. A first look: board demo.")
  }

  /// Everything about one verb.
  static func page(_ verb: Verb, _ shell: Shell) {
    let console = shell.console
    if shell.json { return json([verb], shell) }
    console.page()
    console.hanging([.strong(verb.invocation)], " — \(verb.summary)", indent: 2)
    console.line()
    for form in verb.synopsis { console.line("  board \(form)") }
    section("What stands behind it", verb.operands.map { ($0.name, meaning(of: $0)) }, console)
    section("Flags", verb.flags.map { ($0.usage, meaning(of: $0)) }, console)
    for note in verb.notes {
      console.line()
      console.paragraph(note)
    }
    section("Examples", [], console, always: !verb.examples.isEmpty)
    for example in verb.examples {
      console.line(Span("  \(example.line)"))
      console.line(.faint("      \(example.meaning)"))
    }
    section("Exit status", verb.exits.map { (String($0.status), $0.meaning) }, console)
  }

  /// What may stand in the settings file.
  static func settings(_ shell: Shell) {
    let console = shell.console
    if shell.json {
      shell.console.raw(
        JSONOutput.object(kind: "settings-help", asOf: shell.now, today: shell.today) { writer in
          writer.member("path", UserSettings.path(in: shell.world))
          writer.array("settings", of: SettingsTable.rows) { writer, row in
            writer.beginObject()
            writer.member("name", row.name)
            writer.member("allowed", row.allowed)
            writer.member("meaning", row.meaning)
            writer.endObject()
          }
        })
      return
    }
    console.page()
    console.hanging([.strong("Settings")], " — what you prefer, on every board", indent: 2)
    console.line()
    console.paragraph("Here: \(UserSettings.path(in: shell.world))")
    for note in SettingsTable.notes {
      console.line()
      console.paragraph(note)
    }
    let rows = SettingsTable.rows.map { row in
      let name = row.name == SettingsTable.labelPrefix ? "label.ROLE" : row.name
      return (name, "\(row.meaning) (\(row.allowed.joined(separator: ", ")))")
    }
    section("Settings there are", rows, console)
    console.line()
    console.line(.strong("An example"))
    for line in SettingsTable.example { console.line("  \(line)") }
  }

  private static func section(
    _ title: String, _ rows: [(String, String)], _ console: Console, always: Bool = false
  ) {
    guard always || !rows.isEmpty else { return }
    console.line()
    console.line(.strong(title))
    for (name, meaning) in rows { pair(name, meaning, console) }
  }

  private static func meaning(of operand: Verb.Operand) -> String {
    if case .oneOf(let words) = operand.kind, !words.isEmpty {
      return "\(operand.meaning): \(words.joined(separator: ", "))"
    }
    return operand.meaning
  }

  private static func meaning(of flag: Verb.Flag) -> String {
    flag.allowed.isEmpty ? flag.meaning : "\(flag.meaning) (\(flag.allowed.joined(separator: ", ")))"
  }

  /// A name and its meaning, the meaning on lines of its own where the name is too long.
  private static func pair(_ name: String, _ meaning: String, _ console: Console) {
    let width = min(20, max(8, (console.columns ?? 80) / 4))
    if console.width(name) > width {
      console.line("  \(name)")
      console.paragraph(meaning, indent: width + 4)
    } else {
      let lines = console.lines(meaning, indent: width + 4)
      console.line(Span("  \(console.fitted(name, to: width))  "), Span(lines.first ?? ""))
      for line in lines.dropFirst() { console.line(String(repeating: " ", count: width + 4) + line) }
    }
  }

  private static func json(_ verbs: [Verb], _ shell: Shell) {
    shell.console.raw(
      JSONOutput.object(kind: "help", asOf: shell.now, today: shell.today) { writer in
        writer.array("verbs", of: verbs) { writer, verb in
          writer.beginObject()
          writer.member("name", verb.name)
          writer.member("summary", verb.summary)
          writer.member("synopsis", verb.synopsis.map { "board \($0)" })
          writer.member("effect", verb.effect.rawValue)
          writer.member("flags", verb.flags.map(\.usage))
          writer.member("notes", verb.notes)
          writer.endObject()
        }
      })
  }
}
