internal import SystemCalls

/// Why a text could not be edited; nothing of the board was changed.
enum EditingFault: Error {
  case file(SystemError)
  case noEditor(String)
  case editorFailed(String)
  case notText

  /// What is said on the screen.
  var sentence: String {
    switch self {
    case .file(let error): "the text could not be edited: \(error.path): \(error.errno)"
    case .noEditor(let name): "no editor “\(name)”; set $VISUAL or $EDITOR to one that is installed"
    case .editorFailed(let name): "nothing was changed: the editor failed (\(name))"
    case .notText: "nothing was changed: what the editor left is no UTF-8 text"
    }
  }
}

/// Gives a text to the person's editor, in a draft file that only they can read.
struct TextEditing {
  let system: any SystemSeam

  /// The most that is read back; a field holds less, and says so itself.
  private static let longest = 1 << 20

  /// The text as the person leaves it; the terminal must be theirs meanwhile.
  func edit(_ text: String, subject: String) throws(EditingFault) -> String {
    let directory = system.environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let suffix = system.randomBytes(count: 8).map { String($0 % 36, radix: 36) }.joined()
    let name = subject.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let path = "\(directory)/board-\(String(name))-\(suffix).txt"
    do throws(SystemError) {
      let file = try OpenFile(path, [.writeOnly, .create, .exclusive, .noFollow], mode: 0o600, seam: system)
      try file.writeAll(Array((text.isEmpty || text.hasSuffix("\n") ? text : text + "\n").utf8))
    } catch {
      throw .file(error)
    }
    // The file holds a draft only; that it could not be removed changes nothing of what was asked.
    defer { try? system.unlink(path) }
    try runEditor(on: path)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try system.readFile(path, limit: TextEditing.longest)
    } catch {
      throw .file(error)
    }
    guard let edited = String(validating: bytes, as: UTF8.self) else { throw .notText }
    return edited
  }

  private func runEditor(on path: String) throws(EditingFault) {
    let set = [system.environment("VISUAL"), system.environment("EDITOR")].compactMap { $0 }.first { !$0.isEmpty }
    let editor = set ?? "vi"
    // Through the shell, because the variable may hold arguments: `code --wait`.
    let call = ProgramCall("sh", ["-c", "\(editor) \"$@\"", editor, path])
    let result: ProgramResult
    do throws(SystemError) {
      result = try system.run(call)
    } catch {
      throw .noEditor("sh")
    }
    if result.end == .exited(127) { throw .noEditor(editor) }
    if !result.succeeded { throw .editorFailed(editor) }
  }
}
