import Foundation
import Testing

/// The rules of the house that a compiler does not check, read off the sources.
@Suite struct ArrowTests {
  /// Which of our rooms each room may import.
  static let arrows: [String: Set<String>] = [
    "BoardModel": [], "InertText": [], "JSONText": [], "SystemCalls": [], "Commands": [],
    "ScreenGrid": ["InertText"],
    "BoardStore": ["BoardModel", "InertText", "JSONText", "SystemCalls"],
    "Interchange": ["BoardModel", "InertText", "JSONText", "SystemCalls"],
    "BoardTUI": ["BoardModel", "Commands", "InertText", "ScreenGrid"],
    "CursesTerminal": ["CNcurses", "InertText", "ScreenGrid"],
    "BoardCLI": [
      "BoardModel", "BoardStore", "Commands", "InertText", "Interchange", "JSONText", "SampleData", "SystemCalls",
    ],
    "board": [
      "BoardCLI", "BoardModel", "BoardStore", "BoardTUI", "Commands", "CursesTerminal", "InertText", "Interchange",
      "ScreenGrid", "SystemCalls",
    ],
    "board-bench": ["BoardModel", "BoardStore", "InertText", "SystemCalls"],
  ]

  /// Which modules of the toolchain a room may import; every other room imports none.
  static let toolchain: [String: Set<String>] = [
    "SystemCalls": ["Glibc"], "CursesTerminal": ["Glibc", "Synchronization"], "board": ["Glibc", "Synchronization"],
    "board-bench": ["Glibc"],
  ]

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func swiftFiles(below folder: String) throws -> [URL] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
    return names.filter { $0.hasSuffix(".swift") }.map {
      root.appendingPathComponent(folder).appendingPathComponent($0)
    }
  }

  static func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), index <= 2, words.count > index + 1,
        words[..<index].allSatisfy({ ["package", "internal", "public", "private", "@testable"].contains($0) })
      else { return nil }
      return words[index + 1].split(separator: ".").first.map(String.init)
    }
  }

  @Test("A room imports only what its arrows allow", arguments: arrows.keys.sorted())
  func arrowsHold(room: String) throws {
    let files = try Self.swiftFiles(below: "Sources/\(room)")
    #expect(!files.isEmpty, "no sources for \(room)")
    let allowed = (Self.arrows[room] ?? []).union(Self.toolchain[room] ?? [])
    for file in files {
      for module in try Self.imports(of: file) {
        #expect(allowed.contains(module), "\(room)/\(file.lastPathComponent) imports \(module)")
      }
    }
  }

  @Test("Every folder of Sources is a room with arrows")
  func everyFolderIsARoom() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent("Sources").path)
    #expect(Set(folders) == Set(Self.arrows.keys).union(["CNcurses"]))
  }

  @Test("No source or test file is over 400 lines, and none has a name that says nothing")
  func filesAreSmall() throws {
    for file in try Self.swiftFiles(below: "Sources") + Self.swiftFiles(below: "Tests") {
      let lines = try String(contentsOf: file, encoding: .utf8).utf8.count(where: { $0 == UInt8(ascii: "\n") })
      #expect(lines <= 400, "\(file.lastPathComponent) has \(lines) lines")
      let name = file.deletingPathExtension().lastPathComponent.lowercased()
      #expect(!["utils", "util", "helpers", "helper", "common", "misc", "manager"].contains(name))
    }
  }

  @Test("Nothing prints but the program itself")
  func nothingPrints() throws {
    for file in try Self.swiftFiles(below: "Sources") where !file.path.contains("/Sources/board") {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let code = line.drop(while: { $0 == " " })
        #expect(!code.hasPrefix("print(") && !code.hasPrefix("debugPrint("), "\(file.lastPathComponent): \(line)")
      }
    }
  }
}
