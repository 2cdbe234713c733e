extension VerbTable {
  static let screenVerbs: [Verb] = [
    Verb(
      "wall", "the read-only display for a wall", synopsis: ["wall [--page-seconds N] [--public] [--kiosk] [--ascii]"],
      effect: .opensScreen,
      flags: [
        Verb.Flag("page-seconds", "N", "seconds that each page of a long column stays (2 to 3600; 15 if not given)"),
        Verb.Flag("public", nil, "leave out private notes and officers' names"),
        Verb.Flag("kiosk", nil, "ignore q, C-c and C-z, and wait for a board that is not there yet"),
        ascii,
      ],
      notes: ["It opens everything read-only and takes no lock. q leaves it."],
      examples: [Verb.Example("board wall --public --kiosk", "A display in a public place")],
      exits: [Verb.Exit(64, "standard output is no terminal")]),
    Verb(
      "demo", "a throw-away copy of the sample board, on 16 May 2019", synopsis: ["demo [--ascii]"],
      effect: .opensScreen, flags: [ascii],
      notes: ["Today is set to the day of the sample's meeting. Nothing you do there is kept."],
      examples: [Verb.Example("board demo", "Have a look round")]),
  ]

  static let boardVerbs: [Verb] = [
    Verb(
      "init", "make a new board", synopsis: ["init DIR [--name NAME] [--body NAME] [--force NAME]"], effect: .writes,
      operands: [Verb.Operand("DIR", "the directory to make; by custom its name ends in .board", .file)],
      flags: [
        Verb.Flag("name", "NAME", "the board's name, shown in headers; else the directory's"),
        Verb.Flag("body", "NAME", "the local policing body that must respond"),
        Verb.Flag("force", "NAME", "the force"),
        Verb.Flag(
          "counting-rule", "RULE", "how the statutory period counts",
          allowed: ["publication-is-day-1", "publication-is-day-0"]),
        Verb.Flag("response-days", "N", "length of the statutory period; 56 if not given"),
        dryRun,
      ],
      examples: [
        Verb.Example(
          "board init coordination.board --body \"Police and Crime Commissioner\" --force \"Cambridgeshire Constabulary\"",
          "Makes a board here")
      ],
      exits: [Verb.Exit(73, "the directory exists and is not empty, or cannot be made")]),
    Verb(
      "import", "read papers, show what was read, ask, then add",
      synopsis: ["import FILE… [--report KEY] [--published DATE] [--format FORMAT] [--yes] [--dry-run]"],
      effect: .writes,
      operands: [
        Verb.Operand(
          "FILE…", "papers as text or Markdown, PDF through pdftotext, Word through pandoc; - reads standard input",
          .file)
      ],
      flags: [
        Verb.Flag("report", "KEY", "the report's key; else made from its title and year"),
        Verb.Flag("published", "DATE", "the day of publication, where the paper does not say or says it wrongly"),
        Verb.Flag(
          "format", "FORMAT", "how to read the file; else told from its name",
          allowed: ["text", "markdown", "pdf", "word"]),
        Verb.Flag("yes", nil, "add without asking"),
        dryRun,
      ],
      notes: [
        "It shows the report, the items with their proposed status and the reason for it, what was skipped and what is doubtful. Nothing is added before you agree. In a pipe it adds only with --yes.",
        "Importing the same paper again changes nothing. Several papers are one change each.",
      ],
      examples: [
        Verb.Example("board import paper.txt --dry-run", "Only shows what the paper says"),
        Verb.Example("board import paper.txt --yes --json", "Adds it, from a script"),
      ],
      exits: [
        Verb.Exit(1, "you said no"), Verb.Exit(64, "in a pipe without --yes or --dry-run"),
        Verb.Exit(65, "the file is empty, binary, or no item was found in it"), Verb.Exit(66, "no such file"),
      ]),
    Verb(
      "report", "the reports; add one, change its fields, close it",
      synopsis: [
        "report [KEY] [--as-at DATE|CHANGE] [--linear | --csv | --porcelain]",
        "report add KEY --title TITLE [FIELD=VALUE…]", "report edit KEY [FIELD=VALUE…]",
        "report close KEY [--reason WORDS]", "report reopen KEY [--reason WORDS]",
      ],
      effect: .writes,
      operands: [
        Verb.Operand("KEY", "a report's key, such as stalking-2019", .report),
        fields,
      ],
      flags: [
        Verb.Flag("title", "TITLE", "the report's title"),
        Verb.Flag("published", "DATE", "the day of publication: day 1 of the statutory clock"),
        Verb.Flag("reason", "WORDS", "why; needed to close a report that is not finished"),
        asAt, linear, csv, porcelain, ifUnchangedSince, dryRun,
      ],
      notes: [
        "Columns of --porcelain: key, publication date, items, days left of the statutory period, statutory gaps, title.",
        "A finished report is closed: it leaves screens, lists and clocks, and stays in history and in queries that name it, as board list report:KEY. While an item is not complete or a statutory gap is open, closing needs a reason.",
        "Fields: title, publisher, force, publicationDate, originalPublicationDate, paperDate, paperTo, paperFrom, contactOfficers, referenceDocument, commentsInvitedBy; publishedOn, sentToInspectorsOn, sentToSecretaryOfStateOn (see board record); chiefOfficerComments, bodyComments, bodyReply on the report as a whole. Several contact officers: separated by commas.",
      ],
      examples: [
        Verb.Example("board report", "Lists the reports"),
        Verb.Example(
          "board report add custody-2020 --title \"Custody services\" --published 2020-02-11", "Adds one by hand"),
        Verb.Example("board report edit custody-2020 commentsInvitedBy=2020-03-10", "Changes a field"),
        Verb.Example("board report close custody-2020", "Takes a finished report off screens and clocks"),
      ],
      exits: [Verb.Exit(1, "a report that is not finished was to be closed without a reason")]),
    Verb(
      "check", "verify the store", synopsis: ["check [--strict]"], effect: .reads,
      flags: [Verb.Flag("strict", nil, "sealed tails and unknown changes count as damage too")],
      notes: [
        "It reads every journal line, verifies its checksum and place, and names file, line and offset of damage."
      ],
      examples: [Verb.Example("board check", "Says that all is well, or what is not")],
      exits: [Verb.Exit(1, "damage was found")]),
  ]
}
