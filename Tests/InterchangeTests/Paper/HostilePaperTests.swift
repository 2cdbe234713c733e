import Interchange
import Testing

/// A file that is no paper, and how it is refused.
private struct Refused: CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let error: PaperError
  var testDescription: String { name }
}

@Suite("Files that are no papers are refused with the reason, before anything is kept")
struct HostilePaperTests {
  private static let refused: [Refused] = [
    Refused(name: "no bytes", bytes: [], error: .empty),
    Refused(name: "white space only", bytes: Array(" \n\t\r\n\u{A0}\u{FEFF}".utf8), error: .empty),
    Refused(name: "NUL bytes", bytes: Array("Recommendation 1: a\0b".utf8), error: .binary(looksLike: nil)),
    Refused(name: "a PDF", bytes: Array("%PDF-1.7\n\u{E2}".utf8), error: .binary(looksLike: "a PDF file")),
    Refused(name: "UTF-16", bytes: [0xFF, 0xFE, 0x41, 0], error: .binary(looksLike: "UTF-16 text")),
    Refused(name: "Latin-1", bytes: Array("a\nb".utf8) + [0xE9, 0x20], error: .notUTF8(offset: 3, line: 2)),
    Refused(name: "a surrogate", bytes: Array("ab".utf8) + [0xED, 0xA0, 0x80], error: .notUTF8(offset: 2, line: 1)),
    Refused(name: "a cut scalar", bytes: Array("ab".utf8) + [0xE2, 0x80], error: .notUTF8(offset: 2, line: 1)),
    Refused(name: "an overlong slash", bytes: [0x41, 0xC0, 0xAF], error: .notUTF8(offset: 1, line: 1)),
    Refused(
      name: "over 8 MiB", bytes: [UInt8](repeating: 0x61, count: PaperLimits.file + 1),
      error: .fileTooLarge(bytes: PaperLimits.file + 1)),
    Refused(
      name: "a line over 1 MiB", bytes: [UInt8](repeating: 0x61, count: PaperLimits.line + 1),
      error: .lineTooLong(line: 1, bytes: PaperLimits.line + 1)),
    Refused(
      name: "a text over 64 KiB", bytes: Array("x\nRecommendation 1: ".utf8) + [UInt8](repeating: 0x61, count: 70_000),
      error: .fieldTooLong(line: 2, bytes: 70_000)),
    Refused(name: "prose", bytes: Array("The Board met in May.\n".utf8), error: .noItems(lines: 1)),
  ]

  @Test("Each is refused for what it is", arguments: refused)
  fileprivate func refusal(_ file: Refused) {
    #expect(throws: file.error) { try PaperReader().read(file.bytes) }
    #expect(!file.error.sentence.isEmpty)
  }

  @Test("More than 10,000 items are refused")
  func tooMany() {
    let paper = String(repeating: "Recommendation: The force should act.\n\n", count: 10_001)
    #expect(throws: PaperError.tooManyItems(line: 20_001)) { try read(paper) }
  }

  @Test("Control and direction characters are replaced, and the line is named")
  func controls() throws {
    let reading = try read("To: a\u{1B}[31mb\n\nRecommendation 1: The force should \u{202E}act.\n")
    #expect(reading.report.to == "a\u{FFFD}[31mb")
    #expect(reading.items[0].text == "The force should \u{FFFD}act.")
    #expect(reading.doubts.contains { $0.lines == [1, 3] })
  }

  @Test("Random pieces of papers never break the reader", arguments: 1...200)
  func pieces(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let pieces = [
      "Recommendation 1:", "Recommendation", "\n", "\n\n", "- ", "3.1. ", "1) ", "|", "|---|", "Response:", "Status:",
      "“", "\"", "'", "The force should ", "within six months ", "(", ")", ",", ", and that ", "published on ", "by ",
      "10 April 2019", "31/02/25", "Contact Officers\t", "A SMITH – B", "\u{A0}", "\u{301}", "👮‍♀️", "# ", "**", "To:",
      "and ", "the NPCC lead ", "works with ", ".", ":", "Cause of concern", "999999999999", "Date:", "report ‘",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 1...400, using: &numbers) { text += pieces.randomElement(using: &numbers) ?? "" }
    do {
      let reading = try read(text)
      #expect(!reading.items.isEmpty)
      #expect(Set(reading.items.map(\.short)).count == reading.items.count)
    } catch let error as PaperError {
      #expect(!error.sentence.isEmpty)
    }
  }
}
