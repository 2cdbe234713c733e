import Foundation
import TestSupport
import Testing

/// What this machine lets a test do.
enum Machine {
  static let isRoot = getuid() == 0
  /// Whether system calls can be made to fail or to signal (strace, and the right to trace).
  static let canInject = succeeds("strace -qq -o /dev/null -e trace=close -e inject=close:error=EINTR:when=1 true")
  /// Whether file systems can be mounted in a namespace of one's own.
  static let canMount = succeeds("unshare -rm mount -t tmpfs -o size=64k none /mnt")

  static func succeeds(_ script: String) -> Bool { (try? sh(script))?.status == 0 }

  /// Runs a script, with the environment of a board's test.
  static func sh(_ script: String, _ environment: [String: String] = [:]) throws -> (status: Int32, text: String) {
    let process = Process()
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("board-sh-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: output) }
    let handle = try FileHandle(forWritingTo: output)
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    let code =
      process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus
    return (code, String(decoding: try Data(contentsOf: output), as: UTF8.self))
  }
}

/// The protocol of appending, on the real binary: locks, signals, users, media, planted files.
@Suite struct ProtocolFaultTests {
  let binary: BoardBinary

  init() throws {
    binary = try BoardBinary()
    try #require(try binary.run("init", binary.board).status == 0)
    try #require(try binary.run("import", PaperTests.sample.path, "--yes").status == 0)
    // Others have to be able to reach the directory of the test.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: binary.directory.path)
  }

  /// Runs a script with `board` on the path as $BOARD, the board's directory as $B.
  func sh(_ script: String) throws -> (status: Int32, text: String) {
    try Machine.sh(
      script, binary.environment.merging(["BOARD": BoardBinary.path, "B": binary.board]) { $1 })
  }

  /// The notes of R1.
  func shows(_ text: String) throws -> Bool { try binary.run("show", "R1", "--json").output.contains(text) }

  /// Nothing lasting is wrong: the next command works within 5 seconds, and nothing is damaged.
  func expectWell(_ location: SourceLocation = #_sourceLocation) throws {
    let start = Date()
    #expect(try binary.run("note", "R2", "after").status == 0, sourceLocation: location)
    #expect(Date().timeIntervalSince(start) < 5, sourceLocation: location)
    #expect(try binary.run("check").status == 0, sourceLocation: location)
  }

  @Test(
    "A holder that was stopped (SIGSTOP) is waited for 5 seconds, then named with 75; continued, it saves",
    .enabled(if: Machine.canInject, "strace cannot inject here"))
  func stoppedHolder() throws {
    defer { binary.clean() }
    // The first write names the holder in the lock, the second is the line.
    let result = try sh(
      """
      strace -qq -o /dev/null -e trace=write -e inject=write:signal=SIGSTOP:when=2 "$BOARD" note R1 "from the holder" &
      holder=$!
      for i in $(seq 100); do
        pid=$(grep -o 'process [0-9]*' "$B/lock" | cut -d' ' -f2)
        case "$(cut -d' ' -f3 /proc/$pid/stat 2>/dev/null)" in T|t) break;; esac; sleep 0.05
      done
      start=$(date +%s%N); "$BOARD" note R1 "from the waiter"; echo "status $?, process $pid"
      echo "waited $(( ($(date +%s%N) - start) / 1000000 ))"
      kill -CONT $pid; wait $holder; echo "holder $?"
      """)
    #expect(result.text.contains("status 75"), "\(result.text)")
    let pid = result.text.components(separatedBy: "status 75, process ").last?.prefix { $0.isNumber } ?? ""
    #expect(result.text.contains("locked by") && result.text.contains("process \(pid), since"), "\(result.text)")
    let waited = Int(result.text.components(separatedBy: "waited ").last?.prefix { $0.isNumber } ?? "") ?? 0
    #expect((4900...6500).contains(waited), "\(result.text)")
    #expect(result.text.contains("holder 0"), "\(result.text)")
    #expect(try shows("from the holder") && !shows("from the waiter"))
    try expectWell()
  }

