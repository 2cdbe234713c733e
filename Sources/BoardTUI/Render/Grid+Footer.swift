internal import Commands
internal import InertText
internal import ScreenGrid

extension Grid {
  /// Draws the keys that matter in a view; where they do not all fit, those in the middle give way to the last two.
  mutating func drawFooter(_ view: KeyView, row: Int) {
    var entries = KeyTable.footer(of: view)
    func width() -> Int { entries.reduce(1) { $0 + $1.keys.utf8.count + $1.word.utf8.count + 3 } - 2 }
    while width() > columns, entries.count > 1 { entries.remove(at: max(0, entries.count - 3)) }
    var column = 1
    for entry in entries {
      column += put(entry.keys, column: column, row: row, style: .key)
      column += put(" \(entry.word)", column: column, row: row, style: .footer) + 2
    }
  }

  /// Draws a line over the whole width that must not be missed.
  mutating func drawBanner(_ text: String, row: Int) {
    drawBannerLine(truncated("\(glyphs.warning) \(text)", to: columns - 2, in: glyphs.repertoire), row: row)
  }

  /// Draws one line of a banner that is wrapped already.
  mutating func drawBannerLine(_ words: String, row: Int) {
    fill(Area(column: 0, row: row, columns: columns, rows: 1), style: .banner.reversed)
    put(words, column: 1, row: row, style: .banner.reversed.bold)
  }

  /// Draws a sentence over the lines of a screen that is too small for anything else.
  mutating func drawTooSmall(minimum: Size) {
    let sentence = "Too small: \(columns)x\(rows). At least \(minimum.columns)x\(minimum.rows) is needed."
    for (row, line) in wrapped(sentence, to: columns, in: glyphs.repertoire).enumerated() {
      put(line, column: 0, row: row)
    }
  }
}
