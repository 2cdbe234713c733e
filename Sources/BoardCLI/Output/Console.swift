internal import BoardModel
internal import InertText
internal import SystemCalls

/// Standard output and standard error of one run.
///
/// Every text that goes through ``line(_:)`` is made inert first; only this type adds escape sequences, and only on a
/// terminal. What was written is kept until ``flush()``, so that one place sees a failed write.
final class Console {
  private let world: World
  private let coloured: Bool
  private let isTerminal: Bool
  private let repertoire: Repertoire
  private var pending: [UInt8] = []
  private var pages = false
  /// How wide tables and texts may be: `$COLUMNS`, else the terminal's width; `nil` in a pipe, where lines are as long
  /// as they are.
  let columns: Int?
  private let rows: Int?

  init(world: World, color: GlobalFlags.Color) {
    self.world = world
    isTerminal = world.system.isTerminal(.standardOutput)
    let size = isTerminal ? world.system.terminalSize(.standardOutput) : nil
    let wanted = world.variable("COLUMNS").flatMap { Int($0) }.flatMap { (20...10_000).contains($0) ? $0 : nil }
    columns = wanted ?? (isTerminal ? max(20, size?.columns ?? 80) : nil)
    rows = size?.rows
    switch color {
    case .always: coloured = true
    case .never: coloured = false
    case .auto: coloured = isTerminal && world.variable("NO_COLOR") == nil && world.variable("TERM") != "dumb"
    }
    repertoire = isTerminal && !Console.isUTF8(world) ? .ascii : .unicode
  }

  /// Whether the locale's characters are UTF-8, by the variables that `setlocale` looks at.
  private static func isUTF8(_ world: World) -> Bool {
    let locale = world.variable("LC_ALL") ?? world.variable("LC_CTYPE") ?? world.variable("LANG") ?? ""
    let lower = locale.lowercased()
    return lower.hasSuffix("utf-8") || lower.hasSuffix("utf8")
  }

  /// Puts a line out, made inert and coloured.
  func line(_ spans: Span...) { line(spans) }

  /// Puts a line out, made inert and coloured.
  func line(_ spans: [Span]) {
    for span in spans { append(span) }
    pending.append(UInt8(ascii: "\n"))
  }

  /// Puts a piece of a line out, made inert and coloured.
  func put(_ span: Span) { append(span) }

  /// Puts a piece out in so many columns, cut or filled up, and a gap behind it.
  func put(_ span: Span, filledTo count: Int, gap: Int) {
    guard !coloured, isPrintableASCII(span.text), span.text.utf8.count <= count else {
      append(Span(fitted(span.text, to: count) + String(repeating: " ", count: gap), span.role))
      return
    }
    // Nearly every cell: as wide as it is long, and nothing to be made inert.
    pending += span.text.utf8
    pending.append(contentsOf: repeatElement(0x20, count: count + gap - span.text.utf8.count))
  }

  /// Puts a plain line out.
  func line(_ text: String = "") { line([Span(text)]) }

  /// Puts a text of several lines out, wrapped to the terminal, each line indented.
  func paragraph(_ text: String, indent: Int = 0, role: Span.Role = .plain) {
    let margin = String(repeating: " ", count: indent)
    for line in lines(text, indent: indent) { self.line(Span(margin), Span(line, role)) }
  }

  /// Puts out a line that goes on, indented so far, below where it does not fit.
  func hanging(_ lead: [Span], _ text: String, indent: Int, role: Span.Role = .plain) {
    guard let columns else { return line(lead + [Span(text, role)]) }
    let start = lead.reduce(0) { $0 + width($1.text) }
    if start + width(text) <= columns { return line(lead + [Span(text, role)]) }
    // Where little is left beside the lead, the text stands below it.
    let indent = columns - indent < 16 ? 4 : indent
    let lines = wrapped(marks(text), to: max(8, columns - indent), in: repertoire)
    if start > indent { line(Console.withoutEnd(lead)) }
    for (index, piece) in lines.enumerated() {
      let isBeside = index == 0 && start <= indent
      let margin = String(repeating: " ", count: isBeside ? indent - start : indent)
      line((isBeside ? lead : []) + [Span(margin), Span(piece, role)])
    }
  }

  /// The spans without spaces at their end.
  static func withoutEnd(_ spans: [Span]) -> [Span] {
    var spans = spans
    while let last = spans.popLast() {
      let end = last.text.lastIndex { $0 != " " }
      if let end { return spans + [Span(String(last.text[...end]), last.role)] }
    }
    return []
  }

  /// The lines of a text wrapped to the terminal, less an indent.
  func lines(_ text: String, indent: Int) -> [String] {
    wrapped(marks(text), to: max(20, min(columns ?? 100, 100) - indent), in: repertoire)
  }

