import Foundation
import TestSupport
import Testing

/// The pages for officers and for who keeps a board say what really happens.
@Suite struct OfficerPagesTests {
  @Test(
    "Every command of the page answers as shown",
    arguments: ["officer.md", "keeping-a-board.md"])
  func page(name: String) throws {
    let binary = try BoardBinary()
    defer { binary.clean() }
    try FileManager.default.copyItem(
      at: PaperTests.sample, to: binary.directory.appendingPathComponent("paper.txt"))
    let page = try ExecutedPage(name)
    #expect(page.count > 10)
    let differences = try page.differences(in: binary)
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n\n"))")
  }
}
