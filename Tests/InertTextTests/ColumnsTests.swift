import InertText
import Testing

/// A text, a number of columns, and the lines that it gives.
struct Fit: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let limit: Int
  let lines: [String]
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ limit: Int, _ lines: String...) {
    self.name = name
    self.text = text
    self.limit = limit
    self.lines = lines
  }
}

@Suite struct ColumnsTests {
  @Test("Columns count what is shown, not what is stored")
  func measured() {
    #expect(columns(of: "plain") == 5)
    #expect(columns(of: "日本 é e\u{301}") == 8)
    #expect(columns(of: "a\u{1B}b\r\nc") == 5)
    #expect(columns(of: "日本", in: .ascii) == 2)
  }

  @Test(
    "A text that is too long is cut with an ellipsis to the columns there are",
    arguments: [
      Fit("fits", "stalking", 8, "stalking"),
      Fit("one too many", "stalking", 7, "stalki…"),
      Fit("one column", "stalking", 1, "…"),
      Fit("no column", "stalking", 0, ""),
      Fit("less than none", "stalking", -3, ""),
      Fit("empty", "", 0, ""),
      Fit("a wide character is not cut in half", "日本語", 4, "日…"),
      Fit("a character keeps its marks", "e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
      Fit("line feeds are spaces", "a\nb", 9, "a b"),
    ])
  func cut(fit: Fit) {
    #expect(truncated(fit.text, to: fit.limit) == fit.lines[0])
  }

  @Test("In ASCII the ellipsis is two dots, or what fits of them")
  func cutInASCII() {
    #expect(truncated("stalking", to: 7, in: .ascii) == "stalk..")
    #expect(truncated("stalking", to: 1, in: .ascii) == ".")
  }

  @Test("A padded text has exactly the columns asked for")
  func filledUp() {
    #expect(padded("ab", to: 4) == "ab  ")
    #expect(padded("日本語", to: 4) == "日… ")
    #expect(padded("x", to: 0) == "")
  }

  @Test(
    "Words wrap at spaces, and only a word longer than the line is broken",
    arguments: [
      Fit("fits", "one two", 7, "one two"),
      Fit("breaks at a space", "one two three", 7, "one two", "three"),
      Fit("spaces at a break are left out", "one   two", 4, "one", "two"),
      Fit("spaces inside a line stay", "a   b", 5, "a   b"),
      Fit("spaces at the end are left out", "one ", 9, "one"),
      Fit("indentation stays", "  one two", 6, "  one", "two"),
      Fit("long word", "abcdefgh", 3, "abc", "def", "gh"),
      Fit("long word begins its own line", "x abcdefgh y", 4, "x", "abcd", "efgh", "y"),
      Fit("the rest of a long word shares its line", "abcde fg", 4, "abcd", "e fg"),
      Fit("line feeds begin a line", "a\n\nb", 9, "a", "", "b"),
      Fit("empty", "", 9, ""),
      Fit("no column counts as one", "ab", 0, "a", "b"),
      Fit("wide characters", "日本語", 5, "日本", "語"),
      Fit("wide characters in one column", "日本 a", 1, "�", "�", "a"),
      Fit("a space with a mark is no place to break", "a \u{301} b", 2, "a \u{301}", "b"),
      Fit("marks stay with their letter", "ae\u{301}b", 2, "ae\u{301}", "b"),
    ])
  func wrappedLines(fit: Fit) {
    #expect(wrapped(fit.text, to: fit.limit) == fit.lines)
  }

  @Test("Wrapping loses no visible character and no line is too long", arguments: 0..<200)
  func wrappingKeepsText(seed: UInt64) {
    var numbers = SplitMix(state: seed)
    let text = randomText(&numbers)
    let limit = Int.random(in: 2...20, using: &numbers)
    let lines = wrapped(text, to: limit)
    for line in lines { #expect(columns(of: line) <= limit) }
    let before = visible(text, lineBreaks: .kept).unicodeScalars.filter { $0 != " " && $0 != "\n" }
    let after = lines.joined().unicodeScalars.filter { $0 != " " }
    #expect(Array(before) == Array(after))
  }
}
