import BoardCLI
import Commands
import Testing

@Suite("Command lines")
struct ArgumentReaderTests {
  @Test(
    "a command line is taken apart",
    arguments: [
      ("no verb is the chair's screen", [], "", [], [:]),
      ("a verb and operands", ["show", "R1"], "show", ["R1"], [:]),
      (
        "a flag and its value", ["move", "R1", "complete", "--reason", "done"], "move", ["R1", "complete"],
        ["reason": "done"]
      ),
      ("a value behind =", ["move", "R1", "--reason=a=b", "complete"], "move", ["R1", "complete"], ["reason": "a=b"]),
      ("an empty value behind =", ["edit", "R1", "--dry-run"], "edit", ["R1"], ["dry-run": ""]),
      ("a value that begins with --", ["move", "R1", "--reason=--x"], "move", ["R1"], ["reason": "--x"]),
      ("all behind -- are operands", ["note", "--", "R1", "--private"], "note", ["R1", "--private"], [:]),
      ("- is an operand", ["import", "-"], "import", ["-"], [:]),
      ("a query excludes with a hyphen", ["list", "-overdue", "word"], "list", ["-overdue", "word"], [:]),
      ("the chair's own flag", ["--ascii"], "", [], ["ascii": ""]),
      ("a flag of both goes along", ["--ascii", "wall"], "wall", [], ["ascii": ""]),
    ] as [(String, [String], String, [String], [String: String])])
  func parts(name: String, line: [String], verb: String, operands: [String], flags: [String: String]) throws {
    let invocation = try ArgumentReader.read(line)
    #expect(invocation.verb.name == verb)
    #expect(invocation.operands == operands)
    #expect(invocation.flags == flags)
  }

  @Test("global flags stand anywhere", arguments: 0...2)
  func globals(place: Int) throws {
    var line = ["show", "R1"]
    line.insert(
      contentsOf: ["--json", "--as", "K. Ali", "--today=2019-05-16", "--board", "/b", "--color=never"], at: place)
    let invocation = try ArgumentReader.read(line)
    #expect(invocation.verb.name == "show")
    #expect(invocation.operands == ["R1"])
    #expect(invocation.globals.json)
    #expect(invocation.globals.actor == "K. Ali")
    #expect(invocation.globals.today == "2019-05-16")
    #expect(invocation.globals.board == "/b")
    #expect(invocation.globals.color == .never)
  }

  @Test(
    "a wrong command line says which word is wrong",
    arguments: [
      ("unknown verb", ["mvoe"], .unknownVerb("mvoe", nearest: ["move"])),
      ("half a verb", ["wit"], .unknownVerb("wit", nearest: ["withdraw"])),
      ("a verb unlike any", ["frobnicate"], .unknownVerb("frobnicate", nearest: [])),
      ("an empty verb", [""], .unknownVerb("", nearest: [])),
      ("unknown flag", ["list", "--jsno"], .unknownFlag("--jsno", verb: "list", nearest: ["--json"], elsewhere: [])),
      (
        "another verb's flag", ["log", "--ground"],
        .unknownFlag("--ground", verb: "log", nearest: [], elsewhere: ["move", "decide"])
      ),
      (
        "a verb's flag before the verb", ["--kiosk", "wall"],
        .unknownFlag("--kiosk", verb: "", nearest: [], elsewhere: ["wall"])
      ),
      ("a short flag", ["show", "-x"], .unknownFlag("-x", verb: "show", nearest: [], elsewhere: [])),
      ("a missing value", ["move", "R1", "--reason"], .missingValue(flag: "reason", placeholder: "WORDS")),
      (
        "a flag instead of a value", ["move", "--reason", "--dry-run"],
        .missingValue(flag: "reason", placeholder: "WORDS")
      ),
      ("a value too many", ["import", "--yes=1"], .unexpectedValue(flag: "yes", value: "1")),
      ("twice", ["move", "--reason=a", "--reason=b"], .givenTwice(flag: "reason")),
      (
        "a value not allowed", ["list", "--color=always!"],
        .badChoice(what: "--color", value: "always!", allowed: ["auto", "always", "never"], nearest: ["always"])
      ),
      (
        "a ground not allowed", ["move", "--ground", "dne"],
        .badChoice(
          what: "--ground", value: "dne", allowed: ["done", "no-action", "superseded"], nearest: ["done"])
      ),
      ("an empty board", ["--board="], .missingValue(flag: "board", placeholder: "DIR")),
    ] as [(String, [String], UsageError)])
  func refusals(name: String, line: [String], error: UsageError) {
    #expect(throws: error) { try ArgumentReader.read(line) }
  }

  @Test("an argument that is not UTF-8 is shown with a sign and refused")
  func notUTF8() {
    #expect(throws: UsageError.notUTF8(shown: "R\u{FFFD}1")) {
      try ArgumentReader.read([Array("show".utf8), [0x52, 0xFF, 0x31]])
    }
  }

  @Test("help is given however wrong the rest is", arguments: [["move", "--bogus", "--help"], ["-h", "move"]])
  func help(line: [String]) throws {
    let invocation = try ArgumentReader.read(line)
    #expect(invocation.globals.help)
    #expect(invocation.verb.name == "move")
  }

  @Test("behind -- even --help is an operand")
  func helpAsOperand() throws {
    #expect(try !ArgumentReader.read(["note", "R1", "--", "--help"]).globals.help)
  }
}
