internal import BoardModel
internal import BoardStore

extension CheckVerb {
  /// How many erasures the board's history tells of.
  static func redactions(on session: Session) -> Int { session.board.history.count { $0.kind == .redact } }

  /// What a finding means for the board.
  static func lost(_ kind: StoreHealth.Kind) -> String {
    switch kind {
    case .damaged, .malformed, .tooLong: "the change in this line is not shown; all others are"
    case .gap(let from, let through):
      from == through ? "one change is not shown" : "\(through - from + 1) changes are not shown"
    case .duplicate: "nothing is lost: the change counts once"
    case .clash: "the second of the two changes is not shown"
    case .foreign, .clockWentBack, .clockJumped: "this change is not shown"
    case .foreignFile: "nothing is lost: the file is not read"
    case .sealed, .torn: "nothing that was reported as saved"
    }
  }

  /// What a person can do about a finding.
  static func advice(_ kind: StoreHealth.Kind) -> String {
    switch kind {
    case .damaged, .malformed, .tooLong, .gap, .clash:
      "if a backup or another copy of the board holds this file whole, put that file here, then run board check; "
        + "else go on: new changes go to a file of their own"
    case .duplicate, .foreign, .clockWentBack, .clockJumped:
      "nothing need be done; files of a journal are not to be joined or edited by hand: copies exchange changes with "
        + "board sync"
    case .foreignFile: "move the file out of the journal directory"
    case .sealed, .torn: "nothing need be done"
    }
  }
}
