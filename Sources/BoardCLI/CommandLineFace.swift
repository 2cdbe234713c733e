package import BoardModel
package import BoardStore
internal import Commands
internal import SystemCalls

/// What is left to do after a command line was read: leave, or open a screen.
package enum Outcome: Hashable, Sendable {
  /// The verb is done; the process ends with this status.
  case exit(Int32)
  /// A screen is to be opened.
  case openFace(FaceRequest)
}

/// A screen to open, and what the command line said about it.
package struct FaceRequest: Hashable, Sendable {
  /// Which screen.
  package enum Face: Hashable, Sendable {
    /// The chair's, on the board in a directory; with a past, read-only, on the board as it then was.
    case chair(board: String, past: Past? = nil)
    /// The read-only display of the board in a directory.
    case wall(board: String, WallOptions)
    /// The chair's, on a throw-away copy of the sample board.
    case demo
  }

  /// A moment that a board is shown as of.
  package struct Past: Hashable, Sendable {
    /// The moment in words: a day, or a change.
    package let words: String
    /// The last change that counts; `nil` when none does.
    package let last: ChangeID?
  }

  /// What a wall was asked for.
  package struct WallOptions: Hashable, Sendable {
    /// How long a page stays, in seconds, 2 to 3600.
    package var pageSeconds: Int
    /// Whether private notes and officers' names are left out.
    package var isPublic: Bool
    /// Whether every key is ignored.
    package var isKiosk: Bool
  }

  /// Which screen.
  package let face: Face
  /// The day that somebody set; `nil` to follow the calendar (the demo then takes its own day).
  package let today: CalendarDay?
  /// Who acts, as they name themselves.
  package let actor: String
  /// The login name.
  package let login: String
  /// Whether only ASCII is drawn.
  package let ascii: Bool
  /// When colours are used.
  package let color: GlobalFlags.Color
  /// What the person prefers.
  package let settings: UserSettings
}

/// The shell's face: arguments in, answers out.
package enum CommandLineFace {
  /// Runs one command line to its end, or up to the screen that it asks for.
  ///
  /// - Parameter arguments: The bytes of the arguments without the program's name.
  /// - Returns: The exit status, after everything was written and every failed write reported; or a screen to open.
  package static func run(arguments: [[UInt8]], world: World) -> Outcome {
    var console = Console(world: world, color: .auto)
    var json = ArgumentReader.wantsJSON(arguments)
    var running: Shell?
    do throws(Failure) {
      let invocation = try read(arguments)
      json = invocation.globals.json
      console = Console(world: world, color: invocation.globals.color)
      let shell = try Shell(world: world, invocation: invocation, console: console)
      running = shell
      if let request = try FaceOpening.request(shell) { return .openFace(request) }
      let status = try Dispatch.run(shell)
      shell.removeDraft()
      try console.flush()
      for warning in shell.session?.warnings ?? [] { console.note("board: \(warning)") }
      shell.session?.tendSnapshot()
      return .exit(status.rawValue)
    } catch {
      let status = ErrorPrinter.print(error, json: json, console: console)
      if let draft = running?.draft { console.note("board: what you wrote is kept in \(draft)") }
      return .exit(status)
    }
  }

  private static func read(_ arguments: [[UInt8]]) throws(Failure) -> Invocation {
    do throws(UsageError) {
      return try ArgumentReader.read(arguments)
    } catch {
      throw .usage(error)
    }
  }

  /// Reports an error of the store that a screen met, on standard error, as a verb would.
  ///
  /// - Returns: The exit status.
  package static func report(_ error: StoreError, world: World) -> Int32 {
    ErrorPrinter.print(.store(error), json: false, console: Console(world: world, color: .never))
  }

  /// Reports on standard error why a screen cannot be shown.
  ///
  /// - Returns: The exit status, 69: the terminal is a thing that is needed and missing.
  package static func reportScreen(_ sentence: String, world: World) -> Int32 {
    Console(world: world, color: .never).note("board: \(sentence)")
    return ExitStatus.unavailable.rawValue
  }

  /// Writes a file for a screen, as the papers' verbs write theirs: whole or not at all, never into the board itself.
  ///
  /// - Parameter board: The board's directory.
  /// - Returns: Why it was not written, as a sentence; `nil` when it was.
  package static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool, beside board: String, world: World
  ) -> String? {
    do throws(SystemError) {
      try OutputFile.write(bytes, to: path, replacing: replacing, beside: board, world.system)
      return nil
    } catch {
      return ErrorPrinter.report(.system(error, doing: .writingFile(path))).message
    }
  }

  /// The sentence for an error of the store, for notices on a screen.
  package static func sentence(_ error: StoreError) -> String {
    ErrorPrinter.report(.store(error)).message
  }
}
