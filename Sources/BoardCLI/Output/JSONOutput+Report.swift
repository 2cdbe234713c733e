internal import BoardModel
internal import JSONText

extension JSONOutput {
  /// Writes a report, `key` first.
  static func report(_ report: InspectionReport, on board: Board, to writer: inout JSONWriter) {
    let items = board.items(of: report.key)
    writer.beginObject()
    writer.member("key", report.key)
    for field in FieldRule.ofReports where field != .contactOfficers {
      writer.member(field.rawValue, report.record[field])
    }
    writer.member("contactOfficers", report.record.list(.contactOfficers))
    writer.member("closed", report.isClosed)
    writer.member("closedOn", report.closedOn)
    writer.member("items", items.count)
    writer.object("statuses", items) { writer, items in
      for status in Status.allCases { writer.member(status.rawValue, items.count { $0.status == status }) }
    }
    writer.endObject()
  }

  /// Writes section 55 for one report: its clock and its gaps.
  static func section55(_ section: Section55, on board: Board, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("key", section.report)
    writer.member("title", board.report(section.report)?.title)
    writer.member("publicationDate", board.report(section.report)?.publicationDate)
    writer.member("lastDay", section.clock?.lastDay)
    writer.member("day", section.clock?.day)
    writer.member("length", section.clock?.length)
    writer.member("daysLeft", section.clock?.daysLeft)
    gaps("statutoryGaps", section.statutoryGaps, to: &writer)
    gaps("advisoryGaps", section.advisoryGaps, to: &writer)
    writer.endObject()
  }

  private static func gaps(_ name: String, _ gaps: [Section55Gap], to writer: inout JSONWriter) {
    writer.array(name, of: gaps) { writer, gap in
      writer.beginObject()
      writer.member("ref", gap.entity.name)
      writer.member("missing", gap.missing.rawValue)
      writer.member("subsection", gap.subsection)
      writer.member("words", gap.words)
      writer.endObject()
    }
  }
}
