import BoardModel

/// Gives each block its place: in an item, in the report's fields, or aside with a reason.
struct Assembler {
  /// A block that belongs to no item.
  struct Aside {
    let block: Block
    let why: SkippedText.Reason
  }

  /// What the next block without a label belongs to.
  enum Place: Equatable {
    case text
    case response
    case bodyComments
    case bodyReply
    /// The value of a label that stood alone.
    case value(LabelRole)
    /// After a value: only a label or a new entry goes on with the item.
    case after
    /// Below the label of an item that stood above already: its text once more, or its response.
    case again
    /// Words of another body, which are left aside.
    case otherVoice
  }

  var drafts: [ItemDraft] = []
  /// Where in ``drafts`` an item of a kind and number stands last; asked for every label, so never searched.
  private var places: [ItemKind: [ItemNumber: Int]] = [:]
  var asides: [Aside] = []
  var facts = LabelledFacts()
  var doubts: [Doubt] = []
  var current: ItemDraft?
  var place = Place.text
  /// The kind that entries without a label have, below a heading or sentence that announces a list.
  var listKind: ItemKind?
  /// Whether the part of the paper at hand answers items that stand in an earlier part.
  var answersEarlier = false
  /// Where in ``drafts`` the item at hand stands, when it was met before.
  var currentPlace: Int?

  mutating func assemble(_ blocks: [Block]) {
    for block in blocks { takeWithMarks(block) }
    finish()
  }

  /// Takes a register's marks out of a block before it gets its place; the status goes to its item.
  private mutating func takeWithMarks(_ block: Block) {
    guard block.row == nil, let mark = RegisterMark(block.words) else {
      take(block)
      return
    }
    var plain = block
    plain.words = mark.rest
    if plain.words.isEmpty, plain.label == nil, current != nil {
      current?.lines += block.lines
    } else {
      take(plain)
    }
    current?.status = mark.status
  }

  private mutating func take(_ block: Block) {
    if let word = block.guesses.first {
      let sentence = "“\(word)” was put together over a line's end; nothing tells whether it has a hyphen"
      doubts.append(Doubt(field: .text, lines: block.lines, sentence: sentence))
    }
    if block.furniture != nil {
      finish()
      listKind = nil
      asides.append(Aside(block: block, why: .furniture))
    } else if block.row != nil {
      takeRow(block)
    } else if let label = block.label {
      take(block, labelled: label)
    } else if !block.hasWords {
      asides.append(Aside(block: block, why: .ornament))
    } else if case .value(let role) = place, let field = reportField(role), field.takes(block) {
      facts.add(block, to: field, isNew: false)
      if field != .contactOfficers { place = .after }
    } else if opensSection(block) {
      finish()
      listKind = SectionWords.kind(announcedBy: block)
      answersEarlier = !drafts.isEmpty && SectionWords.announcesAnswers(block)
      place = .after
      asides.append(Aside(block: block, why: .heading))
    } else if isListEntry(block) {
      startEntry(block)
    } else if current != nil {
      goOn(block)
    } else {
      if block.announces, let kind = SectionWords.kind(announcedBy: block) { listKind = kind }
      asides.append(Aside(block: block, why: drafts.isEmpty ? .introduction : .between))
    }
  }

  /// Ends the item at hand.
  mutating func finish() {
    guard let draft = current else { return }
    current = nil
    place = .after
    if let known = currentPlace {
      drafts[known] = draft
      currentPlace = nil
    } else if draft.text.isEmpty {
      setAside(draft)
    } else {
      add(draft)
    }
  }

  /// Adds an item that is whole, or a row of a table.
  mutating func add(_ draft: ItemDraft) {
    if let number = draft.number { places[draft.kind, default: [:]][number] = drafts.count }
    drafts.append(draft)
  }

  /// The place of the last item of a kind and number; `nil` when there is none.
  func place(of kind: ItemKind, _ number: ItemNumber) -> Int? { places[kind]?[number] }

  /// A label that never got a text: what stood under it is shown as left aside.
  private mutating func setAside(_ draft: ItemDraft) {
    var block = Block(lines: draft.lines)
    let texts = [draft.response, draft.bodyComments, draft.bodyReply].map(\.string)
    let parts = [draft.labelShown] + texts + [draft.status ?? "", draft.position ?? ""]
    block.words = Array(parts.filter { !$0.isEmpty }.joined(separator: " ").utf8)
    asides.append(Aside(block: block, why: .labelAlone))
  }

