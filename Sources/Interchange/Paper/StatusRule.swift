package import BoardModel

/// A status that the paper's words suggest, and the words.
package struct StatusProposal: Hashable, Sendable {
  /// The status; a person confirms it.
  package var status: Status
  /// Why, quoting the paper.
  package var reason: String
  /// When complete: the sentence that says that it is done; otherwise `nil`.
  package var doneWords: String?
  /// Whether the local part is complete and a national one is not: no addressee is a force.
  package var nationalOpen: Bool
}

/// Proposes a status from what the paper says of an item.
///
/// An explicit status wins. A response that awaits something, or calls the item addressed to another body → awaiting
/// NPCC; one that says that the thing is done and promises nothing more → complete; anything else → force action.
enum StatusRule {
  static func proposal(stated: String?, response: String?, addressees: [String]) -> StatusProposal {
    let national = !addressees.isEmpty && !addressees.contains(where: Actors.isForce)
    if let stated, let status = StatedStatus.meaning(stated) {
      let done = status == .complete ? "Status: \(stated)" : nil
      return StatusProposal(
        status: status, reason: "the paper states the status “\(stated)”", doneWords: done,
        nationalOpen: status == .complete && national)
    }
    guard let response, !response.isEmpty else {
      return StatusProposal(
        status: .forceAction, reason: "the paper gives no response to it", doneWords: nil, nationalOpen: false)
    }
    let text = Wording(response)
    if let words = Awaiting.words(text) {
      return StatusProposal(
        status: .awaitingNPCC, reason: "the response says \(words)", doneWords: nil, nationalOpen: false)
    }
    if let promise = Promise.words(text) {
      return StatusProposal(
        status: .forceAction, reason: "the response says “\(promise)”: something is still to be done", doneWords: nil,
        nationalOpen: false)
    }
    if let claim = DoneClaim.first(in: text) {
      return StatusProposal(
        status: .complete, reason: "the response says “\(claim.words)” and promises nothing more",
        doneWords: claim.sentence, nationalOpen: national)
    }
    return StatusProposal(
      status: .forceAction, reason: "nothing in the response says that it is done", doneWords: nil, nationalOpen: false)
  }
}

/// What the words of a status mean.
enum StatedStatus {
  private static let waiting: Set<String> = ["awaiting", "await", "awaits", "npcc", "national"]
  private static let open: Set<String> = [
    "progress", "ongoing", "on-going", "open", "started", "action", "partially", "partly",
    "progressed", "track", "amber", "red", "outstanding", "due", "overdue", "not", "incomplete", "underway", "under",
  ]
  private static let done: Set<String> = [
    "complete", "completed", "closed", "discharged", "implemented", "done", "green", "blue", "achieved", "superseded",
  ]

  /// The status for `In progress`, `Closed`, `Awaiting NPCC`; `nil` for words without a meaning here.
  static func meaning(_ words: String) -> Status? {
    let text = Wording(words)
    let all = Set((0..<text.count).map { text[$0] })
    if !all.isDisjoint(with: waiting) { return .awaitingNPCC }
    if !all.isDisjoint(with: open) {
      return .forceAction
    }
    return all.isDisjoint(with: done) ? nil : .complete
  }
}

/// Words by which a response waits for another body.
enum Awaiting {
  /// The words that say so, each part quoted, ready to stand behind "the response says".
  static func words(_ text: Wording) -> String? {
    let parts = [addressed(text), waiting(text)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.map { "“\($0)”" }.joined(separator: " and ")
  }

  /// `addressed to the NPCC lead`, when that is no force.
  private static func addressed(_ text: Wording) -> String? {
    for index in 0..<text.count where ["addressed", "directed", "aimed"].contains(text[index]) {
      guard ["to", "at"].contains(text[index + 1]) else { continue }
      var end = index + 2
      while end < text.count, end - index < 24, ![".", ",", ";", ":", "\n"].contains(text[end]) { end += 1 }
      let name = text.text(index + 2..<end)
      if !name.isEmpty, !Actors.isForce(name), text.contains(anyOf: bodies, in: index + 2..<end) {
        return text.text(index..<end)
      }
    }
    return nil
  }

  /// `will await further information`.
  private static func waiting(_ text: Wording) -> String? {
    for index in 0..<text.count where verbs.contains(text[index]) {
      guard let end = object(text, after: index) else { continue }
      return text.text((text[index - 1] == "will" ? index - 1 : index)..<end)
    }
    return nil
  }

  private static let verbs: Set<String> = ["await", "awaits", "awaiting", "awaited"]
  private static let objects: Set<String> = [
    "information", "guidance", "outcome", "outcomes", "direction", "advice", "details", "detail", "update", "updates",
    "publication", "decision", "decisions", "response", "findings", "results", "instruction", "instructions",
    "confirmation", "letter", "correspondence", "recommendations", "definition", "review",
  ]
  private static let ownWork: Set<String> = ["internal", "audit", "force's", "constabulary's", "our", "local"]
  private static let bodies = Actors.nationalWords.union(["lead", "leads", "office", "commissioner", "commissioners"])

  /// The end of what is awaited, when it is something that another body gives.
  private static func object(_ text: Wording, after verb: Int) -> Int? {
    let end = phraseEnd(text, verb + 1)
    guard !text.contains(anyOf: ownWork, in: verb + 1..<end) else { return nil }
    return text.contains(anyOf: objects.union(Actors.nationalWords), in: verb + 1..<end) ? end : nil
  }

  private static func phraseEnd(_ text: Wording, _ start: Int) -> Int {
    var end = start
    while end < text.count, end - start < 12, ![".", ",", ";", ":", "\n", "and"].contains(text[end]) { end += 1 }
    return end
  }
}

/// Words by which a response promises something, or says that something goes on.
enum Promise {
  static func words(_ text: Wording) -> String? {
    for index in 0..<text.count {
      if let length = promise(text, at: index) { return text.text(index..<min(text.count, index + length)) }
    }
    return nil
  }

