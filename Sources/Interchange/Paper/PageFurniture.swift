/// What a page carries besides its text.
enum Furniture: Hashable {
  /// A page's header, footer or number: the text goes on behind it.
  case page
  /// A web page's links and notices: the text above is over.
  case web
  /// A line drawn under a heading.
  case rule
}

/// Finds page numbers, running headers and footers, protective markings, cookie notices and links.
enum PageFurniture {
  /// Marks the lines that are furniture.
  ///
  /// - Parameter pageStarts: The numbers of the lines that begin a page, as form feeds tell.
  /// - Complexity: O(*n*) in the bytes.
  static func mark(_ lines: inout [PaperLine], pageStarts: [Int], labels: PaperLabels) {
    var candidates: [[UInt8]: [Int]] = [:]
    for index in lines.indices where !lines[index].isBlank && lines[index].bytes.count <= 160 {
      if isPageNumber(lines[index].bytes) || isMarking(lines[index].bytes) {
        lines[index].furniture = .page
      } else if isWeb(lines[index].bytes) {
        lines[index].furniture = .web
      } else if lines[index].bytes.count <= 110, TextEnd.lacksStop(lines[index].bytes),
        ASCII.isWord(lines[index].bytes[0]),
        labels.match(lines[index], from: 0) == nil
      {
        candidates[shape(lines[index].bytes), default: []].append(index)
      }
    }
    let nearBreaks = breaks(lines, pageStarts)
    for places in candidates.values where places.count >= 2 {
      let atBreaks = places.count { nearBreaks.contains($0) }
      // A sentence that a paper repeats is wrapped in the same way each time; behind a header the text differs.
      let interrupts = places.contains { interruptsSentence(lines, $0) } && goOnDifferently(lines, places)
      guard atBreaks >= 2 || interrupts && places.count >= 2 else { continue }
      for place in places where atBreaks == places.count || interrupts { lines[place].furniture = .page }
    }
    markLoneNumbers(&lines, pageStarts)
  }

  /// The lines within two written lines of a page's start or of a page number.
  private static func breaks(_ lines: [PaperLine], _ pageStarts: [Int]) -> Set<Int> {
    var result: Set<Int> = []
    let numbered = lines.indices.filter { lines[$0].furniture == .page }
    for start in pageStarts.map({ $0 - 1 }) + numbered where start <= lines.count {
      result.formUnion(written(lines, from: start, step: 1).prefix(3))
      result.formUnion(written(lines, from: start - 1, step: -1).prefix(2))
    }
    return result
  }

  /// The next written lines from a place on, at most three, within eight lines.
  private static func written(_ lines: [PaperLine], from start: Int, step: Int) -> [Int] {
    var (found, index, seen) = ([Int](), start, 0)
    while lines.indices.contains(index), found.count < 3, seen < 8 {
      if !lines[index].isBlank { found.append(index) }
      index += step
      seen += 1
    }
    return found
  }

  /// Whether another line follows at each of several places.
  private static func goOnDifferently(_ lines: [PaperLine], _ places: [Int]) -> Bool {
    let next = places.map { place in
      written(lines, from: place + 1, step: 1).first { lines[$0].furniture == nil }.map { lines[$0].bytes } ?? []
    }
    return Set(next).count == places.count
  }

  /// Whether a line stands between the parts of a sentence: what is above has no end, what is below goes on.
  private static func interruptsSentence(_ lines: [PaperLine], _ place: Int) -> Bool {
    guard let below = written(lines, from: place + 1, step: 1).first(where: { lines[$0].furniture == nil }),
      let above = written(lines, from: place - 1, step: -1).first(where: { lines[$0].furniture == nil })
    else { return false }
    let (upper, lower) = (lines[above].bytes, lines[below].bytes)
    return upper.count >= 20 && TextEnd.lacksStop(upper) && upper.last.map(ASCII.isWord) == true
      && lower.first.map(ASCII.isLower) == true && ASCII.isUpper(lines[place].bytes[0])
  }

