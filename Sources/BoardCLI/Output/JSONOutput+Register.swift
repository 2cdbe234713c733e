internal import BoardModel
internal import Interchange
internal import JSONText

extension JSONOutput {
  /// The register as one object: provenance, items as in `list --json`, their reports with section 55, meetings, actions.
  static func register(_ register: ItemRegister) -> [UInt8] {
    let board = register.board
    return object(kind: "register", asOf: register.provenance.asOf, today: register.today) { writer in
      writer.object("provenance", register.provenance) { provenance($1, to: &$0) }
      writer.object("board", board.settings) { settings($1, to: &$0) }
      writer.array("reports", of: register.reports) { report($1, on: board, to: &$0) }
      writer.array("section55", of: register.reports.filter { !$0.isClosed }) { writer, report in
        section55(board.section55(report, today: register.today), on: board, to: &writer)
      }
      writer.array("items", of: register.items) { item($1, on: board, today: register.today, to: &$0) }
      writer.array("meetings", of: board.meetings) { meeting($1, on: board, to: &$0) }
      writer.array("actions", of: board.actions) { action($1, today: register.today, to: &$0) }
    }
  }

  private static func provenance(_ provenance: Provenance, to writer: inout JSONWriter) {
    writer.member("board", provenance.board)
    writer.member("asOf", provenance.asOf)
    writer.member("today", provenance.today)
    writer.member("query", provenance.query)
    writer.object("counts", provenance) { writer, provenance in
      writer.member("items", provenance.items)
      writer.member("itemsOnBoard", provenance.itemsOnBoard)
      for (status, count) in zip(Status.allCases, provenance.statuses) { writer.member(status.rawValue, count) }
      writer.member("reports", provenance.reports)
      writer.member("changes", provenance.changes)
    }
    writer.member("public", provenance.disclosure == .forThePublic)
    writer.member("leftOut", provenance.leftOut)
    writer.member("digest", "sha256:\(provenance.digest)")
  }
}
