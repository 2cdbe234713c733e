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
  /// An item's number on a card of its own: `Ref: R3`.
  case itemNumber
  /// What the item is, on a card of its own: `Type: AFI`.
  case itemKind
  /// The text of an item whose label stands above.
  case text
  /// Whether the item is accepted.
  case acceptance
  /// What another body than the force or the local policing body says; left aside.
  case otherVoice
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
  /// `body-comments`, `body-reply`, `position`, `board-reference`, `status`, `item-number`, `item-kind`, `text`, `acceptance`,
  /// `other-voice`, `addressees`, `owner`, `period`, or a report field as in ``ReportField``.
  package init?(named name: String) {
    switch name {
    case "response": self = .response
    case "body-comments": self = .bodyComments
    case "body-reply": self = .bodyReply
    case "position": self = .position
    case "board-reference": self = .boardReference
    case "item-number": self = .itemNumber
    case "item-kind": self = .itemKind
    case "text": self = .text
    case "acceptance": self = .acceptance
    case "other-voice": self = .otherVoice
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
    case .status, .addressees, .owner, .period, .position, .boardReference, .itemNumber, .itemKind, .acceptance: true
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
    let first = PaperLabels.firstWord(bytes[start...])
    for (words, role) in byFirstWord[first] ?? [] where PaperLabels.hasPrefix(bytes, words, at: start) {
      if let match = LabelMatch(line, role: role, start: start, behind: start + words.count) { return match }
      if role == .response, let match = LabelMatch(sharedBy: line, start: start, behind: start + words.count) {
        return match
      }
    }
    if PaperLabels.qualifiers.contains(first), let match = matchQualified(line, from: start) { return match }
    return VoiceLabel.match(line, from: start)
  }

  /// An item's label behind words that say whose it is: `National recommendation 3:`, `HMICFRS Recommendation 1 of 3:`.
  private func matchQualified(_ line: PaperLine, from start: Int) -> LabelMatch? {
    let bytes = line.bytes
    var index = start
    for _ in 0..<3 {
      let word = PaperLabels.firstWord(bytes[index...])
      guard PaperLabels.qualifiers.contains(word), index + word.utf8.count + 1 < bytes.count else { return nil }
      index += word.utf8.count
      if bytes[index...].starts(with: "'s".utf8) {
        index += 2
      } else if bytes[index...].starts(with: "’s".utf8) {
        index += 4
      }
      guard index + 1 < bytes.count, bytes[index] == 0x20 else { return nil }
      index += 1
      for (words, role) in byFirstWord[PaperLabels.firstWord(bytes[index...])] ?? [] {
        guard case .item = role, PaperLabels.hasPrefix(bytes, words, at: index) else { continue }
        if let match = LabelMatch(line, role: role, start: start, behind: index + words.count) { return match }
      }
    }
    return nil
  }

  /// Words that may stand before an item's label.
  private static let qualifiers: Set<String> = [
    "national", "local", "force", "hmicfrs", "hmic", "hmicfrs's", "peel", "key", "thematic", "inspection",
    "inspectorate",
    "inspectorate's", "service", "strategic", "further", "additional", "new", "original", "previous", "outstanding",
    "hmi", "hmcpsi", "joint", "hmiprobation", "iopc", "report",
  ]

  private static func hasPrefix(_ bytes: [UInt8], _ words: [UInt8], at start: Int) -> Bool {
    guard start + words.count <= bytes.count else { return false }
    for (offset, byte) in words.enumerated() where ASCII.lower(bytes[start + offset]) != byte { return false }
    return true
  }

  private static let standardLabels: [(LabelRole, [String])] = [
    (.item(.recommendation), ["recommendation", "recommendations", "rec", "recs", "r"]),
    (.item(.areaForImprovement), ["area for improvement", "areas for improvement", "afi", "afis"]),
    (.item(.causeOfConcern), ["cause of concern", "cause for concern", "coc", "cfc"]),
    (
      .itemNumber,
      ["ref", "reference", "ref no", "rec ref", "recommendation ref", "recommendation reference", "number", "id"]
    ),
    (.itemKind, ["type", "item type", "kind", "category"]),
    (
      .text,
      [
        "text", "recommendation text", "full text", "wording", "description", "detail", "details",
        "text of recommendation",
      ]
    ),
    (.acceptance, ["accepted", "acceptance", "accepted or rejected", "acceptance status"]),
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
    (.status, ["status", "current status", "force status", "hmicfrs status", "rag", "rag status", "rag rating"]),
    (.addressees, ["addressed to", "addressee", "addressees", "rec owner", "recommendation owner", "directed to"]),
    (
      .owner,
      [
        "owner", "action owner", "force lead", "lead officer", "owned by", "lead", "responsible officer",
        "responsible", "strategic lead", "senior responsible officer", "sro", "accountable officer", "assigned to",
      ]
    ),
    (
      .period,
      [
        "deadline", "due date", "due", "timescale", "completion date", "date due", "to be completed",
        "target date", "target", "by when", "timeframe", "completion deadline", "deadline for completion",
      ]
    ),
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
