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
    if invocation.has("dry-run") {
      try checkFree(path, shell)
      say(settings, path, shell, isDry: true)
      return .done
    }
    do throws(StoreError) {
      _ = try Store.create(at: path, settings: settings, seam: shell.world.system)
    } catch {
      throw .store(error)
    }
    say(settings, path, shell, isDry: false)
    return .done
  }

  /// Refuses what making the board would refuse: something is there already.
  private static func checkFree(_ path: String, _ shell: Shell) throws(Failure) {
    guard let found = try? shell.world.system.status(at: path) else { return }
    if found.kind == .directory, (try? shell.world.system.entries(of: path).isEmpty) == true { return }
    throw .store(.alreadyExists(path: path))
  }

  private static func say(_ settings: BoardSettings, _ path: String, _ shell: Shell, isDry: Bool) {
    let console = shell.console
    if shell.json {
      console.raw(
        JSONOutput.object(kind: "board", asOf: shell.now, today: shell.today) { writer in
          writer.member("board", path)
          writer.member("dryRun", isDry)
          JSONOutput.settings(settings, to: &writer)
        })
    } else if isDry {
      console.line("would make a board “\(settings.name)” at \(path)")
      console.line("Nothing was written (--dry-run).")
    } else if !shell.invocation.globals.quiet {
      console.line("Made the board “\(settings.name)” at \(path)")
      console.line("Read a first paper with: board --board \(path) import FILE")
    }
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
