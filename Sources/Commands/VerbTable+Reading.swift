extension VerbTable {
  static let readingVerbs: [Verb] = [
    Verb(
      "list", "the cards as a table",
      synopsis: ["list [QUERY…] [--as-at DATE|CHANGE] [--linear | --csv | --porcelain]"],
      effect: .reads, operands: [query], flags: [asAt, linear, csv, porcelain],
      notes: [
        "Words match any text of an item. Terms: status:awaiting-npcc report:KEY owner:NAME addressee:NAME kind:afi ref:REF tag:TAG overdue due:30d due<2019-07-01 no-date no-owner no-comment reopened changed:last-meeting. All must hold; a - before a term excludes.",
        "Your shell takes quotes away and reads < and >: write 'due<2019-07-01', and 'owner:\"Det. Supt.\"' for a name of several words.",
        "Columns of --porcelain: ref, status, due, owner, addressees, text.",
      ],
      examples: [
        Verb.Example("board list overdue -status:awaiting-npcc", "What is late and not waiting for a national lead"),
        Verb.Example("board list --json report:stalking-2019", "For scripts"),
      ],
      exits: [Verb.Exit(1, "there are items, and none matches the query")], takesQuery: true),
    Verb(
      "show", "one item whole, with its timeline", synopsis: ["show REF [--as-at DATE|CHANGE] [--linear]"],
      effect: .reads, operands: [target], flags: [asAt, linear],
      examples: [Verb.Example("board show R1", "The item where only one report has an R1")],
      exits: [Verb.Exit(66, "no such item")]),
    Verb(
      "s55", "the statutory clock and every gap",
      synopsis: ["s55 [KEY] [--as-at DATE|CHANGE] [--linear]"], effect: .reads,
      operands: [Verb.Operand("KEY", "one report; else all", .report)], flags: [asAt, linear],
      notes: [
        "Section 55 of the Police Act 1996: the body publishes its comments, the chief officer's and its response to them before the end of 56 days beginning with the day of publication. The last lawful day is publication + 55 days."
      ],
      examples: [Verb.Example("board s55", "What is still to be written, and by when")],
      exits: [Verb.Exit(1, "a statutory gap is open")]),
    Verb(
      "log", "every change: who, when, what",
      synopsis: ["log [REF] [--as-at DATE|CHANGE] [--linear | --csv | --porcelain]"], effect: .reads,
      operands: [Verb.Operand("REF", "only the changes of one item or report", .target)],
      flags: [asAt, linear, csv, porcelain],
      notes: ["Newest first. Columns of --porcelain: change, time, actor, kind, ref, description."],
      examples: [Verb.Example("board log R1", "What happened to one item")]),
  ]
}
