internal import BoardModel
internal import JSONText

/// `board edit board FIELD=VALUE…`: the board's own names and counting rule; no change of the journal, not undoable.
enum SettingsEdit {
  private static let names = ["name", "body", "force", "countingRule", "responseDays"]

  static func run(_ words: ArraySlice<String>, _ session: Session, _ shell: Shell) throws(Failure) -> ExitStatus {
    for flag in shell.invocation.flags.keys.sorted() where flag != "dry-run" {
      throw .usage(.flagWithoutUse(flag: flag, verb: "edit board"))
    }
    if words.isEmpty { throw .usage(.missingOperand("FIELD=VALUE", verb: "edit")) }
    let old = session.board.settings
    var new = old
    for word in words {
      guard let equals = word.firstIndex(of: "=") else { throw .usage(.notAField(word)) }
      try set(String(word[..<equals]), to: String(word[word.index(after: equals)...]).trimmed, in: &new)
    }
    let lines = changes(from: old, to: new)
    let isDry = shell.invocation.has("dry-run")
    if new != old, !isDry { try session.save(new) }
    if shell.json {
      shell.answer("board", session) { writer in
        writer.member("dryRun", isDry)
        writer.member("board", session.path)
        JSONOutput.settings(new, to: &writer)
      }
    } else if !shell.invocation.globals.quiet {
      if lines.isEmpty { shell.console.line("Nothing to change: board — it is already so.") }
      for line in lines { shell.console.line(isDry ? "would change: board: \(line)" : "board: \(line)") }
      if !lines.isEmpty, !isDry {
        shell.console.line("Settings are no change of the journal: set them back with `board edit board`.")
      }
    }
    return .done
  }

  private static func set(_ name: String, to value: String, in settings: inout BoardSettings) throws(Failure) {
    switch name {
    case "name": settings.name = try Shell.checkedName(value, what: name)
    case "body": settings.body = value.isEmpty ? nil : try Shell.checkedName(value, what: name)
    case "force": settings.force = value.isEmpty ? nil : try Shell.checkedName(value, what: name)
    case "countingRule":
      let rule = try Invocation.choice(value, among: CountingRule.allCases.map(\.rawValue), what: name)
      settings.countingRule = CountingRule(rawValue: rule) ?? settings.countingRule
    case "responseDays": settings.responseDays = try InitVerb.days(value, what: name)
    default: throw .usage(.unknownField(name, nearest: Spelling.nearest(to: name, among: names), allowed: names))
    }
  }

  private static func changes(from old: BoardSettings, to new: BoardSettings) -> [String] {
    let values: [(String, String, String)] = [
      ("name", old.name, new.name), ("body", old.body ?? "none", new.body ?? "none"),
      ("force", old.force ?? "none", new.force ?? "none"),
      ("countingRule", old.countingRule.rawValue, new.countingRule.rawValue),
      ("responseDays", String(old.responseDays), String(new.responseDays)),
    ]
    return values.filter { $0.1 != $0.2 }.map { "\($0.0): \($0.1) → \($0.2)" }
  }
}

extension JSONOutput {
  /// Writes the board's settings.
  static func settings(_ settings: BoardSettings, to writer: inout JSONWriter) {
    writer.member("name", settings.name)
    writer.member("body", settings.body)
    writer.member("force", settings.force)
    writer.member("countingRule", settings.countingRule.rawValue)
    writer.member("responseDays", settings.responseDays)
  }
}
