/// The columns that a text takes on a terminal once it is made visible.
///
/// - Complexity: O(*n*).
package func columns(of text: String, in repertoire: Repertoire = .unicode) -> Int {
  if isPrintableASCII(text) { return text.utf8.count }
  var sum = 0
  for scalar in visible(text, in: repertoire).unicodeScalars { sum += CharacterWidth.columns(of: scalar) ?? 0 }
  return sum
}

/// The visible text on one line, cut to at most `limit` columns; what is cut shows as the repertoire's ellipsis.
///
/// A wide character is never cut in half, so the result may be one column shorter than `limit`. Where not even the
/// ellipsis fits it is cut too, and a limit of 0 or less gives an empty text.
///
/// - Complexity: O(*n*).
package func truncated(_ text: String, to limit: Int, in repertoire: Repertoire = .unicode) -> String {
  let line = visible(text, in: repertoire)
  if columns(of: line) <= limit { return line }
  let mark = prefix(of: repertoire.ellipsis[...], columns: limit)
  let kept = prefix(of: line[...], columns: limit - columns(of: String(mark)))
  return String(kept) + mark
}

/// The text filled up with spaces at its end, or cut, to exactly `count` columns.
///
/// - Complexity: O(*n*).
package func padded(_ text: String, to count: Int, in repertoire: Repertoire = .unicode) -> String {
  if isPrintableASCII(text), text.utf8.count <= count {
    return text + String(repeating: " ", count: count - text.utf8.count)
  }
  let line = truncated(text, to: count, in: repertoire)
  return line + String(repeating: " ", count: max(0, count - columns(of: line)))
}

/// The longest beginning of a visible text that fits into `limit` columns, with the marks of its last character.
func prefix(of text: Substring, columns limit: Int) -> Substring {
  let scalars = text.unicodeScalars
  var used = 0
  var index = scalars.startIndex
  while index < scalars.endIndex {
    used += CharacterWidth.columns(of: scalars[index]) ?? 0
    if used > limit { break }
    scalars.formIndex(after: &index)
  }
  return text[..<index]
}
