import BoardCLI
import BoardModel
import Foundation
import Testing

@Suite("Decisions and agendas from the shell")
struct DecideTests {
  private func inMeeting() -> Officer {
    let officer = Officer.withBoard()
    officer.board("meeting", "start", "May", "--agenda", "stalking")
    return officer
  }

  @Test("decide closed moves the card under the rules of move, as one change with the outcome")
  func closed() {
    let officer = inMeeting()
    let refused = officer.board("decide", "R1", "closed", "--json")
    #expect(refused.status == 1)
    #expect(refused.error["code"] != nil)
    let before = officer.changeCount
    let done = officer.board(
      "decide", "R1", "closed", "--ground", "done", "--reason", "In force.", "--evidence", "Order of 2 May")
    #expect(
      done.output
        == "decided on stalking-2019/R1: closed; moved stalking-2019/R1: Force action → Complete. Undo: board undo\n")
    #expect(officer.changeCount == before + 1)
    #expect(officer.item("R1")["status"] as? String == "complete")
    let minutes = officer.board("minutes").output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(minutes.contains("RESOLVED – that the recommendation be closed."))
    #expect(minutes.contains("- Recorded: status: Force action → Complete; done – In force.; evidence: Order of 2 May"))
    officer.board("undo")
    #expect(officer.item("R1")["status"] as? String == "force-action")
    #expect(!officer.board("minutes").output.contains("RESOLVED"))
  }

  @Test("decide reopened and date-revised do what they say")
  func others() {
    let officer = inMeeting()
    officer.board("move", "R1", "complete", "--ground", "done", "--reason", "x", "--evidence", "y")
    #expect(officer.board("decide", "R1", "reopened").status == 1)
    officer.board("decide", "R1", "reopened", "--reason", "Too early.", "--to", "awaiting-npcc")
    #expect(officer.item("R1")["status"] as? String == "awaiting-npcc")
    #expect(officer.board("decide", "R2", "date-revised").errors.contains("say the new date: --due DATE"))
    officer.board("decide", "R2", "date-revised", "--due", "2019-08-01", "--reason", "Leave.")
    #expect(officer.item("R2")["due"] as? String == "2019-08-01")
    #expect(officer.board("minutes").output.contains("be revised to 1 August"))
  }

  @Test("decide --correct changes the last outcome in its place and keeps words that are not given")
  func correct() {
    let officer = inMeeting()
    #expect(officer.board("decide", "R1", "agreed", "--correct").errors.contains("has decided nothing on"))
    officer.board("decide", "R1", "noted", "Heard at length.")
    let corrected = officer.board("decide", "R1", "agreed", "--correct")
    #expect(corrected.output == "corrected the outcome on stalking-2019/R1: noted → agreed. Undo: board undo\n")
    let minutes = officer.board("minutes").output
    #expect(minutes.contains("Heard at length."))
    #expect(minutes.contains("RESOLVED – that the response to the recommendation be agreed."))
    #expect(!minutes.contains("be noted"))
  }

  static let refused: [(String, [String], Int32)] = [
    ("a flag of another outcome", ["decide", "R1", "noted", "--ground", "done"], 64),
    ("two answers about evidence", ["decide", "R1", "closed", "--evidence", "a", "--no-evidence", "b"], 64),
    ("a bad date", ["decide", "R1", "date-revised", "--due", "soon"], 64),
    ("set and add", ["agenda", "--set", "R1", "--add", "R2"], 64),
    ("set and a day", ["agenda", "--set", "R1", "--on", "2019-07-11"], 64),
    ("nothing to set", ["agenda", "--set", "owner:nobody"], 1),
    ("a query that means nothing", ["agenda", "--set", "due:whenever"], 64),
    ("dry run of reading", ["agenda", "--dry-run"], 64),
  ]

  @Test("what cannot be decided or set is refused and changes nothing", arguments: refused)
  func refusals(name: String, line: [String], status: Int32) {
    let officer = inMeeting()
    let before = officer.changeCount
    #expect(officer.board(bytes: line.map { Array($0.utf8) }).status == status, "\(name)")
    #expect(officer.changeCount == before, "\(name)")
  }

  @Test("agenda --set, --add and --drop change the agenda of the meeting that is on")
  func agenda() {
    let officer = inMeeting()
    func items() -> [String] { officer.board("agenda", "--json").list("items").compactMap { $0["ref"] as? String } }
    officer.board("agenda", "--set", "R2")
    #expect(items() == ["stalking-2019/R2"])
    let added = officer.board("agenda", "--add", "kind:afi")
    #expect(added.output == "set the agenda of meeting 2019-05-16. Undo: board undo\n")
    officer.board("agenda", "--add", "stalking-2019")
    #expect(items() == ["stalking-2019/R2", "stalking-2019/A1", "stalking-2019"])
    officer.board("agenda", "--drop", "R2")
    #expect(items() == ["stalking-2019/A1", "stalking-2019"])
    officer.board("agenda", "--set", "R1", "--dry-run")
    #expect(items() == ["stalking-2019/A1", "stalking-2019"])
    officer.board("meeting", "end")
    #expect(officer.board("agenda", "--set", "R1").status == 1)
    officer.board("agenda", "2019-05-16", "--set", "R1")
    #expect(officer.board("agenda", "last", "--json").list("items").count == 1)
  }

  @Test("board --as-at opens the screen on the board as it was; a moment that is none is refused as everywhere")
  func past() {
    var officer = Officer.withBoard()
    officer.terminals = [0, 1, 2]
    guard case .openFace(let request) = officer.board("--as-at", "2019-05-16").outcome,
      case .chair(let path, let past) = request.face
    else {
      Issue.record("no screen was asked for")
      return
    }
    #expect(path == "/t.board")
    #expect(past?.words == "16 May 2019")
    #expect(past?.last != nil)
    guard case .openFace(let earlier) = officer.board("--as-at", "2019-05-15").outcome,
      case .chair(_, let nothing) = earlier.face
    else {
      Issue.record("no screen was asked for")
      return
    }
    #expect(nothing?.words == "15 May 2019" && nothing?.last == nil)
    #expect(officer.board("--as-at", "someday").status == 66)
    officer.terminals = []
    #expect(officer.board("--as-at", "2019-05-15").output != officer.board().output)
  }
}
