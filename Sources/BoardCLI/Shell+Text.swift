internal import BoardModel
internal import Commands
internal import SystemCalls

extension Shell {
  /// The most that is read from standard input for one text; a field holds less, and says so itself.
  static var longestInput: Int { 1 << 20 }

  /// A text: the operand, `-` for standard input; without one the editor on a terminal, standard input in a pipe.
  ///
  /// - Parameters:
  ///   - current: What the editor starts with.
  ///   - subject: What the text is, for the editor's file name.
  func text(_ operand: String?, current: String? = nil, subject: String) throws(Failure) -> String {
    if let operand { return operand == "-" ? try standardInput() : operand }
    guard world.system.isTerminal(.standardInput) else { return try standardInput() }
    guard canAsk else { throw .usage(.missingText(verb: invocation.verb.name)) }
    return try edited(current ?? "", subject: subject)
  }

  /// All of standard input as text.
  func standardInput(limit: Int = Shell.longestInput) throws(Failure) -> String {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try world.system.readToEnd(.standardInput, limit: limit)
    } catch {
      if error.errno == .tooLarge { throw .badInput(.tooLarge("standard input", limit: limit)) }
      throw .system(error, doing: .readingInput)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .badInput(.notUTF8("standard input")) }
    return text
  }

  /// A text as the person leaves it in `$VISUAL` or `$EDITOR`.
  ///
  /// Its file stays until the verb is done, so that nobody's words are lost when the board refuses them.
  func edited(_ text: String, subject: String) throws(Failure) -> String {
    let directory = world.variable("XDG_RUNTIME_DIR") ?? world.variable("TMPDIR") ?? "/tmp"
    let suffix = world.system.randomBytes(count: 8).map { String($0 % 36, radix: 36) }.joined()
    let name = subject.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let path = World.path(directory, "board-\(String(name))-\(suffix).txt")
    try console.flush()
    do throws(SystemError) {
      let file = try OpenFile(path, [.writeOnly, .create, .exclusive, .noFollow], mode: 0o600, seam: world.system)
      try file.writeAll(Array((text.isEmpty || text.hasSuffix("\n") ? text : text + "\n").utf8))
    } catch {
      throw .system(error, doing: .editing)
    }
    draft = path
    do throws(Failure) {
      try runEditor(on: path)
    } catch {
      removeDraft()
      throw error
    }
    let result = try textFile(path)
    if result.trimmed.isEmpty { removeDraft() }
    return result
  }

  /// Removes what the editor left.
  func removeDraft() {
    guard let path = draft else { return }
    // It holds a draft only; that it could not be removed changes nothing of what was asked.
    try? world.system.unlink(path)
    draft = nil
  }

  private func runEditor(on path: String) throws(Failure) {
    let editor = world.variable("VISUAL") ?? world.variable("EDITOR") ?? "vi"
    // Through the shell, because the variable may hold arguments: `code --wait`.
    let call = ProgramCall("sh", ["-c", "\(editor) \"$@\"", editor, path])
    let result: ProgramResult
    do throws(SystemError) {
      result = try world.system.run(call)
    } catch {
      throw .program("sh", ended: .missing)
    }
    if result.end == .exited(127) { throw .program(editor, ended: .missing) }
    if !result.succeeded { throw .program(editor, ended: .failed) }
  }

  private func textFile(_ path: String) throws(Failure) -> String {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try world.system.readFile(path, limit: Shell.longestInput)
    } catch {
      throw .system(error, doing: .editing)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .badInput(.notUTF8(path)) }
    return text
  }
}
