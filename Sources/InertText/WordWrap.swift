/// The visible text broken into lines of at most `limit` columns.
///
/// Line feeds of the text begin a new line, and an empty line stays one. Lines break at spaces; the spaces at a break
/// are left out, those at the beginning of a paragraph stay. A word longer than a line is broken where the line ends.
///
/// - Parameter limit: Columns of a line; less than 1 counts as 1. A wide character in lines of 1 column shows as the
///   substitute.
/// - Returns: At least one line; an empty text gives one empty line.
/// - Complexity: O(*n*).
package func wrapped(_ text: String, to limit: Int, in repertoire: Repertoire = .unicode) -> [String] {
  var lines: [String] = []
  let inert = visible(text, lineBreaks: .kept, in: repertoire)
  for paragraph in inert.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
    var wrap = WordWrap(limit: max(1, limit), substitute: repertoire.substitute)
    wrap.fill(with: Substring(paragraph))
    lines += wrap.lines
  }
  return lines
}

/// The lines of one paragraph, filled word by word.
private struct WordWrap {
  let limit: Int
  let substitute: Unicode.Scalar
  private(set) var lines: [String] = []
  private var line = ""
  private var used = 0

  init(limit: Int, substitute: Unicode.Scalar) {
    self.limit = limit
    self.substitute = substitute
  }

  mutating func fill(with paragraph: Substring) {
    let scalars = paragraph.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      var wordStart = index
      while wordStart < scalars.endIndex, isGap(scalars, wordStart) { scalars.formIndex(after: &wordStart) }
      var wordEnd = wordStart
      while wordEnd < scalars.endIndex, !isGap(scalars, wordEnd) { scalars.formIndex(after: &wordEnd) }
      if wordStart < wordEnd {
        place(paragraph[wordStart..<wordEnd], after: scalars.distance(from: index, to: wordStart))
      }
      index = wordEnd
    }
    lines.append(line)
  }

  /// Whether a line may break at the scalar: at a space, unless it carries marks, which would lose what they stand on.
  private func isGap(_ scalars: Substring.UnicodeScalarView, _ index: String.Index) -> Bool {
    guard scalars[index] == " " else { return false }
    let next = scalars.index(after: index)
    return next == scalars.endIndex || CharacterWidth.columns(of: scalars[next]) != 0
  }

  /// Puts a word on the line after its spaces, or on the next line without them.
  private mutating func place(_ word: Substring, after spaces: Int) {
    let width = columns(of: String(word))
    if used + spaces + width <= limit {
      append(String(repeating: " ", count: spaces) + word, width: spaces + width)
    } else {
      if used > 0 { breakLine() }
      placeFromLineStart(word, width: width)
    }
  }

  private mutating func placeFromLineStart(_ word: Substring, width: Int) {
    var rest = word
    var restWidth = width
    while restWidth > limit {
      let piece = prefix(of: rest, columns: limit)
      if piece.isEmpty {
        append(String(substitute), width: 1)
        restWidth -= 2
        rest = rest.dropFirst()
      } else {
        let pieceWidth = columns(of: String(piece))
        append(String(piece), width: pieceWidth)
        restWidth -= pieceWidth
        rest = rest[piece.endIndex...]
      }
      if !rest.isEmpty { breakLine() }
    }
    append(String(rest), width: restWidth)
  }

  private mutating func append(_ piece: String, width: Int) {
    line += piece
    used += width
  }

  private mutating func breakLine() {
    lines.append(line)
    line = ""
    used = 0
  }
}
