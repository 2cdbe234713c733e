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
  /// When complete: why it could be closed.
  package var ground = ClosureGround.done
  /// What makes the proposal doubtful; `nil` for nothing.
  package var doubt: String?
}

/// Proposes a status from what the paper says of an item.
///
/// An explicit status wins. A response that awaits something, or calls the item addressed to another body → awaiting
/// NPCC; one that says that the thing is done and promises nothing more → complete; anything else → force action.
enum StatusRule {
  static func proposal(stated: String?, response: String?, addressees: [String]) -> StatusProposal {
    let national = !addressees.isEmpty && !addressees.contains(where: Actors.isForce)
    let read = fromResponse(response, national: national)
    guard let stated, let meaning = StatedStatus.read(stated) else { return read }
    return fromStatus(stated, meaning, read, national: national)
  }

  /// What the response's own words suggest.
  private static func fromResponse(_ response: String?, national: Bool) -> StatusProposal {
    func force(_ reason: String) -> StatusProposal {
      StatusProposal(status: .forceAction, reason: reason, doneWords: nil, nationalOpen: false)
    }
    guard let response, !response.isEmpty else { return force("the paper gives no response to it") }
    let text = Wording(response)
    if let words = Awaiting.words(text, national: national) {
      return StatusProposal(
        status: .awaitingNPCC, reason: "the response says \(words)", doneWords: nil, nationalOpen: false)
    }
    if let promise = Promise.words(text) {
      return force("the response says “\(promise)”: something is still to be done")
    }
    if let claim = DoneClaim.first(in: text) {
      if let part = Portion.words(text) {
        return force("the response says “\(part)”: it is done in part")
      }
      return StatusProposal(
        status: .complete, reason: "the response says “\(claim.words)” and promises nothing more",
        doneWords: claim.sentence, nationalOpen: national)
    }
    var proposal = force("nothing in the response says that it is done")
    if national {
      proposal.doubt = "no force is among the addressees, and the response does not say who has the next move"
    }
    return proposal
  }

  /// What the paper's own status says; the response's words stand against it as a doubt.
  private static func fromStatus(
    _ stated: String, _ meaning: StatedStatus.Meaning, _ read: StatusProposal, national: Bool
  ) -> StatusProposal {
    let reason = "the paper states the status “\(stated)”"
    var proposal = StatusProposal(status: meaning.status, reason: reason, doneWords: nil, nationalOpen: false)
    if meaning.isColour {
      proposal = read
      proposal.reason = "\(reason), a colour; \(read.reason)"
      proposal.doubt = "“\(stated)” is a colour, which can mean done or on course; the words of the response decided"
      return proposal
    }
    if meaning.status == .complete {
      proposal.doneWords = "Status: \(stated)"
      proposal.nationalOpen = national
      proposal.ground = meaning.ground
      if meaning.isUnsure {
        proposal.doubt = "“\(stated)” calls it complete and waits for somebody's word"
      } else if read.status != .complete, read.reason.hasPrefix("the response says") {
        proposal.doubt = "the paper calls it “\(stated)”, but \(read.reason)"
      }
    } else if read.status != .forceAction, meaning.status == .forceAction {
      proposal.doubt = "the paper calls it “\(stated)”, but \(read.reason)"
    } else if meaning.isUnsure {
      proposal.doubt = "“\(stated)” does not say who has the next move"
    }
    return proposal
  }
}

/// Words by which a response says that a part is done: `three of the four districts`, `half of the sites`.
private enum Portion {
  private static let parts: Set<String> = ["half", "some", "most", "part", "several", "majority", "many"]
  private static let numbers: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  static func words(_ text: Wording) -> String? {
    for index in 0..<text.count where text[index + 1] == "of" || text[index + 1] == "out" {
      if parts.contains(text[index]) { return text.text(index..<min(text.count, index + 4)) }
      guard isNumber(text[index]) else { continue }
      var next = index + 2
      while ["of", "the", "our", "its", "all"].contains(text[next]) { next += 1 }
      // `recommendation 14 of 2011` and `6 of 6` are no portions.
      if isNumber(text[next]), text[next] != text[index], (Int(text[next]) ?? 0) < 1900,
        !["recommendation", "recommendations", "afi", "page"].contains(text[index - 1])
      {
        return text.text(index..<next + 1)
      }
    }
    return nil
  }

  private static func isNumber(_ word: String) -> Bool { numbers.contains(word) || Int(word) != nil }
}

/// Words by which a response waits for another body.
enum Awaiting {
  /// The words that say so, each part quoted, ready to stand behind "the response says".
  ///
  /// - Parameter national: Whether no addressee is a force: then whatever is awaited comes from another body.
  static func words(_ text: Wording, national: Bool) -> String? {
    let parts = [addressed(text) ?? leftTo(text, national: national), waiting(text, national: national)].compactMap {
      $0
    }
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

  /// `This is for the national lead`, `For the Home Office`, `nothing for the force`.
  private static func leftTo(_ text: Wording, national: Bool) -> String? {
    for sentence in text.sentences() {
      for index in sentence where text[index] == "for" && index - sentence.lowerBound <= 5 {
        var end = index + 1
        while end < sentence.upperBound, end - index < 12, ![".", ",", ";", ":", "\n", "to"].contains(text[end]) {
          end += 1
        }
        let name = text.text(index + 1..<end)
        let opening = (sentence.lowerBound..<index).allSatisfy { openings.contains(text[$0]) }
        if opening, !name.isEmpty, !Actors.isForce(name), text.contains(anyOf: bodies, in: index + 1..<end) {
          return text.text(sentence.lowerBound..<end)
        }
        if national, Actors.isForce(name),
          ["nothing", "none", "not"].contains(text[index - 1]) || text[index - 2] == "no"
        {
          return text.text(max(sentence.lowerBound, index - 2)..<end)
        }
      }
    }
    return nil
  }

  private static let openings: Set<String> = [
    "this", "is", "a", "matter", "recommendation", "it", "one", "area", "improvement", "responsibility", "action", "an",
    "solely",
  ]

  /// `will await further information`.
  private static func waiting(_ text: Wording, national: Bool) -> String? {
    for index in 0..<text.count where verbs.contains(text[index]) {
      guard let end = object(text, after: index, national: national) else { continue }
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
  private static func object(_ text: Wording, after verb: Int, national: Bool) -> Int? {
    let end = phraseEnd(text, verb + 1)
    guard !text.contains(anyOf: ownWork, in: verb + 1..<end) else { return nil }
    return national || text.contains(anyOf: objects.union(Actors.nationalWords), in: verb + 1..<end) ? end : nil
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
      if tellsOfAnother(text, sentence) { continue }
      if let end = elliptic(text, sentence) {
        return DoneClaim(words: text.text(sentence.lowerBound..<end), sentence: text.text(sentence))
      }
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

  /// `Completed in May.`, `Done.`: a sentence without a subject.
  private static func elliptic(_ text: Wording, _ sentence: Range<Int>) -> Int? {
    let start = sentence.lowerBound
    guard
      ["done", "completed", "complete", "implemented", "achieved", "closed", "delivered", "adopted"].contains(
        text[start])
    else { return nil }
    return [".", ",", ";", "", "in", "on", "and", "by", "since", "-", "\n"].contains(text[start + 1]) ? start + 1 : nil
  }

  /// A sentence about another recommendation, which says nothing of this one.
  private static func tellsOfAnother(_ text: Wording, _ sentence: Range<Int>) -> Bool {
    let start = sentence.lowerBound
    return ["recommendation", "afi", "recommendations"].contains(text[start]) && Int(text[start + 1]) != nil
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
