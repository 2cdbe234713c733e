internal import BoardModel
internal import InertText
internal import ScreenGrid

/// The large clock and counts above the columns of a very large screen.
struct WallBand: Equatable {
  /// One number in large digits, with a word below it.
  struct Part: Equatable {
    let text: String
    let word: String
    let style: Style

    var columns: Int { max(BigDigits.columns(of: text), InertText.columns(of: word)) }
  }

  /// The rows of the digits, of the words, and an empty one above and below.
  static let rows = BigDigits.rows + 3
  /// The fewest rows of a screen that has a band.
  static let fewestRows = 36

  let parts: [Part]
  /// The empty columns between two parts.
  let gap: Int
}

extension WallState {
  /// The band for a screen so wide; `nil` if it does not fit.
  func band(columns width: Int) -> WallBand? {
    var parts = [
      WallBand.Part(text: now.clock.minutes, word: "", style: .title),
      WallBand.Part(text: "\(overdue)", word: "overdue", style: overdue > 0 ? .overdue : .dim),
    ]
    for status in Status.allCases {
      parts.append(WallBand.Part(text: "\(columns[status.column].count)", word: status.title, style: status.style))
    }
    let free = width - 2 - parts.reduce(0) { $0 + $1.columns }
    let gap = free / (parts.count - 1)
    return gap >= 3 ? WallBand(parts: parts, gap: gap) : nil
  }
}

extension Grid {
  /// Draws a band from a row on.
  mutating func draw(_ band: WallBand, row: Int) {
    var column = 1
    for part in band.parts {
      drawLarge(part.text, column: column, row: row + 1, style: part.style)
      put(part.word, column: column, row: row + 1 + BigDigits.rows, style: part.style)
      column += part.columns + band.gap
    }
  }

  private mutating func drawLarge(_ text: String, column: Int, row: Int, style: Style) {
    var start = column
    for character in text {
      for (line, dots) in BigDigits.dots(of: character).enumerated() {
        for (index, dot) in dots.enumerated() where dot == "#" {
          put(glyphs.block + glyphs.block, column: start + 2 * index, row: row + line, style: style)
        }
      }
      start += BigDigits.columns(of: character) + BigDigits.gap
    }
  }
}

/// Digits and a colon made of blocks, two cells wide each, so that they look square.
enum BigDigits {
  static let rows = 5
  /// The empty columns between two digits.
  static let gap = 2

  static func columns(of character: Character) -> Int { 2 * (dots(of: character).first?.count ?? 0) }

  static func columns(of text: String) -> Int {
    text.reduce(0) { $0 + columns(of: $1) + gap } - (text.isEmpty ? 0 : gap)
  }

  /// The rows of a digit; none for any other character than `0…9` and `:`.
  static func dots(of character: Character) -> [Substring] {
    if character == ":" { return [" ", "#", " ", "#", " "] }
    guard character.isASCII, let digit = character.wholeNumberValue else { return [] }
    return digits[digit]
  }

  private static let digits: [[Substring]] = [
    "### # # # # # # ###", " #  ##   #   #  ###", "###   # ### #   ###", "###   # ###   # ###", "# # # # ###   #   #",
    "### #   ###   # ###", "### #   ### # # ###", "###   #   #   #   #", "### # # ### # # ###", "### # # ###   # ###",
  ].map { text in (0..<rows).map { text.dropFirst($0 * 4).prefix(3) } }
}
