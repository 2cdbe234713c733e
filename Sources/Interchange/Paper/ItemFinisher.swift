import BoardModel

/// Turns gathered parts into items: numbers, addressees, periods, due dates and proposed statuses.
struct ItemFinisher {
  let report: ReadReport
  /// The paper's last line that is not blank: what stands there may break off.
  let lastLine: Int

  func items(_ drafts: [ItemDraft]) throws(PaperError) -> [ReadItem] {
    var numbers = NumberGiver(drafts)
    var items: [ReadItem] = []
    items.reserveCapacity(drafts.count)
    for draft in drafts {
      try check(draft)
      var item = item(draft)
      let (number, doubt) = numbers.number(for: draft)
      guard number.major <= PaperLimits.items else { throw .tooManyItems(line: draft.firstLine) }
      item.number = number
      for other in draft.alsoNumbers {
        var twin = item
        twin.number = other
        items.append(twin)
      }
      if let doubt { item.doubts.append(doubt) }
      items.insert(item, at: items.count - draft.alsoNumbers.count)
    }
    return items
  }

  /// Refuses a part that is too long for the board.
  private func check(_ draft: ItemDraft) throws(PaperError) {
    let texts = [draft.text, draft.response, draft.bodyComments, draft.bodyReply].map(\.bytes.count)
    let values = [draft.status, draft.addressees, draft.owner, draft.period].map { $0?.utf8.count ?? 0 }
    if let bytes = (texts + values).first(where: { $0 > PaperLimits.field }) {
      throw .fieldTooLong(line: draft.firstLine, bytes: bytes)
    }
  }

  private func item(_ draft: ItemDraft) -> ReadItem {
    let text = Wording(draft.text.bytes)
    let response = answer(draft)
    let addressees = addressees(draft, text)
    var item = ReadItem(
      kind: draft.kind, number: draft.number ?? ItemNumber(0),
      paragraph: draft.paragraph.isEmpty ? nil : draft.paragraph.map(String.init).joined(separator: "."),
      text: draft.text.string, response: response, responseLabel: response == nil ? nil : draft.responseLabel,
      bodyComments: words(draft.bodyComments), bodyReply: words(draft.bodyReply),
      position: draft.position.flatMap(StatedPosition.read), addressees: addressees,
      owner: draft.owner.flatMap {
        Placeholder.isPlaceholder($0) || $0.lowercased() == "awaiting allocation" ? nil : $0
      },
      acceptance: draft.acceptance.flatMap(StatedAcceptance.read),
      proposal: StatusRule.proposal(
        stated: draft.status, response: response ?? words(draft.bodyComments),
        addressees: addressees),
      lines: draft.lines, doubts: draft.doubts)
    takePeriod(&item, draft, text)
    addDoubts(&item, draft)
    return item
  }

  private func answer(_ draft: ItemDraft) -> String? {
    let words = draft.response.string
    return words.isEmpty || Placeholder.isPlaceholder(words) ? nil : words
  }

  /// What the body says; `nil` for nothing, or a blank that is still to be filled.
  private func words(_ part: PartList) -> String? {
    part.isEmpty || Placeholder.isBlank(part.string) ? nil : part.string
  }

  private func addressees(_ draft: ItemDraft, _ text: Wording) -> [String] {
    guard let stated = draft.addressees, !Placeholder.isBlank(stated) else { return AddresseeRule.addressees(text) }
    return stated.split(separator: ";").flatMap { AddresseeRule.names(in: Wording(String($0))) }
  }

  private func takePeriod(_ item: inout ReadItem, _ draft: ItemDraft, _ text: Wording) {
    let governing = PeriodRule.governing(text)
    var period = governing?.found.period
    if governing?.isDoubtful == true, let words = period?.words {
      let sentence = "“\(words)” stands inside the sentence: it may not be when the item is to be done"
      item.doubts.append(Doubt(field: .period, lines: [draft.firstLine], sentence: sentence))
    }
    if period == nil, let words = governing?.found.words {
      item.unclearPeriod = words
      item.doubts.append(
        Doubt(field: .due, lines: [draft.firstLine], sentence: "no date follows from “\(words)”; the words are kept"))
    }
    if let stated = draft.period, !Placeholder.isPlaceholder(stated) {
      period = takeStated(stated, period, &item, draft.lines)
    }
    item.period = period
    guard let period else { return }
    item.due = period.due(from: report.periodStart)
    if item.due == nil {
      let sentence =
        report.isFollowUp
        ? "“\(period.words)” runs from the original report, whose date of publication is not stated"
        : "“\(period.words)” runs from the publication, whose day is not stated"
      item.doubts.append(Doubt(field: .due, lines: [draft.firstLine], sentence: sentence))
    }
  }

  /// A deadline behind a label: used where the text has none; one that differs from the text's is a doubt.
  private func takeStated(
    _ stated: String, _ period: CompletionPeriod?, _ item: inout ReadItem, _ lines: [Int]
  ) -> CompletionPeriod? {
    let read = StatedPeriod.read(stated, &item, lines)
    guard let period else { return read }
    if let read, let own = period.due(from: report.periodStart), let other = read.due(from: report.periodStart),
      own != other
    {
      let sentence =
        "the text says “\(period.words)” (\(own)), the paper's deadline is “\(stated)” (\(other)); the text's was taken"
      item.doubts.append(Doubt(field: .due, lines: lines, sentence: sentence))
    }
    return period
  }

