internal import BoardModel
internal import Commands
internal import Interchange

/// `board export [QUERY…]`: the register in the form that a program or a reader wants.
enum ExportVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let file = try OutputFile.path(shell)
    let format = try self.format(shell, toFile: file != nil)
    let disclosure: Disclosure = shell.invocation.has("public") ? .forThePublic : .whole
    let words = shell.invocation.operands.joined(separator: " ")
    let query = try self.query(words, disclosure)
    let session = try shell.openForReading()
    let changes = try session.changes(touching: nil)
    let board = disclosure.board(of: changes, settings: session.board.settings)
    let register = ItemRegister(
      board, disclosure: disclosure, query: query, words: words, today: shell.today, asOf: session.asOf ?? shell.now)
    let bytes = self.bytes(register, format)
    if let file {
      try OutputFile.write(bytes, to: file, session, shell)
      OutputFile.report(
        file, kind: "register", format: format, bytes: bytes.count, items: register.items.count, session, shell)
    } else {
      shell.console.raw(bytes)
    }
    if !register.items.isEmpty || board.items.isEmpty { return .done }
    if !shell.json { shell.console.note("board: nothing matches “\(words)”") }
    return .no
  }

  private static func format(_ shell: Shell, toFile: Bool) throws(Failure) -> String {
    let format = shell.invocation["format"]
    // What goes to standard output under --json is JSON; a file may be of any form, and the word about it is JSON.
    if shell.json, !toFile, let format, format != "json" { throw .usage(.conflict("json", "format=\(format)")) }
    return format ?? (shell.json && !toFile ? "json" : "csv")
  }

  private static func query(_ words: String, _ disclosure: Disclosure) throws(Failure) -> Query {
    if disclosure == .forThePublic, let term = words.split(separator: " ").first(where: asksForOwner) {
      throw .usage(
        .badName(what: "QUERY", value: String(term), expected: "no terms about owners: --public leaves them out"))
    }
    do throws(BoardError) { return try Query(parsing: words) } catch { throw .board(error) }
  }

  private static func asksForOwner(_ term: Substring) -> Bool {
    let bare = term.drop { $0 == "-" }.lowercased()
    return bare.hasPrefix("owner:") || bare == "no-owner"
  }

  private static func bytes(_ register: ItemRegister, _ format: String) -> [UInt8] {
    switch format {
    case "json": JSONOutput.register(register)
    case "markdown": Array(register.markdown.utf8)
    case "html": Array(register.html.utf8)
    default: Array(register.csv.utf8)
    }
  }
}
