import BoardCLI
import Commands
import Foundation
import TestSupport
import Testing

@Suite("A person's own settings")
struct SettingsTests {
  private func officer(_ settings: String, at path: String = "/home/x/.config/board/settings") -> Officer {
    var officer = Officer.withBoard()
    officer.variables["HOME"] = "/home/x"
    officer.disk.putDirectory("/home/x/.config/board")
    officer.disk.put(path, Array(settings.utf8))
    return officer
  }

  private func screen(_ officer: Officer) -> FaceRequest? {
    var officer = officer
    officer.terminals = [0, 1, 2]
    if case .openFace(let request) = officer.board().outcome { return request }
    return nil
  }

  @Test("theme, density and mouse reach the screen; remarks and empty lines do nothing")
  func read() {
    let request = screen(officer("# mine\n\ntheme = light\n  density=projector\nmouse = on\r\n"))
    #expect(request?.settings.theme == "light")
    #expect(request?.settings.density == "projector")
    #expect(request?.settings.usesMouse == true)
  }

  @Test("without a file everything is as it comes; fitting is the density that fits")
  func none() {
    #expect(screen(Officer.withBoard())?.settings == UserSettings())
    #expect(screen(officer("density = fitting\nmouse = off\ntheme = default\n"))?.settings.density == nil)
  }

  @Test("the file is in $XDG_CONFIG_HOME, when that is an absolute path")
  func place() {
    var officer = officer("theme = mono\n")
    officer.disk.putDirectory("/cfg/board")
    officer.disk.put("/cfg/board/settings", Array("theme = light\n".utf8))
    officer.variables["XDG_CONFIG_HOME"] = "/cfg"
    #expect(screen(officer)?.settings.theme == "light")
    officer.variables["XDG_CONFIG_HOME"] = "cfg"
    #expect(screen(officer)?.settings.theme == "mono")
  }

  @Test(
    "a bad line ends with 78 and names file, line, value and what is allowed",
    arguments: [
      ("no setting", "theme\n", 1, ["theme", "name = value"]),
      ("unknown name", "\n# x\nthem = light\n", 3, ["them", "theme", "density"]),
      ("bad value", "theme = ligth\n", 1, ["ligth", "light", "default, light, colour-blind, mono"]),
      ("twice", "mouse = on\nmouse = off\n", 2, ["mouse", "line 1"]),
      ("a command", "theme = light\npager = sh -c evil\n", 2, ["pager", "no setting names a command", "$PAGER"]),
      ("an editor", "editor=vi\n", 1, ["editor", "$EDITOR"]),
      ("a label of no role", "label.answer = Our view\n", 1, ["answer", "response", "body-comments"]),
      ("a label without words", "label.response = \n", 1, ["label.response", "words"]),
    ] as [(String, String, Int, [String])])
  func bad(name: String, text: String, line: Int, says: [String]) {
    let answer = officer(text).board("list")
    #expect(answer.status == 78, "\(name)")
    #expect(answer.output.isEmpty)
    #expect(answer.errors.hasPrefix("board: /home/x/.config/board/settings, line \(line): "), "\(answer.errors)")
    for word in says { #expect(answer.errors.contains(word), "“\(word)” is not in: \(answer.errors)") }
    let json = officer(text).board("list", "--json")
    #expect(json.error["code"] as? Int == 78)
    #expect(json.error["name"] as? String == "bad-settings")
  }

  @Test("bytes that are not UTF-8 are shown inert, with their line")
  func notUTF8() {
    let officer = officer("")
    officer.disk.put("/home/x/.config/board/settings", Array("mouse = on\ntheme = ".utf8) + [0xFF, 0x1B, 0x0A])
    let answer = officer.board("list")
    #expect(answer.status == 78)
    #expect(answer.errors.contains("line 2"))
    #expect(!answer.errors.contains("\u{1B}"))
  }

  @Test("--porcelain, help, completions and --version do not look at the file")
  func ignored() {
    let officer = officer("nonsense\n")
    for line in [["list", "--porcelain"], ["help"], ["list", "--help"], ["completions", "bash"], ["--version"]] {
      #expect(officer.board(bytes: line.map { Array($0.utf8) }).status == 0, "\(line)")
    }
    #expect(officer.board("help", "settings").output.contains("/home/x/.config/board/settings"))
  }

  @Test("own labels read papers that the standard ones do not")
  func labels() {
    let paper = """
      Report on custody, published 10 April 2019.

      Recommendation 1: The force should improve.
      Where we stand: We have begun.

      """
    let officer = officer("label.response = Where we stand\n")
    let line = ["import", "-", "--dry-run", "--json"]
    let read = officer.board(bytes: line.map { Array($0.utf8) }, input: paper).list("items")
    #expect(read.first?["chiefOfficerComments"] as? String == "We have begun.")
    let plain = Officer.withBoard().board(bytes: line.map { Array($0.utf8) }, input: paper).list("items")
    #expect(plain.first?["chiefOfficerComments"] as? String != "We have begun.")
  }

  @Test("every role of a label that help names is one that can be read")
  func roles() throws {
    let row = try #require(SettingsTable.rows.first { $0.name == SettingsTable.labelPrefix })
    for role in row.allowed {
      #expect(officer("label.\(role) = Some words\n").board("list").status == 0, "\(role)")
    }
  }
}
