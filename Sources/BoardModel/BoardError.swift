/// Why the board refuses what was asked; facts only, ``sentence`` words them.
package enum BoardError: Error, Hashable, Sendable {
  /// No item or report of that name; the nearest ones that exist.
  case unknownReference(String, candidates: [String])
  /// Several reports have an item of that short name.
  case ambiguousReference(String, candidates: [String])
  /// The item was taken off the board.
  case withdrawn(ItemReference, reason: String)
  /// A report or item of that name was already there, or once was: names are never given out twice.
  case nameTaken(EntityReference)
  /// There is no stock wording for the comments on an item: it awaits nobody else, or has comments already.
  case noStockComment(ItemReference, hasComments: Bool)
  /// A text that can be no report's key.
  case badKey(String)
  /// A report would be closed without a reason, and is not finished: its items that are not complete, its statutory gaps.
  case reportUnfinished(String, open: Int, gaps: Int)
  /// A report is closed, so nothing is added to it.
  case reportClosed(String)
  /// A value that a field cannot hold, and what it can.
  case invalidValue(field: Field, value: String, allowed: String)
  /// A field that this entity does not have or that cannot be changed by hand.
  case fieldNotEditable(name: String, allowed: [String])
  /// The rule wants words that were not given.
  case missing(Requirement, of: EntityReference)
  /// A text of nothing but white space.
  case emptyText(field: Field)
  /// A text over 64 KiB.
  case textTooLong(field: Field, bytes: Int)
  /// Undo: there is no change of this actor left to take back.
  case nothingToUndo(actor: String)
  /// Redo: nothing was undone by this actor, or a new command came after.
  case nothingToRedo(actor: String)
  /// Undo: that change is taken back already.
  case alreadyUndone(ChangeID)
  /// Undo of an undo: that is what redo is for.
  case isReversal(ChangeID)
  /// Undo of an erasure: the text is gone.
  case notUndoable(ChangeID)
  /// No change of that name.
  case unknownChange(String)
  /// Somebody changed these registers later.
  case notFree([Blocked])
  /// No meeting of that name; the latest ones.
  case unknownMeeting(String, known: [String])
  /// No action of that name; the open ones.
  case unknownAction(String, open: [String])
  /// A meeting would begin, or does not end, while another one is on.
  case meetingIsOn(id: String, title: String)
  /// No meeting is on, and none was named.
  case noMeetingIsOn
  /// The meeting of that id has decided nothing about an item or report that could be corrected.
  case nothingDecided(EntityReference, meeting: String)
  /// A query that finds nothing where something is needed.
  case nothingMatches(query: String)
  /// A field that nobody contests, and those of that entity that are contested.
  case notContested(EntityReference, Field, contested: [Field])
  /// A term of a query that means nothing, where it starts (in characters, from 0), and what was expected.
  case badQueryTerm(String, position: Int, expected: String)

  /// Words that a rule wants before a change.
  package enum Requirement: String, Hashable, Sendable {
    /// To complete: done, no-action or superseded.
    case ground
    /// The reason of the change.
    case reason
    /// To complete: evidence, or why there is none.
    case evidence
    /// Position none: why no action, in the body's comments.
    case explanation
    /// A date that is revised: the new one.
    case date
  }

  /// A register that an undo may not put back, and the later change that holds it.
  package struct Blocked: Hashable, Sendable {
    /// What it belongs to.
    package let entity: EntityReference
    /// Which register.
    package let key: FieldKey
    /// Its present value.
    package let value: String?
    /// The change that set it.
    package let writer: ChangeID
    /// Who made that change; empty when it is not in the history.
    package let actor: String
    /// The day of that change.
    package let on: CalendarDay?
  }
}

