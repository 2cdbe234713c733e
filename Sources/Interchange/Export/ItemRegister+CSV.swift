internal import BoardModel

extension ItemRegister {
  /// The register as comma-separated values: a header, a row an item, its provenance in the last columns of each row.
  ///
  /// Columns are named as in JSON. An export for the public has no columns for what it leaves out.
  package var csv: String {
    let columns = self.columns
    var text = CSVText.row(columns.map(\.name))
    for item in items { text += CSVText.row(columns.map { $0.value(item) }) }
    return text
  }

  private typealias Column = (name: String, value: (Item) -> String)

  private var columns: [Column] {
    let all: [Column] =
      identity + dates + answers + [
        ("notes", { notes(of: $0).joined(separator: "\n") }),
        ("evidence", { evidence(of: $0).joined(separator: "\n") }),
      ] + origin
    return isWhole ? all : all.filter { $0.name != "owner" && $0.name != "evidence" }
  }

  private var identity: [Column] {
    [
      ("ref", { $0.reference.description }),
      ("report", { $0.reference.report }),
      ("reportTitle", { board.report($0.reference.report)?.title ?? "" }),
      ("publicationDate", { board.report($0.reference.report)?.publicationDate?.description ?? "" }),
      ("kind", { $0.kind.rawValue }),
      ("number", { $0.reference.number.description }),
      ("paragraph", { $0.paragraph ?? "" }),
      ("status", { $0.status.rawValue }),
      ("text", { $0.text }),
      ("addressees", { $0.addressees.joined(separator: "; ") }),
    ]
  }

  private var dates: [Column] {
    [
      ("period", { $0.period ?? "" }),
      ("due", { $0.due?.description ?? "" }),
      ("dueOriginal", { $0.dueOriginal?.description ?? "" }),
      ("dueSource", { $0.record[.dueSource] ?? "" }),
      ("overdueDays", { overdueDays(of: $0).map(String.init) ?? "" }),
      ("slips", { String($0.slips) }),
      ("owner", { $0.owner ?? "" }),
    ]
  }

  private var answers: [Column] {
    [
      ("acceptance", { $0.acceptance?.rawValue ?? "" }),
      ("registerStatus", { $0.record[.registerStatus] ?? "" }),
      ("position", { $0.position?.rawValue ?? "" }),
      ("chiefOfficerComments", { $0.chiefOfficerComments ?? "" }),
      ("bodyComments", { $0.bodyComments ?? "" }),
      ("bodyReply", { $0.bodyReply ?? "" }),
      ("closureGround", { $0.closure?.ground.rawValue ?? "" }),
      ("closureReason", { $0.closure?.reason ?? "" }),
      ("noEvidence", { $0.closure?.noEvidence ?? "" }),
      ("nationalOpen", { $0.closure?.nationalOpen == true ? "yes" : "" }),
      ("verified", { $0.verified?.description ?? "" }),
      ("reopened", { String($0.reopened) }),
      ("tags", { $0.tags.joined(separator: "; ") }),
    ]
  }

  private var origin: [Column] {
    [
      ("board", { _ in provenance.board }),
      ("asOf", { _ in provenance.asOf }),
      ("today", { _ in provenance.today.description }),
      ("query", { _ in provenance.query }),
      ("counts", { _ in provenance.counts }),
      ("digest", { _ in provenance.digest }),
    ]
  }

  /// How many days an item is overdue; `nil` when it is not.
  func overdueDays(of item: Item) -> Int? {
    if case .overdue(_, let days) = item.dueState(on: today) { return days }
    return nil
  }
}
