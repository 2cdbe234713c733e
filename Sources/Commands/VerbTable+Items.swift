extension VerbTable {
  static let reason = Verb.Flag("reason", "WORDS", "why, in words")
  private static let changedMeanwhile = Verb.Exit(75, "--if-status or --if-unchanged-since does not hold")

  static let itemVerbs: [Verb] = [
    Verb(
      "add", "a new item by hand", synopsis: ["add KEY KIND [NUMBER] --text TEXT [FIELD=VALUE…]"], effect: .writes,
      operands: [
        Verb.Operand("KEY", "the report it stands in", .report),
        Verb.Operand("KIND", "what the report calls it", .oneOf(["recommendation", "afi", "cause-of-concern"])),
        Verb.Operand("NUMBER", "its number, 7 or 7.1; else the next free one"),
        fields,
      ],
      flags: [
        Verb.Flag("text", "TEXT", "the whole text; without it your editor, or standard input in a pipe"),
        Verb.Flag(
          "status", "STATUS", "where it starts; force-action if not given", allowed: ["awaiting-npcc", "force-action"]),
        dryRun,
      ],
      examples: [
        Verb.Example(
          "board add stalking-2019 afi 2 --text \"The force should …\" owner=\"DCI Hale\"",
          "Adds an area for improvement")
      ],
      exits: [Verb.Exit(1, "that name is or was in use: names are never given out twice")]),
    Verb(
      "edit", "change fields, by hand or in your editor",
      synopsis: [
        "edit REF [FIELD=VALUE…]", "edit REF… FIELD=VALUE…", "edit QUERY… --all-matching FIELD=VALUE…",
        "edit board FIELD=VALUE…",
      ],
      effect: .writes, operands: [targets, fields], flags: selecting,
      notes: [
        "Fields of an item: paragraph, text, addressees, period, dueSource, owner, acceptance, registerStatus, tags, position, chiefOfficerComments, bodyComments, bodyReply. Several addressees or tags: one a line, or separated by commas. The status and the due date have verbs of their own: board move, board due.",
        "Without fields, your editor opens with all of them.",
        "REF may be board for the board's own settings: name, body, force, countingRule, responseDays.",
      ],
      examples: [Verb.Example("board edit R3 acceptance=accepted tags=training", "Sets two fields, as one change")]),
    Verb(
      "move", "change the status",
      synopsis: [
        "move REF… STATUS [--reason WORDS]", "move QUERY… STATUS --all-matching [--reason WORDS]",
        "move REF… complete --ground GROUND --reason WORDS (--evidence TEXT | --no-evidence WORDS) [--national-open]",
      ],
      effect: .writes,
      operands: [references, Verb.Operand("STATUS", "where to", .oneOf(statuses))],
      flags: [
        reason,
        Verb.Flag(
          "ground", "GROUND", "to complete: why it can be closed", allowed: ["done", "no-action", "superseded"]),
        Verb.Flag("evidence", "TEXT", "to complete: the evidence"),
        Verb.Flag("no-evidence", "WORDS", "to complete: why there is none"),
        Verb.Flag("national-open", nil, "to complete: the national part is still open"),
      ] + selecting,
      notes: [
        "Complete needs a ground, with words in --reason, and evidence or the reason why there is none; back from complete needs a reason. On a terminal what is missing is asked for; in a pipe the move is refused."
      ],
      examples: [
        Verb.Example("board move R2 R4 force-action", "Two items, one undo step"),
        Verb.Example(
          "board move R1 complete --ground done --reason \"New policy adopted\" --evidence \"Policy 14, 3 May\"",
          "Closes one"),
        Verb.Example(
          "board move R3 force-action --if-status awaiting-npcc", "From a script: only while it stands where you saw it"
        ),
      ],
      exits: [Verb.Exit(1, "words that the rule wants are missing"), changedMeanwhile]),
    Verb(
      "withdraw", "take a wrongly read or entered item off the board", synopsis: ["withdraw REF… --reason WORDS"],
      effect: .writes, operands: [references], flags: [reason] + selecting,
      notes: ["It stays in history; its number is not given out again. board undo brings it back."],
      examples: [Verb.Example("board withdraw A9 --reason \"Not an item: a heading\"", "Takes it off the board")],
      exits: [Verb.Exit(1, "no reason was given")]),
    Verb(
      "assign", "set the owner", synopsis: ["assign REF… OWNER", "assign QUERY… OWNER --all-matching"], effect: .writes,
      operands: [
        references, Verb.Operand("OWNER", "who holds it; an empty one (\"\") for awaiting allocation", .owner),
      ],
      flags: selecting,
      examples: [
        Verb.Example("board assign R1 R2 \"DCI Hale\"", "Gives two items to one officer"),
        Verb.Example(
          "board assign - \"DCI Hale\" < references.txt",
          "Those that a file or a list names: one a line, or list --porcelain"),
        Verb.Example(
          "board assign owner:hale -status:complete \"DI Moss\" --all-matching", "Hands over all that one officer holds"
        ),
      ],
      exits: [changedMeanwhile]),
    Verb(
      "due", "what falls due; or a new due date, with its reason",
      synopsis: [
        "due [--within 30d] [--before DATE] [--as-at DATE|CHANGE] [--linear | --csv | --porcelain]",
        "due --ics [--within 30d] [--before DATE] [-o FILE] [--force]", "due REF… DATE --reason WORDS",
        "due QUERY… DATE --all-matching --reason WORDS",
      ],
      effect: .writes,
      operands: [references, Verb.Operand("DATE", "the new date, YYYY-MM-DD")],
      flags: [
        Verb.Flag("within", "DAYS", "only what falls due within so many days: 30d, 2w, or a number"),
        Verb.Flag("before", "DATE", "only what falls due before that day"),
        Verb.Flag("ics", nil, "an iCalendar file: a day in the calendar for each due date"),
        output, force, reason, asAt, linear, csv, porcelain,
      ] + selecting,
      notes: [
        "Columns of --porcelain are those of board list.",
        "The days of --ics keep their names (UID), so that a calendar that reads the file again moves them instead of adding new ones.",
        "The original date stays on the item, every revision keeps its reason, and slips are counted.",
      ],
      examples: [
        Verb.Example("board due --within 30d", "What is overdue or falls due within 30 days"),
        Verb.Example("board due --ics -o due.ics --force", "For a calendar program"),
        Verb.Example("board due R1 2019-11-30 --reason \"Agreed by the board\"", "Revises a date"),
      ],
      exits: [Verb.Exit(1, "no reason was given"), changedMeanwhile]),
    Verb(
      "note", "add a note", synopsis: ["note REF… [TEXT] [--private]", "note QUERY… --all-matching --text TEXT"],
      effect: .writes, operands: [references, text],
      flags: [Verb.Flag("private", nil, "keep it from public screens and exports"), textFlag] + selecting,
      examples: [Verb.Example("board note R1 \"Asked the NPCC lead again\"", "Adds a note")]),
    Verb(
      "evidence", "add evidence",
      synopsis: ["evidence REF… [TEXT]", "evidence QUERY… --all-matching --text TEXT"], effect: .writes,
      operands: [references, text], flags: [textFlag] + selecting,
      examples: [Verb.Example("board evidence R1 \"Audit of 12 May: 96 % compliant\"", "Adds evidence")]),
    Verb(
      "verify", "mark that somebody checked that it is done", synopsis: ["verify REF…"], effect: .writes,
      operands: [references], flags: selecting,
      examples: [Verb.Example("board verify R1", "Marks it verified today")]),
  ]
}
