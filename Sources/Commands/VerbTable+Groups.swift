extension VerbTable {
  /// The verbs by what they are for, in the order of help.
  package static let groups: [(title: String, verbs: [Verb])] = [
    ("Screens", [chair] + screenVerbs),
    ("Boards and reports", boardVerbs),
    ("Reading", readingVerbs),
    ("Items", itemVerbs),
    ("Section 55", commentVerbs),
    ("Papers out", paperVerbs),
    ("Meetings and figures", meetingVerbs),
    ("History", historyVerbs),
    ("Several machines", machineVerbs),
    ("Help", helpVerbs),
  ]
}
