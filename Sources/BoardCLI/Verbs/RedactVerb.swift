internal import BoardModel
internal import BoardStore
internal import JSONText

/// `board redact REF FIELD --reason WORDS`: a text erased for good, in every line that carried it.
enum RedactVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    let name = try invocation.operand(0, "REF")
    let word = try invocation.operand(1, "FIELD")
    try invocation.expectAtMost(2)
    guard let part = RedactedPart(word) else {
      let names = RedactedPart.names
      throw .usage(.unknownField(word, nearest: Spelling.nearest(to: word, among: names), allowed: names))
    }
    let session = try Session.writing(shell)
    let entity = try entity(name, on: session.board, shell)
    let reason = invocation["reason"] ?? ""
    // The rules say no before anybody is asked to type a name.
    do throws(BoardError) {
      _ = try session.board.redaction(of: part, in: entity, reason: reason, as: Session.provisionalID)
    } catch {
      throw .board(error)
    }
    if invocation.has("dry-run") {
      tell(try session.redactionPreview(part, of: entity), part, entity, isDone: false, session, shell)
      return .done
    }
    try confirm(entity, part, shell)
    let outcome = try session.redact(part, of: entity, reason: reason)
    tell(outcome, part, entity, isDone: true, session, shell)
    if let change = outcome.change { try shell.console.flush(after: change) }
    return .done
  }

  /// An item or report, withdrawn ones too; else a meeting by its id, else an action.
  private static func entity(_ name: String, on board: Board, _ shell: Shell) throws(Failure) -> EntityReference {
    if let meeting = try? board.resolveMeeting(name) { return meeting.record.entity }
    if let action = try? board.resolveAction(name) { return action.record.entity }
    return try shell.readable(name, on: board).entity
  }

  /// The reference has to be typed, on the terminal or with `--confirm`.
  private static func confirm(_ entity: EntityReference, _ part: RedactedPart, _ shell: Shell) throws(Failure) {
    if let typed = shell.invocation["confirm"] {
      guard typed == entity.name else {
        throw .usage(.badName(what: "--confirm", value: typed, expected: entity.name))
      }
      return
    }
    guard shell.canAsk else {
      throw .usage(.needsAnswer(verb: "redact", flags: "--confirm \(entity.name)"))
    }
    let answer = try shell.console.ask(
      "The \(part.words) of \(entity.name) will be erased here, now and in the past, and cannot be brought back.\n"
        + "Type \(entity.name) to go on:")
    guard answer?.trimmed == entity.name else { throw .declined }
  }

  /// What the erasure does not reach, each with what to do about it.
  private static let beyond = [
    "backups and copied directories: delete or redact them as well",
    "other copies of the board: they erase it at their next board sync, after one here",
    "the history of a git remote, and of clones under .local/sync elsewhere: once every copy has synced, run there "
      + "git update-ref -d refs/heads/board; git reflog expire --expire=now --all; git gc --prune=now; "
      + "then here board sync --start-over, and on every other copy rm -r BOARD/.local/sync; board sync --start-over",
    "exports, papers and minutes made before, and the freed blocks of the disk",
  ]

  private static func tell(
    _ outcome: RedactionOutcome, _ part: RedactedPart, _ entity: EntityReference, isDone: Bool, _ session: Session,
    _ shell: Shell
  ) {
    if shell.json {
      shell.answer("redaction", session) { writer in
        writer.member("dryRun", !isDone)
        writer.member("ref", entity.name)
        writer.member("field", part.name)
        writer.member("lines", outcome.lines)
        writer.member("files", outcome.files)
        writer.member("blankedPieces", outcome.pieces)
        writer.key("change")
        if let change = outcome.change {
          JSONOutput.change(change, on: session.board, to: &writer)
        } else {
          writer.null()
        }
        writer.member("notReached", beyond)
      }
      return
    }
    if shell.invocation.globals.quiet { return }
    let lines = "\(outcome.lines) \(outcome.lines == 1 ? "line" : "lines")"
    let files = "\(outcome.files) \(outcome.files == 1 ? "file" : "files")"
    if !isDone {
      shell.console.line("would erase the \(part.words) of \(entity.name): \(lines) in \(files)")
      shell.console.line("Nothing was written (--dry-run).")
    } else if let change = outcome.change {
      shell.console.line(
        "Erased the \(part.words) of \(entity.name) for good: \(lines) in \(files) (\(change.id.short))")
      shell.console.line("Not reached:")
      for place in beyond { shell.console.paragraph("- \(place)", indent: 2) }
    } else {
      shell.console.line("Nothing to erase: the \(part.words) of \(entity.name) holds no text.")
    }
  }
}
