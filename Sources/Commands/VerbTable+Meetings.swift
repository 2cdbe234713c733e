extension VerbTable {
  private static let meeting = Verb.Operand("MEETING", "a meeting by its id, such as 2019-05-16, or last", .meeting)
  private static let paperFormat = Verb.Flag(
    "format", "FORMAT", "the form of the paper; text if not given", allowed: ["text", "markdown", "html"])
  private static let assurance = Verb.Flag("assurance", "TEXT", "an assurance statement for the minutes")
  private static let next = Verb.Flag("next", "DATE", "the day of the next meeting")

  static let meetingVerbs: [Verb] = [
    Verb(
      "meeting", "begin, end and list meetings",
      synopsis: [
        "meeting start [TITLE] [--on DATE] [--agenda QUERY] [--next DATE]",
        "meeting discuss REF", "meeting skip REF", "meeting end [--assurance TEXT] [--next DATE]",
        "meeting list [--as-at DATE|CHANGE] [--linear | --csv | --porcelain]",
      ],
      effect: .writes,
      operands: [
        Verb.Operand(
          "STEP", "what to do; list if not given", .oneOf(["start", "discuss", "skip", "end", "list"])),
        Verb.Operand("TITLE", "the meeting's title; else the board's name and the day"),
        target,
      ],
      flags: [
        Verb.Flag("on", "DATE", "the day it is held on; today if not given"),
        Verb.Flag("agenda", "QUERY", "the items to go through, in the language of board list"),
        next, assurance, asAt, linear, csv, porcelain, dryRun,
      ],
      notes: [
        "While a meeting is on, every change carries its id, and the minutes tell it. An interrupted meeting goes on until it is ended.",
        "Without --agenda the meeting goes through the reports whose statutory period ends before the next meeting with gaps open, the open items that are overdue or due before it, and what the last meeting deferred. Without --next the next meeting is expected as long after this one as the last two lay apart, else 56 days on.",
      ],
      examples: [
        Verb.Example("board meeting start \"Business Coordination Board\" --agenda \"overdue\"", "Begins one"),
        Verb.Example("board meeting end --next 2019-07-11", "Ends it"),
      ],
      exits: [
        Verb.Exit(1, "another meeting is on, or none is; the query matched nothing"),
        Verb.Exit(66, "no such item"),
      ]),
    Verb(
      "decide", "record what the meeting decided",
      synopsis: [
        "decide REF OUTCOME [TEXT] [--assurance TEXT] [--meeting MEETING] [--correct]",
        "decide REF closed [TEXT] --ground GROUND --reason WORDS --evidence TEXT | --no-evidence WORDS",
        "decide REF reopened [TEXT] --reason WORDS [--to STATUS]",
        "decide REF date-revised [TEXT] --due DATE --reason WORDS",
      ], effect: .writes,
      operands: [
        target,
        Verb.Operand(
          "OUTCOME", "what was decided",
          .oneOf([
            "noted", "agreed", "action-set", "date-revised", "closed", "reopened", "referred", "deferred",
          ])),
        Verb.Operand("TEXT", "the words of the minute; - reads standard input"),
      ],
      flags: [
        assurance, Verb.Flag("meeting", "MEETING", "a past meeting; else the one that is on"),
        Verb.Flag("correct", nil, "what the meeting decided last on REF was recorded wrongly: this is right"),
        Verb.Flag("ground", "GROUND", "closed: why it can be", allowed: ["done", "no-action", "superseded"]),
        Verb.Flag("reason", "WORDS", "closed, reopened, date-revised: why, in words"),
        Verb.Flag("evidence", "TEXT", "closed: the evidence"),
        Verb.Flag("no-evidence", "WORDS", "closed: why there is none"),
        Verb.Flag("national-open", nil, "closed: the national part is still open"),
        Verb.Flag(
          "to", "STATUS", "reopened: where it goes back to; force-action if not given",
          allowed: ["awaiting-npcc", "force-action"]),
        Verb.Flag("due", "DATE", "date-revised: the new date"),
        dryRun,
      ],
      notes: [
        "A TEXT that begins with “that” is the resolution itself: RESOLVED – that …. Any other stands before the resolution.",
        "closed, reopened and date-revised do what was decided, under the rules of board move and board due, in the same change: one undo takes both back. What is so already is left as it is. All other outcomes go into the minutes only.",
      ],
      examples: [
        Verb.Example("board decide R1 noted", "RESOLVED – that the recommendation be noted."),
        Verb.Example(
          "board decide R2 agreed \"that the pilot be extended to all custody suites\"", "A resolution in own words"),
        Verb.Example(
          "board decide R3 closed --ground done --reason \"The order is in force\" --evidence \"Order of 2 May\"",
          "Closes the card as well"),
      ],
      exits: [
        Verb.Exit(1, "no meeting is on; the rules want a reason, a ground, evidence or a date; nothing to correct"),
        Verb.Exit(66, "no such item or meeting"),
      ]),
    Verb(
      "action", "set, finish, postpone or hand over an action",
      synopsis: [
        "action add TEXT --owner NAME --due DATE [--ref REF] [--meeting MEETING]",
        "action done ID [RESULT] [--on DATE]", "action due ID DATE --reason WORDS", "action assign ID OWNER",
      ],
      effect: .writes,
      operands: [
        Verb.Operand("STEP", "what to do", .oneOf(["add", "done", "due", "assign"])),
        Verb.Operand("TEXT", "what is to be done, as it goes on after “Action – NAME to …”; - reads standard input"),
        Verb.Operand("ID", "an action as board actions names it", .action),
        Verb.Operand("RESULT", "what came of it"),
        Verb.Operand("DATE", "the new day, YYYY-MM-DD"),
        Verb.Operand("OWNER", "who does it now", .owner),
      ],
      flags: [
        Verb.Flag("owner", "NAME", "who does it"),
        Verb.Flag("due", "DATE", "by which day"),
        Verb.Flag("ref", "REF", "the item or report that it is about"),
        Verb.Flag("meeting", "MEETING", "a past meeting that set it; else the one that is on"),
        Verb.Flag("on", "DATE", "the day it was done; today if not given"),
        Verb.Flag("reason", "WORDS", "why it gets a new day"),
        dryRun,
      ],
      examples: [
        Verb.Example(
          "board action add \"write to the NPCC lead\" --owner \"DCI Hale\" --due 2019-06-20 --ref R2", "Sets one"),
        Verb.Example("board action done 17-8c1d \"Reply of 3 June is on file\"", "Finishes it"),
      ],
      exits: [Verb.Exit(1, "no reason was given"), Verb.Exit(66, "no such action, item or meeting")]),
    Verb(
      "actions", "the action log: open ones first, overdue ones marked",
      synopsis: [
        "actions [--as-at DATE|CHANGE] [--linear | --csv | --porcelain]",
        "actions --format FORMAT [-o FILE] [--force] [--as-at DATE|CHANGE]",
      ],
      effect: .reads, flags: [paperFormat, output, force, asAt, linear, csv, porcelain],
      notes: ["Columns of --porcelain: action, state (open or done), due, owner, ref, text."],
      examples: [
        Verb.Example("board actions", "As a table"),
        Verb.Example("board actions --format markdown -o actions.md", "As a paper"),
      ]),
    Verb(
      "agenda", "matters arising and the items to go through",
      synopsis: [
        "agenda [MEETING] [--on DATE] [--format FORMAT] [-o FILE] [--force] [--as-at DATE|CHANGE] [--linear]",
        "agenda [MEETING] --set QUERY | --add QUERY | --drop QUERY",
      ],
      effect: .writes,
      operands: [meeting],
      flags: [
        Verb.Flag("set", "QUERY", "another agenda for a meeting that has begun: what the query finds, or one REF"),
        Verb.Flag("add", "QUERY", "put these behind the rest of its agenda"),
        Verb.Flag("drop", "QUERY", "take these off its agenda"),
        Verb.Flag("on", "DATE", "the day of a meeting that has not begun: what it should go through"),
        paperFormat, output, force, asAt, linear, dryRun,
      ],
      notes: [
        "Of the meeting that is on as it was given at its start; between meetings what the next one should go through."
      ],
      examples: [
        Verb.Example("board agenda --on 2019-07-11", "What the next meeting should go through"),
        Verb.Example("board agenda last --format html -o agenda.html", "As a page"),
        Verb.Example("board agenda --add \"report:custody-2019 overdue\"", "More for the meeting that is on"),
      ],
      exits: [
        Verb.Exit(1, "no meeting is on; the query matched nothing"), Verb.Exit(66, "no such meeting"),
      ]),
    Verb(
      "minutes", "the minutes of a meeting",
      synopsis: ["minutes [MEETING] [--format FORMAT] [-o FILE] [--force] [--as-at DATE|CHANGE] [--linear]"],
      effect: .reads, operands: [meeting], flags: [paperFormat, output, force, asAt, linear],
      notes: [
        "Matters arising first, then item by item what was resolved, the actions, the assurance statements and what was changed on the board. Private notes are left out. Without MEETING the latest one."
      ],
      examples: [
        Verb.Example("board minutes", "Of the latest meeting"),
        Verb.Example("board minutes 2019-03-21 --format markdown -o minutes.md", "Of one meeting, as Markdown"),
      ],
      exits: [Verb.Exit(66, "no such meeting")]),
    Verb(
      "stats", "counts, ages, time by holder, slips, and a chart by month",
      synopsis: ["stats [QUERY…] [--as-at DATE|CHANGE] [--linear | --csv | --porcelain]"],
      effect: .reads, operands: [query], flags: [asAt, linear, csv, porcelain],
      notes: [
        "Time is counted in days, from the day an item came onto the board. While an item awaits the NPCC its time counts for national bodies, not for the force; at force action for its owner; what is complete is in nobody's hands.",
        "The chart shows how many items had each status at the end of each month. --json carries the whole series.",
        "Columns of --csv and --porcelain: group (all, report, owner, kind, month), name, items, open, overdue, awaiting-npcc, force-action, complete. What was overdue at the end of a past month is not counted: it stands empty.",
      ],
      examples: [
        Verb.Example("board stats", "Of the whole board"),
        Verb.Example("board stats --json report:stalking-2019", "Of one report, for scripts"),
      ],
      exits: [Verb.Exit(1, "there are items, and none matches the query")], takesQuery: true),
    Verb(
      "changes", "what changed since a day or the last meeting",

      synopsis: ["changes [--since DATE|CHANGE|last-meeting] [--as-at DATE|CHANGE] [--linear | --csv | --porcelain]"],
      effect: .reads,
      flags: [
        Verb.Flag(
          "since", "DATE|CHANGE|last-meeting",
          "from that day on, after that change, or after the end of the last meeting (the default)"),
        asAt, linear, csv, porcelain,
      ],
      notes: [
        "Columns of --porcelain: ref, what (new, moved, edited, withdrawn), status before, status now, fields.",
        "NEW came onto the board, MOVED names the status before, EDITED the fields that were set.",
      ],
      examples: [
        Verb.Example("board changes --since last-meeting", "For the next meeting"),
        Verb.Example("board changes --since 2019-05-01 --json", "For scripts"),
      ]),
  ]
}
