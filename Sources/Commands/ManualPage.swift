/// The manual page board(1), written from the verb table and the key table.
package enum ManualPage {
  /// The page in the macros of man(7).
  package static var roff: String {
    var page = """
      .TH BOARD 1 "" "board \(ProgramVersion.current)" "User commands"
      .SH NAME
      board \\- recommendations of inspection reports, on a board of three statuses
      .SH SYNOPSIS
      .B board
      [\\fIVERB\\fR] [\\fIARGUMENTS\\fR] [\\fIFLAGS\\fR]
      .SH DESCRIPTION

      """
    page += line(
      "board keeps the recommendations of inspection reports on a kanban of three statuses: awaiting NPCC, force action, complete. Without a verb it opens the chair's screen; in a pipe it lists the cards."
    )
    page += ".SH FLAGS THAT WORK EVERYWHERE\n"
    for flag in VerbTable.globalFlags { page += entry(bold(flag.usage), flag.meaning) }
    for group in VerbTable.groups {
      page += ".SH \(group.title.uppercased())\n"
      for verb in group.verbs { page += section(verb) }
    }
    page += ".SH SETTINGS\n"
    for note in SettingsTable.notes { page += line(note) + ".PP\n" }
    for row in SettingsTable.rows {
      let name = row.name == SettingsTable.labelPrefix ? "label.ROLE = WORDS" : "\(row.name) = VALUE"
      page += entry(bold(name), "\(row.meaning) (\(row.allowed.joined(separator: ", ")))")
    }
    page += ".SH KEYS ON THE SCREENS\n" + line("C- is Control, S- is Shift.")
    for view in KeyView.allCases { page += section(view) }
    page += ".SH EXIT STATUS\n"
    for exit in VerbTable.exits { page += entry(bold(String(exit.status)), exit.meaning) }
    page += ".SH ENVIRONMENT\n"
    for variable in VerbTable.environment { page += entry(bold(variable.name), variable.meaning) }
    return page
  }

  private static func section(_ verb: Verb) -> String {
    var text = ".SS \(escaped(verb.invocation))\n" + line(verb.summary + ".")
    text += ".nf\n"
    for form in verb.synopsis { text += escaped(form.isEmpty ? "board" : "board \(form)") + "\n" }
    text += ".fi\n"
    for operand in verb.operands { text += entry("\\fI\(escaped(operand.name))\\fR", operand.meaning) }
    for flag in verb.flags {
      let allowed = flag.allowed.isEmpty ? "" : " (\(flag.allowed.joined(separator: ", ")))"
      text += entry(bold(flag.usage), flag.meaning + allowed)
    }
    for note in verb.notes { text += ".PP\n" + line(note) }
    for example in verb.examples { text += entry(escaped(example.line), example.meaning) }
    for exit in verb.exits { text += entry("Exit status \(exit.status)", exit.meaning) }
    return text
  }

  private static func section(_ view: KeyView) -> String {
    var text = ".SS \(escaped(view.title))\n"
    for binding in KeyTable.bindings(of: view) {
      text += entry(binding.keys.map(bold).joined(separator: " "), binding.words)
    }
    return text
  }

  private static func entry(_ name: String, _ meaning: String) -> String { ".TP\n\(name)\n" + line(meaning) }

  private static func bold(_ text: String) -> String { "\\fB\(escaped(text))\\fR" }

  /// One line of text; what begins with a dot or quote is no request.
  private static func line(_ text: String) -> String {
    let escaped = escaped(text)
    return (escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" : "") + escaped + "\n"
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "…": result += "..."
      default: result.append(character)
      }
    }
  }
}
