internal import BoardModel
internal import Commands
internal import SystemCalls

/// Where a paper or an export goes: standard output, or a file that is there as a whole or not at all.
enum OutputFile {
  /// The file that the command line names; `nil` for standard output.
  static func path(_ shell: Shell) throws(Failure) -> String? {
    let invocation = shell.invocation
    guard let path = invocation["output"], path != "-" else {
      if invocation.has("force") { throw .usage(.flagWithoutUse(flag: "force", verb: invocation.verb.name)) }
      return nil
    }
    if path.isEmpty { throw .usage(.missingValue(flag: "output", placeholder: "FILE")) }
    return path
  }

  /// Writes a new file; with `--force` it may replace a regular file, never a link, a directory, a FIFO or a device.
  static func write(_ bytes: [UInt8], to path: String, _ session: Session, _ shell: Shell) throws(Failure) {
    do throws(SystemError) {
      try write(
        bytes, to: path, replacing: shell.invocation.has("force"), beside: session.path, shell.world.system)
    } catch {
      // Of all that writing touches only the last step is about the directory: by then the file is there.
      if error.path == shell.world.system.directoryPart(of: path) {
        throw .system(error, doing: .confirmingFile(path))
      }
      throw .system(error, doing: .writingFile(path))
    }
  }

  /// Writes a file outside of the board at a path.
  static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool, beside board: String, _ system: any SystemSeam
  ) throws(SystemError) {
    if let found = try status(of: path, system) {
      if found.kind == .directory { throw SystemError(.open, path: path, .isDirectory) }
      guard found.kind == .regular else { throw SystemError(.open, path: path, .invalidArgument) }
      if !replacing { throw SystemError(.open, path: path, .exists) }
    }
    // A board's own files are no place for an export, whatever --force says.
    let directory = try? system.status(at: system.directoryPart(of: path))
    for own in [board, World.path(board, "journal")] {
      guard let directory, let status = try? system.status(at: own), status.isSameFile(as: directory) else {
        continue
      }
      throw SystemError(.open, path: path, .notPermitted)
    }
    try system.writeFile(bytes, to: path, replacing: replacing)
  }

  /// Puts an answer out: to the file that the command line names, with a word about it, else to standard output.
  static func put(
    _ bytes: [UInt8], kind: String, format: String, items: Int, _ session: Session, _ shell: Shell
  ) throws(Failure) {
    guard let file = try path(shell) else { return shell.console.raw(bytes) }
    try write(bytes, to: file, session, shell)
    report(file, kind: kind, format: format, bytes: bytes.count, items: items, session, shell)
  }

  /// What a path names; `nil` for nothing.
  private static func status(of path: String, _ system: any SystemSeam) throws(SystemError) -> FileStatus? {
    do throws(SystemError) {
      return try system.linkStatus(at: path)
    } catch {
      if error.errno == .noEntry { return nil }
      // Whatever stands in the way of looking stands in the way of making the file.
      throw SystemError(.open, path: path, error.errno)
    }
  }

  /// Says what was written; in JSON an object of the kind `file`, whatever the file holds.
  static func report(
    _ path: String, kind: String, format: String, bytes: Int, items: Int, _ session: Session, _ shell: Shell
  ) {
    if shell.json {
      shell.answer("file", session) { writer in
        writer.member("of", kind)
        writer.member("file", path)
        writer.member("format", format)
        writer.member("bytes", bytes)
        writer.member("items", items)
      }
    } else if !shell.invocation.globals.quiet {
      shell.console.line("Wrote \(path): \(format), \(items) \(items == 1 ? "item" : "items"), \(bytes) bytes")
    }
  }
}
