import Commands
import Testing

@Suite("The verb table")
struct VerbTableTests {
  @Test("every verb has a name of its own, a summary in one line, a form and an example")
  func complete() {
    #expect(Set(VerbTable.verbs.map(\.name)).count == VerbTable.verbs.count)
    for verb in VerbTable.verbs + [VerbTable.chair] {
      #expect(!verb.summary.isEmpty && !verb.summary.hasSuffix(".") && !verb.summary.contains("\n"), "\(verb.name)")
      #expect(!verb.examples.isEmpty, "\(verb.name)")
      #expect(verb.synopsis.allSatisfy { $0 == verb.name || $0.hasPrefix("\(verb.name) ") }, "\(verb.name)")
      #expect(verb.examples.allSatisfy { $0.line.hasPrefix(verb.invocation) }, "\(verb.name)")
    }
  }

  @Test("every verb stands in one group of the help")
  func groups() {
    let grouped = VerbTable.groups.flatMap(\.verbs).map(\.name)
    #expect(grouped == [""] + VerbTable.verbs.map(\.name))
  }

  @Test("no flag of a verb has the name of a global one or stands twice")
  func flags() {
    let globals = Set(VerbTable.globalFlags.map(\.name))
    for verb in VerbTable.verbs {
      let names = verb.flags.map(\.name)
      #expect(globals.isDisjoint(with: names), "\(verb.name)")
      #expect(Set(names).count == names.count, "\(verb.name)")
    }
  }

  @Test("every verb that writes can be tried with --dry-run")
  func dryRun() {
    // An exchange with another machine changes no field: it brings and sends what was changed.
    for verb in VerbTable.verbs where verb.effect == .writes && verb.name != "sync" {
      #expect(verb.flags.contains { $0.name == "dry-run" }, "\(verb.name)")
    }
  }

  @Test("a form names only flags that the verb has")
  func synopsisFlags() {
    for verb in VerbTable.verbs {
      let known = Set((verb.flags + VerbTable.globalFlags).map { "--\($0.name)" })
      for word in verb.synopsis.joined(separator: " ").split(whereSeparator: { " []()|".contains($0) })
      where word.hasPrefix("--") {
        #expect(known.contains(String(word)), "\(verb.name): \(word)")
      }
    }
  }

  @Test("a verb is found by its name, and the empty name is the chair's screen")
  func lookup() {
    #expect(VerbTable.verb(named: "move")?.name == "move")
    #expect(VerbTable.verb(named: "")?.effect == .opensScreen)
    #expect(VerbTable.verb(named: "frobnicate") == nil)
  }

  @Test("exit statuses stand in order, each once")
  func exits() {
    let statuses = VerbTable.exits.map(\.status)
    #expect(statuses == Array(Set(statuses)).sorted())
  }
}