  /// A number alone beside a form feed.
  private static func markLoneNumbers(_ lines: inout [PaperLine], _ pageStarts: [Int]) {
    for start in pageStarts {
      let around =
        written(lines, from: start - 1, step: 1).prefix(1) + written(lines, from: start - 2, step: -1).prefix(2)
      for place in around where lines[place].bytes.count <= 4 && lines[place].bytes.allSatisfy(ASCII.isDigit) {
        lines[place].furniture = .page
      }
    }
  }

  /// A line with its digits taken for one another, so that `Page 2` and `Page 3` are the same.
  private static func shape(_ line: [UInt8]) -> [UInt8] {
    line.map { ASCII.isDigit($0) ? 0x23 : $0 }
  }

  /// `Page 3`, `Page 3 of 12`, `3 of 12`, `- 3 -`, and a short line that begins or ends with `Page 3`.
  static func isPageNumber(_ line: [UInt8]) -> Bool {
    let text = String(decoding: line.prefix(160).map { ASCII.isDigit($0) ? 0x23 : ASCII.lower($0) }, as: UTF8.self)
    let words = text.split(separator: " ")
    func isNumber(_ word: Substring) -> Bool { !word.isEmpty && word.count <= 4 && word.allSatisfy { $0 == "#" } }
    if words.count == 3, isNumber(words[0]), isNumber(words[2]), words[1] == "of" || words[1] == "/" { return true }
    if words.count == 3, isNumber(words[1]), words[0] == words[2], ["-", "–", "—", "|"].contains(words[0]) {
      return true
    }
    guard let page = words.firstIndex(of: "page"), page + 1 < words.count, isNumber(words[page + 1]) else {
      return false
    }
    let rest = words[(page + 2)...]
    let isTotal = rest.count >= 2 && (rest.first == "of" || rest.first == "/") && isNumber(rest[rest.startIndex + 1])
    let behind = rest.count - (isTotal ? 2 : 0)
    return page == 0 && behind == 0 || behind == 0 && line.count <= 140 || page == 0 && isTotal && behind <= 8
  }

  private static let markings: Set<String> = [
    "official", "official - sensitive", "official-sensitive", "official – sensitive", "official sensitive",
    "restricted",
    "not protectively marked", "unclassified", "protect", "official: sensitive", "official (sensitive)",
    "official - public", "[official]", "open session", "part 1 - open",
  ]

  private static func isMarking(_ line: [UInt8]) -> Bool {
    line.count <= 40 && markings.contains(String(decoding: line.map(ASCII.lower), as: UTF8.self))
  }

  /// What web pages print around their text; a line that is one of these, or begins with one that ends in `…`.
  private static let web: [String] = [
    "skip to content", "skip to main content", "skip to navigation", "share this page", "share this", "back to top",
    "return to top", "print this page", "print page", "facebook", "twitter", "linkedin", "youtube", "instagram",
    "email this page",
    "related content", "related pages", "related links", "related documents", "open menu", "close menu", "menu",
    "leave this site", "quick exit",
    "accept all cookies…", "we use cookies…", "this site uses cookies…", "this website uses cookies…",
    "was this page helpful…", "is this page useful…", "©…", "copyright ©…", "all rights reserved…", "search this site",
    "your cookie preferences…", "manage cookies…", "cookie settings", "accessibility statement", "privacy notice",
    "privacy policy", "terms and conditions", "sign up to…", "subscribe to…", "follow us…", "text size:…",
    "we use some essential cookies…",
    "download this page…", "give feedback…", "contact us", "accessibility settings…", "read the full report", "home >…",
    "home ›…", "you are here:…",
  ]
  private static let wholeWeb = Set(web.filter { !$0.hasSuffix("…") })
  private static let webOpenings = web.filter { $0.hasSuffix("…") }.map { Array($0.dropLast().utf8) }

  private static func isWeb(_ line: [UInt8]) -> Bool {
    let folded = line.map(ASCII.lower)
    if line.count <= 24, wholeWeb.contains(String(decoding: folded, as: UTF8.self)) { return true }
    return webOpenings.contains { folded.starts(with: $0) }
  }
}

extension TextEnd {
  /// Whether a line ends without a mark of punctuation.
  static func lacksStop(_ line: [UInt8]) -> Bool {
    guard let last = line.last else { return false }
    return ![UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(
      last)
  }
}