extension BoardError {
  /// What happened and the way out, as one or two sentences.
  package var sentence: String {
    switch self {
    case .unknownReference(let name, let candidates):
      "no item or report “\(name)” on this board" + BoardError.suggestion(candidates)
    case .ambiguousReference(let name, let candidates):
      "“\(name)” is in several reports; say which: \(candidates.joined(separator: ", "))"
    case .withdrawn(let reference, let reason):
      "\(reference) was withdrawn (\(reason)); undo that change to bring it back"
    case .nameTaken(let entity):
      "\(entity.name) is taken, now or earlier on this board; names are never given out twice: choose another"
    case .noStockComment(let reference, true):
      "\(reference) has the body's comments already; a stock wording would replace them: give a text of your own"
    case .noStockComment(let reference, false):
      "\(reference) does not await a national body, so there is no stock wording for it: give a text of your own"
    case .badKey(let key):
      "“\(key)” is no report key; it takes 1 to 64 lower-case letters, digits and hyphens, such as custody-2020"
    case .reportUnfinished(let key, let open, let gaps):
      "\(key) is not finished: \(BoardError.count(open, "item is", "items are")) not complete, "
        + "\(BoardError.count(gaps, "statutory gap is", "statutory gaps are")) open; see `board s55 \(key)` and "
        + "`board list report:\(key)`, or close it all the same with --reason …"
    case .reportClosed(let key):
      "\(key) is closed, so nothing is added to it; `board report reopen \(key)` brings it back"
    case .invalidValue(let field, let value, let allowed):
      "“\(value)” is no \(field.words); it takes \(allowed)"
    case .fieldNotEditable(let name, let allowed):
      "no field “\(name)” to change here; there are: \(allowed.joined(separator: ", "))"
    case .missing(let requirement, let entity):
      BoardError.words(requirement, entity)
    case .emptyText(let field):
      "the \(field.words) would be empty; give some words"
    case .textTooLong(let field, let bytes):
      "the \(field.words) is \(bytes) bytes long; a field holds 65536"
    case .nothingToUndo(let actor): "nothing by \(actor) is left to undo; `board log` shows every change"
    case .nothingToRedo(let actor): "nothing undone by \(actor) is left to redo"
    case .alreadyUndone(let id): "change \(id.short) is undone already; `board redo` puts back what you undid last"
    case .isReversal(let id):
      "change \(id.short) is itself an undo or redo; use `board redo` or undo the change it restored"
    case .notUndoable(let id): "change \(id.short) erased a text for good; there is nothing left to take back"
    case .unknownChange(let name): "no change “\(name)”; `board log` lists them"
    case .notFree(let blocked): BoardError.words(blocked)
    case .unknownMeeting(let name, let known):
      "no meeting “\(name)”" + (known.isEmpty ? "; none was held yet" : "; there are: \(known.joined(separator: ", "))")
    case .unknownAction(let name, let open):
      "no action “\(name)”" + (open.isEmpty ? "; none is open" : "; open are: \(open.joined(separator: ", "))")
    case .meetingIsOn(let id, let title):
      "meeting \(id) (\(title)) is on; end it first with `board meeting end`"
    case .noMeetingIsOn:
      "no meeting is on; begin one with `board meeting start`, or name a past one with --meeting"
    case .nothingDecided(let entity, let meeting):
      "meeting \(meeting) has decided nothing on \(entity.name) that could be corrected"
    case .nothingMatches(let query): "nothing matches “\(query)”"
    case .notContested(let entity, let field, let contested):
      "the \(field.words) of \(entity.name) is not contested"
        + (contested.isEmpty
          ? "; nothing is to be settled there" : ": \(contested.map(\.rawValue).joined(separator: ", "))")
    case .badQueryTerm(let term, let position, let expected):
      "“\(term)” (at character \(position + 1) of the query) means nothing: \(expected)"
    }
  }

  private static func suggestion(_ candidates: [String]) -> String {
    candidates.isEmpty ? "" : "; did you mean \(candidates.joined(separator: ", "))?"
  }

  private static func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  private static func words(_ requirement: Requirement, _ entity: EntityReference) -> String {
    switch requirement {
    case .ground: "\(entity.name) can be complete only on a ground: --ground done, no-action or superseded"
    case .reason: "\(entity.name): this needs a reason in words: --reason …"
    case .evidence:
      "\(entity.name) can be complete only with evidence, or the reason why there is none: --evidence … or --no-evidence …"
    case .date: "\(entity.name): say the new date: --due DATE"
    case .explanation: "\(entity.name): no action needs the reason in words (section 55 (5B)(b)); give a text"
    }
  }

  private static func words(_ blocked: [Blocked]) -> String {
    let first = blocked.map { entry in
      let who = entry.actor.isEmpty ? "a later change" : entry.actor
      let when = entry.on.map { " on \($0.inWords)" } ?? ""
      return
        "\(entry.key.field.words) of \(entry.entity.name) was changed later by \(who)\(when) (change \(entry.writer.short))"
    }
    return first.joined(separator: "; ") + "; undo that first, or take back the rest with --only-free"
  }
}
