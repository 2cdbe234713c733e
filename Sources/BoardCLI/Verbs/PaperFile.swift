internal import BoardModel
internal import Interchange
internal import SystemCalls

/// The bytes of a paper: a file, standard input, or what another program makes of a PDF or Word file.
enum PaperFile {
  static func read(_ file: String, _ shell: Shell) throws(Failure) -> PaperReading {
    let bytes = try text(of: file, shell)
    do throws(PaperError) {
      return try PaperReader(labels: shell.settings.paperLabels).read(bytes)
    } catch {
      throw .paper(error, file: file == "-" ? "standard input" : file)
    }
  }

  private static func text(of file: String, _ shell: Shell) throws(Failure) -> [UInt8] {
    let bytes = try bytes(of: file, shell)
    switch shell.invocation["format"] ?? format(of: bytes, file) {
    case "pdf":
      // -layout keeps columns of tables together.
      return try converted(bytes, ProgramCall("pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"]), shell)
    case "word":
      return try converted(bytes, ProgramCall("pandoc", ["--from=docx", "--to=plain", "--wrap=none"]), shell)
    default: return bytes
    }
  }

  private static func bytes(of file: String, _ shell: Shell) throws(Failure) -> [UInt8] {
    do throws(SystemError) {
      if file == "-" { return try shell.world.system.readToEnd(.standardInput, limit: PaperLimits.file) }
      return try shell.world.system.readFile(file, limit: PaperLimits.file)
    } catch {
      throw .system(error, doing: .readingFile(file))
    }
  }

  /// Told from the first bytes, because names lie; a ZIP archive is Word only if its name says so.
  private static func format(of bytes: [UInt8], _ file: String) -> String {
    if bytes.starts(with: "%PDF-".utf8) { return "pdf" }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), file.lowercased().hasSuffix(".docx") { return "word" }
    return "text"
  }

  /// What a converter makes of a file, within a minute, 20 seconds of processor time and 1 GiB of data.
  ///
  /// The bounds come from `timeout` and `prlimit`, which Debian always has: a file that was made to grow without end
  /// takes neither the machine nor the officer's afternoon.
  private static func converted(_ bytes: [UInt8], _ plain: ProgramCall, _ shell: Shell) throws(Failure) -> [UInt8] {
    let bounds = ["--kill-after=2", "60", "prlimit", "--cpu=20", "--data=\(1 << 30)", "--fsize=0", "--core=0"]
    var call = ProgramCall("timeout", bounds + [plain.name] + plain.arguments)
    call.input = .bytes(bytes)
    call.capturesOutput = true
    call.capturesErrors = true
    call.captureLimit = PaperLimits.file
    let result: ProgramResult
    do throws(SystemError) {
      result = try shell.world.system.run(call)
    } catch {
      throw .program(plain.name, ended: .missing)
    }
    // `timeout` and `prlimit` end so when there is no such program.
    if result.end == .exited(127) { throw .program(plain.name, ended: .missing) }
    guard result.succeeded, result.dropped == 0 else { throw .program(plain.name, ended: .failed) }
    return result.output
  }
}
