internal import BoardModel
internal import BoardStore
internal import SystemCalls

/// `board init DIR`: a new, empty board.
enum InitVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    let path = try self.path(invocation)
    try invocation.expectAtMost(1)
    let settings = try settings(invocation, path: path)
    let isDry = invocation.has("dry-run")
    if isDry {
      if shell.json {
        answer(settings, path, isDry: true, shell)
        return .done
      }
      shell.console.line("would make a board “\(settings.name)” at \(path)")
      shell.console.line("Nothing was written (--dry-run).")
      return .done
    }
    do throws(StoreError) {
      _ = try Store.create(at: path, settings: settings, seam: shell.world.system)
    } catch {
      throw .store(error)
    }
    if shell.json {
      answer(settings, path, isDry: false, shell)
    } else if !invocation.globals.quiet {
      shell.console.line("Made the board “\(settings.name)” at \(path)")
      shell.console.line("Read a first paper with: board --board \(path) import FILE")
    }
    return .done
  }

  private static func answer(_ settings: BoardSettings, _ path: String, isDry: Bool, _ shell: Shell) {
    shell.console.raw(
      JSONOutput.object(kind: "board", asOf: shell.now, today: shell.today) { writer in
        writer.member("dryRun", isDry)
        writer.member("board", path)
        JSONOutput.settings(settings, to: &writer)
      })
  }

  /// The directory; `--board` names one as well as the operand does.
  private static func path(_ invocation: Invocation) throws(Failure) -> String {
    guard let path = invocation.operands.first ?? invocation.globals.board else {
      throw .usage(.missingOperand("DIR", verb: "init"))
    }
    guard !path.isEmpty else { throw .usage(.missingOperand("DIR", verb: "init")) }
    return path
  }

  private static func settings(_ invocation: Invocation, path: String) throws(Failure) -> BoardSettings {
    let last = path.split(separator: "/").last.map(String.init) ?? "board"
    let name = last.hasSuffix(".board") && last.count > 6 ? String(last.dropLast(6)) : last
    var settings = BoardSettings(name: try Shell.checkedName(invocation["name"] ?? name, what: "--name"))
    if let body = invocation["body"] { settings.body = try Shell.checkedName(body, what: "--body") }
    if let force = invocation["force"] { settings.force = try Shell.checkedName(force, what: "--force") }
    if let rule = invocation["counting-rule"].flatMap(CountingRule.init(rawValue:)) { settings.countingRule = rule }
    if let days = invocation["response-days"] { settings.responseDays = try self.days(days, what: "--response-days") }
    return settings
  }

  /// The length of the statutory period.
  static func days(_ text: String, what: String) throws(Failure) -> Int {
    guard let days = Int(text), (1...3650).contains(days) else {
      throw .usage(.badNumber(what: what, value: text, expected: "a number of days, 1 to 3650"))
    }
    return days
  }
}
