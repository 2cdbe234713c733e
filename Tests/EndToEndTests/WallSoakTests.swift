import Foundation
import TestSupport
import Testing

/// The wall for months, in minutes: the real program on a terminal, while its store is written to and replaced.
@Suite struct WallSoakTests {
  /// Whether the long form was asked for: a million changes, ten thousand replacements and resizes.
  static let isLong = ProcessInfo.processInfo.environment["BOARD_SOAK"] != nil
  static let cycles = isLong ? 10_000 : 80
  static let changes = isLong ? 100 : 20
  /// After so many cycles everything that the program keeps is there.
  static let warmUp = isLong ? 500 : 40

  /// What a process holds.
  struct Holdings: CustomStringConvertible {
    let kibibytes: Int
    let descriptors: Int
    var description: String { "\(kibibytes) KiB, \(descriptors) descriptors" }

    init(of process: pid_t) throws {
      let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("RssAnon:") })
      kibibytes = try #require(
        line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) })
      descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count
    }
  }

  /// A board whose last change is by one person, and lines of more changes, the last by another.
  private func prepare(_ binary: BoardBinary) throws -> (pristine: String, stream: String, lines: [Data]) {
    let pristine = binary.board + ".pristine"
    try FileManager.default.copyItem(atPath: binary.board, toPath: pristine)
    for number in 1...Self.changes {
      let actor = number == Self.changes ? "L. Moss" : "P. Quaye"
      try #require(
        try binary.run("note", "R\(number % 5 + 1)", "number \(number)", "--as", actor, "--quiet").status == 0)
    }
    let journal = "\(binary.board)/journal"
    let stream = try #require(try FileManager.default.contentsOfDirectory(atPath: journal).first)
    let all = try Data(contentsOf: URL(fileURLWithPath: "\(journal)/\(stream)"))
    let known = try Data(contentsOf: URL(fileURLWithPath: "\(pristine)/journal/\(stream)")).count
    let lines = all.dropFirst(known).split(separator: 10).map { Data($0) + [10] }
    try #require(lines.count == Self.changes)
    return (pristine, stream, lines)
  }

  private func replace(_ binary: BoardBinary, with pristine: String) throws {
    let (new, old) = (binary.board + ".new", binary.board + ".old")
    try FileManager.default.copyItem(atPath: pristine, toPath: new)
    try #require(rename(binary.board, old) == 0 && rename(new, binary.board) == 0)
    try FileManager.default.removeItem(atPath: old)
  }

  private func append(_ lines: [Data], to path: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    try file.seekToEnd()
    for part in stride(from: 0, to: lines.count, by: 5) {
      try file.write(contentsOf: lines[part..<min(lines.count, part + 5)].reduce(Data(), +))
    }
    try file.close()
  }

  @Test("Changes, replaced stores and resizes leave the wall's memory within 1 MiB, and its descriptors as they were")
  func holds() throws {
    let binary = try BoardBinary.withSamplePaper()
    defer { binary.clean() }
    let (pristine, stream, lines) = try prepare(binary)
    // Wide enough for the name of who changed it last, and each other than the one before.
    let sizes = [(120, 43), (200, 60), (100, 30), (160, 50)]
    let terminal = try binary.screen(["wall", "--kiosk"], columns: 160, rows: 50)
    try terminal.expect("by L. Moss", seconds: 30)
    let process = try #require(terminal.process)
    var first: Holdings?
    if Self.isLong { print("cycles  changes   replacements  resizes  memory, descriptors") }
    for cycle in 1...Self.cycles {
      try replace(binary, with: pristine)
      try terminal.expect("by K. Ali", seconds: 30)
      try append(lines, to: "\(binary.board)/journal/\(stream)")
      try terminal.expect("by L. Moss", seconds: 30)
      let size = sizes[cycle % sizes.count]
      terminal.resize(columns: size.0, rows: size.1)
      try terminal.expect("as of ", seconds: 30)
      terminal.forget()
      guard cycle >= Self.warmUp else { continue }
      var now = try Holdings(of: process)
      if let first {
        // A board that is just being read is held twice for a moment.
        for _ in 0..<40 where now.kibibytes > first.kibibytes + 1024 {
          usleep(50_000)
          now = try Holdings(of: process)
        }
        try #require(now.kibibytes <= first.kibibytes + 1024, "cycle \(cycle): \(now), at first \(first)")
        try #require(now.descriptors == first.descriptors, "cycle \(cycle): \(now), at first \(first)")
      } else {
        first = now
      }
      if Self.isLong, cycle % 1000 == 0 || cycle == Self.warmUp {
        print("\(cycle)\t\(cycle * Self.changes)\t  \(cycle)\t\t\(cycle)\t\(now)")
      }
    }
    terminal.signal(SIGTERM)
    #expect(terminal.waitForExit() != nil)
  }
}
