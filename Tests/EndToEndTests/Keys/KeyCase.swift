import Commands

/// What one row of the key table does on the sample board, as a person sees it.
struct KeyCase: Sendable {
  /// Keys typed after the view was opened, and what the screen shows then.
  struct Step: Sendable {
    let keys: String
    let shows: String
  }

  /// What the key brings about.
  enum Effect: Sendable {
    /// The screen shows a text that it did not show.
    case shows(String)
    /// The screen no longer shows a text.
    case hides(String)
    /// The cursor goes so far.
    case moves(columns: Int, rows: Int)
    /// The program sends a sequence.
    case sends(String)
    /// The program ends with status 0.
    case ends
  }

  var way: [Step] = []
  let effect: Effect

  static func shows(_ text: String, after way: (String, String)...) -> KeyCase {
    KeyCase(way: way.map { Step(keys: $0.0, shows: $0.1) }, effect: .shows(text))
  }

  static func hides(_ text: String, after way: (String, String)...) -> KeyCase {
    KeyCase(way: way.map { Step(keys: $0.0, shows: $0.1) }, effect: .hides(text))
  }

  static func moves(columns: Int = 0, rows: Int = 0, after way: (String, String)...) -> KeyCase {
    KeyCase(way: way.map { Step(keys: $0.0, shows: $0.1) }, effect: .moves(columns: columns, rows: rows))
  }

  static func sends(_ text: String) -> KeyCase { KeyCase(effect: .sends(text)) }

  static let ends = KeyCase(effect: .ends)
}

extension KeyView {
  /// The keys that open the view on the sample board, and what it shows then.
  var opening: [KeyCase.Step] {
    switch self {
    case .board: [KeyCase.Step(keys: "", shows: "▶cri/R5")]
    // The history comes a moment later, and with it the lines to scroll through.
    case .card: [KeyCase.Step(keys: "\r", shows: "▼12")]
    case .section55: [KeyCase.Step(keys: "5", shows: "§ 55 stalking-2019")]
    case .meeting: KeyCase.begun
    case .agenda: KeyCase.longAgenda
    case .since: [KeyCase.Step(keys: "s", shows: "Since the meeting of 21 March 2019")]
    case .summary: KeyCase.ended
    case .filter: [KeyCase.Step(keys: "/", shows: "Enter keep")]
    case .palette: [KeyCase.Step(keys: ":", shows: "Enter do")]
    case .picker: [KeyCase.Step(keys: "m", shows: "Status of crime-2018/R5")]
    case .form: [KeyCase.Step(keys: "w", shows: "Note on crime-2018/R5")]
    case .confirm: [KeyCase.Step(keys: "u", shows: "Sure?")]
    case .help: [KeyCase.Step(keys: "?", shows: "search:")]
    case .blank: [KeyCase.Step(keys: ".", shows: "in private session")]
    case .wall: [KeyCase.Step(keys: "", shows: "as of")]
    }
  }

  /// What each row of the view does; a row that is not here fails the test.
  var cases: [KeyAction: KeyCase] {
    switch self {
    case .board: KeyCase.board
    case .card: KeyCase.card
    case .section55: KeyCase.section55
    case .meeting: KeyCase.meeting
    case .agenda: KeyCase.agenda
    case .since: KeyCase.since
    case .summary: KeyCase.summary
    case .filter: KeyCase.filter
    case .palette: KeyCase.palette
    case .picker: KeyCase.picker
    case .form: KeyCase.form
    case .confirm: KeyCase.confirm
    case .help: KeyCase.help
    case .blank: KeyCase.blank
    case .wall: KeyCase.wall
    }
  }
}