  private static let going: Set<String> = [
    "continues", "continue", "continuing", "intends", "intend", "plans", "proposes", "propose", "underway", "ongoing",
    "on-going", "remains", "shall", "scheduled", "pending", "outstanding", "developing", "exploring", "considering",
    "reviewing", "currently", "partially", "partly", "yet",
  ]
  private static let phrases: [Phrase] = [
    "under way", "in progress", "going to", "due to", "is to", "are to", "to be", "further to go", "work in hand",
    "not been", "has not", "have not", "is being", "are being", "is working", "are working", "in development",
    "next step", "next steps", "not complete", "not completed", "in part", "in draft",
  ]

  /// The number of words of a promise that starts at an index.
  private static func promise(_ text: Wording, at index: Int) -> Int? {
    if text[index] == "will", !text[index - 1].hasSuffix("'s") {
      return text[index + 1] == "continue" ? 4 : text[index + 1] == "be" ? 3 : 2
    }
    if going.contains(text[index]) { return min(3, sentenceRest(text, index)) }
    if let end = text.match(any: phrases, at: index) {
      // "has not only" and "due to" as a reason are no promises.
      if text[index] == "due", !Promise.dueVerbs.contains(text[index + 2]) { return nil }
      if text[index + 2] == "only" { return nil }
      return end - index
    }
    return nil
  }

  private static let dueVerbs: Set<String> = ["be", "start", "begin", "complete", "finish", "report", "go", "take"]

  private static func sentenceRest(_ text: Wording, _ index: Int) -> Int {
    var length = 1
    while length < 3, text.isWord(index + length) { length += 1 }
    return length
  }
}

/// A clause that says that the thing is done: `has adopted`, `have been trained`, `is in place`.
struct DoneClaim {
  /// The words of the claim.
  let words: String
  /// The whole sentence.
  let sentence: String

  static func first(in text: Wording) -> DoneClaim? {
    for sentence in text.sentences() {
      var isSubordinate = false
      for index in sentence {
        if subordinators.contains(text[index]) { isSubordinate = true }
        if text[index] == "," || text[index] == ";" { isSubordinate = false }
        guard !isSubordinate, let end = claim(text, at: index, in: sentence), isLocal(text, sentence.lowerBound..<index)
        else { continue }
        return DoneClaim(words: text.text(index..<end), sentence: text.text(sentence))
      }
    }
    return nil
  }

  private static let subordinators: Set<String> = [
    "where", "who", "which", "whose", "if", "when", "once", "until", "unless", "whether",
  ]
  private static let adverbs: Set<String> = [
    "already", "now", "also", "since", "fully", "recently", "therefore", "all", "both", "successfully", "formally",
  ]
  /// What is true once it is done, behind `is` and `are`.
  private static let standing: [Phrase] = ["in place", "complete", "completed", "in force", "implemented", "in use"]
  /// What was done, behind `was` and `were`.
  private static let ended: Set<String> = [
    "completed", "implemented", "adopted", "introduced", "delivered", "closed", "issued",
  ]
  /// Participles that tell of a beginning or an opinion, not of an end.
  private static let unfinished: Set<String> = [
    "begun", "started", "commenced", "planned", "agreed", "committed", "accepted", "noted", "welcomed", "recognised",
    "recognized", "asked", "requested", "sought", "drafted", "proposed", "identified", "allocated", "tasked",
    "assigned",
    "considered", "raised", "received", "invited", "found", "seen", "stated", "indicated", "acknowledged", "scheduled",
    "discussed", "decided", "commissioned", "improved", "worked", "been", "had", "continued", "remained", "become",
    "sent", "written", "informed", "wanted", "needed",
  ]
  private static let irregular: Set<String> = [
    "built", "made", "put", "set", "done", "taken", "given", "brought", "met", "rewritten", "held", "run", "taught",
    "bought", "rolled",
  ]

  private static func claim(_ text: Wording, at index: Int, in sentence: Range<Int>) -> Int? {
    var next = index + 1
    func skip() { while adverbs.contains(text[next]) { next += 1 } }
    switch text[index] {
    case "has", "have":
      skip()
      if text[next] == "been" {
        next += 1
        skip()
      }
      return next < sentence.upperBound && isFinished(text[next]) ? next + 1 : nil
    case "is", "are":
      skip()
      return text.match(any: standing, at: next)
    case "was", "were":
      skip()
      return ended.contains(text[next]) ? next + 1 : nil
    default: return nil
    }
  }

  private static func isFinished(_ word: String) -> Bool {
    !unfinished.contains(word) && (word.hasSuffix("ed") || irregular.contains(word))
  }

  /// Whether the words before the claim leave it to the force: no national body alone is its subject.
  private static func isLocal(_ text: Wording, _ before: Range<Int>) -> Bool {
    let before = max(before.lowerBound, before.upperBound - 40)..<before.upperBound
    let clause =
      (before.last { [",", ";"].contains(text[$0]) }.map { $0 + 1 } ?? before.lowerBound)..<before.upperBound
    let names = text.text(clause)
    return !text.contains(anyOf: Actors.nationalWords, in: clause) || Actors.isForce(names)
  }
}
