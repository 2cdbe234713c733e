import BoardModel

extension Assembler {
  /// An item's label: a new item, the text of a card, or an item that stood above already.
  mutating func startItem(_ block: Block, _ kind: ItemKind, _ label: LabelMatch) {
    if SectionWords.isContentsEntry(block) {
      asides.append(Aside(block: block, why: .contents))
      return
    }
    if current?.isCard == true, current?.text.isEmpty == true, label.number == nil {
      current?.lines += block.lines
      append(block)
      place = .text
      return
    }
    finish()
    if let number = label.number, let known = place(of: kind, number),
      goesOn(with: known, block, label)
    {
      return
    }
    listKind = nil
    start(block, kind, label)
  }

  private mutating func start(_ block: Block, _ kind: ItemKind, _ label: LabelMatch) {
    var draft = ItemDraft(kind: kind, number: label.number, paragraph: block.marker.number, lines: block.lines)
    draft.labelShown = block.shown
    draft.statedNumber = label.statedNumber
    draft.alsoNumbers = label.alsoNumbers
    var block = block
    if let remark = label.remark {
      if StatedStatus.isBare(remark) {
        draft.status = remark
      } else {
        block.words = Array("(\(remark))".utf8) + (block.words.isEmpty ? [] : [0x20]) + block.words
      }
    }
    if let (status, length) = LeadingStatus.read(block.words) {
      draft.status = status
      block.words.removeFirst(length)
    }
    draft.text.append(block, asEntry: false)
    current = draft
    place = .text
  }

  /// Whether a label that stands a second time goes on with its item rather than naming another one.
  private mutating func goesOn(with known: Int, _ block: Block, _ label: LabelMatch) -> Bool {
    let isSame = SameText.isSame(block.words, drafts[known].text.bytes)
    let isAnswer = answersEarlier || !block.words.isEmpty && !SectionWords.isDirective(block, orNeeds: true)
    guard isSame || isAnswer || block.words.isEmpty, label.alsoNumbers.isEmpty else { return false }
    current = drafts[known]
    currentPlace = known
    current?.lines += block.lines
    if isSame {
      place = .after
    } else if block.words.isEmpty {
      place = .again
    } else {
      answer(block, label.printed)
    }
    return true
  }

  /// What stands below the label of an item that stood above: its text once more, its response, or another item.
  mutating func goOnAgain(_ block: Block) {
    guard let draft = current else { return }
    if SameText.isSame(block.words, draft.text.bytes) {
      place = .after
    } else if answersEarlier || !SectionWords.isDirective(block, orNeeds: true) {
      answer(block, draft.labelShown)
    } else {
      current?.lines.removeLast(block.lines.count)
      finish()
      var other = ItemDraft(kind: draft.kind, number: draft.number, paragraph: block.marker.number, lines: block.lines)
      other.text.append(block, asEntry: false)
      current = other
      place = .text
    }
  }

  private mutating func answer(_ block: Block, _ label: String) {
    place = .response
    if current?.responseLabel == nil { current?.responseLabel = label }
    if !answersEarlier {
      doubt(
        .chiefOfficerComments, block, "“\(label)” stands twice; what stands behind the second was read as the response")
    }
    append(block)
  }

  /// `Ref: R3`: a card begins, whose parts stand behind labels of their own.
  mutating func startCard(_ block: Block) {
    guard let code = ItemCode(alone: block.words) else { return }
    let words = String(decoding: block.words, as: UTF8.self)
    finish()
    listKind = nil
    var draft = ItemDraft(
      kind: ItemCode.kind(alone: words) ?? .recommendation, number: code.numbers.first, lines: block.lines)
    draft.isCard = true
    draft.labelShown = block.withLabelAsWords.shown
    if code.isUnusual { draft.statedNumber = code.printed }
    current = draft
    place = .after
  }

  /// Whether a part that only cards and turned-round items have can belong to the item at hand.
  func takesCardPart(_ role: LabelRole) -> Bool {
    switch role {
    case .text: current?.text.isEmpty == true
    case .itemKind: current?.isCard == true
    case .acceptance, .otherVoice: true
    default: false
    }
  }

  /// A report's field on a card: the first is the paper's, another one a doubt.
  mutating func takeOnCard(_ block: Block, _ field: LabelRole.ReportField) {
    current?.lines += block.lines
    let words = String(decoding: block.words, as: UTF8.self)
    if let known = facts.text(field) {
      guard known != words, field == .title else { return }
      doubt(.title, block, "it belongs to another report, “\(words)”")
    } else {
      facts.add(block, to: field, isNew: true)
    }
  }

  /// Leaves what another body says of an item aside.
  mutating func leaveVoice(_ block: Block) {
    asides.append(Aside(block: block, why: .otherVoice))
  }
}

/// A status that stands between an item's number and its text: `Recommendation 2 – OPEN – The force should …`.
private enum LeadingStatus {
  /// The status, and the bytes to take away.
  static func read(_ words: [UInt8]) -> (String, Int)? {
    if words.count <= 40, !words.isEmpty {
      let all = String(decoding: words, as: UTF8.self)
      if StatedStatus.isBare(all) { return (all, words.count) }
    }
    for index in words.prefix(44).indices where words[index] == 0x20 {
      guard let dash = LabelMark.dash(words, index + 1), index + 1 + dash < words.count, words[index + 1 + dash] == 0x20
      else {
        continue
      }
      let status = String(decoding: words[..<index], as: UTF8.self)
      return StatedStatus.isBare(status) ? (status, index + dash + 2) : nil
    }
    return nil
  }
}

/// Whether two texts are one, whatever was done to their marks.
enum SameText {
  static func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard !left.isEmpty, abs(left.count - right.count) < 20 + left.count / 10 else { return false }
    func folded(_ bytes: [UInt8]) -> [String] { Wording(bytes).tokens.filter(\.isWord).map(\.folded) }
    return folded(left) == folded(right)
  }
}

/// Sentences that let somebody speak: `The Chief Constable told me:`.
enum Speech {
  private static let speakers: Set<String> = ["constable", "force", "constabulary", "officer", "service", "chief"]
  private static let verbs: Set<String> = [
    "said", "says", "stated", "states", "told", "responded", "responds", "commented", "comments", "replied", "writes",
    "wrote",
    "advised", "advises", "provided", "response", "informed", "reports", "reported", "answered",
  ]

  /// Whether a block is such a sentence: short, ending with a colon, naming a speaker and speech.
  static func introduces(_ block: Block) -> Bool {
    guard block.words.count <= 200, block.announces, block.label == nil else { return false }
    let text = Wording(block.words)
    return text.contains(anyOf: speakers, in: 0..<text.count) && text.contains(anyOf: verbs, in: 0..<text.count)
      && !text.contains(anyOf: Verbs.modals, in: 0..<text.count)
  }
}
