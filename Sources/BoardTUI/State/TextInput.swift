internal import InertText

/// A text being typed, and where the cursor stands in it.
package struct TextInput: Equatable, Sendable {
  /// The characters; line feeds only where ``isMultiline``.
  package private(set) var characters: [Character]
  /// The place of the cursor: before the character of that number, or behind the last.
  package private(set) var cursor: Int
  /// Whether the text may have several lines.
  let isMultiline: Bool

  init(_ text: String = "", isMultiline: Bool = false) {
    characters = Array(text)
    cursor = characters.count
    self.isMultiline = isMultiline
  }

  package var text: String { String(characters) }

  /// Puts a text in at the cursor; line feeds, however written, become spaces in a text of one line.
  mutating func insert(_ text: String) {
    var inserted: [Character] = []
    for character in text {
      if character.isNewline {
        inserted.append(isMultiline ? "\n" : " ")
      } else {
        inserted.append(character)
      }
    }
    let tail = String(characters[cursor...])
    // Combining marks may join the character before them, so the cursor is found again from the text.
    let head = String(characters[..<cursor]) + String(inserted)
    characters = Array(head + tail)
    cursor = min(characters.count, Array(head).count)
  }

  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
  mutating func moveToStart() { cursor = 0 }
  mutating func moveToEnd() { cursor = characters.count }

  mutating func deleteBackward() {
    guard cursor > 0 else { return }
    characters.remove(at: cursor - 1)
    cursor -= 1
  }

  mutating func deleteForward() {
    if cursor < characters.count { characters.remove(at: cursor) }
  }

  /// Deletes back to the start of the word before the cursor, as shells do.
  mutating func deleteWord() {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  mutating func deleteToStart() {
    characters.removeSubrange(..<cursor)
    cursor = 0
  }

  mutating func deleteToEnd() { characters.removeSubrange(cursor...) }

  /// The text broken at words into lines of so many columns, and the cursor's place among them.
  ///
  /// Every character stands on some line, so that the cursor can be everywhere; the last column of a line stays free
  /// for it.
  func lines(columns limit: Int, in repertoire: Repertoire) -> (lines: [String], row: Int, column: Int) {
    let limit = max(2, limit) - 1
    var lines: [String] = []
    var place = (row: 0, column: 0)
    var start = 0
    repeat {
      let end = lineEnd(from: start, limit: limit, repertoire)
      if (start...end).contains(cursor) {
        place = (lines.count, width(characters[start..<cursor], repertoire))
      }
      lines.append(String(characters[start..<end]))
      start = end < characters.count && characters[end] == "\n" ? end + 1 : end
      if start == characters.count, end < start {
        lines.append("")
        if cursor == start { place = (lines.count - 1, 0) }
      }
    } while start < characters.count
    return (lines, place.row, place.column)
  }

  /// Where the line that begins at `start` ends: at a line feed, or behind the last space that fits.
  private func lineEnd(from start: Int, limit: Int, _ repertoire: Repertoire) -> Int {
    var used = 0
    var lastBreak: Int?
    var index = start
    while index < characters.count, characters[index] != "\n" {
      used += InertText.columns(of: String(characters[index]), in: repertoire)
      if used > limit { return lastBreak ?? max(index, start + 1) }
      index += 1
      if characters[index - 1] == " " { lastBreak = index }
    }
    return index
  }

  private func width(_ slice: ArraySlice<Character>, _ repertoire: Repertoire) -> Int {
    InertText.columns(of: String(slice), in: repertoire)
  }
}
