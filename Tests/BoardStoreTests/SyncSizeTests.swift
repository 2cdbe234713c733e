import BoardStore
import Foundation
import Testing

/// Remotes that unfold to more than a machine can hold.
@Suite struct SyncSizeTests {
  @Test(
    "A stream longer than any may be is refused before it is unfolded",
    .enabled(
      if: ProcessInfo.processInfo.environment["BOARD_SOAK"] != nil, "it takes a gigabyte; make soak runs it"))
  func oversized() throws {
    let fixture = try SyncFixture()
    try fixture.forge("truncate -s 1100M journal/0123456789abcdef.jsonl")
    do {
      try fixture.sync("a")
      Issue.record("followed")
    } catch let error as SyncError {
      #expect("\(error)".hasPrefix("notABoard") && "\(error)".contains("longer than any stream"), "\(error)")
    }
  }
}
