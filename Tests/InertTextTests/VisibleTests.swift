import InertText
import Testing

/// A text, what is shown of it, and why it is in the table.
struct Row: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  let shown: String
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ shown: String) {
    self.name = name
    self.text = text
    self.shown = shown
  }
}

@Suite struct VisibleTests {
  @Test(
    "What could act on a terminal or deceive its reader becomes visible",
    arguments: [
      Row("plain ASCII stays", "Review by 4 June (56 days)", "Review by 4 June (56 days)"),
      Row("empty", "", ""),
      Row("colour sequence", "a\u{1B}[31mb", "a�[31mb"),
      Row("title sequence with BEL", "\u{1B}]0;x\u{07}", "�]0;x�"),
      Row("C1 control sequence introducer", "a\u{9B}31m", "a�31m"),
      Row("next line", "a\u{85}b", "a�b"),
      Row("NUL, backspace and DEL", "\0a\u{08}\u{7F}", "�a��"),
      Row("TAB", "a\tb", "a b"),
      Row("line feed", "a\nb", "a b"),
      Row("CR LF is one line break", "a\r\nb", "a b"),
      Row("carriage return", "real\rfake", "real�fake"),
      Row("carriage return at the end", "real\r", "real�"),
      Row("two carriage returns", "a\r\r\nb", "a� b"),
      Row("line and paragraph separator", "a\u{2028}b\u{2029}", "a�b�"),
      Row("direction override", "a\u{202E}b\u{202C}", "a�b�"),
      Row("direction isolate", "\u{2066}a\u{2069}", "�a�"),
      Row("direction mark", "a\u{200F}\u{061C}", "a��"),
      Row("zero-width space and joiner", "a\u{200B}b\u{200D}c", "a�b�c"),
      Row("byte order mark", "\u{FEFF}a", "�a"),
      Row("tag", "a\u{E0041}", "a�"),
      Row("invisible letter", "\u{3164}\u{115F}", "��"),
      Row("private use", "\u{E0B0}\u{F0000}", "��"),
      Row("unassigned", "\u{0378}", "�"),
      Row("not a character", "\u{FFFF}", "�"),
      Row("soft hyphen", "recom\u{AD}mend", "recom-mend"),
      Row("accents stay", "Café e\u{301}", "Café e\u{301}"),
      Row("wide characters stay", "日本", "日本"),
      Row("an emoji that C libraries know stays", "✅😀", "✅😀"),
      Row("an emoji younger than they are", "\u{1FAE8}", "�"),
      Row("flag", "🇬🇧", "��"),
      Row("family joined by ZWJ", "👨\u{200D}👩", "👨�👩"),
      Row("skin tone", "👍\u{1F3FD}", "👍�"),
      Row("choice of a coloured picture", "❤\u{FE0F}", "❤"),
      Row("the same with nothing before it", "\u{FE0F}a", "�a"),
      Row("mark at the start", "\u{301}a", "�a"),
      Row("four marks stay", "a\u{301}\u{302}\u{303}\u{304}", "a\u{301}\u{302}\u{303}\u{304}"),
      Row(
        "the rest of a pile of marks is one sign", "a" + String(repeating: "\u{301}", count: 90) + "b",
        "a\u{301}\u{301}\u{301}\u{301}�b"),
    ])
  func madeVisible(row: Row) {
    #expect(Array(visible(row.text).unicodeScalars) == Array(row.shown.unicodeScalars))
  }

  @Test(
    "A form for several lines keeps line feeds and nothing else",
    arguments: [
      Row("line feeds", "a\n\nb\n", "a\n\nb\n"),
      Row("CR LF", "a\r\nb", "a\nb"),
      Row("carriage return", "a\rb", "a�b"),
      Row("mark at the start of a line", "a\n\u{301}b", "a\n�b"),
    ])
  func linesKept(row: Row) {
    #expect(Array(visible(row.text, lineBreaks: .kept).unicodeScalars) == Array(row.shown.unicodeScalars))
  }

  @Test(
    "Where only ASCII can be shown, every other character is one question mark",
    arguments: [
      Row("letter", "Café", "Caf?"),
      Row("letter spelled with a mark", "Cafe\u{301}s", "Caf?s"),
      Row("letter with several marks", "e\u{301}\u{302}x", "?x"),
      Row("wide character with a mark", "日\u{302}", "?"),
      Row("quotes and dash", "“a” – b", "?a? ? b"),
      Row("no-break space", "10\u{A0}days", "10 days"),
      Row("control", "\u{1B}[0m", "?[0m"),
    ])
  func asciiOnly(row: Row) {
    #expect(visible(row.text, in: .ascii) == row.shown)
  }

  @Test("The Linux console is sent Latin-1 and the pieces that its fonts have")
  func consoleRepertoire() {
    #expect(visible("é £ ─│▲ “日”", in: .console) == "é £ ─│▲ ???")
  }

  @Test("Bytes that are not UTF-8 show as signs, one for each broken piece")
  func rawBytes() {
    #expect(visible(bytes: [0x63, 0x61, 0x66, 0xE9, 0x2E, 0x1B]) == "caf�.�")
    #expect(visible(bytes: [0xF0, 0x9F, 0x41], in: .ascii) == "?A")
    #expect(visible(bytes: "naïve".utf8) == "naïve")
  }

  @Test("What is visible holds no scalar without a width, and stays as it is", arguments: 0..<200)
  func fixedPoint(seed: UInt64) {
    var numbers = SplitMix(state: seed)
    let text = randomText(&numbers)
    for repertoire in Repertoire.allCases {
      for lineBreaks in [LineBreaks.asSpaces, .kept] {
        let shown = visible(text, lineBreaks: lineBreaks, in: repertoire)
        for scalar in shown.unicodeScalars where !(lineBreaks == .kept && scalar == "\n") {
          #expect(CharacterWidth.columns(of: scalar) != nil)
          if repertoire == .ascii { #expect(scalar.isASCII) }
        }
        #expect(Array(visible(shown, lineBreaks: lineBreaks, in: repertoire).utf8) == Array(shown.utf8))
      }
    }
  }
}