  @Test(
    "A signal that comes while the lock is held waits until it is let go, and the line is whole",
    .enabled(if: Machine.canInject && Machine.succeeds("perl -MPOSIX -e 1"), "strace cannot inject here, or no perl"),
    arguments: ["SIGTERM", "SIGINT", "SIGHUP"])
  func heldSignals(signal: String) throws {
    defer { binary.clean() }
    let trace = "\(binary.directory.path)/trace"
    let result = try sh(
      // Threads of the tests block signals, and their children would inherit that.
      """
      perl -MPOSIX -e 'sigprocmask(SIG_SETMASK, POSIX::SigSet->new); $SIG{$_} = "DEFAULT" for qw(INT TERM HUP); exec @ARGV' \
        strace -qq -o '\(trace)' -e trace=flock,write -e inject=write:signal=\(signal):when=2 "$BOARD" note R1 kept
      """)
    #expect(result.status > 128 || result.status == 130, "\(result)")
    let calls = try String(contentsOfFile: trace, encoding: .utf8)
    let written = try #require(calls.range(of: "{\\\"v\\\":1"), "\(calls)")
    #expect(calls[written.upperBound...].contains("LOCK_UN"), "\(calls)")
    #expect(try shows("kept"))
    try expectWell()
  }

  /// A call of an append that fails on the real system, and what the person is told.
  struct Failing: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let inject: String
    let status: Int32
    let isSaved: Bool
  }

  static let failing = [
    Failing(testDescription: "a full disk", inject: "write:error=ENOSPC:when=2", status: 74, isSaved: false),
    Failing(testDescription: "a broken disk", inject: "write:error=EIO:when=2", status: 74, isSaved: false),
    Failing(testDescription: "a sync that fails", inject: "fdatasync:error=EIO", status: 76, isSaved: true),
    Failing(testDescription: "an interrupted write", inject: "write:error=EINTR:when=2", status: 0, isSaved: true),
    Failing(testDescription: "an interrupted lock", inject: "flock:error=EINTR:when=1", status: 0, isSaved: true),
    Failing(testDescription: "an interrupted sync", inject: "fdatasync:error=EINTR:when=1", status: 0, isSaved: true),
    Failing(testDescription: "no lock to be had", inject: "flock:error=ENOLCK", status: 74, isSaved: false),
  ]

