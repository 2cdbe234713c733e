internal import BoardModel
internal import Interchange
internal import JSONText
internal import SystemCalls

/// `board import FILE…`: reads papers, shows what was read, asks, then adds.
enum ImportVerb {
  /// A paper that was read, and what the command line said about it.
  struct Paper {
    let file: String
    let reading: PaperReading
    let key: String?
    let published: CalendarDay?

    /// What adding it to a board would do.
    ///
    /// - Throws: Never for a key that was checked before.
    func plan(onto board: Board) throws(ImportPlan.Refusal) -> ImportPlan {
      try ImportPlan(reading, onto: board, key: key, published: published, name: file == "-" ? "" : file)
    }

    /// The operations that add it, planned anew on the board inside the lock; none when all of it is there.
    func draft(on board: Board, as id: ChangeID) throws(BoardError) -> ChangeDraft {
      let nothing = ChangeDraft(kind: .import)
      // The key was checked when the command line was read, and nothing else is refused.
      guard let command = (try? plan(onto: board))?.command else { return nothing }
      return try board.plan(command, as: id)
    }
  }

  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let invocation = shell.invocation
    let files = invocation.operands
    if files.isEmpty { throw .usage(.missingOperand("FILE", verb: "import")) }
    if files.count > 1, invocation.has("report") { throw .usage(.extraOperand(files[1], verb: "import")) }
    var key: String?
    if let name = invocation["report"] { key = try Shell.newKey(name) }
    let published = try invocation.day("published")
    // A board has to be there before anybody reads a long plan for it.
    let session = try Session.writing(shell)
    var papers: [Paper] = []
    for file in files {
      papers.append(
        Paper(file: file, reading: try PaperFile.read(file, shell), key: key, published: published))
    }
    return try add(papers, to: session, shell)
  }

  private static func add(_ papers: [Paper], to session: Session, _ shell: Shell) throws(Failure) -> ExitStatus {
    var answers: [[UInt8]] = []
    var last: Change?
    for paper in papers {
      let plan: ImportPlan
      do throws(ImportPlan.Refusal) {
        plan = try paper.plan(onto: session.board)
      } catch {
        throw .usage(.badName(what: "--report", value: paper.key ?? "", expected: error.sentence))
      }
      if !shell.json, !shell.invocation.globals.quiet { ImportPage.show(plan, paper, shell) }
      let change = try commit(plan, paper, session, shell)
      last = change ?? last
      if shell.json { answers.append(json(plan, paper, change, session, shell)) }
    }
    if shell.json { shell.console.raw(envelope(answers, shell)) }
    if let last { try shell.console.flush(after: last) }
    return .done
  }

  /// Asks where a person is there, and adds; `nil` when there is nothing to add, or it was only to be shown.
  private static func commit(
    _ plan: ImportPlan, _ paper: Paper, _ session: Session, _ shell: Shell
  ) throws(Failure) -> Change? {
    let console = shell.console
    let says = !shell.json && !shell.invocation.globals.quiet
    guard plan.command != nil else {
      if says { console.line("Nothing changed: \(paper.file) is on the board already, as \(plan.key).") }
      return nil
    }
    if shell.invocation.has("dry-run") {
      if says { console.line("Nothing was written (--dry-run).") }
      return nil
    }
    if !shell.invocation.has("yes") {
      guard shell.canAsk else {
        if !shell.json { try console.flush() }
        throw .usage(.needsAnswer(verb: "import", flags: "--yes to add, or --dry-run only to look"))
      }
      let count = plan.newItems.count
      guard try shell.agrees("Add \(count) \(count == 1 ? "item" : "items") to \(plan.key)?") else { throw .declined }
    }
    let change = try session.commit(.paper(paper))
    if says, let change {
      console.line("\(change.description(on: session.board)). Undo: board undo")
      try console.flush(after: change)
    }
    return change
  }

  private static func envelope(_ answers: [[UInt8]], _ shell: Shell) -> [UInt8] {
    if answers.count == 1 { return answers[0] + [0x0A] }
    return JSONOutput.object(kind: "import-plan-list", asOf: shell.now, today: shell.today) { writer in
      writer.array("plans", of: answers) { $0.raw($1) }
    }
  }

  private static func json(
    _ plan: ImportPlan, _ paper: Paper, _ change: Change?, _ session: Session, _ shell: Shell
  ) -> [UInt8] {
    let object = JSONOutput.object(kind: "import-plan", asOf: shell.now, today: shell.today) { writer in
      writer.member("file", paper.file)
      writer.member("dryRun", shell.invocation.has("dry-run"))
      writer.object("change", change) { writer, change in
        writer.member("id", change.id.description)
        writer.member("description", change.description(on: session.board))
      }
      JSONOutput.plan(plan, to: &writer)
    }
    return Array(object.dropLast())
  }
}
