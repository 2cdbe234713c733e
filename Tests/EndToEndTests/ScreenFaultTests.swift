import Foundation
import TestSupport
import Testing

/// What the screen does when the disk, the editor or others come between.
@Suite struct ScreenFaultTests {
  @Test(
    "A save that the disk does not confirm makes the screen read-only, says so for good, and refuses every change",
    .enabled(if: WallQuietTests.canTrace, "strace is not installed or ptrace is not allowed here"))
  func notConfirmed() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let terminal = try PseudoTerminal(columns: 100, rows: 24)
    let syncs = "fdatasync,fsync"
    try terminal.start(
      WallQuietTests.tracer,
      arguments: [
        "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(syncs)", "-e", "inject=\(syncs):error=EIO", BoardBinary.path,
      ],
      environment: binary.environment)
    try terminal.expect("R1", seconds: 30)
    try terminal.type("H", until: "read-only:")
    try terminal.type("jo", until: "nothing can be changed:")
    try terminal.expect("read-only:")
    terminal.send("q")
    #expect(terminal.waitForExit(seconds: 30) == .status(0))
  }

  @Test(
    "Of a text that others changed while it was in the editor neither is lost: both are offered",
    arguments: [("k", "theirs and mine"), ("", "theirs, then both")])
  func changedMeanwhile(keys: String, name: String) throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let script = binary.directory.appendingPathComponent("editor").path
    // The second time the editor finds both texts, and is left as it is.
    let editor = """
      #!/bin/sh
      grep -q 'written meanwhile' "$1" && exit 0
      '\(BoardBinary.path)' comment R1 'Their words.' --as 'L. Moss' >/dev/null || exit 1
      printf 'My words.' >"$1"
      """
    try Data(editor.utf8).write(to: URL(fileURLWithPath: script))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    let terminal = try binary.screen(environment: ["EDITOR": script])
    try terminal.expect("R1")
    try terminal.type("E", until: "In the editor")
    try terminal.type("jj", until: "▶ body's comments")
    try terminal.type("\r", until: "Changed meanwhile")
    try terminal.expect("keep mine: My words.")
    try terminal.expect("keep theirs: Their words.")
    if keys.isEmpty {
      try terminal.type("\r", until: "u to undo")
      let shown = try binary.run("show", "R1").output
      #expect(shown.contains("Their words.") && shown.contains("My words."))
    } else {
      try terminal.type(keys, until: "▶ keep theirs")
      try terminal.type("\r", until: "yours is the draft")
      #expect(try binary.run("show", "R1").output.contains("Their words."))
      try terminal.type("e", until: "Edit ")
      try terminal.type(String(repeating: "j", count: 11), until: "▶ body's comments")
      try terminal.type("\r", until: "My words.")
      try terminal.escape(from: "Esc cancel")
    }
    try terminal.quit()
  }
}
