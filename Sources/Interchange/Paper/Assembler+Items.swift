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
    guard listKind != nil else { return false }
    if let draft = current {
      guard !draft.isLabelled else { return false }
      if !draft.paragraph.isEmpty || draft.number != nil, !block.marker.number.isEmpty {
        return block.marker.number.last == (draft.number?.major ?? draft.paragraph.last ?? 0) + 1
      }
      if place == .text, !draft.text.isFinished || draft.text.isInList { return false }
    }
    return SectionWords.isDirective(block)
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
    current?.lines += block.lines
    let isEntry = block.marker.isBulletOnly || block.marker.isParenthesis
    switch place {
    case .value(let role):
      set(role, String(decoding: block.words, as: UTF8.self))
      place = .after
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
    if isEntry { return text.takes(entry: block) }
    if text.isInList && block.announces || SectionWords.asksMore(block) { return true }
    return !text.isFinished && !text.isInList && ASCII.isLower(block.words.first ?? 0)
  }

  /// A paragraph behind a complete text and without a label is taken for the response, with a doubt.
  private mutating func startResponse(_ block: Block, isEntry: Bool) {
    place = .response
    doubt(.chiefOfficerComments, block, "no label says that this is the response; it was read as one")
    append(block, asEntry: isEntry)
  }

  private mutating func doubt(_ field: Field, _ block: Block, _ sentence: String) {
    current?.doubts.append(Doubt(field: field, lines: block.lines, sentence: sentence))
  }
}

extension Block {
  /// Whether it is a few words without an end, like a heading or a page's furniture.
  var isShort: Bool { words.count < 60 && !isFinished }
}

extension Assembler {
  /// A row of a table: an item, and one more when it has a sub-recommendation.
  mutating func takeRow(_ block: Block) {
    guard let row = block.row, !row.isHeading else {
      asides.append(Aside(block: block, why: .table))
      return
    }
    finish()
    let meanings = TableColumns.meanings(row.headings, count: row.cells.count)
    let items = TableItems(row, meanings: meanings, lines: block.lines).drafts
    if items.isEmpty { asides.append(Aside(block: block, why: .tableRow)) }
    drafts += items
    listKind = nil
  }
}

/// The items that a row of a table holds.
struct TableItems {
  private(set) var drafts: [ItemDraft] = []

  init(_ row: TableRow, meanings: [TableColumns.Meaning], lines: [Int]) {
    var main = ItemDraft(kind: .recommendation, lines: lines)
    var sub = ItemDraft(kind: .recommendation, lines: lines)
    for (index, cell) in row.cells.enumerated() where index < meanings.count && !cell.isEmpty {
      let value = String(decoding: cell, as: UTF8.self)
      let heading = row.headings.indices.contains(index) ? row.headings[index] : ""
      switch meanings[index] {
      case .number: main.number = TableItems.number(value)
      case .text(let kind):
        main.kind = kind
        main.text.append(cell, titled: "")
      case .subNumber: sub.number = TableItems.number(value)
      case .subText:
        sub.text.append(cell, titled: "")
      case .addressees: (main.addressees, sub.addressees) = (value, value)
      case .response:
        let name = TableItems.heading(row, meanings, index) ?? heading
        if main.response.isEmpty { main.responseLabel = name }
        main.response.append(cell, titled: main.response.isEmpty ? "" : name)
      case .bodyComments: main.bodyComments.append(cell, titled: "")
      case .status: main.status = value
      case .period: main.period = value
      case .other: break
      }
    }
    if !main.text.isEmpty { drafts.append(main) }
    if !sub.text.isEmpty { drafts.append(sub) }
  }

  /// A column's heading where a sub-recommendation's number moved the columns by one.
  private static func heading(_ row: TableRow, _ meanings: [TableColumns.Meaning], _ index: Int) -> String? {
    let shift = meanings.count - row.headings.count
    let sub = meanings.firstIndex(of: .subNumber) ?? meanings.count
    let place = index > sub ? index - shift : index
    return row.headings.indices.contains(place) ? row.headings[place] : nil
  }

  /// `7`, `R7`, `Recommendation 7`, `7.1`.
  private static func number(_ cell: String) -> ItemNumber? {
    let digits = cell.utf8.drop { !ASCII.isDigit($0) }.prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
    let text = String(Substring(digits))
    return ItemNumber(text.hasSuffix(".") ? String(text.dropLast()) : text)
  }
}
