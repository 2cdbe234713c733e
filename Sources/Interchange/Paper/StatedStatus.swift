import BoardModel

/// What the words of a status mean.
enum StatedStatus {
  /// A status, and how sure its words are.
  struct Meaning {
    var status: Status
    var isColour = false
    var isUnsure = false
    var ground = ClosureGround.done
  }

  private static let waiting: Set<String> = ["awaiting", "await", "awaits", "npcc", "national", "pending", "subject"]
  private static let open: Set<String> = [
    "progress", "ongoing", "on-going", "open", "started", "action", "partially", "partly", "part", "progressing",
    "progressed", "track", "outstanding", "due", "overdue", "not", "incomplete", "underway", "under", "live", "working",
    "delayed", "behind", "planned", "commenced", "continuing", "active", "current", "slipped",
  ]
  private static let done: Set<String> = [
    "complete", "completed", "closed", "discharged", "implemented", "done", "achieved", "superseded", "delivered",
    "resolved", "embedded", "met",
  ]
  private static let colours: Set<String> = [
    "red", "amber", "green", "blue", "yellow", "purple", "grey", "gray", "r", "a", "g", "b",
  ]
  private static let declined: Set<String> = [
    "rejected", "declined", "applicable", "n/a", "na", "withdrawn", "accepted",
  ]
  /// Words that may stand beside the others in a status.
  private static let filling: Set<String> = [
    "in", "on", "at", "yet", "and", "-", ",", ".", "(", ")", "/", "for", "the", "force", "to", "be", "is", "by", "no",
    "work", "status",
    "hmicfrs", "sign-off", "review", "fully", "still", "now", "%", "of", "with", "us", "as", "rag", "approval",
    "longer", "long-term", "business", "usual", "update",
  ]

  /// The status for `In progress`, `Closed`, `Awaiting NPCC`; `nil` for words without a meaning here.
  static func meaning(_ words: String) -> Status? { read(words)?.status }

  /// What a status says, and how surely.
  static func read(_ words: String) -> Meaning? {
    let text = Wording(words)
    let all = Set((0..<text.count).map { text[$0] })
    func has(_ set: Set<String>) -> Bool { !all.isDisjoint(with: set) }
    let percent = (0..<text.count).first { text[$0].hasSuffix("%") || text[$0 + 1] == "%" }.flatMap {
      Int(text[$0].filter(\.isNumber))
    }
    if has(done), !has(open) {
      if let percent, percent < 100 { return Meaning(status: .forceAction) }
      if all.contains("superseded") { return Meaning(status: .complete, ground: .superseded) }
      if has(["npcc", "national", "home", "college"]) && has(waiting) {
        return Meaning(status: .awaitingNPCC, isUnsure: true)
      }
      return Meaning(status: .complete, isUnsure: has(waiting) || has(["sign-off", "approval", "review"]))
    }
    if has(declined) {
      return all.contains("accepted") && !all.contains("not") ? nil : Meaning(status: .forceAction, isUnsure: true)
    }
    if has(waiting) {
      let own = has(["force", "internal", "approval", "audit", "funding"]) && !has(["npcc", "national"])
      return Meaning(
        status: own ? .forceAction : .awaitingNPCC,
        isUnsure: !has(["npcc", "national", "guidance", "information", "college", "home"]))
    }
    if all.contains("not"), all.contains("for") { return Meaning(status: .forceAction, isUnsure: true) }
    if has(open) { return Meaning(status: .forceAction) }
    if let percent { return Meaning(status: percent < 100 ? .forceAction : .complete) }
    if has(colours) { return Meaning(status: .forceAction, isColour: true) }
    return nil
  }

  /// Whether words are a status and nothing else, so that they can stand for one without a label.
  static func isBare(_ words: String) -> Bool {
    let text = Wording(words)
    guard (1...7).contains(text.count), read(words) != nil else { return false }
    let all = waiting.union(open).union(done).union(colours).union(filling).union(declined)
    return (0..<text.count).allSatisfy { all.contains(text[$0]) || text[$0].allSatisfy { $0.isNumber || $0 == "%" } }
      && (0..<text.count).contains { !filling.contains(text[$0]) }
  }
}
