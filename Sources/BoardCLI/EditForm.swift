internal import BoardModel

/// The fields of an item or report as a text for an editor: a line `[field]`, then the value.
///
/// Everything before the first such line is a remark. A line of a value that would look like a heading gets a `\`
/// in front, which is taken away again.
struct EditForm {
  private let subject: String
  private let fields: [(field: Field, value: String?)]

  init(subject: String, fields: [(Field, String?)]) {
    self.subject = subject
    self.fields = fields.map { (field: $0.0, value: $0.1) }
  }

  /// The form with its present values.
  var text: String {
    var text = """
      # \(subject): change what stands below the lines in [brackets], save, and leave the editor.
      # An empty value clears the field. Several addressees or tags: one a line. Nothing changed: nothing is written.

      """
    for (field, value) in fields {
      text += "\n[\(field.rawValue)]\n"
      guard let value else { continue }
      for line in EditForm.lines(value) { text += (EditForm.looksLikeHeading(line) ? "\\" : "") + line + "\n" }
    }
    return text
  }

  /// The fields whose values differ in an edited form.
  func changes(in edited: String) throws(Failure) -> [Field: String?] {
    var values: [Field: String] = [:]
    var current: Field?
    for line in EditForm.lines(edited) {
      if let name = EditForm.heading(line) {
        guard let known = fields.first(where: { $0.field.rawValue == name })?.field, values[known] == nil else {
          throw .badInput(.editedForm(line))
        }
        current = known
        values[known] = ""
      } else if let field = current {
        values[field, default: ""] +=
          (line.hasPrefix("\\") && EditForm.looksLikeHeading(line) ? String(line.dropFirst()) : line) + "\n"
      }
    }
    var changes: [Field: String?] = [:]
    for (field, old) in fields {
      // A heading that was taken out leaves its field alone.
      guard let text = values[field]?.trimmed, text != (old ?? "").trimmed else { continue }
      changes[field] = .some(text.isEmpty ? nil : text)
    }
    return changes
  }

  private static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
  }

  private static func heading(_ line: String) -> String? {
    guard line.hasPrefix("["), line.trimmed.hasSuffix("]") else { return nil }
    let name = line.trimmed.dropFirst().dropLast()
    return name.isEmpty || !name.allSatisfy({ $0.isLetter && $0.isASCII }) ? nil : String(name)
  }

  private static func looksLikeHeading(_ line: String) -> Bool {
    heading(String(line.drop { $0 == "\\" })) != nil
  }
}