  @Test(
    "74 is nothing saved, 76 is written and not confirmed, and an interruption is neither",
    .enabled(if: Machine.canInject, "strace cannot inject here"), arguments: failing)
  func statuses(failing: Failing) throws {
    defer { binary.clean() }
    let result = try sh(
      "strace -qq -o /dev/null -e trace=write,flock,fdatasync -e inject=\(failing.inject) \"$BOARD\" note R1 tried")
    #expect(result.status == failing.status, "\(result.text)")
    if failing.status == 74 { #expect(result.text.contains("nothing is saved")) }
    #expect(try shows("tried") == failing.isSaved)
    try expectWell()
  }

  @Test("A limit on the size of files at any byte of a line is told with 74, and nothing of it is saved")
  func fileSizeLimit() throws {
    defer { binary.clean() }
    let result = try sh(
      """
      J=$(ls "$B"/journal/*.jsonl); size=$(stat -c %s "$J"); wrong=0
      for extra in \(FaultCount.isLong ? "$(seq 0 400)" : "0 1 2 57 150 255 400"); do
        limit=$((size + extra)); before=$(stat -c %s "$J")
        prlimit --fsize=$limit "$BOARD" note R1 "limited to so many bytes" >/dev/null 2>"$B/../err"; s=$?
        if [ $s = 0 ]; then size=$(stat -c %s "$J"); continue; fi
        [ $s = 74 ] && grep -q "nothing is saved" "$B/../err" && [ "$(stat -c %s "$J")" = "$before" ] || { wrong=1; echo "$extra: $s"; cat "$B/../err"; }
      done
      echo "wrong $wrong"
      """)
    #expect(result.text.contains("wrong 0"), "\(result.text)")
    try expectWell()
  }

  @Test(
    "Two users of one group share a board, whatever their umask",
    .enabled(if: Machine.isRoot, "only root can act as two users"))
  func twoUsers() throws {
    defer { binary.clean() }
    let result = try sh(
      """
      umask 022; export BOARD_DIR="$B/../shared.board"; mkdir "$BOARD_DIR"
      chown 4001:4242 "$BOARD_DIR"; chmod 2770 "$BOARD_DIR"
      as() { u=$1; shift; setpriv --reuid=$u --regid=$u --groups=4242 env HOME=/nonexistent "$BOARD" "$@"; }
      as 4001 init "$BOARD_DIR"; echo "init $?"
      as 4001 report add custody-2020 --title Custody; echo "first $?"
      as 4002 add custody-2020 rec 1 --text "By the second"; echo "second $?"
      as 4001 assign R1 "DI Ward"; echo "third $?"
      as 4002 edit board name=Shared; echo "fourth $?"
      as 4001 check --strict; echo "check $?"
      setpriv --reuid=4003 --regid=4003 --clear-groups env HOME=/nonexistent "$BOARD" list; echo "stranger $?"
      find "$BOARD_DIR" ! -group 4242; find "$BOARD_DIR" -type f ! -perm 660; find "$BOARD_DIR" -type d ! -perm 2770
      """)
    for step in ["init 0", "first 0", "second 0", "third 0", "fourth 0", "check 0", "stranger 77"] {
      #expect(result.text.contains(step), "\(step): \(result.text)")
    }
    #expect(!result.text.split(separator: "\n").contains { $0.hasPrefix("/") }, "\(result.text)")
  }

  @Test("Read-only media can be read; a change is refused with 77", .enabled(if: Machine.canMount, "no mounts here"))
  func readOnlyMedia() throws {
    defer { binary.clean() }
    let result = try sh(
      """
      unshare -rm bash -c 'mount --bind "$B" "$B" && mount -o remount,bind,ro "$B" && "$BOARD" list >/dev/null; echo "list $?"
      "$BOARD" note R1 "not to be saved"; echo "note $?"; "$BOARD" check; echo "check $?"'
      """)
    #expect(result.text.contains("list 0") && result.text.contains("check 0"), "\(result.text)")
    #expect(result.text.contains("note 77") && result.text.contains("reading only"), "\(result.text)")
    try expectWell()
  }

  @Test(
    "A full disk is met with 74 and left with all that was acknowledged",
    .enabled(if: Machine.canMount, "no mounts here"))
  func fullDisk() throws {
    defer { binary.clean() }
    let result = try sh(
      """
      unshare -rm bash -c 'M="$B/../m"; mkdir "$M"; mount -t tmpfs -o size=96k none "$M"; cp -a "$B" "$M/t.board"
      export BOARD_DIR="$M/t.board"; dd if=/dev/zero of="$M/filler" bs=1k count=24 2>/dev/null; ok=0; full=0
      for i in $(seq 60); do
        "$BOARD" note R1 "filled $i $(printf %0900d 0)" >/dev/null 2>&1; s=$?
        if [ $s = 0 ]; then ok=$((ok + 1)); elif [ $s = 74 ]; then full=$((full + 1)); else echo "status $s"; fi
      done
      [ $ok -gt 0 ] && [ $full -gt 0 ] && echo "met"; "$BOARD" list >/dev/null; echo "list $?"
      [ "$("$BOARD" show R1 --json | grep -o "filled [0-9]* " | sort -u | wc -l)" = $ok ] && echo "kept"
      rm "$M/filler"; "$BOARD" note R1 "room again" >/dev/null; echo "left $?"; "$BOARD" check; echo "check $?"'
      """)
    for word in ["met", "list 0", "kept", "left 0", "check 0"] {
      #expect(result.text.contains(word), "\(word): \(result.text)")
    }
    #expect(!result.text.contains("status"), "\(result.text)")
  }

  /// A file of the board, and what may be planted in its place.
  static let plants: [(file: String, plant: String)] = ["lock", "board.json", "journal/STREAM", ".local/REPLICA"]
    .flatMap { file in
      ["ln -s /etc/passwd", "mkfifo", "mknod -m 666 NAME c 1 3 #"].map { (file, $0) }
    }

  @Test("A link, a FIFO or a device in the place of a file is refused at once, and left alone", arguments: plants)
  func planted(file: String, plant: String) throws {
    defer { binary.clean() }
    let isDevice = plant.hasPrefix("mknod")
    if isDevice,
      !Machine.succeeds(
        "mknod /tmp/board-null-$$ c 1 3 && : > /tmp/board-null-$$; s=$?; rm -f /tmp/board-null-$$; exit $s")
    {
      return
    }
    let result = try sh(
      """
      cd "$B"; F=$(echo \(file)); F=${F/STREAM/$(ls journal)}; F=${F/REPLICA/$(ls .local | head -1)}; rm "$F"
      \(isDevice ? plant.replacingOccurrences(of: "NAME", with: "\"$F\"") : "\(plant) \"$F\"")
      timeout 4 "$BOARD" note R1 "not to be saved"; echo "note $?"; timeout 4 "$BOARD" list >/dev/null; echo "list $?"
      """)
    #expect(result.text.contains("note 77"), "\(result.text)")
    let isRead = file == "lock" || file.hasPrefix(".local")
    #expect(result.text.contains(isRead ? "list 0" : "list 77"), "\(result.text)")
  }
}
