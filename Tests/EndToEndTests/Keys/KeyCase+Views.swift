import Commands

extension KeyCase {
  /// An open card of more lines than the screen has.
  static let card: [KeyAction: KeyCase] =
    changing.merging(always) { $1 }.merging([
      .down: .shows("▲1"), .up: .hides("▲1", after: ("j", "▲1")), .pageDown: .shows("▲"),
      .pageUp: .hides("▲", after: ("G", "▲")), .halfPageDown: .shows("▲10"),
      .halfPageUp: .hides("▲10 ", after: ("\u{4}", "▲10 ")), .first: .hides("▲", after: ("G", "▲")),
      .last: .hides("▼"), .nextCard: .shows("crime-2018/R3"),
      .previousCard: .shows("crime-2018/R5", after: ("l", "crime-2018/R3")), .timeline: .shows("▲"),
      .decide: KeyCase(
        way: [Step(keys: "q", shows: "▶cri/R5")] + begun + [
          Step(keys: "q", shows: "the meeting is still on"), Step(keys: "\r", shows: "Addressees"),
        ], effect: .shows("crime-2018/R5: decided")),
      .back: .shows("▶cri/R5"),
    ]) { $1 }

  /// The checklist of stalking-2019: the second of 14 steps is selected, the first gap; 12 lines are visible.
  static let section55: [KeyAction: KeyCase] =
    always.merging([
      .fill: .shows("Enter next, save"), .down: .moves(rows: 1), .up: .moves(rows: -1), .first: .moves(rows: -1),
      .last: .moves(rows: 9), .pageDown: .moves(rows: 9), .pageUp: .moves(rows: -11, after: ("G", "▲")),
      .nextReport: .shows("§ 55 crime-2018"), .previousReport: .shows("§ 55 custody-2019"),
      .respond: .shows("Chief officer's comments on"),
      .comment: .shows("Body's comments on"), .reply: .shows("Body's reply on"),
      .undo: .shows("Sure?"), .redo: .shows("left to redo"), .back: .shows("Awaiting NPCC"),
    ]) { $1 }

  static let filter: [KeyAction: KeyCase] =
    editing(typed: "/").merging([
      .accept: .shows("filter: overdue", after: ("overdue", "3/30")), .cancel: .hides("0/30", after: ("zebra", "0/30")),
      .down: .shows("▶cri/R3"), .up: .shows("▶cri/R5", after: ("\u{1b}[B", "▶cri/R3")),
      .nextColumn: .shows("▶cri/R1"), .previousColumn: .shows("▶cri/R4"),
    ]) { $1 }

  static let palette: [KeyAction: KeyCase] =
    editing(typed: ":").merging([
      .accept: .shows("assigned crime-2018/R5", after: ("assign Hale", ":assign Hale")),
      .complete: .shows(":move ", after: ("mov", ":mov")), .down: .shows("▶ assign"), .up: .shows("▶ quit"),
      .cancel: .hides("Enter do"),
    ]) { $1 }

  static let picker: [KeyAction: KeyCase] = [
    .choose: .shows("Force action → Awaiting NPCC", after: ("k", "▶ Awaiting NPCC")), .down: .moves(rows: 1),
    .up: .moves(rows: -1), .cancel: .hides("Status of crime-2018/R5"),
  ]

  static let form: [KeyAction: KeyCase] =
    editing(typed: "").merging([
      .save: .shows("▶ Who may see it"), .newLine: .moves(rows: 1), .nextField: .shows("▶ Who may see it"),
      .previousField: .shows("▶ Who may see it"), .cancel: .hides("Note on crime-2018/R5"),
    ]) { $1 }

  static let confirm: [KeyAction: KeyCase] = [.accept: .shows("undid"), .refuse: .hides("Sure?")]

  static let help: [KeyAction: KeyCase] = [
    .choose: .shows("Status of crime-2018/R5", after: ("pick the card", "▶ m")), .down: .shows("▶ j"),
    .up: .shows("▶ Enter", after: ("\u{1b}[B", "▶ j")), .pageDown: .hides("▶ Enter"),
    .pageUp: .shows("▶ Enter", after: ("\u{1b}[6~", "▲")),
    .deleteBackward: .hides("no key does that", after: ("zz", "no key does that")),
    .deleteToStart: .hides("no key does that", after: ("zz", "no key does that")), .back: .hides("search:"),
  ]

  static let blank: [KeyAction: KeyCase] = [.back: .shows("Awaiting NPCC")]

  /// The wall of the sample paper, one column at a time: first the five cards of Awaiting NPCC.
  static let wall: [KeyAction: KeyCase] = [.pageDown: .shows("R3"), .pageUp: .shows("R4"), .quit: .ends]

  /// Editing a text that was typed behind `mark`.
  private static func editing(typed mark: String) -> [KeyAction: KeyCase] {
    let text = ("ab cd", "\(mark)ab cd")
    return [
      .cursorLeft: .moves(columns: -1, after: text), .cursorRight: .moves(columns: 1, after: text, ("\u{1}", "ab cd")),
      .lineStart: .moves(columns: -5, after: text), .lineEnd: .moves(columns: 5, after: text, ("\u{1}", "ab cd")),
      .deleteBackward: .hides("ab cd", after: text),
      .deleteForward: .hides("ab cd", after: text, ("\u{1b}[D", "ab cd")),
      .deleteWord: .hides("cd", after: text), .deleteToStart: .hides("cd", after: text),
      .deleteToEnd: .hides("cd", after: text, ("\u{1}", "ab cd")),
    ]
  }
}