  private func addDoubts(_ item: inout ReadItem, _ draft: ItemDraft) {
    if Placeholder.isPlaceholder(draft.response.string) {
      let sentence = "the response is a placeholder: “\(draft.response.string)”"
      item.doubts.append(Doubt(field: .chiefOfficerComments, lines: draft.lines, sentence: sentence))
    }
    if item.addressees.isEmpty, item.kind != .causeOfConcern {
      item.doubts.append(
        Doubt(field: .addressees, lines: [draft.firstLine], sentence: "the text does not say who should act"))
    }
    if let doubt = item.proposal.doubt {
      item.doubts.append(Doubt(field: .status, lines: draft.lines, sentence: doubt))
    }
    if let printed = draft.statedNumber {
      let sentence =
        "the paper's number is “\(printed)”; on the board it is \(draft.kind.letter)\(draft.number ?? ItemNumber(0))"
      item.doubts.append(Doubt(field: nil, lines: [draft.firstLine], sentence: sentence))
    }
    if !draft.alsoNumbers.isEmpty {
      let names = ([draft.number].compactMap { $0 } + draft.alsoNumbers).map { "\(draft.kind.letter)\($0)" }
      let sentence = "one text and one response stand for \(names.joined(separator: ", "))"
      item.doubts.append(Doubt(field: .text, lines: draft.lines, sentence: sentence))
    }
    if let words = draft.acceptance, item.acceptance == nil, !Placeholder.isPlaceholder(words) {
      let sentence = "“\(words)” does not say whether it is accepted"
      item.doubts.append(Doubt(field: .acceptance, lines: draft.lines, sentence: sentence))
    }
    if let status = draft.status, !Placeholder.isPlaceholder(status), StatedStatus.meaning(status) == nil {
      let sentence = "the paper's status “\(status)” has no meaning here"
      item.doubts.append(Doubt(field: .status, lines: draft.lines, sentence: sentence))
    }
    guard draft.lines.contains(lastLine) else { return }
    let last = draft.response.isEmpty ? draft.text : draft.response
    if !last.isFinished, draft.status == nil {
      let field: Field = draft.response.isEmpty ? .text : .chiefOfficerComments
      item.doubts.append(Doubt(field: field, lines: [lastLine], sentence: "the paper breaks off in the middle of it"))
    }
  }
}

/// Gives numbers: the paper's own, else the next in reading order; none twice.
private struct NumberGiver {
  private var used: [ItemKind: Set<ItemNumber>] = [:]
  private var given: [ItemKind: Set<ItemNumber>] = [:]
  private var next: [ItemKind: Int] = [:]

  init(_ drafts: [ItemDraft]) {
    for draft in drafts {
      if let number = draft.number { used[draft.kind, default: []].insert(number) }
    }
  }

  mutating func number(for draft: ItemDraft) -> (ItemNumber, Doubt?) {
    if let number = draft.number, given[draft.kind, default: []].insert(number).inserted { return (number, nil) }
    var candidate = next[draft.kind] ?? 1
    while used[draft.kind, default: []].contains(ItemNumber(candidate)) { candidate += 1 }
    next[draft.kind] = candidate + 1
    let number = ItemNumber(candidate)
    used[draft.kind, default: []].insert(number)
    given[draft.kind, default: []].insert(number)
    guard let stated = draft.number else { return (number, nil) }
    let sentence = "the paper has two items \(draft.kind.letter)\(stated); this one was numbered \(number)"
    return (number, Doubt(field: nil, lines: draft.lines, sentence: sentence))
  }
}

/// A (5B) position behind a label of its own.
private enum StatedPosition {
  static func read(_ words: String) -> ResponsePosition? {
    ResponsePosition.allCases.first { $0.title == words.lowercased() }
  }
}

/// Acceptance behind a label of its own.
private enum StatedAcceptance {
  static func read(_ words: String) -> Acceptance? {
    let text = Wording(words)
    let all = Set((0..<text.count).map { text[$0] })
    if !all.isDisjoint(with: ["partially", "partly", "part", "principle"]) { return .partly }
    if !all.isDisjoint(with: ["not", "no", "rejected", "declined"]) { return .notAccepted }
    return all.isDisjoint(with: ["yes", "accepted", "accept", "fully", "agreed"]) ? nil : .accepted
  }
}

/// A period behind a label of its own.
private enum StatedPeriod {
  static func read(_ words: String, _ item: inout ReadItem, _ lines: [Int]) -> CompletionPeriod? {
    let text = Wording(words)
    if let found = PeriodRule.read(text, at: 0), let period = found.period { return period }
    if let day = StatedDate.read(text, at: 0)?.date.lastDay { return CompletionPeriod(words: words, rule: .by(day)) }
    let sentence = "“\(words)” could not be read as a period or a date"
    item.doubts.append(Doubt(field: .period, lines: lines, sentence: sentence))
    return nil
  }
}
