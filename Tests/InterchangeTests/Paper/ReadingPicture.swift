import BoardModel
import Interchange

/// A reading as plain text, for golden files.
enum ReadingPicture {
  static func of(_ reading: PaperReading, withLines: Bool = true) -> String {
    var out: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value { out.append("\(name): \(value.replacing("\n", with: "\n    "))") }
    }
    let report = reading.report
    add("title", report.title)
    add("publisher", report.publisher)
    add("published", report.publicationDate?.description ?? report.publicationMonth?.inWords)
    add("originally published", report.originalPublicationDate?.description)
    add("paper date", report.paperDate?.description)
    add("to", report.to)
    add("from", report.from)
    add("force", report.force)
    for officer in report.contactOfficers { add("contact", officer) }
    add("reference document", report.referenceDocument)
    for item in reading.items {
      out.append("")
      out.append("\(item.short) \(item.kind.rawValue)")
      add("  paragraph", item.paragraph)
      add("  text", item.text)
      add("  \(item.responseLabel ?? "response")", item.response)
      add("  body", item.bodyComments)
      add("  addressees", item.addressees.joined(separator: " | "))
      add("  period", item.period?.words)
      add("  due", item.due?.description)
      add("  status", "\(item.proposedStatus.rawValue), because \(item.statusReason)")
      add("  closing", item.closing?.reason)
      if item.nationalOpen { out.append("  national part open") }
      if withLines { add("  lines", "\(item.lines)") }
      for doubt in item.doubts { add("  doubt", doubt.sentence) }
    }
    out.append("")
    for doubt in reading.doubts { add("doubt", doubt.sentence) }
    if withLines {
      for text in reading.skipped { out.append("skipped \(text.lines) \(text.why.rawValue): \(text.text)") }
    }
    return out.joined(separator: "\n") + "\n"
  }
}
