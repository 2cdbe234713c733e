import BoardModel

/// What a table's columns hold, by their headings.
enum TableColumns {
  /// The meaning of a column.
  enum Meaning: Hashable {
    case number
    case text(ItemKind)
    case subNumber
    case subText
    case addressees
    case owner
    case acceptance
    case kind
    case response
    case bodyComments
    case status
    case period
    case other
  }

  /// Cells as headings: the first 64, the first 120 bytes of each.
  static func headings(_ cells: [[UInt8]]) -> [String] {
    cells.prefix(64).map { String(decoding: $0.prefix(120), as: UTF8.self) }
  }

  /// Whether cells are headings: one of them names a column of recommendations.
  static func looksLikeHeadings(_ cells: [[UInt8]]) -> Bool {
    cells.contains { cell in
      guard cell.count < 60 else { return false }
      if case .text = meaning(String(decoding: cell, as: UTF8.self)) { return true }
      return false
    }
  }

  /// The meaning of each cell of a row that has `count` cells.
  ///
  /// A column "Sub recommendation" may hold number and text in two cells of its own.
  static func meanings(_ headings: [String], count: Int) -> [Meaning] {
    var result = headings.map(meaning)
    if let sub = result.firstIndex(of: .subText), count > result.count { result.insert(.subNumber, at: sub) }
    return result
  }

  private static func meaning(_ heading: String) -> Meaning {
    let text = Wording(heading)
    let words = Set((0..<text.count).map { text[$0] })
    func has(_ names: Set<String>) -> Bool { !words.isDisjoint(with: names) }
    if has(["sub", "sub-recommendation"]) { return .subText }
    if has(["addressee", "addressees", "addressed"]) || has(["owner"]) && has(["rec", "rec.", "recommendation"]) {
      return .addressees
    }
    if has(["acceptance", "accepted", "accept"]) { return .acceptance }
    if has(["status", "rag", "rating"]) { return .status }
    if has(["date", "deadline", "due", "timescale", "timescales", "when", "target"]) && !has(["update", "to"]) {
      return .period
    }
    if has([
      "response", "update", "updates", "action", "actions", "progress", "comments", "comment", "position", "taken",
      "response/action",
    ]) {
      return has(["pcc", "pfcc", "opcc", "commissioner", "commissioner's", "pcc's", "body's", "authority"])
        ? .bodyComments : .response
    }
    if has(["pcc", "pfcc", "commissioner", "commissioner's"]) { return .bodyComments }
    if has(["owner", "lead", "responsible", "officer", "sro"]) { return .owner }
    if has(["type", "kind", "category"]), words.count <= 2 { return .kind }
    if has(["no", "number", "ref", "reference", "#", "id", "no."]) { return .number }
    if has(["afi", "afis", "improvement"]) { return .text(.areaForImprovement) }
    if has(["cause", "concern", "causes"]) { return .text(.causeOfConcern) }
    if words.contains(where: { $0.hasPrefix("recom") }) || has(["text", "description", "rec", "detail", "wording"]) {
      return .text(.recommendation)
    }
    return .other
  }
}
