import Foundation
import TestSupport
import Testing

extension BoardBinary {
  /// A board of the sample paper: five cards await the NPCC, two the force, one is complete; day 37 of 56.
  static func withSamplePaper() throws -> BoardBinary {
    let binary = try BoardBinary()
    try #require(try binary.run("init", binary.board).status == 0)
    try #require(try binary.run("import", PaperTests.sample.path, "--yes").status == 0)
    return binary
  }

  /// Starts the binary on a terminal of its own; without arguments that is the chair's screen of the test's board.
  func screen(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, environment extra: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    let own = ["TMPDIR": directory.path]
    try terminal.start(
      BoardBinary.path, arguments: arguments, environment: environment.merging(own) { $1 }.merging(extra) { $1 },
      directory: directory.path)
    return terminal
  }

  /// The throw-away boards that `board demo` has made and not removed.
  func demoBoards() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path)
      .filter { $0.hasPrefix("demo-") }.map { directory.appendingPathComponent($0).path }
  }
}

extension PseudoTerminal {
  static let escape = "\u{1b}"
  static let suspend = "\u{1a}"
  static let interrupt = "\u{3}"

  /// Reads until some row shows the text, and fails with a picture of the screen when it never does.
  func expect(
    _ text: String, seconds: Double = 15, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try #require(
      wait(for: text, seconds: seconds), "“\(text)” is not on the screen:\n\(screen.picture)",
      sourceLocation: sourceLocation)
  }

  /// Reads until no row shows the text any more.
  func expectGone(
    _ text: String, seconds: Double = 15, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try #require(
      wait(seconds: seconds) { !$0.contains(text) }, "“\(text)” is still on the screen:\n\(screen.picture)",
      sourceLocation: sourceLocation)
  }

  /// Types a key or words, and reads until the screen answers with the text.
  func type(
    _ keys: String, until text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    send(keys)
    try expect(text, sourceLocation: sourceLocation)
  }

  /// Presses Escape where the text is shown, which ends that view, and reads until the text is gone.
  ///
  /// Other keys wait until then: Escape and a key that arrive together are that key with Alt.
  func escape(from text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expect(text, sourceLocation: sourceLocation)
    send(Self.escape)
    try expectGone(text, sourceLocation: sourceLocation)
  }

  /// Leaves the screen with `q` and checks that the terminal is as a shell wants it.
  func quit(sourceLocation: SourceLocation = #_sourceLocation) throws {
    send("q")
    #expect(waitForExit() == .status(0), "\(screen.picture)", sourceLocation: sourceLocation)
    expectSane(sourceLocation: sourceLocation)
  }

  /// The terminal is in line mode, shows its main screen and its cursor, and sends neither mouse nor paste marks.
  func expectSane(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(isInLineMode, sourceLocation: sourceLocation)
    #expect(screen.modes.contains(25), "the cursor is hidden", sourceLocation: sourceLocation)
    for mode in [1, 1000, 1002, 1006, 1049, 2004] {
      #expect(!screen.modes.contains(mode), "mode \(mode) is still on", sourceLocation: sourceLocation)
    }
  }

  /// The row that holds the text, without what is blank at its end.
  func row(with text: String) -> String? {
    screen.lines.first { $0.contains(text) }.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  /// The numbers of every sequence sent that sets a look.
  var looksSent: [Int] {
    let text = String(decoding: received, as: UTF8.self)
    return text.matches(of: /\u{1b}\[([0-9;]*)m/).flatMap { $0.1.split(separator: ";").compactMap { Int($0) } }
  }
}
