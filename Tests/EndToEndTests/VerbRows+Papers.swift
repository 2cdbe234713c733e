extension VerbRows {
  static let section55: [VerbRow] = [
    VerbRow(
      verb: "respond",
      good: [
        .init(line: ["respond", "stalking-2019/R1", "We do."], writes: true),
        .init(line: ["respond", "stalking-2019"], input: "As a whole.\n", writes: true),
      ],
      bad: [.init("respond", "R99", "x", status: 66, says: "R99"), .init("respond", status: 64, says: "REF")]),
    .writes(
      "comment",
      [
        ["stalking-2019", "Welcome."], ["stalking-2019/R1", "--position", "taken"],
        ["stalking-2019/R1", "--position", "none", "For the lead."],
      ],
      bad: [
        .init("comment", "stalking-2019/R4", "--position", "none", status: 1, says: "(5B)"),
        .init("comment", "stalking-2019/R1", "--position", "later", status: 64, says: "later", "proposed"),
        .init("comment", "stalking-2019", "--position", "taken", status: 64, says: "--position"),
      ]),
    .writes("reply", [["stalking-2019", "Thank you."]], bad: [.init("reply", "R99", "x", status: 66, says: "R99")]),
    .writes(
      "record", [["stalking-2019", "published", "2019-05-30"]],
      bad: [
        .init("record", "stalking-2019", "printed", "2019-05-30", status: 64, says: "printed", "published"),
        .init("record", "stalking-2019", "published", "soon", status: 64, says: "soon"),
        .init("record", "no-2019", "published", "2019-05-30", status: 66, says: "no-2019"),
      ]),
  ]

  static let papers: [VerbRow] = [
    .reads(
      "paper",
      [
        ["stalking-2019"], ["stalking-2019", "--format", "markdown"], ["stalking-2019", "--format", "html"],
        ["stalking-2019", "-o", "@/paper.txt"], ["stalking-2019", "--as-at", "2"],
      ],
      bad: [
        .init("paper", status: 64, says: "KEY"), .init("paper", "no-2019", status: 66, says: "no-2019"),
        .init("paper", "stalking-2019", "-o", "@/no/paper.txt", status: 73, says: "paper.txt"),
        .init("paper", "stalking-2019", "--force", status: 64, says: "--force"),
      ]),
    VerbRow(
      verb: "export",
      good: [
        .init(line: ["export"]), .init(line: ["export", "--format", "csv"], json: false),
        .init(line: ["export", "--format", "markdown"], json: false),
        .init(line: ["export", "--format", "html"], json: false),
        .init(line: ["export", "--public", "overdue"]), .init(line: ["export", "-o", "@/register.csv"]),
      ],
      bad: [
        .init("export", "--format", "pdf", status: 64, says: "pdf", "markdown"),
        .init("export", "status:open", status: 64, says: "status:open"),
        .init("export", "-o", "@/test.board/journal/x.jsonl", "--force", status: 73, says: "x.jsonl"),
      ]),
  ]

  static let meetings: [VerbRow] = [
    VerbRow(
      verb: "meeting",
      good: [
        .init(line: ["meeting"]), .init(line: ["meeting", "list", "--porcelain"], json: false),
        .init(line: ["meeting", "list", "--csv"], json: false),
        .init(line: ["meeting", "list", "--linear"], json: false),
        .init(line: ["meeting", "start", "May"], writes: true),
        .init(line: ["meeting", "end"], before: [["meeting", "start", "May"]], writes: true),
        .init(line: ["meeting", "discuss", "stalking-2019/R2"], before: [["meeting", "start", "May"]], writes: true),
        .init(line: ["meeting", "skip", "stalking-2019/R2"], before: [["meeting", "start", "May"]], writes: true),
      ],
      bad: [
        .init("meeting", "begin", status: 64, says: "begin", "start"),
        .init("meeting", "end", status: 1, says: "meeting start"),
        .init("meeting", "start", "x", "--agenda", "zebra", status: 1, says: "zebra"),
        .init("meeting", "start", "x", "--on", "soon", status: 64, says: "soon"),
        .init("meeting", "start", "x", "--as-at", "2", status: 64, says: "--as-at"),
      ]),
    .writes(
      "decide", [["stalking-2019/R1", "noted", "--meeting", "last"]],
      bad: [
        .init("decide", "stalking-2019/R1", "noted", status: 1, says: "meeting"),
        .init("decide", "stalking-2019/R1", "nodded", "--meeting", "last", status: 64, says: "nodded", "noted"),
        .init("decide", "stalking-2019/R1", "noted", "--meeting", "1999-01-01", status: 66, says: "1999-01-01"),
      ]),
    .writes(
      "action", [["add", "call them", "--owner", "Sgt Ali", "--due", "2019-06-01", "--ref", "stalking-2019/R1"]],
      bad: [
        .init("action", "add", "x", "--due", "2019-06-01", status: 64, says: "--owner"),
        .init("action", "done", "999-ffff", status: 66, says: "999-ffff"),
        .init("action", "make", "x", status: 64, says: "make", "add"),
        .init("action", "add", "x", "--owner", "a", "--due", "June", status: 64, says: "June"),
      ]),
    .reads(
      "actions", [[], ["--as-at", "3"], ["-o", "@/actions.txt"], ["--format", "markdown", "-o", "@/actions.md"]],
      forms: ["--csv", "--porcelain", "--linear", "--format=markdown"],
      bad: [
        .init("actions", "--format", "markdown", "--csv", status: 64, says: "--csv"),
        .init("actions", "-o", "@/test.board", status: 73, says: "test.board"),
      ]),
    .reads(
      "agenda", [[], ["last"], ["--on", "2019-07-11"], ["--format", "html", "-o", "@/agenda.html"]],
      forms: ["--linear", "--format=markdown"],
      bad: [
        .init("agenda", "1999-01-01", status: 66, says: "1999-01-01"),
        .init("agenda", "last", "--on", "2019-07-11", status: 64, says: "--on"),
      ]),
    .reads(
      "minutes", [[], ["2019-03-21"], ["-o", "@/minutes.txt"], ["--format", "markdown", "-o", "@/minutes.md"]],
      forms: ["--linear", "--format=html"],
      bad: [
        .init("minutes", "next", status: 66, says: "next"),
        .init("minutes", "--format", "pdf", status: 64, says: "pdf"),
      ]),
    .reads(
      "stats", [[], ["report:stalking-2019"], ["--as-at", "2"]], forms: ["--csv", "--porcelain", "--linear"],
      bad: [.init("stats", "kind:x", status: 64, says: "kind:x")]),
    .reads(
      "changes", [["--since", "3"], [], ["--since", "2019-05-01"], ["--since", "last-meeting"]],
      forms: ["--csv", "--porcelain", "--linear"],
      bad: [
        .init("changes", "--since", "last-meting", status: 64, says: "last-meting", "last-meeting"),
        .init("changes", "--since", "2019-02-30", status: 64, says: "2019-02-30"),
        .init("changes", "--since", "9999-abcd", status: 66, says: "9999-abcd"),
      ]),
  ]

  static let history: [VerbRow] = [
    .writes(
      "undo", [[], ["3"]],
      bad: [
        .init("undo", "--as", "Nobody", status: 1, says: "Nobody"), .init("undo", "9999", status: 66, says: "9999"),
        .init("undo", "1", "2", status: 64, says: "2"),
      ]),
    VerbRow(
      verb: "redo", good: [.init(line: ["redo"], before: [["undo"]], writes: true)],
      bad: [.init("redo", "--as", "Nobody", status: 1, says: "Nobody"), .init("redo", "x", status: 64, says: "x")]),
    VerbRow(
      verb: "sync",
      bad: [
        .init("sync", status: 64, says: "REMOTE"),
        .init("sync", "@/no.git", "--every", "soon", status: 64, says: "soon"),
      ]),
    VerbRow(
      verb: "redact",
      bad: [
        .init("redact", status: 64, says: "REF"),
        .init("redact", "R99", "text", "--reason", "x", status: 66, says: "R99"),
      ]),
    .writes(
      "settle", [],
      bad: [
        .init("settle", "stalking-2019/R1", "owner", status: 1, says: "owner"),
        .init("settle", "stalking-2019/R1", "colour", status: 64, says: "colour"),
        .init("settle", "R99", "owner", status: 66, says: "R99"),
      ]),
    VerbRow(
      verb: "completions",
      good: ["bash", "zsh", "fish"].map { .init(line: ["completions", $0], json: false) },
      bad: [
        .init("completions", "csh", status: 64, says: "csh", "zsh"), .init("completions", status: 64, says: "SHELL"),
      ]),
    .reads(
      "help", [[], ["move"], ["settings"]],
      bad: [.init("help", "mvoe", status: 64, says: "mvoe", "move"), .init("help", "a", "b", status: 64, says: "b")]),
  ]
}
