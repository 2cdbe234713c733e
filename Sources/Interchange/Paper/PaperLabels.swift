package import BoardModel

/// What a label in a paper introduces.
package enum LabelRole: Hashable, Sendable {
  /// A recommendation, an area for improvement or a cause of concern, numbered or not.
  case item(ItemKind)
  /// What the chief officer says: section 55 (5)(b).
  case response
  /// What the local policing body says: section 55 (5)(a).
  case bodyComments
  /// What the local policing body answers to the chief officer's comments: section 55 (5)(c).
  case bodyReply
  /// The body's position: section 55 (5B).
  case position
  /// The name of an item on a board, in a response that the board wrote; left aside.
  case boardReference
  /// The status as the paper has it.
  case status
  /// Who is asked to act.
  case addressees
  /// Who in the force holds the item.
  case owner
  /// When it is to be done.
  case period
  /// A field of the report.
  case report(ReportField)

  /// The fields of the report that a label can introduce.
  package enum ReportField: String, CaseIterable, Hashable, Sendable {
    case title, publisher, force, published, originallyPublished, paperDate, paperTo, paperFrom, contactOfficers
    case referenceDocument
  }

  /// Reads the name that settings use: `recommendation`, `area-for-improvement`, `cause-of-concern`, `response`,
  /// `body-comments`, `body-reply`, `position`, `board-reference`, `status`, `addressees`, `owner`, `period`, or a report
  /// field as in ``ReportField``.
  package init?(named name: String) {
    switch name {
    case "response": self = .response
    case "body-comments": self = .bodyComments
    case "body-reply": self = .bodyReply
    case "position": self = .position
    case "board-reference": self = .boardReference
    case "status": self = .status
    case "addressees": self = .addressees
    case "owner": self = .owner
    case "period": self = .period
    default:
      if let kind = ItemKind(rawValue: name) {
        self = .item(kind)
      } else if let field = ReportField(rawValue: name) {
        self = .report(field)
      } else {
        return nil
      }
    }
  }

  /// Whether what it introduces ends with its line.
  var isOneLine: Bool {
    switch self {
    case .status, .addressees, .owner, .period, .position, .boardReference: true
    case .report(let field): field != .title && field != .contactOfficers
    default: false
    }
  }
}

/// The labels that a paper's parts are known by: data, which a user can extend.
package struct PaperLabels: Sendable {
  /// A label: its words in lower case with single spaces, as it stands in ``standard`` or in the settings.
  package struct Label: Hashable, Sendable {
    /// The words.
    package let words: String
    /// What they introduce.
    package let role: LabelRole
  }

  /// All labels.
  package private(set) var labels: [Label] = []
  /// The labels by their first word, longest first.
  private var byFirstWord: [String: [(bytes: [UInt8], role: LabelRole)]] = [:]

  /// No labels at all.
  package init() {}

  /// The labels met in published papers.
  package static let standard: PaperLabels = {
    var labels = PaperLabels()
    for (role, list) in standardLabels {
      for words in list { labels.add(words, role) }
    }
    return labels
  }()

  /// Adds a label; one of the same words is replaced.
  ///
  /// - Parameter words: Letters and spaces; case, runs of spaces and a final colon do not matter.
  package mutating func add(_ words: String, _ role: LabelRole) {
    var folded: [UInt8] = []
    for word in words.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ":") }) {
      if !folded.isEmpty { folded.append(0x20) }
      folded.append(contentsOf: word.map(ASCII.lower))
    }
    guard !folded.isEmpty else { return }
    let text = String(decoding: folded, as: UTF8.self)
    labels.removeAll { $0.words == text }
    labels.append(Label(words: text, role: role))
    let first = PaperLabels.firstWord(folded)
    var list = byFirstWord[first, default: []]
    list.removeAll { $0.bytes == folded }
    list.append((folded, role))
    byFirstWord[first] = list.sorted { $0.bytes.count > $1.bytes.count }
  }

  private static func firstWord(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes.prefix(24).prefix { ASCII.isLetter($0) || $0 >= 0x80 }.map(ASCII.lower), as: UTF8.self)
  }

  /// The label at the start of a line, behind its marker.
  func match(_ line: PaperLine, from start: Int) -> LabelMatch? {
    let bytes = line.bytes
    guard start < bytes.count, ASCII.isUpper(bytes[start]) || bytes[start] >= 0x80 else { return nil }
    guard let candidates = byFirstWord[PaperLabels.firstWord(bytes[start...])] else { return nil }
    for (words, role) in candidates where PaperLabels.hasPrefix(bytes, words, at: start) {
      if let match = LabelMatch(line, role: role, start: start, behind: start + words.count) { return match }
      if role == .response, let match = LabelMatch(sharedBy: line, start: start, behind: start + words.count) {
        return match
      }
    }
    return nil
  }

  private static func hasPrefix(_ bytes: [UInt8], _ words: [UInt8], at start: Int) -> Bool {
    guard start + words.count <= bytes.count else { return false }
    for (offset, byte) in words.enumerated() where ASCII.lower(bytes[start + offset]) != byte { return false }
    return true
  }

  private static let standardLabels: [(LabelRole, [String])] = [
    (.item(.recommendation), ["recommendation", "recommendation no", "recommendation number", "rec", "rec no"]),
    (.item(.areaForImprovement), ["area for improvement", "afi", "area for improvement no"]),
    (.item(.causeOfConcern), ["cause of concern", "cause for concern"]),
    (
      .response,
      [
        "response", "force response", "constabulary response", "response from the force", "our response", "update",
        "force update", "action taken", "actions taken", "chief constable's response", "chief constable’s response",
        "chief constable response", "chief officer's comments", "chief officer’s comments",
        "chief constable's comments", "chief constable’s comments", "progress",
        "progress update", "current position", "force position", "position", "service response", "force action",
        "action", "response from the chief constable", "police response", "action plan response",
      ]
    ),
    (
      .bodyComments,
      [
        "pcc comment", "pcc comments", "pcc response", "pfcc comment", "commissioner's comments",
        "commissioner’s comments", "commissioner's comment", "commissioner’s comment", "commissioner's response",
        "commissioner’s response", "police and crime commissioner's comments",
        "police and crime commissioner’s comments", "local policing body's comments", "local policing body’s comments",
        "opcc comment", "opcc comments",
      ]
    ),
    (
      .bodyReply,
      [
        "local policing body's reply", "local policing body’s reply", "commissioner's reply", "commissioner’s reply",
        "pcc reply",
      ]
    ),
    (.position, ["position under section 55(5b)"]),
    (.boardReference, ["board reference"]),
    (.status, ["status", "current status", "force status", "hmicfrs status", "rag", "rag status"]),
    (.addressees, ["addressed to", "addressee", "addressees", "rec owner", "recommendation owner", "directed to"]),
    (.owner, ["owner", "action owner", "force lead", "lead officer", "owned by"]),
    (.period, ["deadline", "due date", "due", "timescale", "completion date", "date due", "to be completed"]),
    (.report(.title), ["report title", "title", "title of report", "inspection report"]),
    (.report(.publisher), ["publisher", "published by", "inspectorate"]),
    (.report(.force), ["force", "police force"]),
    (.report(.published), ["published", "date published", "publication date", "date of publication", "published on"]),
    (
      .report(.originallyPublished), ["originally published", "original publication date", "original report published"]
    ),
    (.report(.paperDate), ["date", "meeting date", "date of meeting", "date of paper"]),
    (.report(.paperTo), ["to", "report to", "paper to"]),
    (.report(.paperFrom), ["from", "report of", "report by", "paper from", "report from"]),
    (
      .report(.contactOfficers),
      ["contact officers", "contact officer", "contact", "contacts", "report author", "report authors"]
    ),
    (
      .report(.referenceDocument),
      [
        "reference document", "reference documents", "background document", "background documents", "background papers",
        "source document", "source documents", "link to report",
      ]
    ),
  ]
}

