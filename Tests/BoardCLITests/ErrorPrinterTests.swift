import BoardCLI
import BoardModel
import BoardStore
import Interchange
import SystemCalls
import Testing

/// A failure, the status it ends with, and words that its sentence holds.
struct Row: Sendable, CustomTestStringConvertible {
  let name: String
  let failure: Failure
  let status: Int32
  let says: String

  init(_ name: String, _ failure: Failure, _ status: Int32, _ says: String) {
    self.name = name
    self.failure = failure
    self.status = status
    self.says = says
  }

  var testDescription: String { name }
}

@Suite("Errors in words")
struct ErrorPrinterTests {
  private static let item = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(1))
  private static let change = ChangeID(replica: 1, sequence: 17, nonce: 0x8C1D_0000)
  private static let disk = SystemError(.write, path: "/t.board/journal/x", .noSpace)

  private static let unmet = Precondition.Unmet(
    precondition: .value(.item(item), FieldKey(.owner), is: "DCI Moss"), value: nil, by: nil, actor: "")

  static let rows: [Row] = [
    Row("usage", .usage(.unknownVerb("mvoe", nearest: ["move"])), 64, "did you mean move?"),
    Row("a date", .usage(.badDate(what: "--today", value: "16.5.")), 64, "“16.5.” is no date"),
    Row("an operand", .usage(.missingOperand("STATUS", verb: "move")), 64, "board move REF… STATUS"),
    Row("unknown reference", .board(.unknownReference("R9", candidates: ["a/R8"])), 66, "a/R8"),
    Row("ambiguous", .board(.ambiguousReference("R1", candidates: ["a/R1", "b/R1"])), 64, "a/R1, b/R1"),
    Row("withdrawn", .board(.withdrawn(item, reason: "read twice")), 66, "read twice"),
    Row("taken", .board(.nameTaken(.item(item))), 1, "stalking-2019/R1"),
    Row("a value", .board(.invalidValue(field: .due, value: "x", allowed: "a date")), 64, "a date"),
    Row("a field", .board(.fieldNotEditable(name: "rank", allowed: ["text"])), 64, "rank"),
    Row("missing ground", .board(.missing(.ground, of: .item(item))), 1, "--ground"),
    Row("missing reason", .board(.missing(.reason, of: .item(item))), 1, "--reason"),
    Row("missing evidence", .board(.missing(.evidence, of: .item(item))), 1, "--no-evidence"),
    Row("missing explanation", .board(.missing(.explanation, of: .item(item))), 1, "reason"),
    Row("empty", .board(.emptyText(field: .note)), 65, "note"),
    Row("too long", .board(.textTooLong(field: .text, bytes: 70_000)), 65, "70000"),
    Row("nothing to undo", .board(.nothingToUndo(actor: "K. Ali")), 1, "K. Ali"),
    Row("nothing to redo", .board(.nothingToRedo(actor: "K. Ali")), 1, "K. Ali"),
    Row("undone", .board(.alreadyUndone(change)), 1, "17-8c1d"),
    Row("reversal", .board(.isReversal(change)), 1, "17-8c1d"),
    Row("unknown change", .board(.unknownChange("99")), 66, "99"),
    Row("not free", .board(.notFree([])), 1, "--only-free"),
    Row("a query", .board(.badQueryTerm("x:y", position: 3, expected: "fields are …")), 64, "x:y"),
    Row("no board named", .noBoard(.notThere(path: "/x", origin: "--board")), 66, "board init"),
    Row("no board", .noBoard(.noneAnywhere(here: "/a", standard: "/b")), 66, "board demo"),
    Row("several boards", .noBoard(.several(directory: "/a", names: ["x.board"])), 66, "x.board"),
    Row("refused inside the lock", .store(.refused(.unknownChange("9"))), 66, "9"),
    Row("store: nothing there", .store(.noBoard(path: "/x")), 66, "/x"),
    Row("store: something else", .store(.notABoard(path: "/x", detail: "no board.json")), 66, "no board.json"),
    Row("store: exists", .store(.alreadyExists(path: "/x")), 73, "/x"),
    Row("store: cannot create", .store(.cannotCreate(path: "/x", disk)), 73, "No space"),
    Row("store: gone", .store(.missing(path: "/x")), 66, "/x"),
    Row("store: unreadable", .store(.unreadable(disk)), 74, "/t.board/journal/x"),
    Row("store: planted", .store(.planted(path: "/x")), 77, "/x"),
    Row("store: locked", .store(.locked(holder: "board 17 of alex")), 75, "board 17 of alex"),
    Row("store: changed", .store(.changedUnderYou(path: "/x")), 75, "try again"),
    Row("store: not as expected", .store(.changedMeanwhile(unmet)), 75, "the owner of stalking-2019/R1 is empty"),
    Row("store: reading", .store(.openedForReading), 70, "fault"),
    Row("store: newer", .store(.newerFormat(features: ["x"])), 77, "newer"),
    Row("store: disk full", .store(.nothingSaved(disk)), 74, "nothing is saved"),
    Row("store: unsure", .store(.notConfirmed(change, disk)), 76, "17-8c1d"),
    Row("store: stopped", .store(.writesStopped), 76, "not confirmed"),
    Row("store: forbidden", .store(.notPermitted(SystemError(.open, path: "/x", .accessDenied))), 77, "/x"),
    Row("store: read-only", .store(.readOnlyFileSystem(path: "/x")), 77, "reading only"),
    Row("store: too large", .store(.tooLarge(bytes: 40 << 20)), 65, "32 MiB"),
    Row("a paper", .paper(.empty, file: "p.txt"), 65, "p.txt"),
    Row("no file", .system(SystemError(.open, path: "p", .noEntry), doing: .readingFile("p")), 66, "“p”"),
    Row("a forbidden file", .system(SystemError(.open, .accessDenied), doing: .readingFile("p")), 77, "“p”"),
    Row("a broken disk", .system(SystemError(.read, .inputOutput), doing: .readingFile("p")), 74, "“p”"),
    Row("standard input", .system(SystemError(.read, .inputOutput), doing: .readingInput), 74, "standard input"),
    Row("the editor's file", .system(disk, doing: .editing), 74, "/t.board/journal/x"),
    Row("standard output", .output(disk), 74, "standard output"),
    Row("saved but unsaid", .savedButUnsaid(change, disk), 74, "17-8c1d"),
    Row("no pdftotext", .program("pdftotext", ended: .missing), 69, "poppler-utils"),
    Row("a failed editor", .program("vi", ended: .failed), 1, "nothing was changed"),
    Row("no", .declined, 1, "nothing was changed"),
    Row("not UTF-8", .badInput(.notUTF8("standard input")), 65, "UTF-8"),
    Row("too large", .badInput(.tooLarge("standard input", limit: 9)), 65, "9"),
    Row("a form", .badInput(.editedForm("[x]")), 65, "[x]"),
  ]

  @Test("every failure has a status, a lasting name and one line that names the thing", arguments: rows)
  func row(row: Row) {
    let report = ErrorPrinter.report(row.failure)
    #expect(report.status.rawValue == row.status)
    #expect(report.message.contains(row.says), "\(report.message)")
    #expect(!report.message.contains("\n"))
    #expect(!report.name.isEmpty && report.name.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
  }

  @Test("who reads the pipe no more is not told about it")
  func closedPipe() {
    let report = ErrorPrinter.report(.output(SystemError(.write, .brokenPipe)))
    #expect(report.status.rawValue == 74)
    #expect(report.message.isEmpty)
  }
}
