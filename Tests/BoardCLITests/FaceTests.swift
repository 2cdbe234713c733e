import BoardCLI
import BoardModel
import Commands
import Foundation
import SystemCalls
import TestSupport
import Testing

@Suite("Which board, which screen, and what goes wrong")
struct FaceTests {
  private func screen(_ officer: Officer, _ line: String...) -> FaceRequest? {
    var officer = officer
    officer.terminals = [0, 1, 2]
    if case .openFace(let request) = officer.board(bytes: line.map { Array($0.utf8) }).outcome { return request }
    return nil
  }

  @Test("board alone opens the chair's screen on a terminal, and lists elsewhere")
  func chair() {
    let officer = Officer.withBoard()
    let request = screen(officer, "--ascii")
    #expect(request?.face == .chair(board: "/t.board"))
    #expect(request?.today == CalendarDay("2019-05-16"))
    #expect(request?.actor == "K. Ali")
    #expect(request?.login == "alex")
    #expect(request?.ascii == true)
    #expect(officer.board().output == officer.board("list").output)
    #expect(screen(officer, "--json") == nil)
  }

  @Test("a screen follows the calendar unless a day was set")
  func calendar() {
    var officer = Officer.withBoard()
    officer.variables["BOARD_TODAY"] = nil
    #expect(screen(officer)?.today == nil)
    #expect(screen(officer, "--today=2019-06-01")?.today == CalendarDay("2019-06-01"))
  }

