extension VerbTable {
  static let commentVerbs: [Verb] = [
    Verb(
      "respond", "the chief officer's comments, section 55 (5)(b)", synopsis: ["respond REF… [TEXT]"], effect: .writes,
      operands: [targets, text], flags: [textFlag] + selecting,
      examples: [Verb.Example("board respond R1 < response.txt", "From a file")]),
    Verb(
      "comment", "the body's comments (5)(a), and its position (5B)",
      synopsis: [
        "comment REF… [TEXT]", "comment REF… --position POSITION [TEXT]", "comment REF… --stock [--position POSITION]",
        "comment QUERY… --all-matching --stock",
      ],
      effect: .writes, operands: [targets, text],
      flags: [
        Verb.Flag(
          "position", "POSITION", "action taken, proposed, or none with the reason in TEXT",
          allowed: ["taken", "proposed", "none"]),
        Verb.Flag(
          "stock", nil,
          "for items that await a national body: the stock wording that names who must act, once you accept it"
        ),
        textFlag,
      ] + selecting,
      notes: [
        "The stock wording is shown and asked about; in a pipe --yes accepts it. It sets the position none, unless --position says otherwise, and never replaces comments that are there."
      ],
      examples: [
        Verb.Example("board comment stalking-2019 \"The Commissioner welcomes …\"", "On the report as a whole"),
        Verb.Example("board comment R2 --position none \"For the NPCC lead to act on.\"", "Sets the position"),
        Verb.Example(
          "board comment status:awaiting-npcc no-comment --all-matching --stock",
          "Offers the stock wording for all of them"),
      ],
      exits: [Verb.Exit(1, "position none without a reason; no stock wording for such an item; you said no")]),
    Verb(
      "reply", "the body's response to the chief officer's comments, (5)(c)", synopsis: ["reply REF… [TEXT]"],
      effect: .writes, operands: [targets, text], flags: [textFlag] + selecting,
      examples: [Verb.Example("board reply stalking-2019", "Opens your editor")]),
    Verb(
      "record", "record a step of a report's response",
      synopsis: ["record KEY STEP DATE"], effect: .writes,
      operands: [
        Verb.Operand("KEY", "the report", .report),
        Verb.Operand(
          "STEP", "what was done", .oneOf(["published", "sent-to-inspectors", "sent-to-secretary-of-state"])),
        Verb.Operand("DATE", "the day it was done, YYYY-MM-DD"),
      ],
      flags: [ifUnchangedSince, dryRun],
      examples: [Verb.Example("board record stalking-2019 published 2019-05-30", "The response was published")]),
  ]

  static let historyVerbs: [Verb] = [
    Verb(
      "undo", "take back your latest change, or any one", synopsis: ["undo [CHANGE] [--only-free]"], effect: .writes,
      operands: [Verb.Operand("CHANGE", "a change as board log names it; else your latest that stands", .change)],
      flags: [
        Verb.Flag("only-free", nil, "take back what nobody changed since, and leave the rest"),
        dryRun,
      ],
      notes: ["Nothing is removed: history shows the change and its undo. board redo puts it back."],
      examples: [
        Verb.Example("board undo", "Takes back your latest change"),
        Verb.Example("board undo 17-8c1d --only-free", "Takes back what is free of one change"),
      ],
      exits: [Verb.Exit(1, "nothing is left to undo, or somebody changed it later")]),
    Verb(
      "redo", "put back what you undid last", synopsis: ["redo"], effect: .writes, flags: [dryRun],
      examples: [Verb.Example("board redo", "Puts it back")],
      exits: [Verb.Exit(1, "nothing is left to redo")]),
  ]

  static let helpVerbs: [Verb] = [
    Verb(
      "completions", "completions for your shell", synopsis: ["completions SHELL"], effect: .needsNoBoard,
      operands: [Verb.Operand("SHELL", "the shell", .oneOf(["bash", "zsh", "fish"]))],
      examples: [Verb.Example("board completions bash > ~/.local/share/bash-completion/completions/board", "For bash")]),
    Verb(
      "help", "help on a verb, or on all", synopsis: ["help [VERB]"], effect: .needsNoBoard,
      operands: [Verb.Operand("VERB", "a verb, or settings for your settings file", .oneOf(["settings"]))],
      examples: [
        Verb.Example("board help move", "Everything about one verb"),
        Verb.Example("board help settings", "What may stand in your settings file"),
      ]),
  ]
}
