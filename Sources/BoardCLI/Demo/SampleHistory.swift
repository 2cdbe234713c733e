internal import BoardModel
internal import BoardStore
internal import Interchange
internal import SampleData
internal import SystemCalls

/// How the sample board came to be: three papers, a past meeting with a slip and a reopened item, and the weeks after.
///
/// Everything in it is invented but for the law, the dates of publication and the kind of thing such papers say.
struct SampleHistory {
  /// The day of the meeting that the sample board is opened for.
  static let today = CalendarDay(daysSinceEpoch: 18_032)  // 16 May 2019

  /// The board's names.
  static let settings = BoardSettings(
    name: "Fenshire", body: "Fenshire Police and Crime Commissioner", force: "Fenshire Constabulary")

  /// What was recorded, oldest first.
  private(set) var changes: [PastChange] = []
  private var board = Board(settings: settings)
  private var author = ""
  private var time = WallTime(nanoseconds: 0)
  private var day = CalendarDay(daysSinceEpoch: 0)
  private var isMeetingOn = false

  /// Reads the sample papers and retells what people did with them.
  ///
  /// That the papers read and the rules allow it all is proved by a test, so nothing here can fail at run time.
  init() {
    tellOfCrimeData()
    tellOfTheMarchMeeting()
    tellOfCustody()
    tellOfStalking()
  }

  // MARK: What happened

  private mutating func tellOfCrimeData() {
    at("2019-03-11", 9, 12, "L. Moss")
    paper(SampleData.crimeData)
    respond(
      to: "crime-2018", items: 12, publishedOn: "2018-12-28",
      comments: "The Commissioner welcomes the report and its plain account of what the force gets wrong.",
      reply: "The Commissioner accepts the Chief Constable's comments and will ask for figures each quarter.")
    at("2019-03-11", 10, 40, "K. Ali")
    assign(["R2", "R3"], "Ch. Insp. O. Tarrant")
    assign(["R5", "R9"], "Insp. M. Fell")
    assign(["R6", "R12"], "Learning and Development")
    assign(["R7"], "Digital Contact")
  }

  private mutating func tellOfTheMarchMeeting() {
    at("2019-03-21", 10, 0, "L. Moss")
    let agenda = ["R5", "R2", "R7", "R10"].map { EntityReference.item(item("crime-2018/\($0)")) }
    add(
      .meeting(
        .start(
          id: "2019-03-21", title: "Business Coordination Board, 21 March 2019", on: day, agenda: agenda,
          next: SampleHistory.today)))
    isMeetingOn = true
    wait(14)
    add(
      .move(
        [item("crime-2018/R5")], to: .forceAction, closing: nil,
        reason: "Fifty letters are too few to close on; the Board asked for a quarter's figures"))
    decide("R5", .reopened, nil)
    wait(9)
    add(
      .due([item("crime-2018/R2")], date("2019-06-28"), reason: "Thirteen reports wait for papers from archives"))
    decide("R2", .dateRevised, "The Board heard that forty-eight of sixty-one reports have been gone through.")
    act("fetch the papers of thirteen reports from archives", "Ch. Insp. O. Tarrant", by: "2019-05-03", on: "R2")
    wait(11)
    add(
      .note(item("crime-2018/R7"), text: "The supplier is to show the form to the Board in May.", isPrivate: false)
    )
    decide("R7", .noted, nil)
    wait(6)
    assign(["R10"], "Performance team")
    decide("R10", .actionSet, "that the figures come to the Board each quarter")
    act("bring the first quarter's figures", "Performance team", by: "2019-06-20", on: "R10")
    wait(25)
    add(
      .meeting(
        .end(
          id: "2019-03-21", on: day,
          assurance: "The Board was assured on how crimes are recorded, and not yet on letters to victims.")))
    isMeetingOn = false
  }

  private mutating func decide(_ name: String, _ outcome: MeetingOutcome, _ text: String?) {
    add(.meeting(.decide(.item(item("crime-2018/\(name)")), outcome, text: text, at: "2019-03-21")))
  }

  private mutating func act(_ text: String, _ owner: String, by due: String, on name: String) {
    add(
      .meeting(
        .addAction(
          MeetingCommand.NewAction(
            text: text, owner: owner, due: date(due), about: .item(item("crime-2018/\(name)")), meeting: "2019-03-21")))
    )
  }

