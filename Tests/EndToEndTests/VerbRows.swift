/// The lines that are tried with each verb of the verb table; a verb without a row fails the suite.
enum VerbRows {
  static let all: [VerbRow] = screens + boards + reading + items + section55 + papers + meetings + history

  static let screens: [VerbRow] = [
    VerbRow(
      verb: "wall",
      bad: [
        .init("wall", status: 64, says: "terminal"), .init("wall", "--page-seconds", "0", status: 64, says: "0", "2"),
        .init("wall", "now", status: 64, says: "now"),
      ]),
    VerbRow(verb: "demo", bad: [.init("demo", status: 64, says: "terminal")]),
  ]

  static let boards: [VerbRow] = [
    .writes(
      "init", [["@/new.board", "--name", "New"], ["@/other.board", "--response-days", "60"]],
      bad: [
        .init("init", status: 64, says: "DIR"), .init("init", "@/test.board", status: 73, says: "test.board"),
        .init("init", "@/n.board", "--counting-rule", "loose", status: 64, says: "loose", "publication-is-day-1"),
        .init("init", "@/n.board", "--response-days", "0", status: 64, says: "0"),
      ]),
    VerbRow(
      verb: "import",
      good: [
        .init(line: ["import", RichBoard.stalking, "--yes"], writes: true),
        .init(line: ["import", RichBoard.stalking, "--report", "again-2019", "--yes"], writes: true),
      ],
      bad: [
        .init("import", status: 64, says: "FILE"), .init("import", "@/no.txt", "--yes", status: 66, says: "no.txt"),
        .init("import", "-", "--yes", status: 65, says: "standard input"),
        .init("import", RichBoard.custody, "--published", "soon", "--yes", status: 64, says: "soon"),
      ]),
    VerbRow(
      verb: "report",
      good: [
        .init(line: ["report"]), .init(line: ["report", "stalking-2019"]),
        .init(line: ["report", "--porcelain"], json: false), .init(line: ["report", "--csv"], json: false),
        .init(line: ["report", "--linear"], json: false), .init(line: ["report", "--as-at", "2"]),
        .init(line: ["report", "add", "fire-2020", "--title", "Fire", "--published", "2020-01-31"], writes: true),
        .init(line: ["report", "edit", "stalking-2019", "publisher=HMICFRS"], writes: true),
      ],
      bad: [
        .init("report", "stlking-2019", status: 66, says: "stalking-2019"),
        .init("report", "add", "fire-2020", status: 64, says: "--title"),
        .init("report", "add", "stalking-2019", "--title", "x", status: 1, says: "stalking-2019"),
        .init("report", "edit", "stalking-2019", "publishr=x", status: 64, says: "publishr", "publisher"),
        .init("report", "edit", "stalking-2019", "publicationDate=x", status: 64, says: "x"),
        .init("report", "add", "f", "--title", "x", "--as-at", "2", status: 64, says: "--as-at"),
      ]),
    .reads("check", [[], ["--strict"]], bad: [.init("check", "all", status: 64, says: "all")]),
  ]

  static let reading: [VerbRow] = [
    .reads(
      "list", [[], ["status:awaiting-npcc", "-overdue"], ["--as-at", "2019-05-16"], ["--as-at", "3"]],
      forms: ["--csv", "--porcelain", "--linear"],
      bad: [
        .init("list", "staus:complete", status: 64, says: "staus:complete", "status:complete", "character 1"),
        .init("list", "overdue", "due:soon", status: 64, says: "due:soon", "character 9", "due:30d"),
        .init("list", "--as-at", "never", status: 66, says: "never"),
        .init("list", "--as-at", "999999", status: 66, says: "999999"),
        .init("list", "--csv", "--porcelain", status: 64, says: "--csv", "--porcelain"),
        .init("list", "--today", "2019-02-30", status: 64, says: "2019-02-30"),
      ]),
    .reads(
      "show", [["stalking-2019/R1"], ["custody-2019/A1"], ["stalking-2019"], ["stalking-2019/R1", "--as-at", "2"]],
      forms: ["--linear"],
      bad: [
        .init("show", status: 64, says: "REF"), .init("show", "R99", status: 66, says: "R99"),
        .init("show", "R1", status: 64, says: "stalking-2019/R1", "custody-2019/R1"),
        .init("show", "stalking-2019/R1", "R2", status: 64, says: "R2"),
      ]),
    VerbRow(
      verb: "s55",
      good: [
        .init(line: ["s55"], status: 1), .init(line: ["s55", "stalking-2019"], status: 1),
        .init(line: ["s55", "--linear"], status: 1, json: false), .init(line: ["s55", "--as-at", "2"], status: 1),
      ],
      bad: [.init("s55", "stalking", status: 66, says: "stalking")]),
    .reads(
      "log", [[], ["stalking-2019/R1"], ["--as-at", "3"]], forms: ["--csv", "--porcelain", "--linear"],
      bad: [.init("log", "R99", status: 66, says: "R99"), .init("log", "a", "b", status: 64, says: "b")]),
  ]

