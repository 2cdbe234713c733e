internal import BoardModel

/// `board settle REF FIELD`: a contested field acknowledged as it stands.
enum SettleVerb {
  static func run(_ shell: Shell) throws(Failure) -> ExitStatus {
    let name = try shell.invocation.operand(0, "REF")
    let word = try shell.invocation.operand(1, "FIELD")
    try shell.invocation.expectAtMost(2)
    let session = try Session.writing(shell)
    let target = try shell.target(name, on: session.board)
    guard let field = Field.allCases.first(where: { $0.rawValue.lowercased() == word.lowercased() }) else {
      let contested = session.board.record(target.entity)?.contestedFields.map(\.field.rawValue) ?? []
      throw .usage(
        .unknownField(
          word, nearest: Spelling.nearest(to: word, among: Field.allCases.map(\.rawValue)), allowed: contested))
    }
    return try shell.write(.command(.settle(target.entity, field)), in: session, named: [target.entity])
  }
}
