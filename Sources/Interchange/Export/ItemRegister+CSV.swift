internal import BoardModel

extension ItemRegister {
  /// The register as comma-separated values: a header, a row an item, its provenance in the last columns of each row;
  /// without items one row that holds the provenance only.
  ///
  /// Columns are named as in JSON. An export for the public has no columns for what it leaves out.
  package var csv: String {
    let columns = self.columns
    var text = CSVText.row(columns.map(\.name))
    for item in items { text += CSVText.row(columns.map { $0.value(item) }) }
    // Nothing to list is an answer too, and says of what: a row without a reference, which no item's row is.
    if items.isEmpty { text += CSVText.row(columns.map { $0.origin ?? "" }) }
    return text
  }

  /// A column of every row, or of the board as a whole.
  private struct Column {
    let name: String
    let value: (Item) -> String
    /// What stands there whatever the item; `nil` for what is the item's own.
    let origin: String?

    init(_ name: String, _ value: @escaping (Item) -> String) {
      (self.name, self.value, origin) = (name, value, nil)
    }

    init(_ name: String, of origin: String) {
      (self.name, value, self.origin) = (name, { _ in origin }, origin)
    }
  }

  private var columns: [Column] {
    let all: [Column] =
      identity + dates + answers + [
        Column("notes", { notes(of: $0).joined(separator: "\n") }),
        Column("evidence", { evidence(of: $0).joined(separator: "\n") }),
      ] + origin
    return isWhole ? all : all.filter { $0.name != "owner" && $0.name != "evidence" }
  }

  private var identity: [Column] {
    [
      Column("ref", { $0.reference.description }),
      Column("report", { $0.reference.report }),
      Column("reportTitle", { board.report($0.reference.report)?.title ?? "" }),
      Column("publicationDate", { board.report($0.reference.report)?.publicationDate?.description ?? "" }),
      Column("kind", { $0.kind.rawValue }),
      Column("number", { $0.reference.number.description }),
      Column("paragraph", { $0.paragraph ?? "" }),
      Column("status", { $0.status.rawValue }),
      Column("text", { $0.text }),
      Column("addressees", { $0.addressees.joined(separator: "; ") }),
    ]
  }

  private var dates: [Column] {
    [
      Column("period", { $0.period ?? "" }),
      Column("due", { $0.due?.description ?? "" }),
      Column("dueOriginal", { $0.dueOriginal?.description ?? "" }),
      Column("dueSource", { $0.record[.dueSource] ?? "" }),
      Column("overdueDays", { overdueDays(of: $0).map(String.init) ?? "" }),
      Column("slips", { String($0.slips) }),
      Column("owner", { $0.owner ?? "" }),
    ]
  }

  private var answers: [Column] {
    [
      Column("acceptance", { $0.acceptance?.rawValue ?? "" }),
      Column("registerStatus", { $0.record[.registerStatus] ?? "" }),
      Column("position", { $0.position?.rawValue ?? "" }),
      Column("chiefOfficerComments", { $0.chiefOfficerComments ?? "" }),
      Column("bodyComments", { $0.bodyComments ?? "" }),
      Column("bodyReply", { $0.bodyReply ?? "" }),
      Column("closureGround", { $0.closure?.ground.rawValue ?? "" }),
      Column("closureReason", { $0.closure?.reason ?? "" }),
      Column("noEvidence", { $0.closure?.noEvidence ?? "" }),
      Column("nationalOpen", { $0.closure?.nationalOpen == true ? "yes" : "" }),
      Column("verified", { $0.verified?.description ?? "" }),
      Column("reopened", { String($0.reopened) }),
      Column("tags", { $0.tags.joined(separator: "; ") }),
    ]
  }

  private var origin: [Column] {
    [
      Column("board", of: provenance.board),
      Column("asOf", of: provenance.asOf),
      Column("today", of: provenance.today.description),
      Column("query", of: provenance.query),
      Column("counts", of: provenance.counts),
      Column("digest", of: provenance.digest),
    ]
  }

  /// How many days an item is overdue; `nil` when it is not.
  func overdueDays(of item: Item) -> Int? {
    if case .overdue(_, let days) = item.dueState(on: today) { return days }
    return nil
  }
}
