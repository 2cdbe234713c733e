/// A paragraph, bullet, numbered paragraph, labelled text or table row: lines that belong together, joined.
struct Block {
  /// What stands before its words.
  var marker = Marker([])
  /// The label behind the marker, if it has one.
  var label: LabelMatch?
  /// The words behind marker and label; lines are joined by single spaces.
  var words: [UInt8] = []
  /// Where in ``words`` each line after the first starts.
  var lineStarts: [Int] = []
  /// The numbers of its lines.
  var lines: [Int] = []
  /// Blank lines before it.
  var gap = 0
  /// Whether Markdown marks it as a heading.
  var isHeading = false
  /// The cells, when it is a row of a table.
  var row: TableRow?
  /// What it is when it is no text of the paper.
  var furniture: Furniture?
  /// Words put together over a line's end where nothing told whether they have a hyphen.
  var guesses: [String] = []

  /// The whole text for showing: marker, label and words.
  var shown: String {
    var text = ""
    if !marker.bullet.isEmpty { text += "- " }
    text += ordinal
    if let label { text += label.printed + (words.isEmpty ? "" : " ") }
    if let row { return row.shown }
    return text + String(decoding: words, as: UTF8.self)
  }

  /// The number or letter before the words as a list in an item's text shows it: `1) `, `3.1. `; empty for none.
  var ordinal: String {
    let open = marker.isOpened ? "(" : ""
    if let number = marker.paragraph { return marker.isParenthesis ? "\(open)\(number)) " : number + ". " }
    return marker.letter == 0 ? "" : "\(open)\(UnicodeScalar(marker.letter))) "
  }

  /// Whether the words end as a sentence, a list's entry or an introduction does.
  var isFinished: Bool { TextEnd.isFinished(words) }

  /// Whether the words announce a list: they end with a colon, whatever dash follows it.
  var announces: Bool {
    let end = words.last { ![0x20, UInt8(ascii: "-"), 0xE2, 0x80, 0x93, 0x94].contains($0) }
    return end == UInt8(ascii: ":")
  }

  /// Whether there is a letter or a digit in it.
  var hasWords: Bool {
    label != nil || row != nil || !marker.number.isEmpty
      || words.contains { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 >= 0xC3 && $0 != 0xE2 }
  }
}

/// How texts end.
enum TextEnd {
  private static let openWords: Set<String> = [
    "the", "a", "an", "of", "to", "in", "on", "for", "and", "or", "with", "by", "from", "that", "this", "is", "are",
    "be",
    "should", "must", "will", "has", "have", "at", "as", "its", "their", "which", "who", "not", "within", "between",
  ]

  /// Whether a text ends with a word that no sentence ends with.
  static func stopsInside(_ words: [UInt8]) -> Bool {
    let last = words.suffix(16).split(separator: 0x20).last ?? []
    return openWords.contains(String(decoding: last.map(ASCII.lower), as: UTF8.self)) || words.last == UInt8(ascii: ",")
  }

  /// Whether a text ends with a mark that closes a sentence, an entry or an introduction.
  static func isFinished(_ words: [UInt8]) -> Bool {
    guard let last = words.last else { return true }
    switch last {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"),
      UInt8(ascii: "\""), UInt8(ascii: ")"):
      return true
    default:
      return words.count >= 3 && words[words.count - 3] == 0xE2 && words[words.count - 2] == 0x80
        && (0x98...0x9F).contains(last)
    }
  }
}
