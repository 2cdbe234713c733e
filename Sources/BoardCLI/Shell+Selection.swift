internal import BoardModel
internal import Commands

/// What a verb is to change, and what has to hold of it at that moment.
struct Selection {
  let targets: [Target]
  /// What the person took for granted, judged inside the lock.
  var expected: [Precondition]

  var entities: [EntityReference] { targets.map(\.entity) }

  /// The items; a report among the targets is none.
  var items: [ItemReference] {
    targets.compactMap { target in
      if case .item(let reference) = target { return reference }
      return nil
    }
  }
}

extension Command {
  /// One command for each of several things, as one change.
  static func each<Thing>(_ things: [Thing], _ make: (Thing) -> Command) -> Command {
    let commands = things.map(make)
    return commands.count == 1 ? commands[0] : .together(commands)
  }
}

extension Shell {
  /// How much of standard input is read for references: the longest change there can be.
  private static var longestList: Int { 32 << 20 }

  /// What the words name: references, `-` for references on standard input, or with `--all-matching` a query.
  ///
  /// - Parameter reports: Whether a report's key names the report as a whole.
  func selection(
    _ words: some Sequence<String>, reports: Bool = false, in session: Session
  ) throws(Failure) -> Selection {
    let words = Array(words)
    let board = session.board
    var selection: Selection
    if invocation.has("all-matching") {
      selection = try matching(words.joined(separator: " "), on: board)
    } else {
      if words.isEmpty { throw .usage(.missingOperand("REF", verb: invocation.verb.name)) }
      if invocation.has("yes"), !invocation.has("stock") {
        throw .usage(.flagWithoutUse(flag: "yes", verb: invocation.verb.name))
      }
      var names: [String] = []
      for word in words { names += word == "-" ? try listedNames() : [word] }
      do throws(BoardError) {
        selection = Selection(targets: try board.resolveTargets(names, reports: reports), expected: [])
      } catch {
        throw .board(error)
      }
    }
    selection.expected += try conditions(on: selection.targets, board)
    return selection
  }

  /// What `--if-status` and `--if-unchanged-since` want of the targets.
  func conditions(on targets: [Target], _ board: Board) throws(Failure) -> [Precondition] {
    var conditions: [Precondition] = []
    if let status = invocation["if-status"] {
      for target in targets {
        guard case .item = target else { throw .usage(.flagWithoutUse(flag: "if-status", verb: invocation.verb.name)) }
        conditions.append(.value(target.entity, FieldKey(.status), is: status))
      }
    }
    if let name = invocation["if-unchanged-since"] {
      let change: ChangeID
      do throws(BoardError) { change = try board.resolveChange(name).id } catch { throw .board(error) }
      conditions += targets.map { .untouched($0.entity, since: change) }
    }
    return conditions
  }

  /// The first column of each line of standard input, so that what `list --porcelain` prints can be piped in.
  private func listedNames() throws(Failure) -> [String] {
    let lines = try standardInput(limit: Shell.longestList).split(whereSeparator: \.isNewline)
    let names = lines.compactMap { line in line.split(whereSeparator: \.isWhitespace).first.map(String.init) }
    if names.isEmpty { throw .nothingNamed }
    return names
  }

  /// The items that a query finds, after the person agreed to change all of them.
  private func matching(_ text: String, on board: Board) throws(Failure) -> Selection {
    let query: Query
    do throws(BoardError) { query = try Query(parsing: text) } catch { throw .board(error) }
    if query.isEmpty { throw .usage(.missingOperand("QUERY", verb: invocation.verb.name)) }
    let items = query.items(on: board, today: today)
    if items.isEmpty { throw .board(.nothingMatches(query: text)) }
    try agree(to: items, of: text)
    // What was looked at is what is changed: an item that somebody changes in between stops all of it.
    let seen = board.history.last?.id ?? .none
    let targets = items.map { Target.item($0.reference) }
    return Selection(targets: targets, expected: targets.map { .untouched($0.entity, since: seen) })
  }

  /// Shows how many items a query finds and the first of them, and asks; in a pipe `--yes` has to say it.
  private func agree(to items: [Item], of query: String) throws(Failure) {
    if invocation.has("yes") || invocation.has("dry-run") { return }
    let count = "\(items.count) \(items.count == 1 ? "item" : "items")"
    guard canAsk else {
      throw .usage(
        .needsAnswer(
          verb: invocation.verb.name, flags: "--yes to change the \(count) that match, or --dry-run only to look"))
    }
    console.line("“\(query)” matches \(count):")
    for item in items.prefix(10) {
      let line = "  \(item.reference)  \(item.status.title)  \(item.text)"
      console.line(console.cut(line, to: console.columns ?? 100))
    }
    if items.count > 10 { console.line("  … and \(items.count - 10) more") }
    guard try agrees("Change \(items.count == 1 ? "it" : "all \(items.count)")?") else { throw .declined }
  }
}

extension Shell {
  /// The words that name items and the text behind them, which is `nil` when none stands on the line.
  ///
  /// The first word is a name, and so is what looks like one behind it; with `--text` or `--all-matching` all words are.
  ///
  /// - Parameter reports: Whether a report's key counts as a name.
  func namesAndText(reports: Bool = false, on board: Board) throws(Failure) -> (
    names: ArraySlice<String>, text: String?
  ) {
    let operands = invocation.operands
    if invocation.has("text") || invocation.has("all-matching") { return (operands[...], invocation["text"]) }
    _ = try invocation.operand(0, "REF")
    let names = operands.dropFirst().prefix { Shell.looksLikeName($0, reports: reports, on: board) }
    try invocation.expectAtMost(names.endIndex + 1)
    return (operands[..<names.endIndex], names.endIndex < operands.count ? operands[names.endIndex] : nil)
  }

  /// Whether a word behind the first name is one more: it has the form of a reference, or is the key of a report.
  static func looksLikeName(_ word: String, reports: Bool, on board: Board) -> Bool {
    ItemReference(word) != nil || ItemReference.local(word) != nil
      || (reports && board.report(word.lowercased()) != nil)
  }

  /// What the editor's file is named after.
  func subject(of selection: Selection) -> String { selection.entities.first?.name ?? invocation.verb.name }
}
