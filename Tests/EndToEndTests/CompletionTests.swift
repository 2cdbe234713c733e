import Foundation
import TestSupport
import Testing

/// What the Tab key offers, by the shells themselves.
@Suite struct CompletionTests {
  /// The completions that bash has for a line, by the script that the program prints.
  private func offered(_ line: String, _ binary: BoardBinary, breaks: String? = nil) throws -> [String] {
    let script = binary.directory.appendingPathComponent("completion.bash")
    try Data(try binary.run("completions", "bash").output.utf8).write(to: script)
    let bin = binary.directory.appendingPathComponent("bin")
    if !FileManager.default.fileExists(atPath: bin.path) {
      try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: bin.appendingPathComponent("board").path, withDestinationPath: BoardBinary.path)
    }
    // As bash calls it: the line, the place of the cursor, and the words as it splits them itself.
    let code = """
      \(breaks.map { "COMP_WORDBREAKS='\($0)'" } ?? "")
      source "$1"
      COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=(board) COMP_CWORD=1
      _board board '' ''
      (( ${#COMPREPLY[@]} )) && printf '%s\\n' "${COMPREPLY[@]}"
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["--norc", "-c", code, "bash", script.path, line]
    process.currentDirectoryURL = binary.directory
    process.environment = binary.environment.merging(["PATH": "\(bin.path):/usr/bin:/bin"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return said.split(separator: "\n").map(String.init)
  }

  @Test(
    "bash offers verbs, flags, fixed words, and what the live board holds",
    arguments: [
      ("a verb", "board rep", ["reply", "report"]),
      ("a verb behind a global flag", "board --today 2019-05-16 verif", ["verify"]),
      ("a flag of the verb", "board move R1 --gr", ["--ground"]),
      ("a global flag", "board list --no-in", ["--no-input"]),
      ("the values of a flag", "board move R1 --ground s", ["superseded"]),
      ("the values of a flag behind =", "board move R1 --ground=s", ["superseded"]),
      ("one flag, other values behind another verb", "board paper x --format m", ["markdown"]),
      ("a reference", "board show stalking-2019/R1", ["stalking-2019/R1"]),
      ("a status", "board move stalking-2019/R1 aw", ["awaiting-npcc"]),
      ("a report's key", "board s55 cus", ["custody-2019"]),
      ("a report's key where items go as well", "board comment stalking-2019", ["stalking-2019"]),
      ("an owner, as one word", "board assign stalking-2019/R4 DCI", ["DCI\\ Hale"]),
      ("a term of a query", "board list over", ["overdue"]),
      ("a status in a query", "board list status:c", ["complete"]),
      ("a report in a query", "board list report:cus", ["custody-2019"]),
      ("a meeting", "board minutes 2019", ["2019-03-21"]),
      ("settings among the pages of help", "board help sett", ["settings", "settle"]),
      ("a shell", "board completions f", ["fish"]),
      ("nothing where nothing fits", "board show zebra", []),
    ] as [(String, String, [String])])
  func bash(name: String, line: String, expected: [String]) throws {
    let binary = try RichBoard.copy()
    defer { binary.clean() }
    let found = Set(try offered(line, binary))
    // Whole names that begin with the word are among what is found: R1 also begins R10.
    #expect(found.isSuperset(of: expected), "\(found)")
    if expected.isEmpty { #expect(found.isEmpty, "\(found)") }
  }

  @Test("Where bash does not split at colons, a whole term is put in")
  func wholeTerm() throws {
    let binary = try RichBoard.copy()
    defer { binary.clean() }
    #expect(try offered("board list status:c", binary, breaks: " ") == ["status:complete"])
  }

  @Test("What others wrote on the board is never run, whatever it says")
  func hostile() throws {
    let binary = try RichBoard.copy()
    defer { binary.clean() }
    let mark = binary.directory.appendingPathComponent("ran").path
    let owner = "$(touch \(mark));`touch \(mark)`"
    #expect(try binary.run("assign", "stalking-2019/R4", owner).status == 0)
    let found = try offered("board assign stalking-2019/R4 $", binary)
    #expect(found.count == 1)
    #expect(!FileManager.default.fileExists(atPath: mark))
    // Put on a command line as bash would put it, it is one word and nothing more.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["--norc", "-c", "set -- \(found.first ?? ""); [[ $# == 1 ]]"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test("Tab completes for the board that the line names")
  func otherBoard() throws {
    let binary = try RichBoard.copy()
    defer { binary.clean() }
    let other = binary.directory.appendingPathComponent("other.board").path
    try binary.run("init", other)
    try binary.run("report", "add", "zoo-2020", "--title", "Zoo", "--board", other)
    #expect(try offered("board --board \(other) s55 z", binary) == ["zoo-2020"])
  }

  static func shell(_ name: String) -> String? {
    ["/usr/bin/\(name)", "/bin/\(name)", "/usr/local/bin/\(name)"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  @Test("zsh can read its completions", .enabled(if: shell("zsh") != nil, "zsh is not installed"))
  func zsh() throws { try parses("zsh") }

  @Test("fish can read its completions", .enabled(if: shell("fish") != nil, "fish is not installed"))
  func fish() throws { try parses("fish") }

  private func parses(_ shell: String) throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let script = binary.directory.appendingPathComponent("completion")
    try Data(try binary.run("completions", shell).output.utf8).write(to: script)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.shell(shell)))
    process.arguments = ["-n", script.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
