import Foundation
import TestSupport
import Testing

/// Every verb of the verb table, by the real binary: lines that work, in text and in JSON and tried dry, and lines
/// that are refused.
@Suite struct EveryVerbTests {
  /// A verb as the program's own table describes it.
  struct Described: Sendable {
    let name: String
    let effect: String
    let flags: [String]
  }

  /// The verb table, out of the program.
  static let table: [String: Described] = {
    let verbs = (try? BoardBinary().run("help", "--json").json?["verbs"]) as? [[String: Any]] ?? []
    let described = verbs.map { verb in
      Described(
        name: verb["name"] as? String ?? "", effect: verb["effect"] as? String ?? "",
        flags: verb["flags"] as? [String] ?? [])
    }
    return Dictionary(uniqueKeysWithValues: described.map { ($0.name, $0) })
  }()

  @Test("Every verb of the table has a row here, with lines that work and lines that are refused")
  func complete() {
    #expect(Self.table.count > 30)
    let rows = Dictionary(grouping: VerbRows.all, by: \.verb)
    #expect(Set(rows.keys) == Set(Self.table.keys))
    for (verb, rows) in rows {
      #expect(rows.count == 1, "\(verb)")
      #expect(rows.allSatisfy { !$0.bad.isEmpty }, "\(verb)")
      let effect = Self.table[verb]?.effect ?? ""
      // A screen needs a terminal, a sync another copy, a contested field two, and an erasure its reference typed: they have
      // tests of their own.
      if effect != "opensScreen", !["sync", "settle", "redact"].contains(verb) {
        #expect(rows.allSatisfy { !$0.good.isEmpty }, "\(verb)")
      }
    }
  }

  @Test(
    "A line that works says what it did, and in JSON is one object of schema version 1",
    arguments: VerbRows.all.map(\.verb))
  func good(verb: String) throws {
    for good in try row(verb).good {
      for isJSON in good.json ? [false, true] : [false] {
        let binary = try RichBoard.copy()
        defer { binary.clean() }
        for line in good.before { try #require(try binary.start(line).finish().status == 0) }
        let before = try binary.stored()
        let line = arguments(good.line, binary) + (isJSON ? ["--json"] : [])
        let result = try binary.start(line, input: good.input).finish()
        #expect(result.status == good.status, "\(line): \(result.errors)")
        #expect(result.errors.isEmpty, "\(line): \(result.errors)")
        #expect(!result.output.isEmpty, "\(line)")
        if isJSON {
          #expect(result.json?["schemaVersion"] as? Int == 1, "\(line)")
          #expect(result.json?["kind"] is String, "\(line)")
        }
        if !good.writes { #expect(try binary.stored() == before, "\(line) wrote") }
      }
    }
  }

  @Test("With --dry-run a change is shown and nothing is written", arguments: VerbRows.all.map(\.verb))
  func dry(verb: String) throws {
    for good in try row(verb).good where good.writes {
      let binary = try RichBoard.copy()
      defer { binary.clean() }
      for line in good.before { try #require(try binary.start(line).finish().status == 0) }
      let before = try binary.stored()
      let names = try FileManager.default.contentsOfDirectory(atPath: binary.directory.path)
      for extra in [["--dry-run"], ["--dry-run", "--json"]] {
        let line = arguments(good.line, binary) + extra
        let result = try binary.start(line, input: good.input).finish()
        #expect(result.status == 0, "\(line): \(result.errors)")
        #expect(!result.output.isEmpty && result.errors.isEmpty, "\(line): \(result.errors)")
        if extra.contains("--json") { #expect(result.json?["dryRun"] as? Bool == true, "\(line): \(result.output)") }
      }
      #expect(try binary.stored() == before, "\(good.line) wrote")
      #expect(try FileManager.default.contentsOfDirectory(atPath: binary.directory.path) == names, "\(good.line)")
    }
  }

  @Test(
    "A refused line names what is wrong on standard error, writes nothing, and in JSON is exactly one error object",
    arguments: VerbRows.all.map(\.verb))
  func bad(verb: String) throws {
    let binary = try RichBoard.copy()
    defer { binary.clean() }
    let before = try binary.stored()
    var rows = try row(verb).bad
    rows.append(.init(verb, "--frobnicate", status: 64, says: "--frobnicate"))
    let described = try #require(Self.table[verb])
    if described.effect != "needsNoBoard" {
      rows.append(.init(verb, "--today", "someday", status: 64, says: "someday"))
      rows.append(.init(verb, "--as", "", status: 64, says: "--as"))
    }
    for bad in rows {
      let line = arguments(bad.line, binary)
      let text = try binary.start(line, input: bad.input).finish()
      #expect(text.status == bad.status, "\(line): \(text.errors)")
      #expect(text.output.isEmpty, "\(line)")
      #expect(text.errors.hasPrefix("board: ") && text.errors.hasSuffix("\n"), "\(line)")
      for word in bad.says { #expect(text.errors.contains(word), "“\(word)” is not in: \(text.errors)") }
      let json = try binary.start(line + ["--json"], input: bad.input).finish()
      #expect(json.status == bad.status, "\(line) --json: \(json.errors)")
      #expect(json.output.isEmpty, "\(line) --json")
      let object = try JSONSerialization.jsonObject(with: Data(json.errors.utf8)) as? [String: Any]
      #expect(object?.keys.sorted() == ["error"], "\(line) --json: \(json.errors)")
      let error = object?["error"] as? [String: Any]
      #expect(error?["code"] as? Int == Int(bad.status), "\(line) --json")
      #expect((error?["message"] as? String)?.isEmpty == false && error?["name"] is String, "\(line) --json")
    }
    #expect(try binary.stored() == before, "\(verb) wrote")
  }

  @Test("--help explains the verb wherever it stands, and exits 0", arguments: VerbRows.all.map(\.verb))
  func help(verb: String) throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    let result = try binary.start([verb, "--frobnicate", "--help"]).finish()
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.hasPrefix("board \(verb) — "))
    #expect(result.output.contains("Examples"))
    #expect(try binary.start(["help", verb]).finish().output == result.output)
  }

  @Test("A verb that works on a board says how to make one where there is none", arguments: VerbRows.all.map(\.verb))
  func noBoard(verb: String) throws {
    let described = try #require(Self.table[verb])
    let isWithout =
      ["init", "sync"].contains(verb) || described.effect == "needsNoBoard" || described.effect == "opensScreen"
    guard !isWithout, let good = try row(verb).good.first(where: { $0.before.isEmpty }) else { return }
    let binary = try BoardBinary()
    defer { binary.clean() }
    let result = try binary.start(arguments(good.line, binary), input: good.input).finish()
    #expect(result.status == 66, "\(result.errors)")
    #expect(result.errors.contains("board init") && result.errors.contains("board demo"))
  }

  private func row(_ verb: String) throws -> VerbRow { try #require(VerbRows.all.first { $0.verb == verb }) }

  private func arguments(_ line: [String], _ binary: BoardBinary) -> [String] {
    line.map { $0.hasPrefix("@/") ? binary.directory.path + $0.dropFirst(1) : $0 }
  }
}
