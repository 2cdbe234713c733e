internal import BoardModel

/// The words that a rule may ask for, as given by flags or answered on a terminal.
struct Words {
  var ground: ClosureGround?
  var reason: String?
  var evidence: String?
  var noEvidence: String?
  var nationalOpen = false
  /// Asked for where a date is revised.
  var due: CalendarDay?

  /// As closing words for a move to complete.
  var closing: Command.ClosingWords {
    Command.ClosingWords(
      ground: ground, reason: reason, evidence: evidence, noEvidence: noEvidence, nationalOpen: nationalOpen)
  }
}

extension Shell {
  /// The command that `make` builds once every word that the rules want is there.
  ///
  /// On a terminal what is missing is asked for; elsewhere the command goes on as it is and the rule refuses it.
  func complete(
    _ words: Words, on board: Board, _ make: (Words) throws(BoardError) -> Command
  ) throws(Failure) -> Command {
    var words = words
    while canAsk {
      do throws(BoardError) {
        _ = try board.plan(try make(words), as: .none)
        break
      } catch {
        switch error {
        case .missing(let requirement, let entity): try answer(requirement, entity, &words)
        case .reportUnfinished(let key, _, _):
          console.note("board: \(error.sentence)")
          words.reason = try required("\(key): the reason to close it all the same:")
        default: throw .board(error)
        }
      }
    }
    do throws(BoardError) { return try make(words) } catch { throw .board(error) }
  }

  private func answer(
    _ requirement: BoardError.Requirement, _ entity: EntityReference, _ words: inout Words
  ) throws(Failure) {
    switch requirement {
    case .ground:
      let answer = try required("Why can \(entity.name) be closed: done, no-action or superseded?")
      words.ground = ClosureGround(rawValue: answer.lowercased())
      if words.ground == nil { console.note("“\(answer)” is none of these; Ctrl-C gives up") }
    case .reason, .explanation:
      words.reason = try required("\(entity.name): the reason, in words:")
    case .date:
      let answer = try required("\(entity.name): the new date (YYYY-MM-DD):")
      words.due = CalendarDay(answer)
      if words.due == nil { console.note("“\(answer)” is no date; Ctrl-C gives up") }
    case .evidence:
      let answer = try console.ask("\(entity.name): the evidence (empty: there is none):")
      guard let answer else { throw .declined }
      if answer.trimmed.isEmpty {
        words.noEvidence = try required("Why is there no evidence?")
      } else {
        words.evidence = answer
      }
    }
  }

  private func required(_ question: String) throws(Failure) -> String {
    while true {
      guard let answer = try console.ask(question) else { throw .declined }
      if !answer.trimmed.isEmpty { return answer.trimmed }
    }
  }

  /// A question with yes or no; anything but yes is no.
  func agrees(_ question: String) throws(Failure) -> Bool {
    let answer = try console.ask("\(question) [y/N]")?.trimmed.lowercased()
    return answer == "y" || answer == "yes"
  }
}
