import Foundation
import TestSupport
import Testing

/// Syncs that are killed, and syncs that go on by themselves.
@Suite struct SyncStageTests {
  /// A `git` in front of the real one that kills who called it before a call of that number, or after it.
  ///
  /// Which call is in `$HOME/kill` as `5 before`; `$HOME/calls` counts them.
  static let killer = """
    #!/bin/sh
    n=$(($(cat "$HOME/calls" 2>/dev/null || echo 0) + 1))
    echo $n > "$HOME/calls"
    read at when < "$HOME/kill"
    if [ "$n $when" = "$at before" ]; then kill -9 $PPID; exit 1; fi
    PATH=${PATH#*:} git "$@"
    status=$?
    if [ "$n $when" = "$at after" ]; then kill -9 $PPID; fi
    exit $status
    """

  /// Two copies of a board, and a directory of programs that come first.
  private func copies() throws -> (BoardBinary, programs: String) {
    let binary = try SeveralMachinesTests().shared()
    try #require(try binary.run("--board", "b.board", "sync", "hub.git").status == 0)
    let programs = "\(binary.directory.path)/programs"
    try FileManager.default.createDirectory(atPath: programs, withIntermediateDirectories: true)
    return (binary, programs)
  }

  private func install(_ name: String, _ script: String, in programs: String) throws {
    try script.write(toFile: "\(programs)/\(name)", atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(programs)/\(name)")
  }

  private func path(_ binary: BoardBinary, _ programs: String) -> [String: String] {
    ["PATH": "\(programs):\(binary.environment["PATH"] ?? "")"]
  }

  @Test("kill -9 at every call of git in a sync: nothing is lost, the board is sound, and the next sync completes")
  func everyStage() throws {
    let (binary, programs) = try copies()
    defer { binary.clean() }
    try install("git", Self.killer, in: programs)
    let home = binary.directory.path
    var (call, stages, notes) = (1, 0, 0)
    var when = "before"
    while true {
      try #require(try binary.run("note", "R1", "here \(call)").status == 0)
      try #require(try binary.run("--board", "b.board", "note", "R1", "there \(call)").status == 0)
      try #require(try binary.run("--board", "b.board", "sync").status == 0)
      notes += 2
      try Data("0\n".utf8).write(to: URL(fileURLWithPath: "\(home)/calls"))
      try Data("\(call) \(when)\n".utf8).write(to: URL(fileURLWithPath: "\(home)/kill"))
      let killed = try binary.start(["sync"], environment: path(binary, programs)).finish()
      let isOver = killed.status == 0
      #expect(isOver || killed.status == 128 + SIGKILL, "call \(call): \(killed.errors)")
      #expect(try binary.run("check", "--strict").status == 0, "call \(call)")
      let next = try binary.run("sync")
      #expect(next.status == 0, "call \(call): \(next.errors)")
      if isOver, when == "after" { break }
      // After the last call there is one more moment to die.
      if isOver { (call, when) = (call - 1, "after") } else if when == "after" { break } else { call += 1 }
      stages += 1
    }
    #expect(stages > 8)
    try #require(try binary.run("--board", "b.board", "sync").status == 0)
    let several = SeveralMachinesTests()
    let all = try several.log(binary, binary.board)
    #expect(try several.log(binary, "b.board") == all && all.count == notes + 1)
  }

  /// An `ssh` that writes down how it was called and runs the command here.
  static let fakeSSH = """
    #!/bin/sh
    echo "$*" >> "$HOME/ssh.log"
    while [ "${1#-}" != "$1" ]; do shift 2; done
    shift
    exec sh -c "$*"
    """

  @Test("A remote over ssh is reached without a question asked; what ssh says is what is told")
  func ssh() throws {
    let (binary, programs) = try copies()
    defer { binary.clean() }
    try install("ssh", Self.fakeSSH, in: programs)
    let home = binary.directory.path
    let remote = "office.example:\(home)/hub.git"
    try #require(try binary.run("note", "R1", "over ssh").status == 0)
    let sync = try binary.start(["sync", remote], environment: path(binary, programs)).finish()
    #expect(sync.status == 0, "\(sync.errors)")
    let calls = try String(contentsOfFile: "\(home)/ssh.log", encoding: .utf8).split(separator: "\n")
    #expect(calls.count >= 2)
    for call in calls { #expect(call.contains("-o BatchMode=yes") && call.contains("office.example"), "\(call)") }
    try #require(try binary.run("--board", "b.board", "sync").status == 0)
    let several = SeveralMachinesTests()
    #expect(try several.log(binary, "b.board") == several.log(binary, binary.board))

    try install("ssh", "#!/bin/sh\necho 'office.example: Permission denied (publickey).' >&2\nexit 255\n", in: programs)
    let denied = try binary.start(["sync"], environment: path(binary, programs)).finish()
    #expect(denied.status == 74 && denied.errors.contains("Permission denied (publickey)"), "\(denied.errors)")
  }

  @Test("Without ssh its package is named, with exit status 69")
  func noSSH() throws {
    let (binary, programs) = try copies()
    defer { binary.clean() }
    for name in ["git", "sh"] {
      let real = try #require(["/usr/bin", "/bin", "/usr/local/bin"].first { access("\($0)/\(name)", X_OK) == 0 })
      try FileManager.default.createSymbolicLink(
        atPath: "\(programs)/\(name)", withDestinationPath: "\(real)/\(name)")
    }
    let result = try binary.start(["sync", "office.example:hub.git"], environment: ["PATH": programs]).finish()
    #expect(result.status == 69 && result.errors.contains("openssh-client"), "\(result.errors)")
  }

  static let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(
    "A remote whose disk is full is told as that; with room again, the next sync completes",
    .enabled(if: canMount, "only root may mount a small disk"))
  func full() throws {
    let (binary, _) = try copies()
    defer { binary.clean() }
    let script = """
      mkdir small; mount -t tmpfs -o size=1m none small; git init --quiet --bare small/hub.git
      B='\(BoardBinary.path)'
      "$B" sync small/hub.git --quiet
      head -c 60000 /dev/urandom | base64 -w 60000 | head -n 1 | "$B" note R1 - --quiet
      head -c 2000000 /dev/zero > small/ballast 2> /dev/null || true
      "$B" sync --json && exit 9
      "$B" check --strict --quiet
      rm small/ballast
      "$B" sync --json
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["unshare", "-m", "sh", "-ec", script]
    process.environment = binary.environment
    process.currentDirectoryURL = binary.directory
    let said = Pipe()
    (process.standardOutput, process.standardError) = (said, said)
    try process.run()
    let words = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(words)")
    #expect(words.contains("\"name\":\"full\"") && words.contains("\"sent\":1"), "\(words)")
  }
}

/// `board sync --every`.
@Suite struct SyncEveryTests {
  private func wait(seconds: Double = 60, until isReached: () throws -> Bool) rethrows {
    let end = Date().addingTimeInterval(seconds)
    while try !isReached(), Date() < end { usleep(100_000) }
  }

  @Test(
    "sync --every carries changes both ways, says a trouble once and its end once, and a signal ends it at once")
  func keepsOn() throws {
    let several = SeveralMachinesTests()
    let binary = try several.shared()
    defer { binary.clean() }
    try #require(try binary.run("--board", "b.board", "sync", "hub.git").status == 0)
    let running = try ["test.board", "b.board"].map {
      try binary.screen(["--board", $0, "sync", "--every", "1s"], columns: 200, rows: 40)
    }
    try #require(try binary.run("note", "R1", "on its way").status == 0)
    try wait { try several.log(binary, "b.board").count == 2 }

    let (hub, away) = ("\(binary.directory.path)/hub.git", "\(binary.directory.path)/away.git")
    try FileManager.default.moveItem(atPath: hub, toPath: away)
    usleep(4_000_000)
    try #require(try binary.run("note", "R1", "meanwhile").status == 0)
    try FileManager.default.moveItem(atPath: away, toPath: hub)
    try wait { try several.log(binary, "b.board").count == 3 }
    #expect(try several.log(binary, "b.board") == several.log(binary, binary.board))

    for (run, signal) in zip(running, [SIGTERM, SIGINT]) {
      run.settle(milliseconds: 300)
      let start = ContinuousClock.now
      run.signal(signal)
      #expect(run.waitForExit() == .signal(signal))
      #expect(ContinuousClock.now - start < .seconds(2))
      let said = String(decoding: run.received, as: UTF8.self)
      for words in ["does not answer", "in touch with"] {
        #expect(said.components(separatedBy: words).count == 2, "\(said)")
      }
    }
  }
}

/// Contested fields on the chair's screen.
@Suite struct SettleTests {
  @Test("A contested field is marked on the card and settled from the palette")
  func palette() throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let script = """
      git init --quiet --bare hub.git
      "$0" init "$BOARD_DIR" --name Test
      "$0" report add stalking-2019 --title Stalking --published 2019-04-10
      "$0" add stalking-2019 recommendation 1 --text 'Forces should record crimes.'
      "$0" sync hub.git; "$0" --board b.board sync hub.git
      "$0" assign R1 Hale; "$0" --board b.board assign R1 Moss
      "$0" sync; "$0" --board b.board sync; "$0" sync
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-ec", script, BoardBinary.path]
    process.environment = binary.environment
    process.currentDirectoryURL = binary.directory
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)

    let terminal = try binary.screen(columns: 120, rows: 40)
    try terminal.expect("contested: owner")
    terminal.send(":settle ")
    try terminal.expect("owner")
    terminal.send("\r")
    try terminal.expectGone("contested: owner")
    terminal.send(":settle\r")
    try terminal.expect("nothing is contested here")
    terminal.send("\u{1b}")
    terminal.settle(milliseconds: 200)
    try terminal.quit()
    let sync = try binary.run("sync", "--json").json
    #expect((sync?["contested"] as? [Any])?.isEmpty == true && sync?["sent"] as? Int == 1)
  }
}
