/// The main clause of a sentence that asks for something: who, and by which verb.
struct MainClause {
  /// From the sentence's start to behind the verb: where a period that governs the clause stands.
  let opening: Range<Int>
  /// The words that name who should act.
  let subject: Range<Int>
  /// The verb that asks: `should`, `reviews`, `writes`.
  let verb: Int

  /// Finds the main clause of a sentence; `nil` when nobody is named who could act.
  init?(_ text: Wording, in sentence: Range<Int>) {
    let start = ClauseOpening.end(text, in: sentence)
    self.init(text, from: start.index, sentence: sentence, isRecommended: start.isRecommended)
  }

  /// Finds a clause whose subject starts at a token.
  init?(_ text: Wording, from start: Int, sentence: Range<Int>, isRecommended: Bool) {
    var subjectEnd: Int?
    var index = start
    while index < sentence.upperBound, index - start < 60 {
      if index > start, ["-", "("].contains(text[index]) == false, MainClause.breaks.contains(text[index]) {
        return nil
      }
      let end = subjectEnd ?? index
      let asks =
        Verbs.modals.contains(text[index]) || Verbs.directives.contains(text[index])
        || (isRecommended && Verbs.bare.contains(text[index]))
      if asks, Actors.isActor(text, start..<end), !MainClause.isNoun(text, index) {
        self.subject = start..<end
        self.verb = index
        self.opening = sentence.lowerBound..<MainClause.openingEnd(text, after: index, in: sentence)
        return
      }
      if let found = PeriodRule.read(text, at: index) {
        // `chief constables, within three months, should`
        if subjectEnd == nil { subjectEnd = text[index - 1] == "," ? index - 1 : index }
        index = found.range.upperBound
      } else if MainClause.adverbs.contains(text[index]) || (text[index] == "," && subjectEnd != nil) {
        if subjectEnd == nil { subjectEnd = index }
        index += 1
      } else if text[index] == ",", let close = MainClause.aside(text, at: index, in: sentence) {
        if subjectEnd == nil { subjectEnd = index }
        index = close
      } else {
        subjectEnd = nil
        index += 1
      }
    }
    return nil
  }

  private static let breaks: Set<String> = [
    ";", ":", "?", "!", "\n", "that", "which", "who", "whether", "because", "is", "are", "was", "were", "has", "have",
  ]
  private static let adverbs: Set<String> = [
    "urgently", "also", "now", "therefore", "both", "then", "together", "jointly",
  ]

  /// `in consultation with the College of Policing,` between two commas: the index behind the second.
  private static func aside(_ text: Wording, at comma: Int, in sentence: Range<Int>) -> Int? {
    guard ["in", "working", "together", "with", "jointly", "through", "as", "where"].contains(text[comma + 1]) else {
      return nil
    }
    for index in (comma + 1)..<min(sentence.upperBound, comma + 25) where text[index] == "," { return index + 1 }
    return nil
  }

  /// `police force reviews` could be a noun; a verb is not followed by a verb or a preposition of place.
  private static func isNoun(_ text: Wording, _ index: Int) -> Bool {
    !Verbs.modals.contains(text[index]) && (Verbs.modals.contains(text[index + 1]) || text[index + 1] == "of")
  }

  /// A period may follow the verb at once: `should, within three months:`, `should immediately`.
  private static func openingEnd(_ text: Wording, after verb: Int, in sentence: Range<Int>) -> Int {
    min(sentence.upperBound, verb + (text[verb + 1] == "," ? 3 : 2))
  }
}

/// The words that ask.
enum Verbs {
  static let modals: Set<String> = ["should", "must", "needs", "need", "shall", "ought"]
  /// Third person: `the NPCC lead reviews`.
  static let directives: Set<String> = [
    "reviews", "writes", "reminds", "considers", "ensures", "works", "acts", "improves", "develops", "produces",
    "provides", "publishes", "agrees", "establishes", "introduces", "makes", "takes", "undertakes", "updates",
    "assesses", "identifies", "commissions", "monitors", "sets", "implements", "adopts", "revises", "amends", "issues",
    "starts", "begins", "stops", "completes", "conducts", "seeks", "gives", "sends", "creates", "strengthens",
    "addresses", "explores", "examines", "evaluates", "carries", "puts", "uses", "asks", "consults", "clarifies",
    "appoints", "brings", "collects", "decides", "designs", "encourages", "extends", "holds", "informs", "keeps",
    "prepares", "promotes", "records", "refreshes", "requires", "resolves", "satisfies", "shares", "tests", "trains",
  ]
  /// After "we recommend that" also the plain form: `chief constables review`.
  static let bare: Set<String> = [
    "review", "write", "remind", "consider", "ensure", "work", "act", "improve", "develop", "produce", "provide",
    "publish", "agree", "establish", "introduce", "make", "take", "undertake", "update", "assess", "identify",
    "monitor", "set", "implement", "adopt", "revise", "amend", "issue", "start", "begin", "stop", "complete", "conduct",
    "seek", "give", "send", "create", "strengthen", "address", "explore", "examine", "evaluate", "carry", "put", "use",
  ]
}

/// What stands before a sentence's subject: "We recommend that", a period, "Following this review,", "if necessary".
enum ClauseOpening {
  /// The index where the subject starts, and whether the sentence recommends.
  static func end(_ text: Wording, in sentence: Range<Int>) -> (index: Int, isRecommended: Bool) {
    var index = sentence.lowerBound
    var isRecommended = false
    var moved = true
    while moved, index < sentence.upperBound {
      moved = false
      if text[index] == "," || text[index] == "'" || text[index] == "\"" || isBullet(text, index) {
        (index, moved) = (index + 1, true)
      } else if let next = text.match(any: recommending, at: index) {
        (index, moved, isRecommended) = (next, true, true)
      } else if let found = PeriodRule.read(text, at: index) {
        (index, moved) = (found.range.upperBound, true)
        // `Within three months of this report, …`
        if ["of", "from", "after"].contains(text[index]), let comma = comma(text, after: index, in: sentence) {
          index = comma + 1
        }
      } else if let next = text.match(any: conditions, at: index) {
        (index, moved) = (next, true)
      } else if introductory.contains(text[index]), let comma = comma(text, after: index, in: sentence) {
        (index, moved) = (comma + 1, true)
      }
    }
    return (index, isRecommended)
  }

  private static let recommending: [Phrase] = [
    "we recommend that", "we also recommend that", "we further recommend that", "it is recommended that",
    "hmicfrs recommends that", "hmic recommends that", "the inspectorate recommends that",
    "we therefore recommend that",
    "we recommend", "we ask that",
  ]
  private static let conditions: [Phrase] = [
    "if necessary", "where necessary", "if appropriate", "where appropriate", "where required", "if required",
    "as a matter of urgency", "where possible", "urgently", "as a minimum",
    "and",
  ]
  private static let introductory: Set<String> = [
    "following", "after", "before", "as", "where", "if", "when", "to", "in", "for", "with", "during", "having",
    "subject", "once", "until", "using", "by", "through", "while", "on", "given", "based", "from",
  ]

  private static func isBullet(_ text: Wording, _ index: Int) -> Bool { ["-", "•", "*"].contains(text[index]) }

  private static func comma(_ text: Wording, after start: Int, in sentence: Range<Int>) -> Int? {
    for index in start..<min(sentence.upperBound, start + 40) {
      if text[index] == "," { return index }
      if Verbs.modals.contains(text[index]) { return nil }
    }
    return nil
  }
}