  private mutating func tellOfCustody() {
    at("2019-05-07", 15, 3, "L. Moss")
    paper(SampleData.custody)
    respond(
      to: "custody-2019", items: 3, publishedOn: "2019-04-04",
      comments: "The Commissioner shares the inspectors' view on force used in custody.",
      reply: "The Commissioner notes what is under way and will read the dip samples.")
    at("2019-05-08", 9, 30, "K. Ali")
    add(.assign([item("custody-2019/C1"), item("custody-2019/R2")], owner: "Supt. B. Hale"))
    add(.assign([item("custody-2019/A3")], owner: "Insp. T. Quill"))
    add(
      .note(item("custody-2019/A3"), text: "The provider's director comes to the meeting on 6 June.", isPrivate: false))
  }

  private mutating func tellOfStalking() {
    at("2019-05-09", 11, 20, "L. Moss")
    paper(SampleData.stalking)
    at("2019-05-13", 16, 45, "O. Tarrant")
    add(.evidence(item("crime-2018/R2"), text: "Progress table of 10 May: 55 of 61 reports gone through"))
    add(.verify(item("crime-2018/R1"), on: day))
    at("2019-05-14", 8, 55, "K. Ali")
    add(.assign([item("stalking-2019/R1"), item("stalking-2019/R3")], owner: "Det. Supt. on vulnerability"))
    wait(4)
    add(
      .note(
        item("stalking-2019/A1"), text: "Ask the national lead at the regional meeting before writing again.",
        isPrivate: true))
  }

  // MARK: How it is told

  private mutating func at(_ date: String, _ hour: Int64, _ minute: Int64, _ name: String) {
    day = self.date(date)
    time = WallTime(
      nanoseconds: (Int64(day.daysSinceEpoch) * 86_400 + hour * 3600 + minute * 60) * 1_000_000_000)
    author = name
  }

  private mutating func wait(_ minutes: Int64) {
    time = WallTime(nanoseconds: time.nanoseconds + minutes * 60_000_000_000)
  }

  private mutating func add(_ command: Command) {
    let by = Author(
      actor: author, login: "sample", today: day, meeting: isMeetingOn ? board.openMeeting?.id : nil)
    let id = ChangeID(replica: 1, sequence: UInt32(changes.count + 1), nonce: 0)
    let draft: ChangeDraft
    do throws(BoardError) {
      draft = try board.plan(command, as: id)
    } catch {
      preconditionFailure("the sample's history breaks a rule: \(error.sentence)")
    }
    board.apply(
      Change(
        id: id, lamport: UInt64(changes.count + 1), at: 0, on: day, actor: author, login: "sample", meeting: nil,
        kind: draft.kind, reason: draft.reason, reverses: nil, operations: draft.operations))
    changes.append(PastChange(by: by, at: time, command))
    wait(1)
  }

  private mutating func paper(_ paper: SampleData.Paper) {
    guard let reading = try? PaperReader().read(paper.bytes),
      let plan = try? ImportPlan(reading, onto: board, name: paper.name)
    else { preconditionFailure("the sample paper \(paper.name) does not read") }
    if let command = plan.command { add(command) }
  }

  /// A section 55 response that was given in full before the report came onto the board.
  private mutating func respond(
    to key: String, items count: Int, publishedOn date: String, comments: String, reply: String
  ) {
    add(.comment(.bodyComments, on: .report(key), text: comments))
    add(.comment(.bodyReply, on: .report(key), text: reply))
    for number in 1...count {
      add(.position(item("\(key)/R\(number)"), .proposed, text: nil))
    }
    for area in board.items(of: key) where area.kind != .recommendation && area.bodyComments == nil {
      add(.comment(.bodyComments, on: .item(area.reference), text: "The Commissioner will follow this at the Board."))
    }
    let day = self.date(date)
    for step in [Field.publishedOn, .sentToInspectorsOn, .sentToSecretaryOfStateOn] {
      add(.record(report: key, step: step, on: day))
    }
  }

  private mutating func assign(_ items: [String], _ owner: String) {
    add(.assign(items.map { item("crime-2018/\($0)") }, owner: owner))
  }

  private func item(_ name: String) -> ItemReference {
    guard let reference = ItemReference(name) else { preconditionFailure("\(name) is no reference") }
    return reference
  }

  private func date(_ text: String) -> CalendarDay {
    guard let day = CalendarDay(text) else { preconditionFailure("\(text) is no date") }
    return day
  }
}