/// A label found at the start of a line.
struct LabelMatch {
  let role: LabelRole
  /// The item's number as the label gives it.
  let number: ItemNumber?
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
    let bytes = line.bytes
    var index = behind
    var number: ItemNumber?
    if case .item = role, let (read, end) = LabelMatch.number(bytes, index) { (number, index) = (read, end) }
    func at(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }
    let tab = line.tab == index
    let space = at(index) == 0x20
    let next = space ? index + 1 : index
    if index >= bytes.count {
      (contentStart, isStrong) = (bytes.count, false)
    } else if tab {
      let colon = at(next) == UInt8(ascii: ":") ? next + 1 : next
      (contentStart, isStrong) = (at(colon) == 0x20 ? colon + 1 : colon, true)
    } else if at(next) == UInt8(ascii: ":") {
      (contentStart, isStrong) = (at(next + 1) == 0x20 ? next + 2 : next + 1, true)
    } else if let dash = LabelMatch.dash(bytes, next), space, at(next + dash) == 0x20 {
      if case .report = role { return nil }
      (contentStart, isStrong) = (next + dash + 1, false)
    } else if number != nil, at(index) == UInt8(ascii: "."), at(index + 1) == 0x20 || index + 1 == bytes.count {
      (contentStart, isStrong) = (min(bytes.count, index + 2), false)
    } else if number != nil, space, ASCII.isUpper(at(next)) {
      (contentStart, isStrong) = (next, false)
    } else {
      return nil
    }
    self.role = role
    self.number = number
    let labelEnd = isStrong && !tab ? bytes[..<contentStart].last == 0x20 ? contentStart - 1 : contentStart : index
    printed = String(decoding: bytes[start..<min(labelEnd, bytes.count)], as: UTF8.self)
  }

  /// The length of a dash at an index.
  private static func dash(_ bytes: [UInt8], _ index: Int) -> Int? {
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { return 1 }
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80,
      (0x90...0x95).contains(bytes[index + 2])
    else { return nil }
    return 3
  }

  /// ` 7`, ` 7.1`, ` No. 7`, ` #7` behind a label's words.
  private static func number(_ bytes: [UInt8], _ start: Int) -> (ItemNumber, Int)? {
    guard start < bytes.count, bytes[start] == 0x20 else { return nil }
    var index = start + 1
    if bytes[index...].starts(with: Array("no. ".utf8)) || bytes[index...].starts(with: Array("No. ".utf8)) {
      index += 4
    } else if bytes[index] == UInt8(ascii: "#") {
      index += 1
    }
    let digits = bytes[index...].prefix { ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }
    let text = String(decoding: digits, as: UTF8.self)
    if let number = ItemNumber(text) { return (number, digits.endIndex) }
    if text.hasSuffix("."), let number = ItemNumber(text.dropLast()) { return (number, digits.endIndex - 1) }
    return nil
  }
}
