/// docs/commands.md, written from the verb table.
package enum CommandsPage {
  /// The page as Markdown.
  package static var markdown: String {
    var page = """
      # Commands

      Written from the verb table (`Sources/Commands`); change it there. `board help VERB` says the same.

      ## Flags that work everywhere

      They may stand anywhere on the line. What `--json` answers is described in [json.md](json.md).


      """
    page += table(VerbTable.globalFlags.map { ("`\($0.usage)`", $0.meaning) })
    for group in VerbTable.groups {
      page += "\n## \(group.title)\n"
      for verb in group.verbs { page += section(verb) }
    }
    page += "\n## Settings\n"
    for note in SettingsTable.notes { page += "\n\(escaped(note))\n" }
    page +=
      "\n"
      + table(
        SettingsTable.rows.map { row in
          let name = row.name == SettingsTable.labelPrefix ? "label.ROLE" : row.name
          return ("`\(name)`", "\(row.meaning): \(row.allowed.map { "`\($0)`" }.joined(separator: ", "))")
        })
    page += "\n```text\n\(SettingsTable.example.joined(separator: "\n"))\n```\n"
    page += "\n## Exit status\n\n" + table(VerbTable.exits.map { (String($0.status), $0.meaning) })
    page += "\n## Environment\n\n" + table(VerbTable.environment.map { ("`\($0.name)`", $0.meaning) })
    return page
  }

  private static func section(_ verb: Verb) -> String {
    var text = "\n### `\(verb.invocation)`\n\n\(sentence(verb.summary))\n\n```text\n"
    for form in verb.synopsis { text += form.isEmpty ? "board\n" : "board \(form)\n" }
    text += "```\n"
    let rows =
      verb.operands.map { ("`\($0.name)`", meaning(of: $0)) }
      + verb.flags.map { ("`\($0.usage)`", meaning(of: $0)) }
    if !rows.isEmpty { text += "\n" + table(rows) }
    for note in verb.notes { text += "\n\(escaped(note))\n" }
    if !verb.examples.isEmpty {
      text += "\n```sh\n"
      for example in verb.examples { text += "\(example.line)  # \(example.meaning)\n" }
      text += "```\n"
    }
    if !verb.exits.isEmpty {
      text += "\nExit status: " + verb.exits.map { "\($0.status) \($0.meaning)" }.joined(separator: " · ") + "\n"
    }
    return text
  }

  private static func meaning(of operand: Verb.Operand) -> String {
    if case .oneOf(let words) = operand.kind, !words.isEmpty {
      return "\(operand.meaning): \(words.map { "`\($0)`" }.joined(separator: ", "))"
    }
    return operand.meaning
  }

  private static func meaning(of flag: Verb.Flag) -> String {
    flag.allowed.isEmpty
      ? flag.meaning : "\(flag.meaning): \(flag.allowed.map { "`\($0)`" }.joined(separator: ", "))"
  }

  private static func table(_ rows: [(String, String)]) -> String {
    var text = "| | |\n|---|---|\n"
    for (name, meaning) in rows {
      text += "| \(name.split(separator: "|").joined(separator: "\\|")) | \(escaped(meaning)) |\n"
    }
    return text
  }

  private static func sentence(_ summary: String) -> String {
    guard let first = summary.first else { return summary }
    return escaped(first.uppercased() + summary.dropFirst()) + "."
  }

  /// Characters that Markdown would take for itself.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "<|*".contains(character) { result += "\\" }
      result.append(character)
    }
  }
}
