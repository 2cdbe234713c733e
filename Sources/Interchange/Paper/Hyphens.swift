/// Puts words together that a line's end cut at a hyphen: `commis-` / `sioner`, but `cross-` / `government`.
///
/// The paper's other words tell whether the hyphen belongs to the word; where they do not, it is a guess.
struct Hyphens {
  /// A word that was put together.
  struct Joined {
    let dropsHyphen: Bool
    let isGuess: Bool
    let word: String
  }

  /// Words, in lower case, that stand within the paper's lines; empty when no line ends with a hyphen.
  private var words: Set<ArraySlice<UInt8>> = []

  /// First parts that keep their hyphen.
  private static let openings: Set<String> = [
    "cross", "multi", "non", "self", "ex", "co", "anti", "pre", "post", "re", "long", "short", "high", "low", "well",
    "follow", "on", "in", "up", "full", "part", "half", "front", "victim", "risk", "evidence", "data", "decision",
    "third", "two", "three", "four", "six", "one", "twenty", "thirty", "real", "face", "end", "cost", "hard", "mid",
    "inter", "intra", "semi", "sub", "super", "under", "over", "out", "force", "service", "problem", "vice", "non",
  ]

  /// - Complexity: O(*n*) in the bytes, when any line ends with a hyphen.
  init(_ lines: [PaperLine]) {
    guard lines.contains(where: { Hyphens.isCut($0.bytes) }) else { return }
    for line in lines {
      for word in line.bytes.map(ASCII.lower).split(whereSeparator: { !ASCII.isLetter($0) && $0 != UInt8(ascii: "-") })
      {
        if word.last != UInt8(ascii: "-") { words.insert(word) }
      }
    }
  }

  private static func isCut(_ line: [UInt8]) -> Bool {
    line.count > 2 && line.last == UInt8(ascii: "-") && ASCII.isLetter(line[line.count - 2])
  }

  /// How the end of a text and the line below it go together; `nil` when no word is cut.
  func join(_ above: [UInt8], _ below: [UInt8]) -> Joined? {
    guard Hyphens.isCut(above), let next = below.first, ASCII.isLetter(next) else { return nil }
    let first = Array(above.dropLast().reversed().prefix { ASCII.isLetter($0) || $0 == UInt8(ascii: "-") }.reversed())
    let second = Array(below.prefix { ASCII.isLetter($0) })
    func known(_ word: [UInt8]) -> Bool { words.contains(word.map(ASCII.lower)[...]) }
    let (whole, cut) = (first + second, first + [UInt8(ascii: "-")] + second)
    func joined(_ drops: Bool, guess: Bool) -> Joined {
      Joined(dropsHyphen: drops, isGuess: guess, word: String(decoding: drops ? whole : cut, as: UTF8.self))
    }
    if !ASCII.isLower(next) || known(cut) { return joined(false, guess: false) }
    if known(whole) { return joined(true, guess: false) }
    if first.contains(UInt8(ascii: "-"))
      || Hyphens.openings.contains(String(decoding: first.map(ASCII.lower), as: UTF8.self))
    {
      return joined(false, guess: true)
    }
    return joined(!(known(first) && known(second)), guess: true)
  }
}
