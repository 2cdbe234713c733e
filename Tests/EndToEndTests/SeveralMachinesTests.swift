import Foundation
import TestSupport
import Testing

/// Copies of one board on several machines: here directories, and one repository between them.
@Suite struct SeveralMachinesTests {
  /// A copy that was put into a hub beside it.
  func shared() throws -> BoardBinary {
    let binary = try BoardBinary()
    try git(binary, "init", "--quiet", "--bare", "hub.git")
    try #require(try binary.run("init", binary.board, "--name", "Test").status == 0)
    try #require(try binary.run("import", PaperTests.sample.path, "--yes").status == 0)
    let first = try binary.run("sync", "hub.git")
    try #require(first.status == 0, "\(first.errors)")
    return binary
  }

  func git(_ binary: BoardBinary, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + arguments
    process.currentDirectoryURL = binary.directory
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  func log(_ binary: BoardBinary, _ board: String) throws -> [String] {
    let json = try binary.run("--board", board, "log", "--json").json
    return (json?["changes"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
  }

  @Test("Every command of docs/several-machines.md does what the page says")
  func tutorial() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let page = try ExecutedPage("several-machines.md")
    try #require(page.count > 4)
    #expect(try page.differences(in: binary, environment: ["BOARD_ACTOR": ""]) == [])
    let (office, laptop) = (try log(binary, "office.board"), try log(binary, "laptop.board"))
    #expect(office == laptop && office.count == 6)
    let last = try binary.run("--board", "laptop.board", "sync", "--json").json
    #expect((last?["contested"] as? [Any])?.isEmpty == true)
  }

  @Test("A person's git settings, hooks, signing, proxies and variables neither break nor capture a sync")
  func hostileSettings() throws {
    let binary = try shared()
    defer { binary.clean() }
    let home = binary.directory.path
    let trap = "\(home)/trap"
    try "#!/bin/sh\ntouch \(home)/captured\nexit 1\n".write(toFile: trap, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: trap)
    try FileManager.default.createDirectory(atPath: "\(home)/hooks", withIntermediateDirectories: true)
    for hook in ["pre-push", "reference-transaction", "post-commit", "pre-commit"] {
      try FileManager.default.copyItem(atPath: trap, toPath: "\(home)/hooks/\(hook)")
    }
    try """
    [core]
      hooksPath = \(home)/hooks
      fsmonitor = \(trap)
      sshCommand = \(trap)
      pager = \(trap)
      autocrlf = true
    [commit]
      gpgSign = true
    [gpg]
      program = \(trap)
    [url "ext::\(trap) "]
      insteadOf = \(home)
    [http]
      proxy = http://127.0.0.1:1
    """.write(toFile: "\(home)/.gitconfig", atomically: true, encoding: .utf8)
    let variables = [
      "GIT_DIR": "/nowhere", "GIT_WORK_TREE": "/nowhere", "GIT_INDEX_FILE": "/nowhere/i", "GIT_SSH": trap,
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath", "GIT_CONFIG_VALUE_0": "\(home)/hooks",
      "GIT_OBJECT_DIRECTORY": "/nowhere/o", "GIT_ASKPASS": trap, "GIT_EXTERNAL_DIFF": trap, "GIT_TRACE": "1",
      "GIT_TEMPLATE_DIR": "\(home)/hooks", "all_proxy": "http://127.0.0.1:1",
    ]
    try #require(try binary.run("note", "R1", "more").status == 0)
    let result = try binary.start(["sync", "--json"], environment: variables).finish()
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.json?["sent"] as? Int == 1)
    let joined = try binary.start(["--board", "c.board", "sync", "hub.git"], environment: variables).finish()
    #expect(joined.status == 0, "\(joined.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(home)/captured"))
  }

  /// A remote that says no, and what comes of it.
  struct Trouble: CustomTestStringConvertible {
    let testDescription: String
    let script: String
    let status: Int32
    let word: String
  }

  static let troubles = [
    Trouble(testDescription: "gone", script: "mv hub.git away.git", status: 74, word: "unreachable"),
    Trouble(
      testDescription: "refusing",
      script: "printf '#!/bin/sh\\necho not today >&2\\nexit 1\\n' > hub.git/hooks/pre-receive",
      status: 74, word: "refused"),
    Trouble(
      testDescription: "full",
      script: "printf '#!/bin/sh\\necho No space left on device >&2\\nexit 1\\n' > hub.git/hooks/pre-receive",
      status: 74,
      word: "full"),
    Trouble(
      testDescription: "rewound", script: "git -C hub.git update-ref -d refs/heads/board", status: 1, word: "rewound"),
  ]

  @Test("A remote in trouble is a clear error; the board stays as it was", arguments: troubles)
  func trouble(trouble: Trouble) throws {
    let binary = try shared()
    defer { binary.clean() }
    try #require(try binary.run("note", "R1", "more").status == 0)
    let before = try log(binary, binary.board)
    let script = Process()
    script.executableURL = URL(fileURLWithPath: "/bin/sh")
    script.arguments = ["-ec", "\(trouble.script); chmod -f +x hub.git/hooks/pre-receive || true"]
    script.currentDirectoryURL = binary.directory
    try script.run()
    script.waitUntilExit()
    let result = try binary.run("sync", "--json")
    #expect(result.status == trouble.status, "\(result.errors)")
    #expect(result.errors.contains("\"name\":\"\(trouble.word)\""), "\(result.errors)")
    #expect(try log(binary, binary.board) == before)
  }

  @Test("Without git the package is named, with exit status 69")
  func noGit() throws {
    let binary = try shared()
    defer { binary.clean() }
    let result = try binary.start(["sync"], environment: ["PATH": binary.directory.path]).finish()
    #expect(result.status == 69 && result.errors.contains("Debian has it in git"), "\(result.errors)")
  }

  @Test("Five copies that sync at once all get through, and end with the same changes")
  func atOnce() throws {
    let binary = try shared()
    defer { binary.clean() }
    let boards = (1...5).map { "m\($0).board" }
    for board in boards {
      try #require(try binary.run("--board", board, "sync", "hub.git").status == 0)
      try #require(try binary.run("--board", board, "note", "R1", "from \(board)").status == 0)
    }
    let results = try boards.map { try binary.start(["--board", $0, "sync"]) }.map { try $0.finish() }
    for result in results { #expect([0, 75].contains(result.status), "\(result.errors)") }
    for board in boards + boards { try #require(try binary.run("--board", board, "sync").status == 0) }
    let logs = try boards.map { try log(binary, $0) }
    #expect(logs.allSatisfy { $0 == logs[0] && $0.count == 6 })
  }
}
