internal import ScreenGrid

extension Grid {
  /// Underlines where the words of a filter were found, in what is drawn inside an area.
  ///
  /// - Parameter words: In lower case.
  /// - Complexity: Linear in the cells of the area, for each word.
  mutating func markMatches(_ words: [String], in area: Area) {
    let words = words.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
    guard !words.isEmpty else { return }
    let columns = max(0, area.column)..<min(self.columns, area.endColumn)
    for row in max(0, area.row)..<max(0, min(rows, area.endRow)) where !columns.isEmpty {
      let scalars = columns.map { column in
        let scalar = self[column, row].scalar
        return scalar.isASCII ? scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar : scalar
      }
      for word in words where word.count <= scalars.count {
        for start in 0...(scalars.count - word.count) where scalars[start] == word[0] {
          guard scalars[start..<start + word.count].elementsEqual(word) else { continue }
          markMatch(from: columns.lowerBound + start, count: word.count, row: row)
        }
      }
    }
  }

  private mutating func markMatch(from start: Int, count: Int, row: Int) {
    for column in start..<start + count {
      let cell = self[column, row]
      guard cell.shape == .narrow else { continue }
      let style: Style = cell.style.role == .selection ? cell.style.underlined : Style.match.underlined
      put(cell.text, column: column, row: row, style: style)
    }
  }
}
