import BoardModel
import Interchange
import Testing

/// One way in which the same paper reaches the board differently typed.
private enum Variant: CaseIterable {
  case wrapped, bullets, dashes, quotes, spaces, tabs, lineEnds, capitals, softHyphens, indented

  func apply(_ line: String, _ numbers: inout SeededNumbers) -> String {
    switch self {
    case .wrapped: return wrap(line, &numbers)
    case .bullets:
      guard line.hasPrefix("- ") || line.hasPrefix("• ") else { return line }
      return ["-", "•", "*", "–", "▪"].randomElement(using: &numbers).map { $0 + line.dropFirst() } ?? line
    case .dashes: return line.replacing(" – ", with: Bool.random(using: &numbers) ? " — " : " - ")
    case .quotes:
      var isOpen = false
      return String(
        line.map { character -> Character in
          if character == "'" { return "’" }
          if character == "\"" {
            isOpen.toggle()
            return isOpen ? "“" : "”"
          }
          return character
        })
    case .spaces: return replaceSpaces(line, with: "\u{A0}", &numbers)
    case .tabs: return line.contains("://") || line.hasPrefix("Contact") ? line : line.replacing(": ", with: ":\t")
    case .lineEnds: return line + "\r"
    case .capitals: return capitals(line)
    case .softHyphens: return line.replacing("harassment", with: "harass\u{AD}ment")
    case .indented:
      return line.isEmpty ? line : String(repeating: " ", count: Int.random(in: 0...6, using: &numbers)) + line
    }
  }

  /// Breaks a line at some of its spaces, as a mail program does.
  private func wrap(_ line: String, _ numbers: inout SeededNumbers) -> String {
    guard line.count > 60, !line.contains("\t") else { return line }
    var result = ""
    var width = 0
    for word in line.split(separator: " ") {
      let isMark = ["–", "-", "•"].contains(word)
      if width > 30, !isMark, Int.random(in: 0..<4, using: &numbers) == 0 {
        result += "\n"
        width = 0
      } else if !result.isEmpty {
        result += " "
      }
      result += word
      width += word.count + 1
    }
    return result
  }

  private func replaceSpaces(_ line: String, with space: Character, _ numbers: inout SeededNumbers) -> String {
    String(line.map { $0 == " " && Int.random(in: 0..<5, using: &numbers) == 0 ? space : $0 })
  }

  private func capitals(_ line: String) -> String {
    var result = line
    for label in [
      "Recommendation ", "Area for Improvement ", "Force Response:", "Response:", "Update:", "PCC comment:",
    ] {
      if let range = result.firstRange(of: label), result.distance(from: result.startIndex, to: range.lowerBound) < 8 {
        result.replaceSubrange(range, with: label.uppercased())
      }
    }
    return result
  }
}

@Suite("A paper reads the same however it was typed")
struct VariantTests {
  @Test(
    "Wrapping, bullets, dashes, quotation marks, spaces, tabs, line ends and capitals change nothing",
    arguments: 1...40)
  func typed(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    for name in [SamplePapers.stalking, SamplePapers.custody] {
      let variants = Variant.allCases.filter { _ in Bool.random(using: &numbers) }
      var lines = try SamplePapers.text(name).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for variant in variants where variant != .lineEnds {
        lines = lines.map { variant.apply($0, &numbers) }
      }
      let end = variants.contains(.lineEnds) ? "\r\n" : "\n"
      let text =
        (Bool.random(using: &numbers) ? "\u{FEFF}" : "") + lines.joined(separator: "\n").replacing("\n", with: end)
      let expected = plain(ReadingPicture.of(try SamplePapers.reading(name), withLines: false))
      #expect(plain(ReadingPicture.of(try read(text), withLines: false)) == expected, "\(name) \(variants)")
    }
  }

  /// A reading without the differences that the variants make in its words.
  private func plain(_ picture: String) -> String {
    picture.replacing("’", with: "'").replacing("“", with: "\"").replacing("”", with: "\"").replacing("—", with: "–")
      .replacing(" - ", with: " – ").replacing("FORCE RESPONSE:", with: "Force Response:")
      .replacing("UPDATE:", with: "Update:").replacing("RESPONSE:", with: "Response:")
  }
}
