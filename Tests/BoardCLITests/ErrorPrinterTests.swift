import BoardCLI
import BoardModel
import BoardStore
import Interchange
import SystemCalls
import Testing

@Suite("Errors in words")
struct ErrorPrinterTests {
  private static let item = ItemReference(report: "stalking-2019", kind: .recommendation, number: ItemNumber(1))
  private static let change = ChangeID(replica: 1, sequence: 17, nonce: 0x8C1D_0000)
  private static let disk = SystemError(.write, path: "/t.board/journal/x", .noSpace)

  static let rows: [(name: String, failure: Failure, status: ExitStatus, says: String)] = [
    ("usage", .usage(.unknownVerb("mvoe", nearest: ["move"])), .usage, "did you mean move?"),
    ("a date", .usage(.badDate(what: "--today", value: "16.5.")), .usage, "“16.5.” is no date"),
    ("an operand", .usage(.missingOperand("STATUS", verb: "move")), .usage, "board move REF… STATUS"),
    ("unknown reference", .board(.unknownReference("R9", candidates: ["a/R8"])), .notFound, "a/R8"),
    ("ambiguous", .board(.ambiguousReference("R1", candidates: ["a/R1", "b/R1"])), .usage, "a/R1, b/R1"),
    ("withdrawn", .board(.withdrawn(item, reason: "read twice")), .notFound, "read twice"),
    ("taken", .board(.nameTaken(.item(item))), .no, "stalking-2019/R1"),
    ("a value", .board(.invalidValue(field: .due, value: "x", allowed: "a date")), .usage, "a date"),
    ("a field", .board(.fieldNotEditable(name: "rank", allowed: ["text"])), .usage, "rank"),
    ("missing ground", .board(.missing(.ground, of: .item(item))), .no, "--ground"),
    ("missing reason", .board(.missing(.reason, of: .item(item))), .no, "--reason"),
    ("missing evidence", .board(.missing(.evidence, of: .item(item))), .no, "--no-evidence"),
    ("missing explanation", .board(.missing(.explanation, of: .item(item))), .no, "reason"),
    ("empty", .board(.emptyText(field: .note)), .badData, "note"),
    ("too long", .board(.textTooLong(field: .text, bytes: 70_000)), .badData, "70000"),
    ("nothing to undo", .board(.nothingToUndo(actor: "K. Ali")), .no, "K. Ali"),
    ("nothing to redo", .board(.nothingToRedo(actor: "K. Ali")), .no, "K. Ali"),
    ("undone", .board(.alreadyUndone(change)), .no, "17-8c1d"),
    ("reversal", .board(.isReversal(change)), .no, "17-8c1d"),
    ("unknown change", .board(.unknownChange("99")), .notFound, "99"),
    ("not free", .board(.notFree([])), .no, "--only-free"),
    ("a query", .board(.badQueryTerm("x:y", position: 3, expected: "fields are …")), .usage, "x:y"),
    ("no board named", .noBoard(.notThere(path: "/x", origin: "--board")), .notFound, "board init"),
    ("no board", .noBoard(.noneAnywhere(here: "/a", standard: "/b")), .notFound, "board demo"),
    ("several boards", .noBoard(.several(directory: "/a", names: ["x.board"])), .notFound, "x.board"),
    ("refused inside the lock", .store(.refused(.unknownChange("9"))), .notFound, "9"),
    ("store: nothing there", .store(.noBoard(path: "/x")), .notFound, "/x"),
    ("store: something else", .store(.notABoard(path: "/x", detail: "no board.json")), .notFound, "no board.json"),
    ("store: exists", .store(.alreadyExists(path: "/x")), .cannotCreate, "/x"),
    ("store: cannot create", .store(.cannotCreate(path: "/x", disk)), .cannotCreate, "No space"),
    ("store: gone", .store(.missing(path: "/x")), .notFound, "/x"),
    ("store: unreadable", .store(.unreadable(disk)), .inputOutput, "/t.board/journal/x"),
    ("store: planted", .store(.planted(path: "/x")), .notPermitted, "/x"),
    ("store: locked", .store(.locked(holder: "board 17 of alex")), .tryAgain, "board 17 of alex"),
    ("store: changed", .store(.changedUnderYou(path: "/x")), .tryAgain, "try again"),
    ("store: reading", .store(.openedForReading), .fault, "fault"),
    ("store: newer", .store(.newerFormat(features: ["x"])), .notPermitted, "newer"),
    ("store: disk full", .store(.nothingSaved(disk)), .inputOutput, "nothing is saved"),
    ("store: unsure", .store(.notConfirmed(change, disk)), .notDurable, "17-8c1d"),
    ("store: stopped", .store(.writesStopped), .notDurable, "not confirmed"),
    ("store: forbidden", .store(.notPermitted(SystemError(.open, path: "/x", .accessDenied))), .notPermitted, "/x"),
    ("store: read-only", .store(.readOnlyFileSystem(path: "/x")), .notPermitted, "reading only"),
    ("store: too large", .store(.tooLarge(bytes: 40 << 20)), .badData, "32 MiB"),
    ("a paper", .paper(.empty, file: "p.txt"), .badData, "p.txt"),
    ("no file", .system(SystemError(.open, path: "p", .noEntry), doing: .readingFile("p")), .notFound, "“p”"),
    ("a forbidden file", .system(SystemError(.open, .accessDenied), doing: .readingFile("p")), .notPermitted, "“p”"),
    ("a broken disk", .system(SystemError(.read, .inputOutput), doing: .readingFile("p")), .inputOutput, "“p”"),
    ("standard input", .system(SystemError(.read, .inputOutput), doing: .readingInput), .inputOutput, "standard input"),
    ("the editor's file", .system(disk, doing: .editing), .inputOutput, "/t.board/journal/x"),
    ("standard output", .output(disk), .inputOutput, "standard output"),
    ("saved but unsaid", .savedButUnsaid(change, disk), .inputOutput, "17-8c1d"),
    ("no pdftotext", .program("pdftotext", ended: .missing), .unavailable, "poppler-utils"),
    ("a failed editor", .program("vi", ended: .failed), .no, "nothing was changed"),
    ("no", .declined, .no, "nothing was changed"),
    ("not UTF-8", .badInput(.notUTF8("standard input")), .badData, "UTF-8"),
    ("too large", .badInput(.tooLarge("standard input", limit: 9)), .badData, "9"),
    ("a form", .badInput(.editedForm("[x]")), .badData, "[x]"),
  ]

  @Test("every failure has a status, a lasting code and one line that names the thing", arguments: rows)
  func row(name: String, failure: Failure, status: ExitStatus, says: String) {
    let report = ErrorPrinter.report(failure)
    #expect(report.status == status)
    #expect(report.message.contains(says), "\(report.message)")
    #expect(!report.message.contains("\n"))
    #expect(!report.code.isEmpty && report.code.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
  }

  @Test("who reads the pipe no more is not told about it")
  func closedPipe() {
    let report = ErrorPrinter.report(.output(SystemError(.write, .brokenPipe)))
    #expect(report.status == .inputOutput && report.message.isEmpty)
  }
}
