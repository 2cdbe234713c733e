/// Guesses what a mistyped word was meant to be.
package enum Spelling {
  /// Up to three words that are one slip away, two for words of more than four letters.
  ///
  /// A slip is a letter too many, too few, wrong, or two letters swapped.
  package static func nearest(to word: String, among words: [String]) -> [String] {
    let typed = Array(word.lowercased().utf8.prefix(80))
    let limit = typed.count > 4 ? 2 : 1
    let scored = words.compactMap { candidate -> (slips: Int, word: String)? in
      let slips = slips(typed, Array(candidate.lowercased().utf8))
      return slips <= limit ? (slips, candidate) : nil
    }
    let close = scored.sorted { $0 < $1 }.prefix(3).map(\.word)
    if !close.isEmpty || typed.count < 2 { return close }
    // Half a word is no slip: `board wit` means withdraw.
    return Array(words.filter { $0.lowercased().utf8.starts(with: typed) }.prefix(3))
  }

  /// Guesses as the end of a sentence: ` (did you mean move or more?)`; empty for none.
  package static func question(_ guesses: [String]) -> String {
    guesses.isEmpty ? "" : " (did you mean \(guesses.joined(separator: " or "))?)"
  }

  /// The optimal string alignment distance: Levenshtein's, with a swap of neighbours as one slip.
  private static func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      before = last
      last = row
    }
    return last[right.count]
  }
}
