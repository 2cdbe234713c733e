import Foundation
import Interchange
import TestSupport

/// The papers in `sample-data/`, by what they show.
enum SamplePapers {
  static let stalking = "stalking-2019-cut-sentence-restarting-numbers.txt"
  static let crimeData = "crime-data-2018-headings-stated-statuses.md"
  static let custody = "custody-2019-causes-updates-comments.txt"
  static let noItems = "no-items-decisions-of-a-committee.txt"
  static let withItems = [stalking, crimeData, custody]

  static let directory = BoardBinary.root.appendingPathComponent("sample-data")

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: directory.appendingPathComponent(name)))
  }

  static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  static func reading(_ name: String) throws -> PaperReading {
    try PaperReader().read(bytes(name))
  }
}

/// Reads a paper given as text in a test.
func read(_ text: String) throws -> PaperReading {
  try PaperReader().read(Array(text.utf8))
}

/// Random numbers that a seed repeats (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
