/// The verbs of the shell: one table for the parser, help, did-you-mean, completions, the manual page and the docs.
///
/// A verb stands here only when it works.
package enum VerbTable {
  /// Every verb with a name, in the order of help.
  package static let verbs: [Verb] =
    screenVerbs + boardVerbs + readingVerbs + itemVerbs + commentVerbs + paperVerbs + meetingVerbs
    + historyVerbs + machineVerbs + helpVerbs

  /// `board` without a verb: the chair's screen.
  package static let chair = Verb(
    "", "the chair's screen; in a pipe the same as board list", synopsis: [""], effect: .opensScreen,
    flags: [ascii, asAt],
    notes: [
      "Press ? on the screen for its keys. With --as-at the board is shown as it was and cannot be changed."
    ],
    examples: [
      Verb.Example("board", "Opens the nearest board"),
      Verb.Example("board --as-at 2019-03-21", "Shows the board as it was at the end of that day"),
    ])

  /// The verb of a name; `nil` for none.
  package static func verb(named name: String) -> Verb? {
    name.isEmpty ? chair : verbs.first { $0.name == name }
  }

  /// Flags that work with every verb and stand anywhere on the line.
  package static let globalFlags: [Verb.Flag] = [
    Verb.Flag("board", "DIR", "the board to use; else $BOARD_DIR, else the nearest *.board directory upwards"),
    Verb.Flag("today", "DATE", "the day that due dates and clocks count from (YYYY-MM-DD); else $BOARD_TODAY"),
    Verb.Flag("as", "NAME", "who acts; else $BOARD_ACTOR, else the login name, which is recorded as well"),
    Verb.Flag(
      "color", "WHEN", "colour: auto (on a terminal, unless NO_COLOR is set), always or never",
      allowed: ["auto", "always", "never"]),
    Verb.Flag("json", nil, "answer with one JSON object; errors are one as well, on standard error"),
    Verb.Flag("quiet", nil, "say nothing after a write that worked"),
    Verb.Flag("no-input", nil, "never ask and never open an editor"),
    Verb.Flag("help", nil, "help on the verb (also -h)"),
    Verb.Flag("version", nil, "the version of the program"),
  ]

  /// Exit statuses that every verb shares.
  package static let exits: [Verb.Exit] = [
    Verb.Exit(0, "done"),
    Verb.Exit(1, "nothing matched, or a rule said no: a gap is open, damage was found, an undo was refused"),
    Verb.Exit(64, "usage: unknown verb, flag or status, a bad date, an ambiguous reference"),
    Verb.Exit(65, "bad input: a paper that is empty, binary or without items"),
    Verb.Exit(66, "no such file, board or item"),
    Verb.Exit(69, "a needed program is missing"),
    Verb.Exit(70, "a fault of this program"),
    Verb.Exit(73, "cannot create"),
    Verb.Exit(74, "read or write failed; nothing was saved"),
    Verb.Exit(75, "locked, or changed meanwhile: try again"),
    Verb.Exit(76, "written, but not confirmed durable"),
    Verb.Exit(77, "not permitted, or read-only"),
    Verb.Exit(78, "bad settings"),
    Verb.Exit(130, "interrupted"),
  ]

  /// Environment variables that matter.
  package static let environment: [(name: String, meaning: String)] = [
    ("BOARD_DIR", "the board to use when there is no --board"),
    ("BOARD_TODAY", "the day to count from when there is no --today"),
    ("BOARD_ACTOR", "who acts when there is no --as"),
    ("VISUAL, EDITOR", "the editor for longer texts"),
    ("PAGER", "the pager for what does not fit on the terminal; empty for none"),
    ("COLUMNS", "how wide tables and texts may be, in a pipe too; else the terminal's width"),
    ("NO_COLOR", "set to anything: no colour"),
    ("XDG_CONFIG_HOME", "where your settings are: $XDG_CONFIG_HOME/board/settings, else ~/.config/board/settings"),
    ("XDG_DATA_HOME", "where the default board is: $XDG_DATA_HOME/board/default.board"),
  ]
}

extension VerbTable {
  static let dryRun = Verb.Flag("dry-run", nil, "show what would change and write nothing")
  static let ifStatus = Verb.Flag(
    "if-status", "STATUS", "only if every item has that status when it is changed; else 75 and nothing changes",
    allowed: statuses)
  static let ifUnchangedSince = Verb.Flag(
    "if-unchanged-since", "CHANGE", "only if nobody changed them after that change; else 75 and nothing changes")
  static let allMatching = Verb.Flag(
    "all-matching", nil, "the words are a query: change all that it finds, after showing how many and asking")
  static let yes = Verb.Flag("yes", nil, "do it without asking, as in a pipe nobody can be asked")
  /// What every verb has that changes items.
  static let selecting = [allMatching, yes, ifStatus, ifUnchangedSince, dryRun]
  static let textFlag = Verb.Flag("text", "TEXT", "the text, where --all-matching takes every word for the query")
  static let asAt = Verb.Flag(
    "as-at", "DATE|CHANGE", "the board as it was at the end of that day, or after that change")
  static let csv = Verb.Flag("csv", nil, "comma-separated values, safe for spreadsheets")
  static let porcelain = Verb.Flag("porcelain", nil, "tab-separated, no header, for scripts; never changes")
  static let linear = Verb.Flag("linear", nil, "whole sentences, one below the other, for a screen reader")
  static let output = Verb.Flag(
    "output", "FILE", "write a new file instead of standard output; - is standard output", letter: "o")
  static let force = Verb.Flag("force", nil, "replace a file that is there")
  static let ascii = Verb.Flag("ascii", nil, "draw with ASCII only")
  static let reference = Verb.Operand(
    "REF", "an item: stalking-2019/R1, or R1 where only one report has it; any case", .reference)
  static let target = Verb.Operand("REF", "an item, or a report's key for the report as a whole", .target)
  static let references = Verb.Operand(
    "REF…", "items; they change together, as one undo step; - reads references from standard input, one a line",
    .reference)
  static let targets = Verb.Operand(
    "REF…", "items, or a report's key for the report as a whole; they change together, as one undo step", .target)
  static let text = Verb.Operand(
    "TEXT", "the text; without it your editor on a terminal, standard input in a pipe; - reads standard input")
  static let fields = Verb.Operand("FIELD=VALUE…", "fields to set; an empty value clears one")
  static let statuses = ["awaiting-npcc", "force-action", "complete"]
  static let query = Verb.Operand(
    "QUERY…", "what to show; words match any text, terms narrow it; -TERM excludes (see board help list)", .query)
}
