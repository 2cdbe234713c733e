internal import BoardModel
internal import Commands
internal import SystemCalls

/// One run of one verb: the command line, the world, the streams, and who acts on which day.
final class Shell {
  let world: World
  let invocation: Invocation
  let console: Console
  /// The day that due dates and clocks count from.
  let today: CalendarDay
  /// Whether somebody set that day, rather than the calendar.
  let todayIsGiven: Bool
  /// Who acts, as they name themselves.
  let actor: String
  /// What the person prefers; the defaults where settings take no part.
  let settings: UserSettings
  /// The board that the verb opened; `nil` before.
  var session: Session?
  /// The file with what a person wrote in the editor; `nil` once its text is on the board.
  var draft: String?

  /// - Throws: ``UsageError`` for a day or a name that cannot be one.
  init(world: World, invocation: Invocation, console: Console) throws(Failure) {
    self.world = world
    self.invocation = invocation
    self.console = console
    let globals = invocation.globals
    settings = try Shell.usesSettings(invocation) ? UserSettings.read(in: world) : UserSettings()
    if let text = globals.today {
      today = try Invocation.day(text, what: "--today")
      todayIsGiven = true
    } else if let text = world.variable("BOARD_TODAY") {
      today = try Invocation.day(text, what: "BOARD_TODAY")
      todayIsGiven = true
    } else {
      today = world.localDay
      todayIsGiven = false
    }
    if let name = globals.actor {
      actor = try Shell.checkedName(name, what: "--as")
    } else if let name = world.variable("BOARD_ACTOR") {
      actor = try Shell.checkedName(name, what: "BOARD_ACTOR")
    } else {
      actor = world.system.loginName()
    }
  }

  /// Whether a command line looks at the person's settings: what is for scripts, and help, do not.
  private static func usesSettings(_ invocation: Invocation) -> Bool {
    if invocation.globals.help || invocation.globals.version || invocation.has("porcelain") { return false }
    return invocation.verb.effect != .needsNoBoard
  }

  /// A name of one line, without white space around it.
  static func checkedName(_ name: String, what: String) throws(Failure) -> String {
    let isOneLine = name.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isOneLine, name.utf8.count <= 200, name.contains(where: { !$0.isWhitespace }) else {
      throw .usage(.badName(what: what, value: name, expected: "a name of one line, 1 to 200 bytes"))
    }
    return name.trimmed
  }

  /// Whether the answer is JSON.
  var json: Bool { invocation.globals.json }

  /// Whether a person is there to be asked, and wants to be.
  var canAsk: Bool { !invocation.globals.noInput && !json && world.canAsk }

  /// The moment of this run, for `asOf`.
  var now: String { Timestamp.utc(milliseconds: world.system.now().nanoseconds / 1_000_000) }

  /// Where the board is.
  func boardPath() throws(Failure) -> String {
    try BoardLocator(world: world).path(named: invocation.globals.board)
  }
}

extension String {
  /// The text without white space around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
