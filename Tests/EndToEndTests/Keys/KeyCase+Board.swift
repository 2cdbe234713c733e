import Commands

extension KeyCase {
  /// The board: Force action with 14 cards, of which 12 are visible, cri/R5 selected.
  static let board: [KeyAction: KeyCase] =
    moving.merging(viewing) { $1 }.merging(changing) { $1 }.merging(always) { $1 }

  private static let moving: [KeyAction: KeyCase] = [
    .down: .shows("▶cri/R3"), .up: .shows("▶cri/R5", after: ("j", "▶cri/R3")), .left: .shows("▶cri/R4"),
    .right: .shows("▶cri/R1"), .nextColumn: .shows("▶cri/R1"), .previousColumn: .shows("▶cri/R4"),
    .firstColumn: .shows("▶cri/R4"), .secondColumn: .shows("▶cri/R5", after: ("3", "▶cri/R1")),
    .thirdColumn: .shows("▶cri/R1"), .first: .shows("▶cri/R5", after: ("jj", "▶cri/R2")),
    .last: .shows("▶cus/C2"), .pageDown: .shows("▶cus/C1"), .pageUp: .shows("▶cri/R3", after: ("G", "▶cus/C2")),
    .halfPageDown: .shows("▶cri/R10"), .halfPageUp: .shows("▶cus/R2", after: ("G", "▶cus/C2")),
    .orderDown: .shows("reordered"), .orderUp: .shows("reordered", after: ("j", "▶cri/R3")),
    .nextMatch: .shows("▶cri/R3", after: ("/overdue", "/30"), ("\r", "filter: overdue")),
    .previousMatch: .shows("▶cri/R4", after: ("/overdue", "/30"), ("\r", "filter: overdue")),
  ]

  private static let viewing: [KeyAction: KeyCase] = [
    .open: .shows("Addressees"), .timeline: .shows("Timeline"), .section55: .shows("Asked for by section 55"),
    .mark: .shows("1 marked"), .add: .shows("A new item"), .filter: .shows("Enter keep"),
    .quickFilter: .shows("Show only"), .palette: .shows("Enter do"), .display: .shows("density: projector"),
    .meeting: .shows("A meeting begins"), .since: .shows("Since the meeting of 21 March 2019"),
    .decide: KeyCase(
      way: begun + [Step(keys: "q", shows: "the meeting is still on")], effect: .shows("crime-2018/R5: decided")),
    .freeze: .shows("frozen:"), .back: .hides("1 marked", after: ("v", "1 marked")), .quit: .ends,
  ]

  /// Changes of the selected card, which the board and an open card have in common.
  static let changing: [KeyAction: KeyCase] = [
    .moveLeft: .shows("Force action → Awaiting NPCC"),
    .moveRight: .shows("Complete crime-2018/R5"), .pickStatus: .shows("Status of crime-2018/R5"),
    .owner: .shows("Owner of crime-2018/R5"), .due: .shows("Due date of crime-2018/R5"),
    .note: .shows("Note on crime-2018/R5"), .respond: .shows("Chief officer's comments on crime-2018/R5"),
    .comment: .shows("Body's comments on crime-2018/R5"), .reply: .shows("Body's reply on crime-2018/R5"),
    .evidence: .shows("Evidence for crime-2018/R5"), .action: .shows("An action on crime-2018/R5"),
    .editField: .shows("Edit crime-2018/R5"),
    .editText: .shows("In the editor: crime-2018/R5"), .copy: .shows("sent to the clipboard"),
    .undo: .shows("undid", after: ("H", "Force action → Awaiting NPCC")),
    .redo: .shows("redid", after: ("H", "Force action → Awaiting NPCC"), ("u", "undid")),
  ]

  /// What every large view has.
  static let always: [KeyAction: KeyCase] = [
    .help: .shows("search:"), .blank: .shows("in private session"), .redraw: .sends("\u{1b}[2J"),
    .suspend: .sends("\u{1b}[?1049l"),
  ]
}
