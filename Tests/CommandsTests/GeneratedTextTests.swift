import Commands
import Foundation
import Testing

@Suite("Texts written from the verb table")
struct GeneratedTextTests {
  @Test(
    "the file in docs is what the table says; RECORD_GOLDEN=1 writes it",
    arguments: [("docs/commands.md", CommandsPage.markdown), ("docs/board.1", ManualPage.roff)])
  func fresh(path: String, text: String) throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("written anew: \(path)")
    }
    let found = try? String(contentsOf: file, encoding: .utf8)
    #expect(found == text, "\(path) is not what the table says; write it with RECORD_GOLDEN=1")
  }

  @Test("every verb stands in the page, the manual and the completions")
  func everyVerb() {
    for verb in VerbTable.verbs {
      #expect(CommandsPage.markdown.contains("### `board \(verb.name)`"), "\(verb.name)")
      #expect(ManualPage.roff.contains(".SS board \(verb.name)\n"), "\(verb.name)")
      for shell in Completions.Shell.allCases {
        #expect(Completions.script(for: shell).contains(verb.name), "\(shell) \(verb.name)")
      }
    }
  }

  @Test("every key of every view stands in the manual, with what it does", arguments: KeyView.allCases)
  func everyKey(view: KeyView) {
    let manual = ManualPage.roff
    for binding in KeyTable.bindings(of: view) {
      let keys = binding.keys.map { "\\fB\($0.replacing("-", with: "\\-"))\\fR" }.joined(separator: " ")
      #expect(manual.contains("\n\(keys)\n\(binding.words.replacing("-", with: "\\-"))\n"), "\(keys)")
    }
  }

  @Test("no line of the manual begins with a request that is none of ours")
  func requests() {
    let known: Set<Substring> = [".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".nf", ".fi"]
    for line in ManualPage.roff.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains(line.prefix { $0 != " " }), "\(line)")
    }
  }

  @Test("bash can read its completions")
  func bash() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-n", "-c", Completions.script(for: .bash)]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
