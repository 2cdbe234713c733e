internal import Foundation

/// A page of `docs/` whose commands are run, one shell for the whole page, and whose shown answers are compared.
///
/// - Blocks opened with ```` ```sh ```` are run; what they print is not compared.
/// - Blocks opened with ```` ```console ```` hold `$ command` lines (continued with a `\` at the end), each followed by what it prints,
///   standard output and standard error together. A command whose status is not 0 ends with a line `[exit 64]`.
///
/// What differs from run to run counts as equal: times of day, the last four digits of a change's name, days from 2026 on, hexadecimal
/// digests; the directory it runs in is shown as `~`. With `RECORD_GOLDEN=1` the page is written anew, and ``differences()`` still
/// reports what was different.
package struct ExecutedPage {
  private enum Part {
    case text(String)
    case script([String])
    case command([String], answer: [String])
  }

  private let file: URL
  private let parts: [Part]

  /// Reads `docs/NAME`.
  package init(_ name: String) throws {
    file = BoardBinary.root.appendingPathComponent("docs").appendingPathComponent(name)
    parts = ExecutedPage.parts(of: try String(contentsOf: file, encoding: .utf8))
  }

  /// How many commands the page shows with their answers, and blocks without.
  package var count: Int {
    parts.filter { if case .text = $0 { false } else { true } }.count
  }

  /// Runs the page in the runner's directory, where `board` is the binary, and compares.
  ///
  /// - Returns: A sentence for each command that answered otherwise than shown, or failed in a block that shows no answer.
  package func differences(
    in binary: BoardBinary, environment extra: [String: String] = [:]
  ) throws -> [String] {
    let answers = try run(in: binary, environment: extra)
    var (differences, page, index): ([String], [String], Int) = ([], [], 0)
    for part in parts {
      switch part {
      case .text(let line): page.append(line)
      case .script(let lines):
        if let status = answers[index].last, status.hasPrefix("[exit ") {
          differences.append("\(lines.joined(separator: "\n"))\n\(answers[index].joined(separator: "\n"))")
        }
        page += lines
        index += 1
      case .command(let lines, let answer):
        if answers[index].map(ExecutedPage.lasting) != answer.map(ExecutedPage.lasting) {
          differences.append(
            "\(lines.joined(separator: "\n"))\nshown:\n\(answer.joined(separator: "\n"))\nprinted:\n"
              + answers[index].joined(separator: "\n"))
          page += lines + answers[index]
        } else {
          page += lines + answer
        }
        index += 1
      }
    }
    if !differences.isEmpty, ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try page.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }
    return differences
  }

  /// What each runnable part printed, in lines, with `[exit N]` at the end where it failed.
  private func run(in binary: BoardBinary, environment extra: [String: String]) throws -> [[String]] {
    let bin = binary.directory.appendingPathComponent(".bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: bin.appendingPathComponent("board").path, withDestinationPath: BoardBinary.path)
    let mark = "~~\(UUID().uuidString)~~"
    var script = "exec 2>&1\ntrap '_failed=$?' ERR\n"
    for part in parts {
      let code: String
      switch part {
      case .text: continue
      case .script(let lines): code = lines.joined(separator: "\n")
      case .command(let lines, _): code = ExecutedPage.code(of: lines)
      }
      let status = if case .script = part { "$_failed" } else { "$?" }
      script += "_failed=0\n\(code)\n_s=\(status); if [ $_s != 0 ]; then echo \"[exit $_s]\"; fi\necho '\(mark)'\n"
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-uc", script]
    process.currentDirectoryURL = binary.directory
    process.standardInput = FileHandle.nullDevice
    process.environment = binary.environment.merging(
      ["PATH": "\(bin.path):\(binary.environment["PATH"] ?? "")", "BOARD_DIR": "", "COLUMNS": "80"]
    ) { $1 }.merging(extra) { $1 }
    let output = Foundation.Pipe()
    process.standardOutput = output
    try process.run()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let pieces = said.replacingOccurrences(of: binary.directory.path, with: "~").components(separatedBy: mark + "\n")
    guard pieces.count == count + 1 else { throw CutShort(page: file.lastPathComponent, said: said) }
    return pieces.dropLast().map { piece in
      var lines = piece.components(separatedBy: "\n")
      if lines.last == "" { lines.removeLast() }
      return lines
    }
  }

  /// The page's shell ended before its last command.
  package struct CutShort: Error {
    let page: String
    let said: String
  }

  private static func code(of lines: [String]) -> String {
    let text = lines.joined(separator: "\n")
    return text.hasPrefix("$ ") ? String(text.dropFirst(2)) : text
  }

  /// A line with all that differs from run to run made equal.
  private static func lasting(_ line: String) -> String {
    let rules = [
      (#"\b\d\d:\d\d(:\d\d)?\b"#, "HH:MM"), (#"\b(\d+)-[0-9a-f]{4}\b"#, "$1-XXXX"), (#"\b[0-9a-f]{8,64}\b"#, "DIGEST"),
      (#"\b\d{1,2} [A-Z][a-z]{2} 20(2[6-9]|[3-9]\d)\b"#, "DAY"), (#"\b20(2[6-9]|[3-9]\d)-\d\d-\d\d\b"#, "DAY"),
    ]
    return rules.reduce(line) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .regularExpression) }
      .replacingOccurrences(of: #" +$"#, with: "", options: .regularExpression)
  }

  private static func parts(of page: String) -> [Part] {
    var (parts, block): ([Part], (kind: String, lines: [String])?) = ([], nil)
    for line in page.components(separatedBy: "\n") {
      if let open = block {
        guard line == "```" else {
          block?.lines.append(line)
          continue
        }
        parts += open.kind == "sh" ? [.script(open.lines)] : commands(in: open.lines)
        parts.append(.text(line))
        block = nil
      } else {
        parts.append(.text(line))
        if line == "```sh" || line == "```console" { block = (String(line.dropFirst(3)), []) }
      }
    }
    return parts
  }

  private static func commands(in lines: [String]) -> [Part] {
    var (parts, command, answer): ([Part], [String], [String]) = ([], [], [])
    for line in lines {
      if line.hasPrefix("$ ") {
        if !command.isEmpty { parts.append(.command(command, answer: answer)) }
        (command, answer) = ([line], [])
      } else if answer.isEmpty, command.last?.hasSuffix("\\") == true {
        command.append(line)
      } else {
        answer.append(line)
      }
    }
    if !command.isEmpty { parts.append(.command(command, answer: answer)) }
    return parts
  }
}
