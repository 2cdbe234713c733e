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

  private static func converted(_ bytes: [UInt8], _ call: ProgramCall, _ shell: Shell) throws(Failure) -> [UInt8] {
    var call = call
    call.input = .bytes(bytes)
    call.capturesOutput = true
    call.capturesErrors = true
    call.captureLimit = PaperLimits.file
    let result: ProgramResult
    do throws(SystemError) {
      result = try shell.world.system.run(call)
    } catch {
      throw .program(call.name, ended: .missing)
    }
    guard result.succeeded, result.dropped == 0 else { throw .program(call.name, ended: .failed) }
    return result.output
  }
}