  @Test("wall and demo carry their flags, and need a terminal")
  func wall() {
    let officer = Officer.withBoard()
    let request = screen(officer, "wall", "--page-seconds", "30", "--public", "--kiosk", "--ascii")
    guard case .wall(let board, let options)? = request?.face else { Issue.record("no wall"); return }
    #expect(board == "/t.board")
    #expect(options.pageSeconds == 30 && options.isPublic && options.isKiosk)
    #expect(request?.ascii == true)
    #expect(screen(officer, "demo")?.face == .demo)
    #expect(screen(Officer(), "demo")?.face == .demo)
    for verb in ["wall", "demo"] { #expect(officer.board(verb).status == 64) }
    #expect(officer.board("wall", "--page-seconds", "0").status == 64)
  }

  @Test("a board is found by --board, BOARD_DIR, upwards from here, and by default, in this order")
  func locator() {
    var officer = Officer()
    officer.variables = ["BOARD_TODAY": "2019-05-16", "HOME": "/home/alex"]
    officer.disk.putDirectory("/work/a/b")
    officer.disk.putDirectory("/home/alex/.local/share/board")
    officer.directory = "/work/a/b"
    let none = officer.board("list")
    #expect(none.status == 66)
    #expect(none.errors.contains("board init") && none.errors.contains("board demo"))
    func name(_ line: String...) -> String? {
      officer.board(bytes: (["check", "--json"] + line).map { Array($0.utf8) }).json["board"] as? String
    }
    officer.board("init", "/home/alex/.local/share/board/default.board")
    #expect(name() == "/home/alex/.local/share/board/default.board")
    officer.board("init", "/work/near.board")
    #expect(name() == "/work/near.board")
    officer.directory = "/work/near.board"
    #expect(name() == "/work/near.board")
    officer.board("init", "/other")
    officer.variables["BOARD_DIR"] = "/other"
    #expect(name() == "/other")
    #expect(name("--board", "/work/near.board") == "/work/near.board")
    #expect(officer.board("list", "--board", "/nowhere").status == 66)
    officer.variables["BOARD_DIR"] = nil
    officer.directory = "/work/a"
    officer.board("init", "/work/second.board")
    #expect(officer.board("list").errors.contains("near.board, second.board"))
  }

  @Test("init makes a board once, with the names it was given")
  func initialise() {
    let officer = Officer()
    #expect(officer.board("init").status == 64)
    #expect(officer.board("init", "/t.board", "--dry-run").status == 0)
    #expect(officer.board("check").status == 66)
    let answer = officer.board("init", "/t.board", "--body", "The PCC", "--response-days", "60", "--json")
    #expect(answer.json["name"] as? String == "t")
    #expect(answer.json["body"] as? String == "The PCC")
    #expect(answer.json["responseDays"] as? Int == 60)
    #expect(officer.board("init", "/t.board").status == 73)
    #expect(officer.board("init", "/missing/t.board").status == 73)
    #expect(officer.board("init", "/u.board", "--response-days", "many").status == 64)
    #expect(officer.board("list", "--board", "/missing").status == 66)
  }

  @Test("a failed write to standard output is 74, and says when the change is on disk all the same")
  func outputFails() {
    var officer = Officer.withBoard()
    let before = officer.changeCount
    officer.outputFails = .noSpace
    let list = officer.board("list")
    #expect(list.status == 74)
    #expect(list.errors.contains("standard output could not be written"))
    let move = officer.board("move", "R1", "awaiting-npcc")
    #expect(move.status == 74)
    #expect(move.errors.contains("the change is saved"))
    officer.outputFails = .brokenPipe
    let pipe = officer.board("list")
    #expect(pipe.status == 74 && pipe.errors.isEmpty)
    officer.outputFails = nil
    #expect(officer.changeCount == before + 1)
  }

  @Test("a store that cannot be written says so with its own status")
  func storeFails() {
    let officer = Officer.withBoard()
    officer.disk.state.withLock { $0.room = 0 }
    let answer = officer.board("move", "R1", "awaiting-npcc", "--json")
    #expect(answer.status == 74)
    #expect(answer.error["name"] as? String == "nothing-saved")
    officer.disk.state.withLock { $0.room = nil }
    #expect(officer.item("R1")["status"] as? String == "force-action")
    officer.disk.remove("/t.board/board.json")
    #expect(officer.board("list").status == 66)
  }

  @Test("every verb of the table runs and has a page of help", arguments: VerbTable.verbs.map(\.name))
  func everyVerb(name: String) {
    let officer = Officer.withBoard()
    let verb = VerbTable.verb(named: name)
    let help = officer.board("help", name)
    #expect(help.status == 0)
    #expect(help.output.contains("board \(verb?.synopsis.first ?? "?")"))
    #expect(officer.board(name, "--help").output == help.output)
    let answer = officer.board(name, "--json")
    #expect(answer.status != 70)
    #expect(!answer.errors.contains("unknown-verb"))
    #expect(answer.error["code"] == nil || answer.output.isEmpty)
  }

  @Test("help and version need no board")
  func help() {
    let officer = Officer()
    #expect(officer.board("help").output.contains("board withdraw"))
    #expect(officer.board("--help").output == officer.board("help").output)
    #expect(officer.board("--version").output == "board \(ProgramVersion.current)\n")
    #expect(officer.board("help", "mvoe").errors.contains("did you mean move?"))
    #expect(officer.board("help", "--json").list("verbs").count == VerbTable.verbs.count)
    #expect(officer.board("completions", "fish").output.hasPrefix("# Completions of board for fish."))
    #expect(officer.board("completions", "tcsh").status == 64)
  }

  @Test("a bad day is a usage error wherever it stands", arguments: ["16.5.2019", "2019-02-29", "", "2019-5-16"])
  func badDay(text: String) {
    var officer = Officer.withBoard()
    #expect(officer.board("list", "--today=\(text)").status == 64)
    officer.variables["BOARD_TODAY"] = text
    #expect(officer.board("list").status == (text.isEmpty ? 0 : 64))
  }

  @Test("an argument that is not UTF-8 is refused with a word")
  func notUTF8() {
    let answer = Officer.withBoard().board(bytes: [Array("show".utf8), [0xFF, 0x52]])
    #expect(answer.status == 64)
    #expect(answer.errors.contains("is not UTF-8"))
  }
}
