internal import BoardModel
internal import Interchange
internal import JSONText

extension JSONOutput {
  /// Writes what importing a paper would do: `report items skipped doubts`.
  static func plan(_ plan: ImportPlan, to writer: inout JSONWriter) {
    writer.object("report", plan.reading.report) { writer, report in
      writer.member("key", plan.key)
      writer.member("isNew", plan.isNewReport)
      for field in FieldRule.ofReports where field != .contactOfficers {
        writer.member(field.rawValue, plan.reportFields[field])
      }
      writer.member("contactOfficers", report.contactOfficers)
    }
    let new = Set(plan.newItems.map(\.reference))
    writer.array("items", of: plan.reading.items) { writer, item in
      let reference = ItemReference(report: plan.key, kind: item.kind, number: item.number)
      self.item(item, reference, isNew: new.contains(reference), to: &writer)
    }
    writer.array("skipped", of: plan.reading.skipped) { writer, skipped in
      writer.beginObject()
      lines(skipped.lines, to: &writer)
      writer.member("text", skipped.text)
      writer.member("why", skipped.why.rawValue)
      writer.endObject()
    }
    doubts(plan.doubts, to: &writer)
  }

  private static func item(
    _ item: ReadItem, _ reference: ItemReference, isNew: Bool, to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("ref", reference.description)
    writer.member("report", reference.report)
    writer.member("kind", item.kind.rawValue)
    number(item.number, to: &writer)
    writer.member("paragraph", item.paragraph)
    writer.member("isNew", isNew)
    writer.member("proposedStatus", item.proposedStatus.rawValue)
    writer.member("reason", item.statusReason)
    writer.member("nationalOpen", item.nationalOpen)
    writer.member("text", item.text)
    writer.member("addressees", item.addressees)
    writer.member("period", item.periodWords)
    writer.member("due", item.due)
    writer.member("owner", item.owner)
    writer.member("chiefOfficerComments", item.response)
    writer.member("bodyComments", item.bodyComments)
    writer.member("bodyReply", item.bodyReply)
    writer.member("position", item.position?.rawValue)
    writer.member("acceptance", item.acceptance?.rawValue)
    lines(item.lines, to: &writer)
    doubts(item.doubts, to: &writer)
    writer.endObject()
  }

  private static func doubts(_ doubts: [Doubt], to writer: inout JSONWriter) {
    writer.array("doubts", of: doubts) { writer, doubt in
      writer.beginObject()
      writer.member("field", doubt.field?.rawValue)
      lines(doubt.lines, to: &writer)
      writer.member("sentence", doubt.sentence)
      writer.endObject()
    }
  }

  private static func lines(_ lines: [Int], to writer: inout JSONWriter) {
    writer.array("lines", of: lines) { $0.integer($1) }
  }
}
