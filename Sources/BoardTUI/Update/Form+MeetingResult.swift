internal import BoardModel

/// What the answers of a form ask for besides, or instead of, a command.
enum FormRequest {
  /// An agenda to be looked over before the meeting begins.
  case lookOver(AgendaView)
  /// What comes onto the agenda being put together.
  case add([EntityReference])
  case minutes(MinutesWish)
}

extension Form {
  /// What the answers about a meeting ask for.
  ///
  /// - Throws: What is missing or not understood.
  func result(_ purpose: MeetingPurpose, on board: Board, today: CalendarDay) throws(FormComplaint) -> FormResult {
    switch purpose {
    case .begin: return FormResult(command: nil, request: .lookOver(try agenda(on: board, today: today)))
    case .end(let id):
      let next = try optionalDay(0, today: today)
      let wish = text(2).map { MinutesWish(meeting: id, path: Form.bare($0), replacing: false) }
      return FormResult(
        command: .meeting(.end(id: id, on: today, assurance: text(1), next: next)), request: wish.map { .minutes($0) })
    case .minutes(let id):
      let path = Form.bare(try required(0, "say where the minutes go"))
      return FormResult(
        command: nil, request: .minutes(MinutesWish(meeting: id, path: path, replacing: choice(1) == 1)))
    case .decide(let outcome, let meeting, let correcting):
      return FormResult(
        command: try decision(outcome, at: meeting, correcting: correcting, on: board, today: today),
        status: outcome == .closed ? .complete : nil)
    case .action(let meeting):
      return FormResult(command: .meeting(.addAction(try action(at: meeting, today: today))))
    case .finish(let id):
      return FormResult(command: .meeting(.finishAction(id, on: try day(1, today: today), result: text(0))))
    case .revise(let id):
      let reason = try required(1, "a new date needs its reason")
      return FormResult(command: .meeting(.reviseAction(id, due: try day(0, today: today), reason: reason)))
    case .handOver(let id):
      return FormResult(command: .meeting(.assignAction(id, owner: try required(0, "say who does it now"))))
    case .addToAgenda:
      return FormResult(
        command: nil, request: .add(try Form.entities(try required(0, "say what to add"), on: board, today: today)))
    }
  }

  private func optionalDay(_ index: Int, today: CalendarDay) throws(FormComplaint) -> CalendarDay? {
    text(index) == nil ? nil : try day(index, today: today)
  }

  /// The agenda of a meeting that is to begin, with what it is called and when it is held.
  private func agenda(on board: Board, today: CalendarDay) throws(FormComplaint) -> AgendaView {
    let title = try required(0, "say what the meeting is called")
    let held = try day(1, today: today)
    let next = try optionalDay(2, today: held)
    if let next, next <= held {
      throw FormComplaint(sentence: "the next meeting would not be after this one", question: 2)
    }
    let entities: [EntityReference]
    if let query = text(3) {
      do throws(FormComplaint) {
        entities = try Form.entities(query, on: board, today: today)
      } catch {
        throw FormComplaint(sentence: error.sentence, question: 3)
      }
    } else {
      entities = board.proposedAgenda(on: held, before: next ?? board.nextMeetingDay(after: held))
    }
    let beginning = AgendaView.Beginning(title: title, day: held, next: next, form: self)
    return AgendaView(purpose: .begin(beginning), entries: entities.map { AgendaView.Entry(entity: $0) })
  }

  /// The report or item of a name, or else the items that a query finds.
  static func entities(_ text: String, on board: Board, today: CalendarDay) throws(FormComplaint) -> [EntityReference] {
    do throws(BoardError) {
      if let target = try? board.resolveTarget(text) { return [target.entity] }
      let found = try Query(parsing: text).items(on: board, today: today)
      if found.isEmpty { throw .nothingMatches(query: text) }
      return found.map { .item($0.reference) }
    } catch {
      throw FormComplaint(sentence: error.sentence, question: 0)
    }
  }

  private func action(at meeting: String?, today: CalendarDay) throws(FormComplaint) -> MeetingCommand.NewAction {
    MeetingCommand.NewAction(
      text: try required(0, "say what is to be done"), owner: try required(1, "say who does it"),
      due: try day(2, today: today), about: subjects.first, meeting: meeting)
  }

  private func decision(
    _ outcome: MeetingOutcome, at meeting: String, correcting: ChangeID?, on board: Board, today: CalendarDay
  ) throws(FormComplaint) -> Command {
    guard let entity = subjects.first else { throw FormComplaint(sentence: "nothing to decide on", question: 0) }
    var resolution = MeetingResolution(entity, outcome, at: meeting)
    resolution.correcting = correcting
    resolution.text = text(questions.count - 2)
    resolution.assurance = text(questions.count - 1)
    // Where nothing was asked about the item, the outcome changes nothing of it.
    if questions.count == 2 { return .meeting(resolution.record) }
    try takeDeed(&resolution, on: board, today: today)
    do throws(BoardError) {
      return try resolution.command(on: board)
    } catch {
      throw FormComplaint(sentence: error.sentence, question: 0)
    }
  }

  /// What the outcome changes, from the questions before the words of the minute.
  private func takeDeed(
    _ resolution: inout MeetingResolution, on board: Board, today: CalendarDay
  ) throws(FormComplaint) {
    switch resolution.outcome {
    case .closed: resolution.closing = try closingWords(on: board)
    case .reopened:
      resolution.reason = try required(0, "say why it is open again")
      resolution.status = choice(1) == 0 ? .forceAction : .awaitingNPCC
    case .dateRevised:
      guard text(0) != nil else { break }
      resolution.due = try day(0, today: today)
      resolution.reason = try required(1, "a new date needs its reason")
    case .actionSet: resolution.action = try action(at: resolution.meeting, today: today)
    case .noted, .agreed, .referred, .deferred: break
    }
  }

  /// A file's path without the endings that minutes get.
  static func bare(_ path: String) -> String {
    for ending in [".txt", ".md"] where path.hasSuffix(ending) { return String(path.dropLast(ending.count)) }
    return path
  }
}
