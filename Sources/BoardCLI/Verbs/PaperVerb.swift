internal import BoardModel
internal import Interchange
internal import JSONText

/// `board paper KEY`: the section 55 response as the body has to publish it.
enum PaperVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let name = try shell.invocation.operand(0, "KEY")
    try shell.invocation.expectAtMost(1)
    let file = try OutputFile.path(shell)
    let session = try shell.openForReading()
    // The same board as an export shows, so that the digests agree; private notes are no part of either.
    let board = Disclosure.whole.board(of: try session.changes(touching: nil), settings: session.board.settings)
    let report = try shell.report(name, on: board)
    let paper = Section55Paper(report, on: board, today: shell.today, asOf: session.asOf ?? shell.now)
    let format = shell.invocation["format"] ?? "text"
    let text = self.text(paper, format)
    if let file {
      let bytes = Array(text.utf8)
      try OutputFile.write(bytes, to: file, session, shell)
      let items = board.items(of: report.key).count
      OutputFile.report(
        file, kind: "section-55-paper", format: format, bytes: bytes.count, items: items, session, shell)
    } else if shell.json {
      json(paper, report, format, text, board, session, shell)
    } else {
      show(text, format, shell)
    }
    return .done
  }

  private static func text(_ paper: Section55Paper, _ format: String) -> String {
    switch format {
    case "markdown": paper.markdown
    case "html": paper.html
    default: paper.text
    }
  }

  /// Puts the paper out: wrapped for a terminal, as it is for a pipe.
  private static func show(_ text: String, _ format: String, _ shell: Shell) {
    guard shell.console.columns != nil, format == "text" else { return shell.console.raw(Array(text.utf8)) }
    shell.console.page()
    shell.console.paragraph(String(text.dropLast()))
  }

  private static func json(
    _ paper: Section55Paper, _ report: InspectionReport, _ format: String, _ text: String, _ board: Board,
    _ session: Session, _ shell: Shell
  ) {
    shell.answer("section-55-paper", session) { writer in
      writer.member("ready", paper.isReady)
      writer.key("report")
      JSONOutput.report(report, on: board, to: &writer)
      writer.key("section55")
      JSONOutput.section55(paper.section, on: board, to: &writer)
      writer.array("items", of: board.items(of: report.key)) {
        JSONOutput.item($1, on: board, today: shell.today, to: &$0)
      }
      writer.member("format", format)
      writer.member("paper", text)
    }
  }
}
