import BoardModel

extension Assembler {
  /// Whether a block starts another part of the paper, so that the item at hand is over.
  func opensSection(_ block: Block) -> Bool {
    if block.isHeading { return true }
    let number = block.marker.number
    if let draft = current, !number.isEmpty, !block.marker.isParenthesis {
      if !draft.paragraph.isEmpty { return number.count < draft.paragraph.count }
      if draft.isLabelled, SectionWords.looksLikeHeading(block) { return true }
    }
    return SectionWords.isHeading(block)
  }

  /// Whether a block without a label is an item of an announced list, or of directives below a cause of concern.
  func isListEntry(_ block: Block) -> Bool {
    if let draft = current, draft.kind == .causeOfConcern, draft.text.isEmpty, draft.number == nil {
      return SectionWords.isDirective(block)
    }
    guard let listKind else { return false }
    if let draft = current {
      guard !draft.isLabelled else { return false }
      if !draft.paragraph.isEmpty || draft.number != nil, !block.marker.number.isEmpty {
        return block.marker.number.last == (draft.number?.major ?? draft.paragraph.last ?? 0) + 1
      }
      if place == .text, !draft.text.isFinished || draft.text.isInList { return false }
    }
    return SectionWords.isDirective(block, orNeeds: listKind == .areaForImprovement)
  }

  /// Starts an item from an entry of a list.
  mutating func startEntry(_ block: Block) {
    let kind = listKind ?? .recommendation
    finish()
    listKind = kind
    var draft = ItemDraft(kind: kind, lines: block.lines)
    if block.marker.number.count == 1 {
      draft.number = ItemNumber(String(block.marker.number[0]))
    } else {
      draft.paragraph = block.marker.number
    }
    draft.isLabelled = false
    draft.text.append(block, asEntry: false)
    current = draft
    place = .text
  }

  /// A block without a label, below an item's label or text.
  mutating func goOn(_ block: Block) {
    if place == .otherVoice { return leaveVoice(block) }
    current?.lines += block.lines
    let isEntry = block.marker.isBulletOnly || block.marker.isParenthesis
    switch place {
    case .value(let role):
      set(role, String(decoding: block.words, as: UTF8.self))
      place = .after
    case .again: goOnAgain(block)
    case .otherVoice: break
    case .response, .bodyComments, .bodyReply:
      if !block.marker.number.isEmpty, !block.marker.isParenthesis {
        doubt(
          .chiefOfficerComments, block, "paragraph \(block.ordinal)has no label and was read as part of the response")
      }
      append(block, asEntry: isEntry)
    case .after:
      afterValue(block, isEntry: isEntry)
    case .text:
      textGoesOn(block, isEntry: isEntry)
    }
  }

  private mutating func afterValue(_ block: Block, isEntry: Bool) {
    if current?.text.isEmpty == true {
      place = .text
      append(block, asEntry: isEntry)
      return
    }
    guard current?.response.isEmpty == true, !block.isShort else {
      current?.lines.removeLast(block.lines.count)
      asides.append(Aside(block: block, why: .between))
      return
    }
    startResponse(block, isEntry: isEntry)
  }

  private mutating func textGoesOn(_ block: Block, isEntry: Bool) {
    if belongsToText(block, isEntry: isEntry) {
      append(block, asEntry: isEntry && current?.text.isEmpty == false)
    } else {
      startResponse(block, isEntry: isEntry)
    }
  }

  /// Whether a block goes on with the text of the item at hand.
  ///
  /// A function of its own: a copy of the draft that lived on while it grows would make long texts quadratic.
  private func belongsToText(_ block: Block, isEntry: Bool) -> Bool {
    guard let text = current?.text, !text.isEmpty else { return true }
    if Speech.introduces(block) { return false }
    if isEntry { return text.takes(entry: block) }
    if text.isInList && block.announces || SectionWords.asksMore(block) { return true }
    return !text.isFinished && !text.isInList && ASCII.isLower(block.words.first ?? 0)
  }

  /// A paragraph behind a complete text and without a label is taken for the response, with a doubt.
  mutating func startResponse(_ block: Block, isEntry: Bool) {
    place = .response
    if Speech.introduces(block) {
      if current?.responseLabel == nil { current?.responseLabel = String(decoding: block.words, as: UTF8.self) }
      return
    }
    doubt(.chiefOfficerComments, block, "no label says that this is the response; it was read as one")
    append(block, asEntry: isEntry)
  }

  mutating func doubt(_ field: Field, _ block: Block, _ sentence: String) {
    current?.doubts.append(Doubt(field: field, lines: block.lines, sentence: sentence))
  }
}

extension Block {
  /// Whether it is a few words without an end, like a heading or a page's furniture.
  var isShort: Bool { words.count < 60 && !isFinished }
}
