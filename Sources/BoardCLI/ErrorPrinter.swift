internal import BoardModel
internal import BoardStore
internal import Interchange
internal import SystemCalls

/// Words for people and programs: what an error is called, what it says, and the status it ends with.
package struct ErrorReport: Hashable, Sendable {
  /// A short lasting name for programs.
  package let name: String
  /// What happened and the way out; empty for an end that needs no word.
  package let message: String
  /// The exit status.
  package let status: ExitStatus

  init(_ name: String, _ status: ExitStatus, _ message: String) {
    self.name = name
    self.message = message
    self.status = status
  }
}

/// The one place where errors become sentences and exit statuses.
package enum ErrorPrinter {
  /// What to say about a failure.
  package static func report(_ failure: Failure) -> ErrorReport {
    switch failure {
    case .usage(let error): ErrorReport(name(of: error), .usage, sentence(error))
    case .board(let error): report(error)
    case .settings(let error): report(error)
    case .noBoard(let reason): ErrorReport("no-board", .notFound, sentence(reason))
    case .store(let error): report(error)
    case .sync(let error): syncReport(error)
    case .paper(let error, let file): ErrorReport("bad-paper", .badData, "\(file): \(error.sentence)")
    case .system(let error, let doing): report(error, doing: doing)
    case .output(let error): output(error)
    case .savedButUnsaid(let id, let error):
      ErrorReport(
        "output-failed", .inputOutput,
        "the change is saved (\(id.short)), but standard output could not be written: \(error.errno)")
    case .program(let name, .missing):
      ErrorReport(
        "program-missing", .unavailable, "cannot run “\(name)”: \(way(to: name))")
    case .program(let name, .failed):
      ErrorReport(
        "program-failed", converters.contains(name) ? .badData : .no,
        "“\(name)” ended with an error; nothing was changed")
    case .declined: ErrorReport("declined", .no, "nothing was changed")
    case .nothingNamed: ErrorReport("nothing-named", .no, "standard input names no item; nothing was changed")
    case .badInput(let input): ErrorReport("bad-input", .badData, sentence(input))
    }
  }

  /// Prints a failure on standard error, as text or as JSON, and gives the exit status.
  static func print(_ failure: Failure, json: Bool, console: Console) -> Int32 {
    let report = report(failure)
    if !report.message.isEmpty {
      if json {
        console.rawNote(JSONOutput.error(report))
      } else {
        console.note("board: \(report.message)")
      }
    }
    return report.status.rawValue
  }

  /// Programs that turn files into text.
  private static let converters: Set<String> = ["pdftotext", "pandoc"]

  /// How to get a program that is missing.
  private static func way(to program: String) -> String {
    switch program {
    case "pdftotext": "it is not installed; Debian has it in poppler-utils (or convert the PDF to text)"
    case "pandoc": "it is not installed; Debian has it in pandoc (or save the file as text)"
    default: "it is not installed; set $VISUAL or $EDITOR to another"
    }
  }

  private static func output(_ error: SystemError) -> ErrorReport {
    // Whoever read the pipe has gone, on purpose: `board log | head`.
    if error.errno == .brokenPipe { return ErrorReport("closed-pipe", .inputOutput, "") }
    return ErrorReport("output-failed", .inputOutput, "standard output could not be written: \(error.errno)")
  }

  private static func report(_ error: SystemError, doing: Failure.Doing) -> ErrorReport {
    switch doing {
    case .readingInput:
      return ErrorReport("input-failed", .inputOutput, "standard input could not be read: \(error.errno)")
    case .editing:
      return ErrorReport("edit-failed", .inputOutput, "the text for the editor, \(error.path): \(error.errno)")
    case .writingFile(let path): return writing(path, error)
    case .readingSettings(let path):
      return ErrorReport("bad-settings", .badSettings, "the settings in \(path) could not be read: \(error.errno)")
    case .confirmingFile(let path):
      return ErrorReport(
        "not-confirmed", .notDurable,
        "“\(path)” is written, but the disk did not confirm its name (\(error.errno)); check the disk before you rely on it"
      )
    case .readingFile(let path):
      switch error.errno {
      case .noEntry, .notDirectory: return ErrorReport("no-file", .notFound, "no file “\(path)”")
      case .accessDenied, .notPermitted:
        return ErrorReport("not-permitted", .notPermitted, "“\(path)” may not be read: \(error.errno)")
      case .tooLarge:
        return ErrorReport("bad-paper", .badData, "“\(path)” is larger than \(PaperLimits.file) bytes; split the paper")
      case .invalidArgument, .isDirectory, .noDevice:
        return ErrorReport("bad-paper", .badData, "“\(path)” is no regular file; `-` reads standard input")
      default: return ErrorReport("read-failed", .inputOutput, "“\(path)” could not be read: \(error.errno)")
      }
    }
  }

  private static func writing(_ path: String, _ error: SystemError) -> ErrorReport {
    switch (error.errno, error.call) {
    case (.exists, _):
      return ErrorReport("exists", .cannotCreate, "“\(path)” exists already; --force replaces it")
    case (.symbolicLink, _), (.invalidArgument, .open), (.isDirectory, _):
      return ErrorReport(
        "planted", .cannotCreate, "“\(path)” is a link, a directory, a FIFO or a device; it was left alone")
    case (_, .open): return ErrorReport("cannot-create", .cannotCreate, "cannot make “\(path)”: \(error.errno)")
    default:
      return ErrorReport("write-failed", .inputOutput, "“\(path)” could not be written: \(error.errno)")
    }
  }

  private static func report(_ error: BoardError) -> ErrorReport {
    let (code, status): (String, ExitStatus) =
      switch error {
      case .unknownReference: ("unknown-reference", .notFound)
      case .ambiguousReference: ("ambiguous-reference", .usage)
      case .withdrawn: ("withdrawn", .notFound)
      case .nameTaken: ("name-taken", .no)
      case .noStockComment: ("no-stock-comment", .no)
      case .badKey: ("bad-key", .usage)
      case .reportUnfinished: ("report-unfinished", .no)
      case .reportClosed: ("report-closed", .no)
      case .invalidValue: ("invalid-value", .usage)
      case .fieldNotEditable: ("field-not-editable", .usage)
      case .missing(let requirement, _): ("missing-\(requirement.rawValue)", .no)
      case .emptyText: ("empty-text", .badData)
      case .textTooLong: ("text-too-long", .badData)
      case .nothingToUndo: ("nothing-to-undo", .no)
      case .nothingToRedo: ("nothing-to-redo", .no)
      case .alreadyUndone: ("already-undone", .no)
      case .isReversal: ("is-reversal", .no)
      case .notUndoable: ("not-undoable", .no)
      case .unknownChange: ("unknown-change", .notFound)
      case .notFree: ("not-free", .no)
      case .notContested: ("not-contested", .no)
      case .badQueryTerm: ("bad-query", .usage)
      case .nothingDecided: ("nothing-decided", .no)
      case .nothingMatches: ("nothing-matches", .no)
      case .unknownMeeting: ("unknown-meeting", .notFound)
      case .unknownAction: ("unknown-action", .notFound)
      case .meetingIsOn: ("meeting-is-on", .no)
      case .noMeetingIsOn: ("no-meeting-is-on", .no)
      }
    return ErrorReport(code, status, error.sentence)
  }

  private static func sentence(_ reason: NoBoard) -> String {
    let way = "; make one with `board init DIR`, or look round with `board demo`"
    switch reason {
    case .notThere(let path, let origin): return "there is no board at “\(path)” (from \(origin))\(way)"
    case .noneAnywhere(let here, let standard):
      return
        "no board found: no --board, no $BOARD_DIR, no *.board directory in \(here) or above, none at \(standard)\(way)"
    case .several(let directory, let names):
      return "several boards in \(directory): say which with --board (\(names.joined(separator: ", ")))"
    }
  }

  private static func sentence(_ input: Failure.BadInput) -> String {
    switch input {
    case .notUTF8(let name): "\(name) is not UTF-8 text"
    case .tooLarge(let name, let limit): "\(name) holds more than \(limit) bytes; a field takes 65536"
    case .editedForm(let line): "the edited form cannot be read at “\(line)”: keep the lines in [brackets] as they were"
    }
  }
}