  /// Puts bytes out as they are: JSON, generated scripts.
  func raw(_ bytes: [UInt8]) { pending += bytes }

  /// From now on what is put out may go through the pager.
  func page() { pages = true }

  /// How wide a text is once it is made inert.
  func width(_ text: String) -> Int { InertText.columns(of: marks(text), in: repertoire) }

  /// The text on one line in so many columns, cut or filled up.
  func fitted(_ text: String, to count: Int) -> String { padded(marks(text), to: count, in: repertoire) }

  /// The text on one line, cut to so many columns.
  func cut(_ text: String, to count: Int) -> String { truncated(marks(text), to: count, in: repertoire) }

  private func append(_ span: Span) {
    let text = visible(marks(span.text), in: repertoire)
    guard coloured, let code = Console.code(span.role) else {
      pending += text.utf8
      return
    }
    pending += "\u{1B}[\(code)m".utf8
    pending += text.utf8
    pending += "\u{1B}[0m".utf8
  }

  /// SGR parameters; bold and plain colours that stay readable on light and dark ground.
  private static func code(_ role: Span.Role) -> String? {
    switch role {
    case .plain: nil
    case .strong: "1"
    case .faint: "2"
    case .warning: "1;31"
    case .good: "32"
    }
  }

  /// Our own marks where the terminal shows only ASCII.
  private func marks(_ text: String) -> String {
    guard repertoire == .ascii, !isPrintableASCII(text) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "→": result += "->"
      case "…": result += "..."
      case "·", "–", "—": result += "-"
      case "“", "”": result += "\""
      case "░": result += "-"
      case "▒": result += "="
      case "█": result += "#"
      case "×": result += "x"
      case "←": result += "<-"
      case "’", "‘": result += "'"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension Console {
  /// Writes out what is pending, through the pager where that is wanted and needed.
  ///
  /// - Throws: ``Failure/output(_:)`` when standard output did not take all of it.
  func flush() throws(Failure) {
    let bytes = pending
    pending = []
    if bytes.isEmpty || (pages && shown(inPager: bytes)) { return }
    do throws(SystemError) {
      try world.system.writeAll(bytes, to: .standardOutput)
    } catch {
      throw .output(error)
    }
  }

  /// Writes out what is pending about a change that is on disk already.
  func flush(after change: Change) throws(Failure) {
    do throws(Failure) {
      try flush()
    } catch {
      if case .output(let reason) = error { throw .savedButUnsaid(change.id, reason) }
      throw error
    }
  }

  /// Writes a line on standard error at once, made inert.
  func note(_ text: String) {
    // Standard error is the last resort; when it is shut there is nobody left to tell.
    try? world.system.writeAll(Array(visible(text, lineBreaks: .kept).utf8) + [0x0A], to: .standardError)
  }

  /// Writes bytes on standard error at once: the JSON of an error, inert by its writer.
  func rawNote(_ bytes: [UInt8]) {
    try? world.system.writeAll(bytes, to: .standardError)
  }

  /// Forgets what is pending: a verb that failed says nothing on standard output.
  func discard() { pending = [] }

  /// Asks a question on standard error and reads one line; `nil` at the end of input.
  func ask(_ question: String) throws(Failure) -> String? {
    try flush()
    var answer: [UInt8] = []
    do throws(SystemError) {
      try world.system.writeAll(Array((visible(marks(question)) + " ").utf8), to: .standardError)
      while true {
        let byte = try world.system.read(.standardInput, count: 1)
        guard let byte = byte.first else { return answer.isEmpty ? nil : String(decoding: answer, as: UTF8.self) }
        if byte == UInt8(ascii: "\n") { return String(decoding: answer, as: UTF8.self) }
        answer.append(byte)
      }
    } catch {
      throw .system(error, doing: .readingInput)
    }
  }

  /// Shows the bytes in the pager; `false` when they fit, or there is no pager.
  private func shown(inPager bytes: [UInt8]) -> Bool {
    guard isTerminal, let rows, bytes.count(where: { $0 == UInt8(ascii: "\n") }) >= rows else { return false }
    let pager = world.system.environment("PAGER") ?? "less"
    if pager.isEmpty || pager == "cat" { return false }
    var environment: [String: String] = [:]
    // As git does: quit when it fits, show our colours, leave the text on the screen.
    if world.variable("LESS") == nil { environment["LESS"] = "FRX" }
    let call = ProgramCall("sh", ["-c", pager], environment: environment, input: .bytes(bytes))
    // 127 is the shell's word for a program that is not there; then the text goes out plainly.
    guard let result = try? world.system.run(call) else { return false }
    return result.end != .exited(127)
  }
}
