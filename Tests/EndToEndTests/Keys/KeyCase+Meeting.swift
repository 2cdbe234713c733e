import Commands

extension KeyCase {
  /// The way from the board to a list of 22 recommendations that a meeting may begin with; 19 lines are visible.
  static let longAgenda = [
    Step(keys: "M", shows: "A meeting begins"), Step(keys: "\r\r\r", shows: "▶ Agenda"),
    Step(keys: "kind:rec", shows: "kind:rec"), Step(keys: "\r", shows: "▶ [✓] crime-2018/R1"),
  ]

  /// The way from the board to a meeting about the eight entries that are proposed, at its second, crime-2018/R5.
  static let begun = [
    Step(keys: "M", shows: "A meeting begins"), Step(keys: "\r\r\r\r", shows: "Agenda of 8, not begun"),
    Step(keys: "\r", shows: "Matters arising from the last action log"), Step(keys: "nn", shows: "2 of 8"),
  ]

  /// The way from the board to what a meeting came to: with an action of so many lines that it is two too long.
  static let ended =
    begun + [
      Step(keys: "A", shows: "An action on crime-2018/R5"),
      Step(keys: (1...12).map { "line \($0)" }.joined(separator: "\u{f}"), shows: "line 12"),
      Step(keys: "\r\r\r", shows: "set action"), Step(keys: "M", shows: "The meeting ends"),
      Step(keys: "\r\r", shows: "▶ Minutes to"), Step(keys: "\u{15}", shows: "empty: no files"),
      Step(keys: "\r", shows: "ended meeting 2019-05-16"),
    ]

  /// A meeting at an item of three lines more than the screen has.
  static let meeting: [KeyAction: KeyCase] =
    changing.merging(always) { $1 }.merging([
      .nextItem: .shows("3 of 8"), .previousItem: .shows("1 of 8"), .on: .shows("3 of 8", after: (" ", "▲3")),
      .down: .shows("▲1 ▼2"), .up: .hides("▲1", after: ("j", "▲1")), .halfPageDown: .shows("▲3"),
      .halfPageUp: .hides("▲3", after: ("\u{4}", "▲3")), .first: .shows("Matters arising from the last action log"),
      .last: .shows("End of 8"), .discussed: .shows("marked crime-2018/R5 as discussed"),
      .skipped: .shows("marked crime-2018/R5 as skipped"), .decide: .shows("crime-2018/R5: decided"),
      .open: .shows("Addressees"), .agenda: .shows("▶ [✓] crime-2018/R5"),
      .since: .shows("Since the meeting of 21 March 2019"), .takeIn: .shows("nothing by others waits"),
      .freeze: .shows("what others change is not announced"), .section55: .shows("§ 55 crime-2018"),
      .timeline: .shows("L. Moss: outcome: reopened"), .palette: .shows("Enter do"),
      .meeting: .shows("The meeting ends"), .back: .shows("the meeting is still on"),
    ]) { $1 }

  /// An agenda that is longer than the screen, of which the first line is selected.
  static let agenda: [KeyAction: KeyCase] =
    always.merging([
      .accept: .shows("began meeting 2019-05-16"), .down: .shows("▶ [✓] crime-2018/R2"),
      .up: .shows("▶ [✓] crime-2018/R1 ", after: ("j", "▶ [✓] crime-2018/R2")),
      .first: .shows("▶ [✓] crime-2018/R1 ", after: end),
      .last: .shows("▶ [✓] stalking-2019/R7"), .pageDown: .shows("▶ [✓] stalking-2019/R5"),
      .pageUp: .shows("▶ [✓] crime-2018/R3", after: end), .mark: .shows("[ ] crime-2018/R1 "),
      // At an edge of the list the line that changed places comes into view, and is not the selected one.
      .orderDown: .shows("  [✓] stalking-2019/R6", after: ("\u{1b}[6~", "▶ [✓] stalking-2019/R5")),
      .orderUp: .shows("  [✓] crime-2018/R2", after: end, ("\u{1b}[5~", "▶ [✓] crime-2018/R3")),
      .add: .shows("Onto the agenda"), .back: .shows("no meeting has begun"),
    ]) { $1 }

  private static let end = ("G", "▶ [✓] stalking-2019/R7")

  /// What became of 32 entries, of which 21 are visible, since the meeting of the sample board.
  static let since: [KeyAction: KeyCase] =
    always.merging([
      .open: .shows("Addressees"), .down: .shows("▶ crime-2018/R2"),
      .up: .shows("▶ crime-2018/R1 ", after: ("j", "▶ crime-2018/R2")),
      .first: .shows("▶ crime-2018/R1 ", after: ("G", "▶ crime-2018/R12")), .last: .shows("▶ crime-2018/R12"),
      .pageDown: .shows("▶ stalking-2019 "), .pageUp: .shows("▲10", after: ("G", "▲11")),
      .since: .shows("cri/R1 EDITED"), .back: .shows("▶cri/R5"),
    ]) { $1 }

  /// What a meeting came to, two lines more than the screen has.
  static let summary: [KeyAction: KeyCase] =
    always.merging([
      .minutes: .shows("Minutes of meeting 2019-05-16"), .down: .shows("▲1"), .up: .hides("▲", after: ("j", "▲1")),
      .undo: .shows("Matters arising from the last action log"), .back: .shows("▶cri/R5"),
    ]) { $1 }
}
