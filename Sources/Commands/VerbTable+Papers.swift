extension VerbTable {
  static let paperVerbs: [Verb] = [
    Verb(
      "paper", "the section 55 response on a report, as it has to be published",
      synopsis: ["paper KEY [--format text|markdown|html] [-o FILE] [--force] [--as-at DATE|CHANGE]"], effect: .reads,
      operands: [Verb.Operand("KEY", "the report", .report)],
      flags: [
        Verb.Flag("format", "FORMAT", "text if not given", allowed: ["text", "markdown", "html"]),
        output, force, asAt,
      ],
      notes: [
        "What is missing stands as a visible blank, and the paper calls itself a draft until no statutory gap is left: recorded publication and sending are among them.",
        "The text form can be read back with board import: items, their comments, positions and replies. Comments on the report as a whole are then left aside.",
        "With --json and without --output: one object with the paper, the clock and the gaps.",
      ],
      examples: [
        Verb.Example("board paper stalking-2019", "The response as it stands"),
        Verb.Example("board paper stalking-2019 --format html -o response.html", "A page to publish"),
      ],
      exits: [
        Verb.Exit(66, "no such report"), Verb.Exit(73, "the file exists, or cannot be made"),
        Verb.Exit(74, "the file could not be written"),
      ]),
    Verb(
      "export", "the register of items, for other programs and for the public",
      synopsis: [
        "export [QUERY…] [--format csv|json|markdown|html] [--public] [-o FILE] [--force] [--as-at DATE|CHANGE]"
      ],
      effect: .reads, operands: [query],
      flags: [
        Verb.Flag("format", "FORMAT", "csv if not given", allowed: ["csv", "json", "markdown", "html"]),
        Verb.Flag("public", nil, "leave out evidence and officers' names: owners, contact officers, who made changes"),
        output, force, asAt,
      ],
      notes: [
        "HTML is one page that loads nothing and runs nothing: the board, the section 55 clocks, a chart of the three statuses over time, every item in full. CSV has a row an item, safe for spreadsheets. JSON holds the same item objects as board list --json, reports, meetings and actions.",
        "Every form says which board it comes from, as of when, for which query, with which counts and from which state (a digest: two exports of one state have the same). CSV says it in the last columns of each row; without items one row without a ref says it.",
        "A private note is in no export, and history stays behind. --public takes names out of the fields that hold them, not out of texts that people wrote; texts are yours to read first.",
        "-o stands for --output; to exclude the word o, write -\"o\" in quotes of its own: '-\"o\"'.",
      ],
      examples: [
        Verb.Example("board export --format html --public -o board.html", "A page for the public"),
        Verb.Example("board export overdue -status:awaiting-npcc", "What is late and ours, as CSV"),
        Verb.Example("board export --json | jq '.items[].ref'", "For scripts"),
      ],
      exits: [
        Verb.Exit(1, "there are items, and none matches the query"),
        Verb.Exit(73, "the file exists, or cannot be made"), Verb.Exit(74, "the file could not be written"),
      ], takesQuery: true),
  ]
}
