import BoardModel

/// The numbers behind an item's label: `7`, `7.1`, `No. 7`, `5a`, `5(b)`, `2024/05`, `3 of 9`, `4 and 5`.
struct ItemCode {
  private(set) var numbers: [ItemNumber] = []
  /// Where the numbers end, with what belongs to them.
  private(set) var end = 0
  /// The first number as printed.
  private(set) var printed = ""
  /// Whether the board has to write it otherwise than the paper does.
  private(set) var isUnusual = false
  /// What stands in parentheses behind them.
  private(set) var remark: String?

  init() {}

  /// Reads what stands behind a label's words.
  ///
  /// - Returns: `nil` when the words are no label here: a plural without a list, a short form without a number.
  init?(_ bytes: [UInt8], start: Int, behind: Int) {
    end = behind
    let words = String(decoding: bytes[start..<behind].map(ASCII.lower), as: UTF8.self)
    let last = words.split(separator: " ").last.map(String.init) ?? words
    let isPlural = ["recommendations", "recs", "afis"].contains(last) || words.hasSuffix("areas for improvement")
    let isShort = ["r", "rec", "afi", "coc", "cfc"].contains(last)
    var index = behind
    if index < bytes.count, bytes[index] == 0x20 {
      index = ItemCode.prefixEnd(bytes, index + 1)
    } else if index < bytes.count, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "."), isShort {
      index += 1
      if index < bytes.count, bytes[index] == 0x20 { index += 1 }
    } else if !isShort {
      if isPlural { return nil }
      return
    }
    if last == "r", index != behind { return nil }
    if let first = ItemCode.number(bytes, index) {
      numbers = [first.number]
      (end, printed, isUnusual) = (first.end, first.printed, first.isUnusual)
      if isPlural { readList(bytes) }
      skipTotal(bytes)
      readRemark(bytes)
    }
    if isPlural && numbers.count < 2 || last == "r" && numbers.isEmpty { return nil }
  }

  /// Reads a number alone, as it stands in a table's cell or behind `Ref:`: `7`, `R7.1`, `AFI 2024/05`, `Recommendation 7`.
  init?(alone text: [UInt8]) {
    let start = text.firstIndex(where: ASCII.isDigit) ?? text.count
    let letters = String(
      decoding: text[..<start].map(ASCII.lower).filter { ASCII.isLetter($0) || $0 == 0x20 }, as: UTF8.self)
    guard text.count <= 40, ItemCode.names.contains(letters.split(separator: " ").joined(separator: " ")),
      let found = ItemCode.number(text, start)
    else { return nil }
    let rest = text[found.end...]
    guard rest.allSatisfy({ [0x20, UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ")")].contains($0) }) else {
      return nil
    }
    numbers = [found.number]
    (end, printed, isUnusual) = (found.end, String(decoding: text, as: UTF8.self), found.isUnusual)
  }

  /// The kind that a code alone names: `A3`, `AFI 3`, `C1`; `nil` when it names none.
  static func kind(alone text: String) -> ItemKind? {
    let word = text.lowercased().prefix { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: " ")
    switch word {
    case "a", "afi", "area for improvement": return .areaForImprovement
    case "c", "coc", "cfc", "cause of concern", "cause for concern": return .causeOfConcern
    case "r", "rec", "recommendation": return .recommendation
    default: return nil
    }
  }

  private static let names: Set<String> = [
    "", "r", "a", "c", "rec", "afi", "coc", "cfc", "no", "ref", "recommendation", "rec no", "recommendation no",
    "area for improvement", "cause of concern", "cause for concern", "number", "hmicfrs",
  ]

  /// The index behind `No.`, `number` and `#`.
  private static func prefixEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    let rest = bytes[start...].prefix(8).map(ASCII.lower)
    for word in ["number ", "numbers ", "nos. ", "nos ", "no. ", "no.", "no ", "ref ", "#"]
    where rest.starts(with: word.utf8) {
      return start + word.utf8.count
    }
    return start
  }

  /// One number at an index.
  private static func number(
    _ bytes: [UInt8], _ start: Int
  ) -> (number: ItemNumber, end: Int, printed: String, isUnusual: Bool)? {
    guard let (major, behindMajor) = digits(bytes, start) else { return nil }
    func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    var (index, minor, isUnusual) = (behindMajor, 0, false)
    if at(index) == UInt8(ascii: ".") || at(index) == UInt8(ascii: "/"), let (value, end) = digits(bytes, index + 1) {
      isUnusual = at(index) == UInt8(ascii: "/")
      (minor, index) = (value, end)
    } else if ASCII.isLetter(at(index)), !ASCII.isWord(at(index + 1)) {
      (minor, index, isUnusual) = (Int(ASCII.lower(at(index)) - 0x60), index + 1, true)
    } else {
      let open = at(index) == 0x20 ? index + 1 : index
      if at(open) == UInt8(ascii: "("), ASCII.isLetter(at(open + 1)), at(open + 2) == UInt8(ascii: ")") {
        (minor, index, isUnusual) = (Int(ASCII.lower(at(open + 1)) - 0x60), open + 3, true)
      }
    }
    guard (1...9999).contains(major), (0...9999).contains(minor), !ASCII.isDigit(at(index)) else { return nil }
    let printed = String(decoding: bytes[start..<index], as: UTF8.self)
    return (ItemNumber(major, minor: minor), index, printed, isUnusual)
  }

  private static func digits(_ bytes: [UInt8], _ start: Int) -> (Int, Int)? {
    var (value, index) = (0, start)
    while index < bytes.count, ASCII.isDigit(bytes[index]), index - start < 4 {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return index > start ? (value, index) : nil
  }

  /// `, 5 and 6`, `–6`.
  private mutating func readList(_ bytes: [UInt8]) {
    while numbers.count < 50 {
      var index = end
      while index < bytes.count, bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ",") { index += 1 }
      var isRange = false
      if let dash = LabelMark.dash(bytes, index) {
        (index, isRange) = (index + dash, true)
      } else if let word = ["and ", "& ", "to "].first(where: { bytes[index...].starts(with: $0.utf8) }) {
        (index, isRange) = (index + word.utf8.count, word == "to ")
      } else if index == end {
        return
      }
      while index < bytes.count, bytes[index] == 0x20 { index += 1 }
      guard let next = ItemCode.number(bytes, index), let last = numbers.last else { return }
      if isRange, next.number.major > last.major, next.number.major - last.major < 50 {
        numbers += (last.major + 1..<next.number.major).map { ItemNumber($0) }
      }
      numbers.append(next.number)
      end = next.end
    }
  }

  /// ` of 9`, ` (of 9)`, `/9` is part of the number.
  private mutating func skipTotal(_ bytes: [UInt8]) {
    for opening in [" of ", " (of ", " out of "] where bytes[min(end, bytes.count)...].starts(with: opening.utf8) {
      guard let (_, behind) = ItemCode.digits(bytes, end + opening.utf8.count) else { return }
      end = behind
      if opening.contains("("), end < bytes.count, bytes[end] == UInt8(ascii: ")") { end += 1 }
      return
    }
  }

  /// ` (Closed)`, ` [open]`.
  private mutating func readRemark(_ bytes: [UInt8]) {
    let open = end < bytes.count && bytes[end] == 0x20 ? end + 1 : end
    guard open < bytes.count, bytes[open] == UInt8(ascii: "(") || bytes[open] == UInt8(ascii: "[") else { return }
    let closing = bytes[open] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
    guard let close = bytes[open...].prefix(80).firstIndex(of: closing) else { return }
    remark = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
    end = close + 1
  }
}
