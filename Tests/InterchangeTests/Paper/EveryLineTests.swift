import Interchange
import Testing

@Suite("No line of a paper is dropped silently")
struct EveryLineTests {
  @Test("Every line that is not blank is in an item, a report's field or skipped", arguments: SamplePapers.withItems)
  func samples(name: String) throws {
    try expectAllLines(of: try SamplePapers.text(name))
  }

  @Test("The same holds when lines are shuffled, cut, doubled and mixed between papers", arguments: 1...60)
  func mixed(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    var lines = try SamplePapers.withItems.flatMap {
      try SamplePapers.text($0).split(separator: "\n", omittingEmptySubsequences: false)
    }
    for _ in 0..<lines.count / 3 {
      let index = Int.random(in: lines.indices, using: &numbers)
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: lines.swapAt(index, Int.random(in: lines.indices, using: &numbers))
      case 1: lines[index] = lines[index].prefix(Int.random(in: 0...40, using: &numbers))
      case 2: lines.insert(lines[index], at: Int.random(in: lines.indices, using: &numbers))
      case 3: lines.insert("", at: index)
      default: lines.remove(at: index)
      }
    }
    try expectAllLines(of: lines.joined(separator: "\n"))
  }

  private func expectAllLines(of text: String) throws {
    let reading: PaperReading
    do {
      reading = try read(text)
    } catch PaperError.noItems {
      return
    }
    var seen = Set(reading.reportLines)
    for item in reading.items { seen.formUnion(item.lines) }
    for skipped in reading.skipped { seen.formUnion(skipped.lines) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let missing = lines.indices.filter { !lines[$0].allSatisfy { $0 == " " || $0 == "\t" } && !seen.contains($0 + 1) }
    #expect(missing.isEmpty, "line \((missing.first ?? 0) + 1): \(missing.first.map { String(lines[$0]) } ?? "")")
  }
}
