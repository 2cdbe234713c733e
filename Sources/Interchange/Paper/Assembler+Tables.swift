import BoardModel

extension Assembler {
  /// A row of a table: an item, and one more when it has a sub-recommendation.
  mutating func takeRow(_ block: Block) {
    guard let row = block.row, !row.isHeading else {
      asides.append(Aside(block: block, why: .table))
      return
    }
    finish()
    let meanings = TableColumns.meanings(row.headings, count: row.cells.count)
    let items = TableItems(row, meanings: meanings, lines: block.lines)
    if !items.hasNumber, meanings.contains(.number), let last = drafts.indices.last, drafts[last].isRow,
      items.isContinuation
    {
      drafts[last].lines += block.lines
      items.addParts(to: &drafts[last])
      return
    }
    if items.drafts.isEmpty { asides.append(Aside(block: block, why: .tableRow)) }
    for draft in items.drafts { add(draft) }
    listKind = nil
  }
}

/// The items that a row of a table holds.
struct TableItems {
  private(set) var drafts: [ItemDraft] = []
  private(set) var hasNumber = false
  private var parts: ItemDraft
  private var sub: ItemDraft
  private let row: TableRow

  init(_ row: TableRow, meanings: [TableColumns.Meaning], lines: [Int]) {
    self.row = row
    parts = ItemDraft(kind: .recommendation, lines: lines)
    parts.isRow = true
    sub = parts
    for (index, cell) in row.cells.enumerated() where !cell.isEmpty {
      guard index < meanings.count else {
        leaveAside(cell, under: "")
        continue
      }
      take(cell, as: meanings[index], under: TableItems.heading(row, meanings, index) ?? "")
    }
    hasNumber = parts.number != nil
    if !parts.text.isEmpty { drafts.append(parts) }
    if !sub.text.isEmpty { drafts.append(sub) }
  }

  /// Whether the row only goes on with the one above: it has cells, and none that asks for something new.
  var isContinuation: Bool {
    let text = Block(words: parts.text.bytes)
    return parts.text.isEmpty || ASCII.isLower(parts.text.bytes[0]) || !SectionWords.isDirective(text)
  }

  /// Adds the row's cells to the item of the row above.
  func addParts(to draft: inout ItemDraft) {
    draft.text.append(parts.text.bytes, titled: "")
    draft.response.append(parts.response.bytes, titled: "")
    draft.bodyComments.append(parts.bodyComments.bytes, titled: "")
    draft.status = draft.status ?? parts.status
    draft.period = draft.period ?? parts.period
    draft.owner = draft.owner ?? parts.owner
    draft.doubts += parts.doubts
    draft.doubts.append(
      Doubt(field: .text, lines: parts.lines, sentence: "a row without a number was read as part of the one above"))
  }

  private mutating func take(_ cell: [UInt8], as meaning: TableColumns.Meaning, under heading: String) {
    let value = String(decoding: cell, as: UTF8.self)
    switch meaning {
    case .number: number(cell, value)
    case .text(let kind):
      // A narrow column "AFI" beside "Area for improvement" holds the number.
      if parts.number == nil, ItemCode(alone: cell) != nil { return number(cell, value, kind) }
      if parts.text.isEmpty, !kindIsStated { parts.kind = kind }
      parts.text.append(cell, titled: "")
    case .subNumber: sub.number = ItemCode(alone: cell)?.numbers.first
    case .subText: sub.text.append(cell, titled: "")
    case .addressees: (parts.addressees, sub.addressees) = (value, value)
    case .owner:
      if Actors.isBody(value) { (parts.addressees, sub.addressees) = (value, value) } else { parts.owner = value }
    case .response:
      if parts.response.isEmpty { parts.responseLabel = heading }
      parts.response.append(cell, titled: parts.response.isEmpty ? "" : heading)
    case .bodyComments: parts.bodyComments.append(cell, titled: "")
    case .status: parts.status = value
    case .period: parts.period = value
    case .acceptance: parts.acceptance = value
    case .kind:
      if let kind = ItemCode.kind(alone: value) { (parts.kind, kindIsStated) = (kind, true) }
    case .other: leaveAside(cell, under: heading)
    }
  }

  private var kindIsStated = false

  private mutating func number(_ cell: [UInt8], _ value: String, _ kind: ItemKind? = nil) {
    guard let code = ItemCode(alone: cell) else { return leaveAside(cell, under: "the number") }
    parts.number = code.numbers.first
    if code.isUnusual { parts.statedNumber = code.printed }
    if let kind = ItemCode.kind(alone: value) ?? kind { (parts.kind, kindIsStated) = (kind, true) }
  }

  private mutating func leaveAside(_ cell: [UInt8], under heading: String) {
    let text = String(decoding: cell.prefix(120), as: UTF8.self)
    let name = heading.isEmpty ? "a cell without a heading" : "the column “\(heading)”"
    parts.doubts.append(Doubt(field: nil, lines: parts.lines, sentence: "\(name) was left aside: “\(text)”"))
  }

  /// A column's heading where a sub-recommendation's number moved the columns by one.
  private static func heading(_ row: TableRow, _ meanings: [TableColumns.Meaning], _ index: Int) -> String? {
    let shift = meanings.count - row.headings.count
    let sub = meanings.firstIndex(of: .subNumber) ?? meanings.count
    let place = index > sub ? index - shift : index
    return row.headings.indices.contains(place) ? row.headings[place] : nil
  }
}