  private mutating func take(_ block: Block, labelled label: LabelMatch) {
    switch label.role {
    case .item(let kind): startItem(block, kind, label)
    case .report(let field): takeField(block, field)
    case .response where !label.answers.numbers.isEmpty: takeShared(block, label)
    case .itemNumber where ItemCode(alone: block.words) != nil: startCard(block)
    case .itemNumber, .itemKind, .text, .acceptance, .otherVoice:
      if current == nil || label.role == .itemNumber || !takesCardPart(label.role) {
        take(block.withLabelAsWords)
      } else {
        takePart(block, label)
      }
    default:
      guard current != nil else {
        asides.append(Aside(block: block, why: .withoutItem))
        return
      }
      takePart(block, label)
    }
  }

  private mutating func takeField(_ block: Block, _ field: LabelRole.ReportField) {
    if current != nil, field.isForHead {
      // "Date:" or "From:" inside an item's response belongs to it.
      if [.response, .bodyComments, .bodyReply].contains(place) {
        goOn(block.withLabelAsWords)
        return
      }
      if current?.isCard == true, !block.words.isEmpty { return takeOnCard(block, field) }
    }
    finish()
    facts.add(block, to: field, isNew: true)
    place = block.words.isEmpty || field == .contactOfficers ? .value(.report(field)) : .after
  }

  private func reportField(_ role: LabelRole) -> LabelRole.ReportField? {
    if case .report(let field) = role, current == nil { return field }
    return nil
  }

  private mutating func takePart(_ block: Block, _ label: LabelMatch) {
    if label.role == .otherVoice {
      place = .otherVoice
      leaveVoice(block.withLabelAsWords)
      return
    }
    current?.lines += block.lines
    switch label.role {
    case .text:
      place = .text
      append(block)
    case .boardReference:
      asides.append(Aside(block: block.withLabelAsWords, why: .boardReference))
      place = .after
    case .bodyReply:
      place = .bodyReply
      append(block)
    case .response, .bodyComments:
      place = label.role == .response ? .response : .bodyComments
      if place == .response, current?.responseLabel == nil {
        current?.responseLabel = label.printed
        append(block)
      } else if place == .response {
        if block.words.isEmpty {
          current?.response.open(label.printed)
        } else {
          current?.response.append(block.words, titled: label.name)
        }
      } else {
        append(block)
      }
    default:
      guard !block.words.isEmpty else {
        place = .value(label.role)
        return
      }
      set(label.role, String(decoding: block.words, as: UTF8.self))
      place = .after
    }
  }

  /// Sets a one-line part of the item at hand.
  mutating func set(_ role: LabelRole, _ value: String) {
    switch role {
    case .status: current?.status = value
    case .addressees: current?.addressees = value
    case .owner: current?.owner = value
    case .period: current?.period = value
    case .position: current?.position = value
    case .acceptance: current?.acceptance = value
    case .itemKind:
      if let kind = ItemCode.kind(alone: value) { current?.kind = kind }
    default: break
    }
  }

  /// Appends a block to the text that the item at hand is in.
  mutating func append(_ block: Block, asEntry: Bool = false) {
    switch place {
    case .response: current?.response.append(block, asEntry: asEntry)
    case .bodyComments: current?.bodyComments.append(block, asEntry: asEntry)
    case .bodyReply: current?.bodyReply.append(block, asEntry: asEntry)
    default: current?.text.append(block, asEntry: asEntry)
    }
  }
}

extension LabelRole.ReportField {
  /// Whether it stands in a paper's head only.
  fileprivate var isForHead: Bool {
    switch self {
    case .contactOfficers, .referenceDocument: false
    default: true
    }
  }

  /// Whether a block below a label is a value of it: contact officers go on while there are names and posts.
  fileprivate func takes(_ block: Block) -> Bool {
    guard self == .contactOfficers else { return true }
    return ContactOfficers.looksLikeEntry(block.words)
  }
}

extension Block {
  /// The block with its label as part of its words.
  var withLabelAsWords: Block {
    guard let label else { return self }
    var block = self
    block.label = nil
    block.words = Array((label.printed + (words.isEmpty ? "" : " ")).utf8) + words
    return block
  }
}

extension LabelMatch {
  /// The label without its colon.
  var name: String { printed.hasSuffix(":") ? String(printed.dropLast()) : printed }
}
