import Foundation
import Glibc
import TestSupport
import Testing

/// Standard streams that are shut, full or gone, bytes that are no text, and a bare environment.
@Suite struct StreamTests {
  @Test(
    "A reader that goes away ends the program quietly, whether SIGPIPE is on or off",
    arguments: ["", "trap '' PIPE; "])
  func closedPipe(trap: String) throws {
    let binary = try board(notes: 300)
    defer { binary.clean() }
    let line = "\(trap){ board show R1; echo \"status $?\" >&2; } | head -1 > first"
    let (status, errors) = try shell(line, in: binary)
    #expect(status == 0)
    #expect(errors == "status 141\n" || errors == "status 74\n")
    #expect(trap.isEmpty || errors == "status 74\n")
    let first = try String(contentsOf: binary.directory.appendingPathComponent("first"), encoding: .utf8)
    #expect(first.split(separator: "\n").count == 1)
  }

  @Test(
    "Output that no device takes ends with 74, and a change says that it is saved",
    arguments: [
      ("a full device", "board list --json > /dev/full", 74, "No space left"),
      ("no standard output", "board list >&-", 74, "standard output"),
      ("a change into a full device", "board note R1 saved > /dev/full", 74, "the change is saved"),
      ("a change without standard output", "board note R1 saved >&-", 74, "the change is saved"),
      ("a change with both shut", "board note R1 saved >&- 2>&-", 74, ""),
      ("a quiet change into a full device", "board note R1 saved --quiet > /dev/full", 0, ""),
      ("no standard input", "board note R1 <&-", 74, "standard input"),
      ("no standard input that is needed", "board note R1 saved <&-", 0, ""),
      ("all three shut", "board note R1 saved <&- >&- 2>&-", 74, ""),
    ] as [(String, String, Int32, String)])
  func shut(name: String, line: String, status: Int32, says: String) throws {
    let binary = try board()
    defer { binary.clean() }
    let result = try shell(line, in: binary)
    #expect(result.status == status, "\(result.errors)")
    #expect(says.isEmpty || result.errors.contains(says), "\(result.errors)")
    // Nothing that was meant for a stream went into a file of the board.
    #expect(try binary.run("check", "--strict").status == 0)
    let isSaved = line.contains("saved")
    #expect(try binary.run("show", "R1").output.contains("saved") == isSaved)
  }

  @Test("Without HOME and XDG variables a board that is named works, and the message for none makes sense")
  func noHome() throws {
    let binary = try board()
    defer { binary.clean() }
    let (status, _) = try shell("env -i \"$PWD/.bin/board\" --board test.board list", in: binary)
    #expect(status == 0)
    let bare = try shell("cd /; env -i \"$OLDPWD/.bin/board\" list", in: binary)
    #expect(bare.status == 66)
    #expect(bare.errors.contains("board init"))
  }

  @Test(
    "An argument that is not UTF-8 is refused by what it shows, with the way out, and changes nothing",
    arguments: [
      ("a text", ["note", "R1"], [0x63, 0x61, 0x66, 0xE9]),
      ("a file", ["import"], [0x70, 0xFF, 0x2E, 0x74, 0x78, 0x74]), ("a verb", [], [0xFF]),
      ("an overlong form", ["note", "R1"], [0xC0, 0xAF]), ("half a pair", ["note", "R1"], [0xED, 0xA0, 0x80]),
    ] as [(String, [String], [UInt8])])
  func bytes(name: String, words: [String], last: [UInt8]) throws {
    let binary = try board()
    defer { binary.clean() }
    let before = try binary.run("log", "--porcelain").output
    let (status, errors) = try spawn(words.map { Array($0.utf8) } + [last], in: binary)
    #expect(status == 64)
    #expect(errors.contains("is not UTF-8"))
    #expect(errors.utf8.allSatisfy { $0 != 0xFF && $0 != 0xE9 })
    #expect(try binary.run("log", "--porcelain").output == before)
  }

  @Test("A file whose name is not UTF-8 is read through standard input, as the message says")
  func fileOfBytes() throws {
    let binary = try board()
    defer { binary.clean() }
    let copied = try shell(
      "cp \"$PAPER\" $'p\\xff.txt' && board import - --yes --report other-2019 < $'p\\xff.txt'", in: binary)
    #expect(copied.status == 0, "\(copied.errors)")
    let (_, errors) = try spawn([Array("import".utf8), [0x70, 0xFF]], in: binary)
    #expect(errors.contains("- < FILE"))
  }

  /// Runs a line of shell, where `board` is the binary; gives the status and standard error.
  private func shell(_ line: String, in binary: BoardBinary) throws -> (status: Int32, errors: String) {
    let bin = binary.directory.appendingPathComponent(".bin")
    if !FileManager.default.fileExists(atPath: bin.path) {
      try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: bin.appendingPathComponent("board").path, withDestinationPath: BoardBinary.path)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = binary.directory
    process.environment = binary.environment.merging(
      ["PATH": "\(bin.path):\(binary.environment["PATH"] ?? "")", "PAPER": PaperTests.sample.path]) { $1 }
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let errors = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, errors)
  }

  /// Starts the binary with arguments of any bytes, which `Process` cannot pass.
  private func spawn(_ arguments: [[UInt8]], in binary: BoardBinary) throws -> (status: Int32, errors: String) {
    let errors = binary.directory.appendingPathComponent("errors-\(UUID().uuidString)")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, errors.path, O_WRONLY | O_CREAT, 0o600)
    let words = [Array("board".utf8)] + arguments
    let argv = words.map { word in strdup(word.map(CChar.init(bitPattern:)) + [0]) }
    let envp = binary.environment.map { strdup("\($0.key)=\($0.value)") }
    defer { (argv + envp).forEach { free($0) } }
    var child: pid_t = 0
    try #require(posix_spawn(&child, BoardBinary.path, &actions, nil, argv + [nil], envp + [nil]) == 0)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return ((status >> 8) & 0xFF, String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  private func board(notes: Int = 0) throws -> BoardBinary {
    let binary = try BoardBinary()
    try #require(try binary.run("init", binary.board).status == 0)
    try #require(try binary.run("import", PaperTests.sample.path, "--yes").status == 0)
    // One change with long texts fills any pipe's buffer.
    if notes > 0 {
      for _ in 0..<2 { try binary.run("note", "R1", "-", input: String(repeating: "long words ", count: 5_500)) }
    }
    return binary
  }
}
