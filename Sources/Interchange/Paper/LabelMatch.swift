import BoardModel

/// A label found at the start of a line.
struct LabelMatch {
  let role: LabelRole
  /// The item's number as the label gives it.
  var number: ItemNumber?
  /// The number in the paper's form when the board cannot keep that: `5a`, `2024/05`.
  var statedNumber: String?
  /// Further numbers when one text stands for several items: `Recommendations 4 and 5:`.
  var alsoNumbers: [ItemNumber] = []
  /// What stands in parentheses behind the number: `Recommendation 1 (Closed):`.
  var remark: String?
  /// The label as the paper prints it, with its colon: `Force Response:`.
  let printed: String
  /// Where the text behind it starts; the line's length when the label stands alone.
  let contentStart: Int
  /// Whether a colon or a TAB marks it beyond doubt.
  let isStrong: Bool
  /// The items that a response answers together, when it names them; empty for the item above it.
  var answers = SharedAnswer()

  /// A label from its parts.
  init(
    role: LabelRole, number: ItemNumber?, printed: String, contentStart: Int, isStrong: Bool, answers: SharedAnswer
  ) {
    self.role = role
    self.number = number
    self.printed = printed
    self.contentStart = contentStart
    self.isStrong = isStrong
    self.answers = answers
  }

  /// Looks for a number and a delimiter behind a label's words; `nil` when the words are part of a sentence.
  init?(_ line: PaperLine, role: LabelRole, start: Int, behind: Int) {
    var code = ItemCode()
    if case .item = role {
      guard let read = ItemCode(line.bytes, start: start, behind: behind) else { return nil }
      code = read
    }
    let index = max(behind, code.end)
    guard let mark = LabelMark(line, at: index, isNumbered: !code.numbers.isEmpty) else { return nil }
    if case .report = role, mark.isDash { return nil }
    self.role = role
    number = code.numbers.first
    alsoNumbers = Array(code.numbers.dropFirst())
    statedNumber = code.isUnusual ? code.printed : nil
    remark = code.remark
    contentStart = mark.contentStart
    isStrong = mark.isStrong
    let labelEnd = mark.isColon ? mark.end : index
    printed = String(decoding: line.bytes[start..<min(labelEnd, line.bytes.count)], as: UTF8.self)
  }
}

/// What parts a label from its text: a colon, a TAB, a dash, a full stop, the line's end.
struct LabelMark {
  private(set) var contentStart = 0
  /// Where the mark itself ends.
  private(set) var end = 0
  private(set) var isStrong = false
  private(set) var isColon = false
  private(set) var isDash = false

  /// The mark at an index; `nil` when a sentence goes on there.
  ///
  /// - Parameter isNumbered: Whether a number stands before it, so that less of a mark is enough.
  init?(_ line: PaperLine, at index: Int, isNumbered: Bool) {
    let bytes = line.bytes
    func at(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    let tab = line.tab == index
    let space = at(index) == 0x20
    let next = space ? index + 1 : index
    end = index
    if index >= bytes.count {
      contentStart = bytes.count
    } else if tab {
      let colon = at(next) == UInt8(ascii: ":") ? next + 1 : next
      contentStart = at(colon) == 0x20 ? colon + 1 : colon
      isStrong = true
    } else if at(next) == UInt8(ascii: ":"), at(next + 1) != UInt8(ascii: "/") {
      end = next + 1
      var content = end
      // `Update:–` and `Update: -` part a label twice.
      if at(content) == 0x20 { content += 1 }
      contentStart = content
      (isStrong, isColon) = (true, true)
    } else if let dash = LabelMark.dash(bytes, next), space || dash > 1,
      next + dash == bytes.count || at(next + dash) == 0x20
    {
      contentStart = min(bytes.count, next + dash + 1)
      isDash = true
    } else if at(index) == UInt8(ascii: "."), at(index + 1) == 0x20 || index + 1 == bytes.count {
      // `Response. A count was made` is a label, `Update. …` in a sentence begins with a small letter before it.
      guard isNumbered || index + 1 == bytes.count || ASCII.isUpper(at(index + 2)) else { return nil }
      contentStart = min(bytes.count, index + 2)
    } else if isNumbered, space, ASCII.isUpper(at(next)) || LabelMark.isQuote(bytes, next) {
      contentStart = next
    } else if isNumbered, at(index) == UInt8(ascii: ")"), at(index + 1) == 0x20 || index + 1 == bytes.count {
      contentStart = min(bytes.count, index + 2)
    } else {
      return nil
    }
  }

  /// The length of a dash at an index.
  static func dash(_ bytes: [UInt8], _ index: Int) -> Int? {
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { return 1 }
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
      (0x90...0x95).contains(bytes[index + 2])
    else { return nil }
    return 3
  }

  private static func isQuote(_ bytes: [UInt8], _ index: Int) -> Bool {
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { return true }
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else { return false }
    return (0x98...0x9F).contains(bytes[index + 2])
  }
}