  static let items: [VerbRow] = [
    .writes(
      "add",
      [
        ["stalking-2019", "afi", "--text", "The force should improve."],
        [
          "stalking-2019", "rec", "7.1", "--text", "Part of the seventh.", "owner=DCI Hale", "--status",
          "awaiting-npcc",
        ],
      ],
      bad: [
        .init("add", status: 64, says: "KEY"),
        .init("add", "no-2019", "rec", "--text", "x", status: 66, says: "no-2019"),
        .init("add", "stalking-2019", "thing", "--text", "x", status: 64, says: "thing", "recommendation"),
        .init("add", "stalking-2019", "rec", "1", "--text", "x", status: 1, says: "stalking-2019/R1"),
        .init("add", "stalking-2019", "rec", "--text", " ", status: 65, says: "text"),
        .init("add", "stalking-2019", "rec", "--text", "x", "--status", "complete", status: 64, says: "complete"),
      ]),
    .writes(
      "edit",
      [
        ["stalking-2019/R1", "acceptance=accepted", "tags=a,b"], ["stalking-2019", "force=Fen"], ["board", "name=N"],
      ],
      bad: [
        .init("edit", "stalking-2019/R1", "ownr=x", status: 64, says: "ownr", "owner"),
        .init("edit", "stalking-2019/R1", "status=complete", status: 64, says: "board move"),
        .init("edit", "stalking-2019/R1", "acceptance=perhaps", status: 64, says: "perhaps", "accepted"),
        .init("edit", "R99", "owner=x", status: 66, says: "R99"),
        .init("edit", "board", "colour=x", status: 64, says: "colour"),
      ]),
    .writes(
      "move",
      [
        ["stalking-2019/R1", "stalking-2019/R2", "awaiting-npcc"],
        [
          "stalking-2019/R1", "complete", "--ground", "done", "--reason", "Adopted", "--evidence", "Policy 14",
          "--national-open",
        ],
        ["stalking-2019/R3", "force-action", "--reason", "too early"],
      ],
      bad: [
        .init("move", "stalking-2019/R1", "don", status: 64, says: "don", "awaiting-npcc"),
        .init("move", "stalking-2019/R1", "complete", status: 1, says: "--ground"),
        .init("move", "stalking-2019/R3", "force-action", status: 1, says: "--reason"),
        .init("move", "R99", "complete", status: 66, says: "R99"), .init("move", status: 64, says: "REF"),
        .init("move", "custody-2019/A1", "force-action", status: 66, says: "withdrawn"),
      ]),
    .writes(
      "withdraw", [["stalking-2019/A1", "--reason", "a heading"]],
      bad: [
        .init("withdraw", "stalking-2019/A1", status: 1, says: "--reason"),
        .init("withdraw", "R99", "--reason", "x", status: 66, says: "R99"),
      ]),
    .writes(
      "assign", [["stalking-2019/R1", "stalking-2019/R4", "Sgt Ali"], ["stalking-2019/R1", ""]],
      bad: [
        .init("assign", "stalking-2019/R1", status: 64, says: "OWNER"),
        .init("assign", "R99", "x", status: 66, says: "R99"),
      ]),
    VerbRow(
      verb: "due",
      good: [
        .init(line: ["due"]), .init(line: ["due", "--within", "2m"]), .init(line: ["due", "--before", "2019-01-01"]),
        .init(line: ["due", "--csv"], json: false), .init(line: ["due", "--porcelain"], json: false),
        .init(line: ["due", "--linear"], json: false), .init(line: ["due", "--ics"], json: false),
        .init(line: ["due", "--as-at", "2"]),
        .init(line: ["due", "stalking-2019/R1", "2019-12-24", "--reason", "agreed"], writes: true),
      ],
      bad: [
        .init("due", "--within", "soon", status: 64, says: "soon"),
        .init("due", "stalking-2019/R1", "2019-02-30", "--reason", "x", status: 64, says: "2019-02-30"),
        .init("due", "stalking-2019/R1", "2019-12-24", status: 1, says: "--reason"),
        .init("due", "stalking-2019/R1", "2019-12-24", "--ics", status: 64, says: "--ics"),
        .init("due", "--reason", "x", status: 64, says: "--reason"),
        .init("due", "--ics", "--csv", status: 64, says: "--ics"),
      ]),
    .writes(
      "note", [["stalking-2019/R1", "Asked the lead"], ["stalking-2019/R1", "Quiet", "--private"]],
      bad: [
        .init("note", "R99", "x", status: 66, says: "R99"),
        .init("note", "stalking-2019/R1", "", status: 65, says: "note"),
      ]),
    .writes(
      "evidence", [["stalking-2019/R1", "Audit of 12 May"]],
      bad: [.init("evidence", "R99", "x", status: 66, says: "R99")]),
    .writes(
      "verify", [["stalking-2019/R3"]],
      bad: [.init("verify", status: 64, says: "REF"), .init("verify", "R99", status: 66, says: "R99")]),
  ]
}
