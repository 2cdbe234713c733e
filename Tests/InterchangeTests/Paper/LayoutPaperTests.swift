import Foundation
import Interchange
import TestSupport
import Testing

/// `RECORD_GOLDEN=1` writes the expected readings, and the tests still fail.
@Suite("Papers of many layouts are read as the readings beside them say")
struct LayoutPaperTests {
  static let directory = BoardBinary.root.appendingPathComponent("sample-data/layouts")

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    return all.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted()
  }()

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: Self.directory.appendingPathComponent(name)), as: UTF8.self)
  }

  @Test("There are twenty layouts at least")
  func enough() {
    #expect(Self.names.count >= 20)
  }

  @Test("A layout's reading is the one that stands beside it", arguments: names)
  func golden(name: String) throws {
    let picture = ReadingPicture.of(try read(try text(name)))
    let url = Self.directory.appendingPathComponent("expected/\(name).reading")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(picture.utf8).write(to: url)
      Issue.record("recorded \(url.lastPathComponent); run again without RECORD_GOLDEN")
    }
    #expect(picture == (try String(decoding: Data(contentsOf: url), as: UTF8.self)))
  }

  @Test("Every written line of a layout is in an item, a report's field or skipped", arguments: names)
  func everyLine(name: String) throws {
    let text = try text(name)
    let reading = try read(text)
    var seen = Set(reading.reportLines)
    for item in reading.items { seen.formUnion(item.lines) }
    for skipped in reading.skipped { seen.formUnion(skipped.lines) }
    let plain = text.replacing("\u{C}", with: "")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
    let missing = lines.indices.filter { !lines[$0].allSatisfy(\.isWhitespace) && !seen.contains($0 + 1) }
    #expect(missing.isEmpty, "line \((missing.first ?? 0) + 1): \(missing.first.map { String(lines[$0]) } ?? "")")
  }

  @Test("A mark of byte order, other line ends and spaces that do not break change nothing", arguments: names)
  func typed(name: String) throws {
    let text = try text(name)
    let typed = "\u{FEFF}" + text.replacing("the ", with: "the\u{A0}").replacing("\n", with: "\r\n")
    #expect(ReadingPicture.of(try read(typed)) == ReadingPicture.of(try read(text)))
  }
}
