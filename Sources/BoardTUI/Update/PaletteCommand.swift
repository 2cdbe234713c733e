internal import BoardModel

/// A verb that the palette knows; those of the shell do what they do there, to the selected cards.
enum PaletteVerb: String, CaseIterable, Sendable {
  case move, assign, due, note, respond, comment, reply, evidence, verify, record, edit, add, settle, withdraw
  case show, s55, meeting, decide, action, agenda, minutes, changes
  case undo, redo, filter, help, quit

  /// What stands behind the verb.
  var usage: String {
    switch self {
    case .move: "STATUS [--reason WORDS]"
    case .assign: "OWNER"
    case .due: "DATE REASON"
    case .note: "TEXT [--private]"
    case .respond: "TEXT: the chief officer's comments"
    case .comment: "TEXT: the body's comments"
    case .reply: "TEXT: the body's reply"
    case .evidence: "TEXT"
    case .verify: "that it is done, as of today"
    case .record: "STEP [DATE]: of the card's report"
    case .edit: "FIELD=VALUE: change a field"
    case .add: "a new item"
    case .settle: "[FIELD]: keep what stands where two copies set a field"
    case .show: "open the card"
    case .s55: "section 55: clock and gaps"
    case .withdraw: "REASON: take it off the board"
    case .meeting: "start [TITLE], end, discuss, skip; alone: go on with it"
    case .decide: "OUTCOME [WORDS OF THE MINUTE]"
    case .action: "TEXT --owner NAME --due DATE"
    case .agenda: "[QUERY]: of the meeting that is on"
    case .minutes: "[FILE]: write the latest meeting's as text and Markdown"
    case .changes: "since the last meeting"
    case .undo: "take back your latest change"
    case .redo: "put back what you undid"
    case .filter: "QUERY: show only what matches"
    case .help: "all keys"
    case .quit: "leave"
    }
  }
}

/// A line of the palette taken apart.
struct PaletteWords: Sendable {
  /// The words without their quotes.
  private(set) var words: [String] = []
  /// Where the last word begins in the text, in characters, and whether it is still being typed.
  private(set) var lastStart = 0
  private(set) var endsInWord = false

  init(_ text: String) {
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      if characters[index].isWhitespace {
        index += 1
        endsInWord = false
        continue
      }
      lastStart = index
      endsInWord = true
      var word = ""
      var isQuoted = false
      while index < characters.count, isQuoted || !characters[index].isWhitespace {
        if characters[index] == "\"" { isQuoted.toggle() } else { word.append(characters[index]) }
        index += 1
      }
      words.append(word)
    }
    if !endsInWord { lastStart = characters.count }
  }

  /// The word being typed; empty between words.
  var current: String { endsInWord ? words.last ?? "" : "" }

  /// The words before the one being typed.
  var before: ArraySlice<String> { endsInWord ? words.dropLast() : words[...] }
}

/// A command of the palette with its operands and flags.
struct PaletteCommand: Sendable {
  /// Flags with a value: what follows, up to the next flag, is theirs.
  static let valued = ["reason", "ground", "evidence", "no-evidence", "owner", "due"]
  static let bare = ["private", "national-open"]

  let verb: PaletteVerb
  private(set) var operands: [String] = []
  private(set) var flags: [String: String] = [:]

  /// Reads a line.
  ///
  /// - Throws: The sentence that says what is not understood.
  init(_ words: PaletteWords) throws(PaletteComplaint) {
    guard let name = words.words.first else { throw PaletteComplaint(sentence: "type a command; Tab completes") }
    guard let verb = PaletteVerb(rawValue: name.lowercased()) else {
      throw PaletteComplaint.unknown(name, what: "command", among: PaletteVerb.allCases.map(\.rawValue))
    }
    self.verb = verb
    var flag: String?
    for word in words.words.dropFirst() {
      guard verb != .filter, word.hasPrefix("--"), word.count > 2 else {
        if let flag {
          flags[flag] = [flags[flag], word].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        } else {
          operands.append(word)
        }
        continue
      }
      let name = String(word.dropFirst(2))
      guard PaletteCommand.valued.contains(name) || PaletteCommand.bare.contains(name) else {
        throw PaletteComplaint.unknown(
          word, what: "flag", among: (PaletteCommand.valued + PaletteCommand.bare).map { "--\($0)" })
      }
      flags[name] = ""
      flag = PaletteCommand.valued.contains(name) ? name : nil
    }
  }

  /// A field by the name it has on the command line, in any case.
  static func field(_ name: String, among fields: [Field]) throws(PaletteComplaint) -> Field {
    guard let field = fields.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
      throw PaletteComplaint.unknown(name, what: "field", among: fields.map(\.rawValue))
    }
    return field
  }

  /// The operands as one text; `nil` for none.
  var text: String? { operands.isEmpty ? nil : operands.joined(separator: " ") }
}

/// Why a line of the palette is not carried out.
struct PaletteComplaint: Error {
  let sentence: String

  init(sentence: String) {
    self.sentence = sentence
  }

  /// A name that is none, with the nearest ones that are.
  static func unknown(_ name: String, what: String, among names: [String]) -> PaletteComplaint {
    let near = Board.nearest(to: name, among: names)
    let way =
      near.isEmpty ? "there are \(names.joined(separator: ", "))" : "did you mean \(near.joined(separator: ", "))?"
    return PaletteComplaint(sentence: "no \(what) “\(name)”; \(way)")
  }
}
