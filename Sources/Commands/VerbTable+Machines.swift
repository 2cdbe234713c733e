extension VerbTable {
  static let machineVerbs: [Verb] = [
    Verb(
      "sync", "exchange changes with copies on other machines, through git",
      synopsis: ["sync [REMOTE] [--every SECONDS] [--start-over]", "sync REMOTE --board NEW.board"], effect: .writes,
      operands: [
        Verb.Operand(
          "REMOTE", "a git repository, best a bare one: a path, or an ssh URL; else the one of the last sync", .file)
      ],
      flags: [
        Verb.Flag("every", "SECONDS", "keep syncing, quietly: 60, 60s or 5m"),
        Verb.Flag(
          "start-over", nil, "accept a remote that was set back or made anew: take what it holds, send what it lacks"),
      ],
      notes: [
        "The first sync puts the board into the branch board of the remote, or joins the copies that are there. Where --board names a directory that does not exist yet, it is made from the remote's board.",
        "Files here are only ever appended to. A remote that was rewound, forged, merged by hand or is of another board is reported and not followed. Your git settings, hooks and signing take no part. Keys must work without a question: ssh runs in batch mode.",
        "Where two copies set a field without seeing each other, both changes stay in history, the order decides, and the field is contested until board settle.",
      ],
      examples: [
        Verb.Example("board sync hub.example:boards/coordination.git", "Sends and receives, and remembers the remote"),
        Verb.Example("board sync --every 60s", "Keeps on, until it is stopped"),
        Verb.Example("board sync /mnt/share/coordination.git --board here.board", "Makes a copy of the board there"),
      ],
      exits: [
        Verb.Exit(1, "the remote was rewound, or holds other bytes in a stream known here"),
        Verb.Exit(65, "the remote holds another board, a forged or foreign file, or no board"),
        Verb.Exit(66, "there is no board to join"), Verb.Exit(69, "git or ssh is not installed"),
        Verb.Exit(74, "the remote does not answer, does not take, or is full"),
        Verb.Exit(75, "another sync is under way here, or others were faster each time"),
      ]),
    Verb(
      "settle", "acknowledge a contested field as it stands", synopsis: ["settle REF FIELD"], effect: .writes,
      operands: [target, Verb.Operand("FIELD", "the field that two copies set, as board sync names it")],
      flags: [dryRun],
      notes: ["It is a change like any other. To settle on another value, set the field to that value instead."],
      examples: [Verb.Example("board settle R1 owner", "Keeps the owner that stands")],
      exits: [Verb.Exit(1, "the field is not contested")]),
    Verb(
      "redact", "erase a text for good, as data protection may require",
      synopsis: ["redact REF FIELD --reason WORDS [--confirm REF] [--dry-run]"], effect: .writes,
      operands: [
        Verb.Operand("REF", "an item, a report's key, a meeting or an action", .reference),
        Verb.Operand("FIELD", "a field of free text, such as owner or note, or reason: the reasons of all its changes"),
      ],
      flags: [
        Verb.Flag("reason", "WORDS", "why, in words; it stays in history, so it must not repeat the text"),
        Verb.Flag("confirm", "REF", "the whole reference once more, where there is nobody to type it"), dryRun,
      ],
      notes: [
        "The one command that rewrites what was recorded: every value that the field ever had goes from every line, and [redacted] stands in its place. What was done, when and by whom stays, and the erasure is itself a change. It cannot be undone.",
        "A text that stands in another field or on another item has to be named itself.",
        "It says what it does not reach: backups, other copies until they sync, the history of a git remote, and papers made before.",
      ],
      examples: [
        Verb.Example(
          "board redact stalking-2019/R1 owner --reason \"Erasure request 12\" --confirm stalking-2019/R1",
          "Erases every owner it ever had"),
        Verb.Example(
          "board redact R1 note --reason \"Names a victim\" --dry-run", "Only says how many lines it would change"),
      ],
      exits: [
        Verb.Exit(1, "no reason was given, or what was typed is not the reference"),
        Verb.Exit(64, "in a pipe without --confirm, or the field holds no free text"),
        Verb.Exit(74, "only some files are done: give the same command again"),
      ]),
  ]
}
