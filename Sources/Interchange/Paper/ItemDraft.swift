import BoardModel

/// An item while its parts are being gathered.
struct ItemDraft {
  var kind: ItemKind
  /// The number that the paper gives; `nil` to number it in reading order.
  var number: ItemNumber?
  var paragraph: [Int] = []
  var text = PartList()
  var response = PartList()
  var responseLabel: String?
  var bodyComments = PartList()
  var bodyReply = PartList()
  var status: String?
  var addressees: String?
  var owner: String?
  var period: String?
  var position: String?
  var acceptance: String?
  /// The number in the paper's form when the board cannot keep that.
  var statedNumber: String?
  /// Further numbers for which this text stands.
  var alsoNumbers: [ItemNumber] = []
  /// Whether it stands on a card: each part behind a label of its own, its number first.
  var isCard = false
  /// Whether it is a row of a table.
  var isRow = false
  var lines: [Int] = []
  var doubts: [Doubt] = []
  /// Whether it has a label of its own, or was found in a list.
  var isLabelled = true
  /// How it is shown when it turns out to have no text.
  var labelShown = ""

  var firstLine: Int { lines.first ?? 0 }
}

/// Paragraphs and list entries that make one text.
struct PartList {
  private(set) var bytes: [UInt8] = []
  /// Whether the last part announced a list, or was an entry of one.
  private(set) var isInList = false
  /// Blank lines between the entries of the list; `nil` before the second entry.
  private var listGap: Int?
  private var entries = 0

  var isEmpty: Bool { bytes.isEmpty }
  var isFinished: Bool { TextEnd.isFinished(bytes) }
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends a block's words; an entry of a list keeps its number or gets a dash.
  mutating func append(_ block: Block, asEntry: Bool) {
    guard !block.words.isEmpty else { return }
    if !bytes.isEmpty { bytes.append(0x0A) }
    if asEntry, !isFirst(block) {
      bytes.append(contentsOf: (block.ordinal.isEmpty ? "- " : block.ordinal).utf8)
    }
    bytes.append(contentsOf: block.words)
    if asEntry {
      entries += 1
      if entries == 2 { listGap = block.gap }
      isInList = true
    } else {
      entries = 0
      listGap = nil
      isInList = block.announces
    }
  }

  /// Appends words behind a heading of their own.
  mutating func append(_ words: [UInt8], titled title: String) {
    guard !words.isEmpty else { return }
    if !bytes.isEmpty { bytes.append(0x0A) }
    if !title.isEmpty { bytes.append(contentsOf: "\(title): ".utf8) }
    bytes.append(contentsOf: words)
  }

  /// Opens one more part behind a label on a line of its own.
  mutating func open(_ label: String) {
    if !bytes.isEmpty { bytes.append(0x0A) }
    bytes.append(contentsOf: label.utf8)
  }

  /// Whether a bullet goes on with the list: entries stand as close to each other as the first two did.
  func takes(entry block: Block) -> Bool {
    guard isInList else { return false }
    if entries < 2 { return entries == 0 || block.gap <= 2 }
    return block.gap <= (listGap ?? 0)
  }

  private func isFirst(_ block: Block) -> Bool { bytes.isEmpty && block.marker.isBulletOnly }
}

/// Words that stand where something is still to be written.
enum Placeholder {
  private static let words: Set<String> = [
    "xxx", "xx", "xxxx", "tbc", "tba", "tbd", "n/a", "to be confirmed", "to be added", "to follow", "none", "-", "...",
    "…",
    "to be completed", "none yet", "no update", "no comment", "not applicable", "nil", "not stated", "awaited",
  ]

  static func isPlaceholder(_ text: String) -> Bool {
    isBlank(text) || words.contains(text.lowercased())
      || text.hasSuffix(".") && text.count < 20 && words.contains(String(text.lowercased().dropLast()))
  }

  /// Whether a text is a blank of a response that is not ready: `[ blank: the body's comments, 55(5)(a) ]`.
  static func isBlank(_ text: String) -> Bool {
    text.utf8.starts(with: "[ ".utf8) && text.utf8.suffix(2).elementsEqual(" ]".utf8)
  }
}
