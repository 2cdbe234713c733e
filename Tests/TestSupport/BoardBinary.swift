package import Foundation

/// The real release binary, run as a user's shell would run it.
package struct BoardBinary: Sendable {
  /// What a run left behind.
  package struct Result: Sendable {
    /// The exit status; for a signal 128 plus its number.
    package let status: Int32
    /// Standard output as text.
    package let output: String
    /// Standard error as text.
    package let errors: String
    /// Standard output as JSON, `nil` when it is none.
    package var json: [String: Any]? {
      (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any]
    }
  }

  /// The project's root, found from this file.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The binary of the same build as the tests.
  package static let path = root.appendingPathComponent(".build/release/board").path

  /// A directory of its own for one test, with a board's place in it.
  package let directory: URL
  /// Where the board is.
  package var board: String { directory.appendingPathComponent("test.board").path }

  /// A runner with a new empty directory.
  package init() throws {
    directory = FileManager.default.temporaryDirectory.appendingPathComponent("board-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  /// Removes the directory with all that is in it.
  package func clean() {
    try? FileManager.default.removeItem(at: directory)
  }

  /// The environment of a run: nothing of the person who runs the tests, C.UTF-8, and the test's board.
  package var environment: [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": directory.path,
      "LC_ALL": "C.UTF-8", "TZ": "UTC", "BOARD_DIR": board, "BOARD_TODAY": "2019-05-16", "BOARD_ACTOR": "K. Ali",
      "TERM": "xterm-256color",
    ]
  }

  /// Starts the binary without waiting for it.
  package func start(_ arguments: [String], input: String = "", environment extra: [String: String] = [:]) throws
    -> Running
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BoardBinary.path)
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = environment.merging(extra) { $1 }
    return try Running(process, input: input)
  }

  /// Runs the binary to its end.
  @discardableResult
  package func run(_ arguments: String..., input: String = "", environment extra: [String: String] = [:]) throws
    -> Result
  {
    try start(arguments, input: input, environment: extra).finish()
  }

  /// Runs the binary as a user who is neither root nor the owner of the board; a person who is not root stays themselves.
  package func asAnother(_ arguments: String...) throws -> Result {
    guard getuid() == 0 else { return try start(arguments).finish() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
    process.arguments = ["--reuid=65534", "--regid=65534", "--clear-groups", BoardBinary.path] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    process.environment = environment
    return try Running(process, input: "").finish()
  }

  /// A process under way; its output goes to files, so that no pipe can fill up.
  package final class Running {
    private let process: Process
    private let output: URL
    private let errors: URL

    init(_ process: Process, input: String) throws {
      self.process = process
      let base = FileManager.default.temporaryDirectory.appendingPathComponent("board-run-\(UUID().uuidString)")
      output = base.appendingPathExtension("out")
      errors = base.appendingPathExtension("err")
      let given = base.appendingPathExtension("in")
      try Data(input.utf8).write(to: given)
      try Data().write(to: output)
      try Data().write(to: errors)
      process.standardInput = try FileHandle(forReadingFrom: given)
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      try FileManager.default.removeItem(at: given)
    }

    /// Kills it as `kill -9` does.
    package func kill() {
      Foundation.kill(process.processIdentifier, SIGKILL)
    }

    /// Sends it a signal.
    package func signal(_ number: Int32) {
      Foundation.kill(process.processIdentifier, number)
    }

    /// Waits for its end.
    package func finish() throws -> Result {
      process.waitUntilExit()
      let code =
        process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
      defer {
        try? FileManager.default.removeItem(at: output)
        try? FileManager.default.removeItem(at: errors)
      }
      return Result(
        status: code, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
        errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
  }
}
